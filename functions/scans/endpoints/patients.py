"""The callables of patients."""

from core.access import CLINICS
from core.callables import callable_function
from core.context import Context
from core.errors import KeyReused
from scans import errors, patients
from scans.requests import patients as patient_forms


@callable_function(
    request=patient_forms.AddPatient,
    response=patient_forms.PatientSaved,
    roles=CLINICS,
    submits=True,
    raises=(errors.ReferenceTaken, KeyReused),
)
def add_patient(ctx: Context, data: patient_forms.AddPatient) -> patient_forms.PatientSaved:
    """Add a patient to the clinic."""
    return patients.add(ctx, data)


@callable_function(
    request=patient_forms.CorrectPatient,
    response=patient_forms.PatientSaved,
    roles=CLINICS,
    raises=(errors.PatientNotFound, errors.ReferenceTaken, KeyReused),
)
def correct_patient(ctx: Context, data: patient_forms.CorrectPatient) -> patient_forms.PatientSaved:
    """Correct a patient's record; cases and visits under way follow, the history stays."""
    return patients.correct(ctx, data)
