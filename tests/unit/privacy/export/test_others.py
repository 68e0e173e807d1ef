"""Of every collection, an archive has what is of its own person, and of nobody else.

Each document that an export may find is filled with another person wherever a field says by an id
or an address whose data it is, but for the field that it is found by. Generated from the inventory:
a collection or a field that is new is tried here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from core.documents import Document
from core.privacy import whose
from privacy.export.building import as_json, shown_of
from privacy.inventory.entries import At, By, InventoryRow, SubjectKind
from privacy.inventory.subjects import DataSubject
from privacy.inventory.table import PLACES
from tests.rules.specimens import SPECIMENS
from tests.support.account_records import Tenants
from tools.client import Person

OWN, OTHER = "own00000000000000000", "another0000000000000"
OWN_EMAIL, OTHER_EMAIL = f"{OWN}@example.com", f"{OTHER}@example.com"
#: What a name is where it hangs on who somebody else is.
OTHERS_NAME = f"Dr. {OTHER}"


@dataclass(frozen=True)
class Sought:
    """A way of finding a document about a kind of person, and what it may find."""

    kind: SubjectKind
    row: InventoryRow
    seek: At | By
    document: Document

    def __str__(self) -> str:
        field = self.found_by or "id"
        return f"{type(self.document).__name__}-{self.kind}-{field}"

    @property
    def found_by(self) -> str:
        """The field that has the person's own id or address."""
        if isinstance(self.seek, At) or not self.seek.query.where:
            return ""
        return str(self.seek.query.where[0][0])

    @property
    def subject(self) -> DataSubject:
        """Whose archive it is."""
        if self.kind is SubjectKind.PATIENT:
            return DataSubject.patient("c" * 20, OWN)
        subject = DataSubject.user(OWN)
        subject.known["email"] = {OWN_EMAIL}
        return subject

    def shown(self) -> str:
        """What the archive has of the document."""
        return as_json(shown_of(self.subject, self.row, self.document)).decode()


def _own(name: str) -> str:
    return {"email": OWN_EMAIL, "subject": f"users/{OWN}"}.get(name, OWN)


def _other(value: Any, category: str) -> Any:
    """Another person in the form of a value."""
    match value:
        case list():
            return [OTHER_EMAIL if "email" in category else OTHER]
        case dict():
            return {"shown": f"{OTHER} {OTHER}", "assignee": OTHER}
        case str() if "/" in value:
            return f"users/{OTHER}"
        case str() if "name" in category:
            return OTHERS_NAME
    return OTHER_EMAIL if "email" in category else OTHER


def _filled(document: Document, found_by: str) -> Document:
    """Put another person wherever one is told, and the own one where it is found by that."""
    changes: dict[str, Any] = {}
    for name, policy in type(document).declarations():
        assert policy is not None
        by = whose(name, policy)
        hangs_on_own = by == found_by != name
        if name not in type(document).model_fields or not by or hangs_on_own:
            continue
        changes[name] = _other(getattr(document, name), policy.category)
    if found_by in changes:
        own = _own(found_by)
        changes[found_by] = [own, OTHER] if isinstance(changes[found_by], list) else own
    ids = [OWN if part in {"{uid}", "{patient_id}"} else "d" * 20 for part in _parts(document)]
    return document.model_copy(update=changes).placed(*ids)


def _parts(document: Document) -> list[str]:
    return [part for part in document.path.split("/") if part.startswith("{")]


def _cases() -> Iterator[Sought]:
    person = Person(OWN, OWN_EMAIL)
    for place in PLACES:
        specimen = next(s for s in SPECIMENS if s.model is place.model)
        for kind in SubjectKind:
            row = place.of(kind)
            for seek in row.seeks if isinstance(row, InventoryRow) else ():
                empty = Sought(kind, row, seek, specimen.make(Tenants(), person))
                yield Sought(kind, row, seek, _filled(empty.document, empty.found_by))


CASES = [pytest.param(case, id=str(case)) for case in _cases()]


@pytest.mark.parametrize("case", CASES)
def test_nobody_else_is_in_it(case: Sought) -> None:
    stored = as_json(case.document.model_dump(mode="python")).decode()
    named = [n for n, p in type(case.document).declarations() if p and whose(n, p)]
    assert (OTHER in stored) or not set(named) - {case.found_by}, "there is somebody to mask"
    assert OTHER not in case.shown()


@pytest.mark.parametrize("case", CASES)
def test_all_that_is_of_the_person_is_in_it(case: Sought) -> None:
    """But for what a clinic's members may not see of its patient."""
    shown = json.loads(case.shown())
    before = json.loads(as_json(case.document.model_dump(mode="python")))
    names = case.row.names if case.kind is SubjectKind.USER else ()
    for name, policy in type(case.document).declarations():
        top = name.partition(".")[0]
        assert policy is not None
        by = whose(name, policy)
        if by or (names and top not in names) or top not in shown:
            continue
        way = name.split(".")
        assert _at(shown, way) == _at(before, way), name
    if case.kind is SubjectKind.USER and case.found_by in shown:
        own = shown[case.found_by]
        assert own == ([OWN] if isinstance(own, list) else _own(case.found_by))
    if case.kind is SubjectKind.USER and not names:
        assert shown.keys() == before.keys()


def _at(values: Any, way: list[str]) -> Any:
    """What stands at the end of a way through records and lists."""
    for part in way:
        if isinstance(values, list):
            values = [each.get(part) for each in values]
        elif values is not None:
            values = values.get(part)
    return values


def test_every_collection_in_which_people_are_found_is_tried() -> None:
    tried = {type(param.values[0].document) for param in CASES}
    rows = {
        place.model
        for place in PLACES
        for kind in SubjectKind
        if isinstance(place.of(kind), InventoryRow)
    }
    assert tried == rows
    assert len(tried) > 20
