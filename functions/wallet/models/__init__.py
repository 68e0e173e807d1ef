"""The documents of the wallet, one module per subject."""

from wallet.models.billing import Billing
from wallet.models.invoices import (
    Amounts,
    Covered,
    Invoice,
    InvoiceLine,
    Paper,
    Series,
    total,
)
from wallet.models.ledger import (
    Entry,
    Forward,
    Hold,
    HoldState,
    Kind,
    Posting,
    Transaction,
    Wallet,
)
from wallet.models.payments import Outcome, Payment, PaymentEvent, PaymentState
from wallet.models.prices import Item, PriceList, Prices, Sale, Terms

__all__ = [
    "Amounts",
    "Billing",
    "Covered",
    "Entry",
    "Forward",
    "Hold",
    "HoldState",
    "Invoice",
    "InvoiceLine",
    "Item",
    "Kind",
    "Outcome",
    "Paper",
    "Payment",
    "PaymentEvent",
    "PaymentState",
    "Posting",
    "PriceList",
    "Prices",
    "Sale",
    "Series",
    "Terms",
    "Transaction",
    "Wallet",
    "total",
]
