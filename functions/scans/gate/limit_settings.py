"""The gate's settings: its limits, one for each field of scans/gate/limits.py, and what draws.

`SCANNER_STL_MAX_TRIANGLES` sets `StlLimits.max_triangles`, `SCANNER_IMAGE_MIN_SIDE` sets
`ImageLimits.min_side`, and so on.
"""

from dataclasses import asdict
from typing import Any

from core.setting import Setting, flag, fraction, whole
from scans.gate.limits import DEFAULT_LIMITS, ArchiveLimits, ImageLimits, Limits, StlLimits


def _settings(prefix: str, of: str, defaults: dict[str, Any]) -> dict[str, Setting[Any]]:
    return {
        name: Setting(
            f"{prefix}_{name.upper()}",
            value,
            f"`{of}.{name}`",
            whole() if isinstance(value, int) else fraction,
        )
        for name, value in defaults.items()
    }


STL = _settings("SCANNER_STL", "StlLimits", asdict(DEFAULT_LIMITS.stl))
IMAGE = _settings("SCANNER_IMAGE", "ImageLimits", asdict(DEFAULT_LIMITS.images))
ARCHIVE = _settings("SCANNER_ARCHIVE", "ArchiveLimits", asdict(DEFAULT_LIMITS.archives))

COMPILED_DRAWING = Setting(
    "SCANNER_COMPILED_DRAWING",
    True,
    "whether scans are drawn by compiled code where the release brought it; "
    "without it NumPy draws the same",
    flag,
    "`true`",
)


def current() -> Limits:
    """Return the limits as they are set."""
    return Limits(
        StlLimits(**_values(STL)),
        ImageLimits(**_values(IMAGE)),
        ArchiveLimits(**_values(ARCHIVE)),
    )


def _values(declared: dict[str, Setting[Any]]) -> dict[str, Any]:
    return {name: setting.value for name, setting in declared.items()}
