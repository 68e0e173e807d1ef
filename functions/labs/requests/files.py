"""Requests about the files of an order."""

from typing import Annotated, ClassVar

from pydantic import AwareDatetime, Field

from core.callables import Message
from core.fields import DocId

_FILE = "u8Kd2MvQx5ZrTn4WbYc7"


class GetFileLinks(Message):
    """Links to files of an order, for a member of its lab."""

    order_id: DocId
    file_ids: Annotated[list[DocId], Field(min_length=1, max_length=20)]

    example: ClassVar = {"order_id": "oR5Hs8RcTj2FgWq7nPx0", "file_ids": [_FILE]}


class FileLink(Message):
    """Signed links to one file and its pictures; photographs have a thumbnail alone."""

    file_id: str
    url: str
    thumbnail_url: str | None
    preview_url: str | None
    sheet_url: str | None
    expires_at: AwareDatetime

    example: ClassVar = {
        "file_id": _FILE,
        "url": "https://storage.googleapis.com/…",
        "thumbnail_url": "https://storage.googleapis.com/…",
        "preview_url": "https://storage.googleapis.com/…",
        "sheet_url": "https://storage.googleapis.com/…",
        "expires_at": "2026-05-04T04:10:00Z",
    }


class FileLinks(Message):
    """The links, one entry for each file."""

    links: list[FileLink]

    example: ClassVar = {"links": [FileLink.example]}
