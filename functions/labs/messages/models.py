"""The document of a message on an order."""

from typing import Annotated, ClassVar

from pydantic import AwareDatetime

from core.documents import Document
from core.fields import StoredProse
from core.privacy import Erasure, FieldPolicy, Retention, Viewer, held
from labs.orders.models import CLAIMS
from scans.service import Attachment


def _message(category: str, erased: Erasure = Erasure.DELETE, ground: str = "") -> FieldPolicy:
    """Declare what both sides of an order see; it is kept as long as the case."""
    return held(
        category, Viewer.CLINIC, Viewer.LAB, kept=Retention.CASE, erased=erased, ground=ground
    )


class OrderMessage(Document):
    """`orders/{order_id}/messages/{message_id}`: one message, which nobody changes afterwards."""

    path: ClassVar[str] = "orders/{order_id}/messages/{message_id}"
    readers = frozenset({Viewer.CLINIC, Viewer.LAB})

    clinic_id: Annotated[str, _message("user.contact.organization")]
    lab_id: Annotated[str, _message("user.contact.organization")]
    #: The side that wrote it, and its member.
    party: Annotated[str, _message("system.operations")]
    author: Annotated[str, _message("user.unique_id", Erasure.KEEP, CLAIMS)]
    #: In anybody's own words: it may name a patient, whatever the apps advise.
    text: Annotated[StoredProse, _message("user.content.private", Erasure.MASK)]
    attachments: Annotated[list[Attachment], _message("user.health_and_medical")] = []
    sent_at: Annotated[AwareDatetime, _message("system.operations")]
