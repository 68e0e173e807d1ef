"""What the clock asks of privacy: promises about people's data kept, and oversight's chores."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from core.blobs import Blobs
    from core.context import Context
    from core.jobs import Job
    from core.store import Unit


# --- jobs: each loads what its own kind needs ----------------------------------------------------


def erase(ctx: "Context", job: "Job") -> "datetime | None":
    """Keep the promise of an erasure."""
    from privacy.rights import carrying, identity

    return carrying.erase(ctx, _blobs(), identity.FirebaseAccounts(), job)


def erase_after_withdrawal(ctx: "Context", job: "Job") -> "datetime | None":
    """Keep the promise of a withdrawn consent."""
    from privacy.rights import carrying, identity

    return carrying.erase_after_withdrawal(ctx, _blobs(), identity.FirebaseAccounts(), job)


def close_inactive(ctx: "Context", job: "Job") -> "datetime | None":
    """Keep the promise to close an account that nobody uses."""
    from privacy.rights import identity, inactivity

    return inactivity.close(ctx, identity.FirebaseAccounts(), job)


def export(ctx: "Context", job: "Job") -> "datetime | None":
    """Keep the promise of an export."""
    from privacy.rights import handing_out, identity

    return handing_out.export(ctx, _blobs(), identity.FirebaseAccounts(), job)


def look_after_disclosure(ctx: "Context", job: "Job") -> "datetime | None":
    """Keep the promise of an authority's archive: that it is built, and that it goes."""
    from privacy.rights import handing_over, identity

    return handing_over.keep(ctx, _blobs(), identity.FirebaseAccounts(), job)


def take_export_away(ctx: "Context", job: "Job") -> "datetime | None":
    """Keep the promise that an export is gone after some days."""
    from privacy.rights import handing_out

    return handing_out.take_away(ctx, _blobs(), job)


def correct_what_is_under_way(ctx: "Context", job: "Job") -> None:
    """Keep the promise that what shows an organisation follows its correction."""
    from privacy.rights import correcting

    correcting.follow(ctx, job)


def remind_of_deadline(unit: "Unit", ctx: "Context", job: "Job") -> "datetime | None":
    """Keep the promise that admins hear of a request that is due."""
    from privacy.rights import answering

    return answering.remind(unit, ctx, job)


def retain(ctx: "Context", job: "Job") -> "datetime | None":
    """Keep the promise of a day's retention, or of one row of it."""
    from privacy import holding
    from privacy.retention import daily

    return daily.retain(ctx, _blobs(), lambda: holding.held(ctx), job)


def end_erasure(ctx: "Context", job: "Job") -> "datetime | None":
    """Keep the promise that what an erasure left goes too, in time."""
    from privacy import holding
    from privacy.retention import daily

    return daily.end_erasure(ctx, _blobs(), lambda: holding.held(ctx), job)


def _blobs() -> "Blobs":
    from core import firebase
    from core.blobs import Blobs

    return Blobs(firebase.bucket())


# --- chores of the sweep -------------------------------------------------------------------------


def review_access(ctx: "Context") -> int:
    """Make the month's access review, or go on with it."""
    from privacy import directory, reviewing

    return reviewing.review_access(ctx, directory.FirebaseDirectory())


def begin_retention(ctx: "Context") -> int:
    """Promise what of the day's retention is due, once a day."""
    from privacy.retention import daily

    return daily.begin(ctx)


def seal_audit(ctx: "Context") -> int:
    """Seal what the audit held an hour ago; what one sweep leaves, the next one takes."""
    from privacy import sealing

    return sealing.seal_audit(ctx)
