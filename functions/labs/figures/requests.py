"""Requests about figures on labs."""

from typing import ClassVar

from pydantic import Field

from core.callables import Message
from core.fields import DocId
from core.figures import DateRange, Rate
from labs.orders.models import Reason

_LAB = "lB2Xw6QnTz8KcVr4PmYd"


class GetLabFigures(DateRange):
    """The figures of some days: the caller's own lab's or, for admins, of the lab that is named."""

    lab_id: DocId | None = Field(
        default=None,
        description="The lab, for admins, who must name one. Labs leave it out, or name their own.",
    )

    example: ClassVar = {"first_day": "2026-04-01", "last_day": "2026-06-30"}


class LabFigures(Message):
    """How the lab did. A rate of nothing is null."""

    lab_id: str = Field(description="The lab that the figures are of.")
    on_time: Rate | None = Field(
        description="How many shipments left on the day that the lab had promised or before, of "
        "all in these days that it had promised a day for; null where there were none."
    )
    remakes: Rate | None = Field(
        description="How many remakes were asked for, beside the deliveries in these days; null "
        "where there were no deliveries."
    )
    remake_reasons: dict[Reason, int] = Field(
        description="How many remakes were asked for in these days for each reason that there is, "
        "0 included."
    )
    rescan_reasons: dict[Reason, int] = Field(
        description="How many new scans the lab asked for in these days for each reason that there "
        "is, 0 included."
    )

    example: ClassVar = {
        "lab_id": _LAB,
        "on_time": {"part": 37, "whole": 40},
        "remakes": {"part": 2, "whole": 39},
        "remake_reasons": {"broken": 0, "does_not_fit": 1, "not_as_ordered": 0, "wrong_shade": 1},
        "rescan_reasons": {
            "bite_wrong": 1,
            "margin_unclear": 3,
            "scan_distorted": 0,
            "scan_incomplete": 0,
        },
    }
