"""The deployed functions of scans: its callables and its triggers."""

from datetime import datetime
from typing import TYPE_CHECKING

from firebase_functions import firestore_fn, options, storage_fn
from firebase_functions.core import CloudEvent

from core import settings
from core.access import Role
from core.blobs import Blobs
from core.callables import callable_function
from core.clock import SystemClock
from core.context import Context
from core.errors import CursorInvalid, KeyReused
from core.firebase import bucket, firestore_client
from core.store import Store
from core.triggers import retried, telling
from scans import (
    cases,
    consents,
    errors,
    figures,
    files,
    opening,
    patients,
    roster,
    slots,
    visits,
    withdrawal,
)
from scans.requests import cases as case_forms
from scans.requests import figures as figure_forms
from scans.requests import patients as patient_forms
from scans.requests import visits as visit_forms
from wallet import service as wallet

if TYPE_CHECKING:
    from google.cloud.firestore import DocumentSnapshot

_CLINIC = frozenset({Role.CLINIC})
_OPERATOR = frozenset({Role.OPERATOR})
_ADMIN = frozenset({Role.ADMIN})
_CONSENTED = (
    errors.PatientNotFound,
    errors.ConsentNotFound,
    errors.ConsentWithdrawn,
    errors.ConsentDoesNotCover,
    errors.ConsentFull,
    KeyReused,
)
_ON_CASE = (errors.CaseNotFound, errors.WrongCaseStatus, KeyReused)
_ON_VISIT = (errors.VisitNotFound, errors.WrongVisitState, KeyReused)


@callable_function(
    request=patient_forms.AddPatient,
    response=patient_forms.PatientSaved,
    roles=_CLINIC,
    submits=True,
    raises=(errors.ReferenceTaken, KeyReused),
)
def scans_add_patient(ctx: Context, data: patient_forms.AddPatient) -> patient_forms.PatientSaved:
    """Add a patient to the clinic."""
    return patients.add(ctx, data)


@callable_function(
    request=patient_forms.CorrectPatient,
    response=patient_forms.PatientSaved,
    roles=_CLINIC,
    raises=(errors.PatientNotFound, errors.ReferenceTaken, KeyReused),
)
def scans_correct_patient(
    ctx: Context, data: patient_forms.CorrectPatient
) -> patient_forms.PatientSaved:
    """Correct a patient's record; cases and visits under way follow, the history stays."""
    return patients.correct(ctx, data)


@callable_function(
    request=patient_forms.RecordConsent,
    response=patient_forms.ConsentRecorded,
    roles=_CLINIC,
    submits=True,
    raises=(
        errors.ConsentInFuture,
        errors.PatientNotFound,
        errors.GuardianRequired,
        KeyReused,
    ),
)
def scans_record_consent(
    ctx: Context, data: patient_forms.RecordConsent
) -> patient_forms.ConsentRecorded:
    """Attest that a patient consented. No consent, no case."""
    return consents.record(ctx, data)


@callable_function(
    request=patient_forms.WithdrawConsent,
    response=patient_forms.WithdrawalDone,
    roles=_CLINIC,
    raises=(errors.ConsentNotFound, KeyReused),
)
def scans_withdraw_consent(
    ctx: Context, data: patient_forms.WithdrawConsent
) -> patient_forms.WithdrawalDone:
    """Withdraw a patient's consent: sharing stops at once, its cases freeze."""
    return withdrawal.withdraw(ctx, data)


@callable_function(
    request=patient_forms.GetFormLink,
    response=patient_forms.FormLink,
    roles=_CLINIC,
    raises=(errors.ConsentNotFound, errors.FormNotFound),
)
def scans_get_form_link(ctx: Context, data: patient_forms.GetFormLink) -> patient_forms.FormLink:
    """Get a short-lived signed link to the photo of a consent's signed form."""
    return files.form_link(ctx, Blobs(bucket()), data)


@callable_function(
    request=case_forms.OpenCase,
    response=case_forms.CaseOpened,
    roles=_CLINIC,
    submits=True,
    raises=_CONSENTED,
)
def scans_open_case(ctx: Context, data: case_forms.OpenCase) -> case_forms.CaseOpened:
    """Open a case to which the clinic uploads its own scans."""
    return opening.open_case(ctx, data)


@callable_function(
    request=case_forms.ListCases,
    response=case_forms.Cases,
    roles=_CLINIC,
    raises=(CursorInvalid,),
)
def scans_list_cases(ctx: Context, data: case_forms.ListCases) -> case_forms.Cases:
    """List the clinic's cases, newest first, by status, patient and time of opening."""
    return cases.list_cases(ctx, data)


@callable_function(
    request=case_forms.CaseKeyed,
    response=case_forms.CaseNow,
    roles=_CLINIC,
    raises=_ON_CASE,
)
def scans_close_case(ctx: Context, data: case_forms.CaseKeyed) -> case_forms.CaseNow:
    """Close a case that the clinic is done with; its time of keeping begins."""
    return cases.close(ctx, data)


@callable_function(
    request=case_forms.CaseKeyed,
    response=case_forms.CaseNow,
    roles=_CLINIC,
    raises=_ON_CASE,
)
def scans_reopen_case(ctx: Context, data: case_forms.CaseKeyed) -> case_forms.CaseNow:
    """Open a closed case again."""
    return cases.reopen(ctx, data)


@callable_function(
    request=visit_forms.RequestVisit,
    response=visit_forms.VisitRequested,
    roles=_CLINIC,
    submits=True,
    raises=(
        errors.SlotInPast,
        errors.CaseNotFound,
        errors.WrongCaseStatus,
        wallet.PricesChanged,
        wallet.BillingMissing,
        wallet.InsufficientFunds,
        *_CONSENTED,
    ),
)
def scans_request_visit(ctx: Context, data: visit_forms.RequestVisit) -> visit_forms.VisitRequested:
    """Ask for an operator to come and scan a patient who consented; opens the case."""
    return opening.request_visit(ctx, data)


@callable_function(
    request=visit_forms.SuggestOperators,
    response=visit_forms.Suggestions,
    roles=_ADMIN,
    raises=(errors.VisitNotFound,),
)
def scans_suggest_operators(
    ctx: Context, data: visit_forms.SuggestOperators
) -> visit_forms.Suggestions:
    """Rank the operators who are free at a slot: by pincode, city and load."""
    return roster.suggest(ctx, data)


@callable_function(
    request=visit_forms.AssignOperator,
    response=visit_forms.VisitNow,
    roles=_ADMIN,
    raises=(
        *_ON_VISIT,
        errors.SlotNotOffered,
        errors.SlotInPast,
        errors.OperatorNotActive,
        errors.OperatorBusy,
    ),
)
def scans_assign_operator(ctx: Context, data: visit_forms.AssignOperator) -> visit_forms.VisitNow:
    """Send an operator to a visit; one that was assigned before goes free."""
    return visits.assign(ctx, data)


@callable_function(
    request=visit_forms.MoveVisit,
    response=visit_forms.VisitNow,
    roles=_CLINIC | _OPERATOR | _ADMIN,
    raises=(*_ON_VISIT, errors.NothingScanned, errors.TooEarly, wallet.InsufficientFunds),
)
def scans_move_visit(ctx: Context, data: visit_forms.MoveVisit) -> visit_forms.VisitNow:
    """Take a visit one step on, from accepting it to completing it."""
    return visits.move(ctx, data)


@callable_function(
    request=visit_forms.RescheduleVisit,
    response=visit_forms.VisitNow,
    roles=_CLINIC | _ADMIN,
    raises=(*_ON_VISIT, errors.SlotInPast),
)
def scans_reschedule_visit(ctx: Context, data: visit_forms.RescheduleVisit) -> visit_forms.VisitNow:
    """Offer other slots for a visit; an operator is assigned anew."""
    return visits.reschedule(ctx, data)


@callable_function(
    request=visit_forms.CancelVisit,
    response=visit_forms.VisitNow,
    roles=_CLINIC | _ADMIN,
    raises=_ON_VISIT,
)
def scans_cancel_visit(ctx: Context, data: visit_forms.CancelVisit) -> visit_forms.VisitNow:
    """Call a visit off."""
    return visits.cancel(ctx, data)


@callable_function(
    request=visit_forms.ListVisits,
    response=visit_forms.Visits,
    roles=_ADMIN,
    raises=(CursorInvalid,),
)
def scans_list_visits(ctx: Context, data: visit_forms.ListVisits) -> visit_forms.Visits:
    """List the visits in a state, the longest waiting first, without anything of the patient."""
    return visits.list_visits(ctx, data)


@callable_function(
    request=visit_forms.SetServiceArea,
    response=visit_forms.ServiceArea,
    roles=_OPERATOR,
)
def scans_set_service_area(
    ctx: Context, data: visit_forms.SetServiceArea
) -> visit_forms.ServiceArea:
    """Say where the operator sets out from and whether it takes visits."""
    return roster.set_area(ctx, data)


@callable_function(
    request=case_forms.StartUpload,
    response=case_forms.UploadSlot,
    roles=_CLINIC | _OPERATOR,
    submits=True,
    raises=(
        *_ON_CASE,
        errors.VisitNotFound,
        errors.WrongVisitState,
        errors.ConsentNotFound,
        errors.ConsentWithdrawn,
        errors.ConsentDoesNotCover,
        errors.FormAlreadyThere,
        errors.FileTooLarge,
        errors.TooManyOpenUploads,
        errors.TooManyUploads,
    ),
)
def scans_start_upload(ctx: Context, data: case_forms.StartUpload) -> case_forms.UploadSlot:
    """Ask for a slot in the landing zone; upload to it through the Storage SDK.

    Clients then listen to `uploads/{upload_id}` until its state is `ready` or `rejected`.
    """
    return slots.start(ctx, data)


@callable_function(
    request=case_forms.GetFileLinks,
    response=case_forms.FileLinks,
    roles=_CLINIC,
    raises=(errors.CaseNotFound, errors.WrongCaseStatus, errors.FileNotFound),
)
def scans_get_file_links(ctx: Context, data: case_forms.GetFileLinks) -> case_forms.FileLinks:
    """Get short-lived signed links to a case's files and their pictures."""
    return files.file_links(ctx, Blobs(bucket()), data)


@callable_function(
    request=figure_forms.GetFigures,
    response=figure_forms.ScanFigures,
    roles=_CLINIC | _OPERATOR | _ADMIN,
)
def scans_get_figures(ctx: Context, data: figure_forms.GetFigures) -> figure_forms.ScanFigures:
    """Tell a clinic or an operator how many of its scans had defects or were wanted anew."""
    return figures.figures(ctx, data)


@retried
@storage_fn.on_object_finalized(
    region=settings.REGION,
    memory=options.MemoryOption.GB_1,
    timeout_sec=300,
    concurrency=1,
)
def scans_receive_upload(event: CloudEvent[storage_fn.StorageObjectData]) -> None:
    """Judge what arrives in the landing zone; everything else in the bucket is ours already."""
    from scans import landing  # NumPy and Pillow: only this function's instances load them

    if not event.data.name.startswith("landing/"):
        return
    landed = landing.Landed(
        name=event.data.name,
        generation=int(event.data.generation),
        byte_size=int(event.data.size),
        at=event.time if isinstance(event.time, datetime) else datetime.fromisoformat(event.time),
    )
    with telling("upload failed", generation=landed.generation):
        landing.receive(Store(firestore_client()), Blobs(bucket()), SystemClock(), landed)


@retried
@firestore_fn.on_document_created(
    document="visits/{visit_id}",
    region=settings.REGION,
    memory=options.MemoryOption.MB_512,
)
def scans_announce_visit(event: "firestore_fn.Event[DocumentSnapshot | None]") -> None:
    """Tell the admins that a visit was asked for and needs an operator."""
    from scans import announcing

    visit_id = event.params["visit_id"]
    with telling("visit not announced", visit=visit_id):
        announcing.announce(Store(firestore_client()), SystemClock(), visit_id)
