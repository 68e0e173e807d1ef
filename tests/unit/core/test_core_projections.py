"""Least disclosure: a viewer gets the fields that are declared visible to it, and no others."""

from typing import Annotated, ClassVar

import pytest
from pydantic import ValidationError, computed_field

from core.documents import Document, Record
from core.privacy import Retention, Viewer, held
from core.projections import visible_to

SECRET = held("user.name", Viewer.CLINIC, kept=Retention.CASE)
SHOWN = held("user.contact.organization", Viewer.CLINIC, Viewer.OPERATOR, kept=Retention.CASE)


class Gate(Record):
    """A record in a record."""

    colour: Annotated[str, SHOWN]
    code: Annotated[str, SECRET]


class Place(Record):
    """A record in a document, partly shown."""

    city: Annotated[str, SHOWN]
    owner: Annotated[str, SECRET]
    gate: Gate | None = None


class Vault(Record):
    """A record of which nothing is shown."""

    code: Annotated[str, SECRET]


class Farm(Document):
    """A document of this test; `partial` keeps it out of the data map."""

    path: ClassVar[str] = "farms/{farm}"
    partial: ClassVar[bool] = True

    name: Annotated[str, SHOWN]
    farmer: Annotated[str, SECRET]
    nickname: Annotated[str | None, SHOWN] = None
    place: Place
    other_place: Place | None = None
    vault: Vault
    tags: Annotated[list[str], SHOWN] = []
    shed: Annotated[Vault | None, SHOWN] = None
    undeclared: str = "u"

    @computed_field  # type: ignore[prop-decorator]
    @property
    def sign(self) -> Annotated[str, SHOWN]:
        """What follows from other fields and is shown."""
        return self.name.upper()

    @computed_field  # type: ignore[prop-decorator]
    @property
    def initials(self) -> Annotated[str, SECRET]:
        """What follows from other fields and is not."""
        return self.farmer[:1]


def farm(**changes: object) -> Farm:
    fields = {
        "name": "Rose",
        "farmer": "Asha",
        "place": {"city": "Pune", "owner": "Asha", "gate": {"colour": "red", "code": "1"}},
        "vault": {"code": "2"},
    }
    return Farm.model_validate({**fields, **changes})


def test_a_viewer_gets_what_is_declared_visible_and_no_more():
    """Nested as stored; a record of which it sees nothing is not there, not even empty."""
    assert visible_to(Viewer.OPERATOR, farm()) == {
        "name": "Rose",
        "nickname": None,
        "place": {"city": "Pune", "gate": {"colour": "red"}},
        "tags": [],
        "shed": None,
        "sign": "ROSE",
    }


def test_another_viewer_gets_its_own():
    seen = visible_to(Viewer.CLINIC, farm())
    assert seen["vault"] == {"code": "2"}
    assert seen["place"]["gate"] == {"colour": "red", "code": "1"}
    assert seen["initials"] == "A"
    assert visible_to(Viewer.LAB, farm()) == {}


def test_what_nobody_declared_is_nobodys():
    """Not even the functions' own: a field without a declaration goes into no projection."""
    for viewer in Viewer:
        assert "undeclared" not in visible_to(viewer, farm(undeclared="zq7"))


def test_a_record_that_is_not_there_is_left_out():
    """Its model's default stands for it; one that is there is copied like any other."""
    assert "other_place" not in visible_to(Viewer.OPERATOR, farm())
    there = farm(other_place={"city": "Goa", "owner": "Ravi"})
    assert visible_to(Viewer.OPERATOR, there)["other_place"] == {"city": "Goa"}


def test_a_record_declared_as_a_whole_is_shown_as_a_whole():
    """The declaration of the field is that of all it holds, whatever the record says itself."""
    assert visible_to(Viewer.OPERATOR, farm(shed={"code": "3"}))["shed"] == {"code": "3"}


def test_the_document_stays_as_it_was():
    whole = farm(tags=["a"])
    before = whole.model_dump()
    seen = visible_to(Viewer.OPERATOR, whole)
    seen["place"]["city"] = "Goa"
    seen["tags"].append("b")
    assert whole.model_dump() == before


def test_a_projection_without_a_place_for_a_field_is_an_error_and_not_a_leak():
    class Board(Record):
        """A projection, made before the farm's sign was shown."""

        name: str
        nickname: str | None
        place: dict[str, object]
        tags: list[str]
        shed: None

    class NewBoard(Board):
        """The same with a place for it."""

        sign: str

    seen = visible_to(Viewer.OPERATOR, farm())
    with pytest.raises(ValidationError, match="sign"):
        Board.model_validate(seen)
    assert NewBoard.model_validate(seen).sign == "ROSE"
