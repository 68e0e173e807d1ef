"""Reminding admins every day, for a week, of an account that waits for approval."""

from datetime import datetime, timedelta

from accounts.models import User
from core import jobs
from core.access import Status
from core.context import Context
from core.jobs import Job, JobKind
from core.units import UnitOfWork
from messaging.service import Audience, Notice, notify

#: How long an applicant waits before admins are reminded, and then again.
WAIT = timedelta(days=1)
#: After so long nobody is reminded any more: the list of pending accounts has it.
LAST = timedelta(days=7)


def promise(unit: UnitOfWork, ctx: Context, uid: str) -> None:
    """Record the job that looks whether somebody decided. One write."""
    path, due_at = User.path_for(uid), ctx.clock.now() + WAIT
    jobs.promise(unit, ctx, f"approval-{uid}", JobKind.APPROVAL_PENDING, path, due_at)


def remind(ctx: Context, job: Job) -> datetime | None:
    """Remind the admins of an account that waits; when to remind them again. A read, a write."""
    uid, now = job.subject_id, ctx.clock.now()

    def work(unit: UnitOfWork) -> User | None:
        user = unit.get(User, uid)
        if user is None or user.status is not Status.PENDING:
            return None
        notify(unit, ctx.store, ctx.clock, Audience.queue(), Notice.APPROVAL_PENDING, account=uid)
        return user

    waiting = ctx.store.run(work)
    if waiting is None:
        return None
    # Not since it was changed last: the person changes name and phone number meanwhile.
    asked_at = waiting.policy_accepted_at or waiting.created_at
    if now + WAIT > asked_at + LAST:
        return None
    return now + WAIT
