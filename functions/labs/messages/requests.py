"""Requests about the messages of an order, with an example of each."""

from typing import ClassVar

from pydantic import AwareDatetime, Field

from core.callables import Message
from core.fields import DocId, Prose
from core.idempotency import IdempotencyKey
from scans.service import PICTURE_TYPES, AttachmentIds, AttachmentToUpload, UploadSlot

_KEY = "0f8b2f6e-6a0e-4c58-9c43-8f7f6f1c2d3e"
_ORDER = "oR5Hs8RcTj2FgWq7nPx0"
_MESSAGE = "mS3Tb6VyPk9QhLx2WzRd"
_ATTACHMENT = "u8Kd2MvQx5ZrTn4WbYc7"


class StartAttachment(AttachmentToUpload):
    """Ask for a slot to upload a file into that is to be sent with a message of the order."""

    order_id: DocId = Field(
        description="The order that the file is to be sent to, of which the caller is a side."
    )

    example: ClassVar = {
        "order_id": _ORDER,
        "file_name": "margin.jpg",
        "kind": "image",
        "byte_size": 480000,
        "idempotency_key": _KEY,
    }


class AttachmentSlot(UploadSlot):
    """Where the bytes go; `upload_id` is the attachment's id, and `uploads/` tells its outcome."""

    example: ClassVar = {
        **UploadSlot.example,
        "content_types": PICTURE_TYPES,
    }


class SendMessage(Message):
    """Write to the other side of an order; line breaks are kept.

    An attachment is one of the caller's own to this order that is ready; it is sent once.
    """

    order_id: DocId = Field(description="The order to write to, of which the caller is a side.")
    text: Prose = Field(
        description="The message; line breaks are kept. Name no patient in it: the reference is on "
        "the order."
    )
    attachment_ids: AttachmentIds = Field(
        default=[],
        description="The files to send with it: uploads of the caller's own to this order that are "
        "`ready`, each by its `upload_id`.",
    )
    idempotency_key: IdempotencyKey

    example: ClassVar = {
        "order_id": _ORDER,
        "text": "The margin is here, on the mesial side.",
        "attachment_ids": [_ATTACHMENT],
        "idempotency_key": _KEY,
    }


class MessageSent(Message):
    """The message, which both sides now read at `orders/{order_id}/messages/{message_id}`."""

    order_id: str = Field(description="The order of the request.")
    message_id: str = Field(description="The message, the same for every retry.")
    sent_at: AwareDatetime = Field(description="When it was sent, in UTC.")

    example: ClassVar = {
        "order_id": _ORDER,
        "message_id": _MESSAGE,
        "sent_at": "2026-05-04T09:40:00Z",
    }


class GetMessageLinks(Message):
    """Links to all that is attached to a message."""

    order_id: DocId = Field(description="The order of the message, of which the caller is a side.")
    message_id: DocId = Field(
        description="The message whose files are wanted, by its id below the order."
    )

    example: ClassVar = {"order_id": _ORDER, "message_id": _MESSAGE}
