"""The money of the day: prices, filled wallets, an invoice, payouts. Amounts in paise."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from core.access import Role
from tools.client import Person, wait_for
from tools.gateway import act_at, settle_at
from tools.seed.asking import ask
from tools.seed.earlier import Earlier
from tools.seed.plan import ORGANISATIONS

if TYPE_CHECKING:
    from tools.seed.accounts import Accounts
    from tools.seed.plan import Plan, SeededPerson

PRICES = {
    "visit": 150_000,
    "tax": 1_800,
    "late_cancellation": 5_000,
    "no_show": 10_000,
    "low_balance": 300_000,
    "commission": 1_000,
}
#: What a clinic had yesterday, and what it pays in today.
OPENING, TOP_UP = 5_000_000, 1_000_000
PAYOUT = 100_000
#: The account is older than payouts to a new one wait.
_SINCE = timedelta(days=3)
_ACCOUNT = {"account_number": "050100123456789", "ifsc": "HDFC0001234"}


def publish(admin: Person, accounts: Accounts, plan: Plan) -> None:
    """Publish the prices; on a suite that others use, as a tariff of these organisations alone."""
    if plan.past:
        known = admin.call("wallet/get_prices")["price_list"]
        ask(admin, "wallet/publish_prices", replaces=known, prices=PRICES)
        return
    ask(admin, "wallet/publish_prices", tariff="seeded-day", replaces=0, prices=PRICES)
    for planned in plan.people:
        if planned.owner and planned.org in accounts.orgs:
            wallet = {"wallet_id": accounts.org_of(planned), "kind": planned.role.value}
            admin.call("wallet/set_terms", **wallet, tariff="seeded-day")


def open_wallet(owner: Person, planned: SeededPerson, accounts: Accounts, plan: Plan) -> None:
    """Enter who pays and is paid; fill the wallet of a clinic, say where a lab is paid."""
    org = ORGANISATIONS[planned.org]
    address = f"{org.address}, {org.city} {org.pincode}"
    billing = {"legal_name": f"{org.name} LLP", "address": address, "state": org.state}
    owner.call("wallet/set_billing", billing=billing)
    past = datetime.now(UTC) - _SINCE
    admin = accounts[next(p.key for p in plan.people if p.role is Role.ADMIN)]
    if planned.role is Role.LAB:
        if plan.past:
            method = {"holder": f"{org.name} LLP".replace("'", ""), **_ACCOUNT}
            Earlier(owner, past).call("wallet/set_payout_method", **method)
        return
    given = {"wallet_id": accounts.org_of(planned), "kind": planned.role.value, "paise": OPENING}
    giver = Earlier(admin, past) if plan.past else admin
    ask(giver, "wallet/adjust_wallet", **given, reason="Brought forward.")
    started = ask(owner, "payments/start_top_up", paise=TOP_UP)
    act_at(started["order_id"], "pay")


def invoice(owner: Person) -> list[str]:
    """Have what is due made out; the numbers of the documents."""
    return [str(number) for number in owner.call("wallet/issue_invoices")["numbers"]]


def pay_out(lab: Person, admin: Person) -> tuple[str, str]:
    """Pay a lab through the gateway, and leave a second payout waiting for an admin; their ids."""
    earned = wait_for(lambda: lab.call("wallet/get_balance")["available"], what="nothing earned")
    paid, waiting = (
        str(ask(lab, "wallet/request_payout", paise=min(PAYOUT, earned // 2))["payout_id"])
        for _ in range(2)
    )
    admin.call("wallet/approve_payout", payout_id=paid)
    admin.call("payments/send_payouts", payout_ids=[paid])
    settle_at(paid, "processed")
    return paid, waiting
