"""Orders that several move at the same moment: one of them does, and money moves once."""

from __future__ import annotations

import pytest

from labs.orders.models import OrderState
from tests.support.clinic_fixture import ClinicFixture
from tests.support.concurrency import refusals_at_once
from tests.support.lab_fixture import COMMISSION, PRICE, TAX, LabFixture, times_done
from tests.support.moments import key

PAID_IN = 1_000_000


@pytest.fixture
def lab(practice: ClinicFixture) -> LabFixture:
    """A lab that takes orders, and a clinic with a scanned case."""
    return LabFixture(practice)


def test_one_of_two_members_accepts(lab: LabFixture) -> None:
    for _ in range(5):
        order_id = lab.place()
        both = refusals_at_once(
            lambda: lab.move(order_id, "accept"),  # noqa: B023
            lambda: lab.move(order_id, "accept", who="lab"),  # noqa: B023
        )
        assert both == ["", ""]
        assert times_done(order_id, "accept") == 1
        lab.move(order_id, "cancel", who="member", reason="not_needed")


def test_an_order_is_accepted_or_called_off(lab: LabFixture) -> None:
    """Accepted first, it may still be called off; called off first, it cannot be accepted."""
    order_id = lab.place()
    accepted, cancelled = refusals_at_once(
        lambda: lab.move(order_id, "accept"),
        lambda: lab.move(order_id, "cancel", who="member", reason="not_needed"),
    )
    assert cancelled == ""
    assert accepted in {"", "wrong-order-state"}
    assert lab.order(order_id).state is OrderState.CANCELLED
    assert lab.wallet.balance == (PAID_IN, 0)


def test_deliveries_at_once_are_one_capture(lab: LabFixture) -> None:
    order_id = lab.shipped()
    deliver = [lambda: lab.move(order_id, "deliver", who="member")] * 4
    assert refusals_at_once(*deliver) == [""] * 4
    assert times_done(order_id, "deliver") == 1
    assert lab.earned() == PRICE - COMMISSION - TAX
    assert lab.wallet.balance == (PAID_IN - PRICE, 0)


def test_delivered_and_called_off_at_once_ends_one_way(lab: LabFixture) -> None:
    for _ in range(3):
        order_id, before = lab.shipped(), lab.earned()
        funds = lab.wallet.balance[0]
        both = refusals_at_once(
            lambda: lab.move(order_id, "deliver", who="member"),  # noqa: B023
            lambda: lab.move(order_id, "cancel", who="admin", reason="not_needed"),  # noqa: B023
        )
        assert sorted(both) == ["", "wrong-order-state"]
        delivered = both[0] == ""
        assert lab.earned() - before == (PRICE - COMMISSION - TAX if delivered else 0)
        assert lab.wallet.balance == (funds if delivered else funds + PRICE, 0)


def test_a_retry_at_the_same_moment_is_one_order(lab: LabFixture) -> None:
    same = lab.request(idempotency_key=key())
    said = same.model_dump(exclude={"items"}) | {"items": [i.model_dump() for i in same.items]}
    assert refusals_at_once(*[lambda: lab.place(**said)] * 4) == [""] * 4
    assert lab.wallet.balance == (PAID_IN - PRICE, PRICE)
