"""Writes the pictures of docs/apps/console.md anew: ``python -m tests.console.pictures``.

They are taken by test_jobs.py in a browser that draws as the tests' own does; this crops and
compresses them, so that the repository stays small.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image

from tests.console.conftest import SCREENSHOTS
from tests.support.sources import ROOT

PICTURES = ROOT / "docs" / "apps" / "console"
#: Each picture with the screen that it shows, and how much of it from the top, in CSS pixels.
_SHOWN = {
    "clinic-case": ("desktop-en/job-clinic-case-scanned", 900),
    "clinic-3d": ("desktop-en/job-clinic-3d", 760),
    "clinic-order": ("phone-hi/job-clinic-order-checked", 1100),
    "operator-files": ("phone-hi/job-operator-file-refused", 900),
    "lab-order": ("desktop-en/job-lab-order", 900),
    "admin-approvals": ("desktop-en/job-admin-approvals", 640),
}
_QUALITY = 70


def write(name: str, source: Path, height: int) -> Path:
    """Crop a screenshot and write it as WebP; where it was written."""
    target = PICTURES / f"{name}.webp"
    with Image.open(source) as picture:
        shown = picture.convert("RGB").crop((0, 0, picture.width, min(height, picture.height)))
        shown.save(target, "WEBP", quality=_QUALITY, method=6)
    return target


def main() -> None:
    """Write all of them, and say how large they are."""
    PICTURES.mkdir(exist_ok=True)
    for name, (source, height) in _SHOWN.items():
        target = write(name, SCREENSHOTS / f"{source}.png", height)
        sys.stdout.write(f"{target.relative_to(ROOT)}: {target.stat().st_size:,} bytes\n")


if __name__ == "__main__":
    main()
