"""Lines on what a release makes of the functions: queues and schedules; and on their secrets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tools.project.apis import SCHEDULER, SECRETS, TASKS
from tools.project.changes import Request
from tools.project.facts import Facts, declared, secrets
from tools.project.lines import Line, Maker
from tools.project.matching import Json, Named
from tools.project.sources import One

#: What firebase-tools 15 gives a queue that declares nothing (`lib/gcp/cloudtasks.js`).
_QUEUE: Json = {
    "state": "RUNNING",
    "rateLimits": {"maxConcurrentDispatches": 1000, "maxDispatchesPerSecond": 500},
    "retryConfig": {
        "maxDoublings": 16,
        "maxAttempts": 3,
        "maxBackoff": "3600s",
        "minBackoff": "0.100s",
    },
}
#: How a queue's settings are called in a declaration and by Cloud Tasks.
_RATES = ("maxConcurrentDispatches", "maxDispatchesPerSecond")
_COUNTS = ("maxAttempts", "maxDoublings")
_TIMES = {
    "maxRetrySeconds": "maxRetryDuration",
    "maxBackoffSeconds": "maxBackoff",
    "minBackoffSeconds": "minBackoff",
}
#: Seconds that firebase-tools gives an attempt of a schedule at least and at most
#: (`lib/deploy/functions/validate.js`).
_DEADLINE = (180, 1800)
_RELEASE = "npx firebase deploy --only functions"


def lines(facts: Facts) -> Iterator[Line]:
    """Yield them."""
    yield from _secrets(facts)
    where = f"projects/{facts.project}/locations/{facts.region}"
    for name, trigger in declared("taskQueueTrigger"):
        yield Line(
            id=f"queues/{name}",
            says=f"The queue `{name}` runs as its function declares",
            source=One(TASKS, f"{where}/queues/{name}"),
            wanted=_queue(trigger),
            mend=f"{_RELEASE}:{name} --project {facts.project}; "
            f"a paused one: ./scannerctl --project {facts.project} queues resume {name}",
            maker=Maker.RELEASE,
        )
    for name, trigger in declared("scheduleTrigger"):
        job = f"firebase-schedule-{name}-{facts.region}"
        yield Line(
            id=f"schedules/{name}",
            says=f"`{name}` is called as it declares (`{trigger['schedule']}`)",
            source=One(SCHEDULER, f"{where}/jobs/{job}"),
            wanted=_job(trigger, name),
            mend=f"{_RELEASE}:{name} --project {facts.project}; a paused one: gcloud scheduler "
            f"jobs resume {job} --location={facts.region} --project={facts.project}",
            maker=Maker.RELEASE,
        )


def _secrets(facts: Facts) -> Iterator[Line]:
    for name in secrets():
        path = f"projects/{facts.project}/secrets/{name}"
        set_ = f"npx firebase functions:secrets:set {name} --project {facts.project}"
        yield Line(
            id=f"secrets/{name}",
            says=f"The secret `{name}` is there",
            source=One(SECRETS, path),
            wanted={"name": Named(f"/secrets/{name}")},
            mend=set_,
            make=Request(
                SECRETS,
                "POST",
                f"projects/{facts.project}/secrets",
                # The label has firebase-tools take it for its own; it asks otherwise.
                {"replication": {"automatic": {}}, "labels": {"firebase-managed": "true"}},
                (("secretId", name),),
            ),
        )
        yield Line(
            id=f"secrets/{name}-value",
            says=f"The secret `{name}` has a value: any random text where there is no gateway",
            source=One(SECRETS, f"{path}/versions/latest"),
            wanted={"state": "ENABLED"},
            mend=set_,
            maker=Maker.PERSON,
        )


def _queue(trigger: Mapping[str, Any]) -> Json:
    rates, again = trigger.get("rateLimits") or {}, trigger.get("retryConfig") or {}
    return {
        "state": _QUEUE["state"],
        "rateLimits": _QUEUE["rateLimits"] | _copied(rates, _RATES),
        "retryConfig": _QUEUE["retryConfig"]
        | _copied(again, _COUNTS)
        | {new: f"{again[old]}s" for old, new in _TIMES.items() if _number(again.get(old))},
    }


def _job(trigger: Mapping[str, Any], name: str) -> Json:
    from tools.deployed import functions

    seconds = functions()[name].__firebase_endpoint__.timeoutSeconds
    deadline = min(max(seconds, _DEADLINE[0]), _DEADLINE[1])
    again = trigger.get("retryConfig") or {}
    return {
        "state": "ENABLED",
        "schedule": trigger["schedule"],
        "timeZone": trigger.get("timeZone") or "UTC",
        "attemptDeadline": f"{deadline}s",
        "retryConfig": _copied(again, ("retryCount",)),
    }


def _copied(declared_: Mapping[str, Any], names: tuple[str, ...]) -> Json:
    return {name: declared_[name] for name in names if _number(declared_.get(name))}


def _number(value: object) -> bool:
    """Return whether something is declared: None and the library's sentinels are not."""
    return isinstance(value, int | float) and not isinstance(value, bool)
