"""What people of a rehearsal do: a cast, and seeded stories that the seeded day knows how to play.

Each story is one of `tools.seed`: a visit from the request to its end, a case of a clinic's own
scans with an order from a lab, a ticket, a wallet that is filled.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from benchmarks.rehearsal_network import Actor, Network, Watch
from core.access import Role
from labs.orders.models import OrderState
from scans.cases.models import CaseStatus
from scans.visits.models import VisitState
from support.models import TicketState
from tests.support.people import Cast, appointed_admin
from tools.client import CallError, Person
from tools.gateway import act_at
from tools.seed import cases, desk, money, orders, scans, visits
from tools.seed.asking import ask
from tools.seed.patients import Register
from tools.seed.plan import ORGANISATIONS, SeededCase, SeededOrder, SeededTicket, SeededVisit

if TYPE_CHECKING:
    from tools.samples import SampleCase

#: Who is set up at a time.
_AT_ONCE = 8
#: A callable of each function that people call.
_WARMED = (
    "labs/place_order", "payments/start_top_up", "scans/start_upload", "support/open_ticket",
    "wallet/get_prices",
)  # fmt: skip
#: Scans that are made; patients of different clinics share them.
_SAMPLES = 4
#: How often each story comes in 20 of them, and where it ends.
_VISITS = [VisitState.COMPLETED] * 5 + [VisitState.CANCELLED, VisitState.DECLINED]
_ORDERS = [OrderState.COMPLETED] * 4 + [
    OrderState.ACCEPTED, OrderState.SHIPPED, OrderState.REJECTED,
]  # fmt: skip
_STORIES = ["visit"] * 7 + ["order"] * 7 + ["top_up"] * 3 + ["ticket"] * 1 + ["look"] * 2
#: Appointments of one operator lie so far apart, in hours from now; the first is tomorrow.
_FIRST, _APART = 25.0, 1.0


@dataclass(frozen=True)
class Size:
    """How many people there are, each with an organisation of its own where it is no operator."""

    clinics: int
    operators: int
    labs: int


@dataclass(frozen=True)
class Clinic:
    """A clinic: its owner, and the id of its organisation."""

    owner: Actor
    org: str


@dataclass
class People:
    """Everybody of a rehearsal, and what each has in mind."""

    admin: Actor
    clinics: list[Clinic]
    operators: list[Actor]
    #: A lab's owner, its id and its services.
    labs: list[tuple[Actor, tuple[str, dict[str, str]]]]

    @property
    def actors(self) -> list[Actor]:
        """All of them."""
        owners = [clinic.owner for clinic in self.clinics]
        return [self.admin, *owners, *self.operators, *(lab for lab, _ in self.labs)]


@dataclass
class Played:
    """What stories ended with: the state that each thing has to be in."""

    visits: dict[str, str] = field(default_factory=dict)
    orders: dict[str, str] = field(default_factory=dict)
    #: Who has to hear of something, by the kind of the notice and what it is about.
    told: dict[tuple[str, str], str] = field(default_factory=dict)
    #: Paise by the clinic that they are for.
    paid_in: list[tuple[str, int]] = field(default_factory=list)
    #: The kinds of those that came to their end.
    stories: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Story:
    """Something that one clinic begins at a moment, in seconds from the start."""

    at: float
    kind: str
    clinic: int
    number: int


def stories(size: Size, each: int, seconds: float, seed: int, first: int = 0) -> list[Story]:
    """Draw `each` stories for each clinic, spread over so many seconds, in their order."""
    chance = random.Random(f"{seed} stories")  # noqa: S311  a plan, no secrets
    drawn = [
        (chance.uniform(0, seconds), chance.choice(_STORIES), clinic)
        for clinic in range(size.clinics)
        for _ in range(each)
    ]
    return [
        Story(at, kind, clinic, first + number)
        for number, (at, kind, clinic) in enumerate(sorted(drawn))
    ]


class Stage:
    """People on a suite, and the stories that they play there."""

    def __init__(self, size: Size, seed: int, watch: Watch, played: Played) -> None:
        """Have everybody registered and approved, wallets filled, labs opened."""
        self.watch, self.played = watch, played
        self._seed, self._register = seed, Register(seed)
        self._now = datetime.now(UTC)
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            warm = [pool.submit(_start, name) for name in _WARMED]
            samples = [pool.submit(scans.made, seed, number) for number in range(_SAMPLES)]
            self.people = self._gather(pool, size)
            self._samples: list[SampleCase] = [each.result() for each in samples]
            for each in warm:
                each.result()

    def _gather(self, pool: Executor, size: Size) -> People:
        admin = self._actor(appointed_admin(), "admin")
        cast = Cast(admin)
        known = admin.call("wallet/get_prices")["price_list"]
        ask(admin, "wallet/publish_prices", replaces=known, prices=money.PRICES)
        clinics = pool.map(lambda n: self._clinic(cast, n), range(size.clinics))
        operators = pool.map(lambda n: self._operator(cast, n), range(size.operators))
        labs = pool.map(lambda n: self._lab(cast, n), range(size.labs))
        return People(admin, list(clinics), list(operators), list(labs))

    def _actor(self, person: Person, name: str) -> Actor:
        chance = random.Random(f"{self._seed} {name}")  # noqa: S311  as above
        return Actor(person, Network(self.watch, chance))

    def _clinic(self, cast: Cast, number: int) -> Clinic:
        owner = self._actor(cast.member("clinic"), f"clinic {number}")
        org = _org(owner)
        _bill(owner, number)
        given = {"wallet_id": org, "kind": Role.CLINIC.value, "paise": money.OPENING}
        ask(cast.admin, "wallet/adjust_wallet", **given, reason="Brought forward.")
        self.played.paid_in.append((org, money.OPENING))
        return Clinic(owner, org)

    def _operator(self, cast: Cast, number: int) -> Actor:
        operator = self._actor(cast.member("operator"), f"operator {number}")
        place = ORGANISATIONS["smile"]
        area = {"city": place.city, "pincode": place.pincode, "available": True}
        operator.call("scans/set_service_area", **area)
        return operator

    def _lab(self, cast: Cast, number: int) -> tuple[Actor, tuple[str, dict[str, str]]]:
        lab = self._actor(cast.member("lab"), f"lab {number}")
        _bill(lab, number)
        return lab, orders.open_lab(lab)

    def play(self, story: Story) -> None:
        """Play a story to its end.

        Raises:
            CallError, ConnectionError, TimeoutError, DeniedError: it came to none.
        """
        acts: dict[str, Callable[[Story, Clinic, random.Random], None]] = {
            "visit": self._visit,
            "order": self._order,
            "top_up": self._top_up,
            "ticket": self._ticket,
            "look": self._look,
        }
        chance = random.Random(f"{self._seed} story {story.number}")  # noqa: S311  as above
        acts[story.kind](story, self.people.clinics[story.clinic], chance)
        self.played.stories.append(story.kind)

    def _visit(self, story: Story, clinic: Clinic, chance: random.Random) -> None:
        turn, place = divmod(story.number, len(self.people.operators))
        operator = self.people.operators[place]
        state = chance.choice(_VISITS)
        hour = _FIRST + _APART * turn
        planned = SeededVisit(state, "", "", hour, CaseStatus.SCHEDULED, scans=1)
        people = visits.People(clinic.owner, operator, self.people.admin)
        sample = chance.choice(self._samples)
        booked = visits.play(planned, story.number, people, self._register, self._now, sample)
        self.played.visits[booked.visit_id] = state.value
        self.played.told["visit_assigned", booked.visit_id] = operator.uid

    def _order(self, story: Story, clinic: Clinic, chance: random.Random) -> None:
        opened = cases.play(
            SeededCase("", "", CaseStatus.SCANNED, jaws=chance.choice([1, 1, 2])),
            story.number,
            clinic.owner,
            clinic.org,
            self._register,
            chance.choice(self._samples),
        )
        lab, services = chance.choice(self.people.labs)
        work, state = chance.choice(["crown", "night_guard"]), chance.choice(_ORDERS)
        planned = SeededOrder(state, "", "", work, messages=chance.choice([0, 1, 2]))
        order_id = orders.play(planned, opened, clinic.owner, lab, services)
        self.played.orders[order_id] = state.value
        self.played.told["order_placed", order_id] = lab.uid

    def _top_up(self, story: Story, clinic: Clinic, chance: random.Random) -> None:
        del story
        paise = chance.choice([100_000, 500_000, 1_000_000])
        started = ask(clinic.owner, "payments/start_top_up", paise=paise)
        act_at(started["order_id"], "pay")
        self.played.paid_in.append((clinic.org, paise))
        self.played.told["payment_received", started["payment_id"]] = clinic.owner.uid

    def _ticket(self, story: Story, clinic: Clinic, chance: random.Random) -> None:
        state = chance.choice([TicketState.ANSWERED, TicketState.CLOSED])
        planned = SeededTicket(state, "", f"Question {story.number}", "Who can help us today?")
        desk.open_ticket(planned, clinic.owner, self.people.admin)

    def _look(self, story: Story, clinic: Clinic, chance: random.Random) -> None:
        """Look at what there is, as an app that is opened: lists, the inbox, links to a scan."""
        del story, chance
        own = ("clinic_id", "EQUAL", clinic.org)
        found = clinic.owner.query("cases", own)
        clinic.owner.query("inbox", parent=f"users/{clinic.owner.uid}")
        clinic.owner.call("wallet/get_balance")
        for case in found[-1:]:
            files = _files(clinic, str(case["id"]))
            if files:
                clinic.owner.call("scans/get_file_links", case_id=case["id"], file_ids=files)


def _files(clinic: Clinic, case_id: str) -> list[str]:
    own = ("clinic_id", "EQUAL", clinic.org)
    return [str(f["id"]) for f in clinic.owner.query("files", own, parent=f"cases/{case_id}")]


def _org(person: Person) -> str:
    account: dict[str, Any] = person.read(f"users/{person.uid}") or {}
    return str(account["org"])


def _start(function: str) -> None:
    """Call as nobody, so that the function's process runs, as it does in a busy hour."""
    with suppress(CallError):
        Person().call(function)


def _bill(owner: Person, number: int) -> None:
    """Enter who pays and is paid, in one of three states of GST."""
    place = list(ORGANISATIONS.values())[number % len(ORGANISATIONS)]
    address = f"{place.address}, {place.city} {place.pincode}"
    billing = {"legal_name": f"{place.name} LLP", "address": address, "state": place.state}
    owner.call("wallet/set_billing", billing=billing)
