"""The payment gateway is down, and then up again without having told what was paid.

The commands are those of docs/operations/drills/gateway-down.md.
"""

from __future__ import annotations

import uuid
from functools import partial

from tools.demo.steps import Steps
from tools.drills.acting import (
    answered_by,
    around_today,
    available,
    clinic_and_admin,
    expect,
    refused,
    scannerctl,
    told_of,
)
from tools.gateway import act_on_at
from tools.served import free_port

_PAISE = 320_000


def play(steps: Steps) -> list[str]:
    """Play it on the running emulators; return what it has proven.

    Raises:
        StoryEndedError: a step did not go as it should.
    """
    clinic, _ = clinic_and_admin(steps)
    key = str(uuid.uuid4())
    with steps.step("the gateway is down: the clinic sets out to pay in") as step:
        nobody = f"http://127.0.0.1:{free_port()}"
        with answered_by("payments", RAZORPAY_URL=nobody):
            start = partial(clinic.call, "start_top_up", paise=_PAISE, idempotency_key=key)
            refused(start, "payment-gateway-unavailable")
        step.found("refused, payment-gateway-unavailable: call again with the same key")
    with steps.step("what needs no gateway goes on") as step:
        expect(available(clinic) == 0, "something was booked")
        clinic.call("wallet/get_statement")
        step.found("balance and statement are there")
    with steps.step("the gateway is up again: the same key") as step:
        again = partial(clinic.call, "payments/start_top_up", paise=_PAISE, idempotency_key=key)
        order = again()["order_id"]
        expect(again()["order_id"] == order, "a second order was made")
        step.found("one order, however often it is asked for")
    with steps.step("the clinic pays; the event is lost") as step:
        payment = act_on_at("orders", order, "pay", unheard=1)["id"]
        expect(available(clinic) == 0, "it was booked all the same")
        step.found("nothing is booked")
    with steps.step("scannerctl wallet reconcile, as each night") as step:
        told = scannerctl("wallet", "reconcile", *around_today(), code=None)
        expect(told_of(told, "booked now", payment), told)
        expect(not told_of(told, "differs", payment), told)
        expect(available(clinic) == _PAISE, f"{available(clinic)} paise are there")
        step.found("booked")
    with steps.step("once more") as step:
        told = scannerctl("wallet", "reconcile", *around_today(), code=None)
        expect(payment not in told, told)
        expect(available(clinic) == _PAISE, f"{available(clinic)} paise are there")
        step.found("nothing is booked twice")
    return [
        "while the gateway is down, top-ups are refused for that reason, and nothing is half done",
        "the same key goes on afterwards, with one order",
        "what was paid and not told is booked by the reconciliation, once",
    ]
