"""The whole jobs of the four roles, played in the console on two screens: one outcome each."""

from __future__ import annotations

import os
import random
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.journeys.steps import ask
from tests.support import tokens
from tests.support.forms import ADDRESS
from tests.support.people import Cast
from tools.client import Person
from tools.samples import broken, case, photo_with_gps
from tools.seed.earlier import Earlier

#: How the forms are sent, in turns: what happens on phones, and what happens at desks.
SCREENS = {
    "phone": {
        "screen": {"size": "phone", "language": "hi"},
        # Lost answers are in test_forms.py: here the client's second try would fall into the next
        # step, which the page offers as soon as its listener has heard of the first.
        "sends": ["offline", "reload", "offline"],
        "cut": "reload",
    },
    "desktop": {
        "screen": {"size": "desktop", "language": "en"},
        "sends": ["double", "keyboard"],
        "cut": "offline",
    },
}


#: Of the crown, and what the lab asks to be paid, in paise.
PRICE = 250_000
PAYOUT = 150_000


def written(folder: Path) -> dict[str, str]:
    """The files that the operator has: both jaws, large enough to be cut off, and a damaged one."""
    made = case(3, triangles=12_000)
    assert made.upper is not None
    assert made.lower is not None
    contents = {
        "UpperJaw": made.upper.stl,
        "LowerJaw": made.lower.stl,
        "damaged": broken("truncated"),
    }
    for name, content in contents.items():
        (folder / f"{name}.stl").write_bytes(content)
    (folder / "photo.jpg").write_bytes(photo_with_gps())
    return {
        **{name: str(folder / f"{name}.stl") for name in contents},
        "photo": str(folder / "photo.jpg"),
    }


def a_lab(cast: Cast) -> Person:
    """A lab of which nothing is open yet, and which may be paid: its account is not new."""
    # Clinics find labs by name, and here first of all.
    lab = cast.approved(
        cast.applicant("lab", organisation={**ADDRESS, "name": "Aadhya Dental Lab"})
    )
    account = {"holder": "Aadhya Dental Lab LLP", "account_number": "50100012345678",
               "ifsc": "HDFC0001234", "automatic": False}  # fmt: skip
    Earlier(lab, datetime.now(UTC) - timedelta(days=3)).call("wallet/set_payout_method", **account)
    # Of what it sells a tenth is the platform's, for which it gets an invoice.
    tariff = f"t{uuid.uuid4().hex[:8]}"
    prices = {"visit": 0, "tax": 1_800, "late_cancellation": 0, "no_show": 0, "low_balance": 0,
              "commission": 1_000}  # fmt: skip
    ask(cast.admin, "wallet/publish_prices", tariff=tariff, replaces=0, prices=prices)
    wallet = lab.call("wallet/get_balance")["wallet_id"]
    cast.admin.call("wallet/set_terms", wallet_id=wallet, kind="lab", tariff=tariff)
    return lab


def signing_in(person: Person) -> dict[str, str]:
    """What somebody signs in with."""
    return {
        "email": person.email,
        "password": person.password,
        "uid": person.uid,
        "org": str(tokens.payload(person.token).get("org")),
    }


@pytest.mark.parametrize("screen", SCREENS)
def test_everybody_does_the_whole_job(
    screen: str, cast: Cast, play: Callable[..., None], tmp_path: Path
) -> None:
    newcomer = {"email": f"{uuid.uuid4().hex}@example.com", "password": uuid.uuid4().hex}
    # A place of this story's own: other tests' operators and clinics are elsewhere.
    clinic = {**ADDRESS, "pincode": str(random.randint(100_000, 999_999))}
    operator, lab = cast.member("operator"), a_lab(cast)
    play(
        "jobs",
        **SCREENS[screen],
        newcomer={**newcomer, "name": "Dr. Asha Rao"},
        clinic=clinic,
        patient={"reference": f"P-{uuid.uuid4().hex[:6]}", "name": "Meera Joshi"},
        people={
            "admin": signing_in(cast.admin),
            "operator": signing_in(operator),
            "lab": signing_in(lab),
        },
        files=written(tmp_path),
        timed="CI" in os.environ,
    )
    one_of_each(Person(**newcomer), lab)


def one_of_each(clinic: Person, lab: Person) -> None:
    """Hold what stands there afterwards to one outcome of each act, however it was sent."""
    clinic.sign_in()
    said = tokens.payload(clinic.token)
    org, uid = said["org"], said["sub"]
    of_clinic = ("clinic_id", "EQUAL", org)
    (patient,) = clinic.query("patients", parent=f"clinics/{org}")
    (consent,) = clinic.query("consents", of_clinic)
    assert (consent["patient_id"], consent["state"]) == (patient["id"], "given")
    (found,) = clinic.query("cases", of_clinic)
    assert found["status"] == "scanned"
    (visit,) = clinic.query("visits", of_clinic)
    states = ["requested", "assigned", "accepted", "en_route", "arrived", "scanning", "uploaded",
              "completed"]  # fmt: skip
    assert [change["state"] for change in visit["changes"]] == states
    files = clinic.query("files", of_clinic, parent=f"cases/{found['id']}")
    assert sorted((file["jaw"], file["version"]) for file in files) == [("lower", 1), ("upper", 1)]
    (order,) = clinic.query("orders", of_clinic)
    assert (order["state"], order["price"], order["remakes"]) == ("completed", PRICE, 0)
    history = clinic.query("events", of_clinic, parent=f"orders/{order['id']}")
    steps = ["place", "accept", "start", "finish", "ship", "deliver", "complete"]
    assert sorted(event["action"] for event in history) == sorted(steps)
    (message,) = clinic.query("messages", of_clinic, parent=f"orders/{order['id']}")
    assert len(message["attachments"]) == 1
    # ₹5,000 paid in, ₹2,500 of it to the lab, which ₹295 of commission with its tax is kept from.
    assert clinic.call("wallet/get_balance")["available"] == 2 * PRICE - PRICE
    assert lab.call("wallet/get_balance")["available"] == PRICE - PRICE // 10 * 118 // 100 - PAYOUT
    (payout,) = lab.call("wallet/list_payouts")["payouts"]
    assert (payout["state"], payout["paise"]) == ("approved", PAYOUT)
    (service,) = lab.query("catalogue", parent=f"labs/{tokens.payload(lab.token)['org']}")
    assert service["price"] == PRICE
    (ticket,) = clinic.query("tickets", ("uid", "EQUAL", uid))
    assert (ticket["state"], ticket["messages"]) == ("answered", 2)
    (request,) = clinic.query("privacy_requests", of_clinic)
    assert (request["kind"], request["state"]) == ("export", "done")
