"""The lists of uploads: for apps of clinics and operators, and for who attaches files."""

from core.lists import ClientList, Own, Parameter, among, ascending, descending, equal
from core.privacy import Viewer
from scans.uploads.models import Upload, UploadState

_OF_CLINIC = equal("clinic_id", Own.ORG)
_OF_OPERATOR = equal("operator", Own.UID)
_UNDER_WAY = among("state", {UploadState.ISSUED, UploadState.PROCESSING})
_REJECTED = equal("state", UploadState.REJECTED)
_LAST_ISSUED = descending("issued_at")
_LAST_DONE = descending("done_at")

ClientList(
    "clinic_uploads_of_case",
    Upload,
    Viewer.CLINIC,
    "The uploads for a case, the last begun first.",
    where=(_OF_CLINIC, equal("case_id", Parameter("case_id", "The case."))),
    order=_LAST_ISSUED,
)
ClientList(
    "clinic_uploads_under_way",
    Upload,
    Viewer.CLINIC,
    "The clinic's uploads that have not arrived, or are being examined, the last begun first.",
    where=(_OF_CLINIC, _UNDER_WAY),
    order=_LAST_ISSUED,
)
ClientList(
    "clinic_uploads_rejected",
    Upload,
    Viewer.CLINIC,
    "The clinic's uploads that were not let in, the last examined first.",
    where=(_OF_CLINIC, _REJECTED),
    order=_LAST_DONE,
)
ClientList(
    "operator_uploads_of_visit",
    Upload,
    Viewer.OPERATOR,
    "The operator's uploads at a visit, the last begun first.",
    where=(_OF_OPERATOR, equal("visit_id", Parameter("visit_id", "The visit."))),
    order=_LAST_ISSUED,
)
ClientList(
    "operator_uploads_under_way",
    Upload,
    Viewer.OPERATOR,
    "The operator's uploads that have not arrived, or are being examined, the last begun first.",
    where=(_OF_OPERATOR, _UNDER_WAY),
    order=_LAST_ISSUED,
)
ClientList(
    "operator_uploads_rejected",
    Upload,
    Viewer.OPERATOR,
    "The operator's uploads that were not let in, the last examined first.",
    where=(_OF_OPERATOR, _REJECTED),
    order=_LAST_DONE,
)
ClientList(
    "own_attachments_unsent",
    Upload,
    Viewer.ACTIVE_SUBJECT,
    "What the reader uploaded for a message or a ticket and has not sent, the first one first.",
    where=(
        equal("holder", Own.UID),
        equal("subject", Parameter("subject", "The path of what it is to go along with.")),
        equal("sent_with", None),
    ),
    order=ascending("issued_at"),
)
