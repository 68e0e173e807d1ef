"""The commands on the pages of operations: each is one that there is, with its own options."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from tests.support.sources import ROOT
from tools.scannerctl.app import app

PAGES = sorted((ROOT / "docs" / "operations").rglob("*.md"))
#: The language, which blocks of commands do not name, and what stands in the block.
_BLOCK = re.compile(r"^ *```(\w*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
_PLACEHOLDER = re.compile(r"<[^<>\n]+>")
_ASSIGNMENT = re.compile(r"^[A-Z_]+=")
_TARGET = re.compile(r"^([a-z-]+):.*## ", re.MULTILINE)


def commands(text: str) -> Iterator[list[str]]:
    """The command lines of a page's blocks of code, in words, without what is set before them."""
    for language, block in _BLOCK.findall(text):
        lines = [] if language else block.replace("\\\n", " ").splitlines()
        for line in lines:
            words = shlex.split(_PLACEHOLDER.sub("placeholder", line), comments=True)
            while words and _ASSIGNMENT.match(words[0]):
                words.pop(0)
            if words:
                yield words


class NoCommandError(Exception):
    """A line is none of ./scannerctl; says why."""


def problem(words: list[str]) -> str:
    """What keeps a line of ./scannerctl from being one; empty where nothing does.

    Values are not looked at: most are placeholders.
    """
    try:
        wanting(*followed(words))
    except NoCommandError as err:
        return str(err)
    return ""


def followed(words: list[str]) -> tuple[Any, set[str], int]:
    """The command that a line ends at, the options that it gives, and how many arguments."""
    # Typer brings a click of its own, whose classes are no public ones.
    command: Any = typer.main.get_command(app)
    rest, named, given = list(words), set[str](), 0
    while rest:
        word = rest.pop(0)
        if word.startswith("--"):
            option = _option(command, word)
            named.add(option.name)
            if not option.is_flag and "=" not in word:
                rest.pop(0)
        elif hasattr(command, "commands"):
            if word not in command.commands:
                raise NoCommandError(f"{command.name} has no command {word}")
            command = command.commands[word]
        else:
            given += 1
    return command, named, given


def wanting(command: Any, named: set[str], given: int) -> None:
    """Refuse a command that lacks what it must be given."""
    if hasattr(command, "commands"):
        raise NoCommandError(f"{command.name} is no command by itself")
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    if not sum(a.required for a in arguments) <= given <= len(arguments):
        raise NoCommandError(f"{command.name} takes {len(arguments)} arguments, and not {given}")
    for option in command.params:
        if option.param_type_name == "option" and option.required and option.name not in named:
            raise NoCommandError(f"{command.name} wants {option.opts[0]}")


def _option(command: Any, word: str) -> Any:
    name = word.partition("=")[0]
    for option in command.params:
        if name in (*option.opts, *option.secondary_opts):
            return option
    raise NoCommandError(f"{command.name} has no {name}")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_each_command_of_ours_is_there(page: Path) -> None:
    lines = list(commands(page.read_text(encoding="utf-8")))
    wrong = [problem(words[1:]) for words in lines if words[0] == "./scannerctl"]
    targets = set(_TARGET.findall((ROOT / "Makefile").read_text(encoding="utf-8")))
    wrong += [f"no make {w[1]}" for w in lines if w[0] == "make" and w[1] not in targets]
    assert [text for text in wrong if text] == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("restore files", ""),
        ("restore file", "restore has no command file"),
        ("--project placeholder restore relink --yes", ""),
        ("--projekt placeholder restore relink", "scannerctl has no --projekt"),
        ("restore relink --all", "relink has no --all"),
        ("wallet reconcile --from placeholder --to placeholder", ""),
        ("wallet reconcile --from placeholder", "reconcile wants --to"),
        ("suspend placeholder --reason placeholder", ""),
        ("suspend --reason placeholder", "suspend takes 1 arguments, and not 0"),
        ("audit acts placeholder another", "acts takes 1 arguments, and not 2"),
        ("privacy", "privacy is no command by itself"),
    ],
)
def test_a_command_that_is_not_there_is_told(line: str, told: str) -> None:
    assert problem(line.split()) == told


def test_the_pages_of_drills_have_commands() -> None:
    drills = ROOT / "docs" / "operations" / "drills"
    lines = [words for page in drills.glob("*.md") for words in commands(page.read_text())]
    assert sum(words[0] == "./scannerctl" for words in lines) > 20


def test_no_release_ends_at_what_its_page_paused() -> None:
    """The check of the project wants queues to run: behind a pause it follows by hand."""
    beside = []
    for page in PAGES:
        paused = False
        for line in page.read_text(encoding="utf-8").splitlines():
            if " queues pause " in line:
                paused = True
            if " queues resume " in line:
                paused = False
            if paused and line.strip().startswith("make release ") and "--list" not in line:
                beside.append(line)
    assert len(beside) == 2, "of a restore, and of a wrong release"
    assert all("--skip project" in line for line in beside), beside
