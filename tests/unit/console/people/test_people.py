"""Where the console's notices lead, and what its forms make of preferences, searches and texts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from core.access import Role
from messaging.models import Notice
from tests.support.console_parts import answers_of

PART = Path(__file__).with_name("people.mjs")

#: The page that a notice opens, as its e-mail does, for roles that have it; others have none.
NOTICES: list[tuple[Notice | str, dict[str, str], Role, str | None]] = [
    (Notice.VISIT_MOVED, {"visit": "v1", "state": "arrived"}, Role.CLINIC, "/visits/v1"),
    (Notice.VISIT_MOVED, {"visit": "v1", "state": "arrived"}, Role.OPERATOR, "/visits/v1"),
    (Notice.VISIT_MOVED, {"visit": "v1", "state": "arrived"}, Role.LAB, None),
    (Notice.ORDER_MOVED, {"order": "o1", "state": "shipped"}, Role.CLINIC, "/orders/o1"),
    (Notice.CASE_CLOSED, {"case": "c1"}, Role.CLINIC, "/cases/c1"),
    (Notice.CASE_CLOSED, {"case": "c1"}, Role.OPERATOR, None),
    (Notice.CASE_CLOSED, {}, Role.CLINIC, None),
    (Notice.GUARDIAN_NEEDED, {"patient": "p1"}, Role.CLINIC, "/patients/p1"),
    (Notice.CONSENT_WITHDRAWN, {"consent": "n1"}, Role.CLINIC, "/consents/n1"),
    (Notice.CONSENT_WITHDRAWN, {"consent": "n1"}, Role.LAB, None),
    (Notice.PRIVACY_STEP, {"request": "r1"}, Role.OPERATOR, "/privacy/r1"),
    (Notice.PRIVACY_STEP, {"request": "r1"}, Role.ADMIN, "/privacy/r1"),
    (Notice.ACCESS_REVIEW, {"review": "2026-05"}, Role.ADMIN, "/reviews/2026-05"),
    (Notice.ACCESS_REVIEW, {"review": "2026-05"}, Role.CLINIC, None),
    (Notice.OWNERSHIP_RECEIVED, {}, Role.LAB, "/organisation"),
    (Notice.OWNERSHIP_RECEIVED, {}, Role.OPERATOR, None),
    (Notice.POLICY_CHANGED, {"version": "2027-01"}, Role.ADMIN, "/policy"),
    (Notice.EMAIL_CHANGED, {}, Role.OPERATOR, "/account"),
    (Notice.ACCOUNT_APPROVED, {}, Role.CLINIC, None),
    ("of_a_newer_release", {"visit": "v1"}, Role.CLINIC, None),
]

#: Channels as they are stored, and the choice that shows them.
CHANNELS: list[tuple[list[str] | None, str]] = [
    (None, "usual"),
    ([], "none"),
    (["email"], "email"),
    (["push"], "push"),
    (["email", "push"], "both"),
    (["push", "email"], "both"),
    (["pigeon"], "usual"),
]

STORED = {"orders": ["push"], "wallet": []}
CHANGES: list[tuple[str, str, dict[str, list[str]]]] = [
    ("orders", "usual", {"wallet": []}),
    ("orders", "none", {"orders": [], "wallet": []}),
    ("visits", "both", {**STORED, "visits": ["email", "push"]}),
    ("visits", "usual", STORED),
]

#: A page of the list from a reference on, whether it goes on, and what is looked for.
SEARCHES: list[tuple[list[str], bool, str, list[str], bool]] = [
    (["P-1", "P-10", "P-2"], True, "P-1", ["P-1", "P-10"], False),
    (["P-1", "P-10"], True, "P-1", ["P-1", "P-10"], True),
    (["P-1", "P-10"], False, "P-1", ["P-1", "P-10"], False),
    (["Q-1"], True, "P", [], False),
    (["P-3", "P-1"], True, "", ["P-3", "P-1"], True),
]

POLICY = "Policy\n\n1. What\nText:\n- one\n- two\nAfter\n- three\n"
BLOCKS = ["Policy", "1. What", "Text:", ["one", "two"], "After", ["three"]]

SCAN, SHARE, IMAGES = (
    "Scanning, and keeping the scans",
    "Sharing with a lab",
    "Taking and keeping photographs",
)
#: As stored, by the alphabet; people read them in the order of the consent's text.
SCOPES = {("images", "scan", "share_with_lab"): [SCAN, SHARE, IMAGES], ("scan",): [SCAN]}


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    asked = {
        "notices": [
            {"kind": str(kind), "refs": refs, "role": role.value} for kind, refs, role, _ in NOTICES
        ],
        "channels": [each for each, _ in CHANNELS],
        "changes": [[STORED, group, way] for group, way, _ in CHANGES],
        "searches": [[found, more, text] for found, more, text, _, _ in SEARCHES],
        "policy": POLICY,
        "scopes": list(SCOPES),
    }
    return answers_of(PART, tmp_path_factory.mktemp("people"), asked)


def test_a_notice_leads_to_the_page_that_its_e_mail_opens(answers: dict[str, Any]) -> None:
    assert answers["notices"] == [path for *_, path in NOTICES]


def test_channels_are_shown_as_they_are_stored(answers: dict[str, Any]) -> None:
    assert answers["channels"] == [way for _, way in CHANNELS]


def test_a_choice_leaves_the_channels_of_other_groups(answers: dict[str, Any]) -> None:
    assert answers["changes"] == [after for *_, after in CHANGES]


def test_a_search_shows_the_references_that_begin_so(answers: dict[str, Any]) -> None:
    assert answers["searches"] == [[shown, more] for *_, shown, more in SEARCHES]


def test_the_policy_keeps_its_lists(answers: dict[str, Any]) -> None:
    assert answers["policy"] == BLOCKS


def test_a_consent_is_read_in_the_order_of_its_text(answers: dict[str, Any]) -> None:
    assert answers["scopes"] == [" · ".join(said) for said in SCOPES.values()]
