"""Every declared list: found by its reader and by nobody else, page by page, and counted.

The tests are made from the declarations (`core.lists`), what is in the database and who may ask by
`listed.py`. Each has a project: what stands in a collection is what the test put there.
"""

from __future__ import annotations

from typing import Any

import pytest

from core.lists import Own
from tests.rules.listed import Stage, allowed, look_up
from tests.support import ids, projects
from tools.client import DeniedError
from tools.docs.surface import load

_PAGE = 2


@pytest.fixture(scope="module", params=[pytest.param(each, id=each.name) for each in load().lists])
def made(request: pytest.FixtureRequest) -> Stage:
    """A list, everybody who may ask for it, and what stands in its collection."""
    stage = Stage(request.param)
    stage.set_up()
    return stage


@pytest.fixture
def stage(made: Stage) -> Stage:
    """The same, in whose project the test works."""
    projects.go(made.variables)
    return made


def test_a_list_finds_what_it_says_in_order(stage: Stage) -> None:
    """And nothing else, on pages that two equal documents are divided by; its count agrees."""
    expected = _sorted(stage)
    assert _paged(stage) == expected
    assert stage.count(stage.people[stage.reader.name]) == len(expected) >= 2 * _PAGE


def test_a_list_is_refused_to_everybody_else(stage: Stage) -> None:
    """The same query, asked by each other actor; and its count."""
    readers = allowed(stage.listed)
    for name, person in stage.people.items():
        if name in readers:
            assert stage.ask(person, limit=1)
        else:
            with pytest.raises(DeniedError):
                stage.ask(person, limit=1)
    for refused in ("unregistered", next(name for name in stage.people if name not in readers)):
        with pytest.raises(DeniedError):
            stage.count(stage.people[refused])


def test_a_list_without_the_filter_that_the_rules_need_is_refused(stage: Stage) -> None:
    """Each filter by what is the reader's own, left out or set to a stranger's; paths too."""
    reader = stage.people[stage.reader.name]
    assert stage.ask(reader)
    for twin in _twins(stage):
        with pytest.raises(DeniedError):
            stage.ask(reader, **twin)


def _twins(stage: Stage) -> list[dict[str, Any]]:
    """Return what differs in one thing that is the reader's own from what the list asks."""
    found: list[dict[str, Any]] = []
    for number, (field, _, value) in enumerate(stage.listed.where):
        if isinstance(value, Own):
            before, (_, op, _), after = _around(stage.filters, number)
            found.append({"filters": (*before, *after)})
            found.append({"filters": (*before, (field, op, ids.document_id()), *after)})
    for number, parent in enumerate(stage.listed.parents):
        if isinstance(parent, Own):
            before, _, after = _around(stage.parents, number)
            found.append({"parents": (*before, ids.document_id(), *after)})
    return found


def _around(items: tuple[Any, ...], number: int) -> tuple[Any, Any, Any]:
    return items[:number], items[number], items[number + 1 :]


def _sorted(stage: Stage) -> list[str]:
    found = sorted(stage.wanted)
    if stage.order[-1][1] == "DESCENDING":
        found.reverse()
    for field, direction in reversed(stage.listed.order):
        found.sort(key=lambda i: look_up(stage.wanted[i], field), reverse=direction == "DESCENDING")
    return found


def _paged(stage: Stage) -> list[str]:
    """Ask page by page, each behind the last document of the one before."""
    reader, found = stage.people[stage.reader.name], list[str]()
    after: tuple[object, ...] = ()
    while page := stage.ask(reader, limit=_PAGE, after=after):
        found += page
        last, path = stage.wanted[page[-1]], f"{stage.path(stage.parents)}/{page[-1]}"
        after = (*(look_up(last, field) for field, _ in stage.listed.order), path)
    return found
