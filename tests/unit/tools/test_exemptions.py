"""Which fields have no index of their own: large ones that nobody asks for, and those alone."""

from __future__ import annotations

import json

import pytest

from core.documents import Document
from core.queries import Query
from tests.support.sources import ROOT
from tools import exemptions

HELD = json.loads((ROOT / "firestore.indexes.json").read_text(encoding="utf-8"))["fieldOverrides"]
NONE = {(e["collectionGroup"], e["fieldPath"]) for e in HELD if not e["indexes"]}
TIMED = {(e["collectionGroup"], e["fieldPath"]) for e in HELD if e.get("ttl")}


def test_the_file_has_what_follows_from_the_declared_queries():
    """`python -m tools.exemptions` writes it."""
    assert exemptions.overrides(HELD) == HELD
    assert len(HELD) <= exemptions.MOST


def test_no_declared_query_asks_for_a_field_without_an_index():
    asked = exemptions.asked()
    for collection, field in NONE - TIMED:
        names = asked.get(collection, set())
        assert not [n for n in names if n == field or n.startswith(f"{field}.")], (
            collection,
            field,
        )


@pytest.mark.parametrize(
    ("collection", "field", "exempt"),
    [
        ("audit", "refs", True),
        ("audit", "at", False),
        ("audit_seals", "entries", True),
        # Of a range, its end is asked for.
        ("audit_seals", "since", True),
        ("audit_seals", "until", False),
        ("clinics", "owners", False),
        ("files", "report", True),
        ("files", "fingerprints", False),
        ("operators", "bookings", True),
        ("operators", "area", False),
        ("visits", "slots", True),
        ("visits", "slot", False),
        # A list that may be missing, and a single value.
        ("wallets", "sales", True),
        ("wallets", "head", False),
    ],
)
def test_what_is_large_and_asked_for_by_nobody_is_exempt(collection, field, exempt):
    """By hand, each beside one that is asked for or is not large."""
    assert ((collection, field) in NONE) is exempt


def test_a_query_that_is_added_takes_the_exemption_away():
    (seal,) = [model for model in Document.registry if model.__name__ == "Seal"]
    assert ("audit_seals", "since") in exemptions.exempted()
    query = Query(seal, where=(("since.at", ">="),))
    try:
        assert ("audit_seals", "since") not in exemptions.exempted()
    finally:
        Query.registry.remove(query)


def test_what_has_a_time_to_live_keeps_it():
    kept = [each for each in exemptions.overrides(HELD) if each.get("ttl")]
    assert {(each["collectionGroup"], each["fieldPath"]) for each in kept} == TIMED != set()
