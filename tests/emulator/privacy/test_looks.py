"""What admins see of people is on record before they see it, or they do not see it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accounts import decisions
from accounts.identity import FirebaseIdentity
from accounts.requests import ListAccounts
from core.access import Status
from core.context import Context
from scans.visits import actions, roster
from scans.visits.models import VisitState
from scans.visits.requests import ListVisits, SuggestOperators
from tests.support.clinic_fixture import ClinicFixture
from tests.support.crashes import CrashError, DyingStore
from tests.support.moments import DAY, offered
from tests.support.queries import ACTS_OF

Look = Callable[[Context, str], list[str]]


def _accounts(ctx: Context, _visit: str) -> list[str]:
    page = decisions.list_accounts(
        ctx, FirebaseIdentity(), ListAccounts(status=Status.ACTIVE, limit=3)
    )
    return [row.uid for row in page.accounts]


def _visits(ctx: Context, _visit: str) -> list[str]:
    page = actions.list_visits(ctx, ListVisits(state=VisitState.REQUESTED, limit=3))
    return [row.visit_id for row in page.visits]


def _operators(ctx: Context, visit: str) -> list[str]:
    request = SuggestOperators(visit_id=visit, slot=offered(DAY))
    return [each.uid for each in roster.suggest(ctx, request).operators]


LOOKS: dict[str, Look] = {
    "accounts.list": _accounts,
    "scans.list_visits": _visits,
    "scans.suggest_operators": _operators,
}


@pytest.mark.parametrize("action", LOOKS)
def test_who_was_shown_is_named(practice: ClinicFixture, action: str) -> None:
    visit, ctx = practice.request().visit_id, practice.ctx("admin")
    shown = LOOKS[action](ctx, visit)
    (entry,) = ctx.store.find(ACTS_OF, ctx.caller.uid, limit=5)
    assert (entry.action, entry.refs) == (action, {"shown": " ".join(shown)})


@pytest.mark.parametrize("action", LOOKS)
def test_what_cannot_be_recorded_is_not_shown(practice: ClinicFixture, action: str) -> None:
    visit, ctx = practice.request().visit_id, practice.ctx("admin")
    dying = Context(DyingStore(0, committed=False), ctx.caller, ctx.clock)
    with pytest.raises(CrashError):
        LOOKS[action](dying, visit)
    assert ctx.store.find(ACTS_OF, ctx.caller.uid, limit=5) == []
