"""Nobody creates, changes or deletes a document but by calling a function.

What a person writes themselves, in which form, is in `test_own_writes.py`; here it is shown that
they write nothing else. The same values are then written by the functions' own credentials, so a
refusal is never due to the values; and taken away, for after the tests nothing may be there that
nobody declared (`../dump`).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from core import firebase
from core.unknown import stored
from tests.rules.matrix import NAMED, Actor, Played, pairs, play
from tests.rules.rules_files import allows
from tests.rules.specimens import Specimen
from tests.support import ids, wire
from tests.support.account_records import snapshot, state
from tools.client import DeniedError


@pytest.fixture(
    scope="module",
    params=[pytest.param(pair, id=f"{pair[0].name}-{pair[1].name}") for pair in pairs()],
)
def asking(request: pytest.FixtureRequest) -> Iterator[tuple[Specimen, Actor, Played]]:
    """A specimen that stands there for one actor: one serves all, for nothing of it changes."""
    specimen, actor = request.param
    played = play(specimen, actor)
    yield specimen, actor, played
    firebase.firestore_client().document(played.path).delete()


def test_create(asking: tuple[Specimen, Actor, Played]) -> None:
    """Neither beside the document nor below it, in a collection that nobody declared."""
    _, _, played = asking
    fields = stored(played.document)
    beside = played.path.rpartition("/")[0]
    for collection in (beside, f"{played.path}/undeclared"):
        path = f"{collection}/{ids.document_id()}"
        with pytest.raises(DeniedError):
            wire.write(played.person, path, **fields)
        assert not snapshot(path).exists
        twin = firebase.firestore_client().document(path)
        twin.create(fields)
        twin.delete()


def test_update_of_any_field(asking: tuple[Specimen, Actor, Played]) -> None:
    """Every declared field is tried, and one that is not declared.

    Each by itself where a rule lets anybody update such a document; where none does, all at once.
    """
    specimen, actor, played = asking
    fields = {"undeclared": None, **stored(played.document)}
    own = specimen.writable if actor is NAMED else frozenset()
    names = sorted(fields.keys() - own)
    before = state(played.path)
    allowed = []
    for tried in [[name] for name in names] if _updated(specimen) else [names, ["undeclared"]]:
        try:
            wire.write(played.person, played.path, **{name: _other(fields[name]) for name in tried})
        except DeniedError:
            continue
        allowed.append(tried)
    assert not allowed
    assert state(played.path) == before
    changed = {name: _other(value) for name, value in fields.items()}
    twin = firebase.firestore_client().document(played.path)
    twin.update(changed)
    twin.set(stored(played.document))


def test_delete(asking: tuple[Specimen, Actor, Played]) -> None:
    """But for what is the person's own; how they make one is in `test_own_writes.py`."""
    specimen, actor, played = asking
    before = state(played.path)
    if specimen.own and actor is NAMED:
        played.person.delete(played.path)
        assert not snapshot(played.path).exists
        return
    with pytest.raises(DeniedError):
        played.person.delete(played.path)
    assert state(played.path) == before


def _updated(specimen: Specimen) -> bool:
    """Tell whether a rule is about updates of such documents, whoever and whatever it is for."""
    return bool(allows(specimen.model) & {"update", "write"})


def _other(value: Any) -> Any:
    """Another value of the same type."""
    match value:
        case bool():
            return not value
        case int():
            return value + 1
        case datetime():
            return value + timedelta(seconds=1)
        case dict():
            return {**value, "other": "x"}
        case list():
            return [*value, "x"]
        case None:
            return datetime(2026, 5, 5, tzinfo=UTC)
        case _:
            return f"{value}x"
