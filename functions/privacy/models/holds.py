"""Legal holds: whose data must stay as it is, by which order, and who let go of it."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import AwareDatetime, StringConstraints

from core.documents import Document
from privacy.models.declared import provable

_ABOUT = provable("user.unique_id")
_FACT = provable("system.operations")

#: The path of an account, of a patient, of a clinic or a lab: ids only.
HoldSubject = Annotated[
    str,
    StringConstraints(
        pattern=r"^(users/[A-Za-z0-9]{1,128}|labs/[A-Za-z0-9]{20}"
        r"|clinics/[A-Za-z0-9]{20}(/patients/[A-Za-z0-9]{20})?)$"
    ),
]
#: The number under which an authority, or a lawyer of ours, keeps the case. It has a digit and no
#: small letters, so that nobody's name is typed here.
CaseNumber = Annotated[
    str, StringConstraints(max_length=40, pattern=r"^[A-Z0-9 /.()-]*[0-9][A-Z0-9 /.()-]*$")
]


class HoldGround(StrEnum):
    """Why the law wants something kept.

    BNSS: Bharatiya Nagarik Suraksha Sanhita. DPDP Act: Digital Personal Data Protection Act.
    """

    COURT_ORDER = "court_order"  # an order of a court
    PRODUCTION_ORDER = "production_order"  # a court's or officer's written order: BNSS 2023 s. 94
    GOVERNMENT_DEMAND = "government_demand"  # a demand of the government: DPDP Act 2023 s. 36
    LEGAL_CLAIM = "legal_claim"  # to enforce a claim or defend one: DPDP Act 2023 s. 17(1)(a)


class LegalHoldState(StrEnum):
    """Where a hold stands."""

    ACTIVE = "active"  # it holds
    RELEASING = "releasing"  # it holds; one admin asked to let go of it, another confirms
    RELEASED = "released"  # it holds nothing any more


class LegalHold(Document):
    """`legal_holds/{hold_id}`: whose data is neither erased nor let go of, whoever asks."""

    path: ClassVar[str] = "legal_holds/{hold_id}"

    state: Annotated[LegalHoldState, _FACT] = LegalHoldState.ACTIVE
    subject: Annotated[HoldSubject, _ABOUT]
    ground: Annotated[HoldGround, _FACT]
    case_number: Annotated[CaseNumber, _FACT]
    set_by: Annotated[str, _ABOUT]
    set_at: Annotated[AwareDatetime, _FACT]
    #: Who asked to let go of it; nobody, once that was taken back.
    asked_by: Annotated[str | None, _ABOUT] = None
    asked_at: Annotated[AwareDatetime | None, _FACT] = None
    released_by: Annotated[str | None, _ABOUT] = None
    released_at: Annotated[AwareDatetime | None, _FACT] = None
