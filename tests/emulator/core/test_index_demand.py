"""The tests' clients are refused what production would refuse for want of an index.

The emulator itself serves every query; `tests/support/index_demand.py` looks at what is sent.
"""

from __future__ import annotations

import pytest
from google.api_core.exceptions import FailedPrecondition

from core.queries import Query
from core.store import Store
from scans.cases.models import Case
from tests.support import ids, wire
from tests.support.queries import unregistered
from tools.client import Person

#: They differ in the direction alone: the index of the second has the last opened first.
OLDEST_FIRST = unregistered(
    Query(Case, where=(("clinic_id", "=="),), order=(("opened_at", "ASCENDING"),))
)
LAST_FIRST = unregistered(
    Query(Case, where=(("clinic_id", "=="),), order=(("opened_at", "DESCENDING"),))
)


def test_the_code_is_refused_a_query_without_an_index(store: Store) -> None:
    clinic = ids.document_id()
    assert store.find(LAST_FIRST, clinic, limit=1) == []
    assert store.count(LAST_FIRST, clinic) == 0
    with pytest.raises(FailedPrecondition, match=r"clinic_id.*opened_at.*ASCENDING"):
        store.find(OLDEST_FIRST, clinic, limit=1)
    with pytest.raises(FailedPrecondition, match="requires an index"):
        store.count(OLDEST_FIRST, clinic)
    with pytest.raises(FailedPrecondition, match="requires an index"):
        store.run(lambda unit: unit.find(OLDEST_FIRST, clinic, limit=1))


def test_an_app_is_refused_a_list_without_an_index() -> None:
    everybody = Person(token="owner")  # whom no rule refuses
    where = ("clinic_id", "EQUAL", ids.document_id())
    assert wire.query(everybody, "cases", where, order=(("opened_at", "DESCENDING"),)) == []
    with pytest.raises(FailedPrecondition, match="requires an index"):
        wire.query(everybody, "cases", where, order=(("opened_at", "ASCENDING"),))
