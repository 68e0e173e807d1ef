"""What firebase-tools' own code makes of the functions: asked, discovered, validated, sent.

No cloud is asked. The limits are those of the services' documents, by hand.
"""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from scans.gate.stl import kernel
from tests.support.sources import ROOT
from tests.unit.release.deployments import BUILT, GIVEN, PROJECT, Copy
from tools import deployed

#: Seconds after which firebase-tools gives up: `detectFromPort` of deploy/functions/runtimes.
DISCOVERY_SECONDS = 10
#: The regional quota of a new project: vCPU and GiB of Cloud Run at the same time, as in
#: https://github.com/firebase/firebase-tools/issues/11001. A function whose most instances would
#: take more is refused ("maxScale may not exceed").
VCPU, GIB = 20, 40
#: Seconds that a function may take, by what sets it off: https://firebase.google.com/docs/functions/quotas
MOST_SECONDS = {"eventTrigger": 540, "scheduleTrigger": 1800, "taskQueueTrigger": 1800}
#: The least memory of a second-generation instance, and the most at one vCPU:
#: https://cloud.google.com/run/docs/configuring/services/memory-limits
LEAST_MIB, MOST_MIB = 512, 4096
#: https://cloud.google.com/run/quotas and https://cloud.google.com/functions/docs/configuring/env-var
ENVIRONMENT_BYTES = 32 * 1024
RESERVED = re.compile(
    r"^(X_GOOGLE_|K_|EXT_|FIREBASE_(?!CONFIG$)|PORT$|FUNCTION_(?!REGION$|SIGNATURE))"
)
#: https://cloud.google.com/compute/docs/labeling-resources#requirements
LABEL = re.compile(r"^[a-z0-9_-]{0,63}$")
#: Sources as an archive, compressed: https://firebase.google.com/docs/functions/quotas
ARCHIVE_BYTES = 100 * 2**20


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """A copy of what is deployed, with all that an operator has to give."""
    made = Copy.at(tmp_path_factory.mktemp("deployment"))
    made.give(GIVEN)
    return made


@pytest.fixture(scope="module")
def deployment(copy: Copy) -> dict[str, Any]:
    """What firebase-tools makes of it."""
    return copy.deployed()


@pytest.fixture(scope="module")
def payloads(deployment: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """What would be sent to Cloud Functions, by function."""
    found: list[dict[str, Any]] = deployment["payloads"]
    return {payload["buildConfig"]["entryPoint"]: payload for payload in found}


# --- discovery and params ------------------------------------------------------------------------


def test_every_function_is_discovered_in_time(
    deployment: dict[str, Any], payloads: dict[str, dict[str, Any]]
) -> None:
    """Within the limit also where the machine has more to do: it is seconds of one processor."""
    assert deployment["discovery"] < DISCOVERY_SECONDS
    assert set(payloads) == set(deployed.functions())


def test_nothing_is_asked_that_has_a_default(deployment: dict[str, Any]) -> None:
    asked = {param["name"]: param for param in deployment["params"]}
    secrets = {name for name, param in asked.items() if param["type"] == "secret"}
    assert secrets == {"RAZORPAY_KEY_SECRET", "RAZORPAY_WEBHOOK_SECRET"}
    assert set(asked) - secrets == set(GIVEN)
    assert not [name for name, param in asked.items() if "default" in param]
    assert all(len(asked[name]["description"]) > 20 for name in GIVEN)
    assert deployment["refused"] is None


def test_a_deployment_without_what_has_to_be_given_ends_and_names_it(copy: Copy) -> None:
    copy.give({name: value for name, value in GIVEN.items() if name != "SCANNER_STATE"})
    try:
        refused = copy.deployed()
    finally:
        copy.give(GIVEN)
    assert "no value for the following environment variables: SCANNER_STATE\n" in refused["refused"]
    assert "payloads" not in refused


def test_a_bad_setting_ends_discovery_and_says_what_to_do(copy: Copy) -> None:
    """Before anything is asked of the project, let alone changed."""
    copy.give(GIVEN | {"SCANNER_LINK_MINUTES": "ten"})
    try:
        run = copy.run()
    finally:
        copy.give(GIVEN)
    assert run.returncode == 1
    assert "SCANNER_LINK_MINUTES takes a whole number from 1 on, and not 'ten'" in (
        run.stdout + run.stderr
    )


# --- endpoints and payloads ----------------------------------------------------------------------


def test_the_endpoints_are_valid(deployment: dict[str, Any]) -> None:
    assert deployment["invalid"] is None
    assert {endpoint["platform"] for endpoint in deployment["endpoints"]} == {"gcfv2"}


def test_names_are_told_apart_by_cloud_run(payloads: dict[str, dict[str, Any]]) -> None:
    """Whose service has the name in small letters, with hyphens for underscores."""
    services = Counter(name.lower().replace("_", "-") for name in payloads)
    assert set(services.values()) == {1}
    assert all(re.fullmatch(r"[a-z]([a-z0-9-]{0,47}[a-z0-9])?", name) for name in services)


def test_labels_and_environment_are_within_their_limits(
    payloads: dict[str, dict[str, Any]],
) -> None:
    for payload in payloads.values():
        for name, value in payload.get("labels", {}).items():
            assert LABEL.match(name)
            assert LABEL.match(value)
        environment = payload["serviceConfig"]["environmentVariables"]
        assert GIVEN.items() <= environment.items()
        assert sum(len(f"{n}{v}".encode()) for n, v in environment.items()) < ENVIRONMENT_BYTES
        assert not [name for name in environment if RESERVED.match(name)]


def test_what_a_function_runs_on_is_within_the_quota_of_a_new_project(
    payloads: dict[str, dict[str, Any]],
) -> None:
    for payload in payloads.values():
        config = payload["serviceConfig"]
        mebibytes = _mebibytes(config["availableMemory"])
        most, cpus = config["maxInstanceCount"], float(config["availableCpu"])
        assert cpus == 1
        assert LEAST_MIB <= mebibytes <= MOST_MIB
        assert most * cpus <= VCPU
        assert most * mebibytes <= GIB * 1024
        assert 1 <= config["maxInstanceRequestConcurrency"] <= 1000


def test_timeouts_are_those_that_the_trigger_allows(deployment: dict[str, Any]) -> None:
    seen = set()
    for endpoint in deployment["endpoints"]:
        (trigger,) = (name for name in endpoint if name.endswith("Trigger"))
        seen.add(trigger)
        assert 0 < endpoint["timeoutSeconds"] <= MOST_SECONDS.get(trigger, 3600)
    assert {*MOST_SECONDS, "callableTrigger", "httpsTrigger"} == seen


def test_triggers_listen_to_one_database_and_one_bucket_where_they_run(
    payloads: dict[str, dict[str, Any]],
) -> None:
    events = {name: p["eventTrigger"] for name, p in payloads.items() if "eventTrigger" in p}
    assert len(events) >= 5
    for event in events.values():
        assert event["retryPolicy"] == "RETRY_POLICY_RETRY"
        filters = {each["attribute"]: each["value"] for each in event["eventFilters"]}
        if event["eventType"].startswith("google.cloud.firestore"):
            assert filters["database"] == "(default)"
            assert not filters["document"].startswith("/")
        else:
            assert event["eventType"] == "google.cloud.storage.object.v1.finalized"
            assert filters["bucket"].startswith(f"{PROJECT}.")


def test_queues_and_schedules_are_such_as_the_services_take(deployment: dict[str, Any]) -> None:
    """500 a second and 5,000 at once: https://cloud.google.com/tasks/docs/quotas."""
    queues = [e["taskQueueTrigger"] for e in deployment["endpoints"] if "taskQueueTrigger" in e]
    schedules = [e["scheduleTrigger"] for e in deployment["endpoints"] if "scheduleTrigger" in e]
    assert queues
    assert schedules
    for queue in queues:
        assert queue["rateLimits"].get("maxDispatchesPerSecond", 500) <= 500
        assert queue["rateLimits"]["maxConcurrentDispatches"] <= 5000
        assert 1 <= queue["retryConfig"]["maxAttempts"] <= 100
    for schedule in schedules:
        assert re.fullmatch(
            r"every \d+ (minutes|hours)|([\d*,/-]+ ){4}[\d*,/-]+", schedule["schedule"]
        )
        assert 0 <= schedule["retryConfig"]["retryCount"] <= 5


def test_retries_want_force_and_nothing_else_does(deployment: dict[str, Any]) -> None:
    """Why `make release` passes `--force` to one group: without it nothing is deployed."""
    assert deployment["unforced"] == (
        "Pass the --force option to deploy functions with a failure policy"
    )
    assert deployment["forced"] is None
    assert deployment["minimum"] is None  # no instances are kept, so no bill is raised


# --- the archive, indexes and rules --------------------------------------------------------------


def test_the_archive_has_the_sources_and_no_secret(deployment: dict[str, Any], copy: Copy) -> None:
    archive = Path(deployment["archive"])
    names = set(zipfile.ZipFile(archive).namelist())
    assert archive.stat().st_size < ARCHIVE_BYTES
    assert {"main.py", "requirements.txt", "accounts/privacy_policy.txt"} <= names
    compiled = {f"scans/gate/stl/kernel/{path.name}" for path in kernel.SOURCE.glob("*.[ch]")}
    assert {BUILT, *compiled} <= names  # one is held to the other
    assert not [name for name in names if name.startswith("venv") or "__pycache__" in name]
    assert not [name for name in names if Path(name).name.startswith(".")]
    assert (copy.root / "functions" / f".env.{PROJECT}").exists()


def test_indexes_ttl_and_rules_are_taken(deployment: dict[str, Any]) -> None:
    assert deployment["indexes"] is None
    assert deployment["rules"] is None


def test_a_broken_index_would_be_found(copy: Copy) -> None:
    indexes = copy.root / "firestore.indexes.json"
    good = indexes.read_text(encoding="utf-8")
    indexes.write_text(good.replace('"ASCENDING"', '"UPWARDS"', 1), encoding="utf-8")
    try:
        assert 'Field "order" must be one of' in copy.deployed()["indexes"]
    finally:
        indexes.write_text(good, encoding="utf-8")


def test_the_runtime_is_one_that_can_be_deployed() -> None:
    """The copy runs on this Python; what is deployed is the one of firebase.json."""
    config = (ROOT / "firebase.json").read_text(encoding="utf-8")
    assert re.findall(r'"runtime": "(\w+)"', config) == ["python312"]


def _mebibytes(memory: str) -> int:
    number, unit = re.fullmatch(r"(\d+)(Mi|Gi)", memory).groups()  # type: ignore[union-attr]
    return int(number) * (1024 if unit == "Gi" else 1)
