"""Digests: what waits for any of the admins, told to each as often as the admin prefers."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from google.cloud.firestore import DELETE_FIELD, Client

from core.access import Role
from core.jobs import Job, JobKind
from jobs.handlers import HANDLERS, Beside
from messaging import announcements, delivery
from messaging.catalogue import HEARD_BY
from messaging.models import Addressee, Audience, Digest, InboxItem, Notice, Preferences
from messaging.wording import Wording
from tests.support import ids, messages, tokens
from tests.support.account_records import Tenants, snapshot
from tests.support.audience_fixture import LEAVING, AudienceFixture
from tests.support.moments import NOW
from tests.support.own_database import OwnDatabase
from tools.client import CallError

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
#: NOW is 9:30 in UTC and 15:00 in India; the next morning there begins at 3:30 in UTC.
HOUR_ENDS = datetime.fromisoformat("2026-05-04T10:00:00+00:00")
MORNING = datetime.fromisoformat("2026-05-05T03:30:00+00:00")


@pytest.fixture
def office(empty: Client) -> AudienceFixture:
    """Admins without any, at first; in a database of the test's own."""
    return AudienceFixture(empty)


def asks(office: AudienceFixture, visit: str = "v1") -> None:
    """A visit is asked for, and that is sent."""
    office.told(Audience.queue(), Notice.VISIT_REQUESTED, visit=visit)


def jobs(office: AudienceFixture) -> dict[str, datetime]:
    """The digests that are recorded, and when they are due."""
    found = office.client.collection("jobs").get()
    return {each.id: each.get("due_at") for each in found if each.get("kind") == "digest"}


# --- how often -----------------------------------------------------------------------------------


def test_who_said_nothing_hears_at_the_end_of_the_hour(office: AudienceFixture) -> None:
    uid = office.join(Role.ADMIN)
    asks(office)
    office.clock.at += 20 * MINUTE
    asks(office, "v2")
    assert office.heard() == {}
    office.digest(HOUR_ENDS, visits=2, tickets=1)
    (item,) = office.items(uid)
    assert item.kind is Notice.QUEUE_WAITING
    assert item.refs == {"visits": "2", "accounts": "0", "tickets": "1"}
    assert office.clock.at == HOUR_ENDS
    office.digest(MORNING, visits=2)
    assert len(office.items(uid)) == 1, "the day's is for others"


def test_by_day_it_comes_in_the_morning(office: AudienceFixture) -> None:
    uid = office.join(Role.ADMIN)
    office.prefer(uid, Digest.DAILY)
    asks(office)
    office.digest(MORNING - MINUTE, visits=1)
    assert office.heard() == {}
    office.digest(MORNING, visits=1)
    assert office.heard() == {uid: [Notice.QUEUE_WAITING]}


def test_at_once_the_first_comes_by_itself_and_many_as_one(office: AudienceFixture) -> None:
    uid, other = office.join(Role.ADMIN), office.join(Role.ADMIN)
    office.prefer(uid, Digest.AT_ONCE)
    asks(office)
    office.digest(NOW, visits=1)
    (first,) = office.items(uid)
    assert (first.kind, first.refs) == (Notice.VISIT_REQUESTED, {"visit": "v1"})
    for n in range(10):
        office.clock.at += timedelta(seconds=10)
        asks(office, f"w{n}")
        office.digest(office.clock.at, visits=2 + n)
    assert len(office.items(uid)) == 1
    office.digest(NOW + 5 * MINUTE, visits=11)
    assert [item.kind for item in office.items(uid)] == [first.kind, Notice.QUEUE_WAITING]
    assert office.items(uid)[1].refs["visits"] == "11"
    assert office.items(other) == []
    office.clock.at = NOW + 20 * MINUTE
    asks(office, "later")
    office.digest(office.clock.at, visits=12)
    assert office.items(uid)[2].refs == {"visit": "later"}


@pytest.mark.parametrize("digest", list(Digest))
def test_where_nothing_waits_any_more_nobody_hears(office: AudienceFixture, digest: Digest) -> None:
    uid = office.join(Role.ADMIN)
    office.prefer(uid, digest)
    asks(office)
    assert office.digest(MORNING)
    assert office.heard() == {}
    office.clock.at = MORNING + HOUR
    asks(office, "v2")
    office.digest(visits=1)
    assert list(office.heard()) == [uid]


@pytest.mark.parametrize("digest", list(Digest))
@pytest.mark.parametrize("way", sorted(LEAVING))
def test_who_is_no_admin_any_more_hears_nothing(
    office: AudienceFixture, digest: Digest, way: str
) -> None:
    gone, stays = office.join(Role.ADMIN), office.join(Role.ADMIN)
    for uid in (gone, stays):
        office.prefer(uid, digest)
    asks(office)
    office.leave(gone, way)
    office.digest(visits=1)
    assert list(office.heard()) == [stays]


QUEUED = {
    Notice.VISIT_REQUESTED: {"visit": "v1"},
    Notice.APPROVAL_PENDING: {"account": "u1"},
    Notice.TICKET_WAITING: {"ticket": "t1"},
    Notice.PAYOUT_REQUESTED: {"payout": "p1"},
}


def test_every_kind_that_waits_is_among_these() -> None:
    assert {kind for kind in Notice if Addressee.QUEUE in HEARD_BY[kind]} == set(QUEUED)


@pytest.mark.parametrize(("kind", "refs"), QUEUED.items())
def test_whatever_waits_is_told(
    office: AudienceFixture, kind: Notice, refs: dict[str, str]
) -> None:
    hourly, at_once = office.join(Role.ADMIN), office.join(Role.ADMIN)
    office.prefer(at_once, Digest.AT_ONCE)
    office.told(Audience.queue(), kind, **refs)
    office.digest(HOUR_ENDS, visits=1)
    assert office.heard() == {hourly: [Notice.QUEUE_WAITING], at_once: [kind]}
    (item,) = office.items(at_once)
    assert item.refs == refs


def test_a_digest_that_runs_twice_is_one(office: AudienceFixture) -> None:
    uid = office.join(Role.ADMIN)
    asks(office)
    (job_id,) = office.digest(HOUR_ENDS, visits=1)
    found = office.client.document(f"jobs/{job_id}").get()
    job = Job.model_validate(found.to_dict(), extra="allow").placed(job_id)
    office.run(job, visits=1)
    office.deliver()
    office.run(job, visits=1)
    office.deliver()
    assert (len(office.items(uid)), office.mailed()) == (1, [uid])


def test_the_last_of_many_admins_hears_as_often_as_it_prefers(office: AudienceFixture) -> None:
    *others, last = sorted(office.join(Role.ADMIN) for _ in range(ADMINS + 1))
    for uid in others:
        office.prefer(uid, Digest.DAILY)
    office.clock.at = HOUR_ENDS
    asks(office, "v1")
    office.digest(HOUR_ENDS + HOUR, visits=1)
    assert set(office.heard()) == {last}


# --- what it costs -------------------------------------------------------------------------------

VISITS, ADMINS = 200, 20


def test_two_hundred_visits_in_an_hour_are_one_notice_for_each_admin(
    office: AudienceFixture,
) -> None:
    """Before, they were 4,000 inbox documents and as many e-mails."""
    uids = [office.join(Role.ADMIN) for _ in range(ADMINS)]
    office.clock.at = begins = HOUR_ENDS
    reads = writes = 0
    for n in range(VISITS):
        office.clock.at = begins + n * HOUR / VISITS
        office.notify(Audience.queue(), Notice.VISIT_REQUESTED, visit=f"v{n}")
        (found,) = office.client.collection("notices").get()
        store = office.store
        announcements.send(store, office.clock, found.id)
        reads, writes = reads + store.tally.reads, writes + store.tally.writes
    assert len(jobs(office)) == 2, "one for the hour, one for the day"
    assert (reads, writes) == (4 * VISITS, VISITS + 2)
    (hour,) = office.digest(begins + HOUR, visits=VISITS)
    assert {uid: len(kinds) for uid, kinds in office.heard().items()} == dict.fromkeys(uids, 1)
    office.deliver()
    assert office.mailed() == sorted(uids)
    found = office.client.document(f"jobs/{hour}").get()
    job = Job.model_validate(found.to_dict(), extra="allow").placed(hour)
    tally = office.run(job, visits=VISITS)
    assert (tally.reads, tally.writes) == (2 * ADMINS, ADMINS)


def test_one_admin_who_hears_at_once_adds_a_notice_every_five_minutes(
    office: AudienceFixture,
) -> None:
    uid = office.join(Role.ADMIN)
    office.prefer(uid, Digest.AT_ONCE)
    office.clock.at = begins = HOUR_ENDS
    for n in range(60):
        office.clock.at = begins + n * MINUTE
        asks(office, f"v{n}")
        office.digest(office.clock.at, visits=n + 1)
    assert len(office.items(uid)) <= 60 // 5 + 1
    assert len(office.items(uid)) >= 60 // 5


# --- how it arrives ------------------------------------------------------------------------------


def test_a_later_digest_takes_the_place_of_an_earlier_one_on_the_device(
    office: AudienceFixture,
) -> None:
    uid = office.join(Role.ADMIN)
    office.phone(uid)
    for n in range(2):
        asks(office, f"v{n}")
        office.digest(office.clock.at + HOUR, visits=n + 1)
        office.deliver()
    tags = {str(sent["android"]["notification"]["tag"]) for sent in office.fcm.sent}  # type: ignore[index]
    apple = {str(sent["apns"]["headers"]["apns-collapse-id"]) for sent in office.fcm.sent}  # type: ignore[index]
    assert (len(office.fcm.sent), tags, apple) == (2, {"queue_waiting"}, {"queue_waiting"})


def test_of_the_nights_digests_the_last_is_pushed_in_the_morning(office: AudienceFixture) -> None:
    """From 21:00 to 7:00 in India; the e-mails come all the same."""
    uid = office.join(Role.ADMIN)
    office.phone(uid)
    office.clock.at = night = datetime.fromisoformat("2026-05-04T18:00:00+00:00")
    for n in range(3):
        office.clock.at = night + n * HOUR
        asks(office, f"v{n}")
        office.digest(office.clock.at + HOUR, visits=n + 1)
        office.deliver()
    assert (office.mailed(), office.fcm.sent) == ([uid] * 3, [])
    waiting = [j for j in office.client.collection("jobs").get() if j.get("kind") == "push_later"]
    (job,) = waiting
    last = office.items(uid)[-1]
    assert job.get("subject") == f"users/{uid}/inbox/{last.id}"
    office.clock.at = job.get("due_at")
    delivery.push_later(office.store, office.clock, office.fcm, uid, last.id)
    (sent,) = office.fcm.sent
    assert sent["data"]["visits"] == "3"  # type: ignore[index]


def test_words_say_how_much_waits() -> None:
    refs = {"visits": "12", "accounts": "3", "tickets": "1"}
    item = InboxItem(kind=Notice.QUEUE_WAITING, refs=refs, sent_at=NOW).placed("u", "i")
    for language in ("en", "hi"):
        said = Wording(Preferences.model_validate({"language": language})).said(item)
        assert all(count in said.body for count in refs.values())


# --- what is counted -----------------------------------------------------------------------------


def _digest_of(database: OwnDatabase) -> dict[str, str]:
    """Run the handler that the job has; what an admin is told."""
    handler = HANDLERS[JobKind.DIGEST]
    assert isinstance(handler, Beside)
    job = Job(kind="digest", subject="digests/hourly", due_at=NOW, wakes_at=NOW).placed("d1")
    handler.keep(database.ctx(), job)
    found = [each.to_dict() for each in database.client.collection_group("inbox").get()]
    return found[0]["refs"] if found else {}


@pytest.mark.parametrize(
    ("collection", "state", "counted"),
    [
        ("visits", "requested", "visits"),
        ("visits", "declined", "visits"),
        ("visits", "rescheduled", "visits"),
        ("visits", "assigned", None),
        ("visits", "cancelled", None),
        ("users", "pending", "accounts"),
        ("users", "rejected", None),
        ("tickets", "open", "tickets"),
        ("tickets", "answered", None),
        ("tickets", "closed", None),
        ("payouts", "requested", "payouts"),
        ("payouts", "endorsed", "payouts"),
        ("payouts", "approved", None),
    ],
)
def test_what_waits_is_counted(collection: str, state: str, counted: str | None) -> None:
    database = OwnDatabase()
    AudienceFixture(database.client).join(Role.ADMIN)
    field = "status" if collection == "users" else "state"
    database.client.document(f"{collection}/{ids.document_id()}").set({field: state})
    none = {"visits": "0", "accounts": "0", "tickets": "0", "payouts": "0"}
    assert _digest_of(database) == ({**none, counted: "1"} if counted else {})


# --- what admins choose --------------------------------------------------------------------------


@pytest.mark.deployed
def test_an_admin_chooses_how_often() -> None:
    admin = tokens.enrolled(Tenants().join(Role.ADMIN))
    admin.call("messaging/set_preferences", digest="daily")
    assert snapshot(f"preferences/{admin.uid}").get("digest") == "daily"
    admin.call("messaging/set_preferences")
    assert snapshot(f"preferences/{admin.uid}").get("digest") == "hourly"


@pytest.mark.deployed
@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMIN])
def test_nobody_but_admins_says_how_often(role: Role) -> None:
    """Else so many could ask to hear at once that no admin among them is looked at."""
    person = tokens.enrolled(Tenants().join(role))
    person.call("messaging/set_preferences", language="hi")
    before = snapshot(f"preferences/{person.uid}")
    with pytest.raises(CallError) as caught:
        person.call("messaging/set_preferences", language="en", digest="at_once")
    assert caught.value.reason == "digest-for-admins"
    after = snapshot(f"preferences/{person.uid}")
    assert (after.to_dict(), after.update_time) == (before.to_dict(), before.update_time)


def test_preferences_from_before_there_were_digests_are_hourly(office: AudienceFixture) -> None:
    uid = office.join(Role.ADMIN)
    office.prefer(uid, Digest.DAILY)
    office.client.document(f"preferences/{uid}").update({"digest": DELETE_FIELD})
    asks(office)
    office.digest(HOUR_ENDS, visits=1)
    assert list(office.heard()) == [uid]
    assert messages.preferences(uid).digest is Digest.HOURLY
