"""The shapes of stored documents beside those last released: what is additive, and what is not."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Literal

import pytest
from pydantic import AwareDatetime, Field, StringConstraints, computed_field, create_model

from core.documents import Document, Record
from tools.docs import __main__ as command
from tools.docs import additive, pages, released, surface
from tools.docs.migrations import MIGRATIONS

PRESENT = pages.stored(surface.load())


class Few(StrEnum):
    """Two values."""

    ONE = "one"
    TWO = "two"


class Many(StrEnum):
    """Three."""

    ONE = "one"
    TWO = "two"
    THREE = "three"


class Small(Record):
    """A record."""

    name: str
    size: int = 0


class Large(Record):
    """The same with a field more, which may be missing."""

    name: str
    size: int = 0
    colour: str | None = None


class Strict(Record):
    """The same, with a field more that has to be there."""

    name: str
    size: int = 0
    colour: str


class Released(Document):
    """A document of this test."""

    path: ClassVar[str] = "flocks/{flock}/sheep/{sheep}"
    partial: ClassVar[bool] = True

    name: str


class Counted(Released):
    """The same, with what follows from it."""

    @computed_field  # type: ignore[prop-decorator]
    @property
    def letters(self) -> int:
        """The length of its name."""
        return len(self.name)


def shape(**fields: Any) -> dict[str, Any]:
    """The schema of a document with these fields beside its name, as a file has it."""
    found: dict[str, Any] = json.loads(
        json.dumps(released.schema(create_model("Sheep", __base__=Released, **fields)))
    )
    return found


def changed(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """What is not additive between two shapes of the same document."""
    return additive.changes({"sheep": before}, {"sheep": after})


def bounded(**bounds: Any) -> Any:
    """A number within bounds."""
    return Annotated[int, Field(**bounds)]


def text(**limits: Any) -> Any:
    """A text within limits."""
    return Annotated[str, StringConstraints(**limits)]


#: What it was and what it becomes, and what is told of that; the other way round it is additive,
#: or is told what stands last.
NARROWED: dict[str, tuple[Any, Any, list[str], list[str]]] = {
    "an enumeration": (Many, Few, ["sheep.x: three is no value any more"], []),
    "a literal": (Literal["a", "b"], Literal["a"], ["sheep.x: b is no value any more"], []),
    "to a set": (str, Few, ["sheep.x: takes values of a set alone"], []),
    "null": (str | None, str, ["sheep.x: null is not taken"], []),
    "an alternative": (int | str, int, ["sheep.x: string is not taken"], []),
    "a type": (float, int, ["sheep.x: number is not taken"], []),
    "anything": (Any, dict[str, int], ["sheep.x: any value is not taken"], []),
    "a minimum": (bounded(ge=1), bounded(ge=2), ["sheep.x: minimum is 2"], []),
    "a first minimum": (int, bounded(gt=0), ["sheep.x: exclusiveMinimum is 0"], []),
    "a maximum": (bounded(le=9), bounded(le=8), ["sheep.x: maximum is 8"], []),
    "a length": (text(max_length=9), text(max_length=8), ["sheep.x: maxLength is 8"], []),
    "a least length": (str, text(min_length=1), ["sheep.x: minLength is 1"], []),
    "a count": (
        list[int],
        Annotated[list[int], Field(max_length=3)],
        ["sheep.x: maxContains is 3"],
        [],
    ),
    "a pattern": (str, text(pattern="^a$"), ["sheep.x: pattern is ^a$"], []),
    "a format": (str, AwareDatetime, ["sheep.x: format is date-time"], []),
    "in a list": (list[Many], list[Few], ["sheep.x[]: three is no value any more"], []),
    "in a map": (dict[str, Many], dict[str, Few], ["sheep.x{}: three is no value any more"], []),
    "of keys": (dict[Many, int], dict[Few, int], ["sheep.x{}: three is no value any more"], []),
    "of any keys": (
        dict[str, int],
        dict[Few, int],
        ["sheep.x{}: takes values of a set alone"],
        [],
    ),
    "a field of a record": (Large, Small, ["sheep.x.colour: is gone"], []),
    "of a record in a list": (list[Large], list[Small], ["sheep.x[].colour: is gone"], []),
    "of a record or null": (Large | None, Small | None, ["sheep.x.colour: is gone"], []),
    "a demand": (
        Small,
        Strict,
        ["sheep.x.colour: is new and has to be there"],
        ["sheep.x.colour: is gone"],
    ),
    "a demand on what may be missing": (
        Large,
        Strict,
        ["sheep.x.colour: has to be there", "sheep.x.colour: null is not taken"],
        [],
    ),
}


@pytest.mark.parametrize(("before", "after", "told", "back"), NARROWED.values(), ids=NARROWED)
def test_what_is_narrowed_is_told_and_what_is_widened_is_not(before, after, told, back):
    one, other = shape(x=(before, ...)), shape(x=(after, ...))
    assert changed(one, other) == told
    assert changed(other, one) == back
    assert changed(one, one) == changed(other, other) == []


def test_a_field_that_goes_is_told_and_one_that_comes_is_not():
    assert changed(shape(x=(int, 0)), shape()) == ["sheep.x: is gone"]
    assert changed(shape(), shape(x=(int, 0))) == []


def test_a_field_with_another_name_is_one_that_goes():
    assert changed(shape(x=(int, 0)), shape(y=(int, 0))) == ["sheep.x: is gone"]


def test_a_field_that_has_to_be_there_is_told():
    assert changed(shape(), shape(x=(int, ...))) == ["sheep.x: is new and has to be there"]
    assert changed(shape(x=(int, 0)), shape(x=(int, ...))) == ["sheep.x: has to be there"]
    assert changed(shape(x=(int, ...)), shape(x=(int, 0))) == []


def test_what_is_computed_may_come_and_does_not_go():
    without, with_it = released.schema(Released), released.schema(Counted)
    assert changed(without, with_it) == []
    assert changed(with_it, without) == ["sheep.letters: is gone"]


def test_a_collection_may_come_and_does_not_go():
    assert additive.changes({}, {"sheep": shape()}) == []
    assert additive.changes({"sheep": shape()}, {}) == ["sheep: the collection is gone"]


def test_words_alone_change_nothing():
    one, other = shape(x=(Few, Few.ONE)), shape(x=(Few, Field(default=Few.TWO, description="So.")))
    assert changed(one, other) == changed(other, one) == []


# --- the project's own ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(PRESENT))
def test_a_schema_says_what_a_document_has_to_have(name):
    """What is computed need not be there, and a newer release may have added fields."""
    body = PRESENT[name]
    (model,) = [m for m in surface.load().documents if released.name_of(m) == name]
    assert body["title"] == model.path
    assert body["properties"].keys() == {*model.model_fields, *model.model_computed_fields}
    assert set(body["required"]) == {n for n, f in model.model_fields.items() if f.is_required()}
    assert "additionalProperties" not in body
    assert "examples" not in body


def test_collections_of_one_name_have_schemas_of_their_own():
    assert {"cases_events", "orders_events", "orders_messages", "tickets_messages"} < PRESENT.keys()
    assert len(PRESENT) == len(surface.load().documents)


@pytest.fixture
def root(tmp_path):
    """A repository of which the present shapes were released."""
    assert command.main(["--freeze"], tmp_path) == 0
    return tmp_path


def widen(root, name, field, **changes):
    """Have the last release have stored more in a field than the present one takes."""
    file = root / released.RELEASED / f"{name}.json"
    body = json.loads(file.read_text())
    body["properties"][field] |= changes
    file.write_text(json.dumps(body))


def test_what_was_released_is_what_is_there(root, capsys):
    texts = {
        path: sorted((file.name, file.read_text()) for file in (root / path).glob("*.json"))
        for path in (released.PRESENT, released.RELEASED)
    }
    assert texts[released.PRESENT] == texts[released.RELEASED]
    assert len(texts[released.RELEASED]) == len(PRESENT)
    assert command.main(["--check"], root) == 0
    assert capsys.readouterr().err == ""


def test_a_change_that_is_not_additive_fails_the_check_and_the_freeze(root, capsys):
    widen(root, "wallets", "held", minimum=-5)
    before = (root / released.RELEASED / "wallets.json").read_text()
    for option in ("--check", "--freeze"):
        assert command.main([option], root) == 1
        assert "  wallets.held: minimum is 0 (not additive" in capsys.readouterr().err
    assert (root / released.RELEASED / "wallets.json").read_text() == before
    assert command.main([], root) == 0, "the pages are written all the same"
    widen(root, "wallets", "held", minimum=5)
    assert command.main(["--check"], root) == 0


def test_a_named_migration_lets_it_pass_and_one_too_many_does_not(root):
    widen(root, "wallets", "held", minimum=-5)
    page = root / "docs" / "moved.md"
    page.write_text("How.")
    named = {"wallets.held: minimum is 0": "docs/moved.md"}
    assert released.faults(root, PRESENT, named) == []
    (missing,) = released.faults(root, PRESENT, {"wallets.held: minimum is 0": "docs/other.md"})
    assert missing.startswith("docs/other.md")
    more = {**named, "wallets.held: is gone": "docs/moved.md"}
    (unneeded,) = released.faults(root, PRESENT, more)
    assert unneeded.startswith("wallets.held: is gone")
    command.main([], root)
    released.freeze(root, {n: (root / released.PRESENT / f"{n}.json").read_text() for n in PRESENT})
    (left,) = released.faults(root, PRESENT, named)
    assert left.startswith("wallets.held: minimum is 0 (named to be migrated")


def test_a_collection_that_is_gone_is_gone_from_what_was_released(root):
    (root / released.RELEASED / "gone.json").write_text(json.dumps(shape()))
    (fault,) = released.faults(root, PRESENT, MIGRATIONS)
    assert fault.startswith("gone: the collection is gone")
    released.freeze(root, {})
    assert list((root / released.RELEASED).glob("*.json")) == []
