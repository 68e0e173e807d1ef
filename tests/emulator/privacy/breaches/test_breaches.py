"""Breaches: the clock, the steps, those affected, and what is drafted for them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from core import audit
from core.access import Caller, Role
from core.context import Context
from core.unknown import stored
from messaging.service import Language
from privacy.breaches import affected, notices
from privacy.breaches import register as breach_register
from privacy.breaches.requests import (
    DraftNotice,
    ListAffected,
    ListBreaches,
    MoveBreach,
    OpenBreach,
    Source,
)
from privacy.breaches.states import BREACH, BreachAction
from privacy.models import Breach, BreachState, Risk
from tests.support import ids, lab_records, privacy_records
from tests.support.account_records import Tenants
from tests.support.moments import NOW, key, refused
from tests.support.own_database import OwnDatabase
from tests.support.queries import ACTS_ON

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
_S, _A = BreachState, BreachAction


class BreachRegister(OwnDatabase):
    """A register with nothing in it."""

    def admin(self) -> Context:
        """The surroundings of an admin."""
        return self.ctx(Caller(ids.uid(), "", email_verified=False, role=Role.ADMIN))

    def entered(self, **changes: object) -> Breach:
        """A breach that stands there, of the two days before now."""
        span = {"since": NOW - 2 * DAY, "until": NOW, "aware_at": NOW}
        made = privacy_records.breach(**{**span, **changes})
        self.ctx().store.run(lambda unit: unit.create(made, made.id))
        return made

    def now(self, breach_id: str) -> Breach:
        """How it stands."""
        found = self.ctx().store.get(Breach, breach_id)
        assert found is not None
        return found

    def acts(self, breach_id: str) -> list[tuple[str, str]]:
        """Who did what to it, as it is on record."""
        found = self.ctx().store.find(ACTS_ON, Breach.path_for(breach_id), limit=9)
        return sorted((entry.action, entry.actor) for entry in found)

    def shared(self, at: datetime, **changes: object) -> str:
        """A share of that time; the path of its patient."""
        share = lab_records.share(Tenants()).model_copy(update={"at": at, **changes})
        self.client.document(f"shares/{ids.document_id()}").set(stored(share))
        return f"clinics/{share.clinic_id}/patients/{share.patient_id}"

    def affected(self, breach: Breach, source: Source, **more: Any) -> list[str]:
        """Whom one page names."""
        request = ListAffected(breach_id=breach.id, source=source, **more)
        return affected.list_affected(self.admin(), request).subjects


@pytest.fixture
def register() -> BreachRegister:
    """A register of the test's own."""
    return BreachRegister()


def opening(**changes: object) -> OpenBreach:
    said = {**OpenBreach.example, "idempotency_key": key(), **changes}
    return OpenBreach.model_validate(said)


def move(ctx: Context, breach_id: str, action: str) -> str:
    risk = Risk.HIGH if action == "assess" else None
    said = {"breach_id": breach_id, "action": action, "risk": risk}
    return breach_register.move(ctx, MoveBreach.model_validate(said)).state


# --- the clock and the steps ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("aware", "clock_from"),
    [(None, NOW), (NOW - 5 * HOUR, NOW - 5 * HOUR), (NOW + timedelta(minutes=4), NOW)],
)
def test_the_clock_runs_from_when_it_was_known(
    register: BreachRegister, aware: datetime | None, clock_from: datetime
) -> None:
    """Nobody knows of it later than it is entered."""
    ctx = register.admin()
    made = breach_register.open_breach(ctx, opening(aware_at=aware))
    assert (ctx.store.tally.reads, ctx.store.tally.writes) == (1, 3)
    assert made.deadline_at == clock_from + timedelta(hours=72)
    stands = register.now(made.breach_id)
    assert (stands.aware_at, stands.deadline_at) == (clock_from, made.deadline_at)
    stored_too = register.client.document(Breach.path_for(made.breach_id)).get()
    assert stored_too.get("deadline_at") == made.deadline_at


def test_a_breach_is_assessed_notified_and_closed(register: BreachRegister) -> None:
    first, second = register.admin(), register.admin()
    made = breach_register.open_breach(first, opening())
    for action, state in (("assess", "assessed"), ("notify", "notified"), ("close", "closed")):
        register.clock.at += HOUR
        assert move(second, made.breach_id, action) == state
    stands = register.now(made.breach_id)
    assert [stands.assessed_at, stands.notified_at, stands.closed_at] == [
        NOW + HOUR, NOW + 2 * HOUR, NOW + 3 * HOUR,
    ]  # fmt: skip
    assert (stands.risk, stands.opened_by) == (Risk.HIGH, first.caller.uid)
    assert stands.moved_by == second.caller.uid
    assert register.acts(made.breach_id) == [
        ("privacy.assess_breach", second.caller.uid),
        ("privacy.close_breach", second.caller.uid),
        ("privacy.notify_breach", second.caller.uid),
        ("privacy.open_breach", first.caller.uid),
    ]


@pytest.mark.parametrize("action", [_A.ASSESS, _A.NOTIFY, _A.CLOSE])
@pytest.mark.parametrize("state", _S)
def test_only_what_the_table_has_is_done(
    register: BreachRegister, state: BreachState, action: BreachAction
) -> None:
    made, ctx = register.entered(state=state), register.admin()
    step = BREACH.table.get((state, action))
    if state in BREACH.ends(action) and action in BREACH.contents:
        # What was entered has no risk yet: with one, it is another assessment.
        refused(lambda: move(ctx, made.id, action), "done-otherwise", fields=["risk"])
    elif step or state in BREACH.ends(action):
        assert move(ctx, made.id, action) == (step.to if step else state)
    else:
        refused(lambda: move(ctx, made.id, action), "wrong-breach-state", state=state)
    assert ctx.store.tally.reads == 1
    assert len(register.acts(made.id)) == bool(step)
    if step is None:
        assert register.now(made.id) == made


@pytest.mark.parametrize(
    ("changes", "valid"),
    [
        ({}, True),
        ({"lab_id": None}, False),
        ({"lab_id": None, "uid": "u1"}, True),
        ({"until": OpenBreach.example["since"]}, False),
    ],
)
def test_a_breach_is_of_somebody_and_some_time(changes: dict[str, object], *, valid: bool) -> None:
    if valid:
        assert opening(**changes)
    else:
        with pytest.raises(ValueError, match="Name a uid or a lab_id"):
            opening(**changes)


@pytest.mark.parametrize(
    ("action", "risk", "valid"),
    [("assess", "low", True), ("assess", None, False), ("close", "low", False)],
)
def test_a_risk_is_what_an_assessment_says(action: str, risk: str | None, *, valid: bool) -> None:
    said = {"breach_id": "b" * 20, "action": action, "risk": risk}
    if valid:
        assert MoveBreach.model_validate(said)
    else:
        with pytest.raises(ValueError, match="Give the risk"):
            MoveBreach.model_validate(said)


def test_what_is_not_there_is_not_found(register: BreachRegister) -> None:
    nothing, ctx = "b" * 20, register.admin()
    refused(lambda: move(ctx, nothing, "close"), "breach-not-found")
    listing = ListAffected(breach_id=nothing, source=Source.SHARES)
    refused(lambda: affected.list_affected(ctx, listing), "breach-not-found")
    refused(lambda: notices.draft_notice(ctx, DraftNotice(breach_id=nothing)), "breach-not-found")


def test_they_are_listed_by_state_and_the_look_is_on_record(register: BreachRegister) -> None:
    late, early = register.entered(), register.entered(aware_at=NOW - HOUR)
    register.entered(state=_S.CLOSED)
    ctx = register.admin()
    page = breach_register.list_breaches(ctx, ListBreaches(state=_S.OPEN))
    assert [row.breach_id for row in page.breaches] == [early.id, late.id]
    assert page.breaches[0].deadline_at == NOW + 71 * HOUR
    assert (ctx.store.tally.reads, ctx.store.tally.writes) == (2, 1)
    (entry,) = ctx.store.find(ACTS_ON, "breaches", limit=2)
    assert (entry.actor, entry.refs) == (ctx.caller.uid, {"shown": f"{early.id} {late.id}"})


# --- those affected ------------------------------------------------------------------------------


def test_who_was_shared_with_the_lab_in_that_time_is_affected(register: BreachRegister) -> None:
    breach = register.entered()
    lab = {"lab_id": breach.lab_id}
    first = register.shared(breach.since, **lab)
    last = register.shared(breach.until - timedelta(microseconds=1), **lab)
    register.shared(breach.since - timedelta(microseconds=1), **lab)
    register.shared(breach.until, **lab)
    register.shared(breach.since)
    assert register.affected(breach, Source.SHARES) == sorted([first, last])
    assert register.affected(breach, Source.AUDIT) == []
    ((action, _), _) = register.acts(breach.id)
    assert action == "privacy.list_affected"


def test_an_accounts_shares_are_its_own(register: BreachRegister) -> None:
    uid = ids.uid()
    breach = register.entered(uid=uid)
    own = register.shared(NOW - HOUR, uid=uid)
    register.shared(NOW - HOUR, lab_id=breach.lab_id)
    assert register.affected(breach, Source.SHARES) == [own]


def test_what_an_account_did_and_saw_is_affected(register: BreachRegister) -> None:
    uid = ids.uid()
    breach = register.entered(uid=uid, lab_id=None)
    for name, at in ((uid, NOW - HOUR), (ids.uid(), NOW - HOUR), (uid, NOW)):
        register.clock.at = at
        ctx = register.ctx(Caller(name, "", email_verified=False, role=Role.ADMIN))
        shown = ["x1", "x2"] if at < NOW and name == uid else ["y"]
        audit.looked(ctx, "accounts.list", "users", shown)
    assert register.affected(breach, Source.AUDIT) == ["users", "x1", "x2"]


def test_those_affected_come_in_pages(register: BreachRegister) -> None:
    breach = register.entered()
    made = [register.shared(NOW - (n + 1) * HOUR, lab_id=breach.lab_id) for n in range(3)]
    seen: list[str] = []
    cursor: str | None = None
    for reads in (2, 1):
        ctx = register.admin()
        asked = ListAffected(breach_id=breach.id, source=Source.SHARES, limit=2, cursor=cursor)
        page = affected.list_affected(ctx, asked)
        assert (ctx.store.tally.reads, ctx.store.tally.writes) == (1 + reads, 1)
        seen += page.subjects
        cursor = page.cursor
    assert cursor is None
    assert sorted(seen) == sorted(made)


# --- what is drafted -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (Language.ENGLISH, "Data Protection Board of India"),
        (Language.HINDI, "भारतीय डेटा संरक्षण बोर्ड"),
    ],
)
def test_a_draft_says_when_and_by_when_in_india(
    register: BreachRegister, language: Language, words: str
) -> None:
    breach = register.entered(risk=Risk.LOW)
    ctx = register.admin()
    text = notices.draft_notice(ctx, DraftNotice(breach_id=breach.id, language=language)).text
    assert (ctx.store.tally.reads, ctx.store.tally.writes) == (1, 0)
    assert words in text
    for said in (
        breach.id, "04.05.2026 15:00 IST", "02.05.2026 15:00 IST", "07.05.2026 15:00 IST", "low",
    ):  # fmt: skip
        assert said in text
    assert str(breach.lab_id) not in text
