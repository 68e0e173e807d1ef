"""Stored documents: their paths, and the declarations that the data map is made from."""

from typing import Annotated, ClassVar

import pytest
from pydantic import ValidationError

from core.documents import Document, Record
from core.privacy import Erasure, Held, Retention, Viewer, held

NAME = held("user.name", Viewer.CLINIC, kept=Retention.CASE)
NOTE = held("user.content.private", kept=Retention.CASE)


class Bell(Record):
    """A record in a document, partly declared."""

    tone: Annotated[str, NAME]
    weight: int = 1


class Sheep(Document):
    """A document of this test; `partial` keeps it out of the data map."""

    path: ClassVar[str] = "flocks/{flock}/sheep/{sheep}"
    partial: ClassVar[bool] = True
    held: ClassVar = {"note": NOTE}

    name: Annotated[str, NAME]
    note: str = ""
    bells: list[Bell] = []
    first: Bell | None = None
    crate: Annotated[Bell | None, NOTE] = None
    loose: str = ""


def test_a_path_is_filled_from_left_to_right():
    assert Sheep.path_for("f1", "s1") == "flocks/f1/sheep/s1"
    assert Sheep.collection() == "sheep"


@pytest.mark.parametrize("ids", [(), ("f1",), ("f1", "s1", "x")])
def test_a_path_with_other_than_its_ids_is_refused(ids):
    with pytest.raises((ValueError, IndexError)):
        Sheep.path_for(*ids)


def test_every_field_is_declared_or_found_to_be_undeclared():
    """Own annotation, the class's table, nested fields one by one unless their parent declares."""
    assert dict(Sheep.declarations()) == {
        "name": NAME,
        "note": NOTE,
        "bells.tone": NAME,
        "bells.weight": None,
        "first.tone": NAME,
        "first.weight": None,
        "crate": NOTE,
        "loose": None,
    }


def test_a_document_knows_where_it_stands():
    sheep = Sheep(name="Dolly")
    placed = sheep.placed("f1", "s1")
    assert (placed.id, placed.ids) == ("s1", ("f1", "s1"))
    assert sheep.ids == ()
    assert placed.model_dump() == sheep.model_dump()


def test_only_a_class_with_a_path_of_its_own_is_registered():
    class Parent(Document):
        """No path: what others have in common."""

    class Child(Parent):
        """A path: a collection."""

        path: ClassVar[str] = "children/{child}"

    class Grandchild(Child):
        """The same collection under another name."""

    try:
        assert Child in Document.registry
        assert not {Parent, Grandchild, Sheep} & set(Document.registry)
    finally:
        Document.registry.remove(Child)


def test_what_does_not_fit_is_refused_without_being_quoted():
    with pytest.raises(ValidationError) as caught:
        Sheep.model_validate({"name": ["zq7zq7"], "more": "zq7zq7"})
    assert "zq7zq7" not in str(caught.value)


@pytest.mark.parametrize("erased", list(Erasure))
@pytest.mark.parametrize("ground", ["", "the law"])
def test_a_ground_is_named_where_and_only_where_the_value_stays(erased, ground):
    def declare() -> Held:
        return held("user.name", kept=Retention.CASE, erased=erased, ground=ground)

    if (erased is Erasure.KEEP) == (ground != ""):
        assert declare().ground == ground
    else:
        with pytest.raises(ValueError, match="ground"):
            declare()


def test_functions_see_every_field():
    assert NOTE.seen_by == {Viewer.SYSTEM}
    assert NAME.seen_by == {Viewer.SYSTEM, Viewer.CLINIC}
