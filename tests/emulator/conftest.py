"""Fixtures of the emulator tests."""

from __future__ import annotations

import pytest

from core import firebase
from core.store import Store
from tests.support.people import Cast, appointed_admin


@pytest.fixture(scope="session")
def cast() -> Cast:
    """The people of this worker's tests."""
    return Cast(appointed_admin())


@pytest.fixture
def store() -> Store:
    """The store that a deployed function would have, with a tally of its own."""
    return Store(firebase.firestore_client())
