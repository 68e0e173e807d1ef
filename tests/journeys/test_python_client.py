"""A Python client, generated as the page on other languages says, opens a case."""

from __future__ import annotations

import os
from pathlib import Path

from tests.support.forms import consented
from tests.support.openapi_client import GeneratedClient, commands
from tests.support.people import Cast


def test_a_generated_client_opens_a_case(cast: Cast, tmp_path: Path) -> None:
    """The page's program opens a case, and tells why another one is not opened."""
    clinic = cast.member()
    client = GeneratedClient.at(tmp_path)
    *_, run = commands()

    def opened(**changes: object) -> tuple[int, str, str]:
        given = consented(clinic, **changes)
        done = client.run(
            run,
            {
                "SCANNER_URL": os.environ["SCANNER_FUNCTIONS_URL"],
                "ID_TOKEN": clinic.token,
                "PATIENT_ID": given["patient_id"],
                "CONSENT_ID": given["consent_id"],
            },
        )
        return done.returncode, done.stdout, done.stderr

    code, case_id, said = opened()
    assert (code, said) == (0, "")
    case = clinic.read(f"cases/{case_id.strip()}")
    assert case is not None
    before = clinic.call("scans/list_cases")
    assert opened(scope=["images"])[::2] == (1, "Ask the patient for: scan\n")
    assert clinic.call("scans/list_cases") == before
