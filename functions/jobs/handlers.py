"""Who keeps which promise: for each kind of job the service of a package, loaded when needed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from typing import Any, cast

from core.context import Context
from core.jobs import Job, JobKind
from core.store import Unit

#: Acts in the job's own transaction: what it writes and the job's state are one commit. Returns
#: when the job is due again, or None where the promise is kept.
Inside = Callable[[Unit, Context, Job], datetime | None]
#: Acts on its own, before the job's state is written: it may run again, and must not mind.
Beside = Callable[[Context, Job], datetime | None]


@dataclass(frozen=True)
class Handler:
    """A function of a package's service; `inside` tells which of the two forms it has."""

    package: str
    function: str
    inside: bool = True

    def load(self) -> Any:  # noqa: ANN401
        """Return the function, and load its package."""
        return getattr(import_module(f"{self.package}.service"), self.function)


HANDLERS: dict[str, Handler] = {
    JobKind.APPROVAL_PENDING: Handler("accounts", "remind_of_approval", inside=False),
    JobKind.ORDER_FOLLOW_UP: Handler("labs", "follow_up_order"),
    JobKind.PUSH_LATER: Handler("messaging", "push_later", inside=False),
    JobKind.CASE_IDLE: Handler("scans", "close_idle_case"),
    JobKind.VISIT_REMINDER: Handler("scans", "remind_of_visit"),
    JobKind.ERASE_AFTER_WITHDRAWAL: Handler("privacy", "erase_after_withdrawal", inside=False),
    JobKind.ERASURE: Handler("privacy", "erase", inside=False),
    JobKind.CORRECTION: Handler("privacy", "correct_what_is_under_way", inside=False),
    JobKind.DISCLOSURE: Handler("privacy", "look_after_disclosure", inside=False),
    JobKind.EXPORT: Handler("privacy", "export", inside=False),
    JobKind.EXPORT_EXPIRY: Handler("privacy", "take_export_away", inside=False),
    JobKind.ACCOUNT_INACTIVE: Handler("privacy", "close_inactive", inside=False),
    JobKind.RIGHTS_DEADLINE: Handler("privacy", "remind_of_deadline"),
    JobKind.RETAIN: Handler("privacy", "retain", inside=False),
    JobKind.ERASURE_ENDS: Handler("privacy", "end_erasure", inside=False),
}


def keep(handler: Handler, unit: Unit, ctx: Context, job: Job) -> datetime | None:
    """Keep a promise inside the job's transaction."""
    return cast(Inside, handler.load())(unit, ctx, job)


def keep_beside(handler: Handler, ctx: Context, job: Job) -> datetime | None:
    """Keep a promise on its own."""
    return cast(Beside, handler.load())(ctx, job)
