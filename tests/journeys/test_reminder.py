"""A reminder: promised when an operator is sent, found by the sweep, read in both inboxes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from tests.journeys.steps import assign, move
from tests.support.forms import visiting
from tests.support.people import Cast
from tools.client import Person, wait_for

#: Seconds until the first reminder is due, a day before the appointment.
SOON = 8


def reminders(person: Person, visit: str) -> list[dict[str, Any]]:
    """What a person's own inbox reminds of the visit."""
    inbox = person.query("inbox", parent=f"users/{person.uid}")
    found = [item for item in inbox if item["kind"] == "visit_reminder"]
    return [item for item in found if item["refs"]["visit"] == visit]


def test_both_sides_are_reminded_once_and_in_time(cast: Cast) -> None:
    clinic, operator = cast.member(), cast.member("operator")
    starts = datetime.now(UTC) + timedelta(days=1, seconds=SOON)
    slot = {"starts_at": starts.isoformat(), "ends_at": (starts + timedelta(hours=1)).isoformat()}
    visit = clinic.call("scans/request_visit", visiting(clinic, slots=[slot]))["visit_id"]
    assign(cast.admin, visit, operator, slot)
    assert move(operator, visit, "accept") == "accepted"
    due = starts - timedelta(days=1)

    def swept() -> bool | None:
        cast.admin.call("jobs/sweep_jobs", subject=f"visits/{visit}")
        return bool(reminders(operator, visit)) or None

    assert wait_for(swept)
    assert datetime.now(UTC) >= due, "none early"
    cast.admin.call("jobs/sweep_jobs", subject=f"visits/{visit}")
    for person in (operator, clinic):
        (item,) = wait_for(lambda person=person: reminders(person, visit))  # type: ignore[misc]
        assert item["refs"]["hours"] == "24"
        assert "Meera" not in str(item)
