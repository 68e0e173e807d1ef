"""A digest tells an admin what waits for any of the admins, as often as this one prefers.

That something waits is one job for each frequency and stretch of time, however much it is: the id
of the job is made of both. When the job is due it is counted what waits then, and where nothing
does any more nobody hears. Who is to hear at once hears of the first thing by itself, and of what
follows within some minutes by one digest at their end.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta

from core import jobs
from core.access import Role, Standing
from core.clock import day_of, start_of
from core.context import Context
from core.jobs import Job, JobKind
from core.queries import Query
from core.units import UnitOfWork
from messaging import audiences
from messaging.ids import derived_id
from messaging.models import Announcement, Digest, HeardAs, InboxItem, Notice, Preferences

#: Who hears at once hears no more often than this.
AT_ONCE = timedelta(minutes=5)
HOURLY = timedelta(hours=1)
#: When the digests of a day come, in India: as work begins.
DAILY = time(9)

PREFERRING = Query(Preferences, where=(("digest", "=="),))

#: The document that each kind is about, by the ref that names it.
_ABOUT = {
    Notice.VISIT_REQUESTED: ("visits", "visit"),
    Notice.APPROVAL_PENDING: ("users", "account"),
    Notice.TICKET_WAITING: ("tickets", "ticket"),
    Notice.PAYOUT_REQUESTED: ("payouts", "payout"),
}
_KINDS = {collection: (kind, ref) for kind, (collection, ref) in _ABOUT.items()}


def arrange(unit: UnitOfWork, ctx: Context, found: Announcement) -> None:
    """Record the jobs that tell the admins of what waits, unless they are there.

    Three reads, and two more where an admin wants to hear at once; a write for each job that is
    new. In an hour that is one job, in a day one more.
    """
    now = ctx.clock.now()
    wanted = {Digest.HOURLY: _hour_after(now), Digest.DAILY: _morning_after(now)}
    missing = [
        (_job_id(digest, due_at), f"digests/{digest}", due_at)
        for digest, due_at in wanted.items()
        if unit.get(Job, _job_id(digest, due_at)) is None
    ]
    if ctx.store.find(PREFERRING, Digest.AT_ONCE, limit=1):
        missing += _at_once(unit, now, found)
    for job_id, subject, due_at in missing:
        jobs.promise(unit, ctx, job_id, JobKind.DIGEST, subject, due_at)


def send(ctx: Context, job: Job, waiting: Mapping[str, int]) -> None:
    """Run the job: tell those admins who want to hear this often how much waits.

    A read for each active admin and one for the preferences, of `audiences.MOST_ADMINS` at most; a
    write for each who is told. Again, it writes the same notices.
    """
    if not any(waiting.values()):
        return
    collection, _, subject = job.subject.partition("/")
    if collection in _KINDS:
        kind, ref = _KINDS[collection]
        digest, refs = Digest.AT_ONCE, {ref: subject}
    else:
        kind, digest = Notice.QUEUE_WAITING, Digest(subject)
        refs = {name: str(count) for name, count in waiting.items()}
    uids = _preferring(ctx, digest)
    item = InboxItem(
        kind=kind, refs=refs, sent_at=ctx.clock.now(), heard_as=HeardAs(role=Role.ADMIN)
    )

    def work(unit: UnitOfWork) -> None:
        for uid in uids:
            unit.put(item, uid, derived_id(job.id, uid))

    ctx.store.run(work)


def _at_once(
    unit: UnitOfWork, now: datetime, found: Announcement
) -> list[tuple[str, str, datetime]]:
    """Return the job that tells at once, or the one at the end of the minutes that have begun."""
    begun = _floor(now, AT_ONCE)
    ends = begun + AT_ONCE
    first, next_ = _job_id(Digest.AT_ONCE, begun), _job_id(Digest.AT_ONCE, ends)
    if unit.get(Job, first) is None:
        collection, ref = _ABOUT[found.kind]
        return [(first, f"{collection}/{found.refs[ref]}", now)]
    if unit.get(Job, next_) is None:
        return [(next_, f"digests/{Digest.AT_ONCE}", ends)]
    return []


def _preferring(ctx: Context, digest: Digest) -> list[str]:
    """Return the active admins who want to hear this often."""
    store = ctx.store
    if digest is Digest.AT_ONCE:
        chose: list[Preferences] = store.find(PREFERRING, digest, limit=audiences.MOST_ADMINS)
        standings = store.several(Standing, *(each.id for each in chose))
        admin = HeardAs(role=Role.ADMIN)
        return [at.id for at in standings if at is not None and audiences.fits(at, admin)]
    uids = audiences.active_admins(store, audiences.MOST_ADMINS)
    preferences = store.several(Preferences, *uids)
    return [
        uid
        for uid, chosen in zip(uids, preferences, strict=True)
        if (chosen or Preferences()).digest is digest
    ]


def _job_id(digest: Digest, at: datetime) -> str:
    return f"digest-{digest}-{at:%Y%m%dT%H%M}"


def _floor(at: datetime, span: timedelta) -> datetime:
    return at - (at - datetime.fromtimestamp(0, UTC)) % span


def _hour_after(now: datetime) -> datetime:
    return _floor(now, HOURLY) + HOURLY


def _morning_after(now: datetime) -> datetime:
    """Return the next morning that is to come."""
    today, morning = day_of(now), timedelta(hours=DAILY.hour)
    at = start_of(today) + morning
    return at if at > now else start_of(today + timedelta(days=1)) + morning
