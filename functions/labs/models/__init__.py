"""The documents of labs, one module per subject."""

from labs.models.catalogue import (
    Day,
    Hours,
    LabProfile,
    Material,
    Offer,
    Per,
    Service,
    WorkType,
)
from labs.models.messages import OrderMessage
from labs.models.orders import (
    ENDED,
    Item,
    Order,
    OrderEvent,
    OrderState,
    PatientTag,
    Reason,
    Sender,
    SharedFile,
    Shipment,
)
from labs.models.shares import Fetch, LinkCount, Share

__all__ = [
    "ENDED",
    "Day",
    "Fetch",
    "Hours",
    "Item",
    "LabProfile",
    "LinkCount",
    "Material",
    "Offer",
    "Order",
    "OrderEvent",
    "OrderMessage",
    "OrderState",
    "PatientTag",
    "Per",
    "Reason",
    "Sender",
    "Service",
    "Share",
    "SharedFile",
    "Shipment",
    "WorkType",
]
