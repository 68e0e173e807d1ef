"""Refuses uploads that were never finished, so that their uploaders hear of it."""

from datetime import timedelta
from functools import partial

from core.blobs import Blobs
from core.context import Context
from core.machines import Party
from core.queries import Query
from core.units import UnitOfWork
from messaging.service import Notice, notify
from scans.gate import admission
from scans.intake import filing
from scans.uploads.models import Upload, UploadState
from scans.uploads.states import UPLOAD, UploadAction

#: Eventarc delivers a failed event again for 24 hours; after that, nothing comes any more.
PATIENCE = timedelta(hours=25)
#: Uploads given up in one run.
MOST = 100

STUCK = Query(
    Upload,
    where=(("state", "=="), ("claimed_at", "<=")),
    order=(("claimed_at", "ASCENDING"),),
)
_GIVEN_UP = admission.refusal("not-processed")


def give_up(ctx: Context, blobs: Blobs, limit: int = MOST) -> int:
    """Refuse uploads that are being processed for more than a day; how many there were.

    A read for each, at least one; a read and two writes more for each. What an attempt has written
    of it goes from the clean zone; what lies in the landing zone, by the bucket's lifecycle.
    """
    since = ctx.clock.now() - PATIENCE
    found: list[Upload] = ctx.store.find(
        STUCK, UploadState.PROCESSING, since, limit=limit, lenient=True
    )
    refused = [each for each in found if ctx.store.run(partial(_refuse, ctx, each.id))]
    for each in refused:
        filing.discard(blobs, each)
    return len(refused)


def _refuse(ctx: Context, upload_id: str, unit: UnitOfWork) -> bool:
    upload, now = unit.get(Upload, upload_id), ctx.clock.now()
    if upload is None or upload.state is not UploadState.PROCESSING:
        return False
    if upload.claimed_at is None or upload.claimed_at > now - PATIENCE:
        return False  # another attempt has come after all
    state = UPLOAD.must(upload.state, UploadAction.REFUSE, Party.SYSTEM).to
    unit.change(upload, state=state, open=False, done_at=now, findings=_GIVEN_UP.findings)
    refs = {"upload": upload.id} | ({"case": upload.case_id} if upload.case_id else {})
    for audience in filing.audiences(upload):
        notify(unit, ctx.store, ctx.clock, audience, Notice.UPLOAD_REJECTED, **refs)
    return True
