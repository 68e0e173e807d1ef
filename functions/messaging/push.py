"""Pushes: the messages of Firebase Cloud Messaging, and the thin adapter that hands them over."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from core import firebase, log, settings
from messaging import catalogue
from messaging.models import InboxItem
from messaging.words import Said

if TYPE_CHECKING:
    from firebase_admin import App
    from firebase_admin.messaging import BatchResponse, Message

#: A phone that is off for longer finds the notice in the inbox.
LIFE = timedelta(days=1)


class Push(Protocol):
    """Whoever takes messages: at most 500 at a time, answered in their order."""

    def send(self, messages: "list[Message]") -> "BatchResponse":
        """Hand messages over; what one of them met is in its answer, and does not raise."""


@dataclass(frozen=True)
class Fcm:
    """Firebase Cloud Messaging itself, for the runtime's own app unless another is given."""

    app: "App | None" = None

    def send(self, messages: "list[Message]") -> "BatchResponse":
        """Send each message; the library tries again what FCM asks to be tried again."""
        from firebase_admin import messaging

        return messaging.send_each(messages, app=self.app or firebase.app())


class Noted:
    """Takes every message and notes which: there is no FCM beside the emulators."""

    def send(self, messages: "list[Message]") -> "BatchResponse":
        """Write a line with the ids of the notices."""
        from firebase_admin import messaging

        log.info("push noted", items=[message.data["item"] for message in messages])
        return messaging.BatchResponse(
            [messaging.SendResponse({"name": "noted"}, None) for _ in messages]
        )


def configured() -> Push | None:
    """Return the adapter that `SCANNER_PUSH` names; on the emulators nothing leaves the machine."""
    match settings.PUSH.value:
        case "fcm":
            return Noted() if firebase.on_emulator() else Fcm()
        case "log":
            return Noted()
    return None


def message(token: str, item: InboxItem, said: Said, link: str, now: datetime) -> "Message":
    """Write a message to one device: words without names, the kind, and ids.

    A notice that is shown twice replaces itself, and a digest the one before: by its tag on Android
    and on the web, by its collapse id at Apple. It has no `collapse_key`: FCM keeps four of these
    for a device that is off, and would drop the fifth notice.
    """
    from firebase_admin import messaging

    soon = catalogue.urgent(item.refs, now)
    ends = now + LIFE
    row = catalogue.CATALOGUE[item.kind]
    tag = item.kind.value if row.replaces else item.id
    written = messaging.Message(
        data={**item.refs, "item": item.id, "kind": item.kind.value},
        notification=messaging.Notification(title=said.title, body=said.body),
        android=messaging.AndroidConfig(
            priority="high" if soon else "normal",
            ttl=LIFE,
            notification=messaging.AndroidNotification(tag=tag),
        ),
        apns=messaging.APNSConfig(
            headers=_apple(tag, ends, soon=soon),
            payload=messaging.APNSPayload(
                messaging.Aps(sound="default", thread_id=row.group.value)
            ),
        ),
        webpush=messaging.WebpushConfig(
            headers={
                "TTL": str(int(LIFE.total_seconds())),
                "Urgency": "high" if soon else "normal",
            },
            notification=messaging.WebpushNotification(tag=tag),
            # The library takes no other links here.
            fcm_options=messaging.WebpushFCMOptions(link) if link.startswith("https:") else None,
        ),
    )
    # As an argument it warns: installation ids are to replace tokens, and the client SDKs that the
    # apps use still hand out tokens.
    written.token = token
    return written


def _apple(tag: str, ends: datetime, *, soon: bool) -> Mapping[str, str]:
    return {
        "apns-collapse-id": tag,
        "apns-expiration": str(int(ends.timestamp())),
        "apns-priority": "10" if soon else "5",
    }


def dead(error: Exception | None) -> bool:
    """Tell whether an answer says that the token will never work again.

    `InvalidArgumentError` is also what a faulty message meets, and then the token is not at fault.
    """
    from firebase_admin import exceptions, messaging

    if isinstance(error, messaging.UnregisteredError | messaging.SenderIdMismatchError):
        return True
    return isinstance(error, exceptions.InvalidArgumentError) and "registration token" in str(error)
