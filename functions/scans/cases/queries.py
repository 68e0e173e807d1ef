"""Queries for cases that several rooms ask."""

from core.queries import Query
from scans.cases.models import Case

CASES_OF_PATIENT = Query(Case, where=(("clinic_id", "=="), ("patient_id", "==")))
