"""What the tests of the storage rules share: a trigger that is awake, and a slot."""

from __future__ import annotations

import pytest

from core import firebase
from tests.dump.modules import left, pytest_runtest_setup
from tests.rules.slots import CLINIC, Attempt, put
from tests.support import ids
from tools.client import wait_for

__all__ = ["left", "pytest_runtest_setup"]


@pytest.fixture(scope="session")
def trigger_is_up() -> None:
    """Wake the trigger first: while it starts, each further object would start another process.

    It deletes what lands without a slot.
    """
    name = f"landing/{ids.uid()}/{ids.document_id()}/original"
    put(name)
    blob = firebase.landing_bucket().blob(name)
    wait_for(lambda: not blob.exists(), 60, "the trigger did not start")


@pytest.fixture
def attempt() -> Attempt:
    """A clinic's member with an open slot for a case."""
    return CLINIC.attempt()
