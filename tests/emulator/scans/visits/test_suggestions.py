"""Suggesting operators: who is free, how near, and how busy."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest

from core.access import Role
from core.firebase import firestore_client
from scans.visits import roster
from scans.visits.models import Booking, Operator, VisitSlot
from scans.visits.requests import SetServiceArea, SuggestOperators
from tests.support.clinic_fixture import ClinicFixture
from tests.support.moments import DAY, HOUR, NOW, QUARTER, hour, key, moved, offered, refused


def operator(
    practice: ClinicFixture, name: str, city: str, pincode: str, *bookings: VisitSlot
) -> str:
    """An operator who works somewhere and has visits."""
    uid = practice.join(name, Role.OPERATOR)
    area = SetServiceArea(city=city, pincode=pincode, available=True)
    roster.set_area(practice.ctx(name), area)
    booked = [Booking(**dict(slot), visit_id=f"v{n}") for n, slot in enumerate(bookings)]
    found = practice.ctx().store.get(Operator, uid)
    assert found is not None
    practice.tenants.seed(found.model_copy(update={"bookings": booked}))
    return uid


def suggested(
    practice: ClinicFixture, visit_id: str, slot: VisitSlot = DAY
) -> list[tuple[Any, ...]]:
    """Those suggested whom the test knows, by name, in order."""
    form = SuggestOperators(visit_id=visit_id, slot=offered(slot))
    names = {caller.uid: name for name, caller in practice.people.items()}
    found = roster.suggest(practice.ctx("admin"), form).operators
    return [(names[s.uid], s.near, s.visits_that_day, s.visits) for s in found if s.uid in names]


@dataclass
class Far(ClinicFixture):
    """A practice in a city and a district of its own, where no other test's operators work."""

    city: str = field(default_factory=lambda: f"Town {key()}")
    district: int = field(default_factory=lambda: random.randint(100, 999))

    def __post_init__(self) -> None:
        super().__post_init__()
        clinic = firestore_client().document(f"clinics/{self.tenants.clinic}")
        clinic.update({"city": self.city, "pincode": f"{self.district}001"})


@pytest.fixture
def far() -> Far:
    """A practice whose operators are the test's own, and all that there are."""
    return Far()


def test_the_nearest_and_the_least_busy_come_first(far: Far) -> None:
    city, district = far.city, far.district
    later = [hour(24 + 3), hour(24 + 5)]
    another_day = [hour(24 * n) for n in (4, 5, 6)]
    operator(far, "district", "Elsewhere", f"{district}777")
    operator(far, "city, other district", f"  {city.upper()} ", "999001")
    operator(far, "pincode, busy that day", city, f"{district}001", *later)
    operator(far, "pincode, busy later", "Elsewhere", f"{district}001", *another_day)
    operator(far, "pincode, once that day", city, f"{district}001", later[0])
    operator(far, "nowhere near", "Elsewhere", "999001")
    assert suggested(far, far.asked(DAY)) == [
        ("pincode, busy later", "pincode", 0, 3),
        ("pincode, once that day", "pincode", 1, 1),
        ("pincode, busy that day", "pincode", 2, 2),
        ("city, other district", "city", 0, 0),
        ("district", "district", 0, 0),
    ]


def test_who_is_busy_away_or_suspended_is_not_suggested(far: Far) -> None:
    visit_id, place = far.asked(DAY), (far.city, f"{far.district}001")
    operator(far, "free until then", *place, moved(-HOUR))
    operator(far, "busy", *place, moved(QUARTER))
    operator(far, "away", *place)
    operator(far, "suspended", *place)
    away = SetServiceArea(city=place[0], pincode=place[1], available=False)
    roster.set_area(far.ctx("away"), away)
    firestore_client().document(f"users/{far.uid('suspended')}").update({"status": "suspended"})
    assert suggested(far, visit_id) == [("free until then", "pincode", 1, 1)]
    far.assign(visit_id, "free until then")
    assert suggested(far, visit_id), "its own visit is not in an operator's way"


def test_the_day_is_that_of_the_clinic(far: Far) -> None:
    midnight = NOW.replace(hour=18, minute=30) + timedelta(days=1)  # in Pune
    late = VisitSlot(starts_at=midnight - HOUR, ends_at=midnight)
    early = VisitSlot(starts_at=midnight, ends_at=midnight + HOUR)
    operator(far, "late", far.city, f"{far.district}001", late)
    visit_id = far.asked(early)
    assert suggested(far, visit_id, early) == [("late", "pincode", 0, 1)]


def test_ten_are_suggested_at_most(far: Far) -> None:
    visit_id = far.asked(DAY)
    for number in range(11):
        operator(far, f"one of eleven, {number}", far.city, f"{far.district}001")
    assert len(suggested(far, visit_id)) == 10


@pytest.mark.parametrize(("suspended", "requests", "accounts"), [(0, 1, 10), (1, 2, 12)])
def test_accounts_are_asked_for_ten_at_a_time(
    far: Far, suspended: int, requests: int, accounts: int
) -> None:
    """The visit, three queries side by side, the accounts and the record of it."""
    visit_id = far.asked(DAY)
    uids = sorted(operator(far, f"{n}", far.city, f"{far.district}001") for n in range(12))
    for uid in uids[:suspended]:
        firestore_client().document(f"users/{uid}").update({"status": "suspended"})
    ctx = far.ctx("admin")
    form = SuggestOperators(visit_id=visit_id, slot=offered(DAY))
    found = roster.suggest(ctx, form).operators
    assert [each.uid for each in found] == uids[suspended : suspended + 10]
    assert ctx.store.tally.trips == 1 + 1 + requests + 1
    assert ctx.store.tally.reads == 1 + 3 * 12 + accounts


def test_no_suggestions_for_a_visit_that_is_none(practice: ClinicFixture) -> None:
    refused(lambda: suggested(practice, "v" * 20), "visit-not-found")
