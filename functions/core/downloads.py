"""Downloads: signed links, minutes long, to a file and its pictures."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from pydantic import AwareDatetime, Field

from core import links
from core.blobs import Blobs
from core.callables import Message
from core.links import Link
from core.objects import StoredObject

_FILE = "u8Kd2MvQx5ZrTn4WbYc7"


@dataclass(frozen=True)
class Fetched:
    """A file that is given out: its id, what downloads of it are named, and its objects by part."""

    file_id: str
    name: str
    content: StoredObject
    pictures: dict[str, Any]


class FileLink(Message):
    """Signed links to one file and its pictures; photographs have a thumbnail alone."""

    file_id: str = Field(description="The file that the links are to.")
    url: str = Field(
        description="The file itself, for GET without any header of Firebase; saved as a download."
    )
    thumbnail_url: str | None = Field(
        description="A PNG of at most 256 pixels a side, for lists; null while the file is drawn."
    )
    preview_url: str | None = Field(
        description="A PNG of 1024 pixels a side, a scan from the front and above; null for "
        "photographs, and while it is drawn."
    )
    sheet_url: str | None = Field(
        description="A PNG of a scan from six sides, to one scale; null for photographs, and while "
        "it is drawn."
    )
    marked_url: str | None = Field(
        default=None,
        description="A PNG of a scan with its row of teeth and its holes marked; null where the "
        "case check recognised none, and while it is drawn.",
    )
    expires_at: AwareDatetime = Field(
        description="When all of the links stop working, minutes from now; ask anew after it."
    )

    example: ClassVar = {
        "file_id": _FILE,
        "url": "https://storage.googleapis.com/…",
        "thumbnail_url": "https://storage.googleapis.com/…",
        "preview_url": "https://storage.googleapis.com/…",
        "sheet_url": "https://storage.googleapis.com/…",
        "marked_url": "https://storage.googleapis.com/…",
        "expires_at": "2026-05-04T04:10:00Z",
    }


class OcclusionLink(Message):
    """A signed link to the picture of two jaws, coloured by how near they come to each other."""

    pair_id: str = Field(description="The pair of scans that it shows, as findings name it.")
    file_ids: list[str] = Field(description="The two scans, the upper jaw's first.")
    url: str = Field(description="A PNG, for GET without any header of Firebase.")
    expires_at: AwareDatetime = Field(
        description="When the link stops working, minutes from now; ask anew after it."
    )

    example: ClassVar = {
        "pair_id": f"{_FILE}_k8Wd3RvLm5XbNc2yQt7F",
        "file_ids": [_FILE, "k8Wd3RvLm5XbNc2yQt7F"],
        "url": "https://storage.googleapis.com/…",
        "expires_at": "2026-05-04T04:10:00Z",
    }


@dataclass(frozen=True)
class Occlusion:
    """The picture of a pair of scans that is given out."""

    pair_id: str
    file_ids: tuple[str, ...]
    picture: StoredObject

    @property
    def fetched(self) -> Fetched:
        """The picture as what is on record: under the id of the pair."""
        return Fetched(self.pair_id, self.pair_id, self.picture, {})

    def signed(self, blobs: Blobs) -> OcclusionLink:
        """Sign a link to it, which is on record."""
        link = link_to(blobs, self.picture, f"{self.pair_id}-occlusion")
        return OcclusionLink(
            pair_id=self.pair_id,
            file_ids=list(self.file_ids),
            url=link.url,
            expires_at=link.expires_at,
        )


def signed(blobs: Blobs, files: Iterable[Fetched]) -> list[FileLink]:
    """Sign the links to files that are on record: the generations that their documents name."""
    return [_links(blobs, file) for file in files]


def _links(blobs: Blobs, file: Fetched) -> FileLink:
    content = link_to(blobs, file.content, file.name)
    pictures = {
        part: link_to(blobs, StoredObject.model_validate(stored), f"{file.name}-{part}").url
        for part, stored in file.pictures.items()
        if stored
    }
    return FileLink(
        file_id=file.file_id,
        url=content.url,
        thumbnail_url=pictures.get("thumbnail"),
        preview_url=pictures.get("preview"),
        sheet_url=pictures.get("sheet"),
        marked_url=pictures.get("marked"),
        expires_at=content.expires_at,
    )


def link_to(blobs: Blobs, stored: StoredObject, name: str) -> Link:
    """Sign a link named after what the file belongs to, never after a patient."""
    return links.to_object(blobs, stored, f"{name}{links.suffix_of(stored.content_type)}")
