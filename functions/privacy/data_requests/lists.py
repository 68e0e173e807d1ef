"""The lists of requests about data: a person's own, and a clinic's about its patients."""

from core.lists import ClientList, Own, Parameter, descending, equal
from core.privacy import Viewer
from privacy.models import PrivacyRequest

_OF_CLINIC = equal("clinic_id", Own.ORG)
_LAST_ASKED = descending("asked_at")

ClientList(
    "own_privacy_requests",
    PrivacyRequest,
    Viewer.SUBJECT,
    "What the reader asked about the data of the own account, the last one first.",
    where=(equal("uid", Own.UID),),
    order=_LAST_ASKED,
)
ClientList(
    "clinic_privacy_requests",
    PrivacyRequest,
    Viewer.CLINIC,
    "What the clinic asked about its patients' data, the last one first.",
    where=(_OF_CLINIC,),
    order=_LAST_ASKED,
)
ClientList(
    "clinic_privacy_requests_of_patient",
    PrivacyRequest,
    Viewer.CLINIC,
    "What the clinic asked about one patient's data, the last one first.",
    where=(
        _OF_CLINIC,
        equal("subject", Parameter("subject", "The path of the patient's record.")),
    ),
    order=_LAST_ASKED,
)
