"""The callables of patients."""

from core.access import CLINICS
from core.callables import callable_function
from core.context import Context
from core.errors import KeyReused
from core.idempotency import Request
from scans.patients import errors, records
from scans.patients import requests as patient_forms


@callable_function(
    request=patient_forms.AddPatient,
    response=patient_forms.PatientSaved,
    roles=CLINICS,
    submits=True,
    begins=True,
    raises=(errors.ReferenceTaken, KeyReused),
    locks=(Request, records.reserved),
)
def add_patient(ctx: Context, data: patient_forms.AddPatient) -> patient_forms.PatientSaved:
    """Add a patient to the clinic."""
    return records.add(ctx, data)
