"""An order to a lab that its two sides talk about, with files that they attach."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from core import firebase
from core.blobs import project_blobs
from labs.links.requests import OrderFileLinks
from labs.messages import attachment_links, conversation
from labs.messages.models import OrderMessage
from labs.messages.requests import (
    AttachmentSlot,
    GetMessageLinks,
    MessageSent,
    SendMessage,
    StartAttachment,
)
from labs.orders.models import Order, OrderState
from scans.gate.models import FileFinding
from tests.support import records
from tests.support.clinic_fixture import snapshot
from tests.support.lab_fixture import LabFixture
from tests.support.moments import key, refused


@dataclass
class ConversationFixture:
    """What is said about one order, through the services."""

    lab: LabFixture
    order_id: str = ""
    path: str = field(init=False)

    def __post_init__(self) -> None:
        self.order_id = self.order_id or self.lab.place()
        self.path = f"orders/{self.order_id}"

    def start(self, who: str = "member", **changes: Any) -> AttachmentSlot:
        """Ask for a slot for a photo."""
        said = {
            "order_id": self.order_id,
            "kind": "image",
            "byte_size": 1000,
            "file_name": "Meera Joshi.jpg",
            "idempotency_key": key(),
            **changes,
        }
        request = StartAttachment.model_validate(said)
        return conversation.start_attachment(self.lab.practice.ctx(who), request)

    def attach(self, who: str = "member", *findings: FileFinding, **changes: Any) -> str:
        """Ask for a slot and have what was uploaded pass the gate; the attachment's id."""
        upload_id = self.start(who, **changes).upload_id
        self.passes(upload_id, *findings)
        return upload_id

    def passes(self, upload_id: str, *findings: FileFinding) -> None:
        """Have what was uploaded pass the gate."""
        practice = self.lab.practice
        records.pass_gate(practice.tenants, practice.upload_of(upload_id), *findings)

    def say(self, *attachment_ids: str, who: str = "member", **changes: Any) -> MessageSent:
        """Send a message."""
        said = {
            "order_id": self.order_id,
            "text": "The margin is here.",
            "attachment_ids": list(attachment_ids),
            "idempotency_key": key(),
            **changes,
        }
        return conversation.send(self.lab.practice.ctx(who), SendMessage.model_validate(said))

    def links(self, message_id: str, who: str = "technician", **changes: Any) -> OrderFileLinks:
        """Fetch links to all that went with a message."""
        said = {"order_id": self.order_id, "message_id": message_id, **changes}
        ctx, blobs = self.lab.practice.ctx(who), project_blobs()
        return attachment_links.message_links(ctx, blobs, GetMessageLinks.model_validate(said))

    def message(self, message_id: str) -> OrderMessage:
        """Read a message."""
        found = self.lab.practice.ctx().store.get(OrderMessage, self.order_id, message_id)
        assert found is not None
        return found

    def said(self) -> int:
        """How many messages there are, which is what the order counts."""
        found = firebase.firestore_client().collection(f"{self.path}/messages").get()
        assert self.lab.order(self.order_id).messages == len(found)
        return len(found)


MONTH, SECOND = timedelta(days=30), timedelta(seconds=1)


Act = Callable[[], object]


def nothing_changes(
    conversation: ConversationFixture, call: Act, reason: str, *paths: str, **details: object
) -> None:
    """Make a call that must be refused and leave everything as it was."""
    practice, watched = conversation.lab.practice, (conversation.path, *paths)
    before, said = snapshot(practice, *watched), conversation.said()
    refused(call, reason, **details)
    assert (snapshot(practice, *watched), conversation.said()) == (before, said)


def at(conversation: ConversationFixture, to: str) -> None:
    """Put the order into a state, since now."""
    order = conversation.lab.order(conversation.order_id)
    times = {**order.times, OrderState(to): conversation.lab.practice.clock.at}
    changed = Order.model_validate({**dict(order), "state": to, "times": times})
    conversation.lab.practice.tenants.seed(changed.placed(order.id))
