"""Fixtures of the emulator tests."""

from __future__ import annotations

import pytest

from core import firebase
from core.store import Store
from tests.support.forms import opening
from tests.support.people import Cast, appointed_admin
from tools.client import Person


@pytest.fixture(scope="session")
def cast() -> Cast:
    """The people of this worker's tests."""
    return Cast(appointed_admin())


@pytest.fixture(scope="module")
def clinic(cast: Cast) -> Person:
    """One clinic for the tests of a module that do not change it."""
    return cast.member()


@pytest.fixture(scope="module")
def case(clinic: Person) -> str:
    """A case of that clinic."""
    return str(clinic.call("scans_open_case", opening())["case_id"])


@pytest.fixture
def store() -> Store:
    """The store that a deployed function would have, with a tally of its own."""
    return Store(firebase.firestore_client())
