"""The client, built once for all tests of this folder."""

from __future__ import annotations

import pytest

from tests.support.typescript import ClientCopy


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> ClientCopy:
    """The client as an app installs it."""
    copy = ClientCopy.at(tmp_path_factory.mktemp("client"))
    copy.build()
    return copy
