"""Holds the privacy policy against what is said to keep it: sentence by sentence.

A sentence is kept by code with tests that show it, or it leaves people something to do, or both.
`docs/policy_map.toml` says which. What it names must exist: code by its dotted name, a rule by its
line, a test by its function, which pytest collects and runs. No test is run here.
"""

from __future__ import annotations

import ast
import fnmatch
import importlib
import inspect
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any

from pydantic import AfterValidator, TypeAdapter
from pydantic.dataclasses import dataclass as checked

from tools.deployed import FUNCTIONS

ROOT = FUNCTIONS.parent
POLICY = "docs/privacy_policy.txt"
#: The copy of it that is deployed, for the function that shows it.
DEPLOYED = "functions/accounts/privacy_policy.txt"
KEPT_BY = "docs/policy_map.toml"

# A text whose lines may be broken anywhere.
_Prose = Annotated[str, AfterValidator(lambda text: " ".join(text.split()))]

_HEADING = re.compile(r"(\d+)\. \S")
_END = re.compile(r"(?<=[.!?]) (?=[A-Z])")
_KEPT_FROM_RUNNING = {"skip", "skipif", "xfail", "importorskip"}
_LEAVING_OUT = re.compile(r"--deselect|--ignore|(^|\s)-[km]")
_LEAVING_OUT_HOOKS = re.compile(
    r"collect_ignore|pytest_ignore_collect|pytest_collection_modifyitems"
)


@dataclass(frozen=True)
class Sentence:
    """A sentence, point or heading of the policy: `0` its title, `4` a heading, `4.1` below it."""

    id: str
    text: str

    @property
    def heading(self) -> bool:
        """Tell whether it is a heading, which promises nothing by itself."""
        return "." not in self.id


@checked(frozen=True, config={"extra": "forbid"})
class Row:
    """What keeps a sentence: a table of `KEPT_BY`.

    Attributes:
        id: the sentence's number.
        text: the sentence, as it stands in the policy.
        enforced: dotted names of code in functions/, or `<rules file>:<text of a line>`.
        proved: pytest node ids, without parameters.
        duty: who has to do what, where code cannot.
    """

    id: str
    text: _Prose
    enforced: tuple[str, ...] = ()
    proved: tuple[str, ...] = ()
    duty: _Prose = ""

    def below(self, heading: str) -> bool:
        """Tell whether the sentence stands below a heading."""
        return self.id.startswith(f"{heading}.")


def rows(text: str) -> tuple[Row, ...]:
    """Read what keeps each sentence, in the order of the file.

    Raises:
        tomllib.TOMLDecodeError: it is no TOML, or a sentence has two tables.
        pydantic.ValidationError: a table has a key that a row has not, or something else in it.
    """
    tables = [{"id": name, **table} for name, table in tomllib.loads(text).items()]
    return TypeAdapter(tuple[Row, ...]).validate_python(tables)


def sentences(text: str) -> list[Sentence]:
    """Split the policy: a heading is a line, all other lines are split where a sentence ends."""
    title, *lines = filter(None, map(str.strip, text.splitlines()))
    found, section, number = [Sentence("0", title)], "0", 0
    for line in lines:
        if heading := _HEADING.match(line):
            section, number = heading[1], 0
            found.append(Sentence(section, line))
            continue
        for part in _END.split(line.removeprefix("- ")):
            number += 1
            found.append(Sentence(f"{section}.{number}", part))
    return found


def faults(text: str, kept: Iterable[Row], root: Path = ROOT) -> list[str]:
    """Return what is wrong between the policy, its rows, the code and the tests; one line each."""
    policy, answers = sentences(text), list(kept)
    return [*_unmatched(policy, answers), *_unkept(policy, answers, root)]


def _unmatched(policy: Iterable[Sentence], kept: Iterable[Row]) -> Iterator[str]:
    said, answered = {s.id: s.text for s in policy}, {row.id: row.text for row in kept}
    for name in sorted(said.keys() | answered.keys()):
        if name not in answered:
            yield f"{name}: has no row: {said[name]}"
        elif name not in said:
            yield f"{name}: is no sentence of the policy."
        elif said[name] != answered[name]:
            yield f"{name}: reads otherwise in the policy: {said[name]}"


def _unkept(policy: Iterable[Sentence], kept: Iterable[Row], root: Path) -> Iterator[str]:
    headings = {sentence.id for sentence in policy if sentence.heading}
    for row in kept:
        if bool(row.enforced) != bool(row.proved):
            yield f"{row.id}: what is enforced is proved, and what is proved is enforced."
        elif not (row.enforced or row.duty or row.id in headings):
            yield f"{row.id}: nothing keeps it, and nobody has to."
        for name in row.enforced:
            if place(name, root) is None:
                yield f"{row.id}: there is no {name}."
        for node in row.proved:
            if problem := not_run(node, root):
                yield f"{row.id}: {node} {problem}."


def place(name: str, root: Path = ROOT) -> str | None:
    """Return the file that holds what enforces something, None where there is no such thing."""
    file, colon, line = name.partition(":")
    if colon or name.endswith(".rules"):
        rules = root / file
        return file if rules.is_file() and line in _without_comments(rules) else None
    thing = find(name)
    if thing is None:
        return None
    # What a package only passes on is linked to where it is made.
    maker = str(getattr(thing, "__module__", "")) if inspect.isroutine(thing) else ""
    maker = thing.__module__ if inspect.isclass(thing) else maker
    module, _ = _module(maker) or _module(name) or (None, [])
    return str(Path(str(module.__file__)).relative_to(ROOT)) if module else None


def find(name: str) -> Any:  # noqa: ANN401
    """Return what a dotted name in functions/ names: a module, or something in one; else None."""
    thing: Any
    thing, rest = _module(name) or (None, [])
    for part in rest:
        thing = getattr(thing, part, None)
    return thing


def _without_comments(rules: Path) -> str:
    return re.sub(r"//.*", "", rules.read_text(encoding="utf-8"))


def _module(name: str) -> tuple[ModuleType, list[str]] | None:
    """Return the module that a dotted name begins with, and what it names in there."""
    parts = name.split(".")
    for end in range(len(parts), 0, -1):
        path = FUNCTIONS.joinpath(*parts[:end])
        if path.with_suffix(".py").is_file() or (path / "__init__.py").is_file():
            return importlib.import_module(".".join(parts[:end])), parts[end:]
    return None


def not_run(node: str, root: Path = ROOT) -> str:
    """Return why pytest does not run a test, nothing where it does."""
    file, _, name = node.partition("::")
    options = _options(root)
    if not any(Path(file).is_relative_to(path) for path in options.get("testpaths", ())):
        return "stands where pytest does not look"
    if not fnmatch.fnmatch(Path(file).name, "test_*.py") or not (root / file).is_file():
        return "is in no test file that there is"
    tree = _tree(root / file)
    found = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == name]
    if not found or not name.startswith("test_"):
        return "is no test of that file"
    outside = [n for n in tree.body if not isinstance(n, ast.FunctionDef | ast.ClassDef)]
    if any(map(_keeps_from_running, [found[-1], *outside])):
        return "is skipped or expected to fail"
    hooks = any(map(_LEAVING_OUT_HOOKS.search, _conftests(root, file)))
    if hooks or _LEAVING_OUT.search(options.get("addopts", "")):
        return "may be left out by pytest's options or a conftest.py"
    return ""


def _keeps_from_running(part: ast.AST) -> bool:
    names = (
        n.attr if isinstance(n, ast.Attribute) else getattr(n, "id", "") for n in ast.walk(part)
    )
    return not _KEPT_FROM_RUNNING.isdisjoint(names)


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def _options(root: Path) -> dict[str, Any]:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    options: dict[str, Any] = project["tool"]["pytest"]["ini_options"]
    return options


def _conftests(root: Path, file: str) -> Iterator[str]:
    for folder in (root / file).relative_to(root).parents:
        if (path := root / folder / "conftest.py").is_file():
            yield path.read_text(encoding="utf-8")
