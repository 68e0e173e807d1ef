"""One transaction's writes, as they would go to Firestore: a real client that sends nothing."""

from typing import Annotated, ClassVar

import pytest
from pydantic import ValidationError, computed_field

from core.documents import Document
from core.privacy import Retention, held

ANY = held("system.operations", kept=Retention.JOB)


class WithComputed(Document):
    """A document of this test, with a field that follows from another."""

    path: ClassVar[str] = "flocks/{flock}"
    partial: ClassVar[bool] = True

    name: Annotated[str, ANY]
    sheep: Annotated[int, ANY] = 0

    @computed_field  # type: ignore[prop-decorator]
    @property
    def status(self) -> Annotated[str, ANY]:
        """Whether it is large."""
        return "large" if self.sheep > 9 else "small"


class Plain(Document):
    """A document of this test without such a field."""

    path: ClassVar[str] = "bells/{bell}"
    partial: ClassVar[bool] = True

    tone: Annotated[str, ANY]
    weight: Annotated[int, ANY] = 1


def test_a_change_sends_what_changes_and_what_follows_from_it(bench):
    flock = WithComputed(name="A", sheep=1).placed("f1")
    changed = bench.unit.change(flock, sheep=12)
    assert (changed.sheep, changed.status, changed.ids) == (12, "large", ("f1",))
    assert (flock.sheep, flock.status) == (1, "small")
    ((path, fields, mask, exists),) = bench.sent()
    assert path == "flocks/f1"
    assert fields == {"sheep": 12, "status": "large"}
    assert sorted(mask) == ["sheep", "status"]
    assert exists is True, "an update makes no document"


def test_a_change_sends_what_is_computed_even_where_it_stays(bench):
    """So that a document stored under an older rule is put right by its next change."""
    bench.unit.change(WithComputed(name="A", sheep=1).placed("f1"), name="B")
    ((_, fields, _, _),) = bench.sent()
    assert fields == {"name": "B", "status": "small"}


def test_a_change_of_a_document_without_computed_fields_sends_the_change(bench):
    bench.unit.change(Plain(tone="a").placed("b1"), weight=2)
    ((_, fields, mask, _),) = bench.sent()
    assert (fields, mask) == ({"weight": 2}, ["weight"])


@pytest.mark.parametrize("fields", [{"sheep": "many"}, {"more": 1}])
def test_a_change_that_does_not_fit_is_refused_and_not_sent(bench, fields):
    with pytest.raises(ValidationError):
        bench.unit.change(WithComputed(name="A").placed("f1"), **fields)
    assert bench.sent() == []


def test_what_is_computed_is_not_for_the_asking(bench):
    """A status that somebody passes in loses against the one that follows."""
    assert bench.unit.change(WithComputed(name="A").placed("f1"), status="large").status == "small"
    ((_, fields, _, _),) = bench.sent()
    assert fields == {"status": "small"}


def test_a_new_document_is_sent_whole(bench):
    bench.unit.create(WithComputed(name="A", sheep=12), "f1")
    whole = {"name": "A", "sheep": 12, "status": "large"}
    assert bench.sent() == [("flocks/f1", whole, None, False)]


def test_writes_go_out_in_order_and_are_counted(bench):
    bench.unit.create(Plain(tone="a"), "b1")
    bench.unit.change(Plain(tone="b").placed("b2"), tone="c")
    bench.unit.put(Plain(tone="d"), "b3")
    assert [path for path, *_ in bench.sent()] == ["bells/b1", "bells/b2", "bells/b3"]
    assert bench.store.tally.writes == 3
    assert bench.store.tally.reads == 0


def test_no_read_follows_a_write(bench):
    bench.unit.create(Plain(tone="a"), "b1")
    with pytest.raises(AssertionError, match="read before you write"):
        bench.unit.get(Plain, "b1")
