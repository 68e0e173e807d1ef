"""A project for each module of tests, and what its tests leave there, held to what is declared.

Nothing is deployed in such a project, so that nothing but the tests works there, and lists are
short: the Firestore emulator reads the whole of a collection for each query.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.dump.looking import Faults, look
from tests.support import projects

_HOME = projects.here()
_APART: dict[Path, projects.Variables] = {}


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Function) -> None:
    """Have a test work in its module's own project, unless it meets what is deployed."""
    meets = item.get_closest_marker("deployed") or "cast" in item.fixturenames
    projects.go(_HOME if meets else _APART.setdefault(item.path, projects.fresh("apart")))


@pytest.fixture(scope="module", autouse=True)
def left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Hold all that a module's tests leave in its own project to what is declared."""
    yield
    faults = Faults()
    if own := _APART.pop(request.path, None):
        projects.go(own)
        faults = look()
    projects.go(_HOME)
    assert faults.lines() == [], "\n".join(faults.lines())
