"""The command line against the emulators, its effect seen through the public surface."""

from __future__ import annotations

import secrets
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from accounts.identity import FirebaseIdentity
from accounts.models import User
from core.firebase import firestore_client
from core.jobs import Job, JobKind, JobState
from core.store import Store
from jobs.errors import JobNotFound
from scans.visits.errors import OperatorBusy
from tests.support import ids
from tests.support.clinic_fixture import ClinicFixture
from tests.support.forms import ADDRESS, visiting
from tests.support.lab_fixture import LabFixture
from tests.support.payout_fixture import PayoutFixture
from tests.support.people import Cast
from tests.support.wallet_fixture import WalletFixture
from tools.client import CallError, Person, wait_for
from tools.scannerctl.app import app

SCRIPT = Path(__file__).resolve().parents[2] / "scannerctl"
NOBODY = "nobody@example.com"


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A terminal on which no cell is folded."""
    monkeypatch.setenv("COLUMNS", "200")
    return


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def refused(person: Person) -> str:
    """The reason for which an admin's callable refuses the person."""
    with pytest.raises(CallError) as caught:
        person.call("accounts/list_accounts", status="pending")
    return caught.value.reason


@pytest.mark.deployed
def test_the_first_admin_is_appointed_from_the_shell() -> None:
    person = Person.sign_up()
    assert refused(person) == "account-not-active"

    done = subprocess.run(
        [SCRIPT, "grant-admin", person.email], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stdout.count("active admin")) == (0, 1)
    assert done.stderr.startswith("Emulators, project demo-scanner")
    assert len(done.stderr.splitlines()) == 1  # no warning of any library
    assert refused(person) == "claims-stale"
    person.sign_in()
    assert "accounts" in person.call("accounts/list_accounts", status="pending")
    (entry,) = person.query("audit", ("subject", "EQUAL", f"users/{person.uid}"))
    assert (entry["actor"], entry["action"]) == ("scannerctl", "accounts.appoint_admin")


@pytest.mark.deployed
def test_an_admin_is_shut_out_from_the_shell_and_its_acts_are_listed() -> None:
    person, other = Person.sign_up(), Person.sign_up()
    for each in (person, other):
        assert run("grant-admin", each.email).exit_code == 0
        each.sign_in()
        each.call("accounts/list_accounts", status="pending", limit=1)

    done = run("suspend", person.uid, "--reason", "It is in other hands.")
    assert (done.exit_code, done.stdout) == (0, f"{person.uid} is suspended now.\n")
    assert refused(person) == "account-not-active"
    person.sign_in()
    assert refused(person) == "account-not-active"
    assert other.call("accounts/list_accounts", status="pending", limit=1)

    listed = run("audit", "acts", person.uid).stdout
    assert listed.splitlines()[-1] == "1 acts"
    assert "accounts.list" in listed
    assert "accounts.suspend" not in listed, "that was the command line's act"
    by_us = run("audit", "acts", "scannerctl", "--limit", "10000").stdout
    told = "".join(line.split("│")[3].strip() for line in by_us.splitlines() if "│" in line)
    assert f"users/{person.uid}" in told, "ids are shown whole"
    again = run("suspend", person.uid, "--reason", "Another one.")
    assert again.exit_code == 1
    assert run("suspend", "nobody", "--reason", "None.").exit_code == 1


@pytest.mark.deployed
def test_appointing_again_repairs_the_claims(store: Store) -> None:
    person = Person.sign_up()
    assert run("grant-admin", person.email).exit_code == 0
    assert "Document and claims agree." in run("show", person.email).stdout

    FirebaseIdentity().set_claims(person.uid, {"role": "clinic", "org": "nowhere"})
    shown = run("show", person.uid).stdout
    assert "Document and claims disagree" in shown
    assert "org=nowhere, role=clinic" in shown

    assert run("grant-admin", person.email).exit_code == 0
    assert "Document and claims agree." in run("show", person.uid).stdout
    found = store.get(User, person.uid)
    assert found is not None
    assert found.claims() == {"role": "admin"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["grant-admin", NOBODY], f"No account in Auth has the e-mail address {NOBODY}"),
        (["grant-admin", "no address"], "No account in Auth has the e-mail address no address"),
        (["grant-admin", "a@b@c"], "a@b@c is neither an e-mail address nor a uid"),
        (["show", NOBODY], f"No account in Auth has the e-mail address {NOBODY}"),
        (["show", "gone"], "There is no account gone"),
    ],
)
def test_who_is_not_there_is_one_line(arguments: list[str], said: str) -> None:
    result = run(*arguments)
    target, line = result.stderr.strip().splitlines()
    assert result.exit_code == 1
    assert target.startswith("Emulators")
    assert said in line
    assert not result.stdout


def test_a_real_project_is_not_confused_with_the_emulators(store: Store) -> None:
    person = Person.sign_up()

    result = run("--project", "scanner-prod", "grant-admin", person.email, "--yes")

    assert result.exit_code == 1
    assert "not to scanner-prod" in result.stderr
    assert store.get(User, person.uid) is None


def test_users_are_listed_by_status(cast: Cast) -> None:
    waiting, active = cast.applicant(), cast.member()
    # The oldest come first, and other tests may have made more than a listing shows.
    first = {"created_at": datetime(2001, 1, 1, tzinfo=UTC)}
    firestore_client().document(f"users/{active.uid}").update(first)

    def listed(*options: str) -> str:
        return run("users", "--limit", "10000", *options).stdout

    pending = listed("--status", "pending")
    everyone = listed()

    assert waiting.uid in pending
    assert "wants clinic" in pending
    assert active.uid not in pending
    assert waiting.uid in everyone
    assert active.uid in everyone


@pytest.mark.deployed
def test_show_tells_of_an_account_that_has_not_registered() -> None:
    person = Person.sign_up()
    shown = run("show", person.email).stdout
    assert person.uid in shown
    assert "has not registered" in shown
    assert "Document and claims agree." in shown


def test_an_operator_is_suggested_and_sent(cast: Cast) -> None:
    pincode = str(100_000 + secrets.randbelow(900_000))  # where no other test's operators work
    place = {**ADDRESS, "pincode": pincode}
    clinic = cast.approved(cast.applicant(organisation=place))
    operator = cast.member("operator")
    operator.call("scans/set_service_area", city="Pune", pincode=pincode, available=True)
    opened = clinic.call("scans/request_visit", visiting(clinic))
    visit = opened["visit_id"]

    waiting = run("visits", "list", "--limit", "10000").stdout
    assert visit in waiting
    assert f"Pune {pincode}" in waiting
    assert "P-" not in waiting, "nothing of the patient"
    suggested = run("visits", "suggest", visit).stdout.splitlines()
    row = next(line for line in suggested if operator.uid in line)
    assert "same pincode" in row

    sent = run("visits", "assign", visit, operator.uid, "--slot", "2")

    assert sent.exit_code == 0
    assert f"{visit} is assigned to {operator.uid}" in sent.stdout
    seen = operator.read(f"visits/{visit}")
    assert seen is not None
    assert (seen["state"], seen["slot"]) == ("assigned", seen["slots"][1])
    assert visit not in run("visits", "list", "--limit", "10000").stdout
    assigned = run("visits", "list", "--state", "assigned", "--limit", "10000").stdout
    assert visit in assigned
    assert operator.uid in assigned
    subject = ("subject", "EQUAL", f"visits/{visit}")
    acts = {(e["actor"], e["action"]) for e in cast.admin.query("audit", subject)}
    assert ("scannerctl", "scans.assign_operator") in acts


def test_who_is_taken_is_not_sent(cast: Cast) -> None:
    clinic, operator = cast.member(), cast.member("operator")
    slots = visiting(clinic)["slots"]
    first, second = (
        clinic.call("scans/request_visit", visiting(clinic, slots=slots))["visit_id"]
        for _ in range(2)
    )
    assert run("visits", "assign", first, operator.uid).exit_code == 0

    assert operator.uid not in run("visits", "suggest", second).stdout
    refused = run("visits", "assign", second, operator.uid)
    assert refused.exit_code == 1
    assert OperatorBusy.sentence in refused.stderr
    assert not refused.stdout


def test_a_wallet_is_verified_and_a_tampered_entry_found(practice: ClinicFixture) -> None:
    wallet = WalletFixture(practice)
    wallet.request()
    assert run("wallet", "verify", wallet.id).exit_code == 0
    entry = f"wallets/{wallet.id}/entries/{1:012d}"
    firestore_client().document(entry).update({"available_change": 2_000_000})
    found = run("wallet", "verify", wallet.id)
    assert found.exit_code == 1
    assert "entry 1: its hash is not that of its content" in found.stdout
    assert "1 wallets verified, 0 add up" in found.stdout


def test_a_payout_that_is_none_of_the_books_is_found(practice: ClinicFixture) -> None:
    lab = PayoutFixture(practice)
    payout = firestore_client().document(f"payouts/{lab.ask()}")
    assert run("wallet", "verify", lab.lab).exit_code == 0
    payout.update({"state": "paid"})
    found = run("wallet", "verify", lab.lab)
    assert found.exit_code == 1
    assert f"payout {payout.id}" in found.stdout


def test_a_wallet_that_there_is_not_is_said(practice: ClinicFixture) -> None:
    asked = run("wallet", "verify", practice.tenants.clinic)
    assert asked.exit_code == 1
    assert "There is no such wallet." in asked.output


def test_labs_that_cannot_be_billed_are_closed(practice: ClinicFixture) -> None:
    labs = LabFixture(practice, billing=False), LabFixture(ClinicFixture())
    done = run("labs", "close-unbilled")
    assert done.exit_code == 0
    assert "labs closed" in done.stdout
    ids_ = [lab.practice.tenants.lab for lab in labs]
    profiles = [firestore_client().document(f"lab_profiles/{each}").get() for each in ids_]
    assert [(profile.to_dict() or {})["accepting"] for profile in profiles] == [False, True]
    assert [lab.practice.inbox("lab owner") for lab in labs] == [["lab_not_open"], []]


def test_a_failed_job_is_listed_shown_run_again_and_swept(
    practice: ClinicFixture, cast: Cast
) -> None:
    visit = ids.document_id()
    job_id, subject = f"visit-{visit}", f"visits/{visit}"
    due_at = datetime.now(UTC) - timedelta(days=3650)  # before all others, so on the first page
    job = Job(
        kind=JobKind.VISIT_REMINDER,
        subject=subject,
        due_at=due_at,
        wakes_at=due_at,
        state=JobState.FAILED,
        attempts=5,
        last_error="ServiceUnavailable",
    )
    practice.tenants.seed(job.placed(job_id))

    assert job_id in run("jobs", "list").stdout
    assert job_id not in run("jobs", "list", "--state", "void", "--limit", "10000").stdout
    shown = run("jobs", "show", job_id).stdout
    assert all(text in shown for text in (subject, "failed", "ServiceUnavailable"))
    assert "0 jobs run, 0 left" in run("jobs", "sweep", "--subject", subject).stdout

    again = run("jobs", "retry", job_id)

    assert again.exit_code == 0
    assert f"{job_id} is due" in again.stdout
    swept = run("jobs", "sweep", "--subject", subject)  # unless its task was faster
    assert swept.exit_code == 0
    assert wait_for(lambda: "done" in run("jobs", "show", job_id).stdout or None)
    entries = cast.admin.query("audit", ("subject", "EQUAL", f"jobs/{job_id}"))
    assert [(e["actor"], e["action"]) for e in entries] == [("scannerctl", "jobs.retry")]


@pytest.mark.parametrize("command", ["show", "retry"])
def test_a_job_that_there_is_not_is_said(command: str) -> None:
    asked = run("jobs", command, "none")
    assert asked.exit_code == 1
    assert JobNotFound.sentence in asked.stderr
    assert not asked.stdout


def test_wallets_beyond_the_limit_are_mentioned() -> None:
    for _ in range(2):
        WalletFixture(ClinicFixture()).request()
    assert "there are more, raise --limit" in run("wallet", "verify", "--limit", "1").stdout
