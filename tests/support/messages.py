"""What messaging stores of a person, and whom it would send to."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from firebase_admin import messaging
from firebase_admin._messaging_encoder import MessageEncoder
from firebase_admin.exceptions import InvalidArgumentError, UnavailableError

from core.access import Role
from messaging.models import (
    Announcement,
    Audience,
    Channel,
    Delivery,
    Device,
    Group,
    InboxItem,
    Language,
    Mail,
    MailMessage,
    Notice,
    Platform,
    Preferences,
    PushState,
)
from tests.support import ids
from tests.support.account_records import MADE


def token() -> str:
    """A registration token, in the form of FCM's."""
    return f"{secrets.token_urlsafe(16)}:{secrets.token_urlsafe(100)}"


def device(uid: str, *, to: str = "", at: datetime = MADE) -> Device:
    """A phone of a person."""
    made = Device(token=to or token(), platform=Platform.ANDROID, created_at=at, updated_at=at)
    return made.placed(uid, ids.document_id())


def preferences(uid: str, **chosen: object) -> Preferences:
    """What a person chose: Hindi, and no e-mail of uploads, unless the test says otherwise."""
    fields = {
        "language": Language.HINDI,
        "channels": {Group.UPLOADS: [Channel.PUSH]},
        "updated_at": MADE,
        **chosen,
    }
    return Preferences.model_validate(fields).placed(uid)


def inbox(uid: str, kind: Notice = Notice.UPLOAD_REJECTED, **refs: str) -> InboxItem:
    """A notice; of an upload unless the test says otherwise."""
    found = refs or {"upload": ids.document_id()}
    return InboxItem(kind=kind, refs=found, sent_at=MADE).placed(uid, ids.document_id())


def announcement(uid: str) -> Announcement:
    """What a clinic is still to be told of what somebody of it did, by somebody else."""
    to = Audience.organisation(Role.CLINIC, ids.document_id(), uid, owners=True)
    made = Announcement(
        kind=Notice.CASE_CLOSED,
        refs={"case": ids.document_id()},
        to=to.model_copy(update={"actor": ids.uid()}),
        at=MADE,
        expires_at=MADE + timedelta(days=30),
    )
    return made.placed(ids.document_id())


def delivery(uid: str) -> Delivery:
    """A notice that was carried on."""
    made = Delivery(
        uid=uid, mailed=True, push=PushState.DONE, at=MADE, expires_at=MADE + timedelta(days=30)
    )
    return made.placed(ids.document_id())


def mail(uid: str) -> Mail:
    """An e-mail that the extension has sent, with what it notes of that.

    To an account and to an address that it had, so that every field has a value: an empty one
    leaves itself out of what is stored.
    """
    made = Mail(
        toUids=[uid],
        to=[ids.email()],
        former=uid,
        message=MailMessage(subject="A file is ready", text="It is.", html="<p>It is.</p>"),
        delivery={"state": "SUCCESS", "info": {"accepted": [ids.email()]}},
        expires_at=MADE + timedelta(days=30),
    )
    return made.placed(ids.document_id())


@dataclass
class StandIn:
    """Takes pushes as FCM does: by the library's own encoding, sizes, numbers and errors.

    A token that it does not know is unregistered. Sources: `firebase_admin/messaging.py` (500
    messages at most), https://firebase.google.com/docs/cloud-messaging (4096 bytes of payload).
    """

    known: set[str] = field(default_factory=set)
    foreign: set[str] = field(default_factory=set)
    malformed: set[str] = field(default_factory=set)
    busy: set[str] = field(default_factory=set)
    sent: list[dict[str, object]] = field(default_factory=list)

    def send(self, messages: list[messaging.Message]) -> messaging.BatchResponse:
        """Take or refuse each message."""
        assert 1 <= len(messages) <= 500
        return messaging.BatchResponse([self._taken(message) for message in messages])

    def _taken(self, message: messaging.Message) -> messaging.SendResponse:
        encoded = MessageEncoder().default(message)
        payload = {name: encoded[name] for name in ("data", "notification") if name in encoded}
        assert len(MessageEncoder(ensure_ascii=False).encode(payload).encode()) <= 4096
        error = self._error(message.token)
        if error is None:
            self.sent.append(encoded)
        return messaging.SendResponse(None if error else {"name": "projects/x/messages/1"}, error)

    def _error(self, to: str) -> Exception | None:
        if to in self.foreign:
            return messaging.SenderIdMismatchError("SenderId mismatch")
        if to in self.malformed:
            return InvalidArgumentError(
                "The registration token is not a valid FCM registration token"
            )
        if to in self.busy:
            return UnavailableError("The service is currently unavailable.")
        return None if to in self.known else messaging.UnregisteredError("NotRegistered")

    @property
    def tokens(self) -> list[str]:
        """The tokens that took a message, in order."""
        return [str(message["token"]) for message in self.sent]
