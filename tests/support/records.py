"""The documents of the tenants' one patient, from the record to the job: all of one clinic.

They refer to each other as the services' own do, and the visit's projections are derived from the
clinic and the patient as the services derive them.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from core.jobs import Job, JobKind
from core.machines import Party
from core.objects import StoredObject
from core.privacy import Viewer
from core.projections import visible_to
from privacy.models import Authority, PrivacyRequest, RequestKind, RequestState
from scans.cases.models import Case, CaseEvent, File, PatientLabel
from scans.checks.models import BiteFigures, JawRelation, PairFigures
from scans.consents.models import Consent, Scope
from scans.gate.models import FileFinding, FileKind
from scans.pairs.models import BiteCheck, PairCheck
from scans.patients.models import (
    AgeGroup,
    Patient,
    PatientCorrection,
    PatientReference,
    RequestedVisit,
    digest_of,
)
from scans.uploads.models import Jaw, Pictures, Upload, UploadState
from scans.visits.models import (
    Area,
    Booking,
    Operator,
    ScanKind,
    Visit,
    VisitAction,
    VisitAddress,
    VisitCause,
    VisitChange,
    VisitPatient,
    VisitSlot,
    VisitState,
)
from tests.support import account_records, ids
from tests.support.account_records import MADE, Tenants

REFERENCE, NAME = "P-1042", "Meera Joshi"
#: The hour that a visit is for.
HOUR = VisitSlot(starts_at=MADE + timedelta(days=1), ends_at=MADE + timedelta(days=1, hours=1))


def patient(tenants: Tenants) -> Patient:
    """The patient."""
    return Patient(
        reference=REFERENCE,
        name=NAME,
        age_group=AgeGroup.ADULT,
        added_by=ids.uid(),
        added_at=MADE,
        updated_at=MADE,
        visits_requested=[RequestedVisit(visit_id=tenants.visit, at=MADE)],
    ).placed(tenants.clinic, tenants.patient)


def correction(tenants: Tenants) -> PatientCorrection:
    """What the patient's record said before."""
    return PatientCorrection(
        reference=REFERENCE,
        name="Mira Joshi",
        age_group=None,
        corrected_by=ids.uid(),
        corrected_at=MADE,
    ).placed(tenants.clinic, tenants.patient, ids.document_id())


def reference(tenants: Tenants) -> PatientReference:
    """What makes the patient's reference unique."""
    return PatientReference(patient_id=tenants.patient).placed(tenants.clinic, digest_of(REFERENCE))


def consent(tenants: Tenants) -> Consent:
    """The consent that the case rests on."""
    return Consent(
        clinic_id=tenants.clinic,
        patient_id=tenants.patient,
        text_version="2026-05",
        language="en",
        scope=[Scope.SCAN],
        obtained_at=MADE,
        obtained_by="Dr. Asha Rao",
        guardian=None,
        case_ids=[tenants.case],
        attested_by=ids.uid(),
        attested_at=MADE,
    ).placed(tenants.consent)


def case(tenants: Tenants) -> Case:
    """The case, with a visit under way."""
    return Case(
        clinic_id=tenants.clinic,
        patient_id=tenants.patient,
        patient=PatientLabel(reference=REFERENCE, name=NAME),
        consent_id=tenants.consent,
        notes="Crown on 46",
        visit_id=tenants.visit,
        opened_by=ids.uid(),
        opened_at=MADE,
    ).placed(tenants.case)


def event(tenants: Tenants) -> CaseEvent:
    """One line of the case's timeline."""
    return CaseEvent(
        clinic_id=tenants.clinic,
        kind="visit_request",
        actor=ids.uid(),
        party=Party.CLINIC,
        at=MADE,
        refs={"visit": tenants.visit},
    ).placed(tenants.case, ids.document_id())


def file(tenants: Tenants) -> File:
    """A validated scan of the case."""
    file_id = ids.document_id()
    folder = f"cases/{tenants.clinic}/{tenants.case}/{file_id}"
    return File(
        clinic_id=tenants.clinic,
        visit_id=tenants.visit,
        kind=FileKind.STL,
        jaw=Jaw.UPPER,
        version=1,
        file_name="upper.stl",
        content=_stored_object(f"{folder}/content"),
        pictures=Pictures(thumbnail=_stored_object(f"{folder}/thumbnail")),
        findings=[],
        report={"triangles": 1200},
        uploaded_by=ids.uid(),
        ready_at=MADE,
    ).placed(tenants.case, file_id)


def pair(tenants: Tenants) -> PairCheck:
    """What was measured between the scans of both jaws, with one of the bite."""
    first, second = ids.document_id(), ids.document_id()
    folder = f"cases/{tenants.clinic}/{tenants.case}/pairs/{first}_{second}"
    return PairCheck(
        clinic_id=tenants.clinic,
        first_file_id=first,
        second_file_id=second,
        first_jaw=Jaw.UPPER,
        second_jaw=Jaw.LOWER,
        figures=PairFigures(relation=JawRelation.OCCLUDING, gap_mm=0, contacts=9),
        occlusion=_stored_object(f"{folder}/occlusion"),
        bites=[BiteCheck(file_id=ids.document_id(), figures=BiteFigures(on_upper=0.4))],
        at=MADE,
    ).placed(tenants.case, f"{first}_{second}")


def visit(tenants: Tenants, assignee: str | None) -> Visit:
    """The visit; scanning where somebody is assigned, else still requested."""
    state = VisitState.SCANNING if assignee else VisitState.REQUESTED
    clinic = visible_to(Viewer.OPERATOR, account_records.clinic(tenants))
    return Visit(
        clinic_id=tenants.clinic,
        case_id=tenants.case,
        clinic=VisitAddress.model_validate(clinic),
        patient=VisitPatient.model_validate(visible_to(Viewer.OPERATOR, patient(tenants))),
        scans=[ScanKind.UPPER_ARCH],
        slots=[HOUR],
        slot=HOUR if assignee else None,
        state=state,
        assignee=assignee,
        times={VisitState.REQUESTED: MADE, state: MADE},
        changes=[
            VisitChange(
                action=VisitAction.REQUEST,
                state=VisitState.REQUESTED,
                cause=VisitCause.CLINIC,
                at=MADE,
            )
        ],
        requested_at=MADE,
    ).placed(tenants.visit)


def upload(tenants: Tenants, uid: str, byte_size: int = 684, **changes: object) -> Upload:
    """An open slot for the case: a clinic member's, unless the changes make it another's."""
    upload_id, now = ids.document_id(), datetime.now(UTC)
    fields = {
        "uid": uid,
        "open": True,
        "expires_at": now + timedelta(hours=1),
        "clinic_id": tenants.clinic,
        "case_id": tenants.case,
        "kind": FileKind.STL,
        "jaw": Jaw.UPPER,
        "file_name": "upper.stl",
        "object_name": f"landing/{uid}/{upload_id}/original",
        "content_types": ["model/stl", "application/octet-stream"],
        "byte_size": byte_size,
        "issued_at": now,
        **changes,
    }
    return Upload.model_validate(fields).placed(upload_id)


def upload_at_visit(tenants: Tenants, uid: str, **changes: object) -> Upload:
    """An open slot of the operator at the visit."""
    return upload(tenants, uid, **{"visit_id": tenants.visit, "operator": uid, **changes})


def upload_of_form(tenants: Tenants, uid: str, **changes: object) -> Upload:
    """An open slot of a clinic member for the photo of the signed form."""
    form = {"case_id": None, "consent_id": tenants.consent, "kind": FileKind.IMAGE, "jaw": None}
    return upload(tenants, uid, **{**form, "content_types": ["image/jpeg"], **changes})


def upload_attached(tenants: Tenants, uid: str, **changes: object) -> Upload:
    """An open slot of somebody for a photo that is attached to an order or a ticket."""
    own = {"clinic_id": None, "kind": FileKind.IMAGE, "jaw": None, "content_types": ["image/jpeg"]}
    return upload(tenants, uid, **{**own, "subject": f"orders/{ids.document_id()}", **changes})


def pass_gate(tenants: Tenants, found: Upload, *findings: FileFinding) -> None:
    """Have what was uploaded pass the gate; the objects are those of no file in particular."""
    like = file(tenants)
    done = {
        "state": UploadState.READY,
        "open": False,
        "content": like.content.model_copy(update={"generation": 1_780_000_000_000_000}),
        "pictures": like.pictures,
        "findings": list(findings),
    }
    tenants.seed(Upload.model_validate({**dict(found), **done}).placed(found.id))


def roster(tenants: Tenants, uid: str) -> Operator:
    """Where an operator works, with the visit booked."""
    return Operator(
        available=True,
        area=Area(city="Pune", pincode="411001"),
        city_key="pune",
        district="411",
        bookings=[Booking(**dict(HOUR), visit_id=tenants.visit)],
        to_release=[Booking(**dict(HOUR), visit_id=ids.document_id())],
    ).placed(uid)


def privacy_request(uid: str | None = None, clinic_id: str | None = None) -> PrivacyRequest:
    """A request to erase an account, or a patient of a clinic."""
    return PrivacyRequest(
        kind=RequestKind.ERASURE,
        subject=f"users/{uid}" if uid else f"clinics/{clinic_id}/patients/{ids.document_id()}",
        uid=uid,
        clinic_id=clinic_id,
        asked_by=uid or ids.uid(),
        authority=Authority.PERSON if uid else Authority.CLINIC,
        asked_at=MADE,
        due_at=MADE + timedelta(days=30),
        starts_at=MADE + timedelta(days=7),
        state=RequestState.COOLING_OFF,
        wanted={"name": "Meera Joshi"},
        archive=_stored_object("exports/x/archive.zip"),
    ).placed(ids.document_id())


def job(tenants: Tenants) -> Job:
    """What the withdrawal of the consent leaves to be done."""
    return Job(
        kind=JobKind.ERASE_AFTER_WITHDRAWAL,
        subject=f"consents/{tenants.consent}",
        due_at=MADE,
        wakes_at=MADE,
    ).placed(f"erase-{tenants.consent}")


def _stored_object(name: str) -> StoredObject:
    return StoredObject(
        name=name, generation=1, byte_size=684, content_type="model/stl", crc32c="AAAAAA=="
    )
