"""The main job with the typed client as apps have it, over a line that loses answers."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.journeys.steps import ask
from tests.support import ids
from tests.support.people import Cast
from tests.support.sdk import sdk_settings
from tests.support.typescript import ClientCopy
from tools import samples

PROGRAM = Path(__file__).with_name("client_package.mjs")
_SECONDS = 480
PRICE = 250_000


def test_the_main_job_with_the_typed_client(
    cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Registers, opens a case, uploads, lists and orders; each lost answer has one outcome."""
    scan = tmp_path / "arch.stl"
    scan.write_bytes(samples.arch("upper", 1000))
    lab = cast.member("lab")
    billing = {"legal_name": "Pearl Lab LLP", "address": "3 Station Road, Pune", "state": "27"}
    lab.call("wallet/set_billing", billing=billing)
    lab_id = lab.call("labs/save_profile", accepting=True)["lab_id"]
    crown = {"name": "Zirconia crown", "work": "crown", "materials": ["zirconia"],
             "shade_guide": "vita_classical", "per": "tooth", "price": PRICE,
             "turnaround": 3}  # fmt: skip
    service = ask(lab, "labs/save_service", **crown)["service_id"]
    signs_in = {"email": lab.email, "password": lab.password}
    settings = {
        **sdk_settings(),
        "email": ids.email(),
        "admin": {"email": cast.admin.email, "password": cast.admin.password},
        "lab": {"id": lab_id, "service": service, "price": PRICE, **signs_in},
        "stl": str(scan),
    }
    client = ClientCopy.at(tmp_path / "app")
    client.build()
    client.add(PROGRAM.with_name("app.mjs"))
    told = client.run(PROGRAM, settings, _SECONDS)
    with capsys.disabled():
        sys.stdout.write(f"\n{told}")
