"""Requests about prices. Amounts in paise, shares in basis points."""

from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from core.callables import Message
from core.idempotency import IdempotencyKey
from wallet.models.prices import STANDARD, Prices
from wallet.requests.examples import KEY

Tariff = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]

_PRICES = {
    "visit": 150000,
    "tax": 1800,
    "late_cancellation": 5000,
    "no_show": 10000,
    "low_balance": 300000,
}


class GetPrices(Message):
    """The caller's own prices; admins may name a tariff."""

    tariff: Tariff | None = None

    example: ClassVar = {}


class Amount(Message):
    """What something costs: net, the tax on it, and both."""

    net: int
    tax: int
    total: int

    example: ClassVar = {"net": 150000, "tax": 27000, "total": 177000}


class Quote(Message):
    """What visits cost. A request for a visit names the price list that its prices are of."""

    tariff: str
    price_list: int
    visit: Amount
    late_cancellation: Amount
    no_show: Amount
    low_balance: int

    example: ClassVar = {
        "tariff": STANDARD,
        "price_list": 3,
        "visit": Amount.example,
        "late_cancellation": {"net": 75000, "tax": 13500, "total": 88500},
        "no_show": Amount.example,
        "low_balance": 300000,
    }


class PublishPrices(Message):
    """The next version of a tariff.

    `replaces` is the number of the version that was seen, 0 for none.
    """

    tariff: Tariff = STANDARD
    replaces: Annotated[int, Field(ge=0)]
    prices: Prices
    idempotency_key: IdempotencyKey

    example: ClassVar = {
        "tariff": STANDARD,
        "replaces": 2,
        "prices": _PRICES,
        "idempotency_key": KEY,
    }
