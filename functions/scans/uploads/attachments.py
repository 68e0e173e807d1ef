"""An attachment is a file that is sent with something of another package, such as a message.

The package that owns the subject decides who may attach to it and what it is sent with; nothing
here knows what subjects there are. Until it is sent, an attachment is its uploader's alone.
"""

from collections.abc import Sequence

from core.context import Context
from core.downloads import Fetched
from core.reading import Key
from core.units import UnitOfWork
from scans.gate.models import FileKind
from scans.uploads.errors import AttachmentNotFound, AttachmentNotReady, AttachmentSent
from scans.uploads.models import Attachment, Upload, UploadState


def attachment_keys(upload_ids: Sequence[str]) -> list[Key]:
    """Return where uploads stand, to be read ahead."""
    return [(Upload, upload_id) for upload_id in dict.fromkeys(upload_ids)]


def own_attachments(
    unit: UnitOfWork, ctx: Context, subject: str, upload_ids: Sequence[str]
) -> list[Upload]:
    """Read uploads of the caller's that can be sent with something of the subject. A read each.

    They come in the order in which they were named, each once.

    Raises:
        AttachmentNotFound: there is none, it is another's, or for another subject; they look alike.
        AttachmentNotReady: it was not judged yet, or refused.
        AttachmentSent: it was sent before.
    """
    unit.ahead(*attachment_keys(upload_ids))
    return [_own(unit, ctx, subject, upload_id) for upload_id in dict.fromkeys(upload_ids)]


def _own(unit: UnitOfWork, ctx: Context, subject: str, upload_id: str) -> Upload:
    upload = unit.get(Upload, upload_id)
    if upload is None or upload.holder != ctx.caller.uid or upload.subject != subject:
        raise AttachmentNotFound
    if upload.state is not UploadState.READY:
        raise AttachmentNotReady(state=upload.state)
    if upload.sent_with is not None:
        raise AttachmentSent
    return upload


def send_attachments(unit: UnitOfWork, uploads: Sequence[Upload], path: str) -> list[Attachment]:
    """Mark the uploads as sent with the document at `path`; what that is to hold. A write each."""
    for upload in uploads:
        unit.change(upload, sent_with=path)
    return [_sent(upload) for upload in uploads]


def fetched(owner_id: str, attachments: Sequence[Attachment]) -> list[Fetched]:
    """Return attachments as files to link to; downloads are named by the id of their owner."""
    return [
        Fetched(
            file_id=sent.attachment_id,
            name=f"{owner_id}-{sent.attachment_id}",
            content=sent.content,
            pictures=sent.pictures.model_dump(),
        )
        for sent in attachments
    ]


def _sent(upload: Upload) -> Attachment:
    if upload.content is None or upload.pictures is None:
        raise AssertionError("an attachment that is ready has its objects")
    return Attachment(
        attachment_id=upload.id,
        kind=FileKind(upload.kind),
        content=upload.content,
        pictures=upload.pictures,
        findings=upload.findings,
    )
