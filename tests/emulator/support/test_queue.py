"""The queue of admins: how much of each kind waits, and nothing that does not wait."""

from __future__ import annotations

from support import queue
from tests.support.own_database import OwnDatabase

#: By the tables of docs/states.md: what an admin has to do, and what is another's or done.
WAITS = {
    "visits": ("requested", "declined", "rescheduled", "interrupted"),
    "users": ("pending",),
    "tickets": ("open",),
    "payouts": ("requested", "endorsed"),
    "jobs": ("failed",),
}
OTHERS = {
    "visits": ("assigned", "uploaded", "completed", "cancelled"),
    "users": ("active", "rejected", "suspended", "removed"),
    "tickets": ("answered", "closed"),
    "payouts": ("approved", "paid", "rejected"),
    "jobs": ("due", "done", "void"),
}


def test_what_waits_is_counted_at_a_read_each() -> None:
    alone = OwnDatabase()
    batch = alone.client.batch()
    for collection, states in WAITS.items():
        field = "status" if collection == "users" else "state"
        for state in (*states, *states[:1], *OTHERS[collection]):
            batch.set(alone.client.collection(collection).document(), {field: state})
    batch.commit()
    ctx = alone.ctx()
    assert queue.look(ctx).model_dump() == {
        "visits": 5, "accounts": 2, "tickets": 2, "payouts": 3, "jobs": 2,
    }  # fmt: skip
    assert (ctx.store.tally.reads, ctx.store.tally.writes) == (5, 0)
    assert queue.counts(ctx) == {"visits": 5, "accounts": 2, "tickets": 2, "payouts": 3}


def test_where_nothing_waits_all_are_zero() -> None:
    found = queue.look(OwnDatabase().ctx())
    assert set(found.model_dump().values()) == {0}
