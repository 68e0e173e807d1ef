"""Reads where things stand from the code's docstrings: package, room, module, first line."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from pathlib import Path

from tools.deployed import FUNCTIONS
from tools.docs.surface import UndocumentedError

#: How the last paragraph of a room's docstring begins, which names what the room imports.
_BELOW = "Below: "


@dataclass(frozen=True)
class Module:
    """A module: its name, its file as seen from functions/, and the first line of its docstring."""

    name: str
    file: str
    line: str


@dataclass(frozen=True)
class Room:
    """A package, or a folder in one.

    Attributes:
        name: such as `scans` or `scans/cases`.
        says: the paragraphs of its docstring.
        below: the rooms of its package or, for a package, the packages that it imports from.
        modules: its modules by name, without those of the rooms in it.
    """

    name: str
    says: tuple[str, ...]
    below: tuple[str, ...]
    modules: tuple[Module, ...]

    @property
    def floor(self) -> str:
        """Return what the names in `below` are relative to: nothing for a package."""
        return self.name.rpartition("/")[0]


def rooms(root: Path = FUNCTIONS) -> list[Room]:
    """Return all packages and their rooms, by name.

    Raises:
        UndocumentedError: one of them, or of their modules, has no docstring.
    """
    packages = [path.parent for path in root.glob("*/__init__.py")]  # the environment is none
    found = sorted(path for package in packages for path in package.rglob("__init__.py"))
    return [_room(path.parent, root) for path in found]


def said(doc: str) -> tuple[str, ...]:
    """Return the paragraphs of a room's docstring but the one that names what lies below it."""
    return tuple(part for part in paragraphs(doc) if not part.startswith(_BELOW))


def first(doc: str) -> str:
    """Return the first paragraph of a docstring, on one line."""
    return paragraphs(doc)[0]


def paragraphs(doc: str) -> tuple[str, ...]:
    """Return the paragraphs of a docstring, each on one line, without what is indented: code."""
    parts = re.split(r"\n\s*\n", doc.strip())
    return tuple(" ".join(part.split()) for part in parts if not part.startswith(" "))


def _room(folder: Path, root: Path) -> Room:
    doc = _docstring(folder / "__init__.py", root)
    below = [part for part in paragraphs(doc) if part.startswith(_BELOW)]
    files = sorted(path for path in folder.glob("*.py") if path.name != "__init__.py")
    return Room(
        folder.relative_to(root).as_posix(),
        said(doc),
        tuple(re.findall(r"`([^`]+)`", " ".join(below))),
        tuple(
            Module(path.stem, path.relative_to(root).as_posix(), first(_docstring(path, root)))
            for path in files
        ),
    )


def _docstring(path: Path, root: Path) -> str:
    doc = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    if not doc:
        raise UndocumentedError(f"{path.relative_to(root)} has no docstring.")
    return doc
