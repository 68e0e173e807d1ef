"""The lists of cases, their files and their timelines, for apps of clinics."""

from core.lists import ClientList, Own, Parameter, among, descending, equal
from core.privacy import Viewer
from scans.cases.models import Case, CaseEvent, CaseStatus, File

_CASE = Parameter("case_id", "The case.")
_OF_CLINIC = equal("clinic_id", Own.ORG)
_LAST_OPENED = descending("opened_at")

ClientList(
    "clinic_cases",
    Case,
    Viewer.CLINIC,
    "The clinic's cases, the last opened first.",
    where=(_OF_CLINIC,),
    order=_LAST_OPENED,
)
ClientList(
    "clinic_cases_by_status",
    Case,
    Viewer.CLINIC,
    "The clinic's cases of one status, the last opened first.",
    where=(_OF_CLINIC, equal("status", Parameter("status", "The status."))),
    order=_LAST_OPENED,
)
ClientList(
    "clinic_cases_open",
    Case,
    Viewer.CLINIC,
    "The clinic's cases that are neither closed nor frozen, the last opened first.",
    where=(
        _OF_CLINIC,
        among("status", set(CaseStatus) - {CaseStatus.CLOSED, CaseStatus.FROZEN}),
    ),
    order=_LAST_OPENED,
)
ClientList(
    "clinic_cases_of_patient",
    Case,
    Viewer.CLINIC,
    "The cases of one of the clinic's patients, the last opened first.",
    where=(_OF_CLINIC, equal("patient_id", Parameter("patient_id", "The patient."))),
    order=_LAST_OPENED,
)
ClientList(
    "clinic_files_of_case",
    File,
    Viewer.CLINIC,
    "All files of a case, superseded ones too, the last one first.",
    where=(_OF_CLINIC,),
    order=descending("ready_at"),
    parents=(_CASE,),
)
ClientList(
    "clinic_files_of_case_current",
    File,
    Viewer.CLINIC,
    "The files of a case that no later scan supersedes, the last one first.",
    where=(_OF_CLINIC, equal("superseded_by", None)),
    order=descending("ready_at"),
    parents=(_CASE,),
)
ClientList(
    "clinic_events_of_case",
    CaseEvent,
    Viewer.CLINIC,
    "The timeline of a case, the last event first.",
    where=(_OF_CLINIC,),
    order=descending("at"),
    parents=(_CASE,),
)
