"""The lists of audit entries, for apps of admins."""

from core.audit import AuditEntry
from core.lists import ClientList, Parameter, descending, equal
from core.privacy import Viewer

_LAST = descending("at")

ClientList(
    "admin_audit", AuditEntry, Viewer.ADMIN, "All acts on record, the last first.", order=_LAST
)
for _of, _field, _description in (
    ("of_actor", "actor", "The uid of who acted."),
    ("of_subject", "subject", "The path of the document that was acted on."),
    ("by_action", "action", "The act."),
):
    ClientList(
        f"admin_audit_{_of}",
        AuditEntry,
        Viewer.ADMIN,
        f"The acts on record by {_field}, the last one first.",
        where=(equal(_field, Parameter(_field, _description)),),
        order=_LAST,
    )
