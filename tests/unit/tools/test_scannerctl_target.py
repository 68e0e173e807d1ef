"""Which project a command touches: never a real one that was not named on the command line."""

from __future__ import annotations

import fcntl
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.emulators.finding import running_suite
from tools.emulators.layout import Layout, ports, read_config
from tools.scannerctl import target
from tools.scannerctl.console import FailureError
from tools.scannerctl.target import resolve

ROOT = Path(__file__).resolve().parents[3]
HOSTS = {
    "FIRESTORE_EMULATOR_HOST": "127.0.0.1:9403",
    "FIREBASE_AUTH_EMULATOR_HOST": "127.0.0.1:9401",
}
NAMED = {**HOSTS, "GCLOUD_PROJECT": "demo-scanner"}


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    """An empty checkout with the ports of firebase.json."""
    return Layout(tmp_path, ports(read_config(ROOT)))


@pytest.fixture(autouse=True)
def answering(monkeypatch: pytest.MonkeyPatch) -> set[int]:
    """The ports on which somebody answers: all, until a test removes some."""
    found = set(range(1024, 65536))
    monkeypatch.setattr(target.sockets, "is_open", lambda port: port in found)
    return found


@pytest.fixture
def suite(layout: Layout) -> Iterator[Layout]:
    """A suite of this checkout on ports from 9800 on: its lock held, its configuration written."""
    config = read_config(ROOT)
    moved = ports(config, "9800")
    for name in ("hub", "auth", "functions", "firestore", "storage", "tasks", "eventarc"):
        config["emulators"][name]["port"] = moved[name]
    config["emulators"]["logging"]["port"] = moved["logging"]
    config["emulators"]["firestore"]["websocketPort"] = moved["firestore_websocket"]
    layout.config.write_text(json.dumps(config))
    layout.state.mkdir()
    with (layout.state / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield layout


def test_without_emulators_nothing_is_touched(layout: Layout) -> None:
    with pytest.raises(FailureError, match=r"make emulators.*--project"):
        resolve(None, {"GOOGLE_CLOUD_PROJECT": "scanner-prod"}, layout)


def test_a_real_project_is_touched_when_it_is_named(layout: Layout) -> None:
    found = resolve("scanner-prod", {}, layout)

    assert (found.project, found.emulated) == ("scanner-prod", False)
    assert str(found) == "REAL PROJECT scanner-prod"
    assert json.loads(found.environ["FIREBASE_CONFIG"]) == {
        "projectId": "scanner-prod",
        "storageBucket": "scanner-prod.firebasestorage.app",
    }
    assert not HOSTS.keys() & found.environ.keys()


def test_a_real_project_wins_over_the_running_suite(suite: Layout) -> None:
    assert not resolve("scanner-prod", {}, suite).emulated


def test_the_emulators_of_the_environment_are_taken(layout: Layout) -> None:
    found = resolve(None, NAMED, layout)

    assert (found.project, found.emulated) == ("demo-scanner", True)
    assert "127.0.0.1:9403" in str(found)
    assert HOSTS.items() <= found.environ.items()


def test_emulators_are_never_handed_a_real_key(layout: Layout) -> None:
    environ = {**NAMED, "GOOGLE_APPLICATION_CREDENTIALS": "/home/me/real.json"}

    found = resolve(None, environ, layout)

    assert found.environ["GOOGLE_APPLICATION_CREDENTIALS"] == str(layout.key)
    assert json.loads(layout.key.read_text())["project_id"] == "demo-scanner"


@pytest.mark.parametrize(
    ("config", "kept"),
    [
        ('{"projectId": "demo-scanner", "storageBucket": "b"}', True),
        ('{"projectId": "scanner-prod", "storageBucket": "b"}', False),
        ("config.json", False),
    ],
)
def test_a_configuration_of_another_project_is_replaced(
    layout: Layout, config: str, kept: bool
) -> None:
    found = resolve(None, {**NAMED, "FIREBASE_CONFIG": config}, layout).environ["FIREBASE_CONFIG"]
    assert found == (config if kept else '{"projectId": "demo-scanner"}')


def test_the_environments_project_may_be_named(layout: Layout) -> None:
    assert resolve("demo-scanner", NAMED, layout).emulated


@pytest.mark.parametrize("project", ["scanner-prod", "demo-other"])
def test_another_project_than_the_environments_is_refused(layout: Layout, project: str) -> None:
    with pytest.raises(FailureError, match=f"demo-scanner, not to {project}: unset FIRESTORE"):
        resolve(project, NAMED, layout)


@pytest.mark.parametrize("name", list(HOSTS))
@pytest.mark.parametrize("project", [None, "scanner-prod"])
def test_half_an_environment_is_refused(layout: Layout, name: str, project: str | None) -> None:
    (missing,) = HOSTS.keys() - {name}
    with pytest.raises(FailureError, match=f"lacks {missing}"):
        resolve(project, {name: HOSTS[name]}, layout)


def test_emulators_that_do_not_answer_are_named(layout: Layout, answering: set[int]) -> None:
    answering.remove(9401)
    with pytest.raises(FailureError, match=r"Nothing answers at 127\.0\.0\.1:9401"):
        resolve(None, NAMED, layout)


@pytest.mark.parametrize("project", [None, "demo-scanner"])
def test_the_running_suite_is_found_on_its_ports(suite: Layout, project: str | None) -> None:
    found = resolve(project, {}, suite)

    assert found.emulated
    assert found.environ["FIRESTORE_EMULATOR_HOST"] == "127.0.0.1:9803"
    assert found.environ["FIREBASE_AUTH_EMULATOR_HOST"] == "127.0.0.1:9801"


def test_the_running_suite_has_one_project(suite: Layout) -> None:
    with pytest.raises(FailureError, match="demo-scanner, not demo-other"):
        resolve("demo-other", {}, suite)


def test_a_suite_that_ended_is_not_found(suite: Layout) -> None:
    assert running_suite(suite) is not None
    (suite.state / "lock").unlink()
    (suite.state / "lock").touch()  # as a killed launcher leaves it: there, and held by nobody

    assert running_suite(suite) is None


def test_a_suite_that_is_starting_is_not_found(suite: Layout, answering: set[int]) -> None:
    answering.remove(9802)
    assert running_suite(suite) is None
