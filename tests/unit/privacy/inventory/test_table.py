"""Where people's data is: every collection has its place, and what erasure leaves still loads."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, ClassVar

import pytest

from core.documents import Document, Record
from core.privacy import Erasure, FieldPolicy, Retention, held
from labs.orders.models import Order, OrderItem
from privacy.inventory import redaction
from privacy.inventory.entries import (
    At,
    By,
    InventoryEntry,
    InventoryRow,
    Nothing,
    SubjectKind,
    nothing,
)
from privacy.inventory.redaction import MASKED, RedactionAction
from privacy.inventory.subjects import DataSubject
from privacy.inventory.table import FOLDERS, PLACES
from tests.rules.specimens import SPECIMENS
from tests.support import ids, newer
from tests.support.account_records import Tenants
from tests.support.registry import models
from tools.client import Person

ROWS = [
    pytest.param(place, kind, row, id=f"{place.model.__name__}-{kind}")
    for place in PLACES
    for kind in SubjectKind
    if isinstance(row := place.of(kind), InventoryRow)
]
SILENCES = [
    pytest.param(place, kind, none, id=f"{place.model.__name__}-{kind}")
    for place in PLACES
    for kind in SubjectKind
    if isinstance(none := place.of(kind), Nothing)
]


def declared(model: type[Document]) -> dict[str, FieldPolicy]:
    return {name: held for name, held in model.declarations() if held is not None}


def within(name: str, model: type[Document]) -> list[FieldPolicy]:
    """The declarations of a field, or of all that is in it."""
    found = [h for n, h in declared(model).items() if n == name or n.startswith(f"{name}.")]
    assert found, f"{model.__name__} has no field {name}"
    return found


@pytest.mark.parametrize("model", models(), ids=lambda model: model.path)
def test_every_collection_has_its_place(model: type[Document]) -> None:
    """A new one has to be decided about: who is in it, and how they are found."""
    places = [place for place in PLACES if place.model is model]
    assert len(places) == 1, f"add {model.__name__} ({model.path}) to privacy/inventory/table.py"
    assert places[0].title


def test_no_place_is_of_a_collection_that_is_no_more() -> None:
    assert {place.model for place in PLACES} == set(models())


@pytest.mark.parametrize(("place", "kind", "none"), SILENCES)
def test_where_nothing_is_looked_for_there_is_a_reason(
    place: InventoryEntry, kind: SubjectKind, none: Nothing
) -> None:
    """And what mentions somebody there stays on a ground that is declared."""
    assert len(none.reason) > 5, kind
    for name in none.mentions:
        assert all(held.erased is Erasure.KEEP for held in within(name, place.model)), name


@pytest.mark.parametrize(("place", "kind", "row"), ROWS)
def test_what_is_looked_by_is_known_by_then(
    place: InventoryEntry, kind: SubjectKind, row: InventoryRow
) -> None:
    """From the request, or from a place further up."""
    known = set(
        (DataSubject.user("u") if kind is SubjectKind.USER else DataSubject.patient("c", "p")).known
    )
    for earlier in PLACES[: PLACES.index(place)]:
        found = earlier.of(kind)
        known |= set(found.joins) if isinstance(found, InventoryRow) else set()
    for seek in row.seeks:
        if isinstance(seek, By):
            assert seek.query.model is place.model
            assert len(seek.values) == len(seek.query.where)
            assert not seek.query.order
            assert not seek.query.group
        asked = seek.parts if isinstance(seek, At) else seek.values
        assert set(asked) <= known | set(row.joins), seek
    for name in row.names:
        assert within(name, place.model)


def test_folders_are_named_after_what_is_known() -> None:
    joined = {
        kind: {n for p in PLACES if isinstance(r := p.of(kind), InventoryRow) for n in r.joins}
        for kind in SubjectKind
    }
    for kind, subject in (
        (SubjectKind.USER, DataSubject.user("u")),
        (SubjectKind.PATIENT, DataSubject.patient("c", "p")),
    ):
        for template in FOLDERS[kind]:
            names = {part.split("}")[0] for part in template.split("{")[1:]}
            assert names, "a folder of everybody's"
            assert names <= joined[kind] | set(subject.known)


def specimens(model: type[Document]) -> list[Document]:
    """Documents of a collection, as the code makes them."""
    tenants, person = Tenants(), Person(ids.uid(), ids.email())
    return [s.make(tenants, person) for s in SPECIMENS if s.model is model]


@pytest.mark.parametrize(("place", "kind", "row"), ROWS)
def test_what_erasure_leaves_still_loads(
    place: InventoryEntry, kind: SubjectKind, row: InventoryRow
) -> None:
    """A value that cannot be empty is declared to be masked, or kept on a ground."""
    for document in specimens(place.model):
        step = redaction.step(place, row, document)
        after = type(document).model_validate({**dict(document), **step.changes})
        again = redaction.step(place, row, after.placed(*document.ids))
        assert again.action is step.action
        assert not again.changes, "done twice it is the same as once"
        if step.action is RedactionAction.DELETE:
            assert not step.changes
        for name in step.changes:
            assert any(h.erased is not Erasure.KEEP for h in within(name, place.model)), kind


#: What becomes of each collection's documents, written down by hand.
FATES = {
    SubjectKind.USER: {
        "User": "delete", "Operator": "delete", "LinkCount": "delete", "Invite": "delete",
        "InboxItem": "delete", "Consent": "blank", "Visit": "blank", "Upload": "blank",
        "Clinic": "blank", "Lab": "blank", "PrivacyRequest": "blank", "AuditEntry": "keep",
        "Device": "delete", "Preferences": "delete", "Delivery": "delete", "Mail": "delete",
        "Announcement": "blank",
        "Ticket": "delete", "TicketMessage": "delete",
    },
    SubjectKind.PATIENT: {
        "Patient": "delete", "PatientReference": "delete", "PatientCorrection": "delete",
        "Case": "delete", "CaseEvent": "delete", "File": "delete", "PairCheck": "delete",
        "Upload": "delete",
        "Consent": "blank", "Visit": "blank", "Order": "blank", "PrivacyRequest": "blank",
        "Share": "keep", "OrderEvent": "blank", "OrderMessage": "blank",
    },
}  # fmt: skip


@pytest.mark.parametrize("kind", list(SubjectKind))
def test_what_becomes_of_each_collection(kind: SubjectKind) -> None:
    found = {
        place.model.__name__: str(redaction.fate(place, row))
        for place in PLACES
        if isinstance(row := place.of(kind), InventoryRow)
    }
    assert found == FATES[kind]


def place_of(name: str) -> InventoryEntry:
    return next(place for place in PLACES if place.model.__name__ == name)


def test_of_a_list_of_people_one_goes_and_the_others_stay() -> None:
    place = place_of("Clinic")
    (clinic,) = specimens(place.model)
    clinic = clinic.model_copy(update={"owners": ["u1", "u2"]})
    assert isinstance(place.user, InventoryRow)
    step = redaction.step(place, place.user, clinic, {"u1"})
    assert step.changes == {"owners": ["u2"]}


def test_a_masked_value_says_so_and_one_that_was_empty_stays_empty() -> None:
    place = place_of("Order")
    order = specimens(place.model)[0]
    assert isinstance(place.patient, InventoryRow)
    step = redaction.step(place, place.patient, order)
    assert step.changes["patient"] == {"reference": MASKED, "name": None}
    assert (step.changes["items"], step.changes["files"]) == ([], [])
    assert {ground.split(":")[0] for ground, _ in step.grounds} == set()


class Line(Record):
    """A record in a list, of which a sum is kept on a ground."""

    note: Annotated[str | None, held("user.content", kept=Retention.CASE)] = None
    paise: Annotated[
        int,
        held("user.financial", kept=Retention.CASE, erased=Erasure.KEEP, ground="the books: a law"),
    ]


class Bill(Document):
    """A document of this test: a list whose records stay in part, and one whose records go."""

    path: ClassVar[str] = "bills/{bill}"
    partial: ClassVar[bool] = True

    lines: list[Line]
    items: list[OrderItem]


def test_the_fields_of_a_lists_records_decide_one_by_one() -> None:
    """Where something in a record is kept, the record stays with that; else none does."""
    (item,) = specimens(Order)[0].model_dump(mode="python")["items"]
    stored = {"lines": [{"note": "Asha", "paise": 500}], "items": [item]}
    bill = Bill.model_validate(stored).placed("b1")
    entry = InventoryEntry(
        Bill, "Bills", nothing("a bill"), InventoryRow((), names=("lines", "items"))
    )
    assert isinstance(entry.patient, InventoryRow)
    step = redaction.step(entry, entry.patient, bill)
    assert step.changes == {"lines": [{"note": None, "paise": 500}], "items": []}
    assert step.grounds == {("the books: a law", Retention.CASE)}

    only = InventoryRow((), names=("lines", "items.notes"))
    noted = Bill.model_validate({**stored, "items": [{**item, "notes": "As Asha wishes."}]})
    left = redaction.step(replace(entry, patient=only), only, noted.placed("b1")).changes
    assert left["items"] == [{**item, "notes": None}], "what the row does not name stays"


@pytest.mark.parametrize("path", ["users", "cases", "clinics/c/patients", "users/u/inbox/i"])
def test_a_path_that_is_nobodys_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match="no person"):
        DataSubject.at(path)


@pytest.mark.parametrize("path", ["users/u1", "clinics/c1/patients/p1", "cases/c1", "orders/o1"])
def test_a_subject_is_told_by_its_path(path: str) -> None:
    assert DataSubject.at(path).path == path


@pytest.mark.parametrize(("place", "kind", "row"), ROWS)
def test_what_is_not_declared_has_no_ground_to_stay(
    place: InventoryEntry, kind: SubjectKind, row: InventoryRow
) -> None:
    """What a newer release stored goes from what is about the person, and is gone then."""
    for document in specimens(place.model):
        fields = newer.filled(document)
        sprinkled = newer.sprinkled(place.model, document.path_for(*document.ids), fields)
        found = place.model.model_validate(sprinkled, extra="allow").placed(*document.ids)
        step = redaction.step(place, row, found)
        if step.action is not RedactionAction.BLANK:
            assert (step.changes, step.gone) == ({}, frozenset()), kind
            continue
        assert newer.WORD not in repr(step.changes)
        assert step.gone == (frozenset() if row.names else {newer.NAME})
        left = {**sprinkled, **step.changes}
        left = {name: value for name, value in left.items() if name not in step.gone}
        about = {name.partition(".")[0] for name in row.names} or set(left)
        assert newer.WORD not in repr({name: left[name] for name in about})
        again = place.model.model_validate(left, extra="allow").placed(*document.ids)
        assert not redaction.step(place, row, again).pending, "done twice it is the same as once"
