"""The pages by which one finds one's way: what stands where, and what a term means."""

import ast
import re

import pytest

from tests.support.sources import FUNCTIONS, SOURCES, imported, shown, tree
from tools.docs import glossary, outline, pages, surface

PAGES = pages.render(surface.load())
MODULES, GLOSSARY = PAGES["docs/modules.md"], PAGES["docs/glossary.md"]
ROOMS = {
    path.parent.relative_to(FUNCTIONS).as_posix() for path in SOURCES if path.name == "__init__.py"
}


def sections():
    """The sections of the page of modules, by package or room."""
    found = re.split(r"^###? (\S+)\n", MODULES, flags=re.MULTILINE)
    return dict(zip(found[1::2], found[2::2], strict=True))


SECTIONS = sections()


# --- modules -------------------------------------------------------------------------------------


def test_every_package_and_room_has_a_section():
    assert list(SECTIONS) == sorted(ROOMS)


@pytest.mark.parametrize("room", SECTIONS)
def test_the_page_has_a_line_for_every_module(room):
    """The first line of its docstring, as the source has it, and a link to the file."""
    rows = re.findall(r"^\| \[`(\w+)`\]\(\.\./functions/(\S+)\) \| (.*) \|$", SECTIONS[room], re.M)
    there = [path for path in SOURCES if path.parent == FUNCTIONS / room]
    assert rows == [
        (path.stem, shown(path), (ast.get_docstring(tree(path)) or "").splitlines()[0])
        for path in there
        if path.stem != "__init__"
    ]


@pytest.mark.parametrize("room", SECTIONS)
def test_a_room_says_what_it_is_for_in_sentences(room):
    """A sentence that defines it, and more of what it does and does not do, above its modules."""
    defined, *more = SECTIONS[room].partition("| module")[0].strip().split("\n\n")
    assert re.fullmatch(r"[A-Z].*\.", defined)
    assert any(len(re.findall(r"\.(?: |$)", part)) >= 1 for part in more if "Below" not in part)


def uses(room: str) -> set[str]:
    """Return the rooms of its package or, of a package, the packages that its modules import."""
    package, inner, *_ = *room.split("/"), ""
    found = set()
    for path in SOURCES:
        if path.is_relative_to(FUNCTIONS / room):
            found |= {tuple(name.split(".")[:2]) for name in imported(path)}
    if not inner:
        return {other for other, *_ in found} & ROOMS - {package}
    inside = {other[1] for other in found if other[0] == package and len(other) > 1}
    return {other for other in inside - {inner} if f"{package}/{other}" in ROOMS}


@pytest.mark.parametrize("room", [room for room in SECTIONS if room.count("/") < 2])
def test_what_lies_below_a_room_is_what_it_imports(room):
    (said,) = re.findall(r"^Below: (.*)\.$", SECTIONS[room], re.M) or [""]
    named = re.findall(r"\[(\w+)\]\(#(\w+)\)", said)
    assert [name for name, _ in named] == sorted(uses(room))
    package = room.partition("/")[0] if "/" in room else ""
    assert [anchor for _, anchor in named] == [f"{package}{name}" for name, _ in named]


def test_a_module_without_a_docstring_stops_the_page(tmp_path):
    package = tmp_path / "sheep"
    package.mkdir()
    (package / "__init__.py").write_text('"""A sheep is an animal.\n\nBelow: `grass`.\n"""\n')
    (package / "wool.py").write_text('"""Wool.\n\nMore of it.\n"""\n')
    (room,) = outline.rooms(tmp_path)
    assert (room.says, room.below) == (("A sheep is an animal.",), ("grass",))
    assert room.modules == (outline.Module("wool", "sheep/wool.py", "Wool."),)
    (package / "wool.py").write_text("x = 1\n")
    with pytest.raises(surface.UndocumentedError, match=r"sheep/wool\.py"):
        outline.rooms(tmp_path)


# --- terms ---------------------------------------------------------------------------------------


def test_every_term_is_defined_by_what_it_names():
    assert list(glossary.faults()) == []
    rows = re.findall(r"^\| (.*) \| (.*) \| \[`(.*)`\]\(\.\./(.*)\) \|$", GLOSSARY, re.M)
    assert [(name, source) for name, _, source, _ in rows] == sorted(
        glossary.TERMS.items(), key=lambda row: row[0].casefold()
    )
    for _, definition, _, file in rows:
        text = (FUNCTIONS.parent / file).read_text(encoding="utf-8")
        assert definition[1:].removesuffix(".") in " ".join(text.split()).replace("|", "\\|")


@pytest.mark.parametrize("room", sorted(ROOMS))
def test_a_definition_is_no_label(room):
    """What every room's docstring begins with could stand in the glossary."""
    assert not list(glossary.faults({room: room.replace("/", ".")}))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("A case is one patient's scans.", True),
        ("Money set aside for one thing: in paise.", True),
        ("Cases: the clinic's truth.", False),
        ("Audit entries: append-only.", False),
        ("a case is one patient's scans.", False),
        ("A case is one patient's scans", False),
    ],
)
def test_a_sentence_is_told_from_a_label(said, expected):
    assert bool(glossary.SENTENCE.fullmatch(said)) is expected


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("wallet.ledger.models.Posting", ""),
        ("wallet.ledger.models.Postings", "there is no"),
        ("wallet.ledger.mode", "there is no"),
        ("wallet.ledger.models.TransactionKind.CAPTURE", ""),
        ("wallet.ledger.models.TransactionKind.CAPTURED", "there is no"),
        ("privacy.audit", ""),
        ("wallet.ledger.chart.Book.TAX", "does not begin with a sentence"),
    ],
)
def test_a_term_that_nothing_defines_is_found(source, complaint):
    found = list(glossary.faults({"term": source}))
    assert [complaint in fault for fault in found] == ([True] if complaint else [])
