"""Promises to act later: a durable record each, written with the act that makes it."""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import AwareDatetime

from core.documents import Document
from core.privacy import Retention, held

if TYPE_CHECKING:
    from core.store import Unit

_JOB = held("system.operations", kept=Retention.JOB)


class JobState(StrEnum):
    """Where a promise stands."""

    DUE = "due"


class JobKind(StrEnum):
    """What is to be done."""

    ERASE_AFTER_WITHDRAWAL = "erase_after_withdrawal"
    PUSH_LATER = "push_later"


class Job(Document):
    """`jobs/{job_id}`: what is to be done to which document, and when. Ids only."""

    path: ClassVar[str] = "jobs/{job_id}"

    kind: Annotated[JobKind, _JOB]
    subject: Annotated[str, _JOB]
    due_at: Annotated[AwareDatetime, _JOB]
    state: Annotated[JobState, _JOB] = JobState.DUE


def promise(unit: "Unit", job_id: str, kind: JobKind, subject: str, due_at: datetime) -> None:
    """Record what must be done to the document at `subject`. One write.

    `job_id` is made from the act, which is done once: a second promise of it fails.
    """
    unit.create(Job(kind=kind, subject=subject, due_at=due_at), job_id)
