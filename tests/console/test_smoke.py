"""The questions of a release, asked of the running emulators: they answer as a project has to."""

from __future__ import annotations

import json
import os
from dataclasses import replace

from tests.support.sources import ROOT
from tools.emulators.layout import PROJECT, checkout
from tools.gateway import KEY_ID
from tools.release.smoke import Addresses, Smoke

#: The emulators keep nobody from what only Google calls.
EMULATORS = Addresses(
    functions=os.environ.get("SCANNER_FUNCTIONS_URL", ""),
    hosting=f"http://127.0.0.1:{os.environ.get('SCANNER_HOSTING_PORT')}",
    firestore=f"http://{os.environ.get('FIRESTORE_EMULATOR_HOST')}",
    storage=f"http://{os.environ.get('FIREBASE_STORAGE_EMULATOR_HOST')}",
    private=False,
)


def smoke() -> Smoke:
    """The questions to what runs, with the policy that the emulators serve the console under."""
    config = json.loads(checkout().config.read_text(encoding="utf-8"))
    return Smoke(EMULATORS, PROJECT, {"RAZORPAY_KEY_ID": KEY_ID}, config["hosting"])


def test_what_runs_is_released_as_it_has_to_be() -> None:
    assert smoke().faults() == []


def test_one_that_is_another_project_is_found() -> None:
    faults = replace(smoke(), project="scanner-prod").faults()
    assert f"the console would connect to {PROJECT}, not scanner-prod" in faults


def test_headers_that_are_not_served_are_found() -> None:
    """Those of production are not the emulators': their policy leads to Google alone."""
    declared = json.loads((ROOT / "firebase.json").read_text(encoding="utf-8"))["hosting"]
    (fault,) = replace(smoke(), hosting=declared).faults()
    assert fault.startswith("the console's header Content-Security-Policy is ")
