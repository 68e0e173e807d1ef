"""Requests about the files of an order."""

from typing import Annotated, ClassVar

from pydantic import Field

from core.callables import Message
from core.downloads import FileLink
from core.fields import DocId

_FILE = "u8Kd2MvQx5ZrTn4WbYc7"


class GetFileLinks(Message):
    """Links to files of an order, for a member of its lab."""

    order_id: DocId
    file_ids: Annotated[list[DocId], Field(min_length=1, max_length=20)]

    example: ClassVar = {"order_id": "oR5Hs8RcTj2FgWq7nPx0", "file_ids": [_FILE]}


class FileLinks(Message):
    """The links, one entry for each file."""

    links: list[FileLink]

    example: ClassVar = {"links": [FileLink.example]}
