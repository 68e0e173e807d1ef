"""Lists as data: what each declares, and what clients are told of it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import ClassVar

import pytest

from core.documents import Document
from core.lists import ClientList, Own, Parameter, among, ascending, descending, equal, within
from core.machines import Machine
from core.privacy import Viewer
from core.queries import Shape
from tools.docs.surface import load

LISTS = load().lists
#: What the name of a list begins with, by its reader.
BEGINS = {
    Viewer.CLINIC: "clinic_",
    Viewer.ANY_CLINIC: "clinic_",
    Viewer.LAB: "lab_",
    Viewer.OPERATOR: "operator_",
    Viewer.ORG_OWNER: "owner_",
    Viewer.SUBJECT: "own_",
    Viewer.ACTIVE_SUBJECT: "own_",
    Viewer.ADMIN: "admin_",
}


class Colour(StrEnum):
    """Colours of a sheep."""

    WHITE = "white"
    BLACK = "black"
    BROWN = "brown"


class Listed(Document):
    """A document of this test; `partial` keeps it out of the data map."""

    path: ClassVar[str] = "flocks/{flock}/sheep/{sheep}"
    partial: ClassVar[bool] = True


@pytest.fixture
def sheep() -> Iterator[ClientList]:
    """A list of everything, which leaves no trace in the registry that other tests check."""
    before = list(ClientList.registry)
    flock, colour = Parameter("flock", "The flock."), Parameter("colour", "The colour.")
    yield ClientList(
        "clinic_sheep",
        Listed,
        Viewer.CLINIC,
        "Sheep.",
        where=(
            equal("shepherd", Own.UID),
            equal("colour", colour),
            among("coat", {Colour.BROWN, Colour.WHITE}),
            equal("sold_at", None),
            *within("born_at"),
        ),
        order=descending("born_at"),
        parents=(flock,),
    )
    ClientList.registry[:] = before


def test_what_a_client_is_told_of_a_list(sheep: ClientList) -> None:
    assert sheep.constraints == [
        {"field": "shepherd", "op": "==", "value": {"own": "uid"}},
        {"field": "colour", "op": "==", "value": {"parameter": "colour"}},
        {"field": "coat", "op": "in", "value": {"constant": ["white", "brown"]}},
        {"field": "sold_at", "op": "==", "value": {"constant": None}},
        {"field": "born_at", "op": ">=", "value": {"parameter": "since"}},
        {"field": "born_at", "op": "<", "value": {"parameter": "until"}},
    ]
    assert [each.name for each in sheep.parameters] == ["flock", "colour", "since", "until"]


def test_its_index_is_that_of_a_query_of_the_same_shape(sheep: ClientList) -> None:
    index = sheep.index()
    assert index is not None
    assert [(f["fieldPath"], f["order"]) for f in index["fields"]] == [
        ("shepherd", "ASCENDING"),
        ("colour", "ASCENDING"),
        ("coat", "ASCENDING"),
        ("sold_at", "ASCENDING"),
        ("born_at", "DESCENDING"),
    ]
    assert index == Shape(Listed, sheep.shape.where, sheep.order).index()
    assert Shape(Listed, order=ascending("name")).index() is None


@pytest.mark.parametrize("parents", [(), (Own.ORG, Own.ORG)])
def test_each_id_of_the_path_is_told(parents: tuple[Own, ...]) -> None:
    before = list(ClientList.registry)
    with pytest.raises(ValueError, match="a parent for each id"):
        ClientList("clinic_sheep", Listed, Viewer.CLINIC, "Sheep.", parents=parents)
    assert ClientList.registry == before


# --- all lists -----------------------------------------------------------------------------------

EACH = pytest.mark.parametrize("each", [pytest.param(each, id=each.name) for each in LISTS])


def test_names_tell_lists_apart() -> None:
    assert len({each.name for each in LISTS}) == len(LISTS) > 60


@EACH
def test_a_list_is_of_its_reader(each: ClientList) -> None:
    """What it says to people is a sentence; who reads it may read what it finds."""
    assert each.name.startswith(BEGINS[each.viewer])
    assert each.viewer in each.model.readers
    assert each.sentence.endswith(".")
    assert all(parameter.description.endswith(".") for parameter in each.parameters)


@EACH
def test_a_list_asks_for_fields_that_its_reader_sees(each: ClientList) -> None:
    seen = {
        name for name, held in each.model.declarations() if held and each.viewer in held.seen_by
    }
    asked = {name for name, _ in (*each.shape.where, *each.order)}
    assert {n if n in seen else n.rpartition(".")[0] for n in asked} <= seen


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Visit", ["clinic_visits_open"]),
        ("Order", ["clinic_orders_open", "lab_orders_open"]),
    ],
)
def test_what_is_open_are_the_states_that_can_be_left(title: str, names: list[str]) -> None:
    (machine,) = (m for m in Machine.registry if m.title == title)
    left = {s for (s, _), step in machine.table.items() if s is not None and step.to is not s}
    for each in (each for each in LISTS if each.name in names):
        ((found),) = (value for field, _, value in each.where if field == "state")
        assert isinstance(found, tuple)
        assert set(found) == left
