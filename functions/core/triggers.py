"""Event triggers that are delivered again after a failure."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from core import log


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
