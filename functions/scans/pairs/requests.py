"""Requests about the scans of a case beside each other."""

from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from core.callables import Message
from core.downloads import OcclusionLink
from core.fields import DocId
from scans.examples import CASE

#: The ids of two files with `_` between them.
PairId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9-]{1,60}_[A-Za-z0-9-]{1,60}$")]


class GetOcclusionLinks(Message):
    """Ask for links to the pictures of how scans of a case meet."""

    case_id: DocId = Field(description="The case of the clinic that the scans are in.")
    pair_ids: list[PairId] = Field(
        min_length=1,
        max_length=20,
        description="The pairs of scans, as findings name them in `picture`, or by the ids of the "
        "documents under `pairs`. Where one has no picture, no link is made.",
    )

    example: ClassVar = {"case_id": CASE, "pair_ids": [OcclusionLink.example["pair_id"]]}


class OcclusionLinks(Message):
    """The links, one entry per pair."""

    links: list[OcclusionLink] = Field(
        description="One entry for each pair, by `pair_id`; one that was named twice has one."
    )

    example: ClassVar = {"links": [OcclusionLink.example]}
