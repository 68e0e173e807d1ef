"""Event triggers that come again after a failure, and that take each event that comes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

from core import log

if TYPE_CHECKING:
    from cloudevents.http import CloudEvent


class FailedError(Exception):
    """A trigger failed, and the log says how: raised so that the event comes again.

    The framework logs the text of what a trigger raises, and another error's may quote a person.
    """


@contextmanager
def telling(failure: str, **ids: object) -> Iterator[None]:
    """Log what fails inside by kinds and places, with these ids, and have the event come again.

    Raises:
        FailedError: in place of any other.
    """
    try:
        yield
    except FailedError:
        raise
    except Exception as err:  # noqa: BLE001  raised again, without its text
        log.failure(failure, err, **ids)
        raise FailedError from None


F = TypeVar("F", bound=Callable[..., None])


def retried(trigger: F) -> F:
    """Ask Eventarc to deliver a failed event again, for up to 24 hours.

    firebase-functions 0.6.0 has no such option (`_endpoint` of `StorageOptions` and of
    `FirestoreOptions` writes `retry=False`), so the declaration that it made is amended. The
    trigger must be idempotent.
    """
    trigger.__firebase_endpoint__.eventTrigger["retry"] = True  # type: ignore[attr-defined]
    return trigger


def at_any_time(trigger: F) -> F:
    """Have a trigger of Storage take an event whatever the fraction of its second.

    Events give their time as RFC 3339 has it. firebase-functions 0.6.0 reads a fraction of one to
    six digits alone (`_message_handler` of `storage_fn`); what comes at a whole second, or with
    nanoseconds, would fail until Eventarc gives it up. What is beyond microseconds is cut.
    """

    @wraps(trigger)
    def taking(event: "CloudEvent") -> None:
        at = datetime.fromisoformat(event["time"])
        event["time"] = at.isoformat(timespec="microseconds")
        trigger(event)

    return taking  # type: ignore[return-value]  # of the same one argument
