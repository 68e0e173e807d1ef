"""A release by one command: what it refuses, its order, going on, and what it leaves on record."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.sources import ROOT
from tests.unit.release.deployments import GIVEN, PROJECT
from tests.unit.release.projects_stand_in import Checkout, Project, serving
from tools import deployed
from tools.release import indexes
from tools.release.__main__ import main
from tools.release.groups import VCPU, groups
from tools.release.runner import ReleaseError
from tools.release.smoke import Addresses, Smoke

#: The event functions, by hand: all of them are delivered again after a failure.
RETRIED = {
    "labs_correct_orders",
    "labs_stop_orders",
    "messaging_announce",
    "messaging_deliver",
    "scans_receive_upload",
}


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """A checkout of one commit on main."""
    return Checkout.at(tmp_path)


@pytest.fixture
def project(checkout: Checkout) -> Iterator[Project]:
    """A project that nothing was deployed to."""
    with serving(Project(checkout)) as served:
        yield served


def release(project: Project, *arguments: str, yes: bool = True) -> int:
    """Release what is checked out; return the exit code."""
    root = str(project.checkout.root)
    given = [*arguments, *(["--yes"] if yes else [])]
    return main(["--project", PROJECT, "--root", root, "--at", project.url, *given])


def deployments(journal: list[str]) -> list[str]:
    """Return the targets that were deployed, in order; functions by their first."""
    found = [line.split(" --only ")[1] for line in journal if line.startswith("firebase deploy")]
    return ["functions" if each.startswith("functions:") else each for each in found]


# --- the whole of it -----------------------------------------------------------------------------


def test_a_release_is_whole_and_in_order(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    checkout = project.checkout
    assert release(project) == 0
    journal = checkout.journal()
    assert journal[:4] == [
        "make web",
        "python -m tools.kernel --target runtime",
        "make check",
        f"scannerctl --project {PROJECT} project check --before-release",
    ]
    assert journal[4] == (
        f"firebase deploy --project {PROJECT} --non-interactive --only firestore:indexes"
    )
    assert journal[5:7] == ["look at indexes", "look at fields"]
    many = len(groups(deployed.functions()))
    assert deployments(journal) == [
        "firestore:indexes",
        "firestore:rules,storage",
        *["functions"] * many,
        "hosting",
    ]
    assert journal[-1] == f"scannerctl --project {PROJECT} project check"
    assert set(checkout.state["deployed"]) == set(deployed.functions())
    (tag,) = checkout.git("tag", "--list", f"release/{PROJECT}/*").splitlines()
    assert checkout.git("rev-parse", f"{tag}^{{commit}}") == checkout.git("rev-parse", "HEAD")
    printed = capsys.readouterr().out
    assert f"git push origin {tag}" in printed
    assert "Every question was answered" in printed
    note = checkout.git("tag", "--list", "--format=%(contents)", tag)
    assert GIVEN["SCANNER_ADDRESS"] not in note + printed  # settings are named and not told
    assert "SCANNER_ADDRESS" in note


def test_the_plan_is_shown_and_nothing_done(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    assert release(project, "--dry-run", yes=False) == 0
    plan = capsys.readouterr().out
    assert "wait until Firestore has built them" in plan
    assert f"$ firebase deploy --project {PROJECT} --non-interactive --only hosting\n" in plan
    assert plan.index("--only firestore:indexes") < plan.index("--only firestore:rules,storage")
    assert "Nothing was changed" in plan
    assert project.checkout.journal() == []
    assert project.checkout.state["deployed"] == []
    assert project.checkout.git("tag") == ""


def test_the_plan_also_says_what_is_in_its_way(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.checkout.give({})
    assert release(project, "--dry-run", yes=False) == 1
    printed = capsys.readouterr()
    assert printed.err.count(" is not given: write into ") == len(GIVEN)
    assert "--only hosting\n" in printed.out
    assert project.checkout.journal() == []


def test_who_does_not_confirm_releases_nothing(
    project: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for typed, code in (("scanner-other", 1), (PROJECT, 0)):
        monkeypatch.setattr("builtins.input", lambda _said, typed=typed: typed)
        assert release(project, yes=False) == code
        assert bool(project.checkout.journal()) is (code == 0)
    assert "Nothing was released." in capsys.readouterr().err


# --- what has to hold first ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("demo-scanner", "is a project of the emulators"),
        ("Scanner Prod", "is no project id"),
        ("", "is no project id"),
    ],
)
def test_only_a_real_project_is_released_onto(
    name: str, told: str, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    root = str(project.checkout.root)
    assert main(["--project", name, "--root", root, "--at", project.url, "--yes"]) == 1
    assert told in capsys.readouterr().err
    assert project.checkout.journal() == []


def refused(project: Project, capsys: pytest.CaptureFixture[str]) -> str:
    """Release in vain: nothing was run; return what is said."""
    assert release(project) == 1
    assert project.checkout.journal() == []
    assert project.checkout.state["targets"] == []
    said = capsys.readouterr().err
    assert said.startswith("Nothing was released. First:\n")
    return said


def test_a_release_is_of_a_commit(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    (project.checkout.root / "firestore.rules").write_text("new")
    assert "1 files differ from the commit" in refused(project, capsys)
    project.checkout.commit()
    assert release(project) == 0


def test_a_release_is_of_main_or_of_a_tag(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    checkout = project.checkout
    checkout.git("switch", "--quiet", "--create", "trial")
    checkout.commit()
    assert "the checkout is on trial, and its commit has no tag" in refused(project, capsys)
    checkout.git("tag", "v2")
    assert release(project) == 0


def test_who_releases_is_on_record(
    project: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    checkout = project.checkout
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    for name in ("EMAIL", "GIT_COMMITTER_EMAIL", "GIT_AUTHOR_EMAIL"):
        monkeypatch.delenv(name, raising=False)
    checkout.git("config", "user.useConfigOnly", "true")
    checkout.git("config", "--unset", "user.email")
    assert "git config user.email" in refused(project, capsys)
    checkout.git("config", "user.email", "somebody@scanner.example")
    assert release(project) == 0


@pytest.mark.parametrize("there", [True, False])
def test_another_python_is_refused_with_the_way_to_the_right_one(
    there: bool,
    project: Project,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """The functions run on 3.12; firebase-tools starts that one from functions/venv, or fails."""
    right = project.checkout.root / "functions" / "venv" / "bin" / "python3.12"
    right.rename(right.with_name("python3.11"))
    system = tmp_path_factory.mktemp("bin") / "python3.12"
    system.write_text(f"#!/bin/sh\nexit {0 if there else 127}\n")
    system.chmod(0o755)
    monkeypatch.setenv("PATH", str(system.parent), prepend=":")
    said = refused(project, capsys)
    assert "rm -rf functions/venv && make install PYTHON=python3.12" in said
    assert ("which is not here: install it" in said) is not there
    right.with_name("python3.11").rename(right)
    assert release(project) == 0


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"SCANNER_STATE": None}, "SCANNER_STATE is not given: write into functions/.env."),
        ({"SCANNER_GSTIN": "27AAAAA0000A1Z2"}, "is the example of the emulators"),
        ({"SCANNER_LINK_MINUTE": "5"}, "SCANNER_LINK_MINUTE in functions/.env."),
        ({"SCANNER_LINK_MINUTES": "five"}, "SCANNER_LINK_MINUTES takes a whole number"),
        ({"SCANNER_STL_MAX_BYTES": "1 GB"}, "SCANNER_STL_MAX_BYTES takes a whole number"),
        ({"SCANNER_POLICY_VERSION": "2025-01"}, "the text that is deployed is of 2026-05"),
    ],
)
def test_settings_are_checked_first(
    changed: dict[str, str | None],
    told: str,
    project: Project,
    capsys: pytest.CaptureFixture[str],
) -> None:
    given = {name: value for name, value in (GIVEN | changed).items() if value is not None}
    project.checkout.give(given)
    assert told in refused(project, capsys)
    project.checkout.give(
        GIVEN | {"SCANNER_LINK_MINUTES": "5", "SCANNER_POLICY_VERSION": "2026-05"}
    )
    assert release(project) == 0


def test_a_file_of_settings_that_nobody_can_read_is_refused(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project.checkout.root / "functions" / f".env.{PROJECT}"
    path.write_text("SCANNER_STATE 27\n")
    assert release(project) == 1
    assert "SCANNER_STATE 27" in capsys.readouterr().err
    assert project.checkout.journal() == []


# --- steps ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("step", "skipped"), [("check", "check"), ("scannerctl", "project")])
def test_a_check_that_fails_ends_it_unless_it_is_left_out_on_record(
    step: str, skipped: str, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    checkout = project.checkout
    checkout.break_(step)
    assert release(project) == 1
    assert "see above" in capsys.readouterr().err
    assert checkout.state["targets"] == []
    assert checkout.git("tag") == ""
    assert release(project, "--skip", skipped) == 0
    assert f"Left out: {skipped}" in checkout.git("tag", "--list", "--format=%(contents)")


def test_rules_that_allow_less_follow_the_functions(project: Project) -> None:
    assert release(project, "--rules-last") == 0
    done = deployments(project.checkout.journal())
    assert done.index("firestore:rules,storage") == len(done) - 2


def test_a_release_that_failed_goes_on_where_it_was(project: Project) -> None:
    checkout = project.checkout
    checkout.write(fails_at="support")
    assert release(project) == 1
    before = deployments(checkout.journal())
    assert checkout.git("tag") == ""
    checkout.write(fails_at=None)
    assert release(project) == 0
    after = deployments(checkout.journal())
    assert before[:2] == ["firestore:indexes", "firestore:rules,storage"]
    assert len(before) + len(after) == 3 + len(groups(deployed.functions())) + 1
    assert "firestore:indexes" not in after
    assert set(checkout.state["deployed"]) == set(deployed.functions())


@pytest.mark.parametrize("other", ["commit", "settings", "again"])
def test_another_release_begins_at_the_beginning(other: str, project: Project) -> None:
    checkout = project.checkout
    checkout.write(fails_at="support")
    assert release(project) == 1
    checkout.journal()
    checkout.write(fails_at=None)
    if other == "commit":
        checkout.commit()
    if other == "settings":
        checkout.give(GIVEN | {"SCANNER_STATE": "29"})
    assert release(project, *(["--again"] if other == "again" else [])) == 0
    assert deployments(checkout.journal())[0] == "firestore:indexes"


def test_it_may_be_repeated(project: Project) -> None:
    assert release(project) == 0
    first = project.checkout.journal()
    assert release(project) == 0
    assert project.checkout.journal() == first


def test_what_was_released_is_listed(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert release(project, "--list") == 0
    assert capsys.readouterr().out == f"Nothing was released to {PROJECT}.\n"
    assert release(project) == 0
    commit = project.checkout.git("rev-parse", "--short", "HEAD")
    capsys.readouterr()
    assert release(project, "--list") == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith(f"release/{PROJECT}/2")
    assert f"  {commit}  Somebody  " in line


# --- groups --------------------------------------------------------------------------------------


def test_groups_hold_each_function_once_and_are_within_the_quota() -> None:
    functions = deployed.functions()
    found = groups(functions)
    names = [name for group in found for name in group.functions]
    assert sorted(names) == sorted(functions)
    for group in found:
        cpus = [functions[name].__firebase_endpoint__.cpu for name in group.functions]
        assert 0 < sum(cpus) <= VCPU
    assert 2 * VCPU <= 20  # the revisions that are replaced hold as much


def test_what_is_retried_is_forced_and_first_and_nothing_else() -> None:
    found = groups(deployed.functions())
    assert {name for group in found if group.forced for name in group.functions} == RETRIED
    forced = [group.forced for group in found]
    assert forced == sorted(forced, reverse=True)


# --- indexes -------------------------------------------------------------------------------------

DECLARED = json.loads((ROOT / "firestore.indexes.json").read_text(encoding="utf-8"))


class Pauses(list[float]):
    """The pauses that were taken: none of them takes any time."""


def test_indexes_are_waited_for(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project.checkout.write(targets=["firestore:indexes"])
    project.building = 3
    pauses = Pauses()
    client = indexes.connect(project.url)
    indexes.wait(client, PROJECT, DECLARED, pauses.append)
    assert pauses == [15.0] * 3
    declared = len(DECLARED["indexes"])
    overrides = DECLARED["fieldOverrides"]
    ttl = sum(1 for each in overrides if each.get("ttl"))
    own = sum(1 for each in overrides if each["indexes"])
    printed = capsys.readouterr().out
    assert f"{declared + ttl + own} are being built, such as audit by action, at." in printed


@pytest.mark.parametrize("targets", [[], ["firestore:indexes"]])
def test_what_does_not_come_up_ends_the_release_and_is_named(
    targets: list[str], project: Project
) -> None:
    project.checkout.write(targets=targets)
    project.building = 99
    client = indexes.connect(project.url)
    with pytest.raises(ReleaseError, match=r"not ready yet, such as audit by action, at"):
        indexes.wait(client, PROJECT, DECLARED, Pauses().append, looks=2)


def test_an_index_that_is_broken_is_not_waited_for(project: Project) -> None:
    project.checkout.write(targets=["firestore:indexes"])
    project.building, project.state = 1, "NEEDS_REPAIR"
    client, pauses = indexes.connect(project.url), Pauses()
    with pytest.raises(ReleaseError, match="audit by action, at has to be repaired"):
        indexes.wait(client, PROJECT, DECLARED, pauses.append)
    assert pauses == []


@pytest.mark.parametrize("part", ["order", "scope", "ttl"])
def test_an_index_of_another_kind_is_not_the_one(part: str, project: Project) -> None:
    project.checkout.write(targets=["firestore:indexes"])
    client = indexes.connect(project.url)
    assert list(indexes.unready(client, PROJECT, DECLARED)) == []
    wanted = json.loads(json.dumps(DECLARED))
    if part == "order":
        wanted["indexes"][0]["fields"][1]["order"] = "ASCENDING"
        named = "audit by action, at"
    if part == "scope":
        wanted["indexes"][0]["queryScope"] = "COLLECTION_GROUP"
        named = "audit by action, at"
    if part == "ttl":
        wanted["fieldOverrides"].append(
            {"collectionGroup": "audit", "fieldPath": "expires_at", "ttl": True, "indexes": []}
        )
        assert list(indexes.unready(client, PROJECT, wanted)) == [
            "the TTL by audit.expires_at",
            "the indexes of audit.expires_at",
        ]
        return
    assert list(indexes.unready(client, PROJECT, wanted)) == [named]


@pytest.mark.parametrize(
    ("config", "kept"),
    [
        ({"indexes": []}, True),
        ({"indexes": [], "reverting": True}, False),
        ({"indexes": [], "usesAncestorConfig": True}, False),
    ],
)
def test_an_exemption_of_another_release_is_in_the_way_of_queries(
    config: dict[str, object], kept: bool, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    """firebase-tools leaves what the file does not name, and a query by it is refused."""
    of_orders = f"projects/{PROJECT}/databases/(default)/collectionGroups/orders/fields/tags"
    project.others = [{"name": of_orders, "indexConfig": config}]
    if not kept:
        project.checkout.write(targets=["firestore:indexes"])
        left = list(indexes.unready(indexes.connect(project.url), PROJECT, DECLARED))
        assert left == (["the indexes of orders.tags"] if "reverting" in config else [])
        return
    assert release(project) == 1
    assert project.checkout.state["targets"] == ["firestore:indexes"]
    assert (
        "gcloud firestore indexes fields update tags --collection-group=orders "
        f"--database='(default)' --clear-exemption --project={PROJECT}"
    ) in capsys.readouterr().err
    project.others = []
    assert release(project) == 0


# --- smoke ---------------------------------------------------------------------------------------

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
