"""Requests about balances, statements, corrections and credit. Amounts in paise."""

from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, AwareDatetime, Field
from pydantic_core import PydanticCustomError

from core.access import Role
from core.callables import Message
from core.fields import DocId, Text
from core.idempotency import IdempotencyKey
from wallet.models import Kind

_WALLET = "Zq8LrT4mXc2VbN6yHd0K"
_KEY = "0f8b2f6e-6a0e-4c58-9c43-8f7f6f1c2d3e"
_TRANSACTION = "5f2d8c1e9a7b4036d1c5e8f2a9b7c3d4e6f80123"


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
        "wallet_id": _WALLET,
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
        "reference": "visits/v5Hs8RcTj2FgWq7nPx0M",
        "transaction_id": _TRANSACTION,
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
    """Correct a wallet's balance, up or down, with the reason that its owner reads."""

    wallet_id: DocId
    kind: Literal[Role.CLINIC, Role.LAB]
    paise: Correction
    reason: Reason
    idempotency_key: IdempotencyKey

    example: ClassVar = {
        "wallet_id": _WALLET,
        "kind": "clinic",
        "paise": 250000,
        "reason": "Bank transfer of 3 May, reference 4711.",
        "idempotency_key": _KEY,
    }


class SetCreditLimit(Message):
    """How far a wallet may fall below zero."""

    wallet_id: DocId
    paise: Annotated[int, Field(ge=0, le=1_000_000_000)]

    example: ClassVar = {"wallet_id": _WALLET, "paise": 500000}


class Booked(Message):
    """The transaction, the same for every retry."""

    transaction_id: str

    example: ClassVar = {"transaction_id": _TRANSACTION}
