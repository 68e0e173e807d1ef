"""The requests and responses about breaches, with an example of each."""

from enum import StrEnum
from typing import Annotated, ClassVar, Literal, Self

from pydantic import AwareDatetime, Field, model_validator
from pydantic_core import PydanticCustomError

from core.callables import Message
from core.fields import DocId, Uid
from core.idempotency import IdempotencyKey
from privacy.models import BreachState, Risk

_BREACH = "b9Ts4HdKp2MwXq7LcRb5"
_LAB = "l9Ts4HdKp2MwXq7LcRb5"
_UID = "w7Kq2nB4yTgR8sVxZ1LmPc0dJfH3"


class Source(StrEnum):
    """Where those affected are looked for."""

    SHARES = "shares"
    AUDIT = "audit"


class OpenBreach(Message):
    """Through whose access, an account's or a lab's, and in which time data got out.

    The clock runs from `aware_at`, from now without it.
    """

    idempotency_key: IdempotencyKey
    uid: Uid | None = None
    lab_id: DocId | None = None
    since: AwareDatetime
    until: AwareDatetime
    aware_at: AwareDatetime | None = None

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

    breach_id: DocId
    action: Literal["assess", "notify", "close"]
    risk: Risk | None = None

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

    breach_id: str
    state: BreachState
    deadline_at: AwareDatetime

    example: ClassVar = {
        "breach_id": _BREACH,
        "state": "open",
        "deadline_at": "2026-05-07T04:00:00Z",
    }


class ListBreaches(Message):
    """One page of the breaches in a state, the earliest deadline first."""

    state: BreachState
    limit: Annotated[int, Field(ge=1, le=100)] = 50
    cursor: Annotated[str, Field(max_length=500)] | None = None

    example: ClassVar = {"state": "open"}


class BreachRow(Message):
    """One breach: through whose access, when, and what was done about it."""

    breach_id: str
    state: BreachState
    uid: str | None
    lab_id: str | None
    since: AwareDatetime
    until: AwareDatetime
    aware_at: AwareDatetime
    deadline_at: AwareDatetime
    opened_by: str
    moved_by: str
    risk: Risk | None
    assessed_at: AwareDatetime | None
    notified_at: AwareDatetime | None
    closed_at: AwareDatetime | None

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


class Breaches(Message):
    """The page, and the cursor for the next; no cursor, no next page."""

    breaches: list[BreachRow]
    cursor: str | None

    example: ClassVar = {"breaches": [BreachRow.example], "cursor": None}


class ListAffected(Message):
    """Whose data it was, by what was shared or by what the account did, page by page."""

    breach_id: DocId
    source: Source
    limit: Annotated[int, Field(ge=1, le=100)] = 100
    cursor: Annotated[str, Field(max_length=500)] | None = None

    example: ClassVar = {"breach_id": _BREACH, "source": "shares"}


class Affected(Message):
    """The paths, or ids, of those in one page of records; another page may name them again."""

    subjects: list[str]
    cursor: str | None

    example: ClassVar = {
        "subjects": ["clinics/c9Ts4HdKp2MwXq7LcRb5/patients/p9Ts4HdKp2MwXq7LcRb5"],
        "cursor": None,
    }
