"""What jobs calls of privacy: the handlers of its jobs, and its chores of the sweep."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from core.blobs import Blobs
    from core.context import Context
    from core.jobs import Job
    from core.units import UnitOfWork


# --- jobs: each loads what its own kind needs ----------------------------------------------------


def erase(ctx: "Context", job: "Job") -> "datetime | None":
    """Run the job of an erasure."""
    from privacy import identity
    from privacy.erasure import tasks as erasure_tasks

    return erasure_tasks.erase(ctx, _blobs(), identity.FirebaseAccounts(), job)


def erase_after_withdrawal(ctx: "Context", job: "Job") -> "datetime | None":
    """Run the job that erases what rested on a withdrawn consent."""
    from privacy import identity
    from privacy.erasure import tasks as erasure_tasks

    return erasure_tasks.erase_after_withdrawal(ctx, _blobs(), identity.FirebaseAccounts(), job)


def close_inactive(ctx: "Context", job: "Job") -> "datetime | None":
    """Run the job that closes an account that nobody uses."""
    from privacy import identity
    from privacy.inactivity import accounts

    return accounts.close(ctx, identity.FirebaseAccounts(), job)


def export(ctx: "Context", job: "Job") -> "datetime | None":
    """Run the job of an export."""
    from privacy import identity
    from privacy.export import tasks as export_tasks

    return export_tasks.export(ctx, _blobs(), identity.FirebaseAccounts(), job)


def look_after_disclosure(ctx: "Context", job: "Job") -> "datetime | None":
    """Run the job of a disclosure's archive: build it, later delete it."""
    from privacy import identity
    from privacy.disclosures import archive

    return archive.keep(ctx, _blobs(), identity.FirebaseAccounts(), job)


def take_export_away(ctx: "Context", job: "Job") -> "datetime | None":
    """Run the job that deletes an export after some days."""
    from privacy.export import tasks as export_tasks

    return export_tasks.take_away(ctx, _blobs(), job)


def correct_what_is_under_way(ctx: "Context", job: "Job") -> None:
    """Run the job that corrects what shows an organisation while it is under way."""
    from privacy.corrections import organisations

    organisations.follow(ctx, job)


def remind_of_deadline(unit: "UnitOfWork", ctx: "Context", job: "Job") -> "datetime | None":
    """Run the job that reminds admins of a request that is due."""
    from privacy.data_requests import decisions

    return decisions.remind(unit, ctx, job)


def retain(ctx: "Context", job: "Job") -> "datetime | None":
    """Run the job of a day's retention, or of one row of it."""
    from privacy.holds import register
    from privacy.retention import jobs

    return jobs.retain(ctx, _blobs(), lambda: register.held(ctx), job)


def end_erasure(ctx: "Context", job: "Job") -> "datetime | None":
    """Run the job that deletes what an erasure kept on a ground, once that ends."""
    from privacy.holds import register
    from privacy.retention import jobs

    return jobs.end_erasure(ctx, _blobs(), lambda: register.held(ctx), job)


def look_again(ctx: "Context", job: "Job") -> "datetime | None":
    """Run a job that looks whether anything came back after an erasure."""
    from privacy.erasure import looking
    from privacy.identity import FirebaseAccounts

    return looking.look_again(ctx, _blobs(), FirebaseAccounts(), job)


def _blobs() -> "Blobs":
    from core.blobs import project_blobs

    return project_blobs()


# --- chores of the sweep -------------------------------------------------------------------------


def review_access(ctx: "Context") -> int:
    """Make the month's access review, or go on with it."""
    from privacy import directory
    from privacy.access_reviews import compilation

    return compilation.review_access(ctx, directory.FirebaseDirectory())


def begin_retention(ctx: "Context") -> int:
    """Promise what of the day's retention is due, once a day."""
    from privacy.retention import jobs

    return jobs.begin(ctx)


def seal_audit(ctx: "Context") -> int:
    """Seal the audit entries that are old enough; what one sweep leaves, the next one seals."""
    from privacy.audit import sealing

    return sealing.seal_audit(ctx)
