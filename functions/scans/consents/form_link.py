"""The signed link to the photo of a consent's form."""

from core import audit
from core.blobs import Blobs
from core.context import Context
from core.downloads import link_to
from core.objects import StoredObject
from core.units import UnitOfWork
from scans.consents.attestations import own_consent
from scans.consents.errors import FormNotFound
from scans.consents.requests import FormLink, GetFormLink


def form_link(ctx: Context, blobs: Blobs, request: GetFormLink) -> FormLink:
    """Sign a link to the photo of the signed form; its audit entry is committed before.

    One read, one write. A form outlives the consent's withdrawal until it is erased: it shows what
    was consented to.

    Raises:
        ConsentNotFound, FormNotFound.
    """

    def work(unit: UnitOfWork) -> StoredObject:
        consent = own_consent(unit, ctx, request.consent_id)
        if consent.form is None:
            raise FormNotFound
        audit.record(unit, ctx, "scans.link_form", f"consents/{consent.id}")
        return consent.form

    form = ctx.store.run(work)
    link = link_to(blobs, form, request.consent_id)
    return FormLink(url=link.url, expires_at=link.expires_at)
