"""The requests and responses of the jobs callables, with an example of each."""

from typing import Annotated, ClassVar

from pydantic import AwareDatetime, Field, StringConstraints

from core.callables import Message
from core.fields import PATH_PART
from core.jobs import JobState
from core.paging import PageRequest, WorkPage

#: The path of a document, such as `visits/abc`.
Subject = Annotated[
    str, StringConstraints(pattern=rf"^[a-z_]+/{PATH_PART}(/[a-z_]+/{PATH_PART})?$", max_length=300)
]
JobId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,199}$")]

_JOB = "visit-v9Ts4HdKp2MwXq7LcRb5"
_VISIT = "visits/v9Ts4HdKp2MwXq7LcRb5"


class Alarm(Message):
    """What the task of an alarm carries: the job to wake."""

    job_id: JobId = Field(description="The job to wake.")

    example: ClassVar = {"job_id": _JOB}


class Sweep(Message):
    """Look after what is due now; of one document alone where `subject` names it."""

    subject: Subject | None = Field(
        default=None,
        description="The path of one document, such as `visits/v9Ts4HdKp2MwXq7LcRb5`, to look "
        "after its jobs alone; left out, all that is due, and the chores of the sweep.",
    )

    example: ClassVar = {"subject": _VISIT}


class Swept(Message):
    """Jobs that were run, and those that the queue will wake."""

    run: int = Field(default=0, description="How many jobs were run at once.")
    woken: int = Field(
        default=0,
        description="How many further jobs were handed to the queue, which runs them soon.",
    )

    example: ClassVar = {"run": 3, "woken": 0}


class ListJobs(PageRequest):
    """List jobs in a state, the earliest first."""

    state: JobState = Field(
        default=JobState.FAILED,
        description="Where the jobs stand that are listed; `failed` ones wait for an admin.",
    )

    example: ClassVar = {"state": "failed"}


class JobRow(Message):
    """One job: what it is about and how it went."""

    job_id: str = Field(description="The job; `jobs/retry` takes it.")
    kind: str = Field(description="What is to be done, such as `visit_reminder`.")
    subject: str = Field(description="The path of the document that the job is about.")
    state: JobState = Field(
        description="Where it stands: `due` is to be done yet, `done` was, `void` was taken back, "
        "`failed` waits for an admin."
    )
    due_at: AwareDatetime = Field(
        description="When it is to be done, in UTC; in the past for what was done or failed."
    )
    attempts: int = Field(
        description="How many attempts have failed since it was last due; 0 where none has."
    )
    last_error: str | None = Field(
        description="The reason code of the last failure, or the kind of the error; null where "
        "none failed."
    )

    example: ClassVar = {
        "job_id": _JOB,
        "kind": "visit_reminder",
        "subject": _VISIT,
        "state": "failed",
        "due_at": "2026-05-05T04:30:00Z",
        "attempts": 5,
        "last_error": "ServiceUnavailable",
    }


class Jobs(WorkPage):
    """One page of jobs and, where more may follow, the cursor for the next."""

    jobs: list[JobRow] = Field(
        description="The jobs of this page, those first that are due the earliest; empty where "
        "there are none."
    )

    example: ClassVar = {"jobs": [JobRow.example], "cursor": None, "left_out": 0}


class RetryJob(Message):
    """Have a failed job run again, now."""

    job_id: JobId = Field(description="The failed job, as `jobs/list` shows it.")

    example: ClassVar = {"job_id": _JOB}


class JobNow(Message):
    """The job, and its state."""

    job_id: str = Field(description="The job of the request.")
    state: JobState = Field(description="Where it stands now: `due` where it will run again.")

    example: ClassVar = {"job_id": _JOB, "state": "due"}
