"""Event triggers that are delivered again after a failure."""

from collections.abc import Callable
from typing import TypeVar

F = TypeVar("F", bound=Callable[..., None])


def retried(trigger: F) -> F:
    """Ask Eventarc to deliver a failed event again, for up to 24 hours.

    firebase-functions 0.6.0 has no such option on Storage triggers (`StorageOptions._endpoint`
    writes `retry=False`), so the declaration that it made is amended. The trigger must be
    idempotent.
    """
    trigger.__firebase_endpoint__.eventTrigger["retry"] = True  # type: ignore[attr-defined]
    return trigger
