"""A new privacy policy: accepted anew, told of, and asked for where personal data is entered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from typer.testing import CliRunner

from accounts import policy
from accounts.requests import AcceptPolicy
from core import settings
from core.access import Role, Status
from core.callables import Spec
from core.firebase import firestore_client
from tests.emulator.refusals import acts, refused, state
from tests.emulator.sample_call import Samples
from tests.emulator.sample_calls import SAMPLE_CALLS
from tests.support.clinic_fixture import ClinicFixture
from tests.support.moments import NOW
from tests.support.moments import refused as refuses
from tests.support.people import Cast
from tests.support.projects import own_project
from tools.client import Person
from tools.docs import surface
from tools.scannerctl.app import app

IN_FORCE, OLD = settings.POLICY_VERSION.value, "2020-01"

surface.load()

#: What takes in personal data that was not there before. What corrects, withdraws, moves on and
#: ends, and what people say to support, stays open; so do their rights.
SUBMITS = {
    "accounts/invite_member",
    "labs/place_order",
    "labs/send_message",
    "labs/start_attachment",
    "scans/add_patient",
    "scans/open_case",
    "scans/record_consent",
    "scans/request_visit",
    "scans/start_upload",
}
OPEN = (
    "messaging/set_preferences",
    "privacy/request_export",
    "scans/correct_patient",
    "scans/get_file_links",
    "scans/withdraw_consent",
    "support/open_ticket",
)


@pytest.fixture(scope="module")
def samples(cast: Cast) -> Samples:
    """The people of all sample calls."""
    return Samples(cast)


def accepted(uid: str, version: str | None) -> None:
    """Have somebody have accepted a version, as if long ago."""
    firestore_client().document(f"users/{uid}").update({"policy_version": version})


def of(practice: ClinicFixture, who: str) -> dict[str, Any]:
    """Somebody's account."""
    return firestore_client().document(f"users/{practice.uid(who)}").get().to_dict() or {}


# --- where it is asked for -----------------------------------------------------------------------


def test_what_takes_in_personal_data_is_written_down() -> None:
    assert {name for name, spec in Spec.registry.items() if spec.submits} == SUBMITS
    assert not [name for name in SUBMITS if Spec.registry[name].roles is None]


@pytest.mark.parametrize("older", [OLD, None])
@pytest.mark.parametrize("name", sorted(SUBMITS))
def test_who_accepted_another_version_enters_nothing(
    name: str, older: str | None, samples: Samples
) -> None:
    sample = SAMPLE_CALLS[name](samples)
    accepted(sample.caller.uid, older)
    error = refused(sample.caller, name, sample.request, sample.watched)
    assert error.reason == "policy-not-accepted"
    assert error.details["version"] == IN_FORCE
    sample.caller.call("accounts/accept_policy", version=IN_FORCE)
    sample.caller.call(name, sample.request)


@pytest.mark.parametrize("name", OPEN)
def test_all_else_stays_open(name: str, samples: Samples) -> None:
    sample = SAMPLE_CALLS[name](samples)
    accepted(sample.caller.uid, OLD)
    sample.caller.call(name, sample.request)
    accepted(sample.caller.uid, IN_FORCE)


# --- accepting -----------------------------------------------------------------------------------


def test_accepting_is_on_record_once(practice: ClinicFixture) -> None:
    accepted(practice.uid("member"), OLD)
    request = AcceptPolicy(version=IN_FORCE)
    for reads, writes in ((1, 2), (1, 0)):
        answer = policy.accept(practice.ctx(), request)
        assert (practice.tally.reads, practice.tally.writes) == (reads, writes)
        assert (answer.version, answer.accepted_at) == (IN_FORCE, NOW)
    account = of(practice, "member")
    assert (account["policy_version"], account["policy_accepted_at"]) == (IN_FORCE, NOW)
    (act,) = practice.acts()
    assert (act["action"], act["refs"]) == ("accounts.accept_policy", {"version": IN_FORCE})
    assert act["subject"] == f"users/{practice.uid('member')}"


@pytest.mark.parametrize("version", [OLD, "2199-01"])
def test_only_the_one_in_force_is_accepted(practice: ClinicFixture, version: str) -> None:
    accepted(practice.uid("member"), OLD)
    before = of(practice, "member")
    request = AcceptPolicy(version=version)
    refuses(lambda: policy.accept(practice.ctx(), request), "policy-not-current", current=IN_FORCE)
    assert (of(practice, "member"), practice.acts()) == (before, [])
    policy.accept(practice.ctx(), AcceptPolicy(version=IN_FORCE))


@pytest.mark.deployed
def test_who_never_registered_accepts_nothing() -> None:
    person, watched = Person.sign_up(), ["users/nobody"]
    error = refused(person, "accounts/accept_policy", {"version": IN_FORCE}, watched)
    assert error.reason == "account-not-found"
    assert state([f"users/{person.uid}"]) == [(None, None)]
    assert acts(person) == 0


@pytest.mark.parametrize("status", [Status.PENDING, Status.SUSPENDED, Status.REJECTED])
def test_who_is_not_let_in_may_accept_all_the_same(practice: ClinicFixture, status: Status) -> None:
    uid = practice.join("waiting", Role.OPERATOR, status=status)
    accepted(uid, OLD)
    policy.accept(practice.ctx("waiting"), AcceptPolicy(version=IN_FORCE))
    account = of(practice, "waiting")
    assert (account["policy_version"], account["status"]) == (IN_FORCE, status)


# --- announcing ----------------------------------------------------------------------------------


@pytest.fixture
def alone() -> Iterator[ClinicFixture]:
    """A practice in a project of its own: everybody in it is told."""
    with own_project("policy"):
        yield ClinicFixture()


def test_who_has_not_accepted_it_is_told_once(alone: ClinicFixture) -> None:
    older = {"member", "operator", "admin"}
    for name in alone.people:
        accepted(alone.uid(name), OLD if name in older else "2026-11")
    accepted(alone.uid("admin"), None)
    alone.suspend("operator")
    for _ in range(2):
        done = CliRunner().invoke(app, ["privacy", "announce-policy", "2026-11"])
        assert done.exit_code == 0, done.output
        assert "3 told" in done.stdout
    for name in alone.people:
        told = [n for n in alone.notices(name) if n["kind"] == "policy_changed"]
        assert [n["refs"] for n in told] == [{"version": "2026-11"}] * (name in older)
    acts = firestore_client().collection("audit").get()
    found = [a.get("refs") for a in acts if a.get("action") == "accounts.announce_policy"]
    assert found == [{"version": "2026-11", "told": "3"}] * 2


def test_announcing_costs_what_it_should(alone: ClinicFixture) -> None:
    accepted(alone.uid("member"), OLD)
    ctx = alone.ctx("admin")
    assert policy.announce(ctx, IN_FORCE) == 1
    everybody = len(ctx.store.client.collection("users").get())
    assert (ctx.store.tally.reads, ctx.store.tally.writes) == (everybody, 1 + 1)
