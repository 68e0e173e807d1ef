"""Every callable refuses whoever it is not for, and forms it does not know, and changes nothing.

A sample call of each callable has the caller and the request that succeed; each refusal is that
request with one thing changed. A callable without a sample call fails the test.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from core.access import Role
from core.callables import Spec
from tests.emulator.refusals import acts, refused, state
from tests.emulator.sample_call import Samples
from tests.emulator.sample_calls import SAMPLE_CALLS
from tests.support import tokens
from tests.support.people import Cast
from tools.client import Person
from tools.docs import surface
from tools.docs.typescript.callables import keyed, reads

SURFACE = surface.load()

#: Categories of data that are about a person, wherever they stand.
PERSONAL = (
    "user.name",
    "user.contact",
    "user.content",
    "user.demographic",
    "user.health_and_medical",
    "user.unique_id",
)
#: What admins read off the record, and which of its fields sound personal: an entry's `at` and
#: `subject` do not say whose they are, a statement's reference is the id of a visit or order,
#: figures name a lab, and a notice is drafted from a template that names nobody.
DECIDED = {
    "accounts/get_policy": {"text"},  # the policy itself
    "jobs/list_jobs": {"subject"},
    "labs/get_figures": {"lab_id"},
    "privacy/draft_notice": {"text"},
    "wallet/get_statement": {"at", "reference"},
}

#: What changes nothing and leaves no trace.
READS = {
    "accounts/get_policy",
    "labs/check_order",
    "labs/get_figures",
    "scans/get_figures",
    "scans/list_cases",
    "support/get_figures",
    "support/get_queue",
    "jobs/list_jobs",
    "privacy/draft_notice",
    "wallet/get_balance",
    "wallet/get_payout_method",
    "wallet/get_prices",
    "wallet/get_statement",
    "wallet/get_totals",
    "wallet/get_withholding",
    "wallet/list_invoices",
}
#: What changes nothing and is on record: what admins see of people.
LOOKS = {
    "accounts/list_accounts",
    "privacy/get_access_review",
    "privacy/get_consent_record",
    "privacy/list_affected",
    "privacy/list_breaches",
    "privacy/list_disclosures",
    "privacy/list_holds",
    "privacy/list_requests",
    "scans/list_visits",
    "scans/show_visit",
    "scans/suggest_operators",
    "support/list_tickets",
    "wallet/list_payouts",
    "wallet/list_withholding",
}
#: What changes nothing and is on record: who was given what.
LINKS = {
    "labs/get_file_links",
    "labs/get_message_links",
    "labs/get_receipt",
    "privacy/get_disclosure_link",
    "privacy/get_export_link",
    "privacy/show_request",
    "scans/get_file_links",
    "scans/get_form_link",
    "scans/get_occlusion_links",
    "support/get_message_links",
    "support/show_ticket",
    "wallet/get_invoice_link",
    "wallet/get_payout_file",
    "wallet/get_statement_file",
}
#: What people say of themselves; like a phone number, it is theirs to change.
OWN = {"messaging/set_preferences", "scans/set_service_area"}
#: What admins and owners set to a value, on record each time: said again, it sets the same.
SET = {
    "jobs/sweep_jobs",
    "payments/reconcile_payments",
    "labs/save_profile",
    "wallet/set_payout_method",
    "wallet/set_terms",
    "wallet/set_billing",
    "wallet/release_expired_holds",
    "wallet/start_billing",
}
#: Steps in the life of an account, or of what was bought: taken already, they change nothing.
STEPS = {name for name in Spec.registry if name.startswith("accounts/")} - LOOKS - READS
STEPS |= {"jobs/retry_job", "privacy/acknowledge_review", "wallet/issue_invoices"}
STEPS |= {
    "payments/send_payouts",
    "wallet/approve_payout",
    "wallet/cancel_payout",
    "wallet/record_payout_file",
    "wallet/record_payout_result",
    "wallet/reject_payout",
}
STEPS |= {
    "privacy/answer_request",
    "privacy/build_disclosure",
    "privacy/cancel_request",
    "privacy/decide_disclosure",
    "privacy/move_breach",
    "privacy/record_disclosure",
    "privacy/release_hold",
}

#: What is not found by a member of another clinic, in each callable that names something.
OF_THE_CLINIC = {
    "scans/correct_patient": "patient-not-found",
    "scans/record_consent": "patient-not-found",
    "scans/withdraw_consent": "consent-not-found",
    "scans/get_form_link": "consent-not-found",
    "scans/open_case": "patient-not-found",
    "scans/close_case": "case-not-found",
    "scans/reopen_case": "case-not-found",
    "scans/start_upload": "case-not-found",
    "scans/get_file_links": "case-not-found",
    "scans/get_occlusion_links": "case-not-found",
    "scans/request_visit": "patient-not-found",
    "scans/move_visit": "visit-not-found",
    "scans/reschedule_visit": "visit-not-found",
    "scans/cancel_visit": "visit-not-found",
    "wallet/get_invoice_link": "invoice-not-found",
    "scans/get_figures": "role-not-allowed",
    "privacy/get_consent_record": "subject-not-found",
    "privacy/request_erasure": "subject-not-found",
    "privacy/request_export": "subject-not-found",
    "privacy/cancel_request": "request-not-found",
    "privacy/get_export_link": "request-not-found",
    "labs/check_order": "case-not-found",
    "labs/place_order": "case-not-found",
    "labs/move_order": "order-not-found",
    "labs/get_receipt": "order-not-found",
    "labs/get_message_links": "order-not-found",
    "labs/send_message": "order-not-found",
    "labs/start_attachment": "order-not-found",
    "support/close_ticket": "ticket-not-found",
    "support/get_message_links": "ticket-not-found",
    "support/open_ticket": "case-not-found",
    "support/send_message": "ticket-not-found",
    "support/start_attachment": "ticket-not-found",
}

SPECS = [pytest.param(spec, id=name) for name, spec in sorted(Spec.registry.items())]
KEYED = sorted(
    name for name, spec in Spec.registry.items() if "idempotency_key" in spec.request.model_fields
)


@pytest.fixture(scope="module")
def samples(cast: Cast) -> Samples:
    """The people of all sample calls."""
    return Samples(cast)


@pytest.fixture
def bystanders(samples: Samples) -> dict[Role, Person]:
    """One active account of each role, strangers to every sample call, who signed in just now."""
    if "second admin" not in samples.practice.people:
        samples.practice.join("second admin", Role.ADMIN)
    names = {
        Role.CLINIC: "stranger",
        Role.LAB: "lab",
        Role.OPERATOR: "other operator",
        Role.ADMIN: "second admin",
    }
    return {role: samples.practice.person(name) for role, name in names.items()}


def test_every_callable_is_one_kind_of_thing() -> None:
    """What makes something new takes a key; what does not is listed above, by name."""
    assert set(SAMPLE_CALLS) == set(Spec.registry)
    kinds = (set(KEYED), READS, LOOKS, LINKS, OWN, SET, STEPS)
    assert sum(map(len, kinds)) == len(Spec.registry)
    assert set().union(*kinds) == set(Spec.registry)


def test_the_client_repeats_only_what_changes_nothing() -> None:
    """Or has a key; it takes from a callable's verb that it reads."""
    assert {spec.name for spec in Spec.registry.values() if reads(spec)} == READS | LOOKS | LINKS
    assert {spec.name for spec in Spec.registry.values() if keyed(spec)} == set(KEYED)


@pytest.mark.parametrize("spec", SPECS)
def test_a_callable_refuses_all_but_the_right_call(
    spec: Spec[Any, Any], samples: Samples, bystanders: dict[Role, Person]
) -> None:
    sample = SAMPLE_CALLS[spec.name](samples)

    error = refused(Person(), spec.name, sample.request, sample.watched)
    assert error.reason == "sign-in-required"
    error = refused(sample.caller, spec.name, {**sample.request, "extra": 1}, sample.watched)
    assert error.reason == "invalid-request"
    assert error.details["problems"][0]["field"] == "extra"

    if spec.roles is not None:
        error = refused(Person.sign_up(), spec.name, sample.request, sample.watched)
        assert error.reason == "account-not-active"
        for role in frozenset(Role) - spec.roles:
            error = refused(bystanders[role], spec.name, sample.request, sample.watched)
            assert error.reason == "role-not-allowed", role
    else:
        erased = tokens.person()  # the token is good for an hour, the account is gone
        error = refused(erased, spec.name, sample.request, [*sample.watched, f"users/{erased.uid}"])
        assert error.reason == "sign-in-required"

    before, recorded = state(sample.watched), acts(sample.caller)
    sample.caller.call(spec.name, sample.request)  # the twin of them all
    assert acts(sample.caller) == recorded + (spec.name not in READS | OWN)
    if spec.name in READS | LOOKS | LINKS:
        assert state(sample.watched) == before


def personal() -> set[str]:
    """The names of the fields that say something of a person, as the data map has them."""
    return {
        name.rpartition(".")[2]
        for model in SURFACE.documents
        for name, held in model.declarations()
        if held is not None and held.category.startswith(PERSONAL)
    }


def shown(model: type[BaseModel]) -> Iterator[str]:
    """Yield the names of all fields of an answer, nested ones too."""
    for name, field in model.model_fields.items():
        yield name
        for inner in (field.annotation, *getattr(field.annotation, "__args__", ())):
            if isinstance(inner, type) and issubclass(inner, BaseModel):
                yield from shown(inner)


def test_what_admins_see_of_people_is_on_record() -> None:
    """A new reading for admins is on record, or it is decided here why it need not be."""
    found = {
        name: seen
        for name in READS
        if Role.ADMIN in (Spec.registry[name].roles or Role)
        and (seen := personal() & set(shown(Spec.registry[name].response)))
    }
    assert found == DECIDED
    assert "email" in personal() & set(shown(Spec.registry["accounts/list_accounts"].response))


def test_who_was_shown_is_on_record(samples: Samples) -> None:
    admin = samples.cast.admin
    rows = admin.call("accounts/list_accounts", status="pending", limit=2)["accounts"]
    entries = admin.query("audit", ("actor", "EQUAL", admin.uid))
    listed = [e["refs"]["shown"] for e in entries if e["action"] == "accounts.list"]
    assert " ".join(row["uid"] for row in rows) in listed


@pytest.mark.parametrize("name", KEYED)
def test_a_retry_gets_the_first_answer_and_changes_nothing(name: str, samples: Samples) -> None:
    sample = SAMPLE_CALLS[name](samples)
    answer = sample.caller.call(name, sample.request)
    before, recorded = state(sample.watched), acts(sample.caller)
    assert sample.caller.call(name, sample.request) == answer
    assert state(sample.watched) == before
    assert acts(sample.caller) == recorded

    reused = {**sample.request, **sample.other}
    assert reused != sample.request
    error = refused(sample.caller, name, reused, sample.watched)
    assert error.reason == "idempotency-key-reused"


def test_whoever_names_something_of_a_clinic_is_asked_for_its_own() -> None:
    clinics = {n for n, s in Spec.registry.items() if s.roles and Role.CLINIC in s.roles}
    ours = {n for n in clinics if n.startswith("scans/")}
    assert ours - set(OF_THE_CLINIC) == {"scans/add_patient", "scans/list_cases"}


@pytest.mark.parametrize(("name", "reason"), OF_THE_CLINIC.items())
def test_what_is_another_clinics_is_not_found(
    name: str, reason: str, samples: Samples, bystanders: dict[Role, Person]
) -> None:
    sample = SAMPLE_CALLS[name](samples)
    error = refused(bystanders[Role.CLINIC], name, sample.request, sample.watched)
    assert error.reason == reason
    sample.caller.call(name, sample.request)
