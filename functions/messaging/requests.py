"""What goes over the wire to and from the callables of messaging."""

from typing import Any, ClassVar

from pydantic import Field

from core.callables import Message
from messaging.models import Channel, Group, Language, TimeOfDay


class Quiet(Message):
    """Quiet hours: from when until when pushes wait, on the person's own clock."""

    start: TimeOfDay
    end: TimeOfDay


class SetPreferences(Message):
    """How the caller wants to hear. What is left out is as for who never said anything."""

    language: Language = Language.ENGLISH
    #: A name of the IANA time zone database.
    zone: str = Field(default="Asia/Kolkata", min_length=1, max_length=64)
    #: None for no quiet hours; the same time twice is none as well.
    quiet: Quiet | None = Quiet(start="21:00", end="07:00")
    #: A group that is left out keeps its own channels; an empty list leaves the inbox alone.
    channels: dict[Group, list[Channel]] = {}

    example: ClassVar[dict[str, Any]] = {
        "language": "hi",
        "zone": "Asia/Kolkata",
        "quiet": {"start": "22:00", "end": "06:30"},
        "channels": {"uploads": ["push"], "wallet": ["email"]},
    }


class PreferencesSet(Message):
    """The preferences stand."""

    example: ClassVar[dict[str, Any]] = {}
