"""What of a document is about others, and is masked in an archive, follows from declarations."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from accounts.models import Invite
from core.audit import CODES, AuditEntry
from core.documents import Document
from core.privacy import NAMING, whose
from messaging.models import Mail, MailMessage
from privacy.export.masking import OTHERS, without_others
from privacy.inventory.entries import InventoryRow
from privacy.inventory.subjects import DataSubject
from privacy.inventory.table import PLACES
from tests.support.registry import models
from tests.support.sources import FUNCTIONS

AT = datetime(2026, 5, 4, tzinfo=UTC)
ME, THEM = "kJ3nQ8vYt2RcXz1LmP0aWd7sEf42", "aB1cD2eF3gH4iJ5kL6mN7oP8qR90"
MINE, THEIRS = "me@example.com", "them@example.com"
#: Refs of the audit whose values are ids of people, among others.
OF_PEOPLE = {"assignee", "operator", "shown"}


def me() -> DataSubject:
    """The holder of an account, whose address is known."""
    subject = DataSubject.user(ME)
    subject.known["email"] = {MINE}
    return subject


def invite(**changes: object) -> Invite:
    """An invitation."""
    said = {"email": THEIRS, "role": "clinic", "org": "o" * 20, "owner": False, "invited_by": ME}
    return Invite.model_validate({**said, "created_at": AT, "expires_at": AT, **changes})


def entry(**changes: object) -> AuditEntry:
    """An act on record."""
    said = {"actor": ME, "action": "accounts.approve", "subject": f"users/{THEM}", "at": AT}
    return AuditEntry.model_validate({**said, **changes})


def test_an_owner_reads_of_an_invitation_all_but_whom_it_is_for() -> None:
    shown = without_others(me(), invite())
    assert (shown["email"], shown["invited_by"]) == (OTHERS, ME)
    assert (shown["org"], shown["role"]) == ("o" * 20, "clinic")


def test_whom_it_is_for_reads_all_but_who_sent_it() -> None:
    shown = without_others(me(), invite(email=MINE, invited_by=THEM))
    assert (shown["email"], shown["invited_by"]) == (MINE, OTHERS)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, {"actor": ME, "subject": f"users/{OTHERS}", "action": "accounts.approve"}),
        ({"actor": THEM, "subject": f"users/{ME}"}, {"actor": OTHERS, "subject": f"users/{ME}"}),
        ({"actor": "system"}, {"actor": "system"}),
        ({"subject": f"clinics/c/patients/{THEM}"}, {"subject": f"clinics/c/patients/{OTHERS}"}),
        ({"subject": f"operators/{ME}"}, {"subject": f"operators/{ME}"}),
        ({"subject": "visits/v/events/e"}, {"subject": "visits/v/events/e"}),
        ({"refs": {"shown": f"{ME} {THEM}"}}, {"refs": {"shown": f"{ME} {OTHERS}"}}),
        ({"refs": {"operator": THEM}}, {"refs": {"operator": OTHERS}}),
        ({"refs": {"new": THEM}}, {"refs": {"new": OTHERS}}),
        ({"refs": {"role": "lab"}}, {"refs": {"role": "lab"}}),
    ],
)  # fmt: skip
def test_of_an_act_everybody_else_is_masked(
    changes: dict[str, object], expected: dict[str, object]
) -> None:
    shown = without_others(me(), entry(**changes))
    assert {name: shown[name] for name in expected} == expected
    assert shown["at"] == AT


@pytest.mark.parametrize(("former", "told"), [(ME, MINE), (THEM, OTHERS)])
def test_an_address_is_data_of_the_person_whose_it_was(former: str, told: str) -> None:
    message = MailMessage(subject="s", text="t", html="h")
    mail = Mail(to=["old@example.com"], former=former, message=message, expires_at=AT)
    shown = without_others(me(), mail)
    assert shown["to"] == (["old@example.com"] if told == MINE else [])


def _fields() -> Iterator[tuple[type[Document], str, str]]:
    for model in models():
        for name, policy in model.declarations():
            assert policy is not None
            yield model, name, whose(name, policy)


def test_whose_data_a_field_is_names_a_field_of_the_document() -> None:
    wrong = [
        f"{model.__name__}.{name}: {by}"
        for model, name, by in _fields()
        if by not in {"", name} and by not in model.model_fields
    ]
    assert not wrong


def test_what_names_a_person_is_masked_unless_it_is_declared_otherwise() -> None:
    """By hand: the fields of these categories that are always of whom the document is about."""
    excepted = {
        f"{model.__name__}.{name}"
        for model, name, by in _fields()
        if not by and {n: p for n, p in model.declarations() if p}[name].category in NAMING
    }
    assert excepted == {
        "AuditEntry.action",
        "AuditEntry.at",
        "Mail.delivery",
        "PrivacyRequest.clinic_id",
        "User.email",
        "User.phone",
    }


def test_what_is_about_a_person_in_anothers_document_is_masked_there() -> None:
    """The inventory names the same fields, for erasure: of staff, in the patients' records."""
    declared = {(model, name): by for model, name, by in _fields()}
    for place in PLACES:
        if not isinstance(place.patient, InventoryRow):
            continue
        staff = place.user.names if isinstance(place.user, InventoryRow) else place.user.mentions
        for name in staff:
            assert declared[place.model, name], f"{place.model.__name__}.{name} is of whom?"


def _refs() -> Iterator[str]:
    """The names of all refs with which the code records an act."""
    for path in FUNCTIONS.rglob("*.py"):
        if "venv" in path.parts or path.name == "audit.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {
                "audit.record",
                "audit.entry",
            }:
                yield from (word.arg for word in node.keywords if word.arg)


def test_each_ref_of_the_audit_is_a_code_or_of_people() -> None:
    """One that is neither is masked to be safe, and belongs on one of the two lists."""
    assert set(_refs()) - CODES - OF_PEOPLE == set()
    assert not CODES & OF_PEOPLE
