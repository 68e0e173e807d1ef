"""Every role is for something: it can call, it can read, and the rules' tests ask as one."""

from __future__ import annotations

import re

import pytest

from core.access import Role
from core.callables import Spec
from tests.rules.matrix import ACTORS
from tests.support.account_records import Tenants
from tests.support.sources import ROOT
from tools.docs.surface import load

SURFACE = load()
RULES = re.sub(r"//.*", "", (ROOT / "firestore.rules").read_text(encoding="utf-8"))


def asking() -> set[Role]:
    """Return the roles of the actors who ask for each specimen."""
    tenants = Tenants()
    standings = [actor.standing(tenants) for actor in ACTORS if actor.standing is not None]
    return {standing["role"] for standing in standings if "role" in standing}


@pytest.mark.parametrize("role", Role)
def test_a_role_can_call_something(role: Role) -> None:
    """More than what all of them can."""
    some = [spec.roles for spec in Spec.registry.values() if spec.roles not in (None, set(Role))]
    assert any(role in roles for roles in some if roles)


@pytest.mark.parametrize("role", Role)
def test_the_rules_know_a_role(role: Role) -> None:
    assert f"'{role}'" in RULES


@pytest.mark.parametrize("role", Role)
def test_the_rules_are_asked_by_each_role(role: Role) -> None:
    assert role in asking()
