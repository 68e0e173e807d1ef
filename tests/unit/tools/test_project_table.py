"""Each line of the table, read from a stand-in that has it not, has it, or has it otherwise."""

from __future__ import annotations

import json
import subprocess
from typing import Any

import pytest

from tests.support.project_states import FACTS, asked, forbids, place, remove, spoiled, switched_on
from tests.support.sources import ROOT
from tools.deployed import functions
from tools.project.apis import AUTH, FIRESTORE, FUNCTIONS, SERVICES
from tools.project.checking import Reading, Verdict, check
from tools.project.lines import Line, Maker
from tools.project.matching import AtLeast, OnlyNamed
from tools.project.sources import PolicyOf
from tools.project.table import NOTES, SUBJECTS, lines

LINES = lines(FACTS)
BY_ID = {line.id: line for line in LINES}
each_line = pytest.mark.parametrize("line", LINES, ids=lambda line: line.id)


@each_line
def test_a_line_is_missing_there_or_different(line: Line) -> None:
    on = switched_on()
    with asked(on) as google:
        remove(on, line)
        first = Reading(google).judge(line)
        granted = isinstance(line.source, PolicyOf)  # a policy is there, and may grant nothing
        missing = Verdict.DIFFERS if granted else Verdict.MISSING
        assert first.verdict is (Verdict.HOLDS if forbids(line) else missing)
        place(on, line, line.wanted)
        assert Reading(google).judge(line).verdict is Verdict.HOLDS
        for other in spoiled(line.wanted):
            place(on, line, other)
            found = Reading(google).judge(line)
            assert not found.holds, other
            assert found.faults or found.verdict is Verdict.MISSING
        assert not on.changed


@each_line
def test_a_line_that_cannot_be_read_is_not_proven(line: Line) -> None:
    on = switched_on()
    place(on, line, line.wanted)
    api = line.source.api  # type: ignore[attr-defined]
    on.denied = {api.name}
    with asked(on) as google:
        found = Reading(google).judge(line)
        assert found.verdict is Verdict.UNREAD
        assert not found.holds
        assert found.cure is None
        assert found.maker is line.maker  # it does not become a person's by that
        assert "the login may not: " in found.faults[0]
        on.denied = set()
        assert Reading(google).judge(line).holds
        if api.host != SERVICES.host:  # what is off is always told
            on.put(SERVICES, f"projects/{FACTS.number}/services/{api.host}", None)
            off = Reading(google).judge(line)
            assert off.verdict is Verdict.UNREAD
            assert off.faults == (f"the API {api.host} is off",)


def test_a_check_asks_each_source_once_and_changes_nothing() -> None:
    on = switched_on()
    with asked(on) as google:
        check(google, LINES)
        assert google.asked <= len({line.source for line in LINES}) + len(LINES) // 20
        assert {http for http, _ in on.asked} <= {"GET", "POST"}
        assert {name for http, name in on.asked if http == "POST"} == {
            "cloudresourcemanager.projects.getIamPolicy",
            "iam.projects.serviceAccounts.getIamPolicy",
        }
    assert not on.changed


def test_every_line_has_a_name_a_subject_and_somebody_who_makes_it() -> None:
    assert len({line.id for line in LINES}) == len(LINES)
    assert {line.subject for line in LINES} == set(SUBJECTS)
    assert set(NOTES) <= set(SUBJECTS)
    for line in LINES:
        may = line.make is not None or line.change is not None
        assert may == (line.maker is Maker.APPLY), line.id
        assert line.mend, line.id


def test_what_the_code_declares_has_its_lines() -> None:
    """By hand: what a deployment makes, and what it needs."""
    names = {
        subject: {line.id.partition("/")[2] for line in LINES if line.subject == subject}
        for subject in SUBJECTS
    }
    assert names["queues"] == {"bill", "remind"}
    assert names["schedules"] == {"sweep", "wallet_bill_month", "wallet_reconcile_nightly"}
    assert {n for n in names["secrets"] if not n.endswith("-value")} == {
        "RAZORPAY_KEY_SECRET",
        "RAZORPAY_WEBHOOK_SECRET",
    }
    assert names["ttl"] == {
        "no-others",
        "deliveries",
        "inbox",
        "invites",
        "jobs",
        "link_counts",
        "mail",
        "notices",
        "requests",
    }
    declared = json.loads((ROOT / "firestore.indexes.json").read_text(encoding="utf-8"))
    assert len(names["indexes"]) == len(declared["indexes"])
    assert names["functions"] == {"no-others", *functions()}


@pytest.mark.parametrize(
    "name",
    [
        "buckets/clean-versioning",
        "buckets/clean-no-holds",
        "buckets/clean-no-retention",
        "auth/anonymous",
    ],
)
def test_what_was_never_on_is_off(name: str) -> None:
    """A service leaves out of its answers what nobody ever set."""
    on, line = switched_on(), BY_ID[name]
    with asked(on) as google:
        place(on, line, {"name": "x"})
        assert Reading(google).judge(line).holds


def test_what_is_not_of_the_code_and_does_no_harm_is_let_be() -> None:
    """A function of the extension Trigger Email, and what holds for every field of a database."""
    on = switched_on()
    where = f"projects/{FACTS.project}/locations/asia-south1/functions/"
    every = f"projects/{FACTS.project}/databases/(default)/collectionGroups/__default__/fields/*"
    others = BY_ID["functions/no-others"], BY_ID["exemptions/no-others"]
    with asked(on) as google:
        on.put(FUNCTIONS, f"{where}ext-firestore-send-email-processqueue", {"state": "ACTIVE"})
        on.put(FIRESTORE, every, {"indexConfig": {"indexes": []}})
        assert [Reading(google).judge(line).verdict for line in others] == [Verdict.HOLDS] * 2
        on.put(FUNCTIONS, f"{where}scans_receive", {"state": "ACTIVE"})
        on.put(FIRESTORE, every.replace("__default__", "orders"), {"indexConfig": {"indexes": []}})
        assert [Reading(google).judge(line).verdict for line in others] == [Verdict.DIFFERS] * 2


def test_a_way_to_sign_in_that_is_there_and_off_does_no_harm() -> None:
    on, line = switched_on(), BY_ID["auth/no-companies"]
    name = f"projects/{FACTS.project}/defaultSupportedIdpConfigs/google.com"
    with asked(on) as google:
        on.put(AUTH, name, {"name": name, "enabled": False})
        assert Reading(google).judge(line).holds
        on.put(AUTH, name, {"name": name, "enabled": True})
        assert Reading(google).judge(line).verdict is Verdict.DIFFERS


def wanted(name: str) -> dict[str, Any]:
    """Return what is wanted by the line of that name."""
    (line,) = (line for line in LINES if line.id == name)
    return line.wanted


def test_raw_uploads_are_gone_after_a_day_and_leave_no_copy() -> None:
    """By hand, of the privacy policy: patients' names are in raw files, and are kept no longer."""
    rule = {"action": {"type": "Delete"}, "condition": {"age": 1, "matchesPrefix": ["landing/"]}}
    assert rule in wanted("buckets/landing-lifecycle")["lifecycle"].value["rule"]
    off = {"softDeletePolicy": {"retentionDurationSeconds": "0"}}
    assert wanted("buckets/landing-soft-delete") == off
    only = OnlyNamed(("/buckets/scanner-new.firebasestorage.app",))
    assert wanted("buckets/no-others-linked") == {"buckets": only}
    assert wanted("buckets/clean-soft-delete") == {
        "softDeletePolicy": {"retentionDurationSeconds": str(7 * 86_400)}
    }


def test_what_goes_by_itself_is_what_the_file_says() -> None:
    def days(name: str, action: str = "Delete") -> dict[str, int]:
        rules = wanted(name)["lifecycle"].value["rule"]
        return {
            r["condition"]["matchesPrefix"][0]: r["condition"]["age"]
            for r in rules
            if r["action"]["type"] == action
        }

    assert days("buckets/clean-lifecycle") == {"statements/": 1, "payouts/": 7, "exports/": 30}
    assert days("buckets/landing-lifecycle") == {
        **days("buckets/clean-lifecycle"),
        "landing/": 1,
    }
    for bucket in ("clean", "landing"):  # in the other there may be some from a time with one
        assert days(f"buckets/{bucket}-lifecycle", "SetStorageClass") == {"cases/": 90}


def test_all_is_where_the_functions_are() -> None:
    regions = {region for f in functions().values() for region in f.__firebase_endpoint__.region}
    assert regions == {"asia-south1"}
    assert wanted("database/location") == {"locationId": "asia-south1"}
    for bucket in ("landing", "clean"):
        assert wanted(f"buckets/{bucket}-location") == {"location": "ASIA-SOUTH1"}
        uniform = {"iamConfiguration": {"uniformBucketLevelAccess": {"enabled": True}}}
        assert wanted(f"buckets/{bucket}-uniform-access") == uniform


def test_backups_are_for_weeks() -> None:
    assert wanted("database/backup-daily") == {"retention": "604800s"}
    assert wanted("database/backup-weekly") == {"retention": "2419200s"}
    assert wanted("logs/retention") == {"retentionDays": 30}


def test_quotas_are_those_that_a_release_takes() -> None:
    """By hand: 20 instances at most of one vCPU; of the upload's trigger, of 1 GiB each."""
    for name, least in (("cpu_allocation", 20_000), ("mem_allocation", 20 * 2**30)):
        (limit,) = wanted(f"quotas/{name}")["consumerQuotaLimits"]
        (bucket,) = limit["quotaBuckets"]
        assert bucket["effectiveLimit"] == AtLeast(least)


def test_events_come_from_the_landing_bucket_and_again_until_they_are_done() -> None:
    """By hand, in the fields of Cloud Functions: an event that is lost is a file nobody judges."""
    assert wanted("functions/scans_receive_upload")["eventTrigger"] == {
        "eventType": "google.cloud.storage.object.v1.finalized",
        "retryPolicy": "RETRY_POLICY_RETRY",
        "eventFilters": [{"attribute": "bucket", "value": "scanner-new.firebasestorage.app"}],
    }
    notices = wanted("functions/messaging_announce")["eventTrigger"]
    assert notices["retryPolicy"] == "RETRY_POLICY_RETRY"
    document = {"attribute": "document", "value": "notices/{notice_id}"}
    assert document | {"operator": "match-path-pattern"} in notices["eventFilters"]


def test_no_function_runs_as_an_account_of_its_own() -> None:
    """The table grants the default account what functions need: it is theirs."""
    for name, function in functions().items():
        assert not isinstance(function.__firebase_endpoint__.serviceAccountEmail, str), name


#: What firebase-tools makes of a declaration, by its own code.
_TOOL = """
const tasks = require('firebase-tools/lib/gcp/cloudtasks');
const scheduler = require('firebase-tools/lib/gcp/cloudscheduler');
const given = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const common = {platform: 'gcfv2', project: 'scanner-new', region: 'asia-south1',
                serviceAccount: 'a@b', uri: 'https://x'};
(async () => {
  const made = {};
  for (const [id, endpoint] of Object.entries(given)) {
    const whole = {...common, id, ...endpoint};
    made[id] = endpoint.taskQueueTrigger ? tasks.queueFromEndpoint(whole)
      : await scheduler.jobFromEndpoint(whole, 'asia-south1', '1096');
  }
  console.log(JSON.stringify(made));
})();
"""


def test_queues_and_schedules_are_those_that_firebase_tools_makes() -> None:
    triggers = ("taskQueueTrigger", "scheduleTrigger")
    given: dict[str, dict[str, Any]] = {}
    for name, function in functions().items():
        end = function.__firebase_endpoint__
        for kind in triggers:
            if isinstance(trigger := getattr(end, kind, None), dict):
                given[name] = {kind: _plain(trigger), "timeoutSeconds": end.timeoutSeconds}
    made = json.loads(
        subprocess.run(
            ["node", "-e", _TOOL],
            input=json.dumps(given),
            cwd=ROOT,
            text=True,
            check=True,
            capture_output=True,
        ).stdout
    )
    ours = {
        line.id.partition("/")[2]: line for line in LINES if line.subject in {"queues", "schedules"}
    }
    assert ours.keys() == made.keys()
    for name, tool in made.items():
        where = ours[name].source.resource  # type: ignore[attr-defined]
        assert where == tool.pop("name")
        tool.pop("httpTarget", None)
        wanted = ours[name].wanted
        assert wanted == ({"state": "ENABLED", **tool} if "schedule" in tool else tool)


def _plain(declared: Any) -> Any:
    """Return a declaration without the library's sentinels, which discovery leaves out."""
    if isinstance(declared, dict):
        kept = {name: _plain(value) for name, value in declared.items()}
        return {name: value for name, value in kept.items() if value is not None}
    return declared if isinstance(declared, str | int | float | bool) else None
