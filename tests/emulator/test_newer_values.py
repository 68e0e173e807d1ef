"""A state or kind of a newer release: callables say to try again, jobs wait, retries go well."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta
from http import HTTPStatus
from typing import Any

import pytest
from pydantic import BaseModel

from core import firebase
from core.access import SYSTEM, Role
from core.callables import Message
from core.context import Context
from core.errors import DocumentNewer, KeyReused
from core.idempotency import Request, fingerprint_of, once
from core.jobs import Job, JobState
from core.units import UnitOfWork
from jobs import running, sweeping
from jobs.running import MOST, AttemptFailedError
from tests.emulator.sample_call import Samples
from tests.emulator.sample_calls import SAMPLE_CALLS
from tests.support import local_functions, projects
from tests.support.clinic_fixture import ClinicFixture
from tests.support.moments import key
from tests.support.payment_fixture import PaymentFixture
from tools.client import CallError


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where the functions of this process are called."""
    with local_functions.served() as address:
        yield address


@pytest.fixture
def samples(address: str) -> Iterator[Samples]:
    """The people of a sample call, in a project in which there is nothing else."""
    with projects.own_project("newer"):
        os.environ["SCANNER_FUNCTIONS_URL"] = address
        yield Samples(local_functions.local_cast())


def write(path: str, **fields: object) -> None:
    """Write what this release would not."""
    firebase.firestore_client().document(path).update(fields)


def test_a_callable_says_to_try_again(samples: Samples, capsys: pytest.CaptureFixture[str]) -> None:
    sample = SAMPLE_CALLS["scans/cancel_visit"](samples)
    (visit, _) = sample.watched
    state = firebase.firestore_client().document(visit).get().get("state")
    write(visit, state="unheard_of")
    before = firebase.firestore_client().document(visit).get().update_time
    with pytest.raises(CallError) as caught:
        sample.caller.call("scans/cancel_visit", sample.request)
    assert (caught.value.code, caught.value.reason) == ("UNAVAILABLE", "document-newer")
    assert firebase.firestore_client().document(visit).get().update_time == before
    printed = "".join(capsys.readouterr())
    assert '"message": "document is newer"' in printed
    assert '"outcome": "document-newer"' in printed
    for fault in ("unexpected failure", "reason not declared", "unheard_of"):
        assert fault not in printed
    write(visit, state=state)
    sample.caller.call("scans/cancel_visit", sample.request)


def test_who_is_let_in_is_not_guessed(samples: Samples) -> None:
    """An account of a state that is not known is neither let in nor shut out."""
    person = samples.practice.person("member")
    write(f"users/{person.uid}", status="unheard_of")
    with pytest.raises(CallError) as caught:
        person.call("wallet/get_balance", {})
    assert caught.value.reason == "document-newer"
    write(f"users/{person.uid}", status="active")
    person.call("wallet/get_balance", {})


def test_a_list_of_work_shows_the_rest(samples: Samples) -> None:
    for _ in range(3):
        visit = samples.practice.request()
    write(f"visits/{visit.visit_id}", scans=["unheard_of"])
    admin = samples.practice.person("admin")
    answer = admin.call("scans/list_visits", {"state": "requested"})
    assert visit.visit_id not in {row["visit_id"] for row in answer["visits"]}
    assert (len(answer["visits"]), answer["left_out"]) == (2, 1)
    write(f"visits/{visit.visit_id}", scans=["bite"])
    answer = admin.call("scans/list_visits", {"state": "requested"})
    assert (len(answer["visits"]), answer["left_out"]) == (3, 0)


# --- jobs ---------------------------------------------------------------------------------------


@pytest.fixture
def due(practice: ClinicFixture) -> tuple[ClinicFixture, str]:
    """A visit whose reminder is due, of a kind of scan that is not known."""
    asked = practice.request()
    practice.assign(asked.visit_id, slot=practice.hour(48))
    practice.clock.at = practice.hour(48).starts_at - timedelta(days=1)
    write(f"visits/{asked.visit_id}", scans=["unheard_of"])
    return practice, asked.visit_id


def job_of(practice: ClinicFixture, visit_id: str) -> Job:
    """The reminder's promise."""
    found = practice.ctx().store.get(Job, f"visit-{visit_id}")
    assert found is not None
    return found


def test_a_job_waits_for_the_newer_release(due: tuple[ClinicFixture, str]) -> None:
    """However often it is tried: the attempts do not count, and the sweep finds it again."""
    practice, visit_id = due
    system = practice.as_caller(SYSTEM)
    for _ in range(MOST + 2):
        with pytest.raises(AttemptFailedError) as caught:
            running.run(system, f"visit-{visit_id}")
        assert isinstance(caught.value.__cause__, DocumentNewer)
    job = job_of(practice, visit_id)
    assert (job.state, job.attempts, job.last_error) == (JobState.DUE, 0, "document-newer")
    assert job.wakes_at == practice.clock.now() + running.PAUSE
    practice.clock.at = job.wakes_at
    assert sweeping.sweep(system, f"visits/{visit_id}").run == 0
    write(f"visits/{visit_id}", scans=["bite"])
    practice.clock.at += running.PAUSE
    assert sweeping.sweep(system, f"visits/{visit_id}").run == 1
    assert practice.inbox("operator").count("visit_reminder") == 1


def test_a_job_that_only_people_can_mend_ends_as_before(due: tuple[ClinicFixture, str]) -> None:
    """The twin of the one that waits: a document that is broken."""
    practice, visit_id = due
    write(f"visits/{visit_id}", scans="none")
    system = practice.as_caller(SYSTEM)
    for _ in range(MOST - 1):
        with pytest.raises(AttemptFailedError):
            running.run(system, f"visit-{visit_id}")
    assert running.run(system, f"visit-{visit_id}") is JobState.FAILED
    write(f"visits/{visit_id}", scans=["bite"])


# --- the webhook, and retries --------------------------------------------------------------------


def test_the_gateway_delivers_again(payments: PaymentFixture) -> None:
    started = payments.started(500)
    before = payments.payment(started).state
    write(f"payments/{started.payment_id}", state="unheard_of")
    told = payments.told("payment.captured", started)
    assert payments.deliver(told) == HTTPStatus.SERVICE_UNAVAILABLE
    assert payments.event(told) is None
    write(f"payments/{started.payment_id}", state=before)
    assert payments.deliver(told) == HTTPStatus.OK
    assert payments.balance == 500


class Asked(Message):
    """A request."""

    name: str
    note: str | None = None


class AskedLater(Asked):
    """The same form in a newer release."""

    colour: str | None = None
    places: list[str] = []


class Given(Message):
    """An answer."""

    role: Role


class GivenLater(Given):
    """The same in a newer release."""

    colour: str = "red"


def asked(ctx: Context, body: BaseModel, answer: type[Any], again: str, **said: object) -> Any:
    """Ask under a key."""

    def work(_: UnitOfWork) -> Any:
        return answer.model_validate(said)

    return once(ctx, "tests", again, body, answer, work)


def test_a_retry_that_meets_another_release_is_a_retry(practice: ClinicFixture) -> None:
    """An older one leaves out what it does not know; a newer one takes a default for it."""
    ctx, again = practice.ctx(), key()
    later = asked(ctx, AskedLater(name="a"), GivenLater, again, role="lab", colour="blue")
    assert later.colour == "blue"
    assert asked(ctx, Asked(name="a"), Given, again, role="clinic") == Given(role=Role.LAB)
    back, other = practice.ctx(), key()
    asked(back, Asked(name="a", note="n"), Given, other, role="lab")
    found = asked(back, AskedLater(name="a", note="n"), GivenLater, other, role="clinic")
    assert found == GivenLater(role=Role.LAB)
    for changed in (AskedLater(name="a", note="n", colour="x"), Asked(name="a"), Asked(name="b")):
        with pytest.raises(KeyReused):
            asked(back, changed, Given, other, role="lab")


def test_an_answer_that_is_not_known_is_not_given(practice: ClinicFixture) -> None:
    ctx, again = practice.ctx(), key()
    request = Asked(name=again)
    asked(ctx, request, Given, again, role="lab")
    (kept,) = [
        snapshot.reference.path
        for snapshot in firebase.firestore_client().collection(Request.collection()).get()
        if snapshot.get("fingerprint") == fingerprint_of(request)
    ]
    write(kept, answer={"role": "unheard_of"})
    with pytest.raises(DocumentNewer):
        asked(ctx, request, Given, again, role="lab")
    write(kept, answer={"role": "clinic"})
    assert asked(ctx, request, Given, again, role="lab") == Given(role=Role.CLINIC)
