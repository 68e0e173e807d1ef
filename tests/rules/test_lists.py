"""Every declared list: found by its reader and by nobody else, page by page, and counted.

The tests are made from the declarations (`core.lists`), what is in the database and who may ask by
`listed.py`. Each has a project: what stands in a collection is what the test put there.
"""

from __future__ import annotations

from typing import Any

import pytest

from core.lists import ClientList, Own
from core.unknown import stored
from tests.rules.listed import Stage, allowed, look_up, seed
from tests.rules.matrix import ACTORS
from tests.support import ids
from tests.support.projects import own_project
from tools.client import DeniedError
from tools.docs.surface import load

LISTS = load().lists
EACH = pytest.mark.parametrize("each", [pytest.param(each, id=each.name) for each in LISTS])
_PAGE = 2


@EACH
def test_a_list_finds_what_it_says_in_order(each: ClientList) -> None:
    """And nothing else, on pages that two equal documents are divided by; its count agrees."""
    with own_project("lists"):
        stage = Stage(each)
        stage.seed_accounts(stage.reader)
        reader = stage.people[stage.reader.name]
        path = stage.path(stage.parents)
        wanted = seed(path, stage.found())
        seed(path, stage.passed_over())
        for number in range(len(stage.parents)):
            elsewhere = list(stage.parents)
            elsewhere[number] = ids.document_id()
            seed(stage.path(tuple(elsewhere)), stage.found())
        wanted |= _accounts(stage)
        expected = _sorted(stage, wanted)
        assert _paged(stage, wanted) == expected
        assert stage.count(reader) == len(expected) >= 2 * _PAGE


@EACH
def test_a_list_is_refused_to_everybody_else(each: ClientList) -> None:
    """The same query, asked by each other actor; and its count."""
    with own_project("lists"):
        stage = Stage(each)
        stage.seed_accounts()
        seed(stage.path(stage.parents), stage.found())
        for actor in ACTORS:
            person = stage.people[actor.name]
            if actor.name in allowed(each):
                assert stage.ask(person)
                continue
            with pytest.raises(DeniedError):
                stage.ask(person)
            with pytest.raises(DeniedError):
                stage.count(person)


@EACH
def test_a_list_without_the_filter_that_the_rules_need_is_refused(each: ClientList) -> None:
    """Each filter by what is the reader's own, left out or set to a stranger's; paths too."""
    with own_project("lists"):
        stage = Stage(each)
        stage.seed_accounts(stage.reader)
        reader = stage.people[stage.reader.name]
        seed(stage.path(stage.parents), stage.found())
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


def _accounts(stage: Stage) -> dict[str, dict[str, Any]]:
    """Return the reader's own account where it is on the list: who asks for accounts has one."""
    account = stage.accounts.get(stage.reader.name)
    if account is None or type(account) is not stage.listed.model:
        return {}
    found = stored(account)
    fits = all(
        look_up(found, field) == stage.value(field, op, value)
        for field, op, value in stage.listed.where
    )
    return {account.id: found} if fits else {}


def _sorted(stage: Stage, wanted: dict[str, dict[str, Any]]) -> list[str]:
    found = sorted(wanted)
    if stage.order[-1][1] == "DESCENDING":
        found.reverse()
    for field, direction in reversed(stage.listed.order):
        found.sort(key=lambda i: look_up(wanted[i], field), reverse=direction == "DESCENDING")
    return found


def _paged(stage: Stage, wanted: dict[str, dict[str, Any]]) -> list[str]:
    """Ask page by page, each behind the last document of the one before."""
    reader, found = stage.people[stage.reader.name], list[str]()
    after: tuple[object, ...] = ()
    while page := stage.ask(reader, limit=_PAGE, after=after):
        found += page
        last = wanted[page[-1]]
        path = f"{stage.path(stage.parents)}/{page[-1]}"
        after = (*(look_up(last, field) for field, _ in stage.listed.order), path)
    return found
