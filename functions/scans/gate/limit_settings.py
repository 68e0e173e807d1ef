"""The gate's limits as settings: one Firebase param for each field of scans/gate/limits.py.

`SCANNER_STL_MAX_TRIANGLES` sets `StlLimits.max_triangles`, `SCANNER_IMAGE_MIN_SIDE` sets
`ImageLimits.min_side`, and so on.
"""

from dataclasses import asdict
from typing import Any

from firebase_functions.params import IntParam, StringParam

from scans.gate.limits import DEFAULT_LIMITS, ArchiveLimits, ImageLimits, Limits, StlLimits

Param = IntParam | StringParam


def _param(name: str, default: float) -> Param:
    """Declare a setting; Firebase has no public param of fractions, so they are written out."""
    if isinstance(default, int):
        return IntParam(name, default=default)
    return StringParam(name, default=str(default))


def _params(prefix: str, defaults: dict[str, float]) -> dict[str, Param]:
    return {name: _param(f"{prefix}_{name.upper()}", value) for name, value in defaults.items()}


STL = _params("SCANNER_STL", asdict(DEFAULT_LIMITS.stl))
IMAGE = _params("SCANNER_IMAGE", asdict(DEFAULT_LIMITS.images))
ARCHIVE = _params("SCANNER_ARCHIVE", asdict(DEFAULT_LIMITS.archives))


def current() -> Limits:
    """Return the limits as they are set."""
    return Limits(
        StlLimits(**_values(STL)),
        ImageLimits(**_values(IMAGE)),
        ArchiveLimits(**_values(ARCHIVE)),
    )


def _values(params: dict[str, Param]) -> dict[str, Any]:
    return {
        name: int(param.value) if isinstance(param, IntParam) else float(param.value)
        for name, param in params.items()
    }
