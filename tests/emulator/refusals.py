"""Calls that are refused, and leave everything as it was."""

from __future__ import annotations

from typing import Any

import pytest

from core.firebase import firestore_client
from tools.client import CallError, Person


def state(paths: list[str]) -> list[Any]:
    """What stands at the watched paths, and since when."""
    found = [firestore_client().document(path).get() for path in paths]
    return [(document.to_dict(), document.update_time) for document in found]


def acts(person: Person) -> int:
    """How many acts of a person are recorded; every act is, in the transaction that does it."""
    from google.cloud.firestore import FieldFilter

    query = firestore_client().collection("audit")
    return len(query.where(filter=FieldFilter("actor", "==", person.uid)).get())


def refused(person: Person, name: str, request: object, watched: list[str]) -> CallError:
    """Make a call that must fail and leave everything as it was."""
    before, recorded = state(watched), acts(person)
    with pytest.raises(CallError) as caught:
        person.call(name, request)
    assert state(watched) == before
    assert acts(person) == recorded
    return caught.value
