"""Requests about prices. Amounts in paise, shares in basis points."""

from typing import ClassVar

from pydantic import Field

from core.callables import Message
from core.fields import Whole
from core.idempotency import IdempotencyKey
from wallet.examples import KEY
from wallet.ledger.terms import STANDARD, Prices, Tariff

_PRICES = {
    "visit": 150000,
    "tax": 1800,
    "late_cancellation": 5000,
    "no_show": 10000,
    "low_balance": 300000,
}


class GetPrices(Message):
    """The caller's own prices; admins may name a tariff."""

    tariff: Tariff | None = Field(
        default=None,
        description="The tariff to show, for admins; left out, `standard`. Not used for others, "
        "who get the one of their wallet.",
    )

    example: ClassVar = {}


class Amount(Message):
    """What something costs: net, the tax on it, and both."""

    net: int = Field(description="What it costs without tax, in paise.")
    tax: int = Field(description="The tax on it, in paise.")
    total: int = Field(description="What is paid in all, in paise: net and tax.")

    example: ClassVar = {"net": 150000, "tax": 27000, "total": 177000}


class Quote(Message):
    """What visits cost. A request for a visit names the price list that its prices are of."""

    tariff: str = Field(description="The tariff that these prices are of.")
    price_list: int = Field(
        description="The number of its version; 0 where none was published, and visits are free. A "
        "request for a visit names it."
    )
    visit: Amount = Field(description="The fee of a visit.")
    late_cancellation: Amount = Field(
        description="What is kept of the fee where a clinic cancels after an operator accepted."
    )
    no_show: Amount = Field(
        description="What is kept of the fee where the operator meets nobody to scan."
    )
    low_balance: int = Field(
        description="The balance in paise below which owners are told to top up."
    )
    published: Prices | None = Field(
        default=None,
        description="The prices as `wallet/publish_prices` takes them, commission and rates "
        "included, for admins; null for others, and where none was published.",
    )

    example: ClassVar = {
        "tariff": STANDARD,
        "price_list": 3,
        "visit": Amount.example,
        "late_cancellation": {"net": 75000, "tax": 13500, "total": 88500},
        "no_show": Amount.example,
        "low_balance": 300000,
        "published": None,
    }


class PublishPrices(Message):
    """The next version of a tariff."""

    tariff: Tariff = Field(
        default=STANDARD,
        description="The tariff to publish a version of, in lower-case words with hyphens; a new "
        "name makes a new tariff.",
    )
    replaces: Whole = Field(
        le=1_000_000,
        ge=0,
        description="The number of the version that was seen, which `wallet/get_prices` calls "
        "`price_list`; 0 for the first of a tariff.",
    )
    prices: Prices = Field(
        description="The prices from now on, all of them; visits that were asked for keep theirs."
    )
    idempotency_key: IdempotencyKey

    example: ClassVar = {
        "tariff": STANDARD,
        "replaces": 2,
        "prices": _PRICES,
        "idempotency_key": KEY,
    }
