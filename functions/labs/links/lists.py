"""The lists of shares, which tell what labs fetched, for apps of clinics and admins."""

from core.lists import ClientList, Own, Parameter, ascending, descending, equal
from core.privacy import Viewer
from labs.links.models import Share

_OF_CLINIC = equal("clinic_id", Own.ORG)
_LAST = descending("at")

ClientList(
    "clinic_shares",
    Share,
    Viewer.CLINIC,
    "What labs fetched of the clinic's patients, the last one first.",
    where=(_OF_CLINIC,),
    order=_LAST,
)
ClientList(
    "clinic_shares_of_patient",
    Share,
    Viewer.CLINIC,
    "What labs fetched of one patient, the last one first.",
    where=(_OF_CLINIC, equal("patient_id", Parameter("patient_id", "The patient."))),
    order=_LAST,
)
ClientList(
    "clinic_shares_of_order",
    Share,
    Viewer.CLINIC,
    "What the lab of an order fetched for it, the last one first.",
    where=(_OF_CLINIC, equal("order_id", Parameter("order_id", "The order."))),
    order=_LAST,
)
for _of, _field, _description in (
    ("order", "order_id", "The order."),
    ("lab", "lab_id", "The lab."),
    ("member", "uid", "The member of a lab."),
):
    ClientList(
        f"admin_shares_of_{_of}",
        Share,
        Viewer.ADMIN,
        f"What was fetched of patients, by {_of}, the first one first.",
        where=(equal(_field, Parameter(_field, _description)),),
        order=ascending("at"),
    )
