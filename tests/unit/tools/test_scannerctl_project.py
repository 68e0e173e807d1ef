"""`scannerctl project` as whoever sets a project up types it, against the stand-in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from typer.testing import CliRunner, Result

from tests.support.project_states import FACTS, complete, nothing
from tests.unit.tools.conftest import Aim
from tools.project.apis import BUDGETS, FIRESTORE, MONITORING, SERVICES
from tools.project.lines import Maker
from tools.project.standin.server import serving
from tools.project.standin.state import StandIn
from tools.project.table import lines
from tools.scannerctl.app import app


class Terminal:
    """Runs commands on a project that the stand-in serves."""

    def __init__(self, on: StandIn, address: str) -> None:
        self.on = on
        self.address = address

    def run(self, *arguments: str, answer: str = "") -> Result:
        """Run `project` with the arguments."""
        command, *rest = arguments
        words = ["--project", FACTS.project, "project", command, "--at", self.address, *rest]
        return CliRunner().invoke(app, words, input=answer)


@pytest.fixture(autouse=True)
def no_login(monkeypatch: pytest.MonkeyPatch) -> None:
    """No login, so that a stand-in is asked without one."""
    monkeypatch.delenv("GOOGLE_APPLICATION_CREDENTIALS", raising=False)


@pytest.fixture
def new() -> Iterator[Terminal]:
    """A project that was just made."""
    on = nothing()
    with serving(on) as address:
        yield Terminal(on, address)


@pytest.fixture
def ready() -> Iterator[Terminal]:
    """A project of which every line holds."""
    on = complete()
    with serving(on) as address:
        yield Terminal(on, address)


def test_a_project_of_which_all_holds_is_told_so(ready: Terminal) -> None:
    result = ready.run("check")
    assert result.exit_code == 0, result.stdout
    assert f"All {len(lines(FACTS))} lines hold." in result.stdout
    assert "in the United States" in result.stdout  # where Auth keeps accounts
    assert not ready.on.changed


def test_a_line_that_does_not_hold_is_told_with_its_command(ready: Terminal) -> None:
    name = f"projects/{FACTS.project}/databases/(default)"
    held = ready.on.held(FIRESTORE, name)
    assert held is not None
    state = "POINT_IN_TIME_RECOVERY_DISABLED"
    ready.on.put(FIRESTORE, name, {**held, "pointInTimeRecoveryEnablement": state})
    result = ready.run("check")
    assert result.exit_code == 1
    faulty = result.stdout.splitlines()[:3]
    assert faulty == [
        "differs  Each minute of the last seven days can be restored (PITR)",
        f"         pointInTimeRecoveryEnablement is {state}, not POINT_IN_TIME_RECOVERY_ENABLED",
        "         project apply: gcloud firestore databases update --database='(default)' "
        "--project=scanner-new --enable-pitr",
    ]
    assert "1 of " in result.stdout
    assert "do not hold: 1 by project apply." in result.stdout


def test_a_project_that_has_nothing_is_told_all_of_it(new: Terminal) -> None:
    result = new.run("check")
    assert result.exit_code == 1
    assert {line.id for line in lines(FACTS) if line.says not in result.stdout} == {
        "apis/logging",
        "apis/monitoring",
        "apis/serviceusage",
        "apis/storage",
        "logs/retention",
        "logs/routed",
        "quotas/cpu_allocation",
        "quotas/mem_allocation",
    }
    assert "could not be read and are not proven" in result.stdout
    assert "the API firestore.googleapis.com is off" in result.stdout
    for line in lines(FACTS):
        # Billing is a person's, the database is made by apply, whatever can be read by now.
        said = {"project/billing": "a person: ", "database/location": "project apply: "}.get(
            line.id
        )
        assert said is None or f"{said}{line.mend}\n" in result.stdout
    assert not new.on.changed


def test_apply_brings_it_to_what_people_and_releases_make(new: Terminal) -> None:
    first = new.run("apply", "--yes")
    assert first.exit_code == 0, first.stdout
    assert " done, 0 refused." in first.stdout
    assert new.on.changed
    new.on.changed.clear()
    again = new.run("apply", "--yes")
    assert again.exit_code == 0
    assert "0 done, 0 refused" in again.stdout
    assert not new.on.changed
    left = new.run("check")
    assert "project apply:" not in left.stdout
    assert "by a release" in left.stdout
    assert "by a person" in left.stdout
    before = new.run("check", "--before-release")
    assert "by a release" not in before.stdout
    assert before.exit_code == 1  # a person has to do something
    assert "authentication/providers; on a new project press Get started" in before.stdout


def test_where_nobody_answers_nothing_is_done_and_how_to_go_on_is_told(new: Terminal) -> None:
    result = new.run("apply", "--about", "apis")
    assert result.exit_code == 1
    assert "Aborted" not in result.stderr
    assert "Nobody answered, so it was not done: --yes does not ask." in result.stderr
    assert not new.on.changed


def test_apply_asks_line_by_line(new: Terminal) -> None:
    no = new.run("apply", "--about", "apis", answer="n\n" * 40)
    assert no.exit_code == 0
    assert not new.on.changed
    assert no.stderr.count("Do it?") == 23
    one = new.run("apply", "--about", "apis", answer="y\n" + "n\n" * 40)
    assert new.on.changed == ["serviceusage.services.enable"]
    assert "1 done, 0 refused" in one.stdout


def test_what_is_refused_is_told_and_is_a_failure(new: Terminal) -> None:
    new.run("apply", "--yes", "--about", "apis")
    result = new.run("apply", "--yes", "--about", "accounts")
    (line,) = (line for line in lines(FACTS) if line.id == "accounts/bucket-clean")
    assert f"refused {line.says}: its policy is not there, or came without" in result.stdout
    assert result.exit_code == 1
    new.run("apply", "--yes", "--about", "buckets", "--about", "secrets")
    again = new.run("apply", "--yes", "--about", "accounts")
    assert f"done    {line.says}" in again.stdout
    assert again.exit_code == 0


def test_what_cannot_be_read_is_told_and_is_a_failure(new: Terminal) -> None:
    new.run("apply", "--yes", "--about", "apis")
    new.on.denied = {"firestore"}
    told = new.run("check", "--about", "database")
    assert "unread   The database cannot be deleted by mistake" in told.stdout
    assert "the login may not: firestore.databases.get" in told.stdout
    assert told.exit_code == 1
    new.on.changed.clear()
    result = new.run("apply", "--yes", "--about", "database")
    assert "0 done, 6 refused" in result.stdout
    assert result.exit_code == 1
    assert not new.on.changed
    new.on.denied = set()
    assert new.run("apply", "--yes", "--about", "database").exit_code == 0


def test_nothing_is_printed_of_who_is_told_or_who_pays(ready: Terminal) -> None:
    ready.on.put(
        MONITORING,
        f"projects/{FACTS.project}/notificationChannels/7",
        {"enabled": True, "type": "email", "labels": {"email_address": "asha@scanner.in"}},
    )
    ready.on.put(BUDGETS, f"{FACTS.billing}/budgets/7", None)
    for command in (["check"], ["apply", "--yes"]):
        result = ready.run(*command)
        assert "asha@scanner.in" not in result.output


def test_a_subject_that_is_none_is_refused_before_anything_is_asked(new: Terminal) -> None:
    result = new.run("check", "--about", "buckets,auth")
    assert result.exit_code == 2
    assert all(
        name == "serviceusage.services.get" or "list" in name or "Billing" in name
        for _, name in new.on.asked
    )
    assert new.run("check", "--about", "buckets").exit_code == 1


def test_a_stand_in_is_on_this_machine(new: Terminal) -> None:
    new.address = "http://192.0.2.1:80"
    result = new.run("check")
    assert result.exit_code == 1
    assert "is not on this machine" in result.stderr


def test_a_stand_in_that_does_not_answer_is_one_sentence(new: Terminal) -> None:
    new.address = "http://127.0.0.1:1"
    result = new.run("check")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1] == (
        "Error: The project cannot be read: serviceusage.googleapis.com does not answer "
        "(ConnectionError)."
    )


def test_a_stand_in_stands_for_a_project_that_is_named(new: Terminal) -> None:
    result = CliRunner().invoke(app, ["project", "check", "--at", new.address])
    assert result.exit_code == 1
    assert "Name the project" in result.stderr
    assert not new.on.asked


def test_a_login_that_may_read_nothing_is_one_sentence(new: Terminal) -> None:
    new.on.denied = {SERVICES.name}
    result = new.run("check")
    assert result.exit_code == 1
    assert "The project cannot be read: the login may not: serviceusage.services.get" in (
        result.stderr
    )


def test_emulators_need_no_set_up(aim: Aim) -> None:
    aim.emulated = True
    for command in ("check", "apply"):
        result = CliRunner().invoke(app, ["project", command])
        assert result.exit_code == 1
        assert "Emulators need no set-up" in result.stderr


def test_what_a_release_makes_is_left_to_it() -> None:
    made = {line.subject for line in lines(FACTS) if line.maker is Maker.RELEASE}
    assert made == {
        "indexes", "exemptions", "ttl", "rules", "functions", "queues", "schedules",
    }  # fmt: skip
