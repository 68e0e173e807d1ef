"""What a fault took, counted from documents: lost, changed, come back, and put right."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tools.drills.backups import Document
from tools.drills.losses import Loss, losses, table

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


def at(minutes: float, **fields: object) -> Document:
    """A document that was last written so many minutes before the fault."""
    return Document(fields, NOON - timedelta(minutes=minutes))


FAULT = {
    "wallets/a": at(2, paise=5),
    "wallets/a/entries/e": at(2),
    "wallets/a/entries/f": at(3),
    "cases/c": at(90, state="open"),
    "cases/late": at(1),
}
RESTORED = {
    "wallets/a": at(99, paise=0),
    "cases/c": at(95, state="open"),
    "cases/erased": at(99, content=1),
}
LINKED = RESTORED | {"cases/erased": at(99, content=2)}


def test_what_was_written_since_is_counted_by_collection() -> None:
    found = {each.collection: each for each in losses(FAULT, RESTORED, LINKED, LINKED, NOON)}
    assert found == {
        "wallets": Loss("wallets", 0, 1, 0, timedelta(minutes=2), back=0),
        "entries": Loss("entries", 2, 0, 0, timedelta(minutes=3), back=0),
        "cases": Loss("cases", 1, 0, 1, timedelta(minutes=1), back=0),
    }


def test_what_commands_put_right_is_counted() -> None:
    mended = {path: each for path, each in LINKED.items() if path != "cases/erased"}
    mended |= {"wallets/a": at(0, paise=5), "wallets/a/entries/e": at(0)}
    found = losses(FAULT, RESTORED, LINKED, mended, NOON)
    assert {each.collection: each.back for each in found} == {
        "wallets": 1,
        "entries": 1,
        "cases": 1,
    }


def test_the_table_says_what_its_columns_mean() -> None:
    shown = table(losses(FAULT, RESTORED, LINKED, LINKED, NOON))
    told = [line.partition(":")[0] for line in str(shown.caption).splitlines()]
    assert [c.header for c in shown.columns] == ["collection", "new", "changed", *told]


def test_a_document_that_names_a_file_anew_is_not_put_right_by_that() -> None:
    restored = RESTORED | {"cases/late": at(99, content=1)}
    linked = restored | {"cases/late": at(0, content=2)}
    found = {each.collection: each.back for each in losses(FAULT, restored, linked, linked, NOON)}
    assert found["cases"] == 0
