"""Requests about balances, statements, corrections and credit. Amounts in paise."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import AfterValidator, AwareDatetime, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from core.access import Role
from core.callables import Message
from core.fields import PRINTABLE, DocId, Text, Whole
from core.idempotency import IdempotencyKey
from core.paging import PageRequest, PageResponse
from wallet.examples import KEY, TRANSACTION, VISIT, WALLET
from wallet.ledger.billing import Billing
from wallet.ledger.models import TransactionKind
from wallet.ledger.terms import Tariff


def _moving(paise: int) -> int:
    if not paise:
        raise PydanticCustomError("nothing", "Give an amount above or below zero")
    return paise


#: Up to a crore of rupees, either way.
Correction = Annotated[Whole, Field(ge=-1_000_000_000, le=1_000_000_000), AfterValidator(_moving)]
Reason = Annotated[Text, Field(min_length=3)]
Pan = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{5}[0-9]{4}[A-Za-z]$", to_upper=True)]


class GetBalance(Message):
    """The caller's own wallet or, for admins, the one that is named."""

    wallet_id: DocId | None = Field(
        default=None,
        description="The wallet, for admins: the id of its clinic or lab. Others leave it out, or "
        "name their own.",
    )

    example: ClassVar = {}


class Balance(Message):
    """What a wallet has."""

    wallet_id: str = Field(description="The wallet: the id of its clinic or lab.")
    currency: Literal["INR"] = Field(
        default="INR", description="What all amounts are in: Indian rupees, as paise."
    )
    available: int = Field(
        description="What is there and not set aside, in paise; below zero where credit is used."
    )
    held: int = Field(description="What is set aside for visits and orders under way, in paise.")
    credit_limit: int = Field(
        description="How far `available` may fall below zero, in paise; 0 for no credit."
    )
    spendable: int = Field(
        description="What can be spent now, in paise: `available` and the credit limit; never "
        "below zero."
    )

    example: ClassVar = {
        "wallet_id": WALLET,
        "currency": "INR",
        "available": 250000,
        "held": 118000,
        "credit_limit": 0,
        "spendable": 250000,
    }


class GetStatement(GetBalance, PageRequest):
    """One page of a wallet's entries, the last one first."""

    example: ClassVar = {"limit": 50}


class StatementLine(Message):
    """An entry: what changed, and the balances after it."""

    number: int = Field(
        description="The number of the entry in this wallet, counted from 1 without a gap."
    )
    at: AwareDatetime = Field(description="When it was booked, in UTC.")
    kind: TransactionKind = Field(
        description="What was done. A `hold` sets money aside; a `capture` takes it, a `release` "
        "gives it back, and a `refund` gives back what was taken."
    )
    reference: str = Field(description="What it was for, such as the path of a visit or an order.")
    transaction_id: str = Field(
        description="The transaction behind it; `wallet/refund` takes that of a capture."
    )
    available_change: int = Field(
        description="By how much `available` changed, in paise; below zero where it went down."
    )
    held_change: int = Field(
        description="By how much `held` changed, in paise; below zero where it went down."
    )
    available: int = Field(description="What was available after it, in paise.")
    held: int = Field(description="What was set aside after it, in paise.")

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


class Statement(PageResponse):
    """The page, and the cursor for the next; no cursor, no next page."""

    lines: list[StatementLine] = Field(
        description="The entries of this page, the last one first; empty where nothing was booked."
    )

    example: ClassVar = {"lines": [StatementLine.example], "cursor": None}


class Adjust(Message):
    """Correct a wallet's balance, up or down, with the reason for the books."""

    wallet_id: DocId = Field(description="The wallet to correct: the id of its clinic or lab.")
    kind: Literal[Role.CLINIC, Role.LAB] = Field(
        description="Whether that id is a clinic's or a lab's."
    )
    paise: Correction = Field(
        description="What to add, in paise, up to a crore of rupees; below zero to take away. Not "
        "0."
    )
    reason: Reason = Field(description="Why, for the books, in words that name no patient.")
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

    wallet_id: DocId = Field(description="The wallet: the id of its clinic or lab.")
    kind: Literal[Role.CLINIC, Role.LAB] = Field(
        description="Whether that id is a clinic's or a lab's."
    )
    credit_limit: Annotated[Whole, Field(ge=0, le=1_000_000_000)] | None = Field(
        default=None,
        description="How far the wallet may fall below zero, in paise, 0 for no credit; left out, "
        "it stays as it is.",
    )
    tariff: Tariff | None = Field(
        default=None,
        description="The tariff that it pays from now on; left out, it stays as it is.",
    )

    example: ClassVar = {"wallet_id": WALLET, "kind": "clinic", "credit_limit": 500000}


class TermsSet(Message):
    """The terms as they stand."""

    wallet_id: str = Field(description="The wallet of the request.")
    credit_limit: int = Field(description="How far it may fall below zero now, in paise.")
    tariff: str = Field(description="The tariff that it pays now.")

    example: ClassVar = {"wallet_id": WALLET, "credit_limit": 500000, "tariff": "standard"}


class SetBilling(Message):
    """Whom the caller's invoices are made out to, from the next one on."""

    billing: Annotated[Billing, PRINTABLE] = Field(
        description="The customer as invoices are to name it, all of it anew."
    )
    pan: Pan | None = Field(
        default=None,
        description="The permanent account number (PAN) of a lab without a GSTIN, which holds one: "
        "without it more income tax is deducted of its sales. Left out, the one on record stays; "
        "null takes it away.",
    )

    @model_validator(mode="after")
    def _has_a_pan(self) -> Self:
        """Refuse a GSTIN that was made of no permanent account number: its third to twelfth letter.

        What is stored already is not held to it, so that it can be read.
        """
        gstin = self.billing.gstin
        if gstin is None and self.pan is None:
            return self
        from stdnum.in_ import pan  # only who sets details waits for it

        if gstin is not None and not pan.is_valid(gstin[2:12]):
            raise PydanticCustomError("pan", "The GSTIN holds no PAN: check its characters")
        if self.pan is not None and not pan.is_valid(self.pan):
            raise PydanticCustomError("pan", "This is no PAN: check its ten characters")
        if gstin is not None and self.pan not in {None, gstin[2:12]}:
            raise PydanticCustomError("pan_gstin", "The GSTIN was made of another PAN")
        return self

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

    wallet_id: str = Field(description="The caller's wallet: the id of its clinic or lab.")
    billing: Billing = Field(description="The customer as the next invoice will name it.")

    example: ClassVar = {"wallet_id": WALLET, **SetBilling.example}


class Refund(Message):
    """Give back a captured fee: whole, what is left of it, or a part."""

    wallet_id: DocId = Field(description="The wallet that paid the fee: the id of its clinic.")
    transaction_id: DocId = Field(
        description="The transaction that captured the fee, as a line of the statement names it."
    )
    paise: Annotated[Whole, Field(gt=0, le=1_000_000_000)] | None = Field(
        default=None,
        description="What to give back, in paise: a rupee at least, unless less is left of the "
        "fee. Left out, all that is left. After the 30 November that follows the financial year of "
        "the sale the tax stays with the government, and at most the net is left.",
    )
    reason: Reason = Field(description="Why, for the books, in words that name no patient.")
    idempotency_key: IdempotencyKey

    example: ClassVar = {
        "wallet_id": WALLET,
        "transaction_id": TRANSACTION,
        "reason": "The operator came three hours late.",
        "idempotency_key": KEY,
    }


class ReleaseExpired(Message):
    """Release at most so many holds whose time is over, of one wallet or of all."""

    wallet_id: DocId | None = Field(
        default=None, description="The wallet to look at: the id of its clinic; left out, all."
    )
    limit: Whole = Field(
        default=100,
        ge=1,
        le=200,
        description="How many holds to release at most, the oldest first; call again until fewer "
        "are released.",
    )

    example: ClassVar = {}


class Released(Message):
    """How many holds were released."""

    released: int = Field(
        description="How many holds were released by this call; fewer than `limit` where none is "
        "left."
    )

    example: ClassVar = {"released": 3}


class Booked(Message):
    """The transaction, the same for every retry."""

    transaction_id: str = Field(
        description="The transaction that was booked, the same for every retry."
    )

    example: ClassVar = {"transaction_id": TRANSACTION}
