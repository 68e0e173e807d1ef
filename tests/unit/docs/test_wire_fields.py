"""Every field that goes over the wire says what it is, in the schemas and on the page."""

import json
import re
from enum import StrEnum
from typing import Annotated, Literal

import pytest
from pydantic import Field

from core.callables import Message, Spec
from core.paging import PageRequest
from tools.docs import fields, pages, surface

PAGES = pages.render(surface.load())
API = PAGES["docs/api.md"]
SIDES = ("request", "response")

#: What a description has to say more than a field's name does.
EMPTY = {"a", "an", "the", "of", "its", "this"}


def faults(body):
    """Yield the fields, at every depth, that do not say in a sentence what they are.

    A description that is that of the field's own type, word for word, is left out by pydantic.
    """
    models = {"": body, **body.get("$defs", {})}
    for model, part in models.items():
        for name, declared in part.get("properties", {}).items():
            told = declared.get("description", "")
            says = set(re.findall(r"\w+", told.lower())) - EMPTY
            if not told.endswith(".") or says <= set(name.split("_")):
                yield f"{model}.{name}: {told!r}"


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("name", sorted(Spec.registry))
def test_every_field_of_a_schema_says_what_it_is(name, side):
    assert list(faults(json.loads(PAGES[f"docs/schemas/{name}.{side}.json"]))) == []


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("name", sorted(Spec.registry))
def test_the_page_says_what_the_schema_does(name, side):
    """The rows of a callable's two tables end with the descriptions, nested fields' too."""
    (section,) = re.findall(rf"\n### {name}\n(.*?)(?=\n###? |\Z)", API, re.DOTALL)
    table = section.split(f"**{side.capitalize()}**")[1].split("```")[0]
    lines = [line for line in table.splitlines() if line.startswith("| `")]
    body = json.loads(PAGES[f"docs/schemas/{name}.{side}.json"])
    assert [line.removesuffix(" |").rpartition(" | ")[2] for line in lines] == [
        row.meaning for row in fields.rows(body)
    ]


def untold(body):
    """Yield the enumerations, at every depth, that do not tell what each of their values means.

    One of ours tells it in its schema, from the comments in its source; one that a field makes up
    of plain words tells it in the field's description, where each word stands in backticks.
    """
    for model, part in {"": body, **body.get("$defs", {})}.items():
        if "enum" in part and not all(part.get("enumDescriptions", [""])):
            yield model
        for name, declared in part.get("properties", {}).items():
            told = declared.get("description", "")
            for option in [declared, declared.get("items", {}), *declared.get("anyOf", ())]:
                words = option.get("enum", ())
                if "enumDescriptions" not in option and not all(f"`{w}`" in told for w in words):
                    yield f"{model}.{name}"


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("name", sorted(Spec.registry))
def test_every_enumeration_of_a_schema_tells_each_value(name, side):
    assert list(untold(json.loads(PAGES[f"docs/schemas/{name}.{side}.json"]))) == []


class Half(Message):
    """What is nested."""

    size: int


Length = Annotated[int, Field(description="A length in millimetres.")]


class Whole(Message):
    """Fields that say what they are, and some that do not."""

    told: int = Field(description="How many there are.")
    shared: Length
    other: Length = Field(description="The other length, in millimetres.")
    list_id: int = Field(description="The list's id.")
    case_id: int = Field(description="The case id.")
    stopless: int = Field(description="How many there are")
    silent: int
    #: A comment does not go over the wire.
    commented: int
    either: Length | None
    halves: list[Half] = Field(description="Each of the halves.")


def test_a_field_that_says_nothing_is_found():
    found = [fault.partition(":")[0] for fault in faults(fields.schema(Whole, "", response=True))]
    assert found == [".case_id", ".stopless", ".silent", ".commented", ".either", "Half.size"]


class Told(StrEnum):
    """An enumeration that tells each value."""

    ON = "on"  # it runs
    OFF = "off"  # it stands still


class Untold(StrEnum):
    """One that leaves a value untold."""

    ON = "on"  # it runs
    OFF = "off"


class Switch(Message):
    """Enumerations that tell their values, and some that do not."""

    told: Told
    untold: Untold
    some: list[Literal[Told.ON, Told.OFF]]
    words: Literal["up", "down"] = Field(description="`up`: higher. `down`: lower.")
    bare: Literal["up", "down"] = Field(description="`up`: higher.")
    either: Literal["up", "down"] | None = Field(description="Where it goes.")
    several: list[Literal["up", "down"]] = Field(description="`up`, and what is not.")


def test_an_enumeration_that_says_nothing_is_found():
    found = list(untold(fields.schema(Switch, "", response=True)))
    assert sorted(found) == [".bare", ".either", ".several", "Untold"]


def test_what_requests_share_tells_what_it_is_in_each_of_them():
    told = {row.name: row for row in fields.rows(fields.schema(PageRequest, "", response=False))}
    assert told["cursor"].meaning.startswith("Where the page begins")
    assert told["cursor"].notes == "at most 500 characters; matches `^[A-Za-z0-9_=-]+$`"
