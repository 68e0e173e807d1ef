"""Accounts that nobody uses: their holders are told, and the accounts closed.

One job for each account does all of it. It stands from the notice until somebody signs in or
nothing is left: while it stands, nobody is told a second time.
"""

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta

from accounts.models import User
from core import audit, jobs, settings
from core.clock import months_later
from core.context import Context
from core.jobs import Job, JobKind, JobState
from core.units import UnitOfWork
from messaging.service import Notice, notify
from privacy.data_requests import submission
from privacy.data_requests.states import OPEN
from privacy.directory import SignIn, moment
from privacy.holds import register
from privacy.identity import AuthAccounts
from privacy.inventory.subjects import DataSubject
from privacy.models import Authority, PrivacyRequest, RequestKind

#: What stands against a closing is looked at again so much later: the next review has been by then.
AGAIN = timedelta(days=31)
#: Under a legal hold, as any erasure.
DAY = timedelta(days=1)

_STANDING = frozenset({JobState.DUE, JobState.FAILED})


def unused(ctx: Context, *used: datetime | None) -> bool:
    """Tell whether the last of some uses is too long ago; not, where none is known."""
    last = max((at for at in used if at is not None), default=None)
    months = settings.INACTIVE_MONTHS.value
    return last is not None and months_later(last, months) <= ctx.clock.now()


def to_be_told(ctx: Context, page: Sequence[tuple[SignIn, User | None]]) -> list[str]:
    """Return those of a page of accounts that nobody uses and that have not been told of it.

    A read for each that nobody uses and one for all, none where there is none; under a legal hold
    is nobody told.
    """
    found = [
        (account.uid, user)
        for account, user in page
        if unused(ctx, account.last_active, account.created_at)
    ]
    if not found:
        return []
    held = register.held(ctx)
    promises = ctx.store.several(Job, *(_job_id(uid) for uid, _ in found))
    return [
        uid
        for (uid, user), job in zip(found, promises, strict=True)
        if not (job and job.state in _STANDING) and not _is_held(held, uid, user)
    ]


def tell(unit: UnitOfWork, ctx: Context, uid: str) -> None:
    """Tell somebody until when to sign in, and record the job that looks then. Three writes."""
    closes_at = ctx.clock.now() + timedelta(days=settings.INACTIVE_NOTICE_DAYS.value)
    when, path = closes_at.isoformat(), User.path_for(uid)
    notify(unit, ctx.store, ctx.clock, uid, Notice.ACCOUNT_INACTIVE, closes_at=when)
    jobs.promise(unit, ctx, _job_id(uid), JobKind.ACCOUNT_INACTIVE, path, closes_at)
    audit.record(unit, ctx, "privacy.notice_inactive", path)


def close(ctx: Context, accounts: AuthAccounts, job: Job) -> datetime | None:
    """Run the job: ask for the erasure of an account that nobody has used since.

    It begins at once, unless something stands against it: then its request says what, and another
    one is made a month later. One read, one more and five writes where it is asked for.
    """
    uid = job.subject_id
    if not still_unused(ctx, accounts, uid):
        return None
    subject = DataSubject.user(uid)
    if register.forbids(ctx, subject):
        return ctx.clock.now() + DAY
    ctx.store.run(lambda unit: _ask(unit, ctx, subject, job))
    return ctx.clock.now() + AGAIN


def still_unused(ctx: Context, accounts: AuthAccounts, uid: str) -> bool:
    """Ask Auth whether an account is there and nobody has used it; no read."""
    found = accounts.described(uid)
    if found is None:
        return False
    return unused(
        ctx, *(moment(found[at]) for at in ("created_at", "last_sign_in_at", "last_refresh_at"))
    )


def _ask(unit: UnitOfWork, ctx: Context, subject: DataSubject, job: Job) -> None:
    """Ask, once each time that the job is due, unless the person did."""
    due = f"{job.id}/{job.due_at.isoformat()}"
    request_id = hashlib.sha256(due.encode()).hexdigest()[:40]
    if unit.get(PrivacyRequest, request_id) is not None:
        return
    if unit.find(submission.OPEN_OF, subject.path, RequestKind.ERASURE, sorted(OPEN), limit=1):
        return
    now = ctx.clock.now()
    request = submission.made(ctx, subject, Authority.RETENTION, RequestKind.ERASURE, starts_at=now)
    submission.asked(unit, ctx, request.placed(request_id), now)


def _is_held(held: register.HoldsInForce, uid: str, user: User | None) -> bool:
    if not held:
        return False
    return User.path_for(uid) in held.paths or (user is not None and held.covers(user))


def _job_id(uid: str) -> str:
    return f"inactive-{uid}"
