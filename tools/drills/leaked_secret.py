"""The secret that events are signed with is known to somebody: it is changed, and money is righted.

The commands are those of docs/operations/drills/leaked-secret.md.
"""

from __future__ import annotations

import os
import secrets
from typing import Any

import requests

from tools.client import Person
from tools.demo.asking import ask
from tools.demo.steps import Steps
from tools.drills.acting import (
    answered_by,
    around_today,
    available,
    clinic_and_admin,
    expect,
    scannerctl,
    told_of,
)
from tools.gateway import WEBHOOK_SECRET, act_on_at, delivery, payment_of

_PAISE = 410_000


def play(steps: Steps) -> list[str]:
    """Play it on the running emulators; return what it has proven.

    Raises:
        StoryEndedError: a step did not go as it should.
    """
    clinic, admin = clinic_and_admin(steps)
    orders = [_order(clinic) for _ in range(4)]
    deployed = f"{os.environ['SCANNER_FUNCTIONS_URL']}/wallet_receive_payment"
    with steps.step("somebody signs an event about a payment that nobody made") as step:
        forged = payment_of(orders[0])
        expect(_sent(deployed, forged, WEBHOOK_SECRET) == 200, "it was refused")
        expect(available(clinic) == _PAISE, "nothing was booked")
        step.found("booked: that is what the secret is worth")
    new = secrets.token_urlsafe(32)
    with answered_by("wallet_receive_payment", RAZORPAY_WEBHOOK_SECRET=new) as released:
        with steps.step("the secret is changed and released; another one is sent") as step:
            answer = _sent(released.url, payment_of(orders[1]), WEBHOOK_SECRET)
            expect(answer == 401, f"it was answered by {answer}")
            step.found("401")
        with steps.step("the gateway signs with the new one") as step:
            paid = _paid(orders[2])
            answer = _sent(released.url, paid, new)
            expect(answer == 200, f"it was answered by {answer}")
            step.found("booked")
        with steps.step("and delivers again what it signed with the old one") as step:
            waiting = _paid(orders[3])
            answer = _sent(released.url, waiting, WEBHOOK_SECRET)
            expect(answer == 401, f"it was answered by {answer}")
            step.found("401, as it cannot be told from what is forged")
    with steps.step("nothing of that is in the wallet") as step:
        found = available(clinic)
        expect(found == 2 * _PAISE, f"{found} paise are there")
        step.found("the first forgery and what was signed with the new secret")
    with steps.step("scannerctl wallet reconcile") as step:
        told = scannerctl("wallet", "reconcile", *around_today(), code=1)
        expect(told_of(told, "booked now", waiting["id"]), told)
        expect(told_of(told, "differs: not_there", forged["id"]), told)
        expect(paid["id"] not in told, told)
        step.found("what was paid is booked; the forgery is named, not_there")
    with steps.step("an admin takes the forgery back") as step:
        wallet = {"wallet_id": clinic.call("wallet/get_balance")["wallet_id"], "kind": "clinic"}
        ask(admin, "wallet/adjust_wallet", **wallet, paise=-_PAISE, reason="Nobody paid it.")
        expect(available(clinic) == 2 * _PAISE, f"{available(clinic)} paise are there")
        step.found("the wallet has what was paid")
    return [
        "events that are signed with the old secret are refused once the new one is released",
        "what the gateway delivers again under the old one is booked by the reconciliation",
        "what was forged before the change is named by it, and can be taken back",
    ]


def _order(clinic: Person) -> dict[str, Any]:
    order_id = ask(clinic, "payments/start_top_up", paise=_PAISE)["order_id"]
    return {"id": order_id, "amount": _PAISE, "currency": "INR"}


def _paid(order: dict[str, Any]) -> dict[str, Any]:
    """Pay an order at the gateway, whose event goes nowhere; return the payment."""
    return payment_of(order, id=act_on_at("orders", order["id"], "pay", unheard=1)["id"])


def _sent(hook: str, payment: dict[str, Any], secret: str) -> int:
    """Deliver an event about a payment; return how it was answered."""
    body, headers = delivery("payment.captured", payment, secret=secret)
    return requests.post(hook, data=body, headers=headers, timeout=60).status_code
