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
from labs.models.orders import (
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
