"""STUB until the one of colleague arch is merged: where teeth stand along an arch."""

from scans.checks.models import ArchFigures

_UPPER = (8.5, 6.5, 7.5, 7.0, 7.0, 10.0, 9.0, 8.5)
_LOWER = (5.0, 5.5, 7.0, 7.0, 7.0, 11.0, 10.5, 10.0)


def _lower(tooth: int) -> bool:
    return tooth // 10 in {3, 4, 7, 8}


def along_of(jaw: str, tooth: int) -> tuple[float, float]:
    """Return from where to where a tooth stands."""
    widths = _LOWER if _lower(tooth) else _UPPER
    place = tooth % 10
    start, end = sum(widths[: place - 1]), sum(widths[:place])
    right = tooth // 10 in {1, 4, 5, 8}
    # An upper arch is told as if it were the lower one: its right stands on the side called left.
    negative = right if jaw == "lower" else not right
    return (-end, -start) if negative else (start, end)


def covers(arch: ArchFigures, jaw: str, tooth: int) -> bool | None:
    """Tell whether an arch reaches a tooth."""
    start, end = along_of(jaw, tooth)
    middle = (start + end) / 2
    reach = arch.right_mm if middle < 0 else arch.left_mm
    return abs(middle) * 0.85 <= reach
