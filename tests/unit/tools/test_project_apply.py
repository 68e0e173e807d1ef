"""What `apply` does to a project: what it may, once, and nothing beside it."""

from __future__ import annotations

import pytest

from tests.support.project_states import (
    FACTS,
    asked,
    nothing,
    place,
    remove,
    spoiled,
    switched_on,
)
from tools.project.apis import APP_CHECK, AUTH, FIREBASE_STORAGE, IAM, PROJECTS, SERVICES
from tools.project.changes import Grant
from tools.project.checking import Finding, Reading, Verdict, apply, check
from tools.project.facts import discover
from tools.project.google import Google, RefusedError
from tools.project.lines import Line, Maker
from tools.project.matching import Json
from tools.project.sources import PolicyOf
from tools.project.standin.state import StandIn
from tools.project.table import lines

LINES = lines(FACTS)
BY_ID = {line.id: line for line in LINES}
by_apply = [line for line in LINES if line.maker is Maker.APPLY]
others = [line for line in LINES if line.maker is not Maker.APPLY]
PROJECT = PolicyOf(PROJECTS, f"projects/{FACTS.project}")


def always(_: Finding) -> bool:
    return True


def mend(google: Google, *chosen: Line) -> list[str]:
    """Apply some lines; return why those were refused that were."""
    return [mended.why for mended in apply(google, chosen, always) if mended.why]


def stand_ready(on: StandIn, line: Line) -> None:
    """Have what a line is on be there, and the line not."""
    remove(on, line)


@pytest.mark.parametrize("line", by_apply, ids=lambda line: line.id)
def test_what_is_missing_is_made_once(line: Line) -> None:
    on = switched_on()
    stand_ready(on, line)
    with asked(on) as google:
        finding = Reading(google).judge(line)
        assert not finding.holds
        refused = mend(google, line)
        if finding.cure is None:  # Auth is begun in the console; `_Default` is always there
            assert line.subject == "auth" or line.id == "logs/retention"
            assert (refused, on.changed, finding.maker) == ([], [], Maker.PERSON)
            return
        assert (refused, Reading(google).judge(line).verdict) == ([], Verdict.HOLDS)
        assert on.changed
        on.changed.clear()
        assert list(apply(google, [line], always)) == []
        assert not on.changed


@pytest.mark.parametrize("line", by_apply, ids=lambda line: line.id)
def test_what_differs_is_changed_once_where_it_can_be(line: Line) -> None:
    on = switched_on()
    with asked(on) as google:
        for other in spoiled(line.wanted):
            on.changed.clear()
            place(on, line, other)
            finding = Reading(google).judge(line)
            if finding.verdict is Verdict.MISSING:
                continue  # what marks it was spoiled: it is another
            refused = mend(google, line)
            if line.change is None:
                assert (finding.maker, on.changed) == (Maker.PERSON, [])
                continue
            assert (refused, Reading(google).judge(line).verdict) == ([], Verdict.HOLDS), other
            on.changed.clear()
            assert list(apply(google, [line], always)) == []
            assert not on.changed


@pytest.mark.parametrize("line", others, ids=lambda line: line.id)
def test_what_is_a_persons_or_a_releases_is_left_alone(line: Line) -> None:
    on = switched_on()
    with asked(on) as google:
        remove(on, line)
        assert mend(google, line) == []
        place(on, line, next(spoiled(line.wanted)))
        assert mend(google, line) == []
    assert not on.changed


def test_a_project_that_has_nothing_gets_all_but_what_people_and_releases_make() -> None:
    on = nothing()
    with asked(on) as google:
        facts = discover(google, on.project)
        before = check(google, lines(facts))
        assert len(before) == len(LINES)
        assert (
            sum(finding.holds for finding in before) == 8
        )  # four APIs, the quotas, logs' 30 days, and where they go
        assert mend(google, *lines(facts)) == []
        left = {f.line.id: f for f in check(google, lines(facts)) if not f.holds}
        assert {finding.maker for finding in left.values()} == {Maker.PERSON, Maker.RELEASE}
        people = {name for name, finding in left.items() if finding.maker is Maker.PERSON}
        assert people == {
            "project/billing",
            "budget/monthly",
            "secrets/RAZORPAY_KEY_SECRET-value",
            "secrets/RAZORPAY_WEBHOOK_SECRET-value",
            "auth/password",
            "auth/anonymous",
            "auth/one-account",
            "auth/enumeration",
            "auth/domains",
            "mail/trigger-email",
            "app-check/firestore",
            "app-check/firebasestorage",
            "app-check/identitytoolkit",
            "hosting/web-app",
            "logs/seals-locked",
            "alerts/channel",
        }
        on.changed.clear()
        assert mend(google, *lines(facts)) == []
        assert not on.changed


def test_what_is_not_agreed_to_is_left_alone() -> None:
    on = nothing()
    with asked(on) as google:
        chosen = [line for line in LINES if line.subject == "apis"]
        seen: list[str] = []
        list(apply(google, chosen, lambda f: bool(seen.append(f.line.id))))
        assert len(seen) == 23
        assert not on.changed
        list(apply(google, chosen, lambda f: f.line.id == "apis/iam"))
        assert on.changed == ["serviceusage.services.enable"]


def test_a_line_that_is_refused_stops_no_other() -> None:
    on = switched_on()
    on.denied = {FIREBASE_STORAGE.name}
    bucket, made = BY_ID["buckets/landing-location"], BY_ID["buckets/clean-location"]
    with asked(on) as google:
        (why,) = mend(google, bucket, made)
        assert why == (
            "the login may not: firebasestorage.defaultBucket.create "
            "at firebasestorage.googleapis.com"
        )
        assert Reading(google).judge(made).holds
        on.denied = set()
        assert mend(google, bucket) == []


def test_a_role_on_what_is_not_there_is_refused() -> None:
    on, line = switched_on(), BY_ID["accounts/bucket-clean"]
    with asked(on) as google:
        assert mend(google, line) == [
            "its policy is not there, or came without an etag, and is not overwritten"
        ]
        assert not on.changed
        assert mend(google, BY_ID["buckets/clean-location"], line) == []


# --- policies: what stands beside stays -----------------------------------------------------------


def granted(*bindings: Json) -> Json:
    return {"etag": "1", "bindings": list(bindings)}


def with_policy(on: StandIn, policy: Json) -> None:
    on.put(PROJECTS, PROJECT.resource, {"projectId": FACTS.project})
    on.put_policy(PROJECTS, PROJECT.resource, policy)


USER = BY_ID["accounts/runtime-datastore-user"]
ROLE, MEMBER = "roles/datastore.user", f"serviceAccount:{FACTS.runtime}"


def test_what_a_policy_grants_beside_stays() -> None:
    on = switched_on()
    kept = {"role": "roles/owner", "members": ["group:owners"]}
    with_policy(on, granted(kept, {"role": ROLE, "members": ["group:a"]}) | {"auditConfigs": [{}]})
    with asked(on) as google:
        assert mend(google, USER) == []
    policy = on.policy(PROJECTS, PROJECT.resource)
    assert policy["bindings"] == [kept, {"role": ROLE, "members": ["group:a", MEMBER]}]
    assert policy["auditConfigs"] == [{}]


def test_a_condition_is_no_grant_and_stays() -> None:
    on = switched_on()
    until = {"expression": "request.time < timestamp('2026-01-01T00:00:00Z')", "title": "a day"}
    conditional = {"role": ROLE, "members": [MEMBER], "condition": until}
    with_policy(on, granted(conditional))
    with asked(on) as google:
        assert Reading(google).judge(USER).verdict is Verdict.DIFFERS
        assert mend(google, USER) == []
    bindings = on.policy(PROJECTS, PROJECT.resource)["bindings"]
    assert bindings == [conditional, {"role": ROLE, "members": [MEMBER]}]


def test_a_policy_that_was_changed_meanwhile_is_not_overwritten() -> None:
    on = switched_on()
    with_policy(on, granted())
    with asked(on) as google:
        stale = PROJECT.read(google)
        newer = granted({"role": "roles/viewer", "members": ["group:b"]}) | {"etag": "2"}
        with_policy(on, newer)
        with pytest.raises(RefusedError, match="ABORTED"):
            Grant(PROJECT, ROLE, MEMBER).do(google, stale)
        assert on.policy(PROJECTS, PROJECT.resource) == newer
        Grant(PROJECT, ROLE, MEMBER).do(google, PROJECT.read(google))
    assert len(on.policy(PROJECTS, PROJECT.resource)["bindings"]) == 2


@pytest.mark.parametrize("held", [None, {}, {"bindings": []}])
def test_a_policy_that_was_not_read_is_not_overwritten(held: Json | None) -> None:
    """All that it grants would be gone, to owners too."""
    on = switched_on()
    with_policy(on, granted({"role": "roles/owner", "members": ["group:owners"]}))
    with asked(on) as google:
        with pytest.raises(RefusedError, match="came without an etag, and is not overwritten"):
            Grant(PROJECT, ROLE, MEMBER).do(google, held)
        assert not on.asked
        Grant(PROJECT, ROLE, MEMBER).do(google, PROJECT.read(google))
    assert len(on.policy(PROJECTS, PROJECT.resource)["bindings"]) == 2


def test_domains_that_somebody_added_stay() -> None:
    on, line = switched_on(), BY_ID["auth/domains"]
    path = f"projects/{FACTS.project}/config"
    on.put(AUTH, path, {"authorizedDomains": ["localhost", "console.scanner.in"]})
    with asked(on) as google:
        assert mend(google, line) == []
    held = on.held(AUTH, path)
    assert held is not None
    assert held["authorizedDomains"] == [
        "console.scanner.in",
        "scanner-new.firebaseapp.com",
        "scanner-new.web.app",
        "app.scanner.in",
    ]


def test_other_records_of_access_stay() -> None:
    on, line = switched_on(), BY_ID["accounts/reads-recorded"]
    mine = {"logType": "DATA_WRITE"}
    spared = {"logType": "DATA_READ", "exemptedMembers": ["user:x@y"]}
    other = {"service": "storage.googleapis.com", "auditLogConfigs": [{"logType": "DATA_READ"}]}
    configs = [{"service": "datastore.googleapis.com", "auditLogConfigs": [mine, spared]}, other]
    with_policy(on, {"etag": "1", "auditConfigs": configs})
    with asked(on) as google:
        assert Reading(google).judge(line).verdict is Verdict.DIFFERS
        assert mend(google, line) == []
    found = on.policy(PROJECTS, PROJECT.resource)["auditConfigs"]
    reads = {
        "service": "datastore.googleapis.com",
        "auditLogConfigs": [mine, {"logType": "DATA_READ"}],
    }
    assert found == [other, reads]


def test_the_account_signs_and_acts_as_itself_alone() -> None:
    on = switched_on()
    account = PolicyOf(IAM, f"projects/{FACTS.project}/serviceAccounts/{FACTS.runtime}")
    on.put(IAM, account.resource, {"email": FACTS.runtime})
    with_policy(on, granted())
    with asked(on) as google:
        assert mend(google, *(x for x in LINES if x.id.startswith("accounts/itself-"))) == []
    assert {binding["role"] for binding in on.policy(IAM, account.resource)["bindings"]} == {
        "roles/iam.serviceAccountTokenCreator",
        "roles/iam.serviceAccountUser",
    }
    assert on.policy(PROJECTS, PROJECT.resource) == granted()


# --- what a project already has ------------------------------------------------------------------


def test_alerts_go_to_every_channel_that_there_is() -> None:
    on = switched_on()
    channel = f"projects/{FACTS.project}/notificationChannels/1"
    from tools.project.apis import MONITORING

    line = BY_ID["alerts/failed_jobs"]
    with asked(on) as google:
        assert mend(google, line) == []
        on.put(MONITORING, channel, {"enabled": True, "type": "email"})
        on.put(SERVICES, f"projects/{FACTS.number}/services/serviceusage.googleapis.com", {})
        facts = discover(google, FACTS.project)
        (wanted,) = (x for x in lines(facts) if x.id == line.id)
        (fault,) = Reading(google).judge(wanted).faults
        assert fault.startswith("notificationChannels is absent")
        assert mend(google, wanted) == []
        assert Reading(google).judge(wanted).holds


def test_app_check_is_never_enforced_by_itself() -> None:
    on = switched_on()
    path = f"projects/{FACTS.number}/services/firestore.googleapis.com"
    on.put(APP_CHECK, path, {"enforcementMode": "UNENFORCED"})
    with asked(on) as google:
        assert mend(google, BY_ID["app-check/firestore"]) == []
    assert on.held(APP_CHECK, path) == {"enforcementMode": "UNENFORCED"}
