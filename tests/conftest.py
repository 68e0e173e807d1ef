"""What holds for all tests: those that need the emulators say so when there are none.

And what those that have them share: the people, and a store.
"""

from __future__ import annotations

import gc
import os

import pytest
from hypothesis import settings

from core import firebase
from core.store import Store
from tests.support import index_demand
from tests.support.people import Cast, appointed_admin

# How long an example takes says how busy the machine is.
settings.register_profile("busy", deadline=None)
settings.load_profile("busy")

#: As it was at first: tests of ./emulator leave what is deployed aside.
_ENVIRONMENT = dict(os.environ)
_NEED_EMULATORS = ("tests/emulator/", "tests/rules/", "tests/journeys/", "tests/console/")
#: What these need to find the emulators; `make emulators` prints all of them.
VARIABLES = (
    "FIRESTORE_EMULATOR_HOST",
    "FIREBASE_AUTH_EMULATOR_HOST",
    "FIREBASE_STORAGE_EMULATOR_HOST",
    "STORAGE_EMULATOR_HOST",
    "SCANNER_FUNCTIONS_URL",
    "GCLOUD_PROJECT",
    "FIREBASE_CONFIG",
    "GOOGLE_APPLICATION_CREDENTIALS",
)


def pytest_collection_finish() -> None:
    """Leave what was imported and collected to itself, and look for cycles more rarely.

    Python goes through all objects again and again otherwise: a fifth of the unit tests' time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(200_000, 20, 100)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Fail, rather than skip or reach for a real project, where the emulators are missing."""
    missing = [name for name in VARIABLES if not _ENVIRONMENT.get(name)]
    if missing and item.nodeid.startswith(_NEED_EMULATORS):
        pytest.fail(
            f"the emulators are not running ({', '.join(missing)} not set); run\n"
            "  functions/venv/bin/python -m tools.emulators run -- functions/venv/bin/pytest",
            pytrace=False,
        )
    if item.nodeid.startswith(_NEED_EMULATORS):
        index_demand.watch()


@pytest.fixture(scope="session")
def cast() -> Cast:
    """The people of this worker's tests."""
    return Cast(appointed_admin())


@pytest.fixture
def store() -> Store:
    """The store that a deployed function would have, with a tally of its own."""
    return Store(firebase.firestore_client())
