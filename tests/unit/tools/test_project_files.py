"""What deploy/ watches for is what the code writes, and nothing of it names a person."""

from __future__ import annotations

import ast
import json
import re
from collections import defaultdict
from typing import Any

import pytest

from jobs.chores import CHORES
from tests.support.sources import ROOT, SOURCES, tree

DEPLOY = ROOT / "deploy"
#: What a log metric may be counted by: kinds of things, never somebody.
KINDS = {"kind", "chore", "function", "collection"}


def files(folder: str) -> dict[str, dict[str, Any]]:
    """Return the files of a folder, by name."""
    found = sorted((DEPLOY / folder).glob("*.json"))
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in found}


METRICS, ALERTS, DASHBOARDS = files("metrics"), files("alerts"), files("dashboards")


#: Failures that no alert is made on by themselves, and what comes of each.
UNWATCHED = {
    "alarm without a job": "the sweep runs what is due",
    "answer is newer": "the caller is told to try again",
    "job put off": "the job is due again, and fails for good at last",
    "order left as it was": "its job fails",
    "payment event failed": "answered by 500, and delivered again",
    "payment event put off": "answered by 503, and delivered again",
    "payment gateway says what cannot be read": "the payments differ, then",
    "payment gateway unavailable": "the caller is told to try again",
    "payment webhook without a secret": "answered by 503, and delivered again",
    "payout gateway unavailable": "the next sweep asks again",
    "payout not looked for": "the next night asks again",
    "transaction not rolled back": "Firestore lets go of what it holds after a minute",
    "visit not released": "its job fails",
}


def logged() -> dict[str, set[str]]:
    """Return the messages that the code logs, each with the fields that any line of it has."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in SOURCES:
        for node in ast.walk(tree(path)):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and isinstance(node.func.value, ast.Name)
                and node.func.value.id == "log"
                and node.args
                and isinstance(node.args[0], ast.Constant)
            ):
                FAILURES.update([str(node.args[0].value)] * (node.func.attr == "failure"))
                found[str(node.args[0].value)] |= {k.arg for k in node.keywords if k.arg}
    return found


FAILURES: set[str] = set()
LOGGED = logged()


def messages(text: str) -> list[str]:
    """Return the messages that a filter of logs names."""
    return re.findall(r'jsonPayload\.message="([^"]*)"', text)


def counted(text: str) -> list[str]:
    """Return the log metrics that a filter of Cloud Monitoring names."""
    return re.findall(r'metric\.type="logging\.googleapis\.com/user/([^"]*)"', text)


def filters(body: object) -> list[str]:
    """Return the filters of a policy or a dashboard, wherever they stand."""
    if isinstance(body, dict):
        own = [body["filter"]] if isinstance(body.get("filter"), str) else []
        return own + [text for value in body.values() for text in filters(value)]
    return [text for each in body for text in filters(each)] if isinstance(body, list) else []


def test_the_messages_are_found() -> None:
    assert "kind" in LOGGED["job failed"]
    assert {"audit sealed", "swept", "links used up", "payment not booked"} <= LOGGED.keys()
    assert "upload failed" not in LOGGED


@pytest.mark.parametrize("name", METRICS)
def test_a_metric_counts_what_the_code_writes(name: str) -> None:
    metric = METRICS[name]
    assert metric["name"] == name
    named = messages(metric["filter"])
    assert named
    assert set(named) <= LOGGED.keys()
    assert metric["filter"].startswith('resource.type="cloud_run_revision" AND ')
    for field in set(re.findall(r"jsonPayload\.(\w+)", metric["filter"])) - {"message"}:
        assert all(field in LOGGED[message] for message in named), field
    extracted = metric.get("labelExtractors", {})
    assert [label["key"] for label in metric["metricDescriptor"].get("labels", [])] == [*extracted]
    for label, extractor in extracted.items():
        assert label in KINDS
        assert extractor == f"EXTRACT(jsonPayload.{label})"
        for message in named:
            assert label in LOGGED[message], message


def test_a_failure_is_counted_or_known_to_come_to_something_else() -> None:
    """A line that nobody counts is read by nobody."""
    watched = {message for metric in METRICS.values() for message in messages(metric["filter"])}
    assert FAILURES - watched == UNWATCHED.keys()


def test_a_condition_on_either_message_is_one_condition() -> None:
    for metric in METRICS.values():
        several = len(messages(metric["filter"])) > 1
        assert (" AND (" in metric["filter"]) == several
        assert metric["filter"].endswith(")") == several


def test_every_metric_is_watched_and_every_watched_metric_is_there() -> None:
    by_alerts = {m for body in ALERTS.values() for text in filters(body) for m in counted(text)}
    shown = {m for body in DASHBOARDS.values() for text in filters(body) for m in counted(text)}
    assert by_alerts == METRICS.keys()
    assert shown <= METRICS.keys()


@pytest.mark.parametrize("name", ALERTS)
def test_an_alert_says_what_it_is_and_where_to_go_on(name: str) -> None:
    alert = ALERTS[name]
    assert alert["userLabels"] == {"scanner": name}
    assert alert["displayName"]
    assert len(alert["documentation"]["content"]) > 40
    for page in re.findall(r"docs/[\w/-]+\.md", alert["documentation"]["content"]):
        assert (ROOT / page).is_file()
    (text,) = filters(alert)
    assert text.startswith("resource.type=")
    for metric in counted(text):
        labels = set(re.findall(r"metric\.label\.(\w+)", json.dumps(alert)))
        assert labels <= set(METRICS[metric].get("labelExtractors", {}))


def test_the_seals_alert_names_the_chore_that_seals() -> None:
    (text,) = filters(ALERTS["seals_late"])
    (chore,) = re.findall(r'metric\.label\.chore="(\w+)"', text)
    assert chore == "seal_audit"
    assert chore in CHORES


def test_what_has_to_be_watched_is() -> None:
    """By hand: functions, jobs, money, links, times, queues, seals."""
    assert ALERTS.keys() >= {
        "failing_functions",
        "failed_jobs",
        "money_not_booked",
        "links_used_up",
        "slow_calls",
        "cold_starts",
        "queue_age",
        "seals_late",
        "sweep_stands_still",
    }
    budget = json.loads((DEPLOY / "budget.json").read_text(encoding="utf-8"))
    assert [rule["thresholdPercent"] for rule in budget["thresholdRules"]] == [0.5, 0.9, 1, 1]


def test_titles_are_told_apart() -> None:
    titles = [alert["displayName"] for alert in ALERTS.values()]
    assert len(set(titles)) == len(titles)
