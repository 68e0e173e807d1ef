"""Recording jobs: each is a stored document, written in the transaction of the act that needs it.

The document decides; a task of Cloud Tasks is only its alarm, and may be lost, late or doubled. The
sweep of the jobs package finds what no alarm woke. The id of a job is made from what it is about:
moving an appointment moves its job, and cancelling one voids it, by writing the same document.
"""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import AwareDatetime, Field

from core import log, periods
from core.documents import Document
from core.errors import WrongJobState
from core.machines import Machine, Party, step_to
from core.privacy import Retention, Viewer, held
from core.queues import AHEAD, name_of

if TYPE_CHECKING:
    from core.context import Context
    from core.store import Store
    from core.units import UnitOfWork

#: The task function that wakes jobs.
ALARM = "remind"

_JOB = held("system.operations", Viewer.ADMIN, kept=Retention.JOB)


class JobState(StrEnum):
    """Where a job stands."""

    DUE = "due"  # it is still to be kept, at its time or as soon as may be
    DONE = "done"  # it was kept
    VOID = "void"  # there is nothing to do any more
    FAILED = "failed"  # it was given up after several attempts; an admin may retry it


class JobAction(StrEnum):
    """What can happen to a job."""

    PROMISE = "promise"
    MOVE = "move"
    GO_ON = "go_on"
    FINISH = "finish"
    VOID = "void"
    GIVE_UP = "give_up"
    RETRY = "retry"


_S, _A = JobState, JobAction

JOB: Machine[JobState, JobAction] = Machine(
    "Job",
    "A promise to act later, which the system makes in somebody's act. It is moved, or taken back, "
    "when what it is about is, whatever became of it before.",
    {
        (None, _A.PROMISE): step_to(_S.DUE, Party.SYSTEM),
        **{(s, _A.MOVE): step_to(_S.DUE, Party.SYSTEM) for s in _S},
        **{(s, _A.VOID): step_to(_S.VOID, Party.SYSTEM) for s in _S},
        (_S.DUE, _A.GO_ON): step_to(_S.DUE, Party.SYSTEM),
        (_S.DUE, _A.FINISH): step_to(_S.DONE, Party.SYSTEM),
        (_S.DUE, _A.GIVE_UP): step_to(_S.FAILED, Party.SYSTEM),
        (_S.FAILED, _A.RETRY): step_to(_S.DUE, Party.ADMIN),
    },
    WrongJobState,
)


class JobKind(StrEnum):
    """What is to be done; jobs/handlers.py says by whom."""

    CASE_IDLE = "case_idle"
    VISIT_REMINDER = "visit_reminder"
    LOST_OPERATOR = "lost_operator"
    APPROVAL_PENDING = "approval_pending"
    ORDER_FOLLOW_UP = "order_follow_up"
    ERASE_AFTER_WITHDRAWAL = "erase_after_withdrawal"
    PUSH_LATER = "push_later"
    ERASURE = "erasure"
    CORRECTION = "correction"
    DISCLOSURE = "disclosure"
    EXPORT = "export"
    EXPORT_EXPIRY = "export_expiry"
    RIGHTS_DEADLINE = "rights_deadline"
    ACCOUNT_INACTIVE = "account_inactive"
    RETAIN = "retain"
    ERASURE_ENDS = "erasure_ends"
    ERASURE_LOOK = "erasure_look"
    DIGEST = "digest"


class Job(Document):
    """`jobs/{job_id}`: what is to be done to which document, and when. Ids only."""

    path: ClassVar[str] = "jobs/{job_id}"

    #: A `JobKind`. Another version of the code may know others: they wait for it.
    kind: Annotated[str, _JOB]
    #: The path of the document that it is about.
    subject: Annotated[str, _JOB]
    due_at: Annotated[AwareDatetime, _JOB]
    state: Annotated[JobState, _JOB] = JobState.DUE
    #: When the sweep has to look at it: when it is due or, further ahead, in time for an alarm.
    wakes_at: Annotated[AwareDatetime, _JOB]
    #: Failed attempts since it was last due, and the last one's reason code or kind of error.
    attempts: Annotated[int, _JOB, Field(ge=0)] = 0
    last_error: Annotated[str | None, _JOB] = None
    #: When TTL may take it away: set where it is over for good.
    expires_at: Annotated[AwareDatetime | None, _JOB] = None

    @property
    def subject_id(self) -> str:
        """The id of the document that it is about."""
        return self.subject.rpartition("/")[2]


def promise(
    unit: "UnitOfWork", ctx: "Context", job_id: str, kind: JobKind, subject: str, due_at: datetime
) -> None:
    """Record a job on the document at `subject`, or move one to another time. One write, no read.

    The alarm is set once the transaction is committed; losing it costs a sweep's period at most.
    """
    now = ctx.clock.now()
    job = Job(kind=kind, subject=subject, due_at=due_at, wakes_at=wake(due_at, now))
    unit.put(job, job_id)
    if job.wakes_at == due_at:
        unit.afterwards(lambda: set_alarm(ctx.store, job_id, due_at))


def void(unit: "UnitOfWork", ctx: "Context", job_id: str, kind: JobKind, subject: str) -> None:
    """Void a job, whether it was recorded, moved or done meanwhile. One write, no read."""
    now = ctx.clock.now()
    job = Job(
        kind=kind,
        subject=subject,
        due_at=now,
        state=JobState.VOID,
        wakes_at=now,
        expires_at=periods.due(Retention.JOB, now),
    )
    unit.put(job, job_id)


def wake(due_at: datetime, now: datetime) -> datetime:
    """Return when the sweep has to look at a job: further ahead, no alarm can be set yet."""
    return due_at if due_at - now <= AHEAD else due_at - AHEAD


def set_alarm(store: "Store", job_id: str, at: datetime, *round_: str) -> None:
    """Hand in the task that wakes a job; should that fail, the sweep will wake it.

    `round_` tells a further alarm of the same moment from the one before.
    """
    name = name_of(job_id, at.isoformat(), *round_)
    try:
        store.queues.add(ALARM, name, {"job_id": job_id}, at)
    except Exception as err:  # noqa: BLE001  the act is committed: its caller must not see a failure
        log.failure("alarm not set", err, job=job_id)
