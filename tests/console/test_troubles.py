"""Clocks, tabs, suspensions, roles, lost visits, missing pages: a sentence and a way on."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from tests.journeys import steps
from tests.support import forms, tokens
from tests.support.people import Cast
from tools.client import Person


def account(person: Person) -> dict[str, str]:
    """What somebody signs in with."""
    return {"email": person.email, "password": person.password, "uid": person.uid}


def patients_of(person: Person) -> list[dict[str, Any]]:
    """The patients of somebody's clinic, as the rules let that person list them."""
    org = tokens.payload(person.token)["org"]
    return person.query("patients", parent=f"clinics/{org}")


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
    steps.assign(cast.admin, visit, first, slot)
    before = len(patients_of(clinic))
    play(
        "troubles",
        admin=account(cast.admin),
        clinic=account(clinic),
        suspended=account(suspended),
        changed=account(changed),
        operator=account(first),
        visit_id=visit,
        reference="T",
        elsewhere={
            "visit_id": visit,
            "uid": second.uid,
            "slot": slot,
            "idempotency_key": uuid.uuid4().hex,
        },
    )
    references = [row["reference"] for row in patients_of(clinic)]
    assert sorted(references)[-2:] == ["T-0", "T-1"]
    assert len(references) == before + 2
    assert patients_of(suspended) == []
