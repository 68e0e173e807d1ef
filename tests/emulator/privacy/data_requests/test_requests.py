"""Requests about one's data: who may ask, what has to wait, and what becomes of them in time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from core.access import SYSTEM, Role
from core.firebase import firestore_client
from core.jobs import JobState
from core.reading import PAGE
from labs.catalogue.models import LabProfile
from labs.orders.models import Order
from privacy.corrections import organisations
from privacy.data_requests import decisions, submission
from privacy.data_requests.requests import (
    AnswerRequest,
    ListRequests,
    OneRequest,
)
from privacy.erasure import tasks
from privacy.identity import FirebaseAccounts
from privacy.models import RequestState
from tests.emulator.canary_fixture import CanaryFixture, holding, run_erasure, run_withdrawal
from tests.support import ids, lab_records
from tests.support.clinic_fixture import ClinicFixture
from tests.support.crashes import OvertakenStore
from tests.support.data_request_fixture import BETTER, DAY, DataRequestFixture, ask_correction
from tests.support.lab_fixture import LabFixture
from tests.support.moments import refused
from tests.support.projects import own_project
from tests.support.wallet_fixture import WalletFixture


@pytest.fixture
def data_requests(practice: ClinicFixture) -> DataRequestFixture:
    """The data requests that a practice's people make."""
    return DataRequestFixture(practice)


def records_of(practice: ClinicFixture, patient_id: str) -> list[str]:
    """Requests about a patient."""
    path = f"clinics/{practice.tenants.clinic}/patients/{patient_id}"
    from google.cloud.firestore import FieldFilter

    query = firestore_client().collection("privacy_requests")
    return [d.id for d in query.where(filter=FieldFilter("subject", "==", path)).get()]


# --- asking --------------------------------------------------------------------------------------


@pytest.fixture
def alone() -> Iterator[DataRequestFixture]:
    """Data requests in a project of its own, in which nothing is held."""
    with own_project("asking"):
        yield DataRequestFixture(ClinicFixture())


def test_who_asks_is_told_until_when_it_can_be_taken_back(alone: DataRequestFixture) -> None:
    data_requests, patient_id = alone, alone.practice.patient()
    request_id = data_requests.erase(patient_id=patient_id)
    tally = data_requests.practice.tally
    assert (tally.reads, tally.writes) == (2 + 1 + 4, 7)
    request, now = data_requests.of(request_id), data_requests.practice.clock.at
    assert (request.state, request.authority) == (RequestState.COOLING_OFF, "clinic")
    assert (request.starts_at, request.due_at) == (now + 7 * DAY, now + 30 * DAY)
    job = data_requests.job(f"privacy-{request_id}")
    assert job is not None
    assert (job.due_at, job.kind) == (now + 6 * DAY, "erasure")
    assert data_requests.steps("owner") == ["cooling_off"]
    (act,) = (a for a in data_requests.practice.acts() if a["action"] == "privacy.request_erasure")
    assert act["refs"] == {"authority": "clinic"}


def test_what_cannot_be_undone_asks_for_a_fresh_sign_in(data_requests: DataRequestFixture) -> None:
    patient_id = data_requests.practice.patient()
    now = int(data_requests.practice.clock.at.timestamp())
    for old in (now - 301, 0):
        refused(
            lambda old=old: data_requests.erase(patient_id=patient_id, auth_time=old),
            "sign-in-again",
        )
    assert records_of(data_requests.practice, patient_id) == []
    data_requests.erase(patient_id=patient_id, auth_time=now - 300)


def test_only_owners_erase_and_every_member_exports(data_requests: DataRequestFixture) -> None:
    patient_id = data_requests.practice.patient()
    refused(lambda: data_requests.erase("member", patient_id), "not-owner")
    refused(lambda: data_requests.erase("stranger", patient_id), "subject-not-found")
    refused(lambda: data_requests.export("stranger", patient_id), "subject-not-found")
    for who in ("operator", "lab", "admin"):
        refused(lambda who=who: data_requests.export(who, patient_id), "role-not-allowed")
    assert records_of(data_requests.practice, patient_id) == []
    data_requests.erase("owner", patient_id)
    data_requests.export("member", patient_id)


def test_the_same_is_asked_once_at_a_time(data_requests: DataRequestFixture) -> None:
    patient_id = data_requests.practice.patient()
    first = data_requests.erase(patient_id=patient_id)
    refused(lambda: data_requests.erase(patient_id=patient_id), "request-open", request_id=first)
    data_requests.export(patient_id=patient_id)  # another kind
    data_requests.cancel(first)
    data_requests.erase(patient_id=patient_id)


@pytest.mark.parametrize("who", ["owner", "member", "operator", "lab", "admin"])
def test_everybody_may_ask_for_their_own(data_requests: DataRequestFixture, who: str) -> None:
    request = data_requests.of(data_requests.export(who))
    assert (request.uid, request.authority) == (data_requests.practice.uid(who), "person")
    assert request.state is RequestState.RECEIVED


def test_who_was_shut_out_may_ask_all_the_same(data_requests: DataRequestFixture) -> None:
    data_requests.practice.suspend("member")
    data_requests.export("member")
    data_requests.erase("member")
    patient_id = data_requests.practice.patient("owner")
    refused(lambda: data_requests.export("member", patient_id), "account-not-active")
    data_requests.export("owner", patient_id)


# --- what has to wait ----------------------------------------------------------------------------


def test_a_visit_under_way_is_ended_first(data_requests: DataRequestFixture) -> None:
    patient_id = data_requests.practice.patient()
    named = {"patient_id": patient_id, "consent_id": data_requests.practice.consent(patient_id)}
    visit_id = data_requests.practice.request(**named).visit_id
    refused(
        lambda: data_requests.erase(patient_id=patient_id),
        "erasure-blocked",
        blocks=["visits-open"],
    )
    data_requests.practice.cancel(visit_id)
    data_requests.erase(patient_id=patient_id)


def test_an_order_under_way_is_ended_first(data_requests: DataRequestFixture) -> None:
    customer = LabFixture(data_requests.practice)
    order_id, patient_id = customer.place(), customer.case().patient_id
    refused(
        lambda: data_requests.erase(patient_id=patient_id),
        "erasure-blocked",
        blocks=["orders-open"],
    )
    customer.move(order_id, "cancel", who="member", reason="not_needed")
    data_requests.erase(patient_id=patient_id)


def test_an_owner_hears_all_at_once_what_is_left_to_do(data_requests: DataRequestFixture) -> None:
    customer = LabFixture(data_requests.practice)
    customer.place()
    data_requests.practice.request(price_list=1)
    refused(
        lambda: data_requests.erase("owner"),
        "erasure-blocked",
        blocks=["last-owner", "money-left", "orders-open", "visits-open"],
    )
    data_requests.erase("member")  # nobody depends on this one


def test_a_second_owner_frees_the_first(data_requests: DataRequestFixture) -> None:
    refused(lambda: data_requests.erase("owner"), "erasure-blocked", blocks=["last-owner"])
    clinic = f"clinics/{data_requests.practice.tenants.clinic}"
    owners = [data_requests.practice.uid("owner"), data_requests.practice.uid("member")]
    firestore_client().document(clinic).update({"owners": owners})
    data_requests.erase("owner")


def test_an_empty_wallet_frees_the_only_one(data_requests: DataRequestFixture) -> None:
    practice = data_requests.practice
    wallet = WalletFixture(practice)
    firestore_client().document(f"users/{practice.uid('member')}").delete()
    refused(lambda: data_requests.erase("owner"), "erasure-blocked", blocks=["money-left"])
    firestore_client().document(f"wallets/{wallet.id}").update({"available": 0})
    data_requests.erase("owner")


def test_an_assigned_operator_is_released_first(data_requests: DataRequestFixture) -> None:
    visit_id = data_requests.practice.request().visit_id
    data_requests.practice.assign(visit_id)
    refused(lambda: data_requests.erase("operator"), "erasure-blocked", blocks=["visits-open"])
    data_requests.practice.assign(visit_id, "other operator")
    data_requests.erase("operator")


# --- taking back, refusing, reminding ------------------------------------------------------------


def test_within_the_days_it_can_be_taken_back(data_requests: DataRequestFixture) -> None:
    request_id = data_requests.erase(patient_id=data_requests.practice.patient())
    data_requests.practice.clock.at += 6.9 * DAY
    refused(lambda: data_requests.cancel(request_id, "stranger"), "request-not-found")
    assert data_requests.of(request_id).state is RequestState.COOLING_OFF
    assert data_requests.cancel(request_id, "member") == "withdrawn"
    before = data_requests.of(request_id)
    assert data_requests.cancel(request_id) == "withdrawn"
    assert data_requests.of(request_id) == before
    for job_id in (f"privacy-{request_id}", f"deadline-{request_id}"):
        job = data_requests.job(job_id)
        assert job is not None
        assert job.state is JobState.VOID


def test_an_admin_refuses_with_a_reason(data_requests: DataRequestFixture) -> None:
    request_id = data_requests.erase(patient_id=data_requests.practice.patient())
    assert data_requests.refuse(request_id) == "refused"
    request = data_requests.of(request_id)
    assert (request.reasons, request.answered_by) == (
        ["unfounded"],
        data_requests.practice.uid("admin"),
    )
    assert sorted(data_requests.steps("owner")) == ["cooling_off", "refused"]
    refused(lambda: data_requests.cancel(request_id), "wrong-request-state", state="refused")
    approve = AnswerRequest(request_id=data_requests.export("operator"), answer="approve")
    refused(lambda: decisions.answer(data_requests.ctx("admin"), approve), "wrong-request-state")


def test_admins_hear_of_what_is_due(canaries: CanaryFixture) -> None:
    data_requests = DataRequestFixture(canaries.practice)
    request_id = data_requests.erase(patient_id=data_requests.practice.patient())
    clock, job = data_requests.practice.clock, data_requests.job(f"deadline-{request_id}")
    assert job is not None
    assert job.due_at == clock.at + 23 * DAY
    due = data_requests.of(request_id).due_at
    system = data_requests.practice.as_caller(SYSTEM)
    for at, again in ((due - 7 * DAY, due), (due, due + DAY), (due + DAY, due + 2 * DAY)):
        clock.at = at
        assert system.store.run(lambda unit: decisions.remind(unit, system, job)) == again
    assert data_requests.steps("admin") == ["due-soon", "overdue", "overdue"]
    data_requests.refuse(request_id)
    assert system.store.run(lambda unit: decisions.remind(unit, system, job)) is None


def test_the_longest_overdue_are_listed_first(data_requests: DataRequestFixture) -> None:
    data_requests.practice.clock.at -= 400 * DAY
    early = data_requests.erase(patient_id=data_requests.practice.patient())
    data_requests.practice.clock.at -= 400 * DAY
    late = data_requests.erase(patient_id=data_requests.practice.patient())
    data_requests.practice.clock.at += 800 * DAY
    body = ListRequests(state=RequestState.COOLING_OFF, limit=100)
    rows = decisions.list_requests(data_requests.ctx("admin"), body).requests
    mine = [(row.request_id, row.overdue) for row in rows if row.request_id in {early, late}]
    assert mine == [(late, True), (early, True)]


# --- corrections ---------------------------------------------------------------------------------


def approve(data_requests: DataRequestFixture, request_id: str) -> str:
    """Approve a request; its state."""
    body = AnswerRequest(request_id=request_id, answer="approve")
    return decisions.answer(data_requests.ctx("admin"), body).state


def followed(data_requests: DataRequestFixture, org: str) -> tuple[int, int]:
    """Keep the promise that the rest follows; what that cost."""
    job = data_requests.job(f"correction-{org}")
    assert job is not None
    ctx = data_requests.ctx("admin")
    organisations.follow(ctx, job)
    return ctx.store.tally.reads, ctx.store.tally.writes


def test_a_correction_waits_for_an_admin_and_then_follows_into_what_is_under_way(
    data_requests: DataRequestFixture,
) -> None:
    customer = LabFixture(data_requests.practice)
    over, order_id = customer.place(), customer.place()
    customer.move(over, "cancel", who="member", reason="not_needed")
    visit_id = data_requests.practice.request(price_list=1).visit_id
    refused(lambda: ask_correction(data_requests, "member"), "not-owner")
    request_id = ask_correction(data_requests)
    path = f"clinics/{data_requests.practice.tenants.clinic}"
    before = firestore_client().document(path).get().to_dict() or {}
    assert before["name"] == "Smile Dental"
    for _ in range(2):
        assert approve(data_requests, request_id) == "done"
    assert followed(data_requests, data_requests.practice.tenants.clinic) == (1 + 2 + 2 * 2, 2)
    assert followed(data_requests, data_requests.practice.tenants.clinic) == (1 + 2, 0)
    now = firestore_client().document(path).get().to_dict() or {}
    assert {name: now[name] for name in BETTER} == BETTER
    assert now["owners"] == before["owners"]
    assert data_requests.practice.visit_of(visit_id).clinic.model_dump() == BETTER
    assert customer.order(order_id).sender.model_dump() == BETTER
    assert customer.order(over).sender.name == "Smile Dental", "what is over keeps its name"
    request = data_requests.of(request_id)
    assert request.before == {name: before[name] for name in BETTER}, "the history stays"
    assert request.answered_by == data_requests.practice.uid("admin")


def test_a_labs_correction_follows_into_its_profile_and_orders(
    data_requests: DataRequestFixture,
) -> None:
    customer = LabFixture(data_requests.practice)
    order_id = customer.place()
    over = customer.place()
    customer.move(over, "cancel", who="member", reason="not_needed")
    approve(data_requests, ask_correction(data_requests, "lab owner"))
    assert followed(data_requests, data_requests.practice.tenants.lab) == (1 + 1 + 2, 1)
    profile = data_requests.practice.ctx().store.get(LabProfile, data_requests.practice.tenants.lab)
    assert profile is not None
    assert (profile.name, profile.city) == ("Smile Care", "Pune")
    assert customer.order(order_id).lab_name == "Smile Care"
    assert customer.order(order_id).sender.name == "Smile Dental"
    assert customer.order(over).lab_name == "Smile Dental", "what is over keeps its name"


@pytest.mark.parametrize("ends", [True, False])
def test_what_ends_meanwhile_keeps_its_name(
    data_requests: DataRequestFixture, *, ends: bool
) -> None:
    customer = LabFixture(data_requests.practice)
    order_id, request_id = customer.place(), ask_correction(data_requests)
    approve(data_requests, request_id)
    job = data_requests.job(f"correction-{data_requests.practice.tenants.clinic}")
    assert job is not None
    step = {"who": "member", "reason": "not_needed"} if ends else {}
    action = "cancel" if ends else "accept"
    store = OvertakenStore(lambda: customer.move(order_id, action, **step))
    organisations.follow(replace(data_requests.ctx("admin"), store=store), job)
    assert customer.order(order_id).sender.name == ("Smile Dental" if ends else "Smile Care")


def test_a_correction_follows_into_more_than_one_page_of_orders(
    data_requests: DataRequestFixture,
) -> None:
    made = [lab_records.order(data_requests.practice.tenants) for _ in range(PAGE + 1)]
    data_requests.practice.tenants.seed(*made, lab_records.profile(data_requests.practice.tenants))
    approve(data_requests, ask_correction(data_requests))
    assert followed(data_requests, data_requests.practice.tenants.clinic)[1] == PAGE + 1
    found = data_requests.practice.ctx().store.several(Order, *(order.id for order in made))
    assert {order.sender.name for order in found if order} == {"Smile Care"}


def test_another_organisation_of_the_same_order_is_not_corrected(
    data_requests: DataRequestFixture,
) -> None:
    """Each side of an order has its own part of it, and no part of another clinic's."""
    tenants = data_requests.practice.tenants
    other = lab_records.order(tenants, clinic_id=tenants.other_clinic)
    mine = lab_records.order(tenants)
    tenants.seed(other, mine)
    approve(data_requests, ask_correction(data_requests))
    followed(data_requests, tenants.clinic)
    now = data_requests.practice.ctx().store.several(Order, other.id, mine.id)
    assert [order.sender.name for order in now if order] == ["Smile Dental", "Smile Care"]
    assert [order.lab_name for order in now if order] == ["Pearl Lab", "Pearl Lab"]


def test_a_refused_correction_writes_nothing(data_requests: DataRequestFixture) -> None:
    request_id = ask_correction(data_requests)
    assert data_requests.refuse(request_id) == "refused"
    clinic = (
        firestore_client()
        .document(f"clinics/{data_requests.practice.tenants.clinic}")
        .get()
        .to_dict()
    )
    assert clinic is not None
    assert clinic["name"] == "Smile Dental"
    assert data_requests.of(request_id).wanted == {}
    refused(lambda: approve(data_requests, request_id), "wrong-request-state", state="refused")


def test_who_owns_it_no_more_corrects_nothing(data_requests: DataRequestFixture) -> None:
    request_id = ask_correction(data_requests)
    owner = firestore_client().document(f"users/{data_requests.practice.uid('owner')}")
    owner.update({"owner": False})
    refused(lambda: approve(data_requests, request_id), "not-owner")
    assert data_requests.of(request_id).state is RequestState.RECEIVED
    owner.update({"owner": True})
    approve(data_requests, request_id)


# --- running -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def canaries() -> CanaryFixture:
    """A clinic with its lab, which all tests of the module share."""
    return CanaryFixture()


def test_an_erasure_warns_waits_runs_and_says_what_it_did(canaries: CanaryFixture) -> None:
    data_requests, patient = DataRequestFixture(canaries.practice), canaries.patient()
    request_id = data_requests.erase(patient_id=patient.patient_id)
    request = data_requests.of(request_id)
    assert request.starts_at is not None
    canaries.practice.clock.at = request.starts_at - DAY
    for _ in range(2):
        assert run_erasure(canaries, request_id) == request.starts_at
    assert data_requests.steps("owner").count("begins-soon") == 1, "told twice"
    assert data_requests.of(request_id).state is RequestState.COOLING_OFF
    canaries.practice.clock.at = request.starts_at
    for _ in range(2):
        assert run_erasure(canaries, request_id) is None
    done = data_requests.of(request_id)
    assert done.state is RequestState.DONE
    assert (done.outcome["delete"] > 8, done.outcome["keep"]) == (True, 1)
    assert all(ground and until > "2026" for ground, until in done.kept.items())
    assert holding(canaries.dump(), patient.token) == set()
    assert "done" in data_requests.steps("owner")


def test_what_came_up_meanwhile_stops_it_with_a_reason(canaries: CanaryFixture) -> None:
    data_requests, patient = DataRequestFixture(canaries.practice), canaries.patient()
    request_id = data_requests.erase(patient_id=patient.patient_id)
    named = {"patient_id": patient.patient_id, "consent_id": patient.consent_id}
    path = f"clinics/{canaries.practice.tenants.clinic}/patients/{patient.patient_id}"
    firestore_client().document(path).update({"erasure": None})  # as it was before there were marks
    canaries.practice.request(**named, price_list=1)
    canaries.practice.clock.at += 8 * DAY
    assert run_erasure(canaries, request_id) is None
    request = data_requests.of(request_id)
    assert (request.state, request.reasons) == (RequestState.REFUSED, ["visits-open"])
    assert holding(canaries.dump(), patient.token) != set()


def test_what_was_taken_back_does_not_run(canaries: CanaryFixture) -> None:
    data_requests, patient = DataRequestFixture(canaries.practice), canaries.patient()
    request_id = data_requests.erase(patient_id=patient.patient_id)
    data_requests.cancel(request_id)
    before = holding(canaries.dump(), patient.token)
    canaries.practice.clock.at += 8 * DAY
    assert run_erasure(canaries, request_id) is None
    assert holding(canaries.dump(), patient.token) == before


class Down(FirebaseAccounts):
    """Firebase Auth is down."""

    def delete(self, uid: str) -> None:
        """Fail."""
        raise ConnectionError(uid)


def test_a_failure_says_so_until_it_is_tried_again(canaries: CanaryFixture) -> None:
    data_requests = DataRequestFixture(canaries.practice)
    token, uid = canaries.member(Role.OPERATOR)
    request_id = data_requests.erase(token)
    canaries.practice.clock.at += 8 * DAY
    job = data_requests.job(f"privacy-{request_id}")
    assert job is not None
    eraser = canaries.eraser(canaries.patient_subject())
    with pytest.raises(ConnectionError):
        tasks.erase(eraser.ctx, eraser.blobs, Down(), job)
    assert data_requests.of(request_id).state is RequestState.FAILED
    assert FirebaseAccounts().described(uid)
    assert run_erasure(canaries, request_id) is None
    assert data_requests.of(request_id).state is RequestState.DONE
    assert not FirebaseAccounts().described(uid)


def test_a_person_is_gone_and_the_request_stays(canaries: CanaryFixture) -> None:
    data_requests = DataRequestFixture(canaries.practice)
    token, uid = canaries.member(Role.OPERATOR)
    request_id = data_requests.erase(token)
    canaries.practice.clock.at += 8 * DAY
    run_erasure(canaries, request_id)
    after = canaries.dump()
    assert holding(after, token) == set()
    assert data_requests.of(request_id).state is RequestState.DONE
    assert not [path for path in after if path.startswith(f"users/{uid}")]


# --- withdrawn consents --------------------------------------------------------------------------


def test_what_rests_on_a_withdrawn_consent_goes_and_the_consent_stays(
    canaries: CanaryFixture,
) -> None:
    patient = canaries.patient()
    practice = canaries.practice
    guardian = {"name": "A parent", "relation": "parent"}
    second = practice.consent(patient.patient_id, guardian=guardian)
    kept = practice.case(patient_id=patient.patient_id, consent_id=second)
    practice.withdraw(patient.consent_id)
    assert run_withdrawal(canaries, patient.consent_id) is None
    left = holding(canaries.dump(), patient.token)
    record = f"clinics/{practice.tenants.clinic}/patients/{patient.patient_id}"
    forms = {path for path in left if path.split("/")[0] in {"gs:", "uploads"}}
    assert {path for path in left - forms if not path.startswith(record)} == {
        f"cases/{kept}",
        f"consents/{patient.consent_id}",
    }
    assert practice.case_of(kept)
    assert run_withdrawal(canaries, patient.consent_id) is None


def test_an_order_under_way_keeps_its_lines_until_it_is_over(canaries: CanaryFixture) -> None:
    patient, practice, customer = canaries.patient(), canaries.practice, canaries.lab
    order_id = customer.place(
        case_id=patient.case_id, file_ids=[patient.file_id], proceed_with_warnings=True
    )
    practice.withdraw(patient.consent_id)
    assert run_withdrawal(canaries, patient.consent_id) == practice.clock.at + DAY
    assert customer.order(order_id).items
    assert not customer.order(patient.order_id).items
    customer.move(order_id, "reject", reason="no_capacity")
    assert run_withdrawal(canaries, patient.consent_id) is None
    assert not customer.order(order_id).items


def test_nobody_elses_request_is_anybodys(data_requests: DataRequestFixture) -> None:
    request_id = data_requests.export("operator")
    for who in ("other operator", "owner", "admin"):
        refused(lambda who=who: data_requests.cancel(request_id, who), "request-not-found")
    assert data_requests.cancel(request_id, "operator") == "withdrawn"
    missing = OneRequest(request_id=ids.document_id())
    refused(lambda: submission.cancel(data_requests.ctx("owner"), missing), "request-not-found")
