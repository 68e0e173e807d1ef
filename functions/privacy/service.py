"""What jobs use of privacy: the promises of rights, kept. Nobody else uses privacy."""

from datetime import datetime

from core import firebase
from core.blobs import Blobs
from core.context import Context
from core.jobs import Job
from core.store import Unit


def erase(ctx: Context, job: Job) -> datetime | None:
    """Keep the promise of an erasure."""
    from privacy.rights import carrying, identity  # a job loads what its own kind needs

    return carrying.erase(ctx, Blobs(firebase.bucket()), identity.FirebaseAccounts(), job)


def erase_after_withdrawal(ctx: Context, job: Job) -> datetime | None:
    """Keep the promise of a withdrawn consent."""
    from privacy.rights import carrying, identity  # as above

    accounts = identity.FirebaseAccounts()
    return carrying.erase_after_withdrawal(ctx, Blobs(firebase.bucket()), accounts, job)


def export(ctx: Context, job: Job) -> datetime | None:
    """Keep the promise of an export."""
    from privacy.rights import handing_out, identity  # as above

    return handing_out.export(ctx, Blobs(firebase.bucket()), identity.FirebaseAccounts(), job)


def take_export_away(ctx: Context, job: Job) -> datetime | None:
    """Keep the promise that an export is gone after some days."""
    from privacy.rights import handing_out  # as above

    return handing_out.take_away(ctx, Blobs(firebase.bucket()), job)


def remind_of_deadline(unit: Unit, ctx: Context, job: Job) -> datetime | None:
    """Keep the promise that admins hear of a request that is due."""
    from privacy.rights import answering  # as above

    return answering.remind(unit, ctx, job)
