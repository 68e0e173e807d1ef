"""Documents of a newer release in the database: every read of the store, and every write.

For each model of the project, a document with a field more at the top and in each record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from typing import Any

import pytest
from google.cloud.firestore import Client

from core.documents import Document
from core.errors import DocumentNewer
from core.queries import Query
from core.store import Store
from core.units import UnitOfWork
from core.unknown import stored
from scans.cases.models import Case
from tests.rules.specimens import SPECIMENS
from tests.support import ids, newer, records
from tests.support.account_records import Tenants
from tools.client import Person

Read = Callable[[Store, type[Document], tuple[str, ...]], list[Any]]


def specimens() -> list[Any]:
    """One document of each model, with all records that it may have."""
    person, tenants = Person(ids.uid(), ids.email()), Tenants()
    made = {each.model: each.make(tenants, person) for each in SPECIMENS}
    return [pytest.param(document, id=model.__name__) for model, document in made.items()]


every_model = pytest.mark.parametrize("document", specimens())
every_model_that_changes = pytest.mark.parametrize(
    "document", [each for each in specimens() if not each.values[0].lasting]
)


@pytest.fixture
def query() -> Iterator[Callable[[type[Document]], Query]]:
    """Makes queries of whole collections that leave no trace in the registry."""
    before = list(Query.registry)
    yield Query
    Query.registry[:] = before


class Archive:
    """A database of one test, in which a newer release has been."""

    def __init__(self, client: Client) -> None:
        self.client, self.store = client, Store(client)

    def seeded(self, document: Document) -> dict[str, Any]:
        """Put a document there with all that a newer release adds; what stands there then."""
        model, path = type(document), document.path_for(*document.ids)
        fields = newer.sprinkled(model, path, newer.filled(document))
        self.client.document(path).set(fields)
        return self.raw(document)

    def raw(self, document: Document) -> dict[str, Any]:
        """What stands in the database."""
        found = self.client.document(document.path_for(*document.ids)).get().to_dict()
        assert found is not None
        return found

    def derived(self, document: Document) -> dict[str, Any]:
        """What follows from the other fields of the document that stands there."""
        found = self.store.get(type(document), *document.ids)
        return {name: getattr(found, name) for name in type(document).model_computed_fields}


@pytest.fixture
def archive(empty: Client) -> Archive:
    """A database of the test's own."""
    return Archive(empty)


@every_model
def test_every_read_has_all_of_it(
    document: Document, archive: Archive, query: Callable[[type[Document]], Query]
) -> None:
    model, places = type(document), document.ids
    fields = archive.seeded(document)
    under = document.path_for(*places).rpartition("/")[0].rpartition("/")[0]
    plain = query(model)
    key = next(
        name for name in model.model_fields if isinstance(fields[name], str | int | datetime)
    )
    ordered = Query(model, order=((key, "ASCENDING"),))
    found = [
        archive.store.get(model, *places),
        *(archive.store.several(model, *places) if len(places) == 1 else []),
        *archive.store.find(plain, limit=2, under=under),
        *archive.store.page(ordered, limit=2, cursor=None, under=under).items,
        *archive.store.each(plain, under=under),
        archive.store.run(lambda unit: unit.get(model, *places)),
        *archive.store.run(lambda unit: unit.find(plain, limit=2, under=under)),
        archive.store.compete(lambda unit: unit.get(model, *places)),
        *archive.store.compete(lambda unit: unit.get_all(model, places)),
    ]
    assert len(found) == 8 + (len(places) == 1)
    for each in found:
        assert each.ids == places
        assert {**fields, **stored(each)} == fields | archive.derived(document)
        assert each == document.model_validate(newer.filled(document)).placed(*places)


def changed(
    model: type[Document], places: tuple[str, ...], unit: UnitOfWork, *, anew: bool
) -> None:
    """Change every field of a document to what it is: to the same records, or to new ones."""
    found = unit.get(model, *places)
    assert found is not None
    values = found.model_dump() if anew else dict(found)
    unit.change(found, **{name: values[name] for name in model.model_fields})


@every_model_that_changes
@pytest.mark.parametrize("anew", [False, True])
def test_every_change_leaves_all_of_it(document: Document, archive: Archive, *, anew: bool) -> None:
    """In a transaction, and in the commit of who competes."""
    before = archive.seeded(document)
    work = partial(changed, type(document), document.ids, anew=anew)
    archive.store.run(work)
    assert archive.raw(document) == before | archive.derived(document)
    archive.store.compete(work)
    assert archive.raw(document) == before | archive.derived(document)


@every_model_that_changes
def test_a_put_of_what_was_read_leaves_all_of_it(document: Document, archive: Archive) -> None:
    before = archive.seeded(document)

    def work(unit: UnitOfWork) -> None:
        found = unit.get(type(document), *document.ids)
        assert found is not None
        unit.put(found)

    archive.store.run(work)
    assert archive.raw(document) == before | archive.derived(document)


@every_model_that_changes
def test_a_blind_put_leaves_what_is_beside_and_in_its_records(
    document: Document, archive: Archive
) -> None:
    """Of a list that it writes, it knows no elements: what stood in them goes with them."""
    model, path = type(document), document.path_for(*document.ids)
    before = archive.seeded(document)
    made = model.model_validate(newer.filled(document)).placed(*document.ids)
    archive.store.run(lambda unit: unit.put(made))
    after = archive.raw(document)
    marked = {spot.way: spot.fields.get(newer.NAME) for spot in newer.spots(model, after)}
    assert marked == {
        spot.way: None if spot.listed else spot.fields[newer.NAME]
        for spot in newer.spots(model, before)
    }
    assert marked[""] == newer.value_at(path, "")


@every_model_that_changes
def test_a_reduction_leaves_what_is_declared_alone(document: Document, archive: Archive) -> None:
    archive.seeded(document)

    def work(unit: UnitOfWork) -> None:
        found = unit.get(type(document), *document.ids)
        assert found is not None
        unit.reduce(found, *found.unknown, **dict(found))

    archive.store.run(work)
    assert newer.WORD not in repr(archive.raw(document))


def test_it_costs_what_it_would_cost_without(archive: Archive) -> None:
    case = records.case(Tenants())
    archive.seeded(case)
    archive.store.run(partial(changed, Case, case.ids, anew=True))
    assert (
        archive.store.tally.reads,
        archive.store.tally.writes,
        archive.store.tally.transactions,
    ) == (1, 1, 1)


# --- lists ---------------------------------------------------------------------------------------


@pytest.fixture
def cases(archive: Archive) -> list[Case]:
    """Five cases of one clinic as they are listed, the last ids first; the last two are newer."""
    tenants = Tenants()
    made = sorted(
        (records.case(Tenants(clinic=tenants.clinic)) for _ in range(5)),
        key=lambda c: c.id,
        reverse=True,
    )
    for place, case in enumerate(made):
        newer_too = {"current": {"unheard": "x"}} if place > 2 else {}
        archive.client.document(Case.path_for(case.id)).set(stored(case) | newer_too)
    return made


def test_a_list_of_them_all_fails_with_a_reason(
    archive: Archive, cases: list[Case], query: Callable[..., Query]
) -> None:
    asked = query(Case, where=(("clinic_id", "=="),))
    with pytest.raises(DocumentNewer):
        archive.store.find(asked, cases[0].clinic_id, limit=5)
    with pytest.raises(DocumentNewer):
        archive.store.page(ordered(query), cases[0].clinic_id, limit=5, cursor=None)
    with pytest.raises(DocumentNewer):
        list(archive.store.each(asked, cases[0].clinic_id))
    with pytest.raises(DocumentNewer):
        archive.store.several(Case, *(case.id for case in cases))
    assert len(archive.store.several(Case, *(case.id for case in cases[:3]))) == 3


def ordered(query: Callable[..., Query]) -> Query:
    """The cases of a clinic by when they were opened, which is the same for all."""
    return query(Case, where=(("clinic_id", "=="),), order=(("opened_at", "DESCENDING"),))


@pytest.mark.parametrize("limit", [1, 2, 4])
def test_a_lenient_page_says_how_many_it_leaves_out_and_goes_on(
    archive: Archive, cases: list[Case], query: Callable[..., Query], limit: int
) -> None:
    """Past a page that ends with, and one that holds nothing but, what cannot be read."""
    asked, found, left, cursor = ordered(query), [], 0, None
    for _ in range(10):
        page = archive.store.page(
            asked, cases[0].clinic_id, limit=limit, cursor=cursor, lenient=True
        )
        found += [case.id for case in page.items]
        left, cursor = left + page.left_out, page.cursor
        if cursor is None:
            break
    assert (found, left) == ([case.id for case in cases[:3]], 2)
    assert archive.store.tally.reads == 5 + (5 % limit == 0), "an empty page costs a read"
    plain = query(Case, where=(("clinic_id", "=="),))
    listed = archive.store.find(plain, cases[0].clinic_id, limit=5, lenient=True)
    assert [case.id for case in listed] == found[::-1]
