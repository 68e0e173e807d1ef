"""Who is told of what, where messaging is not the whole of it: payments, and visits at an hour."""

from __future__ import annotations

from tests.support.clinic_fixture import ClinicFixture
from tests.support.moments import DAY, hour
from tests.support.payment_fixture import PaymentFixture
from wallet.payments.gateway import CAPTURED, FAILED, ORDER_PAID


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
