"""Disclosures: one admin enters an authority's demand, a second one decides."""

from __future__ import annotations

import pytest

from core.access import Caller, Role
from core.context import Context
from privacy.disclosures import register as disclosure_register
from privacy.disclosures.requests import (
    DecideDisclosure,
    ListDisclosures,
    OneDisclosure,
    RecordDisclosure,
    RequestDisclosure,
)
from privacy.disclosures.states import DISCLOSURE, DisclosureAction
from privacy.models import Disclosure, DisclosureState
from tests.support import ids, privacy_records
from tests.support.moments import NOW, key, refused
from tests.support.own_database import OwnDatabase
from tests.support.queries import ACTS_ON

_S, _A = DisclosureState, DisclosureAction


class DisclosureRegister(OwnDatabase):
    """A register with nothing in it."""

    def admin(self, uid: str | None = None) -> Context:
        """The surroundings of an admin."""
        return self.ctx(Caller(uid or ids.uid(), "", email_verified=False, role=Role.ADMIN))

    def entered(self, **changes: object) -> Disclosure:
        """A demand that stands there."""
        made = privacy_records.disclosure(**changes)
        self.ctx().store.run(lambda unit: unit.create(made, made.id))
        return made

    def now(self, disclosure_id: str) -> Disclosure:
        """How it stands."""
        found = self.ctx().store.get(Disclosure, disclosure_id)
        assert found is not None
        return found

    def acts(self, disclosure_id: str) -> list[tuple[str, str]]:
        """Who did what to it, as it is on record."""
        path = Disclosure.path_for(disclosure_id)
        found = self.ctx().store.find(ACTS_ON, path, limit=9)
        return sorted((entry.action, entry.actor) for entry in found)


@pytest.fixture
def register() -> DisclosureRegister:
    """A register of the test's own."""
    return DisclosureRegister()


def decide(ctx: Context, disclosure_id: str, *, approve: bool = True) -> str:
    request = DecideDisclosure(disclosure_id=disclosure_id, approve=approve)
    return disclosure_register.decide(ctx, request).state


def record(ctx: Context, disclosure_id: str, digit: str = "0") -> str:
    request = RecordDisclosure(disclosure_id=disclosure_id, digest=digit * 64)
    return disclosure_register.record(ctx, request).state


def test_a_demand_is_entered_decided_and_answered(register: DisclosureRegister) -> None:
    first, second, third = register.admin(), register.admin(), register.admin()
    said = {**RequestDisclosure.example, "idempotency_key": key()}
    made = disclosure_register.request(first, RequestDisclosure.model_validate(said))
    assert (first.store.tally.reads, first.store.tally.writes) == (1, 3)
    assert decide(second, made.disclosure_id) == "approved"
    assert (second.store.tally.reads, second.store.tally.writes) == (1, 2)
    assert record(third, made.disclosure_id) == "disclosed"
    assert (third.store.tally.reads, third.store.tally.writes) == (1, 2)

    who = [ctx.caller.uid for ctx in (first, second, third)]
    now = register.now(made.disclosure_id)
    assert [now.requested_by, now.decided_by, now.disclosed_by] == who
    assert now.requested_at == now.decided_at == now.disclosed_at == NOW
    assert (now.digest, now.scope) == ("0" * 64, said["scope"])
    assert register.acts(made.disclosure_id) == [
        ("privacy.approve_disclosure", who[1]),
        ("privacy.disclose_disclosure", who[2]),
        ("privacy.request_disclosure", who[0]),
    ]


@pytest.mark.parametrize("approve", [True, False])
def test_who_entered_it_does_not_decide(register: DisclosureRegister, *, approve: bool) -> None:
    made = register.entered()
    own = register.admin(made.requested_by)
    refused(lambda: decide(own, made.id, approve=approve), "own-disclosure")
    assert register.now(made.id) == made
    assert register.acts(made.id) == []
    state = "approved" if approve else "refused"
    assert decide(register.admin(), made.id, approve=approve) == state


@pytest.mark.parametrize("action", [_A.APPROVE, _A.REFUSE, _A.BUILD, _A.DISCLOSE])
@pytest.mark.parametrize("state", _S)
def test_only_what_the_table_has_is_done(
    register: DisclosureRegister, state: DisclosureState, action: DisclosureAction
) -> None:
    made, ctx = register.entered(state=state), register.admin()

    def act() -> str:
        if action is _A.DISCLOSE:
            return record(ctx, made.id)
        if action is _A.BUILD:
            return disclosure_register.build(ctx, OneDisclosure(disclosure_id=made.id)).state
        return decide(ctx, made.id, approve=action is _A.APPROVE)

    step = DISCLOSURE.table.get((state, action))
    if step:
        assert act() == step.to
    elif state in DISCLOSURE.ends(action) and action in DISCLOSURE.contents:
        # What was entered has no digest yet: with one, it is another disclosure.
        refused(act, "done-otherwise", fields=["digest"])
    elif state in DISCLOSURE.ends(action):
        assert act() == state
    else:
        refused(act, "wrong-disclosure-state", state=state)
    assert len(register.acts(made.id)) == bool(step)
    if step is None:
        assert register.now(made.id) == made


def test_what_was_handed_over_is_noted_once(register: DisclosureRegister) -> None:
    made, ctx = register.entered(state=_S.APPROVED), register.admin()
    assert record(ctx, made.id, "a") == "disclosed"
    before = register.now(made.id)
    assert record(ctx, made.id, "a") == "disclosed"
    refused(lambda: record(ctx, made.id, "b"), "done-otherwise", fields=["digest"])
    assert register.now(made.id) == before


def test_what_is_not_there_is_not_found(register: DisclosureRegister) -> None:
    refused(lambda: decide(register.admin(), "d" * 20), "disclosure-not-found")
    refused(lambda: record(register.admin(), "d" * 20), "disclosure-not-found")


def test_they_are_listed_by_state_and_the_look_is_on_record(register: DisclosureRegister) -> None:
    one = register.entered()
    register.entered(state=_S.APPROVED)
    ctx = register.admin()
    page = disclosure_register.list_disclosures(ctx, ListDisclosures(state=_S.REQUESTED, limit=2))
    assert [row.disclosure_id for row in page.disclosures] == [one.id]
    assert (ctx.store.tally.reads, ctx.store.tally.writes) == (1, 1)
    (entry,) = ctx.store.find(ACTS_ON, "disclosures", limit=2)
    assert (entry.actor, entry.refs) == (ctx.caller.uid, {"shown": one.id})


@pytest.mark.parametrize("path", ["patients/x", "users/a/b", "users/", "clinics/c/patients/p"])
def test_a_scope_is_a_path_to_somebody(path: str) -> None:
    said = {**RequestDisclosure.example, "idempotency_key": key(), "scope": [path]}
    with pytest.raises(ValueError, match="scope"):
        RequestDisclosure.model_validate(said)
