"""The client as it was built, run by Node: no emulators, for what it does by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.typescript import ClientCopy


@pytest.mark.parametrize("name", ["calls", "tables"])
def test_a_program_on_the_built_client_passes(built: ClientCopy, name: str) -> None:
    """A program asserts by itself; what it leaves open would keep it running."""
    assert built.run(Path(__file__).with_name(f"{name}.mjs"), None) == ""
