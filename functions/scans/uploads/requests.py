"""What goes over the wire about a file to be uploaded."""

from typing import Annotated, ClassVar, Literal

from pydantic import AwareDatetime, Field

from core.callables import Message
from core.fields import DocId, Whole
from core.idempotency import IdempotencyKey
from scans.examples import FILE
from scans.uploads.models import FileName, UploadKind

AttachmentIds = Annotated[
    list[DocId],
    Field(
        max_length=10,
        description="Files that go along: the caller's own uploads for this conversation, by "
        "`upload_id`, once their state is `ready`. Each is sent once.",
    ),
]


class FileToUpload(Message):
    """What every request for a slot says of its file."""

    file_name: FileName = Field(
        description="A name for people to read; nothing is stored or served under it."
    )
    kind: UploadKind = Field(
        description="What the file is. It is judged by its bytes, whatever its name ends in."
    )
    byte_size: Whole = Field(
        ge=1,
        le=2**40,
        description="The file's size in bytes. The limit of its kind is in the refusal.",
    )
    idempotency_key: IdempotencyKey


class AttachmentToUpload(FileToUpload):
    """What a request for an attachment's slot says of its file: a scan or a photograph."""

    kind: Literal[UploadKind.STL, UploadKind.IMAGE] = Field(
        description="What the file is. It is judged by its bytes, whatever its name ends in."
    )


class UploadSlot(Message):
    """Where the bytes go: one object, of these content types, until the expiry."""

    upload_id: str = Field(
        description="The upload. Listen to `uploads/{upload_id}` until its `state` is `ready` or "
        "`rejected`, and show its `findings`. A file that was let in has the same id; those of a "
        "case's archive are in its `parts`."
    )
    object_name: str = Field(
        description="The path to upload to through the Storage SDK. It takes one object, once."
    )
    content_types: list[str] = Field(
        description="Upload with one of these as `contentType`. Browsers know no type for STL: "
        "send `application/octet-stream` then."
    )
    expires_at: AwareDatetime = Field(
        description="Until when the upload can be made, in UTC. Ask for another slot after it."
    )

    example: ClassVar = {
        "upload_id": FILE,
        "object_name": f"landing/kJ3nQ8vYt2RcXz1LmP0aWd7sEf42/{FILE}/original",
        "content_types": ["model/stl", "application/octet-stream"],
        "expires_at": "2026-05-04T10:30:00Z",
    }
