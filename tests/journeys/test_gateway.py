"""Money at the gateway: a webhook that was lost, and a bank that takes a payment back."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta

from core.clock import day_of
from tests.journeys.steps import ask, inbox
from tests.support.people import Cast
from tools.client import Person, wait_for
from tools.gateway import act_on_at


def paid(person: Person, paise: int, **how: int) -> str:
    """Pay in; the gateway's payment."""
    started = ask(person, "payments/start_top_up", paise=paise)
    return str(act_on_at("orders", started["order_id"], "pay", **how)["id"])


def balance(person: Person) -> tuple[int, int]:
    """What a wallet has available, and what it has set aside."""
    found = person.call("wallet/get_balance")
    return found["available"], found["held"]


def hears(person: Person, *kinds: str) -> None:
    """Wait until notices have arrived."""
    wait_for(lambda: set(kinds) <= inbox(person), what=f"no notice of {kinds}")


def test_a_webhook_that_was_lost_for_a_day_is_reconciled(cast: Cast) -> None:
    clinic = cast.member()
    payment = paid(clinic, 50_000, unheard=1)
    refund = act_on_at("payments", payment, "refund", amount=20_000, unheard=1)["id"]
    assert balance(clinic) == (0, 0)

    today = day_of(datetime.now(UTC))
    days = {"first_day": str(today - timedelta(days=1)), "last_day": str(today)}
    found = cast.admin.call("payments/reconcile_payments", **days)
    assert {payment, refund} <= set(found["booked"])
    assert found["next_day"] is None
    assert not {payment, refund} & {each["subject"] for each in found["differences"]}
    assert balance(clinic) == (30_000, 0)
    hears(clinic, "payment_received", "payment_refunded")

    again = cast.admin.call("payments/reconcile_payments", **days)
    assert not {payment, refund} & set(again["booked"])
    assert balance(clinic) == (30_000, 0)


def test_a_dispute_that_is_lost_leaves_a_debt_where_the_money_is_spent(cast: Cast) -> None:
    clinic = cast.member()
    payment = paid(clinic, 50_000)
    wallet = clinic.call("wallet/get_balance")["wallet_id"]
    spent = {"wallet_id": wallet, "kind": "clinic", "paise": -20_000, "reason": "Spent."}
    ask(cast.admin, "wallet/adjust_wallet", **spent)

    dispute = act_on_at("payments", payment, "dispute")
    assert dispute["delivered"] == [200]
    assert balance(clinic) == (-20_000, 50_000)
    hears(clinic, "payment_disputed")

    assert act_on_at("disputes", dispute["id"], "lose")["delivered"] == [200]
    assert balance(clinic) == (-20_000, 0)
    hears(clinic, "dispute_lost")
    lines = clinic.call("wallet/get_statement")["lines"]
    kinds = ["dispute_loss", "dispute_hold", "adjustment", "top_up"]
    assert [line["kind"] for line in lines] == kinds

    paid(clinic, 60_000)
    assert balance(clinic) == (40_000, 0)
    verify = [sys.executable, "-m", "tools.scannerctl", "wallet", "verify", wallet]
    verified = subprocess.run(verify, capture_output=True, text=True, check=False)
    assert verified.returncode == 0, verified.stdout + verified.stderr
