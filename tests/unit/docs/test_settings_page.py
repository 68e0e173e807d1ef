"""Every setting is on the page of whoever deploys."""

from __future__ import annotations

import ast

import pytest

from core import settings
from tests.support.sources import FUNCTIONS, ROOT, tree

PAGE = (ROOT / "docs" / "operations" / "deployment.md").read_text(encoding="utf-8")


def names() -> list[str]:
    """Return what the settings are called in the environment, as their module writes them."""
    called = [
        node.args[0]
        for node in ast.walk(tree(FUNCTIONS / "core" / "settings.py"))
        if isinstance(node, ast.Call) and node.args
    ]
    found = [node.value for node in called if isinstance(node, ast.Constant)]
    return [name for name in found if isinstance(name, str)]


def test_the_names_are_found() -> None:
    assert {settings.LINK_MINUTES.name, settings.RAZORPAY_KEY_SECRET.name} <= set(names())
    assert {"SCANNER_REGION", "SCANNER_SWEEP_MINUTES"} <= set(names())


@pytest.mark.parametrize("name", names())
def test_a_setting_is_on_the_page(name: str) -> None:
    assert f"`{name}`" in PAGE
