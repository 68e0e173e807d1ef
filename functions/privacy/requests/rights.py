"""The requests and responses of the rights' callables, with an example of each."""

from datetime import datetime
from typing import Annotated, ClassVar, Literal, Self

from pydantic import AwareDatetime, Field

from accounts.models import Address
from core.callables import Message
from core.fields import DocId
from core.idempotency import IdempotencyKey
from privacy.models.rights import Authority, PrivacyRequest, RequestKind, RequestState

_ID = "r7Wm2KxTq9LcVb4NzHd1"
_KEY = "8d1c1f0e-5c6b-4f6e-9d2e-0f6f3f6a7b21"
_PATIENT = "p5Xn8RkWv2QdJc7LtZs3"
_REASON = Literal["identity-not-proven", "not-theirs", "law-forbids", "unfounded"]


class AskExport(Message):
    """Ask for an archive of all that is held: of oneself or, for a clinic, of a patient."""

    patient_id: DocId | None = None
    idempotency_key: IdempotencyKey

    example: ClassVar = {"idempotency_key": _KEY}


class AskErasure(Message):
    """Ask for the erasure of one's account or, for a clinic's owner, of a patient."""

    patient_id: DocId | None = None
    idempotency_key: IdempotencyKey

    example: ClassVar = {"patient_id": _PATIENT, "idempotency_key": _KEY}


class AskCorrection(Message):
    """Ask for another name or address of one's own clinic or lab; an admin decides."""

    organisation: Address
    idempotency_key: IdempotencyKey

    example: ClassVar = {
        "organisation": {
            "name": "Smile Dental Care",
            "address": "14 MG Road",
            "city": "Pune",
            "pincode": "411001",
        },
        "idempotency_key": _KEY,
    }


class Asked(Message):
    """The request, its state, by when it is answered and, for an erasure, when that begins."""

    request_id: str
    state: RequestState
    due_at: AwareDatetime
    starts_at: AwareDatetime | None

    example: ClassVar = {
        "request_id": _ID,
        "state": "cooling_off",
        "due_at": "2026-06-03T09:30:00Z",
        "starts_at": "2026-05-11T09:30:00Z",
    }


class OneRequest(Message):
    """A request of one's own, or of the clinic."""

    request_id: DocId

    example: ClassVar = {"request_id": _ID}


class RequestNow(Message):
    """The request and its state."""

    request_id: str
    state: RequestState

    example: ClassVar = {"request_id": _ID, "state": "withdrawn"}


class AnswerRequest(Message):
    """Approve a correction, or refuse a request with a reason."""

    request_id: DocId
    answer: Literal["approve", "refuse"]
    reason: _REASON | None = None

    example: ClassVar = {"request_id": _ID, "answer": "refuse", "reason": "identity-not-proven"}


class ListRequests(Message):
    """List requests in a state, those due first first."""

    state: RequestState = RequestState.RECEIVED
    limit: Annotated[int, Field(ge=1, le=100)] = 50
    cursor: str | None = None

    example: ClassVar = {"state": "cooling_off"}


class RequestRow(Message):
    """One request, without what it says of anyone."""

    request_id: str
    kind: RequestKind
    subject: str
    asked_by: str
    authority: Authority
    state: RequestState
    asked_at: AwareDatetime
    due_at: AwareDatetime
    overdue: bool
    fields: list[str]

    example: ClassVar = {
        "request_id": _ID,
        "kind": "erasure",
        "subject": "users/kJ3nQ8vYt2RcXz1LmP0aWd7sEf42",
        "asked_by": "kJ3nQ8vYt2RcXz1LmP0aWd7sEf42",
        "authority": "person",
        "state": "cooling_off",
        "asked_at": "2026-05-04T09:30:00Z",
        "due_at": "2026-06-03T09:30:00Z",
        "overdue": False,
        "fields": [],
    }

    @classmethod
    def of(cls, request: PrivacyRequest, now: datetime) -> Self:
        """Return a request as admins see it; of a correction the names of the fields alone."""
        return cls(
            request_id=request.id,
            kind=request.kind,
            subject=request.subject,
            asked_by=request.asked_by,
            authority=request.authority,
            state=request.state,
            asked_at=request.asked_at,
            due_at=request.due_at,
            overdue=request.due_at < now,
            fields=sorted(request.wanted),
        )


class Requests(Message):
    """One page of requests and, where more may follow, the cursor for the next."""

    requests: list[RequestRow]
    cursor: str | None

    example: ClassVar = {"requests": [RequestRow.example], "cursor": None}


class ExportLink(Message):
    """A signed link to the archive."""

    url: str
    expires_at: AwareDatetime

    example: ClassVar = {
        "url": "https://storage.googleapis.com/scanner/exports/…",
        "expires_at": "2026-05-04T09:40:00Z",
    }
