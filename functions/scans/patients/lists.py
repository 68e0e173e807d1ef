"""The lists of patients and of corrections, for apps of clinics."""

from core.lists import ClientList, Own, Parameter, ascending, descending
from core.privacy import Viewer
from scans.patients.models import Patient, PatientCorrection

ClientList(
    "clinic_patients",
    Patient,
    Viewer.CLINIC,
    "The clinic's patients, by name. Capital letters come before small ones.",
    order=ascending("name"),
    parents=(Own.ORG,),
)
ClientList(
    "clinic_patients_lately",
    Patient,
    Viewer.CLINIC,
    "The clinic's patients, the last added first.",
    order=descending("added_at"),
    parents=(Own.ORG,),
)
ClientList(
    "clinic_patients_by_reference",
    Patient,
    Viewer.CLINIC,
    "The clinic's patients by reference, from a given one on: what a search field shows.",
    where=(("reference", ">=", Parameter("reference", "Where to begin, as it is written.")),),
    order=ascending("reference"),
    parents=(Own.ORG,),
)
ClientList(
    "clinic_corrections_of_patient",
    PatientCorrection,
    Viewer.CLINIC,
    "What a patient's record said before it was corrected, the last correction first.",
    order=descending("corrected_at"),
    parents=(Own.ORG, Parameter("patient_id", "The patient.")),
)
