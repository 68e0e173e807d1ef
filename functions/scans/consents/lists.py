"""The lists of consents, for apps of clinics."""

from core.lists import ClientList, Own, Parameter, descending, equal
from core.privacy import Viewer
from scans.consents.models import Consent

_LAST_ATTESTED = descending("attested_at")
_OF_CLINIC = equal("clinic_id", Own.ORG)

ClientList(
    "clinic_consents",
    Consent,
    Viewer.CLINIC,
    "The consents that the clinic attested, the last one first.",
    where=(_OF_CLINIC,),
    order=_LAST_ATTESTED,
)
ClientList(
    "clinic_consents_of_patient",
    Consent,
    Viewer.CLINIC,
    "The consents of one patient, the last one first.",
    where=(_OF_CLINIC, equal("patient_id", Parameter("patient_id", "The patient."))),
    order=_LAST_ATTESTED,
)
ClientList(
    "clinic_consents_by_state",
    Consent,
    Viewer.CLINIC,
    "The clinic's consents that stand, or those that were withdrawn, the last one first.",
    where=(_OF_CLINIC, equal("state", Parameter("state", "The state."))),
    order=_LAST_ATTESTED,
)
