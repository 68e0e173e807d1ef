"""Retention of a case as a whole: seven years after it closed a patient's word is nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from core import firebase, periods
from core.blobs import Blobs
from core.privacy import Retention
from core.store import Store
from jobs import chores, running, sweeping
from privacy.holds import register
from privacy.models import LegalHoldState
from tests.emulator.canary_fixture import CanaryFixture, Patient, holding, run_erasure
from tests.emulator.scans.intake.landing_steps import Instance, StepBlobs, StepStore
from tests.support import privacy_records
from tests.support.backups import Backup
from tests.support.crashes import CrashError, deaths
from tests.support.data_request_fixture import DAY, DataRequestFixture
from tests.support.fixed_holds import FixedHolds
from tests.support.retention_fixture import RetentionFixture

TICK = datetime.resolution


@pytest.fixture(scope="module")
def canaries() -> CanaryFixture:
    """A clinic with its lab, whose bucket is the project's."""
    return CanaryFixture(bucket_name=str(firebase.clean_bucket().name))


@pytest.fixture
def backup(canaries: CanaryFixture) -> Iterator[None]:
    """Everything as it was, afterwards: the tests let years pass."""
    before, at = Backup.taken(canaries.bucket), canaries.practice.clock.at
    yield
    before.restore(canaries.bucket)
    canaries.practice.clock.at = at


def retention(
    canaries: CanaryFixture, instance: Instance | None = None, held: FixedHolds | None = None
) -> RetentionFixture:
    """Retention by an instance that may die."""
    store = StepStore(instance) if instance else Store(firebase.firestore_client())
    blobs = StepBlobs(canaries.bucket, instance) if instance else Blobs(canaries.bucket)
    return RetentionFixture(canaries.practice.clock, blobs, store, held or FixedHolds())


def closed(canaries: CanaryFixture) -> tuple[Patient, datetime]:
    """A patient whose case was closed, and when it is due."""
    patient = canaries.patient()
    canaries.practice.close(patient.case_id)
    return patient, periods.due(Retention.CASE, canaries.practice.clock.at)


def paths(canaries: CanaryFixture) -> set[str]:
    """Where something stands, but for what says who did it."""
    passing = ("audit/", "jobs/", "auth", "gs://landing/")
    return {path for path in canaries.dump() if not path.startswith(passing)}


def where(canaries: CanaryFixture, token: str) -> set[str]:
    """Where a word stands; the landing zone is looked after by the bucket itself."""
    return {
        path for path in holding(canaries.dump(), token) if not path.startswith("gs://landing/")
    }


@pytest.mark.usefixtures("backup")
def test_nothing_is_left_of_a_case_and_its_patient(
    canaries: CanaryFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    mine, due = closed(canaries)
    bystander = canaries.patient()
    theirs = where(canaries, bystander.token)
    before = {path for path in where(canaries, mine.token) if not path.startswith("uploads/")}
    clock = canaries.practice.clock

    clock.at = due - TICK
    retention(canaries).day()
    early = {path for path in where(canaries, mine.token) if not path.startswith("uploads/")}
    assert early == before

    clock.at = due
    ran = retention(canaries).day()
    assert where(canaries, mine.token) == set()
    left = where(canaries, bystander.token)
    assert left == {path for path in theirs if not path.startswith("uploads/")}
    assert mine.token not in "".join(capsys.readouterr())
    day = clock.at.date() + timedelta(days=1)  # midnight in India is the evening before in UTC
    assert ran.index(f"retain-cases-{day}") < ran.index(f"retain-patients-{day}")
    ids = (mine.case_id, mine.order_id, mine.visit_id, mine.consent_id)
    assert not [path for path in paths(canaries) if any(each in path for each in ids)]


@pytest.mark.usefixtures("backup")
def test_a_patient_with_another_case_stays(canaries: CanaryFixture) -> None:
    mine, due = closed(canaries)
    other = canaries.practice.case(patient_id=mine.patient_id, consent_id=mine.consent_id)
    canaries.practice.clock.at = due
    retention(canaries).day()
    record = f"clinics/{canaries.practice.tenants.clinic}/patients/{mine.patient_id}"
    assert {f"cases/{other}", f"consents/{mine.consent_id}", record} <= paths(canaries)
    assert f"cases/{mine.case_id}" not in paths(canaries)


@pytest.mark.usefixtures("backup")
def test_a_case_that_was_opened_again_is_not_due(canaries: CanaryFixture) -> None:
    mine, due = closed(canaries)
    canaries.practice.reopen(mine.case_id)
    canaries.practice.clock.at = due
    retention(canaries).day()
    assert f"cases/{mine.case_id}" in paths(canaries)
    assert f"orders/{mine.order_id}" in paths(canaries)


@pytest.mark.parametrize("what", ["case", "file", "patient", "lab"])
@pytest.mark.usefixtures("backup")
def test_a_hold_on_any_of_it_keeps_the_whole(canaries: CanaryFixture, what: str) -> None:
    mine, due = closed(canaries)
    tenants = canaries.practice.tenants
    held = {
        "case": FixedHolds(paths=frozenset({f"cases/{mine.case_id}"})),
        "file": FixedHolds(paths=frozenset({f"cases/{mine.case_id}/files/{mine.file_id}"})),
        "patient": FixedHolds(ids=frozenset({mine.patient_id})),
        "lab": FixedHolds(ids=frozenset({tenants.lab})),
    }[what]
    before = {path for path in where(canaries, mine.token) if not path.startswith("uploads/")}
    canaries.practice.clock.at = due
    retention(canaries, held=held).day()
    assert where(canaries, mine.token) == before
    canaries.practice.clock.at += timedelta(days=1)
    retention(canaries).day()
    assert where(canaries, mine.token) == set()


@pytest.mark.parametrize("whose", ["patient", "clinic", "lab", "member"])
@pytest.mark.usefixtures("backup")
def test_what_an_admin_holds_stays_until_it_is_released(
    canaries: CanaryFixture, whose: str
) -> None:
    mine, due = closed(canaries)
    tenants = canaries.practice.tenants
    subject = {
        "patient": f"clinics/{tenants.clinic}/patients/{mine.patient_id}",
        "clinic": f"clinics/{tenants.clinic}",
        "lab": f"labs/{tenants.lab}",
        "member": f"users/{canaries.practice.uid('member')}",  # who attested the consent
    }[whose]
    hold = privacy_records.hold(subject=subject)
    tenants.seed(hold)
    case, consent = f"cases/{mine.case_id}", f"consents/{mine.consent_id}"
    before = {path for path in where(canaries, mine.token) if not path.startswith("uploads/")}
    canaries.practice.clock.at = due
    held_day(canaries)
    stays = before if whose != "member" else {consent}
    assert where(canaries, mine.token) & before >= stays
    assert consent in paths(canaries)
    assert (case in paths(canaries)) == (whose != "member")
    tenants.seed(hold.model_copy(update={"state": LegalHoldState.RELEASED}).placed(hold.id))
    canaries.practice.clock.at += timedelta(days=1)
    held_day(canaries)
    assert where(canaries, mine.token) == set()
    assert not {case, consent} & paths(canaries)


def held_day(canaries: CanaryFixture) -> None:
    """A day's retention, with the holds that are in force."""
    at_work = retention(canaries)
    at_work.held = register.held(at_work.ctx)
    at_work.day()


def test_a_crash_at_any_step_and_another_turn_end_where_no_crash_does(
    canaries: CanaryFixture,
) -> None:
    mine, due = closed(canaries)
    canaries.practice.clock.at = due
    backup, smooth = Backup.taken(canaries.bucket), Instance()

    def turns(instance: Instance | None = None) -> None:
        at_work = retention(canaries, instance)
        for name in ("cases", "patients"):
            at_work.turn(name)

    turns(smooth)
    ends = paths(canaries)
    assert not [path for path in where(canaries, mine.token) if not path.startswith("uploads/")]
    assert {"discard all", "transaction"} == set(smooth.steps)
    for at, after in deaths(smooth.steps):
        backup.restore(canaries.bucket)
        with pytest.raises(CrashError):
            turns(Instance(at=at, after=after))
        turns()
        assert paths(canaries) == ends, (smooth.steps[at], after)
    backup.restore(canaries.bucket)


@pytest.mark.usefixtures("backup")
def test_what_an_erasure_left_goes_seven_years_after_it(canaries: CanaryFixture) -> None:
    """Consents that prove something, orders for their prices, and the receipt."""
    data_requests, mine = DataRequestFixture(canaries.practice), canaries.patient()
    clock = canaries.practice.clock
    request_id = data_requests.erase(patient_id=mine.patient_id)
    clock.at += 8 * DAY
    run_erasure(canaries, request_id)
    at = clock.at
    kept = {f"orders/{mine.order_id}", f"consents/{mine.consent_id}", f"visits/{mine.visit_id}"}
    receipt = f"gs://erasures/{request_id}.json"
    assert {*kept, receipt} <= paths(canaries)

    clock.at = periods.due(Retention.CASE, at) - TICK
    retention(canaries).endings()
    assert {*kept, receipt} <= paths(canaries)
    clock.at += TICK
    retention(canaries, held=FixedHolds(ids=frozenset({mine.order_id}))).endings()
    assert {*kept, receipt} <= paths(canaries)
    retention(canaries).endings()
    assert not {*kept, receipt} & paths(canaries)


@pytest.mark.usefixtures("backup")
def test_a_patient_whose_consent_was_withdrawn_has_no_case_from_then_on(
    canaries: CanaryFixture,
) -> None:
    mine = canaries.patient()
    practice, client = canaries.practice, firebase.firestore_client()
    record = f"clinics/{practice.tenants.clinic}/patients/{mine.patient_id}"
    assert client.document(record).get().get("idle_since") is None
    practice.withdraw(mine.consent_id)
    practice.clock.at += 8 * DAY
    running.run(practice.ctx(), f"erase-{mine.consent_id}")
    assert client.document(record).get().get("idle_since") == practice.clock.at
    since = practice.clock.at
    practice.clock.at = periods.due(Retention.CASE, since)
    retention(canaries).day()
    retention(canaries).endings()
    ids = (mine.patient_id, mine.consent_id, mine.order_id, mine.visit_id, mine.case_id)
    assert not [path for path in paths(canaries) if any(each in path for each in ids)]


def ring(canaries: CanaryFixture) -> None:
    """Have every alarm of the hour ring, as Cloud Tasks does, one after the other."""
    practice = canaries.practice
    ends = practice.clock.at + timedelta(hours=1)
    while (at := practice.alarms.next_at()) is not None and at <= ends:
        practice.clock.at = max(practice.clock.at, at)
        practice.alarms.dispatch(lambda data: running.run(practice.ctx(), data["job_id"]))


@pytest.mark.usefixtures("backup")
def test_the_sweep_does_it_all_once_a_day(canaries: CanaryFixture) -> None:
    """By the chore, the alarms' jobs and their handlers, as deployed."""
    mine, due = closed(canaries)
    practice = canaries.practice
    practice.clock.at = due
    sweeping.sweep(practice.ctx())  # what the years left to be done
    for _ in range(3):
        chores.do_all(practice.ctx())
        ring(canaries)
    assert where(canaries, mine.token) == set()
    ctx = practice.ctx()
    from privacy import service

    assert service.begin_retention(ctx) == 0
    assert (ctx.store.tally.reads, ctx.store.tally.writes) == (1, 0), "the day is looked after"
    practice.clock.at += timedelta(days=1)
    assert service.begin_retention(practice.ctx()) == 1
