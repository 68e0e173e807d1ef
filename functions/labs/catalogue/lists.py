"""The lists of labs and of what they offer, for apps of clinics, labs and admins."""

from core.lists import ClientList, Own, Parameter, ascending, equal
from core.privacy import Viewer
from labs.catalogue.models import LabProfile, Service

_LAB = Parameter("lab_id", "The lab.")
_ACCEPTING = equal("accepting", True)
_ACTIVE = equal("active", True)
_BY_NAME = ascending("name")

ClientList(
    "clinic_labs_accepting",
    LabProfile,
    Viewer.ANY_CLINIC,
    "The labs that take orders, by name.",
    where=(_ACCEPTING,),
    order=_BY_NAME,
)
ClientList(
    "clinic_labs_accepting_in_city",
    LabProfile,
    Viewer.ANY_CLINIC,
    "The labs of one city that take orders, by name.",
    where=(_ACCEPTING, equal("city", Parameter("city", "The city, as the labs write it."))),
    order=_BY_NAME,
)
ClientList(
    "clinic_services_of_lab",
    Service,
    Viewer.ANY_CLINIC,
    "What can be ordered of a lab, by name.",
    where=(_ACTIVE,),
    order=_BY_NAME,
    parents=(_LAB,),
)
ClientList(
    "clinic_services_of_lab_by_work",
    Service,
    Viewer.ANY_CLINIC,
    "What can be ordered of a lab for one type of work, the cheapest first.",
    where=(_ACTIVE, equal("work", Parameter("work", "The type of the work."))),
    order=ascending("price"),
    parents=(_LAB,),
)
ClientList(
    "lab_services",
    Service,
    Viewer.LAB,
    "The lab's own services, withdrawn ones too, by name.",
    order=_BY_NAME,
    parents=(Own.ORG,),
)
ClientList(
    "lab_services_active",
    Service,
    Viewer.LAB,
    "What can be ordered of the lab, by name.",
    where=(_ACTIVE,),
    order=_BY_NAME,
    parents=(Own.ORG,),
)
ClientList(
    "admin_lab_profiles",
    LabProfile,
    Viewer.ADMIN,
    "All labs as clinics see them, by name.",
    order=_BY_NAME,
)
ClientList(
    "admin_services_of_lab",
    Service,
    Viewer.ADMIN,
    "The services of a lab, withdrawn ones too, by name.",
    order=_BY_NAME,
    parents=(_LAB,),
)
