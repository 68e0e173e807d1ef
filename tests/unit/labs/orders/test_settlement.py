"""Whose affair the end of an order is, and what becomes of the price: against a table by hand."""

from __future__ import annotations

from itertools import product

import pytest

from core.machines import Party
from labs.orders.models import OrderCause, OrderState, Reason, Settlement
from labs.orders.settlement import ENDING, PAYMENTS, cause_of
from labs.orders.states import ORDER, OrderAction

A, P, S = OrderAction, Party, OrderState

#: Every line of the state table by which an order ends without the work: where it stood, what was
#: done, who did it, and whose affair that is. From LOST on it is the carrier's.
ENDS = {
    ("placed", "reject", P.LAB): "lab",
    **dict.fromkeys(
        (
            (state, "give_back", P.LAB)
            for state in (
                "accepted", "in_production", "on_hold", "rescan_requested", "remake_requested",
            )
        ),
        "lab",
    ),
    ("lost", "give_back", P.LAB): "carrier",
    **dict.fromkeys(
        ((state, "cancel", P.CLINIC) for state in ("placed", "accepted", "rescan_requested")),
        "clinic",
    ),
    ("lost", "cancel", P.CLINIC): "carrier",
    **dict.fromkeys(
        (
            (state, "cancel", P.ADMIN)
            for state in (
                "placed", "accepted", "rescan_requested", "in_production", "on_hold", "ready",
                "shipped",
            )
        ),
        "platform",
    ),
    ("lost", "cancel", P.ADMIN): "carrier",
}  # fmt: skip
#: What the clinic gets back: the issue's "the clinic gets everything back" where the lab or the
#: carrier is the cause, all that was set aside where nothing was delivered, and nothing otherwise.
BACK = {
    ("clinic", False): "released", ("clinic", True): "kept",
    ("patient", False): "released", ("patient", True): "kept",
    ("lab", False): "released", ("lab", True): "refunded",
    ("carrier", False): "released", ("carrier", True): "refunded",
    ("platform", False): "released", ("platform", True): "kept",
}  # fmt: skip


def test_every_end_of_the_table_has_its_cause() -> None:
    ends = {
        (state.value, action.value, party)
        for (state, action), step in ORDER.table.items()
        for party in step.who - {P.SYSTEM}
        if state and step.to in {S.REJECTED, S.CANCELLED}
    }
    assert ends == set(ENDS)


@pytest.mark.parametrize(("end", "cause"), ENDS.items(), ids=lambda end: "-".join(map(str, end)))
def test_the_cause_of_an_end(end: tuple[str, str, Party], cause: str) -> None:
    state, action, party = end
    assert cause_of(S(state), A(action), party, Reason.NO_CAPACITY) == cause


@pytest.mark.parametrize("state", [s for s in S if ORDER.allows(s, A.CANCEL)])
def test_a_withdrawn_consent_is_the_patients_affair_wherever_the_order_stands(state: S) -> None:
    assert cause_of(state, A.CANCEL, P.SYSTEM, Reason.CONSENT_WITHDRAWN) is OrderCause.PATIENT
    lost = state is S.LOST  # there the carrier comes first, unless nobody may go on
    unavailable = cause_of(state, A.CANCEL, P.CLINIC, Reason.PATIENT_UNAVAILABLE)
    assert unavailable is (OrderCause.CARRIER if lost else OrderCause.PATIENT)


@pytest.mark.parametrize(
    ("action", "party", "cause"),
    [
        (A.ACCEPT, P.LAB, OrderCause.LAB),
        (A.DELIVER, P.CLINIC, OrderCause.CLINIC),
        (A.DELIVER, P.ADMIN, OrderCause.PLATFORM),
        (A.COMPLETE, P.SYSTEM, OrderCause.PLATFORM),
        (A.REQUEST_REMAKE, P.CLINIC, OrderCause.LAB),
        (A.REQUEST_RESCAN, P.LAB, OrderCause.CLINIC),
        (A.REPORT_LOST, P.CLINIC, OrderCause.CARRIER),
        (A.REPORT_LOST, P.LAB, OrderCause.CARRIER),
        (A.CORRECT, P.SYSTEM, OrderCause.CLINIC),
    ],
)
def test_whose_affair_other_steps_are(action: A, party: P, cause: OrderCause) -> None:
    assert cause_of(S.DELIVERED, action, party) is cause


def test_each_cause_says_what_becomes_of_the_price() -> None:
    assert {(c.value, paid): PAYMENTS[c, paid].settlement for c, paid in PAYMENTS} == BACK
    assert set(PAYMENTS) == set(product(OrderCause, (False, True)))
    assert all(payment.bearer for payment in PAYMENTS.values())


def test_what_ends_without_the_work() -> None:
    assert {A.REJECT, A.CANCEL, A.GIVE_BACK} == ENDING
    assert set(Settlement) == {p.settlement for p in PAYMENTS.values()}
