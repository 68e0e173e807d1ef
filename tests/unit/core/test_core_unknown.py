"""What a newer release stored: read without fault, shown nowhere, and there again after each write.

For every document model of the project, with a field more at the top and in each record.
"""

from __future__ import annotations

import json
from typing import Annotated, Any, ClassVar

import pytest
from google.cloud.firestore import DocumentSnapshot
from pydantic import AwareDatetime, ValidationError

from core import unknown
from core.documents import Document, Record
from core.errors import DocumentNewer
from core.privacy import Retention, Viewer, held
from core.projections import visible_to
from core.snapshots import load
from core.unknown import stored
from tests.rules.specimens import SPECIMENS
from tests.support import newer
from tests.support.account_records import Tenants
from tests.support.newer import NAME, WORD
from tests.support.registry import models
from tools.client import Person
from wallet.ledger.models import Hold

ANY = held("system.operations", Viewer.CLINIC, kept=Retention.JOB)


@pytest.fixture
def read(bench):
    """Reads fields as the store reads a document, the client's own snapshot in between."""

    def reading(model: type[Document], fields: dict[str, Any], *ids: str) -> Any:
        reference = bench.store.client.document(model.path_for(*ids))
        return load(model, ids, DocumentSnapshot(reference, fields, True, None, None, None))

    return reading


def specimens() -> list[Any]:
    """One document of each model, with all records that it may have."""
    person, tenants = Person("u1", "u1@example.com"), Tenants()
    made = {each.model: each.make(tenants, person) for each in SPECIMENS}
    return [pytest.param(document, id=model.__name__) for model, document in made.items()]


every_model = pytest.mark.parametrize("document", specimens())
every_model_that_changes = pytest.mark.parametrize(
    "document", [each for each in specimens() if not each.values[0].lasting]
)


def test_there_is_a_document_of_every_model_with_every_record():
    found = [param.values[0] for param in specimens()]
    assert {type(document) for document in found} == set(models())
    for document in found:
        there = {spot.model for spot in newer.spots(type(document), newer.filled(document))}
        assert there == set(newer.records_of(type(document)))


@every_model
def test_what_is_unknown_is_kept_and_is_in_no_dump(read, document):
    model, path = type(document), document.path_for(*document.ids)
    before = newer.filled(document)
    fields = newer.sprinkled(model, path, before)
    found = read(model, fields, *document.ids)
    computed = {name: getattr(found, name) for name in model.model_computed_fields}
    assert stored(found) == {**fields, **computed}
    assert WORD not in repr(found.model_dump())
    assert WORD not in found.model_dump_json()
    assert WORD not in repr({name: stored_of(value) for name, value in dict(found).items()})
    for viewer in Viewer:
        assert WORD not in repr(visible_to(viewer, found))
    declared = read(model, before, *document.ids)
    assert found == declared
    assert visible_to(Viewer.SYSTEM, found) == visible_to(Viewer.SYSTEM, declared)


def stored_of(value: Any) -> Any:
    """A field's value as an answer would show it."""
    return value.model_dump() if isinstance(value, Record) else None


@every_model_that_changes
def test_a_change_of_any_field_to_itself_sends_what_stood_there(bench, read, document):
    """With the records as they were read, and with the same records made anew."""
    model, path = type(document), document.path_for(*document.ids)
    fields = newer.sprinkled(model, path, newer.filled(document))
    found = read(model, fields, *document.ids)
    dumped = found.model_dump()
    for name in model.model_fields:
        for value in (getattr(found, name), dumped[name]):
            changed = bench.unit.change(found, **{name: value})
            assert stored(changed)[name] == fields[name]
            assert changed.unknown == found.unknown
            sent = bench.sent()[-1][1]
            assert sent[name] == plain(fields[name])
            assert NAME not in sent


def plain(value: Any) -> Any:
    """A value as Firestore gives it back: texts where enumerations were."""
    if isinstance(value, dict):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    return value


@every_model_that_changes
def test_a_put_leaves_what_it_does_not_know(bench, read, document):
    """Its mask names what is declared, down into records; what is unknown is beside that."""
    model, path = type(document), document.path_for(*document.ids)
    fields = newer.sprinkled(model, path, newer.filled(document))
    for each in (fields, newer.filled(document)):
        made = read(model, each, *document.ids)
        bench.unit.put(made)
        _, sent, mask, exists = bench.sent()[-1]
        assert exists is None
        tops = {name.partition(".")[0] for name in mask}
        assert tops == {*model.model_fields, *model.model_computed_fields}
        assert tops == set(sent)
        within = {spot.way.lstrip(".") for spot in newer.spots(model, fields) if not spot.listed}
        assert not within & set(mask), "a record is written field by field"
        assert not [name for name in mask if NAME in name]


# --- records that are made anew ------------------------------------------------------------------


class Detail(Record):
    """A record."""

    tone: Annotated[str, ANY]
    weight: Annotated[int, ANY] = 1


class WithRecords(Document):
    """A document with records of every kind of place."""

    path: ClassVar[str] = "sheep/{sheep}"
    partial: ClassVar[bool] = True

    bell: Annotated[Detail | None, ANY] = None
    bells: Annotated[list[Detail], ANY] = []
    by_day: Annotated[dict[str, Detail], ANY] = {}
    name: Annotated[str, ANY] = "Dolly"


def test_a_record_that_takes_anothers_place_takes_over_what_is_unknown(bench, read):
    """As if it were written field by field; with a record that goes, it goes."""
    sheep = read(WithRecords, {"bell": {"tone": "a", "new": 1}, "name": "A", "later": 2}, "s1")
    assert stored(bench.unit.change(sheep, bell=Detail(tone="b")))["bell"] == {
        "tone": "b",
        "weight": 1,
        "new": 1,
    }
    assert bench.sent()[-1][1] == {"bell": {"tone": "b", "weight": 1, "new": 1}}
    assert stored(bench.unit.change(sheep, bell=None))["bell"] is None


def test_an_element_of_a_list_keeps_what_is_unknown_in_it(bench, read):
    """Moved, beside new ones, made anew with the same words; and a twin has only its own."""
    listed = [{"tone": "a", "new": 1}, {"tone": "b", "new": 2}, {"tone": "b"}]
    sheep = read(WithRecords, {"bells": listed}, "s1")
    bells = [Detail(tone="c"), Detail(tone="b"), Detail(tone="b"), sheep.bells[0], Detail(tone="b")]
    bench.unit.change(sheep, bells=bells)
    ((_, sent, _, _),) = bench.sent()
    assert [(each["tone"], each.get("new")) for each in sent["bells"]] == [
        ("c", None),
        ("b", 2),
        ("b", None),
        ("a", 1),
        ("b", None),
    ]


@pytest.mark.parametrize(
    ("order", "kept"), [([0, 1], [1, 2]), ([1, 0], [2, 1]), ([1], [2]), ([0], [1])]
)
def test_of_twins_in_a_list_each_keeps_its_own(bench, read, order, kept):
    sheep = read(WithRecords, {"bells": [{"tone": "a", "new": 1}, {"tone": "a", "new": 2}]}, "s1")
    bench.unit.change(sheep, bells=[sheep.bells[at] for at in order])
    ((_, sent, _, _),) = bench.sent()
    assert [each["new"] for each in sent["bells"]] == kept


@pytest.mark.parametrize("data", [b"ok", b"\xff"])
def test_bytes_that_somebody_put_in_count_for_a_hash(read, data):
    plain = unknown.said_as_read(read(WithRecords, {}, "s1"))
    assert unknown.said_as_read(read(WithRecords, {"later": data}, "s1")) != plain


def test_a_record_under_a_key_keeps_what_is_unknown_in_it(bench, read):
    sheep = read(
        WithRecords, {"by_day": {"mon": {"tone": "a", "new": 1}, "tue": {"tone": "a"}}}, "s1"
    )
    bench.unit.change(sheep, by_day={"mon": Detail(tone="b"), "wed": Detail(tone="b")})
    ((_, sent, _, _),) = bench.sent()
    assert {day: bell.get("new") for day, bell in sent["by_day"].items()} == {"mon": 1, "wed": None}


def test_what_is_unknown_elsewhere_stays_there(bench, read):
    """In whichever way a record of another document gets here; what is ours stays ours."""
    other = read(WithRecords, {"bell": {"tone": "z", "their": 1}, "theirs": 2}, "s2")
    mine = {"bell": {"tone": "a", "new": 1}, "bells": [{"tone": "b", "new": 2}], "later": 3}
    sheep, bare = read(WithRecords, mine, "s1"), read(WithRecords, {}, "s3")
    given = {"bell": other.bell, "bells": [other.bell], "by_day": {"mon": other.bell}}
    plain = {"tone": "z", "weight": 1}
    bench.unit.change(sheep, **given)
    assert bench.sent()[-1][1] == {
        "bell": {**plain, "new": 1},
        "bells": [plain],
        "by_day": {"mon": plain},
    }
    bench.unit.change(bare, **given)
    assert bench.sent()[-1][1] == {"bell": plain, "bells": [plain], "by_day": {"mon": plain}}
    made = WithRecords(**given)
    for write in (bench.unit.create, bench.unit.put):
        write(made, "s4")
        declared = {name: plain_of(value) for name, value in given.items()}
        assert bench.sent()[-1][1] == {"name": "Dolly", **declared}
    bench.unit.create(other, "s5")
    assert "theirs" not in bench.sent()[-1][1]
    heavier = sheep.bells[0].model_copy(update={"weight": 7})
    bench.unit.change(sheep, bells=[heavier, other.bell])
    assert bench.sent()[-1][1] == {"bells": [{"tone": "b", "weight": 7, "new": 2}, plain]}


def plain_of(value: Any) -> Any:
    """What is declared of the other document's bell, wherever it was put."""
    declared = {"tone": "z", "weight": 1}
    if isinstance(value, list):
        return [declared]
    return {"mon": declared} if isinstance(value, dict) else declared


def test_a_reduction_leaves_what_is_declared_alone(bench, read):
    """Of the fields that it names; what else is unknown goes by its name."""
    fields = {"bell": {"tone": "a", "new": 1}, "bells": [{"tone": "b", "new": 1}], "later on": 2}
    sheep = read(WithRecords, fields, "s1")
    bench.unit.reduce(sheep, "later on", bell=sheep.bell, name="X")
    ((path, sent, mask, exists),) = bench.sent()
    assert (path, exists) == ("sheep/s1", True)
    assert sent == {"bell": {"tone": "a", "weight": 1}, "name": "X"}
    assert sorted(mask) == ["`later on`", "bell", "name"], "named and not sent: it is deleted"


def test_what_is_unknown_makes_no_record_another_one(read):
    one, other = (read(WithRecords, {"bell": {"tone": "a", **new}}, "s1") for new in ({"n": 1}, {}))
    assert one == other == WithRecords(bell=Detail(tone="a")).placed("s1")
    assert one != other.placed("s2")
    assert one.bell != Detail(tone="b")
    assert hash(one.bell) == hash(Detail(tone="a"))
    assert dict(one.bell) == {"tone": "a", "weight": 1}


def test_it_comes_with_every_copy(read):
    found = read(WithRecords, {"bell": {"tone": "a", "new": 1}, "later": 2}, "s1")
    copy = found.placed("s2").model_copy(update={"name": "B"})
    assert (copy.unknown, copy.bell.unknown) == ({"later": 2}, {"new": 1})


def test_our_own_code_makes_no_field_that_is_not_declared():
    with pytest.raises(ValidationError, match="later"):
        WithRecords.model_validate({"later": 1})
    with pytest.raises(ValidationError, match="later"):
        WithRecords.model_validate({"bell": {"tone": "a", "later": 1}})


# --- hashes --------------------------------------------------------------------------------------


class Older(Document):
    """A document that is hashed, as one release has it."""

    path: ClassVar[str] = "chained/{number}"
    partial: ClassVar[bool] = True

    at: Annotated[AwareDatetime, ANY]
    bell: Annotated[Detail, ANY]


class HeavyBell(Detail):
    """The record in a newer release."""

    metal: Annotated[str | None, ANY] = None
    cast_at: Annotated[AwareDatetime | None, ANY] = None


class Newer(Older):
    """The document in a newer release: more fields, at both depths."""

    bell: Annotated[HeavyBell, ANY]
    sealed_at: Annotated[AwareDatetime | None, ANY] = None
    count: Annotated[int, ANY] = 0


@pytest.mark.parametrize("more", [{}, {"sealed_at": newer.MOMENT, "count": 3}])
@pytest.mark.parametrize("inner", [{}, {"metal": "brass", "cast_at": newer.MOMENT}])
def test_a_hash_is_the_same_to_an_older_and_a_newer_release(read, more, inner):
    """Set or left at their defaults: what was stored is hashed, and nothing else."""
    made = Newer(at=newer.MOMENT, bell=HeavyBell(tone="a", **inner), **more)
    said = unknown.said(made)
    assert json.loads(json.dumps(said)) == said
    for model in (Older, Newer):
        assert unknown.said_as_read(read(model, stored(made), "1")) == said


def test_nor_does_a_newer_release_add_to_what_an_older_one_hashed(read):
    made = Older(at=newer.MOMENT, bell=Detail(tone="a"))
    said = unknown.said(made)
    assert said == {"at": "2026-05-04T09:30:00.123456Z", "bell": {"tone": "a", "weight": 1}}
    for model in (Older, Newer):
        assert unknown.said_as_read(read(model, stored(made), "1")) == said
    changed = {**stored(made), "count": 0}
    for model in (Older, Newer):
        assert unknown.said_as_read(read(model, changed, "1")) != said


# --- values of an enumeration --------------------------------------------------------------------


@every_model
def test_a_value_of_a_set_that_is_not_known_says_to_try_again(read, document, capsys):
    """For each such field, at every depth; the log names the collection and the field alone."""
    model, ids, unheard = type(document), document.ids, "zq8unheard"
    fields = newer.filled(document)
    for name, changed in newer.chosen(model, fields, unheard):
        capsys.readouterr()
        with pytest.raises(DocumentNewer) as caught:
            read(model, changed, *ids)
        assert (caught.value.code, caught.value.details) == ("unavailable", {})
        (line,) = map(json.loads, capsys.readouterr().err.splitlines())
        assert (line["message"], line["collection"]) == ("document is newer", model.path)
        assert line["fields"] == [name]
        assert unheard not in json.dumps(line)
    assert read(model, fields, *ids)


def test_such_fields_are_found():
    """A state, a list of kinds, the keys of a map, and what stands in a record."""
    found = {
        (type(document).__name__, name)
        for document in (param.values[0] for param in specimens())
        for name, _ in newer.chosen(type(document), newer.filled(document), "zq8unheard")
    }
    assert found >= {
        ("Visit", "state"),
        ("Visit", "scans"),
        ("Visit", "times"),
        ("Visit", "cancelled"),
        ("Transaction", "sale"),
        ("Order", "items"),
    }


def test_a_fault_is_no_newer_document(read):
    """Neither by itself nor beside a value that is not known."""
    hold = {"reference": "x", "amount": 1, "expires_at": newer.MOMENT, "made_at": newer.MOMENT}
    with pytest.raises(DocumentNewer):
        read(Hold, {**hold, "state": "unheard"}, "w1", "h1")
    for fault in ({"amount": "many"}, {"amount": 0}, {"made_at": None}):
        for state in ("unheard", "open"):
            with pytest.raises(ValidationError):
                read(Hold, {**hold, "state": state, **fault}, "w1", "h1")
    for no_word in (5, None, [], True):
        with pytest.raises(ValidationError):
            read(Hold, {**hold, "state": no_word}, "w1", "h1")
    assert read(Hold, {**hold, "state": "open"}, "w1", "h1")
