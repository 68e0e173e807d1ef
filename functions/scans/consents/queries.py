"""Queries for consents that others ask too."""

from core.queries import Query
from scans.consents.models import Consent

CONSENTS_OF_PATIENT = Query(Consent, where=(("clinic_id", "=="), ("patient_id", "==")))
