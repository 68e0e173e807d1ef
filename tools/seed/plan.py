"""What stands there when the day is seeded: the table that the play, the check and the docs read.

Nobody in it exists: names are made up, and so are the scans.
"""

from __future__ import annotations

from dataclasses import dataclass

from core.access import Role, Status
from labs.orders.models import OrderState
from scans.cases.models import CaseStatus
from scans.visits.models import VisitState
from support.models import TicketState
from tools.samples import Fault


@dataclass(frozen=True)
class SeededOrganisation:
    """A clinic or a lab. `state` is the code of GST: 27 is Maharashtra, 29 Karnataka."""

    name: str
    address: str
    city: str
    pincode: str
    state: str


@dataclass(frozen=True)
class SeededPerson:
    """Somebody who can sign in, under an address made of the two keys.

    Attributes:
        key: how other rows name the person.
        org: the organisation's key; that of nobody else is the platform's.
        place: where an operator sets out from: the key of a clinic nearby.
    """

    key: str
    name: str
    role: Role
    org: str = ""
    owner: bool = False
    status: Status = Status.ACTIVE
    place: str = ""

    @property
    def email(self) -> str:
        """The address, of a domain that can never be anybody's (RFC 2606)."""
        return f"{self.key}@{self.org or 'scanner'}.example.com"


@dataclass(frozen=True)
class SeededVisit:
    """A visit with a case of its own.

    Attributes:
        state: where it ends up.
        clinic, operator: who asked, and who was sent where anybody was.
        hour: when its appointment begins, in hours from the start of the seed. What begins before
            was asked for the day before.
        case: the status of its case, as that follows from visit, files and consent.
        scans: how many scans the operator uploaded.
    """

    state: VisitState
    clinic: str
    operator: str
    hour: float
    case: CaseStatus
    scans: int = 0


@dataclass(frozen=True)
class SeededCase:
    """A case to which the clinic uploads by itself.

    Attributes:
        key: how orders name it.
        status: where it ends up.
        fault: what is wrong with its scans.
        jaws: how many of the two jaws were scanned.
        broken: whether one more file was uploaded, which the gate refuses.
    """

    key: str
    clinic: str
    status: CaseStatus
    jaws: int = 0
    fault: Fault | None = None
    broken: bool = False


@dataclass(frozen=True)
class SeededOrder:
    """An order for a case: where it ends up, of which lab, and for what work."""

    state: OrderState
    case: str
    lab: str
    work: str = "crown"
    messages: int = 0


@dataclass(frozen=True)
class SeededTicket:
    """A ticket: where it stands, who opened it, what it says."""

    state: TicketState
    opener: str
    subject: str
    text: str


@dataclass(frozen=True)
class Plan:
    """All of a day. The first rows are those that a short day has."""

    people: tuple[SeededPerson, ...]
    visits: tuple[SeededVisit, ...]
    cases: tuple[SeededCase, ...]
    orders: tuple[SeededOrder, ...]
    tickets: tuple[SeededTicket, ...]
    #: Whether there is a past: what was asked for yesterday, what was paid out.
    past: bool = True


ORGANISATIONS = {
    "smile": SeededOrganisation("Smile Dental", "12 MG Road", "Pune", "411001", "27"),
    "lotus": SeededOrganisation(
        "Lotus Dental Care", "8 Residency Road", "Bengaluru", "560025", "29"
    ),
    "aravali": SeededOrganisation("Aravali Dental", "3 Sardar Marg", "Jaipur", "302001", "08"),
    "pearl": SeededOrganisation("Pearl Dental Lab", "4 FC Road", "Pune", "411004", "27"),
    "zircon": SeededOrganisation("Zircon Works", "21 Infantry Road", "Bengaluru", "560001", "29"),
}

_P, _V, _C, _O, _T = SeededPerson, VisitState, CaseStatus, OrderState, TicketState

DAY = Plan(
    people=(
        _P("asha", "Dr. Asha Rao", Role.CLINIC, "smile", owner=True),
        _P("kiran", "Dr. Kiran Patil", Role.CLINIC, "smile"),
        _P("vikram", "Dr. Vikram Shah", Role.CLINIC, "lotus", owner=True),
        _P("ravi", "Ravi Kulkarni", Role.OPERATOR, place="smile"),
        _P("sunita", "Sunita Gowda", Role.OPERATOR, place="lotus"),
        _P("farhan", "Farhan Shaikh", Role.OPERATOR, status=Status.SUSPENDED, place="smile"),
        _P("meena", "Meena Iyer", Role.LAB, "pearl", owner=True),
        _P("joseph", "Joseph D'Souza", Role.LAB, "zircon", owner=True),
        _P("anil", "Anil Menon", Role.ADMIN),
        _P("leela", "Leela Nair", Role.ADMIN),
        _P("neha", "Dr. Neha Gupta", Role.CLINIC, "aravali", owner=True, status=Status.PENDING),
    ),
    visits=(
        SeededVisit(_V.COMPLETED, "asha", "ravi", -4, _C.SCANNED, scans=2),
        SeededVisit(_V.UPLOADED, "kiran", "ravi", -2, _C.SCHEDULED, scans=1),
        SeededVisit(_V.SCANNING, "asha", "ravi", -0.5, _C.SCHEDULED),
        SeededVisit(_V.NO_SHOW, "vikram", "sunita", -3, _C.OPEN),
        SeededVisit(_V.ARRIVED, "vikram", "sunita", -0.25, _C.SCHEDULED),
        SeededVisit(_V.INTERRUPTED, "asha", "farhan", -1, _C.SCHEDULED, scans=1),
        SeededVisit(_V.EN_ROUTE, "vikram", "sunita", 1, _C.SCHEDULED),
        SeededVisit(_V.ACCEPTED, "kiran", "ravi", 2, _C.SCHEDULED),
        SeededVisit(_V.ASSIGNED, "asha", "ravi", 4, _C.SCHEDULED),
        SeededVisit(_V.CANCELLED, "asha", "sunita", 3, _C.OPEN),
        SeededVisit(_V.DECLINED, "vikram", "sunita", 5, _C.SCHEDULED),
        SeededVisit(_V.RESCHEDULED, "kiran", "ravi", 6, _C.SCHEDULED),
        SeededVisit(_V.REQUESTED, "asha", "ravi", 26, _C.SCHEDULED),
        SeededVisit(_V.REQUESTED, "vikram", "sunita", 28, _C.SCHEDULED),
    ),
    cases=(
        SeededCase("sound", "asha", _C.SCANNED, jaws=2),
        SeededCase("hole", "kiran", _C.SCANNED, jaws=2, fault="hole at tooth"),
        SeededCase("apart", "asha", _C.SCANNED, jaws=2, fault="not aligned"),
        SeededCase("lotus", "vikram", _C.SCANNED, jaws=2),
        SeededCase("empty", "asha", _C.OPEN, broken=True),
        SeededCase("closed", "kiran", _C.CLOSED, jaws=1),
        SeededCase("withdrawn", "asha", _C.FROZEN, jaws=1),
        SeededCase("minor", "vikram", _C.AWAITING_GUARDIAN),
    ),
    orders=(
        SeededOrder(_O.PLACED, "sound", "meena", messages=1),
        SeededOrder(_O.COMPLETED, "sound", "meena", "night_guard", messages=2),
        SeededOrder(_O.ACCEPTED, "hole", "meena", messages=2),
        SeededOrder(_O.RESCAN_REQUESTED, "apart", "meena"),
        SeededOrder(_O.IN_PRODUCTION, "sound", "meena", "study_model"),
        SeededOrder(_O.ON_HOLD, "lotus", "joseph", messages=2),
        SeededOrder(_O.READY, "lotus", "joseph", "night_guard"),
        SeededOrder(_O.SHIPPED, "sound", "joseph", "night_guard"),
        SeededOrder(_O.DELIVERED, "lotus", "meena", "night_guard"),
        SeededOrder(_O.REMAKE_REQUESTED, "lotus", "meena"),
        SeededOrder(_O.LOST, "apart", "joseph", "study_model"),
        SeededOrder(_O.REJECTED, "apart", "joseph", "night_guard"),
        SeededOrder(_O.CANCELLED, "hole", "joseph", "study_model"),
    ),
    tickets=(
        SeededTicket(_T.OPEN, "vikram", "An operator did not come", "Who can help us today?"),
        SeededTicket(_T.ANSWERED, "ravi", "The clinic has moved", "It is next door now."),
        SeededTicket(
            _T.CLOSED, "meena", "Where is our invoice?", "We look for that of last month."
        ),
    ),
)

#: The same day in little and without a past, for a suite on which other tests run.
SHORT_DAY = Plan(
    people=tuple(p for p in DAY.people if p.key in ("asha", "sunita", "meena", "anil", "neha")),
    visits=(
        SeededVisit(_V.ACCEPTED, "asha", "sunita", 2, _C.SCHEDULED),
        SeededVisit(_V.DECLINED, "asha", "sunita", 4, _C.SCHEDULED),
    ),
    cases=(SeededCase("hole", "asha", _C.SCANNED, jaws=2, fault="hole at tooth"),),
    orders=(SeededOrder(_O.ACCEPTED, "hole", "meena", messages=2),),
    tickets=(SeededTicket(_T.OPEN, "asha", "No link", "Who can help us?"),),
    past=False,
)
