"""The documents of support."""

from datetime import timedelta
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import AwareDatetime, StringConstraints, computed_field

from core.access import Role
from core.documents import Document
from core.fields import NEVER_STORED, StoredProse
from core.privacy import FieldPolicy, Retention, Viewer, held
from scans.service import Attachment

#: What a ticket is about, in one line; requests say it with a `Name`.
StoredSubject = Annotated[
    str,
    StringConstraints(
        min_length=1, max_length=120, strip_whitespace=True, pattern=rf"^[^{NEVER_STORED}]*$"
    ),
]
#: The path of what it is about: a case or an order.
About = Annotated[str, StringConstraints(pattern=r"^(cases|orders)/[A-Za-z0-9]{20,40}$")]


class TicketState(StrEnum):
    """Where a ticket stands."""

    OPEN = "open"  # waits for an admin
    ANSWERED = "answered"  # waits for the person who opened it
    CLOSED = "closed"  # nobody waits; a message within thirty days opens it again


def _ticket(category: str) -> FieldPolicy:
    """Declare what the person reads who opened the ticket, and admins are shown, on record."""
    return held(category, Viewer.ACTIVE_SUBJECT, Viewer.ADMIN, kept=Retention.SUPPORT)


class Ticket(Document):
    """`tickets/{ticket_id}`: what somebody asks of support, and where it stands.

    Of the case or order that it is about it holds the ids alone.
    """

    path: ClassVar[str] = "tickets/{ticket_id}"
    readers = frozenset({Viewer.ACTIVE_SUBJECT})

    #: Who opened it, as what, acting for which clinic or lab.
    uid: Annotated[str, _ticket("user.unique_id")]
    role: Annotated[Role, _ticket("user.account")]
    org: Annotated[str | None, _ticket("user.contact.organization")] = None
    #: In the person's own words: it may name a patient, whatever the apps advise.
    subject: Annotated[StoredSubject, _ticket("user.content.private")]
    about: Annotated[About | None, _ticket("user.unique_id.pseudonymous")] = None
    #: The case, also of an order: once it is frozen, no files go along any more.
    case_id: Annotated[str | None, _ticket("user.unique_id.pseudonymous")] = None
    state: Annotated[TicketState, _ticket("system.operations")] = TicketState.OPEN
    #: Since when it is in its state: how long it waits, and when it was closed.
    since: Annotated[AwareDatetime, _ticket("system.operations")]
    assignee: Annotated[str | None, _ticket("user.unique_id")] = None
    opened_at: Annotated[AwareDatetime, _ticket("system.operations")]
    first_answered_at: Annotated[AwareDatetime | None, _ticket("system.operations")] = None
    #: When the last message was sent, and how many there are.
    last_at: Annotated[AwareDatetime, _ticket("system.operations")]
    messages: Annotated[int, _ticket("system.operations")]

    @computed_field  # type: ignore[prop-decorator]
    @property
    def first_answer_minutes(self) -> Annotated[int | None, _ticket("system.operations")]:
        """Tell how long the first answer took, in full minutes; None while there is none."""
        if self.first_answered_at is None:
            return None
        return (self.first_answered_at - self.opened_at) // timedelta(minutes=1)


class TicketMessage(Document):
    """`tickets/{ticket_id}/messages/{message_id}`: one message, which nobody changes afterwards."""

    path: ClassVar[str] = "tickets/{ticket_id}/messages/{message_id}"
    readers = frozenset({Viewer.ACTIVE_SUBJECT})

    #: Who opened the ticket: the rules go by it.
    uid: Annotated[str, _ticket("user.unique_id")]
    #: As whom it was written, and by whom.
    party: Annotated[str, _ticket("system.operations")]
    author: Annotated[str, _ticket("user.unique_id")]
    text: Annotated[StoredProse, _ticket("user.content.private")]
    attachments: Annotated[list[Attachment], _ticket("user.health_and_medical")] = []
    sent_at: Annotated[AwareDatetime, _ticket("system.operations")]
