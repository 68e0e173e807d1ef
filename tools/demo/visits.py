"""A visit from each side: the clinic asks for it, an admin assigns it, its people move it on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from tools.client import Person
from tools.demo.asking import ask, rows
from tools.demo.show import ZONE
from tools.demo.steps import UnexpectedError

_CONSENT = "2026-05"  # the version of the consent text that the clinic had its patient sign

Slot = dict[str, str]


@dataclass(frozen=True)
class Visit:
    """A visit that was asked for: its ids and the slots that the clinic offered."""

    case_id: str
    visit_id: str
    slots: list[Slot]


def add_patient(clinic: Person, reference: str, name: str) -> str:
    """Add an adult patient; returns the id."""
    saved = ask(clinic, "scans/add_patient", reference=reference, name=name, age_group="adult")
    return str(saved["patient_id"])


def record_consent(clinic: Person, patient_id: str) -> str:
    """Attest that a patient consented to being scanned, to sharing and to images; the id."""
    recorded = ask(
        clinic,
        "scans/record_consent",
        patient_id=patient_id,
        age_group="adult",
        text_version=_CONSENT,
        language="en",
        scope=["scan", "share_with_lab", "images"],
        obtained_at=datetime.now(UTC).isoformat(),
        obtained_by="Dr. Asha Rao",
    )
    return str(recorded["consent_id"])


def request(clinic: Person, patient_id: str, consent_id: str, hour: int) -> Visit:
    """Ask for a visit on one of the next two days, at the prices that the app shows then."""
    slots = slots_at(hour, datetime.now(UTC))
    opened = ask(
        clinic,
        "scans/request_visit",
        patient_id=patient_id,
        consent_id=consent_id,
        slots=slots,
        scans=["upper_arch", "lower_arch", "bite"],
        price_list=clinic.call("wallet/get_prices")["price_list"],
    )
    return Visit(opened["case_id"], opened["visit_id"], slots)


def slots_at(hour: int, now: datetime) -> list[Slot]:
    """Return an hour of each of the two days after `now`, as the clinic's clocks show it."""
    today = now.astimezone(ZONE).replace(hour=hour, minute=0, second=0, microsecond=0)
    starts = [today + timedelta(days=days) for days in (1, 2)]
    return [
        {"starts_at": at.isoformat(), "ends_at": (at + timedelta(hours=1)).isoformat()}
        for at in starts
    ]


def suggestions(admin: Person, visit: Visit) -> list[dict[str, Any]]:
    """Find the visit among those that wait, and ask who could go at its first slot.

    Raises:
        UnexpectedError: it does not wait, or the list names a patient.
    """
    waiting = rows(admin, "scans/list_visits", "visits", state="requested")
    row = next((row for row in waiting if row["visit_id"] == visit.visit_id), None)
    if row is None or "patient" in row:
        raise UnexpectedError(f"the list of waiting visits shows {row}")
    answer = admin.call("scans/suggest_operators", visit_id=visit.visit_id, slot=visit.slots[0])
    found: list[dict[str, Any]] = answer["operators"]
    return found


def assign(admin: Person, visit: Visit, operator: Person) -> None:
    """Send an operator to the visit at its first slot."""
    ask(
        admin,
        "scans/assign_operator",
        visit_id=visit.visit_id,
        uid=operator.uid,
        slot=visit.slots[0],
    )


def move(person: Person, visit: Visit, *actions: str) -> list[str]:
    """Take steps of the visit; returns the state after each."""
    return [
        ask(person, "scans/move_visit", visit_id=visit.visit_id, action=action)["state"]
        for action in actions
    ]


def assigned(operator: Person) -> list[dict[str, Any]]:
    """List the visits that an operator is assigned to, as its app does."""
    return operator.query("visits", ("assignee", "EQUAL", operator.uid))
