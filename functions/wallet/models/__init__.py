"""The documents of the wallet, one module per subject."""

from wallet.models.billing import Billing
from wallet.models.ledger import Entry, Hold, HoldState, Kind, Posting, Transaction, Wallet
from wallet.models.prices import Item, PriceList, Prices, Sale, Terms

__all__ = [
    "Billing",
    "Entry",
    "Hold",
    "HoldState",
    "Item",
    "Kind",
    "Posting",
    "PriceList",
    "Prices",
    "Sale",
    "Terms",
    "Transaction",
    "Wallet",
]
