"""Stored documents: their paths, and the declarations that the data map is made from."""

from typing import Annotated, ClassVar

import pytest
from pydantic import ValidationError, computed_field

from core.documents import Document, Record
from core.privacy import Erasure, FieldPolicy, Retention, Viewer, held
from core.unknown import stored

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

    name: Annotated[str, NAME]
    note: Annotated[str, NOTE] = ""
    bells: list[Bell] = []
    first: Bell | None = None
    crate: Annotated[Bell | None, NOTE] = None
    loose: str = ""


class Flock(Document):
    """A document of this test that says of itself what follows from its other fields."""

    path: ClassVar[str] = "flocks/{flock}"
    partial: ClassVar[bool] = True

    sheep: Annotated[int, NOTE] = 0

    @computed_field  # type: ignore[prop-decorator]
    @property
    def status(self) -> Annotated[str, NAME]:
        """Whether it is large."""
        return "large" if self.sheep > 9 else "small"

    @computed_field  # type: ignore[prop-decorator]
    @property
    def legs(self) -> int:
        """Computed, and not declared."""
        return 4 * self.sheep


def test_a_path_is_filled_from_left_to_right():
    assert Sheep.path_for("f1", "s1") == "flocks/f1/sheep/s1"
    assert Sheep.collection() == "sheep"


@pytest.mark.parametrize("ids", [(), ("f1",), ("f1", "s1", "x")])
def test_a_path_with_other_than_its_ids_is_refused(ids):
    with pytest.raises((ValueError, IndexError)):
        Sheep.path_for(*ids)


def test_every_field_is_declared_or_found_to_be_undeclared():
    """Its own annotation; nested fields one by one unless their parent declares."""
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
    def declare() -> FieldPolicy:
        return held("user.name", kept=Retention.CASE, erased=erased, ground=ground)

    if (erased is Erasure.KEEP) == (ground != ""):
        assert declare().ground == ground
    else:
        with pytest.raises(ValueError, match="ground"):
            declare()


def test_functions_see_every_field():
    assert NOTE.seen_by == {Viewer.SYSTEM}
    assert NAME.seen_by == {Viewer.SYSTEM, Viewer.CLINIC}


def test_a_computed_field_is_stored():
    assert stored(Flock(sheep=12)) == {"sheep": 12, "status": "large", "legs": 48}


@pytest.mark.parametrize("status", ["small", "zq7", None, ["any", "thing"]])
def test_a_computed_field_is_never_read_back(status):
    """What was stored before the rule changed, or by hand, does not outlive the next load."""
    loaded = Flock.model_validate({"sheep": 12, "status": status, "legs": -1})
    assert loaded == Flock(sheep=12)
    assert (loaded.status, loaded.legs) == ("large", 48)


def test_only_what_is_computed_is_dropped():
    with pytest.raises(ValidationError, match="more"):
        Flock.model_validate({"sheep": 12, "more": 1})
    with pytest.raises(ValidationError, match="status"):
        Sheep.model_validate({"name": "Dolly", "status": "small"})


def test_what_is_loaded_is_left_as_it_was():
    snapshot = {"sheep": 12, "status": "small"}
    Flock.model_validate(snapshot)
    assert snapshot == {"sheep": 12, "status": "small"}


def test_a_computed_field_declares_itself_by_what_it_returns():
    assert dict(Flock.declarations()) == {"sheep": NOTE, "status": NAME, "legs": None}
