"""Requests about figures on scans."""

from typing import ClassVar

from pydantic import Field

from core.callables import Message
from core.fields import Uid
from core.figures import Days, Rate

_OPERATOR = "v8Kq2ZsXw5RtYb1NcMd7PfGhJkL3"


class GetFigures(Days):
    """The figures of some days: the caller's own or, for admins, of the clinic or operator named.

    A clinic's are on the scans that its own people made, an operator's on those of its visits.
    """

    scanned_by: Uid | None = Field(
        default=None,
        description="Whose scans: an operator's uid or a clinic's id. Admins name one; others "
        "leave it out, and get their own.",
    )

    example: ClassVar = {"first_day": "2026-04-01", "last_day": "2026-06-30"}


class ScanFigures(Message):
    """What became of the scans that were uploaded. A rate of nothing is null."""

    scanned_by: str = Field(
        description="Whose scans these are: an operator's uid or a clinic's id."
    )
    warned: int = Field(
        description="How many scans were let in with a finding that the clinic has to know."
    )
    rejected: int = Field(description="How many scans were examined and not let in.")
    defects: Rate | None = Field(
        description="`warned` and `rejected` together, of all scans that were examined. Null when "
        "there was none."
    )
    rescans: Rate | None = Field(
        description="How often a lab asked for a new scan, of how many scans were let in. Null "
        "when none was; a scan that is asked for anew may be from before these days."
    )

    example: ClassVar = {
        "scanned_by": _OPERATOR,
        "warned": 6,
        "rejected": 4,
        "defects": {"part": 10, "whole": 120},
        "rescans": {"part": 2, "whole": 116},
    }
