"""How large photographs may be, as docs/api.md tells it: megapixels at each scale."""

from pathlib import Path

import pytest

from scans.gate.limits import DEFAULT_LIMITS, ImageLimits
from tools.docs import pictures

API = (Path(__file__).parents[3] / "docs" / "api.md").read_text(encoding="utf-8")

# 175 MB by the bytes a pixel that `test_sanitising` holds the gate to; the largest has 50.5.
TABLE = {
    "JPEG": ("25", "50.5", "-", "-"),  # 7, and 7 / 4
    "JPEG, progressive, 4:2:0": ("25", "43.7", "50.5", "-"),  # 7, 3 + 4 / 4, 3 + 4 / 16
    "JPEG, progressive, 4:4:4": ("17.5", "25", "28", "28.8"),  # 6 + 4, 6 + 1, 6.25, 6.0625
    "JPEG in CMYK, progressive": ("14.5", "19.4", "21.2", "21.7"),  # 8 + 4, 9, 8.25, 8.0625
    "PNG, TIFF, BMP": ("25", "-", "-", "-"),  # 7
    "PNG, transparent": ("21.8", "-", "-", "-"),  # 8
    "WebP": ("6.6", "-", "-", "-"),  # 26.5
    "WebP, transparent": ("4.3", "-", "-", "-"),  # 40
    "HEIC or AVIF in tiles, as phones make them": ("25", "50.5", "-", "-"),
}


@pytest.mark.parametrize("kind", TABLE)
def test_what_is_stored_of_a_large_photograph(kind: str) -> None:
    assert pictures.kept(DEFAULT_LIMITS.images)[kind] == TABLE[kind]
    assert f"| {kind} | {' | '.join(TABLE[kind])} |" in API


def test_the_table_follows_the_limits() -> None:
    table = pictures.kept(ImageLimits(max_working_bytes=70_000_000, max_pixels=30_000_000))
    assert table["JPEG"] == ("10", "30", "-", "-")
