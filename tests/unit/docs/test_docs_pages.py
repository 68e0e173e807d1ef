"""The generated reference: complete, up to date, and honest about its examples."""

import json
import re
from dataclasses import replace
from enum import StrEnum
from typing import Annotated, ClassVar, Literal

import pytest
from pydantic import Field

from core.callables import Message, Spec
from core.context import Context
from core.documents import Document
from core.errors import COMMON_ERRORS
from core.machines import Machine
from tools.docs import __main__ as command
from tools.docs import fields, pages, surface

SURFACE = surface.load()
PAGES = pages.render(SURFACE)
API = PAGES["docs/api.md"]


class Nothing(Message):
    """An empty message."""


class Inner(Message):
    """Part of a request."""

    code: Annotated[str, Field(pattern="^[a-z|]+$")]


class Question(Message):
    """A request with every kind of field."""

    name: Annotated[str, Field(min_length=1, max_length=9)]
    size: Annotated[int, Field(ge=1)] = 5
    parts: Annotated[list[Inner], Field(max_length=3)] = []
    inner: Inner | None = Field(default=None, description="The part that counts.")

    example: ClassVar = {"name": "a", "inner": {"code": "b"}}


def spec_of(request: type[Message], response: type[Message] = Nothing, doc: str = "Ask."):
    def ask(ctx: Context, data: Message) -> Message:
        raise NotImplementedError

    ask.__doc__ = doc
    return Spec(ask, request, response, None, name="tests/ask")


def test_the_files_in_docs_are_those_that_the_code_makes():
    assert command.main(["--check"]) == 0, "run `make docs`"


@pytest.mark.parametrize("name", sorted(Spec.registry))
def test_every_callable_is_described(name):
    spec = Spec.registry[name]
    (section,) = re.findall(rf"\n### {name}\n(.*?)(?=\n###? |\Z)", API, re.DOTALL)
    assert spec.doc.splitlines()[0] in section
    shown = [json.loads(text) for text in re.findall(r"```json\n(.*?)```", section, re.DOTALL)]
    assert shown == [spec.request.example, spec.response.example]
    reasons = section.split("**Reasons of its own**")[1]
    assert re.findall(r"^\| `([a-z-]+)`", reasons, re.MULTILINE) == [e.reason for e in spec.raises]
    for model, part in ((spec.request, "Request"), (spec.response, "Response")):
        table = section.split(f"**{part}**")[1].split("```")[0]
        assert set(model.model_fields) <= set(re.findall(r"^\| `([^`]*)`", table, re.MULTILINE))


def test_common_reasons_are_told_once():
    for reason in [*(error.reason for error in COMMON_ERRORS), "internal"]:
        assert API.count(f"| `{reason}` |") == 1


@pytest.mark.parametrize("side", ["request", "response"])
@pytest.mark.parametrize("name", sorted(Spec.registry))
def test_every_schema_is_closed_and_carries_its_example(name, side):
    spec = Spec.registry[name]
    body = json.loads(PAGES[f"docs/schemas/{name}.{side}.json"])
    assert body["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert body["title"] == f"{name} {side}"
    assert body["additionalProperties"] is False
    assert body["examples"] == [getattr(spec, side).example]


def test_every_stored_field_is_on_the_map():
    text = PAGES["docs/data_map.md"]
    for model in SURFACE.documents:
        (section,) = re.findall(rf"\n## {model.__name__}\n(.*?)(?=\n## |\Z)", text, flags=re.DOTALL)
        rows = re.findall(r"^\| `([^`]*)` \| ([^ ]*) \|", section, re.MULTILINE)
        assert rows == [(name, held.category) for name, held in model.declarations() if held]


def section_of(machine):
    """The text of a state machine's section, between its heading and the next."""
    text = PAGES["docs/states.md"]
    (section,) = re.findall(rf"\n## {machine.title}\n(.*?)(?=\n## |\Z)", text, re.DOTALL)
    return section


@pytest.mark.parametrize("machine", SURFACE.machines, ids=lambda machine: machine.title)
def test_every_transition_is_in_the_table_of_its_machine(machine):
    section = section_of(machine)
    assert section.split("|")[0].strip().startswith(machine.doc)
    assert f"`{machine.refusal.reason}`" in section
    rows = re.findall(r"^\| ([^|]*) \| (\w*) \| ([^|]*) \| ([^|]*) \|$", section, re.MULTILINE)
    heading, *printed = [tuple(row) for row in rows]
    assert heading[1] == "Act"
    assert printed == [
        (state or "none", action, step.to or "as its facts say", ", ".join(sorted(step.who)))
        for (state, action), step in machine.table.items()
    ]


@pytest.mark.parametrize("machine", SURFACE.machines, ids=lambda machine: machine.title)
def test_every_transition_is_drawn(machine):
    """What makes a thing comes from the dot; where the facts decide, it leads back to itself."""
    (drawing,) = re.findall(
        r"```mermaid\nstateDiagram-v2\n(.*?)```", section_of(machine), re.DOTALL
    )
    assert re.findall(r"^    (\S+) --> (\S+): (\S+)$", drawing, re.MULTILINE) == [
        (state or "[*]", step.to or state, action)
        for (state, action), step in machine.table.items()
    ]
    assert len(drawing.splitlines()) == len(machine.table)


def test_every_machine_of_the_code_is_printed():
    """A table that is declared anywhere; those that tests make up stay out of the registry."""
    titles = re.findall(r"^## (.*)$", PAGES["docs/states.md"], re.MULTILINE)
    assert sorted(titles) == sorted(machine.title for machine in Machine.registry)
    assert {"Account", "Visit", "Case", "Consent", "Upload"} <= set(titles)


def test_tables_are_whole():
    """Every row has as many cells as its heading, whatever a pattern or a sentence holds."""
    for path in (path for path in PAGES if path.endswith(".md")):
        width = 0
        for line in PAGES[path].splitlines():
            cells = len(re.findall(r"(?<!\\)\|", line)) if line.startswith("|") else 0
            assert cells in {0, width} or not width, line
            width = cells


def test_a_cell_stays_one_cell_and_one_line():
    assert pages._cell("^[a|b]\n  or more") == "^[a\\|b] or more"


def test_links_lead_somewhere():
    for path in (path for path in PAGES if path.endswith(".md")):
        headings = re.findall(r"^#+ (.*)$", PAGES[path], re.MULTILINE)
        anchors = {fields.anchor(heading) for heading in headings}
        assert set(re.findall(r"\(#([^)]*)\)", PAGES[path])) <= anchors


def test_rows_of_a_schema():
    rows = fields.rows(fields.schema(Question, "tests/ask request", response=False))
    assert [(row.name, row.kind, row.required, row.notes, row.meaning) for row in rows] == [
        ("name", "string", True, "1 to 9 characters", ""),
        ("size", "integer", False, "`5` when left out; at least 1", ""),
        ("parts", "list of object", False, "at most 3 items", ""),
        ("parts[].code", "string", True, "matches `^[a-z|]+$`", ""),
        ("inner", "object or null", False, "", "The part that counts."),
        ("inner.code", "string", True, "matches `^[a-z|]+$`", ""),
    ]


class Colour(StrEnum):
    """An enumeration of this test, with a meaning for each value."""

    RED = "red"  # stop
    AMBER = "amber"  # wait
    GREEN = "green"  # go


class Bare(StrEnum):
    """An enumeration of this test, whose values speak for themselves."""

    ONE = "one"
    TWO = "two"  # the other


class Painted(Message):
    """A request with enumerations."""

    all: Colour
    some: list[Literal[Colour.GREEN, Colour.RED]]
    one: Literal[Colour.RED]
    plain: Literal["x", "y"]
    bare: Bare


def test_values_that_have_a_meaning_are_told_and_linked_to():
    body = fields.schema(Painted, "tests/ask request", response=False)
    (told,) = fields.values([body])
    assert told.name.endswith(".Colour")
    assert told.meanings == {"red": "stop", "amber": "wait", "green": "go"}
    kinds = {row.name: row.kind for row in fields.rows(body)}
    link = f"([{told.name}](#{fields.anchor(told.name)}))"
    assert kinds["all"] == f"`red`, `amber`, `green` {link}"
    assert kinds["some"] == f"list of `green`, `red` {link}"
    assert (kinds["one"], kinds["plain"], kinds["bare"]) == ("`red`", "`x`, `y`", "`one`, `two`")


def test_an_anchor_is_what_github_makes_of_a_heading():
    """By its own rules: lower case, punctuation gone, hyphens for spaces."""
    assert fields.anchor("scans.VisitState") == "scansvisitstate"
    assert fields.anchor("Functions that nobody calls") == "functions-that-nobody-calls"
    assert fields.anchor("messaging_deliver") == "messaging_deliver"


def test_a_definition_is_the_comment_beside_it():
    class Size(StrEnum):
        """A list of this test."""

        # not this one
        SMALL = "small"  # up to ten
        LARGE = "large"
        HUGE = "huge"  # past a hundred

    assert fields.meanings(Size) == {"small": "up to ten", "large": "", "huge": "past a hundred"}


class NoExample(Message):
    """A request whose author forgot the example."""

    name: str


class Inherits(Question):
    """A request with its parent's example and a field more."""

    more: int


class WrongExample(Message):
    """A request whose example it refuses."""

    name: int
    example: ClassVar = {"name": "zq7"}


class PartialAnswer(Message):
    """A response whose example leaves out what would be sent."""

    name: str = "a"
    example: ClassVar = {}


@pytest.mark.parametrize(
    ("spec", "complaint"),
    [
        (spec_of(NoExample), "no example of its own"),
        (spec_of(Inherits), "no example of its own"),
        (spec_of(WrongExample), "not valid"),
        (spec_of(Question, PartialAnswer), "not what tests/ask answers"),
        (spec_of(Question, doc=""), "no docstring"),
    ],
)
def test_what_is_undocumented_is_named(spec, complaint):
    assert surface._checked(spec_of(Question))
    with pytest.raises(surface.UndocumentedError, match=complaint):
        surface._checked(spec)


def test_a_field_without_declaration_stops_the_map():
    class Sheep(Document):
        """A document of this test."""

        path: ClassVar[str] = "sheep/{sheep}"
        partial: ClassVar[bool] = True
        name: str

    with pytest.raises(surface.UndocumentedError, match=r"Sheep\.name"):
        pages.render(replace(SURFACE, documents=(Sheep,)))


@pytest.fixture
def written(tmp_path):
    assert command.main([], tmp_path) == 0
    return tmp_path


def test_what_is_made_anew_is_the_same():
    """Nothing of the first time is left in what the second is made from."""
    again = replace(SURFACE)
    assert again != SURFACE, "what was made of the one would be taken for the other's"
    assert pages.render(again) == PAGES


def test_writing_twice_changes_nothing(written, capsys):
    assert {p.relative_to(written).as_posix() for p in written.rglob("*.*")} == set(PAGES)
    capsys.readouterr()
    assert command.main([], written) == 0
    assert "0 written, 0 removed" in capsys.readouterr().out
    assert command.main(["--check"], written) == 0


@pytest.mark.parametrize(
    ("path", "change"),
    [
        ("docs/api.md", lambda file: file.write_text("old")),
        ("docs/states.md", lambda file: file.unlink()),
        ("docs/schemas/accounts_gone.request.json", lambda file: file.write_text("{}")),
        ("clients/typescript/src/generated/errors.ts", lambda file: file.write_text("")),
        ("clients/typescript/src/generated/gone.ts", lambda file: file.write_text("")),
    ],
)
def test_what_is_stale_is_named_and_refreshed(written, capsys, path, change):
    change(written / path)
    before = {file: file.read_bytes() for file in written.rglob("*.*")}
    assert command.main(["--check"], written) == 1
    told = capsys.readouterr().err
    assert re.findall(r"^  (.*)$", told, re.MULTILINE) == [path]
    assert "make docs" in told
    assert {file: file.read_bytes() for file in written.rglob("*.*")} == before
    assert command.main([], written) == 0
    assert command.main(["--check"], written) == 0
