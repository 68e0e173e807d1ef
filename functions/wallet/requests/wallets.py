"""Requests about balances, statements, corrections and credit. Amounts in paise."""

from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, AwareDatetime, Field
from pydantic_core import PydanticCustomError

from core.access import Role
from core.callables import Message
from core.fields import DocId, Text
from core.idempotency import IdempotencyKey
from wallet.models import Billing, Kind
from wallet.requests.examples import KEY, TRANSACTION, VISIT, WALLET
from wallet.requests.prices import Tariff


def _moving(paise: int) -> int:
    if not paise:
        raise PydanticCustomError("nothing", "Give an amount above or below zero")
    return paise


#: Up to a crore of rupees, either way.
Correction = Annotated[int, Field(ge=-1_000_000_000, le=1_000_000_000), AfterValidator(_moving)]
Reason = Annotated[Text, Field(min_length=3)]


class GetBalance(Message):
    """The caller's own wallet or, for admins, the one that is named."""

    wallet_id: DocId | None = None

    example: ClassVar = {}


class Balance(Message):
    """What a wallet has. `spendable` counts the credit limit in."""

    wallet_id: str
    currency: Literal["INR"] = "INR"
    available: int
    held: int
    credit_limit: int
    spendable: int

    example: ClassVar = {
        "wallet_id": WALLET,
        "currency": "INR",
        "available": 250000,
        "held": 118000,
        "credit_limit": 0,
        "spendable": 250000,
    }


class GetStatement(GetBalance):
    """One page of a wallet's entries, the last one first."""

    limit: Annotated[int, Field(ge=1, le=100)] = 50
    cursor: Annotated[str, Field(max_length=500)] | None = None

    example: ClassVar = {"limit": 50}


class Line(Message):
    """An entry: what changed, and the balances after it."""

    number: int
    at: AwareDatetime
    kind: Kind
    reference: str
    transaction_id: str
    available_change: int
    held_change: int
    available: int
    held: int

    example: ClassVar = {
        "number": 7,
        "at": "2026-05-04T04:00:00Z",
        "kind": "hold",
        "reference": VISIT,
        "transaction_id": TRANSACTION,
        "available_change": -118000,
        "held_change": 118000,
        "available": 132000,
        "held": 118000,
    }


class Statement(Message):
    """The page, and the cursor for the next; no cursor, no next page."""

    lines: list[Line]
    cursor: str | None

    example: ClassVar = {"lines": [Line.example], "cursor": None}


class Adjust(Message):
    """Correct a wallet's balance, up or down, with the reason for the books."""

    wallet_id: DocId
    kind: Literal[Role.CLINIC, Role.LAB]
    paise: Correction
    reason: Reason
    idempotency_key: IdempotencyKey

    example: ClassVar = {
        "wallet_id": WALLET,
        "kind": "clinic",
        "paise": 250000,
        "reason": "Bank transfer of 3 May, reference 4711.",
        "idempotency_key": KEY,
    }


class SetTerms(Message):
    """How far a wallet may fall below zero, and the tariff that it pays; None leaves it."""

    wallet_id: DocId
    kind: Literal[Role.CLINIC, Role.LAB]
    credit_limit: Annotated[int, Field(ge=0, le=1_000_000_000)] | None = None
    tariff: Tariff | None = None

    example: ClassVar = {"wallet_id": WALLET, "kind": "clinic", "credit_limit": 500000}


class TermsSet(Message):
    """The terms as they stand."""

    wallet_id: str
    credit_limit: int
    tariff: str

    example: ClassVar = {"wallet_id": WALLET, "credit_limit": 500000, "tariff": "standard"}


class SetBilling(Message):
    """Whom the caller's invoices are made out to, from the next one on."""

    billing: Billing

    example: ClassVar = {
        "billing": {
            "legal_name": "Smile Dental Care LLP",
            "address": "12 MG Road, Pune 411001",
            "state": "27",
            "gstin": "27AAPFU0939F1ZV",
        }
    }


class BillingSet(Message):
    """The details as they stand."""

    wallet_id: str
    billing: Billing

    example: ClassVar = {"wallet_id": WALLET, **SetBilling.example}


class Refund(Message):
    """Give back a captured fee: whole, what is left of it, or a part."""

    wallet_id: DocId
    #: The transaction that captured it, as the statement names it.
    transaction_id: DocId
    #: None for all that is left; a part is a rupee at least.
    paise: Annotated[int, Field(gt=0, le=1_000_000_000)] | None = None
    reason: Reason
    idempotency_key: IdempotencyKey

    example: ClassVar = {
        "wallet_id": WALLET,
        "transaction_id": TRANSACTION,
        "reason": "The operator came three hours late.",
        "idempotency_key": KEY,
    }


class ReleaseExpired(Message):
    """Release at most so many holds whose time is over, of one wallet or of all."""

    wallet_id: DocId | None = None
    limit: Annotated[int, Field(ge=1, le=200)] = 100

    example: ClassVar = {}


class Released(Message):
    """How many holds were released."""

    released: int

    example: ClassVar = {"released": 3}


class Booked(Message):
    """The transaction, the same for every retry."""

    transaction_id: str

    example: ClassVar = {"transaction_id": TRANSACTION}
