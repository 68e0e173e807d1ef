"""Jobs: run once they are due, however often they are woken, and found where nothing woke them."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
import requests

from accounts import approvals
from core import firebase, jobs
from core.access import SYSTEM, Status
from core.context import Context
from core.jobs import Job, JobKind, JobState
from core.unknown import stored
from jobs import running, service, sweeping
from jobs.requests import RetryJob
from jobs.running import MOST, AttemptFailedError
from scans.visits.requests import VisitRequested
from tests.support import ids
from tests.support.account_records import Tenants
from tests.support.clinic_fixture import ClinicFixture
from tests.support.crashes import CrashError, DyingStore
from tests.support.moments import refused
from tests.support.own_database import OwnDatabase
from tests.support.people import Cast
from tools.client import Person, wait_for

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)


@dataclass
class Diary:
    """A visit of tomorrow with its reminder, and what becomes of it."""

    practice: ClinicFixture
    asked: VisitRequested = field(init=False)

    def __post_init__(self) -> None:
        self.asked = self.practice.request()
        self.practice.assign(self.asked.visit_id, slot=self.practice.hour(48))

    @property
    def starts_at(self) -> datetime:
        """When the operator is expected."""
        return self.practice.hour(48).starts_at

    @property
    def job_id(self) -> str:
        """The reminder's promise."""
        return f"visit-{self.asked.visit_id}"

    @property
    def job(self) -> Job:
        """It, as it stands."""
        found = self.practice.ctx().store.get(Job, self.job_id)
        assert found is not None
        return found

    def system(self) -> Context:
        """The surroundings of the task and of the sweep."""
        return self.practice.as_caller(SYSTEM)

    def wake(self) -> JobState | None:
        """Do what the alarm's task does."""
        return running.run(self.system(), self.job_id)

    def sweep(self) -> tuple[int, int]:
        """Sweep what is about the visit; what was run and what was woken."""
        swept = sweeping.sweep(self.system(), f"visits/{self.asked.visit_id}")
        return swept.run, swept.woken

    def reminders(self) -> tuple[int, int]:
        """What the operator and the clinic's person were reminded of."""
        boxes = (self.practice.inbox(name) for name in ("operator", "member"))
        operator, member = (box.count("visit_reminder") for box in boxes)
        return operator, member


@pytest.fixture
def diary(practice: ClinicFixture) -> Diary:
    """A visit in two days."""
    return Diary(practice)


# --- reminders ----------------------------------------------------------------------------------


def test_both_are_reminded_a_day_and_two_hours_before(diary: Diary) -> None:
    clock, queue = diary.practice.clock, diary.practice.alarms
    assert queue.next_at() == diary.job.due_at == diary.starts_at - DAY
    clock.at = diary.starts_at - DAY
    queue.dispatch(lambda data: running.run(diary.system(), data["job_id"]))
    assert diary.reminders() == (1, 1)
    assert (diary.practice.tally.reads, diary.practice.tally.writes) == (4, 3)
    assert queue.next_at() == diary.job.due_at == diary.starts_at - 2 * HOUR
    clock.at = diary.starts_at - 2 * HOUR
    queue.dispatch(lambda data: running.run(diary.system(), data["job_id"]))
    assert diary.reminders() == (2, 2)
    assert (diary.job.state, diary.job.expires_at) == (JobState.DONE, clock.at + timedelta(days=30))
    assert queue.waiting == 0


def test_the_hours_are_a_setting(practice: ClinicFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCANNER_REMINDER_HOURS", "30, 0.5")
    diary = Diary(practice)
    assert diary.job.due_at == diary.starts_at - 30 * HOUR
    practice.clock.at = diary.job.due_at
    diary.wake()
    assert diary.job.due_at == diary.starts_at - 30 * MINUTE


def test_nobody_is_reminded_before_the_time(diary: Diary) -> None:
    """Alarms of the emulator come at once, whatever time was asked for."""
    diary.practice.clock.at = diary.starts_at - DAY - timedelta(seconds=1)
    before = diary.job
    assert diary.wake() is None
    assert diary.practice.tally.writes == 0
    assert (diary.reminders(), diary.job) == ((0, 0), before)
    diary.practice.clock.at += timedelta(seconds=1)
    assert diary.wake() is JobState.DUE
    assert diary.reminders() == (1, 1)


def test_an_alarm_that_rings_twice_reminds_once(diary: Diary) -> None:
    diary.practice.clock.at = diary.starts_at - DAY
    assert diary.wake() is JobState.DUE
    assert diary.wake() is None
    assert diary.reminders() == (1, 1)


@pytest.mark.parametrize("committed", [False, True])
def test_an_instance_that_dies_reminds_once(diary: Diary, *, committed: bool) -> None:
    diary.practice.clock.at = diary.starts_at - DAY
    dying = Context(DyingStore(0, committed=committed), SYSTEM, diary.practice.clock)
    with pytest.raises((CrashError, AttemptFailedError)):
        running.run(dying, diary.job_id)
    diary.wake()
    assert diary.reminders() == (1, 1)


def test_a_moved_visit_moves_its_reminder(diary: Diary) -> None:
    visit_id, practice = diary.asked.visit_id, diary.practice
    practice.reschedule(visit_id)
    assert diary.job.state is JobState.VOID
    practice.assign(visit_id, slot=practice.hour(96))
    assert (diary.job.state, diary.job.due_at) == (JobState.DUE, practice.hour(72).starts_at)
    practice.clock.at = practice.hour(24).starts_at
    assert diary.wake() is None
    practice.clock.at = practice.hour(72).starts_at
    diary.wake()
    assert diary.reminders() == (1, 1)


@pytest.mark.parametrize("way", ["cancel", "decline", "withdraw"])
def test_a_void_visit_reminds_nobody(diary: Diary, way: str) -> None:
    visit_id, practice = diary.asked.visit_id, diary.practice
    if way == "cancel":
        practice.cancel(visit_id)
    elif way == "decline":
        practice.move(visit_id, "decline")
    else:
        practice.withdraw(practice.case_of(diary.asked.case_id).consent_id)
    assert diary.job.state is JobState.VOID
    practice.clock.at = diary.starts_at - DAY
    assert (diary.wake(), diary.sweep()) == (None, (0, 0))
    assert diary.reminders() == (0, 0)


def test_another_operator_is_reminded_instead(diary: Diary) -> None:
    diary.practice.assign(diary.asked.visit_id, "other operator", diary.practice.hour(48))
    diary.practice.clock.at = diary.starts_at - DAY
    diary.wake()
    assert diary.reminders() == (0, 1)
    assert "visit_reminder" in diary.practice.inbox("other operator")


def test_who_has_arrived_is_not_reminded(diary: Diary) -> None:
    diary.practice.move(diary.asked.visit_id, "accept", "depart", "arrive")
    assert diary.job.state is JobState.DUE
    diary.practice.clock.at = diary.starts_at - DAY
    assert diary.wake() is JobState.DONE
    assert diary.reminders() == (0, 0)


def test_an_appointment_within_two_hours_has_no_reminder(practice: ClinicFixture) -> None:
    visit_id = practice.asked(practice.hour(1.5))
    practice.assign(visit_id, slot=practice.hour(1.5))
    assert practice.ctx().store.get(Job, f"visit-{visit_id}") is None


def test_a_late_reminder_comes_once_and_none_after_the_beginning(diary: Diary) -> None:
    diary.practice.clock.at = diary.starts_at - HOUR
    assert diary.wake() is JobState.DONE
    assert diary.reminders() == (1, 1)
    late = Diary(ClinicFixture())
    late.practice.clock.at = late.starts_at
    assert late.wake() is JobState.DONE
    assert late.reminders() == (0, 0)


# --- the sweep ----------------------------------------------------------------------------------


def test_the_sweep_runs_what_no_alarm_woke(diary: Diary) -> None:
    assert diary.sweep() == (0, 0)
    diary.practice.clock.at = diary.starts_at - DAY
    assert diary.sweep() == (1, 0)
    assert diary.sweep() == (0, 0)
    assert diary.reminders() == (1, 1)


def test_the_sweep_sets_the_alarm_of_what_was_far_ahead(practice: ClinicFixture) -> None:
    slot = practice.hour(24 * 60)
    visit_id = practice.asked(slot)
    practice.assign(visit_id, slot=slot)
    assert practice.alarms.waiting == 0
    subject, due_at = f"visits/{visit_id}", slot.starts_at - DAY
    practice.clock.at = due_at - jobs.AHEAD - MINUTE
    assert sweeping.sweep(practice.as_caller(SYSTEM), subject).woken == 0
    practice.clock.at += MINUTE
    assert sweeping.sweep(practice.as_caller(SYSTEM), subject).woken == 1
    assert practice.alarms.next_at() == due_at
    assert sweeping.sweep(practice.as_caller(SYSTEM), subject).woken == 0, "once"


def test_more_than_a_sweep_runs_goes_to_the_queue(practice: ClinicFixture) -> None:
    """Each once, however often the sweep comes while the queue drains."""
    subject, now = f"visits/{ids.document_id()}", practice.clock.now()
    many = sweeping.RUN_HERE + sweeping.PAGE + 5
    made = Job(kind=JobKind.VISIT_REMINDER, subject=subject, due_at=now, wakes_at=now)
    practice.tenants.seed(*(made.placed(f"visit-{ids.document_id()}") for _ in range(many)))
    swept = sweeping.sweep(practice.as_caller(SYSTEM), subject)
    assert (swept.run, swept.woken) == (sweeping.RUN_HERE, many - sweeping.RUN_HERE)
    assert practice.alarms.waiting == swept.woken
    again = sweeping.sweep(practice.as_caller(SYSTEM), subject)
    assert (again.run, again.woken) == (0, 0)
    while practice.alarms.waiting:
        practice.clock.at = max(practice.clock.at, practice.alarms.next_at() or practice.clock.at)
        practice.alarms.dispatch(
            lambda data: running.run(practice.as_caller(SYSTEM), data["job_id"])
        )
    practice.clock.at += DAY
    assert sweeping.sweep(practice.as_caller(SYSTEM), subject) == type(swept)()


# --- failures -----------------------------------------------------------------------------------


def broken(practice: ClinicFixture) -> str:
    """A job about a visit that cannot be read: another version wrote it, say."""
    visit_id, now = ids.document_id(), practice.clock.now()
    made = Job(
        kind=JobKind.VISIT_REMINDER, subject=f"visits/{visit_id}", due_at=now, wakes_at=now
    ).placed(f"visit-{visit_id}")
    practice.tenants.seed(made)
    firebase.firestore_client().document(made.subject).set({"clinic": {"name": "Meera Joshi"}})
    return made.id


def test_what_keeps_failing_is_given_up_and_listed(
    practice: ClinicFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    job_id, ctx = broken(practice), practice.as_caller(SYSTEM)
    for _ in range(MOST - 1):
        with pytest.raises(AttemptFailedError):
            running.run(ctx, job_id)
    assert running.run(ctx, job_id) is JobState.FAILED
    found = ctx.store.get(Job, job_id)
    assert found is not None
    assert (found.attempts, found.last_error) == (MOST, "ValidationError")
    assert "Meera" not in "".join(capsys.readouterr())
    assert running.run(ctx, job_id) is None
    rows = service.list_jobs(practice.ctx("admin"), service.ListJobs(limit=100)).jobs
    assert job_id in {row.job_id for row in rows}


def test_a_failed_attempt_is_left_to_the_queue_for_a_while(practice: ClinicFixture) -> None:
    job_id, ctx = broken(practice), practice.as_caller(SYSTEM)
    subject = f"visits/{job_id.removeprefix('visit-')}"
    assert sweeping.sweep(ctx, subject).run == 0
    assert sweeping.sweep(ctx, subject) == sweeping.Swept()
    practice.clock.at += running.PAUSE
    sweeping.sweep(ctx, subject)
    found = ctx.store.get(Job, job_id)
    assert found is not None
    assert found.attempts == 2


def test_an_admin_has_a_failed_job_run_again(practice: ClinicFixture) -> None:
    job_id, ctx = broken(practice), practice.as_caller(SYSTEM)
    request = RetryJob(job_id=job_id)
    refused(lambda: service.retry(practice.ctx("admin"), RetryJob(job_id="x")), "job-not-found")
    assert service.retry(practice.ctx("admin"), request).state is JobState.DUE, "it is due already"
    assert practice.tally.writes == 0
    for _ in range(MOST):
        try:
            running.run(ctx, job_id)
        except AttemptFailedError:
            continue
    firebase.firestore_client().document(f"visits/{job_id.removeprefix('visit-')}").delete()
    waiting = practice.alarms.waiting
    assert service.retry(practice.ctx("admin"), request).state is JobState.DUE
    assert (practice.tally.reads, practice.tally.writes) == (1, 2)
    assert practice.alarms.waiting == waiting + 1
    assert [act["action"] for act in practice.acts()].count("jobs.retry") == 1
    assert running.run(ctx, job_id) is JobState.DONE
    refused(lambda: service.retry(practice.ctx("admin"), request), "wrong-job-state", state="done")


def test_a_kind_of_a_later_version_waits_for_it(diary: Diary) -> None:
    """Nothing is run, nothing fails, and what else is due is run all the same."""
    later = diary.job.model_copy(update={"kind": "of_a_later_version"}).placed(diary.job_id)
    diary.practice.tenants.seed(later)
    diary.practice.clock.at = diary.starts_at - DAY
    assert diary.wake() is None
    assert diary.sweep() == (0, 1)
    assert diary.job.state is JobState.DUE
    assert diary.reminders() == (0, 0)


# --- approvals ----------------------------------------------------------------------------------


def test_for_a_week_admins_hear_every_day_of_an_account_that_waits() -> None:
    database = OwnDatabase()
    uid, ctx = waiting(database, Status.PENDING), database.ctx()
    job_id, told = f"approval-{uid}", []
    for _ in range(8):
        database.clock.at += DAY
        state = running.run(ctx, job_id)
        told.append((state, heard_of(database, uid)))
    due, done = JobState.DUE, JobState.DONE
    assert told == [(due, n) for n in range(1, 7)] + [(done, 7), (None, 7)]


def waiting(database: OwnDatabase, status: Status) -> str:
    """Seed an account with the job that reminds of it; its uid."""
    person = Person(ids.uid(), ids.email())
    user = Tenants().account(person, status=status, updated_at=database.clock.at)
    database.client.document(f"users/{person.uid}").set(stored(user))
    ctx = database.ctx()
    ctx.store.run(lambda unit: approvals.promise(unit, ctx, person.uid))
    return person.uid


def heard_of(database: OwnDatabase, uid: str) -> int:
    """How often an account was announced to the admins."""
    found = [each.to_dict() for each in database.client.collection("notices").get()]
    assert all(each["to"]["addressee"] == "queue" for each in found)
    return [each["refs"] for each in found].count({"account": uid})


def test_a_decided_account_is_not_reminded_of() -> None:
    database = OwnDatabase()
    uid = waiting(database, Status.ACTIVE)
    database.clock.at += DAY
    assert running.run(database.ctx(), f"approval-{uid}") is JobState.DONE
    assert heard_of(database, uid) == 0


def test_who_registers_is_not_forgotten(cast: Cast, practice: ClinicFixture) -> None:
    person = cast.applicant()
    found = practice.ctx().store.get(Job, f"approval-{person.uid}")
    assert found is not None
    assert (found.kind, found.state) == (JobKind.APPROVAL_PENDING, JobState.DUE)


# --- deployed -----------------------------------------------------------------------------------


@pytest.mark.deployed
def test_the_deployed_task_leaves_a_job_that_is_not_due(practice: ClinicFixture) -> None:
    """The emulator dispatches at once; production does not, and clocks may differ all the same."""
    url = f"{os.environ['SCANNER_FUNCTIONS_URL']}/remind"
    far = ClinicFixture(datetime.now(practice.clock.at.tzinfo))
    diary = Diary(far)
    before = diary.job
    for data in ({"job_id": diary.job_id}, {"job_id": "none"}, {"name": "x"}, None):
        assert requests.post(url, json={"data": data}, timeout=60).status_code == 200
    assert diary.job == before


@pytest.mark.deployed
def test_an_alarm_reaches_the_deployed_task() -> None:
    """Through the Tasks emulator, which dispatches at once."""
    practice = ClinicFixture(datetime.now().astimezone() - timedelta(hours=23, minutes=59))
    diary = Diary(practice)
    diary_due = diary.starts_at - DAY
    assert diary_due > datetime.now().astimezone(), "not due yet on anybody's clock"
    job = diary.job.model_copy(update={"due_at": practice.clock.at, "wakes_at": practice.clock.at})
    practice.tenants.seed(job.placed(diary.job_id))
    admin = practice.person("admin")
    failed = job.model_copy(update={"state": JobState.FAILED}).placed(diary.job_id)
    practice.tenants.seed(failed)
    admin.call("jobs/retry_job", job_id=diary.job_id)
    assert wait_for(lambda: diary.reminders() == (1, 1) or None)
    assert diary.job.due_at == diary_due, "the one that was promised first"
