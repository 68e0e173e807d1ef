"""What the payment gateway reports: its payments, refunds, disputes and settlements.

Sources: https://razorpay.com/docs/api/payments/entity/, .../refunds/entity/, .../disputes/entity/,
.../settlements/entity/ and .../settlements/fetch-recon/. Amounts are in paise, times in seconds of
Unix time.
"""

import hashlib
import re
from typing import Annotated, Self

from pydantic import ConfigDict, Field, StringConstraints

from core.lazy_model import LazyModel

_GATEWAY_ID = r"^[A-Za-z0-9][A-Za-z0-9_]{0,63}$"
#: An id of the gateway's, which is also the id of a document here.
GatewayId = Annotated[str, StringConstraints(pattern=_GATEWAY_ID)]
_Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
_Word = Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,40}$")]


class Reported(LazyModel):
    """What the gateway says. It adds fields as it likes, and people's data is among them."""

    model_config = ConfigDict(extra="ignore", frozen=True, hide_input_in_errors=True, strict=True)


class Unreadable(Reported):
    """Something that the gateway reports in a form that nobody knows here; its id, or a hash."""

    id: str

    @classmethod
    def of(cls, said: object) -> Self:
        """Name what was said by its id, and what has none by a hash of it."""
        found = said if isinstance(said, dict) else {}
        for name in ("id", "entity_id"):
            if re.fullmatch(_GATEWAY_ID, str(found.get(name, ""))):
                return cls(id=str(found[name]))
        return cls(id=hashlib.sha256(repr(said).encode()).hexdigest()[:32])


class GatewayPayment(Reported):
    """One payment; `status` is created, authorized, captured, refunded or failed."""

    id: GatewayId
    order_id: GatewayId | None = None
    amount: int
    currency: _Currency
    status: _Word | None = None

    @property
    def taken(self) -> bool:
        """Whether the platform was paid by it, whatever of it was given back since."""
        return self.status in {"captured", "refunded"}


class ReportedRefund(Reported):
    """A refund of a payment, whole or in part; `status` is pending, processed or failed."""

    id: GatewayId
    payment_id: GatewayId
    amount: int
    currency: _Currency
    status: _Word


class ReportedDispute(Reported):
    """A dispute over a payment, whole or in part, that the payer's bank raised.

    `status` is open, under_review, won, lost or closed; `amount_deducted` is what was taken from
    the platform's balance at the gateway, 0 until it is lost.
    """

    id: GatewayId
    payment_id: GatewayId
    amount: int
    currency: _Currency
    amount_deducted: Annotated[int, Field(ge=0)] = 0
    status: _Word
    respond_by: int | None = None


class ReportedSettlement(Reported):
    """What the gateway paid out to the platform's bank account; `status` is processed or others."""

    id: GatewayId
    amount: int
    fees: int = 0
    tax: int = 0
    status: _Word


class SettledItem(Reported):
    """A payment, refund or adjustment within a settlement; `amount` is before fees.

    `credit` came to the platform, less fees and the tax on them; `debit` left it.
    """

    entity_id: GatewayId
    type: _Word
    amount: int
    credit: int = 0
    debit: int = 0
    fee: int | None = None
    tax: int | None = None
    settlement_id: GatewayId | None = None
