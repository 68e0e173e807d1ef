"""How everything ends: every collection has its row, and the deployment files say the same."""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import Any

import pytest

from core.documents import Document
from core.privacy import Retention
from core.queries import Query
from privacy.inventory.table import PLACES
from privacy.retention.rules import ByQuery, Never, RetentionRow, Ttl, WhileActive, With
from privacy.retention.schedule import QUERIED, ROWS
from tests.support.registry import models
from tests.support.sources import ROOT, SOURCES

IDS = [pytest.param(row, id=row.model.path) for row in ROWS]
INDEXES: dict[str, Any] = json.loads((ROOT / "firestore.indexes.json").read_text(encoding="utf-8"))
CLOCKLESS = {Retention.ACCOUNT, Retention.ORGANISATION}


def rules(model: type[Document]) -> set[Retention]:
    return {declared.kept for _, declared in model.declarations() if declared is not None}


@pytest.mark.parametrize("model", models(), ids=lambda model: model.path)
def test_every_collection_has_its_row(model: type[Document]) -> None:
    """A new one has to be decided about: how it ends."""
    rows = [row for row in ROWS if row.model is model]
    assert len(rows) == 1, f"add {model.__name__} ({model.path}) to privacy/retention/schedule.py"


def test_no_row_is_of_a_collection_that_is_no_more() -> None:
    assert {row.model for row in ROWS} == {place.model for place in PLACES}


@pytest.mark.parametrize("row", IDS)
def test_the_rule_is_what_the_fields_declare(row: RetentionRow) -> None:
    assert rules(row.model) == {row.rule, *row.earlier}
    assert isinstance(row.how, WhileActive) is (row.rule is Retention.ACCOUNT)
    if isinstance(row.how, ByQuery):
        assert row.how.timed is (row.rule not in CLOCKLESS)


def test_what_goes_with_something_goes_with_a_row_that_is_looked_for() -> None:
    """And under the same rule: else it would go early, or late."""
    followers = [row for row in ROWS if isinstance(row.how, With)]
    assert len(followers) > 10
    for row in followers:
        assert isinstance(row.how, With)
        assert QUERIED[row.how.row].rule is row.rule, row.name
    for row in ROWS:
        assert set(row.then) <= set(QUERIED)
        assert not isinstance(row.how, Never) or len(row.how.reason) > 20


def test_rows_that_are_looked_for_have_names_of_their_own() -> None:
    assert len(QUERIED) == sum(isinstance(row.how, ByQuery) for row in ROWS)
    assert all(re.fullmatch(r"[a-z_]+", name) for name in QUERIED)


def test_a_query_takes_the_cutoff_last_and_finds_the_oldest_first() -> None:
    for row in QUERIED.values():
        how, now = row.found, datetime.fromisoformat("2040-01-01T00:00:00Z")
        assert len(row.values(now)) == len(how.query.where)
        if how.timed:
            (name, op), ((ordered, direction),) = how.query.where[-1], how.query.order
            assert (op, ordered, direction) == ("<", name, "ASCENDING")


def test_what_firestore_takes_away_is_what_the_rows_say() -> None:
    said = {(row.name, row.how.field) for row in ROWS if isinstance(row.how, Ttl)}
    held = {
        (each["collectionGroup"], each["fieldPath"])
        for each in INDEXES["fieldOverrides"]
        if each.get("ttl")
    }
    assert said == held
    for row in ROWS:
        if isinstance(row.how, Ttl):
            assert row.how.field in {name for name, _ in row.model.declarations()}


def test_queries_of_collection_groups_have_their_index() -> None:
    """One field alone is indexed by itself within a collection, and across them only if asked."""
    asked = {
        (query.model.collection(), (query.order or query.where)[0][0])
        for query in Query.registry
        if query.group and query.index() is None
    }
    held = {
        (each["collectionGroup"], each["fieldPath"])
        for each in INDEXES["fieldOverrides"]
        if any(index.get("queryScope") == "COLLECTION_GROUP" for index in each["indexes"])
    }
    assert asked == held


# --- the bucket ----------------------------------------------------------------------------------

#: The folders that the code writes to, and how each of their objects ends.
FOLDERS = {
    "landing": 1,
    "statements": 1,
    "exports": 30,
    "payouts": 7,
    "cases": None,  # with their case
    "consents": None,  # with their patient
    "receipts": None,  # of orders: with their case
    "attachments": None,  # with their message, or unsent with their slot
    "invoices": None,  # with their invoice
    "erasures": None,  # with what they are receipts of
}


def _rules(bucket: str) -> list[dict[str, Any]]:
    text = (ROOT / f"storage.{bucket}.lifecycle.json").read_text(encoding="utf-8")
    rules: list[dict[str, Any]] = json.loads(text)["lifecycle"]["rule"]
    return rules


@pytest.mark.parametrize("bucket", ["landing", "clean"])
def test_a_buckets_lifecycle_takes_what_is_there_for_days_alone(bucket: str) -> None:
    """The landing zone's has what is written elsewhere now: there may be some of it still."""
    held = {}
    for rule in (r for r in _rules(bucket) if r["action"] == {"type": "Delete"}):
        assert rule.keys() == {"action", "condition"}
        assert rule["condition"].keys() == {"age", "matchesPrefix"}
        for prefix in rule["condition"]["matchesPrefix"]:
            assert prefix.endswith("/"), "else it also takes what only begins like it"
            held[prefix.removesuffix("/")] = rule["condition"]["age"]
    passing = {folder: days for folder, days in FOLDERS.items() if days is not None}
    if bucket == "clean":  # nothing lands there
        del passing["landing"]
    assert held == passing


@pytest.mark.parametrize("bucket", ["landing", "clean"])
def test_scans_alone_go_to_a_colder_class(bucket: str) -> None:
    """By hand, of decision 80: to Archive after 90 days; pictures and papers stay."""
    others = [rule for rule in _rules(bucket) if rule["action"] != {"type": "Delete"}]
    assert others == [
        {
            "action": {"type": "SetStorageClass", "storageClass": "ARCHIVE"},
            "condition": {"age": 90, "matchesPrefix": ["cases/"], "matchesSuffix": ["/content"]},
        }
    ]


def test_every_folder_that_the_code_writes_to_is_known() -> None:
    texts = [path.read_text(encoding="utf-8") for path in SOURCES]
    inside = r'f"([a-z]+)/\{[^"]*(?:/original|/statement\.|\.pdf)|return f"([a-z]+)/\{upload'
    written = {
        folder
        for text in texts
        for pattern in (inside, r'f"(receipts|exports|payouts)/\{', r'^FOLDER = "([a-z]+)/"')
        for found in re.finditer(pattern, text, re.MULTILINE)
        for folder in found.groups()
        if folder
    }
    assert written == set(FOLDERS)
