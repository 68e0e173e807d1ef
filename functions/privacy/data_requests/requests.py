"""The requests and responses of the rights' callables, with an example of each."""

from datetime import datetime
from typing import Annotated, ClassVar, Literal, Self

from pydantic import AwareDatetime, Field

from accounts.models import Address
from core.callables import Message
from core.fields import PRINTABLE, DocId
from core.idempotency import IdempotencyKey
from core.paging import PageRequest, PageResponse
from privacy.models.rights import Authority, PrivacyRequest, RequestKind, RequestState

_ID = "r7Wm2KxTq9LcVb4NzHd1"
_KEY = "8d1c1f0e-5c6b-4f6e-9d2e-0f6f3f6a7b21"
_PATIENT = "p5Xn8RkWv2QdJc7LtZs3"
_REASON = Literal["identity-not-proven", "not-theirs", "law-forbids", "unfounded"]


class AskExport(Message):
    """Ask for an archive of all that is held: of oneself or, for a clinic, of a patient."""

    patient_id: DocId | None = Field(
        default=None,
        description="The patient of the caller's clinic. Null: the caller's own account.",
    )
    idempotency_key: IdempotencyKey

    example: ClassVar = {"idempotency_key": _KEY}


class AskErasure(Message):
    """Ask for the erasure of one's account or, for a clinic's owner, of a patient."""

    patient_id: DocId | None = Field(
        default=None,
        description="The patient of the clinic that the caller owns. Null: the caller's own "
        "account.",
    )
    idempotency_key: IdempotencyKey

    example: ClassVar = {"patient_id": _PATIENT, "idempotency_key": _KEY}


class AskCorrection(Message):
    """Ask for another name or address of one's own clinic or lab; an admin decides."""

    organisation: Annotated[Address, PRINTABLE] = Field(
        description="The name and address as they should be, all of them; the clinic or lab is "
        "the caller's."
    )
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

    request_id: str = Field(
        description="The request. Listen to `privacy_requests/{request_id}` for what comes of it."
    )
    state: RequestState = Field(
        description="Where the request stands: an erasure in `cooling_off`, the others `received`."
    )
    due_at: AwareDatetime = Field(description="By when it has to be answered, in UTC.")
    starts_at: AwareDatetime | None = Field(
        description="When the erasure begins, in UTC: until then `privacy/cancel_request` takes "
        "it back. Null for exports and corrections."
    )

    example: ClassVar = {
        "request_id": _ID,
        "state": "cooling_off",
        "due_at": "2026-06-03T09:30:00Z",
        "starts_at": "2026-05-11T09:30:00Z",
    }


class OneRequest(Message):
    """A request of one's own, or of the clinic."""

    request_id: DocId = Field(
        description="The request, about the caller's own account or about a patient of the "
        "caller's clinic."
    )

    example: ClassVar = {"request_id": _ID}


class RequestNow(Message):
    """The request and its state."""

    request_id: str = Field(description="The request that was taken back or answered.")
    state: RequestState = Field(description="Where the request stands now.")

    example: ClassVar = {"request_id": _ID, "state": "withdrawn"}


class AnswerRequest(Message):
    """Approve a correction, or refuse a request with a reason."""

    request_id: DocId = Field(description="The request, as `privacy/list_requests` answered it.")
    answer: Literal["approve", "refuse"] = Field(
        description="`approve` a correction, which is written at once, or `refuse` any request "
        "that has not begun."
    )
    reason: _REASON | None = Field(
        default=None,
        description="Why it is refused; whoever asked reads it in the request. "
        "`identity-not-proven`: nothing shows that it comes from who it names. `not-theirs`: the "
        "data is not of who asks. `law-forbids`: a law stands against it. `unfounded`: there is "
        "no ground for it. Null where it is approved; left out in a refusal, `unfounded`.",
    )

    example: ClassVar = {"request_id": _ID, "answer": "refuse", "reason": "identity-not-proven"}


class ListRequests(PageRequest):
    """List requests in a state, those due first first."""

    state: RequestState = Field(
        default=RequestState.RECEIVED,
        description="Where the requests stand, such as `received` for corrections that need an "
        "answer.",
    )

    example: ClassVar = {"state": "cooling_off"}


class RequestRow(Message):
    """One request, without what it says of anyone."""

    request_id: str = Field(description="The request, as `privacy/answer_request` takes it.")
    kind: RequestKind = Field(description="What was asked for.")
    subject: str = Field(
        description="Whose data it is about: the path of an account or of a patient."
    )
    asked_by: str = Field(description="The uid of whoever asked.")
    authority: Authority = Field(description="What entitles whoever asked.")
    state: RequestState = Field(description="Where the request stands.")
    asked_at: AwareDatetime = Field(description="When it was asked, in UTC.")
    due_at: AwareDatetime = Field(
        description="By when it has to be answered, in UTC. The list is ordered by it."
    )
    overdue: bool = Field(description="Whether `due_at` is over.")
    fields: list[str] = Field(
        description="Which fields a correction is to change, without what they say; empty for the "
        "others."
    )

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


class Requests(PageResponse):
    """One page of requests and, where more may follow, the cursor for the next."""

    requests: list[RequestRow] = Field(
        description="The requests of this page, those due first first."
    )

    example: ClassVar = {"requests": [RequestRow.example], "cursor": None}


class ShowRequest(Message):
    """Any request, for an admin."""

    request_id: DocId = Field(description="The request, as `privacy/list_requests` answered it.")

    example: ClassVar = {"request_id": _ID}


class RequestShown(Message):
    """One request with what it says, where it stands and what is in its way."""

    request: RequestRow = Field(description="The request, as the list has it.")
    starts_at: AwareDatetime | None = Field(
        description="When an erasure begins, in UTC; until then it can be taken back. Null for "
        "the others."
    )
    wanted: dict[str, str] = Field(
        description="What a correction is to write, by field; empty for the others, and once it "
        "was refused or taken back."
    )
    before: dict[str, str] = Field(
        description="What stands there now; once a correction was written, what stood there "
        "before. Empty for the others, and where who asked owns no clinic or lab any more."
    )
    in_the_way: list[str] = Field(
        description="The reason codes of all that would stop an erasure if it began now; empty "
        "for the others, and once it has ended."
    )
    reasons: list[str] = Field(
        description="Why it was refused, or had to wait when it was tried last: reason codes."
    )
    kept: dict[str, str] = Field(
        description="What an erasure leaves: grounds, each with the last day that it counts."
    )
    answered_by: str | None = Field(
        description="The uid of the admin who answered it; null where nobody did."
    )
    done_at: AwareDatetime | None = Field(
        description="When it came to an end, in UTC; null until then."
    )

    example: ClassVar = {
        "request": RequestRow.example,
        "starts_at": "2026-05-11T09:30:00Z",
        "wanted": {},
        "before": {},
        "in_the_way": ["orders-open"],
        "reasons": [],
        "kept": {},
        "answered_by": None,
        "done_at": None,
    }


class ExportLink(Message):
    """A signed link to the archive."""

    url: str = Field(description="The archive, for GET: a ZIP, saved as a download.")
    expires_at: AwareDatetime = Field(
        description="When the link stops working, in UTC and minutes from now; ask anew after it."
    )

    example: ClassVar = {
        "url": "https://storage.googleapis.com/scanner/exports/…",
        "expires_at": "2026-05-04T09:40:00Z",
    }
