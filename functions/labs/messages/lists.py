"""The lists of messages on orders, for apps of clinics and labs."""

from core.lists import ClientList, Own, Parameter, descending, equal
from core.privacy import Viewer
from labs.messages.models import OrderMessage

for _side, _field in ((Viewer.CLINIC, "clinic_id"), (Viewer.LAB, "lab_id")):
    ClientList(
        f"{_side}_messages_of_order",
        OrderMessage,
        _side,
        "The messages on an order, the last one first.",
        where=(equal(_field, Own.ORG),),
        order=descending("sent_at"),
        parents=(Parameter("order_id", "The order."),),
    )
