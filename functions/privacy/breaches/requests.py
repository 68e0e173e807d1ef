"""The requests and responses about breaches and their notices, with an example of each."""

from enum import StrEnum
from typing import ClassVar, Literal, Self

from pydantic import AwareDatetime, Field, model_validator
from pydantic_core import PydanticCustomError

from core.callables import Message
from core.fields import DocId, PastTime, Uid
from core.idempotency import IdempotencyKey
from core.paging import PageRequest, PageResponse
from messaging.service import Language
from privacy.models import BreachState, Risk

_BREACH = "b9Ts4HdKp2MwXq7LcRb5"


_BREACH = "b9Ts4HdKp2MwXq7LcRb5"


class DraftNotice(Message):
    """The draft of the notice to those affected, in a language."""

    breach_id: DocId = Field(
        description="The breach that the notice is about. Assess it first: the draft names its "
        "risk."
    )
    language: Language = Field(default=Language.ENGLISH, description="The language to draft in.")

    example: ClassVar = {"breach_id": _BREACH, "language": "hi"}


class NoticeDraft(Message):
    """The text, with what people have to add in brackets."""

    text: str = Field(
        description="The notice as plain text, times as India's. What people have to write stands "
        "in square brackets."
    )

    example: ClassVar = {"text": "Personal data breach ..."}


_LAB = "l9Ts4HdKp2MwXq7LcRb5"


_UID = "w7Kq2nB4yTgR8sVxZ1LmPc0dJfH3"


class Source(StrEnum):
    """Where those affected are looked for."""

    SHARES = "shares"  # files that the lab, or the account, got links to
    AUDIT = "audit"  # what the account did or was shown; nothing for a lab


class OpenBreach(Message):
    """Through whose access, an account's or a lab's, and in which time data got out."""

    idempotency_key: IdempotencyKey
    uid: Uid | None = Field(
        default=None,
        description="The account through whose access data got out. Name it, or `lab_id`, or both.",
    )
    lab_id: DocId | None = Field(
        default=None,
        description="The lab through whose members' access data got out.",
    )
    since: PastTime = Field(description="When the access that should not have been began.")
    until: PastTime = Field(description="When it ended; later than `since`.")
    aware_at: PastTime | None = Field(
        default=None,
        description="When somebody of ours knew of it: the 72 hours run from here. Null: from now.",
    )

    example: ClassVar = {
        "idempotency_key": "7d4a52a6-3c0e-4c7e-9a3f-1d2b8c9e0f11",
        "lab_id": _LAB,
        "since": "2026-05-01T00:00:00Z",
        "until": "2026-05-03T00:00:00Z",
    }

    @model_validator(mode="after")
    def _of_somebody_and_some_time(self) -> Self:
        if not (self.uid or self.lab_id) or self.since >= self.until:
            raise PydanticCustomError(
                "breach", "Name a uid or a lab_id, and a time that ends after it begins"
            )
        return self


class MoveBreach(Message):
    """Note that a breach was assessed, with its risk, or notified, or closed."""

    breach_id: DocId = Field(
        description="The breach, as `privacy/open_breach` or `privacy/list_breaches` answered it."
    )
    action: Literal["assess", "notify", "close"] = Field(
        description="What was done. `assess`: its risk was assessed. `notify`: those affected and "
        "the Board were notified. `close`: nothing is left to do."
    )
    risk: Risk | None = Field(
        default=None,
        description="What the breach may mean for those whose data it is. Required with `assess`, "
        "null otherwise.",
    )

    example: ClassVar = {"breach_id": _BREACH, "action": "assess", "risk": "high"}

    @model_validator(mode="after")
    def _assessed_with_a_risk(self) -> Self:
        if (self.action == "assess") != (self.risk is not None):
            raise PydanticCustomError(
                "risk", "Give the risk where, and only where, a breach is assessed"
            )
        return self


class BreachNow(Message):
    """The breach, its state, and by when the Board and those affected have to be told."""

    breach_id: str = Field(description="The breach that was entered or moved on.")
    state: BreachState = Field(description="Where the breach stands now.")
    deadline_at: AwareDatetime = Field(
        description="By when the Data Protection Board and those affected have to be told, in "
        "UTC: 72 hours after `aware_at`."
    )

    example: ClassVar = {
        "breach_id": _BREACH,
        "state": "open",
        "deadline_at": "2026-05-07T04:00:00Z",
    }


class ListBreaches(PageRequest):
    """One page of the breaches in a state, the earliest deadline first."""

    state: BreachState = Field(
        description="Where the breaches stand, such as `open` for those that have to be assessed."
    )

    example: ClassVar = {"state": "open"}


class BreachRow(Message):
    """One breach: through whose access, when, and what was done about it."""

    breach_id: str = Field(
        description="The breach, as `privacy/move_breach` and `privacy/list_affected` take it."
    )
    state: BreachState = Field(description="Where the breach stands.")
    uid: str | None = Field(
        description="The account through whose access data got out; null where a lab alone is "
        "named."
    )
    lab_id: str | None = Field(
        description="The lab through whose access data got out; null where an account alone is "
        "named."
    )
    since: AwareDatetime = Field(
        description="When the access that should not have been began, in UTC."
    )
    until: AwareDatetime = Field(description="When it ended, in UTC.")
    aware_at: AwareDatetime = Field(
        description="When somebody of ours knew of it, in UTC: the clock starts."
    )
    deadline_at: AwareDatetime = Field(
        description="By when the Data Protection Board and those affected have to be told, in UTC."
    )
    opened_by: str = Field(description="The uid of the admin who entered it.")
    moved_by: str = Field(description="The uid of the admin who took the last step.")
    risk: Risk | None = Field(
        description="What it may mean for those whose data it is; null until it is assessed."
    )
    assessed_at: AwareDatetime | None = Field(
        description="When its risk was noted, in UTC; null until then."
    )
    notified_at: AwareDatetime | None = Field(
        description="When it was noted that all were told, in UTC; null until then."
    )
    closed_at: AwareDatetime | None = Field(
        description="When it was closed, in UTC; null until then."
    )

    example: ClassVar = {
        "breach_id": _BREACH,
        "state": "open",
        "uid": None,
        "lab_id": _LAB,
        "since": "2026-05-01T00:00:00Z",
        "until": "2026-05-03T00:00:00Z",
        "aware_at": "2026-05-04T04:00:00Z",
        "deadline_at": "2026-05-07T04:00:00Z",
        "opened_by": _UID,
        "moved_by": _UID,
        "risk": None,
        "assessed_at": None,
        "notified_at": None,
        "closed_at": None,
    }


class Breaches(PageResponse):
    """The page, and the cursor for the next; no cursor, no next page."""

    breaches: list[BreachRow] = Field(
        description="The breaches of this page, the earliest deadline first."
    )

    example: ClassVar = {"breaches": [BreachRow.example], "cursor": None}


class ListAffected(PageRequest):
    """Whose data it was, by what was shared or by what the account did, page by page."""

    breach_id: DocId = Field(
        description="The breach whose account or lab, and whose time, are looked up."
    )
    source: Source = Field(
        description="Which records are looked through. Look through both for a breach by an "
        "account."
    )

    example: ClassVar = {"breach_id": _BREACH, "source": "shares"}


class Affected(PageResponse):
    """The paths, or ids, of those in one page of records; another page may name them again."""

    subjects: list[str] = Field(
        description="Paths of patients, accounts and whatever else the records of this page are "
        "about, and ids that a list showed; each once. Another page may name them again."
    )

    example: ClassVar = {
        "subjects": ["clinics/c9Ts4HdKp2MwXq7LcRb5/patients/p9Ts4HdKp2MwXq7LcRb5"],
        "cursor": None,
    }
