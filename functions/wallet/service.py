"""What other packages use of the wallet: fees, the money of orders, and their refusals."""

from typing import TYPE_CHECKING

from wallet.ledger.errors import BillingMissing, InsufficientFunds
from wallet.prices.errors import PricesChanged

if TYPE_CHECKING:
    from core.context import Context
    from core.queries import Aggregation, Search
    from core.reading import Key
    from core.units import UnitOfWork
    from wallet.fees.order_money import OrderMoney
    from wallet.fees.visit_fees import Fees
    from wallet.ledger.subjects import Subject

__all__ = [
    "BillingMissing",
    "Fees",
    "InsufficientFunds",
    "OrderMoney",
    "PricesChanged",
    "ask_for_payouts",
    "fee_keys",
    "fees",
    "key_of",
    "lacks_billing",
    "order_money",
    "order_subject",
    "payouts_waiting",
    "prices_of",
    "release_expired_holds",
]


def fees(unit: "UnitOfWork", ctx: "Context") -> "Fees":
    """Return the fees of a unit's visits, to be read, settled and then written together."""
    from wallet.fees.visit_fees import (
        Fees,
    )  # most functions move no money; they start faster without

    return Fees(unit, ctx)


def fee_keys(ctx: "Context", clinic_id: str, visit_id: str) -> "list[Key]":
    """Return where the hold of a visit's fee stands, which its end reads."""
    from wallet.fees import visit_fees  # as above

    return visit_fees.keys_of(ctx, clinic_id, visit_id)


def order_money(unit: "UnitOfWork", ctx: "Context") -> "OrderMoney":
    """Return the money of a unit's order, to be read, settled and then written."""
    from wallet.fees.order_money import OrderMoney  # as above

    return OrderMoney(unit, ctx)


def order_subject(on: str, clinic: str, lab: str) -> "Subject":
    """Return what the papers of an order say of it: the day it is wanted by, and both sides."""
    from wallet.ledger.subjects import Subject  # as above

    return Subject(on=on, clinic=clinic, lab=lab)


def lacks_billing(unit: "UnitOfWork", wallet_id: str) -> list[str]:
    """Return the billing details that an organisation has to save yet, by name. One read."""
    from wallet.ledger.billing import Billing  # as above
    from wallet.ledger.models import Wallet

    found = unit.get(Wallet, wallet_id)
    if found is not None and found.billing is not None:
        return []
    return [name for name, field in Billing.model_fields.items() if field.is_required()]


def key_of(wallet_id: str) -> "Key":
    """Return where a wallet stands, for another package to read ahead."""
    from wallet.ledger.models import Wallet  # as above

    return (Wallet, wallet_id)


def prices_of(unit: "UnitOfWork", wallet_id: str) -> "tuple[Key, list[Search]]":
    """Return where a wallet stands, and the search for the prices of its tariff. One read."""
    from wallet.prices import tariffs  # as above

    return tariffs.of_wallet(unit, wallet_id)


def release_expired_holds(ctx: "Context") -> int:
    """Release the holds whose time is over; what one sweep leaves, the next one does."""
    from wallet.accounts import admin_operations, expiry  # as above

    return expiry.release_expired(ctx.store, ctx.clock, admin_operations.CLERK)


def ask_for_payouts(ctx: "Context") -> int:
    """Ask for the payouts of labs that are paid on the schedule; how many that made."""
    from wallet.payouts import asking  # as above

    return asking.ask_on_schedule(ctx)


def payouts_waiting() -> "Aggregation":
    """Return what counts the payouts that wait for an admin's approval: a read a thousand."""
    from wallet.payouts import listing  # only digests do

    return listing.waiting()
