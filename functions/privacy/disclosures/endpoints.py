"""The callables of disclosures to authorities."""

from core.access import ADMINS
from core.blobs import project_blobs
from core.callables import callable_function
from core.context import Context
from core.errors import CursorInvalid, DoneOtherwise, KeyReused
from core.idempotency import Request
from privacy.data_requests import errors as data_request_errors
from privacy.data_requests import requests as forms
from privacy.disclosures import errors, register
from privacy.disclosures.requests import (
    DecideDisclosure,
    DisclosureNow,
    Disclosures,
    ListDisclosures,
    OneDisclosure,
    RecordDisclosure,
    RequestDisclosure,
)
from privacy.models.disclosures import Disclosure

_STEP = (errors.DisclosureNotFound, errors.WrongDisclosureState)


@callable_function(
    request=RequestDisclosure,
    response=DisclosureNow,
    roles=ADMINS,
    raises=(KeyReused,),
    locks=(Request,),
)
def request_disclosure(ctx: Context, data: RequestDisclosure) -> DisclosureNow:
    """Enter what an authority asks for by law; another admin decides."""
    return register.request(ctx, data)


@callable_function(
    request=DecideDisclosure,
    response=DisclosureNow,
    roles=ADMINS,
    raises=(*_STEP, errors.OwnDisclosure),
    locks=(Disclosure,),
)
def decide_disclosure(ctx: Context, data: DecideDisclosure) -> DisclosureNow:
    """Approve or refuse what another admin entered."""
    return register.decide(ctx, data)


@callable_function(
    request=RecordDisclosure,
    response=DisclosureNow,
    roles=ADMINS,
    raises=(*_STEP, DoneOtherwise),
    locks=(Disclosure,),
)
def record_disclosure(ctx: Context, data: RecordDisclosure) -> DisclosureNow:
    """Note what was handed over to an authority, by the hash of the file."""
    return register.record(ctx, data)


@callable_function(
    request=OneDisclosure,
    response=DisclosureNow,
    roles=ADMINS,
    raises=_STEP,
    locks=(Disclosure,),
)
def build_disclosure(ctx: Context, data: OneDisclosure) -> DisclosureNow:
    """Have the archive built of exactly what an approved demand names; a job does, in a while."""
    return register.build(ctx, data)


@callable_function(
    request=OneDisclosure,
    response=forms.ExportLink,
    roles=ADMINS,
    raises=(*_STEP, data_request_errors.ExportNotReady),
    locks=(Disclosure,),
)
def get_disclosure_link(ctx: Context, data: OneDisclosure) -> forms.ExportLink:
    """Get a link to the archive of an approved demand, minutes long."""
    return register.archive_link(ctx, project_blobs(), data)


@callable_function(
    request=ListDisclosures, response=Disclosures, roles=ADMINS, raises=(CursorInvalid,)
)
def list_disclosures(ctx: Context, data: ListDisclosures) -> Disclosures:
    """List the disclosures in a state, the oldest first."""
    return register.list_disclosures(ctx, data)
