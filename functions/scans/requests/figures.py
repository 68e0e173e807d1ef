"""Requests about figures on scans."""

from typing import ClassVar

from core.callables import Message
from core.fields import Uid
from core.figures import Days, Rate

_OPERATOR = "v8Kq2ZsXw5RtYb1NcMd7PfGhJkL3"


class GetFigures(Days):
    """The figures of some days: the caller's own or, for admins, of the clinic or operator named.

    A clinic's are on the scans that its own people made, an operator's on those of its visits.
    """

    #: An operator's uid, or a clinic's id.
    scanned_by: Uid | None = None

    example: ClassVar = {"first_day": "2026-04-01", "last_day": "2026-06-30"}


class ScanFigures(Message):
    """What became of the scans that were uploaded. A rate of nothing is null.

    `defects`: those that the gate warned of or rejected, of all that it examined. `rescans`: how
    often labs asked for new scans, to how many were let in: of these, some may be older.
    """

    scanned_by: str
    warned: int
    rejected: int
    defects: Rate | None
    rescans: Rate | None

    example: ClassVar = {
        "scanned_by": _OPERATOR,
        "warned": 6,
        "rejected": 4,
        "defects": {"part": 10, "whole": 120},
        "rescans": {"part": 2, "whole": 116},
    }
