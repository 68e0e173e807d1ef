"""The lists of visits and of operators, for apps of clinics, operators and admins."""

from core.lists import ClientList, Own, Parameter, among, ascending, descending, equal, within
from core.privacy import Viewer
from scans.visits.models import Operator, Visit, VisitState
from scans.visits.states import ENDED

_OF_CLINIC = equal("clinic_id", Own.ORG)
_ASSIGNED = equal("assignee", Own.UID)
_LAST_REQUESTED = descending("requested_at")
_BY_TIME = ascending("slot.starts_at")
_BETWEEN = within("slot.starts_at")
_IN_STATE = equal("state", Parameter("state", "The state."))

ClientList(
    "clinic_visits",
    Visit,
    Viewer.CLINIC,
    "The visits that the clinic requested, the last requested first.",
    where=(_OF_CLINIC,),
    order=_LAST_REQUESTED,
)
ClientList(
    "clinic_visits_by_state",
    Visit,
    Viewer.CLINIC,
    "The clinic's visits in one state, the last requested first.",
    where=(_OF_CLINIC, _IN_STATE),
    order=_LAST_REQUESTED,
)
ClientList(
    "clinic_visits_open",
    Visit,
    Viewer.CLINIC,
    "The clinic's visits that have not come to an end, the last requested first.",
    where=(_OF_CLINIC, among("state", set(VisitState) - ENDED)),
    order=_LAST_REQUESTED,
)
ClientList(
    "clinic_visits_of_case",
    Visit,
    Viewer.CLINIC,
    "The visits for one case, the last requested first.",
    where=(_OF_CLINIC, equal("case_id", Parameter("case_id", "The case."))),
    order=_LAST_REQUESTED,
)
ClientList(
    "clinic_visits_between",
    Visit,
    Viewer.CLINIC,
    "The clinic's visits that begin within a time, such as today or next week, the first first. "
    "In whatever state they are; those without an appointment are not among them.",
    where=(_OF_CLINIC, *_BETWEEN),
    order=_BY_TIME,
)
ClientList(
    "operator_visits",
    Visit,
    Viewer.OPERATOR,
    "The visits that the operator is assigned to, the first one first.",
    where=(_ASSIGNED,),
    order=_BY_TIME,
)
ClientList(
    "operator_visits_by_state",
    Visit,
    Viewer.OPERATOR,
    "The operator's visits in one state, such as those to be answered, the first one first.",
    where=(_ASSIGNED, _IN_STATE),
    order=_BY_TIME,
)
ClientList(
    "operator_visits_between",
    Visit,
    Viewer.OPERATOR,
    "The operator's visits that begin within a time, such as today, the first one first.",
    where=(_ASSIGNED, *_BETWEEN),
    order=_BY_TIME,
)
ClientList(
    "admin_operators",
    Operator,
    Viewer.ADMIN,
    "The operators, by the city that they set out from; those without one first.",
    order=ascending("city_key"),
)
ClientList(
    "admin_operators_available_in_city",
    Operator,
    Viewer.ADMIN,
    "The operators of one city who take visits, by sorting district.",
    where=(
        equal("available", True),
        equal("city_key", Parameter("city_key", "The city, as rosters spell it.")),
    ),
    order=ascending("district"),
)
