"""The documents of scans, one module per subject."""

from scans.models.cases import Case, CaseStatus, Event, PatientLabel
from scans.models.consents import Consent, ConsentState, Guardian, Scope
from scans.models.patients import AgeGroup, Correction, Patient, PatientReference, Reference
from scans.models.uploads import (
    File,
    FileName,
    Finding,
    Jaw,
    Kind,
    Pictures,
    Upload,
    UploadState,
)
from scans.models.visits import (
    Area,
    Booking,
    Cancellation,
    CancelReason,
    Operator,
    PatientTag,
    Place,
    ScanKind,
    Slot,
    Visit,
    VisitState,
)

__all__ = [
    "AgeGroup",
    "Area",
    "Booking",
    "CancelReason",
    "Cancellation",
    "Case",
    "CaseStatus",
    "Consent",
    "ConsentState",
    "Correction",
    "Event",
    "File",
    "FileName",
    "Finding",
    "Guardian",
    "Jaw",
    "Kind",
    "Operator",
    "Patient",
    "PatientLabel",
    "PatientReference",
    "PatientTag",
    "Pictures",
    "Place",
    "Reference",
    "ScanKind",
    "Scope",
    "Slot",
    "Upload",
    "UploadState",
    "Visit",
    "VisitState",
]
