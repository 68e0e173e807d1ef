"""A case's archive with the JavaScript SDK, from what a lab would send back to the lab's links."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from labs.catalogue.teeth import arch_of
from tests.journeys.steps import ask
from tests.support.case_archives import PROJECT, packed
from tests.support.people import Cast
from tests.support.sdk import sdk_settings
from tools import samples
from tools.client import Person

CLIENT = Path(__file__).with_name("case_archive.mjs")
SEED = 7
"""Of a person whose jaws bite soundly, in files whose z axis points up."""
PRICE = 250_000
_SECONDS = 480


def test_a_case_goes_up_as_one_and_is_ordered(
    cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exchanged jaws and a missing antagonist are told, and another patient's scan signed off."""
    made = samples.case(SEED, triangles=12_000)
    assert made.upper is not None
    assert made.lower is not None
    upper, lower = made.upper.stl, made.lower.stl
    settings: dict[str, Any] = {"tooth": made.tooth, "made_for": arch_of(made.tooth)}
    for name, jaws in (("sound", (upper, lower)), ("exchanged", (lower, upper))):
        files = {
            f"2026-05-04_Meera_Joshi-{jaw}Jaw.stl": data
            for jaw, data in zip(("Upper", "Lower"), jaws, strict=True)
        }
        path = tmp_path / f"{name}.zip"
        path.write_bytes(packed({**files, "Meera Joshi.dentalProject": PROJECT.encode()}))
        settings[name] = str(path)
    clinic, lab = cast.member(), cast.member("lab")
    wallet = clinic.call("wallet/get_balance")["wallet_id"]
    credit = {"wallet_id": wallet, "kind": "clinic", "paise": PRICE, "reason": "Paid in."}
    ask(cast.admin, "wallet/adjust_wallet", **credit)
    run = subprocess.run(
        ["node", CLIENT],
        input=json.dumps({**sdk_settings(), **settings, **_offer(lab), **_sides(clinic, lab)}),
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        check=False,
    )
    with capsys.disabled():
        sys.stdout.write(f"\n{run.stdout}")
    assert run.returncode == 0, f"{run.stdout}\n{run.stderr}"
    assert run.stderr == ""


def _offer(lab: Person) -> dict[str, str]:
    """Have a lab offer a crown; what an order of it says."""
    billing = {"legal_name": "Pearl Lab LLP", "address": "3 Station Road, Pune", "state": "27"}
    lab.call("wallet/set_billing", billing=billing)
    lab_id = lab.call("labs/save_profile", accepting=True)["lab_id"]
    crown = {"name": "Zirconia crown", "work": "crown", "materials": ["zirconia"],
             "shade_guide": "vita_classical", "per": "tooth", "price": PRICE,
             "turnaround": 3}  # fmt: skip
    service_id = ask(lab, "labs/save_service", **crown)["service_id"]
    wanted = datetime.now(UTC).date() + timedelta(days=30)
    return {"lab_id": lab_id, "service_id": service_id, "wanted_on": wanted.isoformat()}


def _sides(clinic: Person, lab: Person) -> dict[str, dict[str, str]]:
    people = {"clinic": clinic, "lab": lab}
    return {role: {"email": each.email, "password": each.password} for role, each in people.items()}
