"""What goes over the wire to and from the callables of messaging."""

from typing import Any, ClassVar

from pydantic import Field

from core.callables import Message
from messaging.models import Channel, Digest, Group, Language, TimeOfDay


class Quiet(Message):
    """Quiet hours: from when until when pushes wait, on the person's own clock."""

    start: TimeOfDay = Field(
        description="When pushes begin to wait: `HH:MM` on a clock of 24 hours, in `zone`."
    )
    end: TimeOfDay = Field(
        description="When those that waited are sent: `HH:MM`, on the next day where it is before "
        "`start`."
    )


class SetPreferences(Message):
    """How the caller wants to hear. What is left out is as for who never said anything."""

    language: Language = Field(
        default=Language.ENGLISH,
        description="The language of e-mails and pushes: English or Hindi.",
    )
    zone: str = Field(
        default="Asia/Kolkata",
        max_length=64,
        pattern=r"^[A-Za-z0-9_+/-]+$",
        description="The person's time zone, a name of the IANA database; quiet hours and shown "
        "times go by it.",
    )
    quiet: Quiet | None = Field(
        default=Quiet(start="21:00", end="07:00"),
        description="When pushes wait. Null for no quiet hours; the same time twice is none as "
        "well. Left out, 21:00 to 07:00.",
    )
    channels: dict[Group, list[Channel]] = Field(
        default={},
        description="The channels of a group of notices, beside the inbox. A group left out keeps "
        "its own channels; an empty list leaves the inbox alone. `account` and `privacy` "
        "cannot be named: they always arrive by every channel.",
    )
    digest: Digest | None = Field(
        default=None,
        description="For admins: how often to hear of visits, accounts and tickets that wait for "
        "any of them; left out, by the hour. Nobody else may name it.",
    )

    example: ClassVar[dict[str, Any]] = {
        "language": "hi",
        "zone": "Asia/Kolkata",
        "quiet": {"start": "22:00", "end": "06:30"},
        "channels": {"uploads": ["push"], "wallet": ["email"]},
    }


class PreferencesSet(Message):
    """The preferences stand."""

    example: ClassVar[dict[str, Any]] = {}
