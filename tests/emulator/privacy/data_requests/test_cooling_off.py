"""Cooling off: nothing new begins for who an erasure was asked for, until it is taken back."""

from __future__ import annotations

import pytest

from accounts import decisions
from accounts.requests import ChangeRole
from core.access import Role, Standing
from core.firebase import firestore_client
from labs.orders.placement import place
from privacy.data_requests.marks import bearers
from privacy.inventory.subjects import DataSubject
from scans.patients.models import Patient
from tests.emulator.canary_fixture import CanaryFixture, run_erasure
from tests.support.clinic_fixture import ClinicFixture, NoClaims, snapshot
from tests.support.concurrency import refusals_at_once
from tests.support.data_request_fixture import DAY, DataRequestFixture
from tests.support.lab_fixture import LabFixture, problems
from tests.support.moments import refused
from tests.support.wallet_fixture import WalletFixture


@pytest.fixture(scope="module")
def canaries() -> CanaryFixture:
    """A clinic with its lab."""
    return CanaryFixture()


@pytest.fixture
def data_requests(practice: ClinicFixture) -> DataRequestFixture:
    """The data requests that a practice's people make."""
    return DataRequestFixture(practice)


def test_nothing_begins_for_a_patient_until_it_is_taken_back(
    data_requests: DataRequestFixture,
) -> None:
    practice, customer = data_requests.practice, LabFixture(data_requests.practice)
    case = customer.case()
    named = {"patient_id": case.patient_id, "consent_id": case.consent_id}
    closed = practice.case(**named)
    practice.close(closed)
    request_id = data_requests.erase(patient_id=case.patient_id)
    paths = (f"cases/{case.id}", f"cases/{closed}", f"consents/{case.consent_id}")
    before = snapshot(practice, *paths)
    begun = data_requests.of(request_id).starts_at
    assert begun is not None
    why = {"request_id": request_id, "starts_at": begun.isoformat(), "asked": "the clinic"}
    beginnings = (
        lambda: practice.case(**named),
        lambda: practice.request(price_list=1, **named),
        lambda: practice.request(price_list=1, case_id=case.id, again=True, **named),
        lambda: practice.consent(case.patient_id),
        lambda: practice.slot(case_id=case.id),
        lambda: practice.slot(
            consent_id=case.consent_id, jaw=None, kind="image", file_name="form.jpg"
        ),
        lambda: practice.reopen(closed),
    )
    for begin in beginnings:
        refused(begin, "erasure-pending", **why)
    assert problems(customer.place) == {"": "erasure-pending"}
    assert snapshot(practice, *paths) == before
    practice.correct(case.patient_id, name="Mira Joshi")
    practice.close(case.id)
    practice.withdraw(practice_consent(practice))
    data_requests.cancel(request_id, "member")
    practice.reopen(case.id)
    for begin in beginnings:
        begin()


def practice_consent(practice: ClinicFixture) -> str:
    """Another patient's consent, whose erasure nobody asked for."""
    named = practice.consented()
    assert practice.case(**named)
    return named["consent_id"]


def test_the_erasure_comes_to_its_end(canaries: CanaryFixture) -> None:
    """It ended as refused before, for a visit that was asked for meanwhile."""
    data_requests = DataRequestFixture(canaries.practice)
    practice = canaries.practice
    named = practice.consented()
    request_id = data_requests.erase(patient_id=named["patient_id"])
    refused(lambda: practice.request(price_list=1, **named), "erasure-pending")
    practice.clock.at += 7 * DAY
    run_erasure(canaries, request_id)
    assert data_requests.of(request_id).state == "done"


def test_an_admins_refusal_frees_the_patient(data_requests: DataRequestFixture) -> None:
    practice = data_requests.practice
    named = practice.consented()
    data_requests.refuse(data_requests.erase(patient_id=named["patient_id"]))
    assert practice.patient_of(named["patient_id"]).erasure is None
    assert practice.case(**named)


def test_other_patients_and_exports_are_left_alone(data_requests: DataRequestFixture) -> None:
    practice = data_requests.practice
    named, other = practice.consented(), practice.consented()
    data_requests.export(patient_id=named["patient_id"])
    data_requests.erase(patient_id=other["patient_id"])
    assert practice.case(**named)
    refused(lambda: practice.case(**other), "erasure-pending")


def test_a_visit_and_an_erasure_at_once_are_never_both(data_requests: DataRequestFixture) -> None:
    practice = data_requests.practice
    for _ in range(4):
        named = practice.consented()
        patient_id = named["patient_id"]
        outcome = refusals_at_once(
            lambda named=named: practice.request(**named),
            lambda patient_id=patient_id: data_requests.erase(patient_id=patient_id),
        )
        assert outcome in (["", "erasure-blocked"], ["erasure-pending", ""])


def test_a_visit_and_an_operators_erasure_at_once_are_never_both(
    data_requests: DataRequestFixture,
) -> None:
    practice = data_requests.practice
    visit_id = practice.request().visit_id
    outcome = refusals_at_once(
        lambda: practice.assign(visit_id), lambda: data_requests.erase("operator")
    )
    assert outcome in (["", "erasure-blocked"], ["erasure-pending", ""])


def test_an_operator_gets_no_visit_until_it_is_taken_back(
    data_requests: DataRequestFixture,
) -> None:
    practice = data_requests.practice
    visit_id = practice.request().visit_id
    request_id = data_requests.erase("operator")
    before = snapshot(practice, f"visits/{visit_id}")
    refused(lambda: practice.assign(visit_id), "erasure-pending", asked="the person")
    assert snapshot(practice, f"visits/{visit_id}") == before
    data_requests.cancel(request_id, "operator")
    practice.assign(visit_id)


def alone(practice: ClinicFixture) -> WalletFixture:
    """Leave the clinic to its owner, with an empty wallet."""
    wallet = WalletFixture(practice)
    firestore_client().document(f"users/{practice.uid('member')}").delete()
    firestore_client().document(f"wallets/{wallet.id}").update({"available": 0})
    return wallet


def test_a_clinic_that_goes_with_its_last_member_asks_for_nothing(
    data_requests: DataRequestFixture,
) -> None:
    practice = data_requests.practice
    named = practice.consented()
    alone(practice)
    request_id = data_requests.erase("owner")
    ask = {"price_list": 1, **named}
    refused(lambda: practice.request("owner", **ask), "erasure-pending", request_id=request_id)
    standing = practice.ctx().store.get(Standing, practice.uid("owner"))
    caller = practice.people["owner"]
    clinics = frozenset({Role.CLINIC})
    refused(lambda: caller.admitted(standing, clinics, begins=True), "erasure-pending")
    assert caller.admitted(standing, clinics), "what shows or ends something goes on"
    joins = ChangeRole(uid=practice.uid("operator"), role=Role.CLINIC, org=practice.tenants.clinic)
    join = lambda: decisions.change_role(practice.ctx("admin"), NoClaims(), joins)  # noqa: E731
    refused(join, "erasure-pending", request_id=request_id)
    data_requests.cancel(request_id)
    assert join().org == practice.tenants.clinic
    refused(lambda: practice.request("owner", **ask), "insufficient-funds")
    standing = practice.ctx().store.get(Standing, practice.uid("owner"))
    assert caller.admitted(standing, clinics, begins=True)


def test_a_lab_that_goes_with_its_last_member_gets_no_order(
    data_requests: DataRequestFixture,
) -> None:
    practice = data_requests.practice
    customer = LabFixture(practice)
    for name in ("technician", "lab"):
        firestore_client().document(f"users/{practice.uid(name)}").delete()
    firestore_client().document(f"wallets/{practice.tenants.lab}").delete()
    request_id = data_requests.erase("lab owner")
    assert problems(lambda: place(practice.ctx(), customer.request())) == {
        "lab_id": "lab-not-accepting"
    }
    data_requests.cancel(request_id, "lab owner")
    assert customer.place()


def test_nobody_waits_for_a_member_among_others(data_requests: DataRequestFixture) -> None:
    practice = data_requests.practice
    data_requests.erase("member")
    ctx = data_requests.ctx("member")
    subject = DataSubject.user(practice.uid("member"))
    assert ctx.store.run(lambda unit: bearers(unit, subject)) == []
    assert practice.request("member")


def test_the_mark_of_another_request_stays(data_requests: DataRequestFixture) -> None:
    """A request that is over takes its own mark away, and no other."""
    practice = data_requests.practice
    patient_id = practice.patient()
    first = data_requests.erase(patient_id=patient_id)
    data_requests.cancel(first)
    second = data_requests.erase(patient_id=patient_id)
    data_requests.cancel(first)
    found = practice.ctx().store.get(Patient, practice.tenants.clinic, patient_id)
    assert found is not None
    assert found.erasure is not None
    assert found.erasure.request_id == second
