"""The handlers of jobs: a function for each kind, in one table.

Each imports the service that does the work when it is called: an instance loads the packages of
the jobs that it runs, and no others.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from core.context import Context
from core.jobs import Job, JobKind
from core.units import UnitOfWork


@dataclass(frozen=True)
class Inside:
    """Acts in the job's own transaction: what it writes and the job's state are one commit.

    `keep` returns when the job is due again, or None where it is done.
    """

    keep: Callable[[UnitOfWork, Context, Job], datetime | None]


@dataclass(frozen=True)
class Beside:
    """Acts on its own, before the job's state is written: it may run again, and must not mind.

    `keep` returns as that of `Inside` does.
    """

    keep: Callable[[Context, Job], datetime | None]


def _approval_pending(ctx: Context, job: Job) -> datetime | None:
    from accounts import service

    return service.remind_of_approval(ctx, job)


def _order_follow_up(unit: UnitOfWork, ctx: Context, job: Job) -> None:
    from labs import service

    service.follow_up_order(unit, ctx, job)


def _push_later(ctx: Context, job: Job) -> datetime | None:
    from messaging import service

    return service.push_later(ctx, job)


def _case_idle(unit: UnitOfWork, ctx: Context, job: Job) -> datetime | None:
    from scans import service

    return service.close_idle_case(unit, ctx, job)


def _visit_reminder(unit: UnitOfWork, ctx: Context, job: Job) -> datetime | None:
    from scans import service

    return service.remind_of_visit(unit, ctx, job)


def _lost_operator(unit: UnitOfWork, ctx: Context, job: Job) -> datetime | None:
    from scans import service

    return service.release_visits(unit, ctx, job)


def _erase_after_withdrawal(ctx: Context, job: Job) -> datetime | None:
    from privacy import service

    return service.erase_after_withdrawal(ctx, job)


def _erasure(ctx: Context, job: Job) -> datetime | None:
    from privacy import service

    return service.erase(ctx, job)


def _correction(ctx: Context, job: Job) -> None:
    from privacy import service

    service.correct_what_is_under_way(ctx, job)


def _disclosure(ctx: Context, job: Job) -> datetime | None:
    from privacy import service

    return service.look_after_disclosure(ctx, job)


def _export(ctx: Context, job: Job) -> datetime | None:
    from privacy import service

    return service.export(ctx, job)


def _export_expiry(ctx: Context, job: Job) -> datetime | None:
    from privacy import service

    return service.take_export_away(ctx, job)


def _account_inactive(ctx: Context, job: Job) -> datetime | None:
    from privacy import service

    return service.close_inactive(ctx, job)


def _rights_deadline(unit: UnitOfWork, ctx: Context, job: Job) -> datetime | None:
    from privacy import service

    return service.remind_of_deadline(unit, ctx, job)


def _retain(ctx: Context, job: Job) -> datetime | None:
    from privacy import service

    return service.retain(ctx, job)


def _erasure_ends(ctx: Context, job: Job) -> datetime | None:
    from privacy import service

    return service.end_erasure(ctx, job)


def _erasure_look(ctx: Context, job: Job) -> datetime | None:
    from privacy import service

    return service.look_again(ctx, job)


def _digest(ctx: Context, job: Job) -> None:
    from support import service

    service.send_digest(ctx, job)


#: By the kind as a job's document names it: one of a later version of the code is not here.
HANDLERS: Mapping[str, Inside | Beside] = {
    JobKind.APPROVAL_PENDING: Beside(_approval_pending),
    JobKind.ORDER_FOLLOW_UP: Inside(_order_follow_up),
    JobKind.PUSH_LATER: Beside(_push_later),
    JobKind.CASE_IDLE: Inside(_case_idle),
    JobKind.VISIT_REMINDER: Inside(_visit_reminder),
    JobKind.LOST_OPERATOR: Inside(_lost_operator),
    JobKind.ERASE_AFTER_WITHDRAWAL: Beside(_erase_after_withdrawal),
    JobKind.ERASURE: Beside(_erasure),
    JobKind.CORRECTION: Beside(_correction),
    JobKind.DISCLOSURE: Beside(_disclosure),
    JobKind.EXPORT: Beside(_export),
    JobKind.EXPORT_EXPIRY: Beside(_export_expiry),
    JobKind.ACCOUNT_INACTIVE: Beside(_account_inactive),
    JobKind.RIGHTS_DEADLINE: Inside(_rights_deadline),
    JobKind.RETAIN: Beside(_retain),
    JobKind.ERASURE_ENDS: Beside(_erasure_ends),
    JobKind.ERASURE_LOOK: Beside(_erasure_look),
    JobKind.DIGEST: Beside(_digest),
}
