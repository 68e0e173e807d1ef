"""What the operator is told and asked, and what is not done without the answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from google.auth.exceptions import DefaultCredentialsError
from typer.testing import CliRunner, Result

from accounts import decisions
from accounts.errors import LastOwner
from accounts.models import User
from accounts.requests import Account, AccountRow, Accounts, ListAccounts
from core.access import Status
from scans.visits.models import Visit
from scans.visits.requests import VisitNow
from tools.scannerctl import directory, session
from tools.scannerctl.app import app
from tools.scannerctl.directory import AuthAccount
from tools.scannerctl.target import Target

EMAIL = "asha@example.com"
PERSON = AuthAccount("u1", EMAIL, verified=True, name="Asha", disabled=False, claims={})
HOSTS = {"FIRESTORE_EMULATOR_HOST": "h:1", "FIREBASE_AUTH_EMULATOR_HOST": "h:2"}
EMULATORS = Target("demo-scanner", emulated=True, environ=HOSTS)
REAL = Target("scanner-prod", emulated=False, environ={})
ADMIN = {"uid": "u1", "status": "active", "role": "admin", "org": None, "owner": False}
USER = User.model_validate(
    {
        **{key: ADMIN[key] for key in ("status", "role", "org", "owner")},
        "name": "Asha Rao",
        "phone": None,
        "email": EMAIL,
        "application": {"role": "admin"},
        "policy_version": "2026-05",
        "policy_accepted_at": "2026-05-04T09:30:00Z",
        "created_at": "2026-05-04T09:30:00Z",
        "updated_at": "2026-05-04T09:30:00Z",
    }
)
VISIT = Visit.model_validate(
    {
        "clinic_id": "c" * 20,
        "case_id": "d" * 20,
        "clinic": {"name": "Smile", "address": "12 MG Road", "city": "Pune", "pincode": "411001"},
        "patient": {"reference": "P-1042"},
        "scans": ["upper_arch"],
        "slots": [
            {"starts_at": f"2026-05-0{day}T04:30:00Z", "ends_at": f"2026-05-0{day}T05:30:00Z"}
            for day in (6, 7)
        ],
        "times": {},
        "requested_at": "2026-05-04T09:30:00Z",
    }
).placed("v" * 20)


@dataclass
class ProjectStandIn:
    """What stands in Auth and Firestore, and what was done to it."""

    target: Target = REAL
    person: AuthAccount | None = PERSON
    user: User | None = None
    visit: Visit | None = VISIT
    assigned: int = 0
    rows: list[AccountRow] = field(default_factory=list)
    appointed: list[tuple[Any, ...]] = field(default_factory=list)
    fails: Exception | None = None

    def appoint(self, _ctx: object, _identity: object, *subject: str) -> Account:
        """Stand in for the service's."""
        if self.fails:
            raise self.fails
        self.appointed.append(subject)
        return Account.model_validate(ADMIN)

    def page(self, _ctx: object, _identity: object, request: ListAccounts) -> Accounts:
        """Stand in for the service's list: pages of at most two."""
        rows = [row for row in self.rows if row.status is request.status]
        start = int(request.cursor or 0)
        end = start + min(2, request.limit)
        return Accounts(accounts=rows[start:end], cursor=str(end) if end < len(rows) else None)

    def get(self, model: object, _id: str) -> User | Visit | None:
        """Stand in for the store's."""
        return self.visit if model is Visit else self.user

    def run(self, _work: object) -> VisitNow:
        """Stand in for the store's: only an assignment gets here."""
        self.assigned += 1
        return VisitNow.model_validate({"visit_id": VISIT.id, "state": "assigned"})


@pytest.fixture
def project(monkeypatch: pytest.MonkeyPatch) -> Iterator[ProjectStandIn]:
    """A project of one person; nothing reaches a network."""
    found = ProjectStandIn()
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setattr(session, "resolve", lambda *_: found.target)
    monkeypatch.setattr(session, "firebase_app", lambda: None)
    monkeypatch.setattr(session, "firestore_client", lambda: None)
    monkeypatch.setattr(session, "Store", lambda _client: found)
    monkeypatch.setattr(Target, "enter", lambda _self: None)
    monkeypatch.setattr(directory, "find", lambda _who: found.person)
    monkeypatch.setattr(decisions, "appoint", found.appoint)
    monkeypatch.setattr(decisions, "list_accounts", found.page)
    return found


def run(*arguments: str, answer: str = "") -> Result:
    return CliRunner().invoke(app, list(arguments), input=answer)


def failure(result: Result) -> str:
    """The one line that follows the target on a failure; any other output fails the test."""
    assert result.exit_code == 1
    assert not result.stdout
    _, *rest = result.stderr.strip().splitlines()
    (line,) = rest
    return line


@pytest.mark.parametrize(
    ("target", "said"), [(REAL, "REAL PROJECT scanner-prod"), (EMULATORS, "Emulators, project")]
)
def test_the_target_is_said_first(project: ProjectStandIn, target: Target, said: str) -> None:
    project.target = target
    for command in (["users"], ["show", EMAIL], ["grant-admin", EMAIL, "--yes"]):
        assert run(*command).stderr.startswith(said)


def test_a_real_project_is_not_written_to_after_a_no(project: ProjectStandIn) -> None:
    result = run("grant-admin", EMAIL, answer="n\n")

    assert result.exit_code == 1
    assert f"Make {EMAIL} an admin in the real project scanner-prod?" in result.stderr
    assert "Nothing was changed." in result.stderr
    assert not project.appointed


@pytest.mark.parametrize(("option", "answer"), [([], "y\n"), (["--yes"], "")])
def test_a_real_project_is_written_to_after_a_yes(
    project: ProjectStandIn, option: list[str], answer: str
) -> None:
    result = run("grant-admin", EMAIL, *option, answer=answer)

    assert result.exit_code == 0
    assert project.appointed == [("u1", "Asha", EMAIL)]
    assert f"{EMAIL} (u1) is an active admin now." in result.stdout


def test_no_answer_is_a_no(project: ProjectStandIn) -> None:
    assert run("grant-admin", EMAIL, answer="").exit_code == 1
    assert not project.appointed


def test_emulators_are_written_to_without_asking(project: ProjectStandIn) -> None:
    project.target = EMULATORS
    assert run("grant-admin", EMAIL).exit_code == 0
    assert project.appointed


def test_an_unverified_address_is_not_trusted_with_a_real_project(project: ProjectStandIn) -> None:
    project.person = replace(PERSON, verified=False)

    assert "has not verified" in failure(run("grant-admin", EMAIL, "--yes"))
    assert not project.appointed

    assert run("grant-admin", EMAIL, "--yes", "--unverified").exit_code == 0
    assert project.appointed


@pytest.mark.parametrize(
    ("person", "said"),
    [(None, "let the person sign up first"), (replace(PERSON, disabled=True), "is disabled")],
)
def test_who_cannot_be_appointed(
    project: ProjectStandIn, person: AuthAccount | None, said: str
) -> None:
    project.person = person
    assert said in failure(run("grant-admin", EMAIL, "--yes"))
    assert not project.appointed


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (LastOwner(), LastOwner.sentence),
        (DefaultCredentialsError("a page of advice"), "gcloud auth application-default login"),
    ],
)
def test_failures_are_one_line(project: ProjectStandIn, error: Exception, said: str) -> None:
    project.fails = error
    assert said in failure(run("grant-admin", EMAIL, "--yes"))


def _row(number: int, status: str) -> AccountRow:
    account = {**AccountRow.example, "uid": f"uid-{number}", "status": status}
    return AccountRow.model_validate(account)


def test_users_lists_every_page_of_every_status(project: ProjectStandIn) -> None:
    project.rows = [_row(n, "pending" if n < 3 else "suspended") for n in range(5)]

    everyone = run("users").stdout
    pending = run("users", "--status", "pending").stdout

    assert [n for n in range(5) if f"uid-{n}" in everyone] == [0, 1, 2, 3, 4]
    assert [n for n in range(5) if f"uid-{n}" in pending] == [0, 1, 2]
    assert "5 accounts\n" in everyone


@pytest.mark.parametrize(("limit", "said"), [(2, "; there are more"), (3, "accounts\n")])
def test_users_says_when_there_are_more(project: ProjectStandIn, limit: int, said: str) -> None:
    project.rows = [_row(n, "active") for n in range(3)]
    listed = run("users", "--limit", str(limit)).stdout
    assert f"{limit} accounts" in listed
    assert said in listed
    assert listed.count("uid-") == limit


@pytest.mark.parametrize(
    ("claims", "said"),
    [
        ({"role": "admin"}, "agree."),
        ({}, "disagree"),
        ({"role": "admin", "org": "x"}, "disagree"),
    ],
)
def test_show_tells_whether_claims_agree(
    project: ProjectStandIn, claims: dict[str, str], said: str
) -> None:
    project.user = USER.placed("u1")
    project.person = replace(PERSON, claims=claims)

    result = run("show", EMAIL)

    assert result.exit_code == 0
    assert f"Document and claims {said}" in result.stdout
    assert "Asha Rao" in result.stdout


def test_show_tells_what_is_missing(project: ProjectStandIn) -> None:
    assert "has not registered" in run("show", EMAIL).stdout

    project.person, project.user = None, USER.placed("u1")
    assert "has no account in Auth" in run("show", "u1").stdout
    assert f"e-mail address {EMAIL}" in failure(run("show", EMAIL))

    project.user = None
    assert "There is no account u1" in failure(run("show", "u1"))


def test_names_cannot_command_the_terminal(project: ProjectStandIn) -> None:
    named = USER.model_copy(update={"name": "\x1b]0;owned\x07[bold]Asha"})
    project.user = named.placed("u1")

    shown = run("show", EMAIL).stdout

    assert "\x1b" not in shown
    assert "[bold]Asha" in shown


def test_an_unknown_status_is_answered_with_the_known_ones() -> None:
    result = run("users", "--status", "nonsense")
    assert result.exit_code == 2
    assert all(status.value in result.stderr for status in Status)


@pytest.mark.parametrize(
    ("target", "option", "answer", "done"),
    [(REAL, [], "n\n", 0), (REAL, [], "y\n", 1), (REAL, ["--yes"], "", 1), (EMULATORS, [], "", 1)],
)
def test_an_operator_is_sent_in_a_real_project_after_a_yes(
    project: ProjectStandIn, target: Target, option: list[str], answer: str, done: int
) -> None:
    project.target = target
    result = run("visits", "assign", VISIT.id, "u2", "--slot", "2", *option, answer=answer)

    assert (result.exit_code, project.assigned) == (1 - done, done)
    asked = f"Send u2 to {VISIT.id} on 2026-05-07 10:00 to 11:00 in the real project scanner-prod?"
    assert (asked in result.stderr) == (target is REAL and not option)
    assert ("is assigned to u2, 2026-05-07 10:00 to 11:00." in result.stdout) == bool(done)


@pytest.mark.parametrize("command", [["suggest"], ["assign", "u2"]])
def test_a_slot_that_was_not_offered_is_refused(
    project: ProjectStandIn, command: list[str]
) -> None:
    name, *uid = command
    said = failure(run("visits", name, VISIT.id, *uid, "--slot", "3"))
    assert "offered 2 slots: there is no 3" in said

    project.visit = None
    assert "visit" in failure(run("visits", name, VISIT.id, *uid))
    assert not project.assigned


@pytest.mark.parametrize(
    "arguments", [["suggest", "../x"], ["suggest", "v"], ["assign", VISIT.id, "a/b"]]
)
def test_what_cannot_be_an_id_is_refused_before_anything_is_touched(
    project: ProjectStandIn, arguments: list[str]
) -> None:
    result = run("visits", *arguments)
    assert result.exit_code == 2
    assert "this is no" in result.stderr
    assert not project.assigned
    assert "REAL PROJECT" not in result.stderr


@pytest.mark.parametrize("period", ["2026Q5", "2026-13", "May"])
def test_no_other_period_is_totalled(project: ProjectStandIn, period: str) -> None:
    refused = run("wallet", "withholding", period)
    assert refused.exit_code == 2
    assert "this is no month or quarter" in " ".join(refused.stderr.replace("│", " ").split())
