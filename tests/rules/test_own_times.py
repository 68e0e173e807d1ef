"""What people write themselves keeps the document's own times honest: they are the server's.

Generated from the specimens: a field that becomes writable under the rules is tried here.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any, get_args

import pytest
from pydantic import AwareDatetime

from core.unknown import stored
from tests.rules.matrix import NAMED, Played, play
from tests.rules.specimens import SPECIMENS, Specimen
from tests.support import wire
from tests.support.account_records import state
from tools.client import DeniedError

WRITABLE = [pytest.param(s, id=s.name) for s in SPECIMENS if s.writable]
#: The time of the last change, where a model has one.
CHANGED = "updated_at"


def times(specimen: Specimen) -> set[str]:
    """The fields of a document that are times."""
    fields = specimen.model.model_fields
    return {
        n for n, f in fields.items() if AwareDatetime in {f.annotation, *get_args(f.annotation)}
    }


def another(value: Any) -> Any:
    """Another value that the rules let in."""
    if isinstance(value, StrEnum):
        return next(member for member in type(value) if member is not value)
    return f"{value}x"


def written(specimen: Specimen) -> tuple[Played, dict[str, Any], set[str]]:
    """A document, what its person writes into it, and the times that come with that."""
    played = play(specimen, NAMED)
    own = times(specimen) & specimen.writable
    fields = {name: another(getattr(played.document, name)) for name in specimen.writable - own}
    return played, fields, own


@pytest.mark.parametrize("specimen", WRITABLE)
def test_a_document_that_tells_when_it_changed_is_told_so(specimen: Specimen) -> None:
    assert specimen.writable & times(specimen), "no time comes with what people write"
    assert (CHANGED in specimen.model.model_fields) <= (CHANGED in specimen.writable)


@pytest.mark.parametrize("specimen", WRITABLE)
def test_the_time_of_a_change_is_the_servers(specimen: Specimen) -> None:
    played, fields, own = written(specimen)
    before, _ = state(played.path)
    wire.stamp(played.person, played.path, *own, **fields)
    after, at = state(played.path)
    assert {name: after[name] for name in fields} == fields
    for name in own:
        assert timedelta(0) <= at - after[name] < timedelta(seconds=10)
    untouched = stored(played.document).keys() - own - fields.keys()
    assert {name: after[name] for name in untouched} == {name: before[name] for name in untouched}


@pytest.mark.parametrize("specimen", WRITABLE)
def test_a_change_without_its_time_is_refused(specimen: Specimen) -> None:
    played, fields, own = written(specimen)
    before = state(played.path)
    for name, value in fields.items():
        with pytest.raises(DeniedError):
            wire.write(played.person, played.path, **{name: value})
    for missing in own:
        with pytest.raises(DeniedError):
            wire.write(played.person, played.path, gone=(missing,), **fields)
    assert state(played.path) == before


@pytest.mark.parametrize("specimen", WRITABLE)
@pytest.mark.parametrize("days", [-1, 0, 1])
def test_a_time_of_the_clients_is_refused(specimen: Specimen, days: int) -> None:
    """Its clock may be wrong, or set: yesterday, just now, tomorrow."""
    played, fields, own = written(specimen)
    before = state(played.path)
    said = datetime.now(UTC) + timedelta(days=days)
    for name in own:
        with pytest.raises(DeniedError):
            wire.stamp(played.person, played.path, *(own - {name}), **fields, **{name: said})
    for name in times(specimen) - own:
        with pytest.raises(DeniedError):
            wire.stamp(played.person, played.path, *own, **fields, **{name: said})
    assert state(played.path) == before
