"""Fixtures of the emulator tests."""

from __future__ import annotations

import pytest

from tests.support.forms import open_case
from tests.support.people import Cast
from tests.support.practice import Practice
from tools.client import Person


@pytest.fixture(scope="module")
def clinic(cast: Cast) -> Person:
    """One clinic for the tests of a module that do not change it."""
    return cast.member()


@pytest.fixture(scope="module")
def case(clinic: Person) -> str:
    """A case of that clinic."""
    return open_case(clinic)


@pytest.fixture
def practice() -> Practice:
    """A practice of the test's own: its people, patients and operators."""
    return Practice()
