"""What a release asks of a project through its public surface, and what it makes of the answers."""

from __future__ import annotations

import json

import pytest

from tests.support.sources import ROOT
from tests.unit.release.deployments import GIVEN, PROJECT
from tests.unit.release.projects_stand_in import Project
from tests.unit.release.releasing import release
from tools import deployed
from tools.release.smoke import Addresses, Smoke

DENIED = {"error": {"status": "PERMISSION_DENIED"}}


HOSTING = json.loads((ROOT / "firebase.json").read_text(encoding="utf-8"))["hosting"]


def faults(project: Project, given: dict[str, str] = GIVEN) -> list[str]:
    """Return what the project answers otherwise than it has to."""
    return Smoke(Addresses.at(project.url), PROJECT, given, HOSTING).faults()


@pytest.mark.parametrize(
    ("path", "status", "body", "told"),
    [
        ("/functions/scans/close_case", 200, {"result": {}}, "scans/close_case without signing in"),
        ("/functions/scans/close_case", 403, DENIED, "scans/close_case without signing in"),
        ("/functions/scans/close_case", 404, {}, "scans/close_case without signing in"),
        ("/functions/remind", 200, {}, "remind answers a stranger with 200, not 403"),
        ("/functions/wallet_receive_payment", 200, {}, "unsigned: 200, not 503"),
        ("/hosting/", 404, {}, "the console: 404, not 200"),
        (
            "/hosting/settings.json",
            200,
            {"region": "us-east1"},
            "has functions in us-east1, and not",
        ),
        (
            "/hosting/__/firebase/init.json",
            200,
            {"projectId": "scanner-test"},
            "the console would connect to scanner-test",
        ),
        (
            f"/firestore/v1/projects/{PROJECT}/databases/(default)/documents/users/nobody",
            200,
            {},
            "a stranger's read of Firestore: 200, not 403",
        ),
        (
            f"/storage/v0/b/{PROJECT}.firebasestorage.app/o/landing%2Fnobody%2Fnothing%2Foriginal",
            404,
            {},
            "a stranger's read of Storage: 404, not 403",
        ),
    ],
)
def test_what_answers_otherwise_than_it_has_to_is_found(
    path: str, status: int, body: dict[str, object], told: str, project: Project
) -> None:
    project.checkout.write(deployed=sorted(deployed.functions()), targets=["hosting"])
    assert faults(project) == []
    project.answers[path] = (status, body)
    (found,) = faults(project)
    assert told in found


def test_a_project_that_does_not_answer_as_it_has_to_is_not_released(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.answers["/functions/remind"] = (200, {})
    assert release(project) == 1
    said = capsys.readouterr().err
    assert "  - remind answers a stranger with 200, not 403\n" in said
    assert "how to roll back" in said
    assert project.checkout.git("tag") == ""
    del project.answers["/functions/remind"]
    assert release(project) == 0


def test_what_does_not_answer_at_all_is_found() -> None:
    nobody = Smoke(Addresses.at("http://127.0.0.1:9"), PROJECT, GIVEN, HOSTING)
    found = nobody.faults()
    assert "the console: 0, not 200" in found
    assert "remind answers a stranger with 0, not 403" in found


def test_a_header_that_differs_is_found(project: Project) -> None:
    project.checkout.write(deployed=sorted(deployed.functions()), targets=["hosting"])
    project.headers["Content-Security-Policy"] = "default-src *"
    (found,) = faults(project)
    assert "header Content-Security-Policy is 'default-src *', not \"default-src 'none'" in found


def test_a_payment_gateway_has_unsigned_events_refused(project: Project) -> None:
    """Without one the webhook takes nothing in, and says that it is not configured."""
    project.checkout.write(deployed=sorted(deployed.functions()), targets=["hosting"])
    paid = GIVEN | {"RAZORPAY_KEY_ID": "rzp_live_1"}
    assert faults(project, paid) == ["wallet_receive_payment, unsigned: 503, not 401"]
    project.answers["/functions/wallet_receive_payment"] = (401, {})
    assert faults(project, paid) == []


def test_an_app_that_cannot_prove_itself_is_refused_before_our_code(project: Project) -> None:
    refusal = {"error": {"status": "UNAUTHENTICATED", "message": "Unauthenticated"}}
    project.checkout.write(deployed=sorted(deployed.functions()), targets=["hosting"])
    project.answers["/functions/scans/close_case"] = (401, refusal)
    assert len(faults(project)) == 1
    assert faults(project, GIVEN | {"SCANNER_ENFORCE_APP_CHECK": "true"}) == []
