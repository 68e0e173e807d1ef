"""Who is told of what, where messaging is not the whole of it: payments, visits, orders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from accounts import members
from core.access import Role
from tests.support.clinic_fixture import ClinicFixture, NoClaims
from tests.support.data_request_fixture import DataRequestFixture
from tests.support.lab_fixture import LabFixture
from tests.support.moments import DAY, hour
from tests.support.payment_fixture import PaymentFixture
from wallet.payments.events import CAPTURED, FAILED, ORDER_PAID


def test_the_owners_hear_of_a_payment_once(payments: PaymentFixture) -> None:
    practice = payments.practice
    started = payments.started(500)
    payments.deliver(payments.told(FAILED, started))
    assert practice.inbox("owner") == []
    told = payments.told(CAPTURED, started, id="pay_1")
    for event in (told, told, payments.told(ORDER_PAID, started, id="pay_1")):
        payments.deliver(event)
    (item,) = practice.notices("owner")
    assert (item["kind"], item["refs"]) == ("payment_received", {"payment": started.payment_id})
    assert practice.inbox("member") == practice.inbox("stranger") == []


def test_an_owner_who_is_shut_out_does_not_hear_of_payments(payments: PaymentFixture) -> None:
    practice = payments.practice
    practice.suspend("owner")
    payments.deliver(payments.told(CAPTURED, payments.started(500), id="pay_1"))
    assert practice.inbox("owner") == ["account_suspended"]
    assert payments.balance == 500


def _begins(practice: ClinicFixture, name: str) -> list[tuple[str, str | None]]:
    """The visits' notices of somebody, and when each visit begins."""
    return [(item["kind"], item["refs"].get("starts_at")) for item in practice.notices(name)]


def test_a_visit_is_told_with_its_hour_where_it_has_one(practice: ClinicFixture) -> None:
    visit_id = practice.request().visit_id
    practice.assign(visit_id)
    begins = DAY.starts_at.isoformat()
    assert _begins(practice, "operator") == [("visit_assigned", begins)]
    practice.clock.at = hour(1).starts_at
    practice.reschedule(visit_id)
    assert _begins(practice, "operator")[1:] == [("visit_cancelled", begins)]


def test_an_operator_who_is_replaced_hears_of_the_hour_that_is_off(practice: ClinicFixture) -> None:
    visit_id = practice.request().visit_id
    practice.assign(visit_id)
    practice.clock.at = hour(1).starts_at
    practice.assign(visit_id, "other operator", slot=hour(48))
    first, second = DAY.starts_at.isoformat(), hour(48).starts_at.isoformat()
    assert _begins(practice, "operator")[1:] == [("visit_cancelled", first)]
    assert _begins(practice, "other operator") == [("visit_assigned", second)]
    assert {begins for _, begins in _begins(practice, "member")} == {first, second}


# --- when who acted was removed ------------------------------------------------------------------


def _remove(practice: ClinicFixture, name: str, by: str) -> None:
    """Take a member out, once everything that was told before is sent."""
    practice.announce()
    members.remove(practice.ctx(by), NoClaims(), practice.uid(name))


def _new(practice: ClinicFixture, act: Callable[[], object]) -> dict[str, list[str]]:
    """Act, and return who hears of it; admins hear of other tests' practices, too."""
    names = [n for n, caller in practice.people.items() if caller.role is not Role.ADMIN]
    before = {name: Counter(practice.inbox(name)) for name in names}
    act()
    found = {name: [*(Counter(practice.inbox(name)) - before[name]).elements()] for name in names}
    return {name: kinds for name, kinds in found.items() if kinds}


@pytest.mark.parametrize(("removed", "hears"), [(False, "member"), (True, "owner")])
def test_of_a_visit_whoever_asked_hears_and_else_the_owner(
    practice: ClinicFixture, hears: str, *, removed: bool
) -> None:
    visit_id = practice.request().visit_id
    practice.assign(visit_id)
    if removed:
        _remove(practice, "member", "owner")
    heard = _new(practice, lambda: practice.move(visit_id, "accept"))
    assert heard == {hears: ["visit_moved"]}


@pytest.mark.parametrize(("removed", "hears"), [(False, "technician"), (True, "lab owner")])
def test_of_an_order_whoever_accepted_it_hears_and_else_the_labs_owner(
    practice: ClinicFixture, hears: str, *, removed: bool
) -> None:
    lab = LabFixture(practice)
    order_id = lab.place()
    lab.move(order_id, "accept")
    if removed:
        _remove(practice, "technician", "lab owner")
    heard = _new(practice, lambda: lab.move(order_id, "cancel", who="member", reason="not_needed"))
    assert heard == {hears: ["order_moved"]}


@pytest.mark.parametrize(("removed", "hears"), [(False, "member"), (True, "owner")])
def test_of_an_order_whoever_placed_it_hears_and_else_the_clinics_owner(
    practice: ClinicFixture, hears: str, *, removed: bool
) -> None:
    lab = LabFixture(practice)
    order_id = lab.place()
    if removed:
        _remove(practice, "member", "owner")
    assert _new(practice, lambda: lab.move(order_id, "accept")) == {hears: ["order_moved"]}


@pytest.mark.parametrize(("gone", "hears"), [(False, "second owner"), (True, "owner")])
def test_of_a_patients_erasure_whoever_asked_hears_and_else_the_other_owner(
    practice: ClinicFixture, hears: str, *, gone: bool
) -> None:
    practice.join("second owner", Role.CLINIC, practice.tenants.clinic, owner=True)
    data_requests = DataRequestFixture(practice)
    asked = data_requests.erase("second owner", patient_id=practice.patient())
    practice.announce()
    if gone:
        practice.suspend("second owner")
    heard = _new(practice, lambda: data_requests.refuse(asked))
    assert heard == {hears: ["privacy_step"]}


def test_of_a_request_about_oneself_nobody_else_hears(practice: ClinicFixture) -> None:
    data_requests = DataRequestFixture(practice)
    asked = data_requests.erase("member")
    practice.suspend("member")
    heard = _new(practice, lambda: data_requests.cancel(asked, "member"))
    assert heard == {"member": ["privacy_step"]}
