"""Queries for entries that several rooms ask."""

from core.queries import Query
from wallet.ledger.models import WalletEntry

ENTRIES_AFTER = Query(WalletEntry, where=(("number", ">"),), order=(("number", "ASCENDING"),))
