"""Who keeps which promise: the tables of jobs and of chores against twins written by hand."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from types import FunctionType

import pytest

from core.jobs import JobKind
from jobs.chores import CHORES
from jobs.handlers import HANDLERS, Beside, Inside
from tests.support.sources import FUNCTIONS, PACKAGES

KEPT_BY = {
    "approval_pending": (Beside, "accounts", "remind_of_approval"),
    "order_follow_up": (Inside, "labs", "follow_up_order"),
    "push_later": (Beside, "messaging", "push_later"),
    "case_idle": (Inside, "scans", "close_idle_case"),
    "visit_reminder": (Inside, "scans", "remind_of_visit"),
    "lost_operator": (Inside, "scans", "release_visits"),
    "erase_after_withdrawal": (Beside, "privacy", "erase_after_withdrawal"),
    "erasure": (Beside, "privacy", "erase"),
    "correction": (Beside, "privacy", "correct_what_is_under_way"),
    "disclosure": (Beside, "privacy", "look_after_disclosure"),
    "export": (Beside, "privacy", "export"),
    "export_expiry": (Beside, "privacy", "take_export_away"),
    "account_inactive": (Beside, "privacy", "close_inactive"),
    "rights_deadline": (Inside, "privacy", "remind_of_deadline"),
    "retain": (Beside, "privacy", "retain"),
    "erasure_ends": (Beside, "privacy", "end_erasure"),
    "erasure_look": (Beside, "privacy", "look_again"),
    "digest": (Beside, "support", "send_digest"),
}
DONE_BY = {
    "release_expired_holds": ("wallet", "release_expired_holds"),
    "ask_for_payouts": ("wallet", "ask_for_payouts"),
    "give_up_uploads": ("scans", "give_up_uploads"),
    "announce_left": ("messaging", "announce_left"),
    "seal_audit": ("privacy", "seal_audit"),
    "review_access": ("privacy", "review_access"),
    "begin_retention": ("privacy", "begin_retention"),
}


def called(function: object) -> tuple[str, str]:
    """Return the package whose service a function imports, and what it calls of that."""
    assert isinstance(function, FunctionType)
    package, service, name = function.__code__.co_names
    assert service == "service"
    assert callable(getattr(import_module(f"{package}.service"), name))
    return package, name


def test_every_kind_is_kept_by_its_service():
    assert {kind.value for kind in JobKind} == KEPT_BY.keys() == {*HANDLERS}
    assert {
        kind: (type(handler), *called(handler.keep)) for kind, handler in HANDLERS.items()
    } == KEPT_BY


def test_every_chore_is_done_by_its_service():
    assert list(CHORES) == list(DONE_BY), "in this order"
    assert {name: called(chore) for name, chore in CHORES.items()} == DONE_BY


@pytest.mark.parametrize(
    ("then", "loaded"),
    [
        ("", []),
        ("from labs import service", ["labs"]),
    ],
)
def test_the_tables_load_no_package(then, loaded):
    """An instance loads what keeps the promise that it was woken for."""
    code = f"import sys, jobs.handlers, jobs.chores\n{then}\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=FUNCTIONS, capture_output=True, text=True, check=True
    )
    others = set(PACKAGES) - {"core", "jobs"}
    assert sorted(others & {name.split(".")[0] for name in done.stdout.split()}) == loaded
