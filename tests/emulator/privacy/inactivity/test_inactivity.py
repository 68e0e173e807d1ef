"""Accounts that nobody uses: told by the month's review, and closed when they stay away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest

from core import firebase
from core.access import SYSTEM, Role, Status
from core.context import Context
from core.firebase import firestore_client
from core.jobs import Job, JobKind, JobState
from core.unknown import stored
from privacy.access_reviews import compilation
from privacy.data_requests import decisions
from privacy.data_requests.requests import ListRequests
from privacy.directory import SignIn
from privacy.erasure import tasks
from privacy.holds import register as holds
from privacy.identity import FirebaseAccounts
from privacy.inactivity import accounts as inactivity_accounts
from privacy.models import PrivacyRequest, RequestState
from tests.emulator.canary_fixture import CanaryFixture, holding
from tests.emulator.privacy.access_reviews.review_fixture import ReviewFixture
from tests.emulator.privacy.holds.hold_steps import hold_request, let_go
from tests.emulator.scans.intake.landing_steps import Instance
from tests.support import crashes, ids, privacy_records
from tests.support.crashes import CrashError
from tests.support.data_request_fixture import DataRequestFixture
from tests.support.moments import NOW, refused
from tests.support.projects import own_project
from tests.support.queries import ACTS_BY_NAME

DAY, SECOND = timedelta(days=1), timedelta(seconds=1)
#: Two years before the clocks of these tests.
LIMIT = datetime.fromisoformat("2024-05-04T09:30:00+00:00")
CLOSES = {"closes_at": (NOW + 30 * DAY).isoformat()}
TOLD = [("account_inactive", CLOSES)]


@pytest.fixture
def accounts() -> ReviewFixture:
    """Nobody yet."""
    return ReviewFixture()


def job_of(accounts: ReviewFixture, uid: str) -> Job | None:
    return accounts.ctx().store.get(Job, f"inactive-{uid}")


# --- the notice ----------------------------------------------------------------------------------


def test_who_was_not_seen_for_two_years_is_told(accounts: ReviewFixture) -> None:
    seen = accounts.join(used=LIMIT + SECOND, role=Role.OPERATOR)
    gone = accounts.join(used=LIMIT, role=Role.OPERATOR)
    accounts.look()
    assert accounts.notices(gone) == TOLD
    job = job_of(accounts, gone)
    assert job is not None
    assert (job.kind, job.subject) == (JobKind.ACCOUNT_INACTIVE, f"users/{gone}")
    assert (job.state, job.due_at) == (JobState.DUE, NOW + 30 * DAY)
    assert (accounts.notices(seen), job_of(accounts, seen)) == ([], None)
    (entry,) = accounts.ctx().store.find(ACTS_BY_NAME, "privacy.notice_inactive", limit=9)
    assert (entry.actor, entry.subject, entry.refs) == ("system", f"users/{gone}", {})


@pytest.mark.parametrize(("second", "told"), [("00", 1), ("01", 0)])
def test_years_are_counted_by_anniversaries(
    accounts: ReviewFixture, second: str, told: int
) -> None:
    """These two have 731 days, for one is a leap year."""
    accounts.clock.at = datetime.fromisoformat("2026-01-10T09:30:00+00:00")
    used = datetime.fromisoformat(f"2024-01-10T09:30:{second}+00:00")
    uid = accounts.join(used=used, role=Role.OPERATOR)
    compilation.review_access(accounts.ctx(), accounts)
    assert len(accounts.notices(uid)) == told


@pytest.mark.parametrize("status", Status)
def test_whatever_became_of_the_account(accounts: ReviewFixture, status: Status) -> None:
    gone = accounts.join(used=LIMIT, status=status)
    here = accounts.join(used=NOW, status=status)
    accounts.look()
    assert (accounts.notices(gone), accounts.notices(here)) == (TOLD, [])


def test_also_who_never_registered_or_never_came(accounts: ReviewFixture) -> None:
    nobody, never, lately = ids.uid(), ids.uid(), ids.uid()
    accounts.listed += [
        SignIn(nobody, {}, LIMIT, LIMIT),
        SignIn(never, {}, None, LIMIT),
        SignIn(lately, {}, None, LIMIT + SECOND),
    ]
    accounts.look()
    assert accounts.notices(nobody) == accounts.notices(never) == TOLD
    assert accounts.notices(lately) == []


def test_who_came_back_to_an_old_account_is_not_told(accounts: ReviewFixture) -> None:
    uid = ids.uid()
    accounts.listed.append(SignIn(uid, {}, NOW, LIMIT))
    accounts.look()
    assert accounts.notices(uid) == []


@pytest.mark.parametrize(
    ("state", "again"),
    [("due", False), ("failed", False), ("done", True), ("void", True)],
)
def test_once_for_each_time_away(accounts: ReviewFixture, state: str, *, again: bool) -> None:
    """While the promise stands they were told; once it was kept, they came back between."""
    uid = accounts.join(used=LIMIT, role=Role.OPERATOR)
    accounts.look()
    accounts.client.document(f"jobs/inactive-{uid}").update({"state": state})
    accounts.clock.at += 31 * DAY
    accounts.look()
    assert len(accounts.notices(uid)) == 1 + again


def test_nobody_is_told_under_a_hold(accounts: ReviewFixture) -> None:
    clinic = ids.document_id()
    person = accounts.join(used=LIMIT, role=Role.OPERATOR)
    member = accounts.join(used=LIMIT, role=Role.CLINIC, org=clinic)
    other = accounts.join(used=LIMIT, role=Role.OPERATOR)
    for subject in (f"users/{person}", f"clinics/{clinic}"):
        hold = privacy_records.hold(subject=subject)
        accounts.client.document(hold.path_for(hold.id)).set(stored(hold))
    accounts.look()
    assert accounts.notices(person) == accounts.notices(member) == []
    assert accounts.notices(other) == TOLD


def test_what_it_costs(accounts: ReviewFixture) -> None:
    for used in (LIMIT, LIMIT, NOW):
        accounts.join(used=used, role=Role.OPERATOR)
    ctx = accounts.ctx()
    inactivity_accounts.to_be_told(ctx, [])
    assert ctx.store.tally.reads == 0
    store = accounts.ctx().store
    accounts.look(store=store)
    # The review, three accounts, holds, two promises, the review anew, days of many links, the
    # newest seal of the audit; with the notice to the admins.
    assert (store.tally.reads, store.tally.writes) == (1 + 3 + 1 + 2 + 1 + 1 + 1, 3 + 2 * 3)


@pytest.mark.parametrize("committed", [False, True])
def test_an_instance_that_dies_tells_nobody_twice(
    accounts: ReviewFixture, *, committed: bool
) -> None:
    uid = accounts.join(used=LIMIT, role=Role.OPERATOR)
    with pytest.raises(crashes.CrashError):
        accounts.look(store=crashes.DyingStore(0, committed=committed, client=accounts.client))
    accounts.look()
    assert accounts.notices(uid) == TOLD


# --- the end -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Seen(FirebaseAccounts):
    """Firebase Auth, but somebody signed in, or was kept signed in, at some time."""

    by: str
    at: datetime

    def described(self, uid: str) -> dict[str, Any] | None:
        """Return what Auth holds, with that."""
        found = FirebaseAccounts.described(self, uid)
        return found and {**found, self.by: int(self.at.timestamp() * 1000)}


@dataclass
class House:
    """Where an account was told that it will be closed."""

    canaries: CanaryFixture
    data_requests: DataRequestFixture = field(init=False)

    def __post_init__(self) -> None:
        self.data_requests = DataRequestFixture(self.canaries.practice)

    @property
    def now(self) -> datetime:
        """What time it is."""
        return self.canaries.practice.clock.at

    def ctx(self) -> Context:
        """The system's surroundings."""
        return self.canaries.practice.as_caller(SYSTEM)

    def told(self, uid: str) -> Job:
        """Tell somebody two years and more after their account was made; the promise, due."""
        self.canaries.practice.clock.at = max(
            self.now, datetime.fromisoformat("2029-05-04T09:30:00+00:00")
        )
        ctx = self.ctx()
        ctx.store.run(lambda unit: inactivity_accounts.tell(unit, ctx, uid))
        self.canaries.practice.clock.at += 30 * DAY
        job = self.data_requests.job(f"inactive-{uid}")
        assert job is not None
        assert job.due_at == self.now
        return job

    def close(self, job: Job, accounts: FirebaseAccounts | None = None) -> datetime | None:
        """Keep the promise."""
        return inactivity_accounts.close(self.ctx(), accounts or FirebaseAccounts(), job)

    def requests(self, uid: str) -> list[PrivacyRequest]:
        """What was asked about an account, in order."""
        from google.cloud.firestore import FieldFilter

        query = firestore_client().collection("privacy_requests")
        found = query.where(filter=FieldFilter("uid", "==", uid)).get()
        return sorted((self.data_requests.of(each.id) for each in found), key=lambda r: r.asked_at)

    def erase(
        self,
        request: PrivacyRequest,
        accounts: FirebaseAccounts | None = None,
        instance: Instance | None = None,
    ) -> datetime | None:
        """Do what the job of a request does."""
        job = self.data_requests.job(f"privacy-{request.id}")
        assert job is not None
        assert job.due_at <= self.now
        eraser = self.canaries.eraser(self.canaries.patient_subject(), instance)
        return tasks.erase(eraser.ctx, eraser.blobs, accounts or FirebaseAccounts(), job)


@pytest.fixture(scope="module")
def canaries() -> CanaryFixture:
    """A clinic with its lab, which all tests of the module share."""
    return CanaryFixture()


@pytest.fixture
def house(canaries: CanaryFixture) -> House:
    """The canaries, told."""
    return House(canaries)


def test_who_stays_away_is_erased(house: House) -> None:
    token, uid = house.canaries.member(Role.OPERATOR)
    job = house.told(uid)
    for _ in range(2):
        assert house.close(job) == house.now + 31 * DAY
    (request,) = house.requests(uid)
    assert (request.state, request.authority) == (RequestState.COOLING_OFF, "retention")
    assert (request.asked_by, request.starts_at) == ("system", house.now)
    assert house.erase(request) is None
    assert house.data_requests.of(request.id).state is RequestState.DONE
    assert holding(house.canaries.dump(), token) == set()
    assert not firestore_client().document(f"users/{SYSTEM.uid}").collection("inbox").get()
    assert house.close(job) is None


def test_asking_costs_what_it_should(house: House) -> None:
    _, uid = house.canaries.member(Role.OPERATOR)
    job, ctx = house.told(uid), house.ctx()
    inactivity_accounts.close(ctx, FirebaseAccounts(), job)
    # Holds, the request of this time, one of the person's; request, two promises, entry.
    assert (ctx.store.tally.reads, ctx.store.tally.writes) == (3, 4)


@pytest.mark.parametrize("by", ["last_sign_in_at", "last_refresh_at"])
def test_who_came_back_is_left_alone(house: House, by: str) -> None:
    _, uid = house.canaries.member(Role.OPERATOR)
    job = house.told(uid)
    assert house.close(job, Seen(by, house.now - DAY)) is None
    assert house.requests(uid) == []
    assert house.close(job, Seen(by, house.now - 800 * DAY)) is not None
    assert len(house.requests(uid)) == 1


def test_who_comes_back_before_it_begins_is_left_alone(house: House) -> None:
    """The queue may stand still for days."""
    token, uid = house.canaries.member(Role.OPERATOR)
    house.close(house.told(uid))
    (request,) = house.requests(uid)
    before = holding(house.canaries.dump(), token)
    assert house.erase(request, Seen("last_refresh_at", house.now)) is None
    assert house.data_requests.of(request.id).state is RequestState.WITHDRAWN
    assert holding(house.canaries.dump(), token) == before
    deadline = house.data_requests.job(f"deadline-{request.id}")
    assert deadline is not None
    assert deadline.state is JobState.VOID
    assert house.erase(request) is None
    assert FirebaseAccounts().described(uid)


def test_what_somebody_asked_for_is_not_taken_back_by_using_the_account(house: House) -> None:
    token, uid = house.canaries.member(Role.OPERATOR)
    request_id = house.data_requests.erase(token)
    house.canaries.practice.clock.at += 8 * DAY
    assert (
        house.erase(house.data_requests.of(request_id), Seen("last_refresh_at", house.now)) is None
    )
    assert house.data_requests.of(request_id).state is RequestState.DONE
    assert not FirebaseAccounts().described(uid)


def test_who_asked_for_it_already_is_not_asked_about(house: House) -> None:
    token, uid = house.canaries.member(Role.OPERATOR)
    own = house.data_requests.erase(token)
    job = house.told(uid)
    assert house.close(job) == house.now + 31 * DAY
    assert [request.id for request in house.requests(uid)] == [own]
    house.data_requests.cancel(own, token)
    house.close(job)
    assert len(house.requests(uid)) == 2


def test_what_stands_against_it_is_said_and_looked_at_again(house: House) -> None:
    token, uid = house.canaries.member(Role.CLINIC)
    clinic = firestore_client().document(f"clinics/{house.canaries.practice.tenants.clinic}")
    before = (clinic.get().to_dict() or {})["owners"]
    clinic.update({"owners": [uid]})
    firestore_client().document(f"users/{uid}").update({"owner": True})
    job = house.told(uid)
    again = house.close(job)
    (request,) = house.requests(uid)
    assert house.erase(request) is None
    after = house.data_requests.of(request.id)
    assert (after.state, after.reasons[0]) == (RequestState.REFUSED, "last-owner")
    form = ListRequests(state=RequestState.REFUSED, limit=100)
    rows = decisions.list_requests(house.data_requests.ctx("admin"), form).requests
    assert request.id in {row.request_id for row in rows}
    assert house.data_requests.steps(token) == [], "the notice said all there is to do"
    assert FirebaseAccounts().described(uid)
    house.close(job)  # an alarm that rings twice
    assert [each.id for each in house.requests(uid)] == [request.id]

    clinic.update({"owners": before})
    assert again is not None
    house.canaries.practice.clock.at = again
    house.close(job.model_copy(update={"due_at": again}).placed(job.id))
    _, second = house.requests(uid)
    assert house.erase(second) is None
    assert house.data_requests.of(second.id).state is RequestState.DONE


def test_under_a_hold_nothing_is_asked_for(house: House) -> None:
    _, uid = house.canaries.member(Role.OPERATOR)
    job = house.told(uid)
    hold_id = holds.set_hold(house.data_requests.ctx("admin"), hold_request(f"users/{uid}")).hold_id
    assert house.close(job) == house.now + DAY
    assert house.requests(uid) == []
    let_go(hold_id)
    house.close(job)
    assert len(house.requests(uid)) == 1


def test_who_is_held_when_it_would_begin_may_take_it_back(house: House) -> None:
    token, uid = house.canaries.member(Role.OPERATOR)
    house.close(house.told(uid))
    (request,) = house.requests(uid)
    hold_id = holds.set_hold(house.data_requests.ctx("admin"), hold_request(f"users/{uid}")).hold_id
    assert house.erase(request) == house.now + DAY
    assert house.data_requests.of(request.id).reasons == ["legal-hold"]
    assert house.data_requests.cancel(request.id, token) == "withdrawn"
    let_go(hold_id)


# --- the last admin ------------------------------------------------------------------------------


def with_auth(house: House, name: str, **standing: Any) -> str:
    """An admin who can sign in; the uid."""
    from firebase_admin import auth

    uid = house.canaries.practice.join(name, Role.ADMIN, **standing)
    auth.create_user(uid=uid, email=ids.email(), app=firebase.app())
    return uid


@pytest.fixture
def admins() -> Iterator[tuple[House, str, str]]:
    """A project with two admins."""
    with own_project("admins"):
        house = House(CanaryFixture())
        firestore_client().document(f"users/{house.canaries.practice.uid('admin')}").delete()
        with_auth(house, "third", status=Status.SUSPENDED)
        yield house, with_auth(house, "first"), with_auth(house, "second")


def status_of(uid: str) -> str:
    return str((firestore_client().document(f"users/{uid}").get().to_dict() or {}).get("status"))


def test_the_last_admin_stays(admins: tuple[House, str, str]) -> None:
    """Also of two whose turn comes at once: the first one is shut out as soon as it begins."""
    house, first, second = admins
    jobs = [house.told(first)]
    ctx = house.ctx()
    ctx.store.run(lambda unit: inactivity_accounts.tell(unit, ctx, second))
    found = house.data_requests.job(f"inactive-{second}")
    assert found is not None
    house.close(jobs[0])
    house.close(found)
    (one,), (other,) = house.requests(first), house.requests(second)
    with pytest.raises(CrashError):
        house.erase(one, instance=Instance(at=0, after=True))
    assert (status_of(first), status_of(second)) == ("suspended", "active")
    assert house.erase(other) is None
    after = house.data_requests.of(other.id)
    assert (after.state, after.reasons) == (RequestState.REFUSED, ["last-admin"])
    assert house.erase(one) is None
    assert not FirebaseAccounts().described(first)
    assert FirebaseAccounts().described(second)


def test_the_last_admin_cannot_ask_for_it_either(admins: tuple[House, str, str]) -> None:
    house, first, _ = admins
    house.data_requests.cancel(house.data_requests.erase("first"), "first")
    firestore_client().document(f"users/{first}").update({"status": "suspended"})
    refused(lambda: house.data_requests.erase("second"), "erasure-blocked", blocks=["last-admin"])
    house.data_requests.erase("first")
