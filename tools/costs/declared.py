"""What the code declares that costs depend on: how long things are kept, what functions run on."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

MONTH_DAYS = 365 / 12
_NEVER = float("inf")


class Since(StrEnum):
    """From when on something is kept for its period."""

    MADE = "made"
    CLOSED = "closed"


@dataclass(frozen=True)
class Kept:
    """How long documents of a model are kept.

    Attributes:
        since: from when on.
        months: how long; infinite where no clock runs, or nothing is deleted.
        rule: the retention rule.
    """

    since: Since
    months: float
    rule: str


@dataclass(frozen=True)
class Deployed:
    """What is deployed, and on what it runs.

    Attributes:
        call_gib: memory of an instance of callables and of the triggers on documents.
        gate_gib: memory of an instance of the upload trigger.
        schedules: functions that a schedule calls.
        secrets: secrets that functions are given.
    """

    call_gib: float
    gate_gib: float
    schedules: int
    secrets: int


@cache
def kept() -> dict[str, Kept]:
    """Return how long the documents of each model are kept, by the name of the model."""
    from privacy.retention.schedule import ROWS

    return {row.model.__name__: _kept(row) for row in ROWS}


def case_months() -> float:
    """Return how long a case and its files are kept after it was closed."""
    return kept()["Case"].months


def idle_months() -> float:
    """Return after how long a case is closed in which nothing is done."""
    from core import settings

    return float(settings.CASE_IDLE_MONTHS.default)


def archive_days() -> int:
    """Return the days after which the clean bucket's lifecycle sends scans to Archive.

    Raises:
        ValueError: it sends nothing to Archive, or by more rules than one: the model does not know
            that.
    """
    file = Path(__file__).parents[2] / "storage.clean.lifecycle.json"
    rules = json.loads(file.read_text(encoding="utf-8"))["lifecycle"]["rule"]
    (days,) = (
        int(rule["condition"]["age"])
        for rule in rules
        if rule["action"].get("storageClass") == "ARCHIVE"
    )
    return days


def backups() -> float:
    """Return how many backups of the database there are at a time: daily and weekly ones."""
    from tools.project.table.database import DAILY_SECONDS, WEEKLY_SECONDS

    day = 24 * 60 * 60
    return DAILY_SECONDS / day + WEEKLY_SECONDS / (7 * day)


@cache
def deployed() -> Deployed:
    """Return what the deployed functions declare."""
    from tools import deployed as surface

    endpoints = {
        name: function.__firebase_endpoint__ for name, function in surface.functions().items()
    }
    secrets = {
        secret["key"]
        for endpoint in endpoints.values()
        for secret in endpoint.secretEnvironmentVariables or ()
    }
    return Deployed(
        call_gib=endpoints["scans"].availableMemoryMb / 1024,
        gate_gib=endpoints["scans_receive_upload"].availableMemoryMb / 1024,
        schedules=sum(bool(endpoint.scheduleTrigger) for endpoint in endpoints.values()),
        secrets=len(secrets),
    )


def _kept(row: Any) -> Kept:  # noqa: ANN401
    from core.periods import PERIODS, Days, FinancialYears, Years
    from core.privacy import Retention
    from privacy.retention.rules import Never

    since = Since.CLOSED if row.rule is Retention.CASE else Since.MADE
    span = PERIODS[row.rule].span
    months = _NEVER
    if isinstance(row.how, Never) or span is None:
        pass
    elif isinstance(span, Days):
        months = span.count / MONTH_DAYS
    elif isinstance(span, FinancialYears):
        months = 12 * span.count + 6  # to the end of its own year it is half a year, on average
    elif isinstance(span, Years):
        months = 12 * span.count
    return Kept(since, months, row.rule.value)
