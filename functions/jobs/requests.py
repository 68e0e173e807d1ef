"""The requests and responses of the jobs callables, with an example of each."""

from typing import Annotated, ClassVar

from pydantic import AwareDatetime, Field, StringConstraints

from core.callables import Message
from core.fields import LeftOut
from core.jobs import JobState

#: The path of a document, such as `visits/abc`.
Subject = Annotated[
    str, StringConstraints(pattern=r"^[a-z_]+/[^/]{1,128}(/[a-z_]+/[^/]{1,128})?$", max_length=300)
]
JobId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,200}$")]

_JOB = "visit-v9Ts4HdKp2MwXq7LcRb5"
_VISIT = "visits/v9Ts4HdKp2MwXq7LcRb5"


class Alarm(Message):
    """What the task of an alarm carries: the job to wake."""

    job_id: JobId

    example: ClassVar = {"job_id": _JOB}


class Sweep(Message):
    """Look after what is due now; of one document alone where `subject` names it."""

    subject: Subject | None = None

    example: ClassVar = {"subject": _VISIT}


class Swept(Message):
    """Jobs that were run, and those that the queue will wake."""

    run: int = 0
    woken: int = 0

    example: ClassVar = {"run": 3, "woken": 0}


class ListJobs(Message):
    """List jobs in a state, the earliest first."""

    state: JobState = JobState.FAILED
    limit: Annotated[int, Field(ge=1, le=100)] = 50
    cursor: str | None = None

    example: ClassVar = {"state": "failed"}


class JobRow(Message):
    """One job: what it is about and how it went; `last_error` is a reason code."""

    job_id: str
    kind: str
    subject: str
    state: JobState
    due_at: AwareDatetime
    attempts: int
    last_error: str | None

    example: ClassVar = {
        "job_id": _JOB,
        "kind": "visit_reminder",
        "subject": _VISIT,
        "state": "failed",
        "due_at": "2026-05-05T04:30:00Z",
        "attempts": 5,
        "last_error": "ServiceUnavailable",
    }


class Jobs(Message):
    """One page of jobs and, where more may follow, the cursor for the next."""

    jobs: list[JobRow]
    cursor: str | None
    left_out: LeftOut = 0

    example: ClassVar = {"jobs": [JobRow.example], "cursor": None, "left_out": 0}


class RetryJob(Message):
    """Have a failed job run again, now."""

    job_id: JobId

    example: ClassVar = {"job_id": _JOB}


class JobNow(Message):
    """The job, and its state."""

    job_id: str
    state: JobState

    example: ClassVar = {"job_id": _JOB, "state": "due"}
