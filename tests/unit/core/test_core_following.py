"""What followed from a document is asked for with it the next time, and decides nothing."""

from typing import Annotated, Any, ClassVar

import pytest
from google.api_core import exceptions

from core import store as stores
from core.access import Caller
from core.documents import Document
from core.following import MOST, Following
from core.privacy import Retention, held
from core.queries import Query, Search
from core.reading import Key
from core.store import Store
from tests.support.memory_firestore import MemoryFirestore
from tests.support.queries import unregistered

ANY = held("system.operations", kept=Retention.JOB)


class Reader(Document):
    """A document of this test, which names a shop."""

    path: ClassVar[str] = "readers/{uid}"
    partial: ClassVar[bool] = True

    shop: Annotated[str, ANY]


class Issue(Document):
    """Another one, of which there are more and more and none is changed."""

    path: ClassVar[str] = "shops/{shop_id}/issues/{number}"
    partial: ClassVar[bool] = True
    lasting: ClassVar[bool] = True

    number: Annotated[int, ANY]


LAST = unregistered(Query(Issue, order=(("number", "DESCENDING"),)))
READERS = unregistered(Query(Reader))

ME = Caller(uid="me", email="", email_verified=False, org="library")
KEY: Key = (Reader, "me")


def of(shop: str) -> Search:
    """The search for the last issue of a shop."""
    return Search(LAST, limit=1, under=f"shops/{shop}")


@pytest.fixture
def database() -> Any:
    """Two shops with an issue each, and who reads that of the first."""
    database = MemoryFirestore()
    Store(database).run(  # type: ignore[arg-type]
        lambda unit: (
            unit.create(Reader(shop="a"), "me"),
            unit.create(Issue(number=1), "a", "1"),
            unit.create(Issue(number=7), "b", "7"),
        )
    )
    return database


def last(store: Store, follows: Following) -> int:
    """The last issue of the reader's shop, as a callable asks for it, whose service writes."""

    def work(unit: Any) -> int:
        reader = unit.get(Reader, "me")
        shop = reader.shop
        follows.read(unit, ME, (KEY, [of(shop)]))
        (found,) = unit.find(LAST, limit=1, under=f"shops/{shop}")
        unit.change(reader, shop=shop)
        return int(found.number)

    store.open(KEY, *follows.recalled(ME, [KEY]))
    return store.run(work)


def costs(store: Store) -> tuple[int, int]:
    """Reads, and requests that waited for each other."""
    return store.tally.reads, store.tally.trips


def test_the_second_time_it_is_asked_for_at_once(database: Any) -> None:
    follows, first, second = Following(), Store(database), Store(database)
    assert (last(first, follows), costs(first)) == (1, (2, 3))
    assert (last(second, follows), costs(second)) == (1, (2, 2)), "no more is read, in fewer waits"


def test_what_is_remembered_is_a_name_and_no_content(database: Any) -> None:
    follows = Following()
    assert last(Store(database), follows) == 1
    Store(database).run(lambda unit: unit.create(Issue(number=2), "a", "2"))
    assert last(Store(database), follows) == 2


def test_what_is_remembered_wrongly_is_read_for_nothing_once(database: Any) -> None:
    follows, wrong, right = Following(), Store(database), Store(database)
    assert last(Store(database), follows) == 1
    Store(database).run(lambda unit: unit.change(unit.get(Reader, "me"), shop="b"))
    assert (last(wrong, follows), costs(wrong)) == (7, (3, 3))
    assert (last(right, follows), costs(right)) == (7, (2, 2))


def test_who_is_tried_again_searches_again(database: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """And the tally is of the attempt that was committed."""
    monkeypatch.setattr(stores.time, "sleep", lambda _: None)
    follows, store, others = Following(), Store(database), [3, 2]  # come meanwhile
    assert last(Store(database), follows) == 1

    def another() -> None:
        if others:
            number, database.before_commit = others.pop(), lambda: None
            Store(database).run(lambda unit: unit.create(Issue(number=number), "a", str(number)))
            database.before_commit = another
            raise exceptions.Aborted("another was faster")

    database.before_commit = another
    assert last(store, follows) == 3
    assert store.tally.aborted == 2
    assert store.tally.reads == 2, "who calls, and what was found: both once more"


def test_what_may_change_is_not_searched_for_before_the_transaction(database: Any) -> None:
    store = Store(database)
    with pytest.raises(AssertionError, match="lasting"):
        store.open(KEY, Search(READERS))
    assert costs(store) == (0, 0)


def test_what_may_change_is_searched_for_in_the_transaction(database: Any) -> None:
    store = Store(database)

    def work(unit: Any) -> int:
        unit.ahead(KEY, Search(READERS))
        unit.ahead(KEY, Search(READERS))
        return len(unit.find(READERS, limit=1)) + len(unit.find(READERS, limit=1))

    store.open(KEY)
    assert store.run(work) == 2
    assert costs(store) == (2, 3), "found once, and known from then on"


def test_what_is_lasting_is_not_changed(database: Any) -> None:
    for act in (
        lambda unit: unit.change(unit.get(Issue, "a", "1"), number=2),
        lambda unit: unit.put(Issue(number=2), "a", "1"),
    ):
        with pytest.raises(AssertionError, match="never changed"):
            Store(database).run(act)
    found = Store(database).get(Issue, "a", "1")
    assert found is not None
    assert found.number == 1
    Store(database).run(lambda unit: unit.delete(unit.get(Issue, "a", "1")))
    assert Store(database).get(Issue, "a", "1") is None, "retention takes it"


def test_each_organisation_has_a_memory_of_its_own(database: Any) -> None:
    follows = Following()
    last(Store(database), follows)
    other = Caller(uid="me", email="", email_verified=False, org="another")
    assert follows.recalled(other, [KEY]) == []
    assert follows.recalled(ME, [(Reader, "you")]) == []
    assert follows.recalled(ME, [KEY]) == [of("a")]


def test_what_was_met_longest_ago_is_forgotten_first(database: Any) -> None:
    follows = Following()

    def work(unit: Any) -> None:
        for number in [*range(MOST), 0, MOST]:
            follows.read(unit, ME, ((Reader, f"r{number}"), [KEY]))

    Store(database).run(work)
    held = [n for n in (0, 1, 2, MOST) if follows.recalled(ME, [(Reader, f"r{n}")])]
    assert held == [0, 2, MOST]
