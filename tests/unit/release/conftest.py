"""What the tests of a release share: a checkout, and a project that nothing was deployed to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.release.projects_stand_in import Checkout, Project, serving


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """A checkout of one commit on main."""
    return Checkout.at(tmp_path)


@pytest.fixture
def project(checkout: Checkout) -> Iterator[Project]:
    """A project that nothing was deployed to."""
    with serving(Project(checkout)) as served:
        yield served
