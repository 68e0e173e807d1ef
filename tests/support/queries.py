"""Queries that tests alone ask: no code needs their index, and none declares them."""

from __future__ import annotations

from core.audit import AuditEntry
from core.queries import Query
from messaging.models import InboxItem


def unregistered(query: Query) -> Query:
    """Take a query, just made, out of the registry that indexes and declarations are held to."""
    assert Query.registry.pop() is query
    return query


#: Acts on record: of somebody, on something, of a kind.
ACTS_OF = unregistered(Query(AuditEntry, where=(("actor", "=="),)))
ACTS_ON = unregistered(Query(AuditEntry, where=(("subject", "=="),)))
ACTS_BY_NAME = unregistered(Query(AuditEntry, where=(("action", "=="),)))
#: The notices of somebody, under their path.
INBOX = unregistered(Query(InboxItem))
