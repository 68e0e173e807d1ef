"""Requests about the files of an order."""

from typing import ClassVar

from pydantic import Field

from core.callables import Message
from core.downloads import FileLink, OcclusionLink
from core.fields import DocId

_FILE = "u8Kd2MvQx5ZrTn4WbYc7"


class GetOrderFileLinks(Message):
    """Links to files of an order, for a member of its lab."""

    order_id: DocId = Field(description="The order, which must be one of the caller's lab.")
    file_ids: list[DocId] = Field(
        min_length=1,
        max_length=20,
        description="The files that are wanted, as the order's document lists them in `files`.",
    )

    example: ClassVar = {"order_id": "oR5Hs8RcTj2FgWq7nPx0", "file_ids": [_FILE]}


class OrderFileLinks(Message):
    """The links, one entry for each file."""

    links: list[FileLink] = Field(description="Links to each file that was asked for.")
    occlusions: list[OcclusionLink] = Field(
        default=[],
        description="Links to the pictures of the occlusion of those scans of which both were "
        "asked for; empty for attachments of messages.",
    )

    example: ClassVar = {"links": [FileLink.example], "occlusions": [OcclusionLink.example]}
