"""Clocks, tabs, suspensions, roles, lost visits, missing pages: a sentence and a way on."""

from __future__ import annotations

from collections.abc import Callable

from tests.support import forms
from tests.support.people import Cast
from tools.client import Person


def account(person: Person) -> dict[str, str]:
    """What somebody signs in with."""
    return {"email": person.email, "password": person.password, "uid": person.uid}


def test_everybody_is_told_and_has_a_way_on(cast: Cast, play: Callable[..., None]) -> None:
    clinic, suspended, changed = (
        cast.member("clinic"),
        cast.member("clinic"),
        cast.member("operator"),
    )
    first, second = cast.member("operator"), cast.member("operator")
    asked = forms.visiting(clinic)
    visit = clinic.call("scans/request_visit", **asked)["visit_id"]
    slot = asked["slots"][0]
    cast.admin.call("scans/assign_operator", visit_id=visit, uid=first.uid, slot=slot)
    before = len(clinic.query("patients", parent=f"clinics/{clinic.org}"))
    play(
        "troubles",
        admin=account(cast.admin),
        clinic=account(clinic),
        suspended=account(suspended),
        changed=account(changed),
        operator=account(first),
        visit_id=visit,
        reference="T",
        elsewhere={"visit_id": visit, "uid": second.uid, "slot": slot},
    )
    patients = clinic.query("patients", parent=f"clinics/{clinic.org}")
    assert sorted(row["reference"] for row in patients)[-2:] == ["T-0", "T-1"]
    assert len(patients) == before + 2
    assert suspended.query("patients", parent=f"clinics/{suspended.org}") == []
