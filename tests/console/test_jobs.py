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
from tests.support.forms import ADDRESS
from tests.support.people import Cast
from tools.client import Person
from tools.samples import broken, case, photo_with_gps
from tools.seed.earlier import Earlier

#: How the forms are sent, in turns: what happens on phones, and what happens at desks.
SCREENS = {
    "phone": {
        "screen": {"size": "phone", "language": "hi"},
        "sends": ["offline", "reload", "lost"],
        "cut": "reload",
    },
    "desktop": {
        "screen": {"size": "desktop", "language": "en"},
        "sends": ["double", "keyboard"],
        "cut": "offline",
    },
}


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
    lab = cast.approved(cast.applicant("lab", organisation={**ADDRESS, "name": "Aadhya Dental Lab"}))
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
        "org": str((person.read(f"users/{person.uid}") or {}).get("org")),
    }


@pytest.mark.parametrize("screen", SCREENS)
def test_everybody_does_the_whole_job(
    screen: str, cast: Cast, play: Callable[..., None], tmp_path: Path
) -> None:
    newcomer = {"email": f"{uuid.uuid4().hex}@example.com", "password": uuid.uuid4().hex}
    # A place of this story's own: other tests' operators and clinics are elsewhere.
    clinic = {**ADDRESS, "pincode": str(random.randint(100_000, 999_999))}
    reference = f"P-{uuid.uuid4().hex[:6]}"
    play(
        "jobs",
        **SCREENS[screen],
        newcomer={**newcomer, "name": "Dr. Asha Rao"},
        clinic=clinic,
        patient={"reference": reference, "name": "Meera Joshi"},
        people={
            "admin": signing_in(cast.admin),
            "operator": signing_in(cast.member("operator")),
            "lab": signing_in(a_lab(cast)),
        },
        files=written(tmp_path),
        timed="CI" in os.environ,
    )
