"""Transactions begin with their first read, and find what was read ahead for them."""

from dataclasses import replace
from typing import Annotated, Any, ClassVar

import pytest
from google.api_core import exceptions
from pydantic import BaseModel

from core import store as stores
from core.access import Caller, Role
from core.documents import Document
from core.errors import RoleNotAllowed
from core.privacy import Retention, held
from core.reading_ahead import keys
from core.store import Store
from tests.support.memory_firestore import MemoryFirestore


class Drawer(Document):
    """A document of this test."""

    path: ClassVar[str] = "shelves/{shelf_id}"
    partial: ClassVar[bool] = True

    books: Annotated[int, held("system.operations", kept=Retention.JOB)] = 0


class IndexCard(Document):
    """Another one, in a collection below."""

    path: ClassVar[str] = "clinics/{clinic_id}/books/{book_id}"
    partial: ClassVar[bool] = True


@pytest.fixture
def database() -> MemoryFirestore:
    """A database with two shelves."""
    database = MemoryFirestore()
    for name in ("a", "b"):
        put(database, name, 1)
    return database


def put(database: Any, shelf_id: str, books: int) -> None:
    """Write a shelf, as another instance does."""
    Store(database).run(lambda unit: unit.put(Drawer(books=books), shelf_id))


def add(shelf_id: str) -> Any:
    """Work that adds a book to a shelf."""

    def work(unit: Any) -> int:
        shelf = unit.get(Drawer, shelf_id)
        return int(unit.change(shelf, books=shelf.books + 1).books)

    return work


def costs(store: Store) -> tuple[int, int, int]:
    """What was read and written, and in how many requests."""
    return store.tally.reads, store.tally.writes, store.tally.trips


def test_what_only_writes_is_one_request(database: Any) -> None:
    store = Store(database)
    store.run(lambda unit: unit.create(Drawer(), "c"))
    assert costs(store) == (0, 1, 1)
    with pytest.raises(exceptions.AlreadyExists):
        store.run(lambda unit: (unit.create(Drawer(books=9), "d"), unit.create(Drawer(), "c")))
    assert Store(database).get(Drawer, "d") is None, "whole or nothing"


def test_what_neither_reads_nor_writes_is_no_request(database: Any) -> None:
    store = Store(database)
    assert store.run(lambda _: 7) == 7
    assert costs(store) == (0, 0, 0)


def test_a_transaction_begins_with_its_first_read(database: Any) -> None:
    store = Store(database)
    assert store.run(add("a")) == 2
    assert costs(store) == (1, 1, 2)


def test_what_was_opened_is_found_read(database: Any) -> None:
    store = Store(database)
    store.open((Drawer, "b"), (Drawer, "a"))
    assert store.get(Drawer, "b") == Drawer(books=1).placed("b")
    assert costs(store) == (2, 0, 1)
    assert store.run(add("a")) == 2
    assert costs(store) == (2, 1, 2)
    assert store.run(add("a")) == 3, "the next one reads for itself"
    assert costs(store) == (3, 2, 4)


def test_what_was_opened_and_has_changed_is_read_anew(
    database: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A commit on what is no more as it was read is aborted, and the work is done again."""
    monkeypatch.setattr(stores.time, "sleep", lambda _: None)
    store = Store(database)
    store.open((Drawer, "b"), (Drawer, "a"))
    put(database, "a", 7)
    assert store.get(Drawer, "b") == Drawer(books=1).placed("b")
    assert store.run(add("a")) == 8
    assert (store.tally.aborted, *costs(store)) == (1, 2, 1, 2)
    put(database, "b", 5)
    assert store.get(Drawer, "b") == Drawer(books=5).placed("b"), "nothing of it is left over"


def test_what_was_opened_guards_who_it_was_opened_for(
    database: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first document is locked as well: who is shut out meanwhile changes nothing more."""
    monkeypatch.setattr(stores.time, "sleep", lambda _: None)
    store = Store(database)
    store.open((Drawer, "b"), (Drawer, "a"))
    put(database, "b", 0)

    def work(unit: Any) -> None:
        if not unit.get(Drawer, "b").books:
            raise RoleNotAllowed
        unit.change(unit.get(Drawer, "a"), books=9)

    with pytest.raises(RoleNotAllowed):
        store.run(work)
    assert Store(database).get(Drawer, "a").books == 1  # type: ignore[union-attr]


def test_what_nobody_ran_is_let_go(database: Any) -> None:
    store = Store(database)
    store.open((Drawer, "b"), (Drawer, "a"))
    store.close()
    store.close()
    assert costs(store) == (2, 0, 2)
    assert store.run(add("a")) == 2
    assert costs(store) == (3, 1, 4)


def test_what_is_read_ahead_outside_is_good_once(database: Any) -> None:
    store = Store(database)
    store.ahead((Drawer, "a"), (Drawer, "b"))
    put(database, "a", 5)
    found = store.get(Drawer, "a")
    assert found is not None
    assert found.books == 1
    assert costs(store) == (2, 0, 1)
    again = store.get(Drawer, "a")
    assert again is not None
    assert again.books == 5, "who asks again reads anew"
    assert costs(store) == (3, 0, 2)


def test_a_unit_reads_together_what_it_asks_for_one_by_one(database: Any) -> None:
    store = Store(database)

    def work(unit: Any) -> list[int | None]:
        unit.ahead((Drawer, "a"), (Drawer, "b"), (Drawer, "a"), (Drawer, "none"))
        found = [unit.get(Drawer, name) for name in ("b", "none", "a")]
        return [shelf.books if shelf else None for shelf in found]

    assert store.run(work) == [1, None, 1]
    assert costs(store) == (3, 0, 2)


class DrawerAsked(BaseModel):
    """A request of this test."""

    shelf_id: str | None = "s1"
    book_id: str = "b1"


CLINIC = Caller("u1", "", email_verified=True, role=Role.CLINIC, org="c1")
NOWHERE = replace(CLINIC, org=None)


@pytest.mark.parametrize(
    ("wanted", "caller", "request_", "expected"),
    [
        (Drawer, CLINIC, DrawerAsked(), [(Drawer, "s1")]),
        (Drawer, CLINIC, DrawerAsked(shelf_id=None), []),
        (IndexCard, CLINIC, DrawerAsked(), [(IndexCard, "c1", "b1")]),
        (IndexCard, Caller("u1", "", True, Role.LAB, "l1"), DrawerAsked(), []),
        (lambda caller, _: [(Drawer, caller.uid)], CLINIC, DrawerAsked(), [(Drawer, "u1")]),
        (lambda caller, _: [(Drawer, caller.org or "")], CLINIC, DrawerAsked(), [(Drawer, "c1")]),
        (lambda caller, _: [(Drawer, caller.org or "")], NOWHERE, DrawerAsked(), []),
    ],
)
def test_ids_are_those_of_the_request_or_the_callers_own(
    wanted: Any, caller: Caller, request_: DrawerAsked, expected: Any
) -> None:
    assert keys((wanted,), caller, request_) == expected
