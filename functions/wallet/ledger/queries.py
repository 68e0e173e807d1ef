"""Queries for entries that several rooms ask."""

from core.queries import Query
from wallet.ledger.models import Entry

ENTRIES_AFTER = Query(Entry, where=(("number", ">"),), order=(("number", "ASCENDING"),))
