"""The clinic pays in and is charged for the visit; it gets an invoice, and a part of it back."""

from __future__ import annotations

from tools.client import Person, fetch, wait_for
from tools.demo import refused
from tools.demo.asking import ask, rows
from tools.demo.people import People
from tools.demo.saving import save
from tools.demo.show import console, rupees, statement_table
from tools.demo.steps import Steps, UnexpectedError
from tools.gateway import act_at

_PRICES = {
    "visit": 150_000,
    "tax": 1_800,
    "late_cancellation": 5_000,
    "no_show": 10_000,
    "low_balance": 300_000,
    "commission": 1_000,
}
_BILLING = {
    "legal_name": "Smile Dental Care LLP",
    "address": "12 MG Road, Pune 411001",
    "state": "27",
    "gstin": "27AAPFU0939F1ZV",
}
_PAID_IN = 1_000_000  # paise
_GIVEN_BACK = 59_000


def pay_in(steps: Steps, people: People) -> None:
    """The admin names a price, the clinic pays in through the gateway."""
    clinic, admin = people.clinic, people.admin
    with steps.step("the admin publishes what visits cost") as step:
        before = admin.call("wallet/get_prices")
        replaces = before["price_list"]
        quote = ask(admin, "wallet/publish_prices", replaces=replaces, prices=_PRICES)
        visit = quote["visit"]
        step.found(f"₹{rupees(visit['total'])}, ₹{rupees(visit['tax'])} of it GST")
    with steps.step("the clinic says who pays its invoices") as step:
        answer = clinic.call("wallet/set_billing", billing=_BILLING)
        step.found(f"{answer['billing']['legal_name']}, GSTIN {answer['billing']['gstin']}")
    with steps.step("the clinic sets out to pay in") as step:
        started = ask(clinic, "payments/start_top_up", paise=_PAID_IN)
        step.found(f"₹{rupees(_PAID_IN)}, order {started['order_id']}")
    with steps.step("it pays at a stand-in for the gateway") as step:
        answers = act_at(started["order_id"], "pay")
        if answers != [200, 200]:
            raise UnexpectedError(f"the webhook answered {answers}")
        available = wait_for(lambda: clinic.call("wallet/get_balance")["available"], what="money")
        if available != _PAID_IN:
            raise UnexpectedError(f"₹{rupees(available)} came in")
        step.found(f"two signed events, booked once: ₹{rupees(available)}")


def bill(steps: Steps, people: People, visit_id: str) -> None:
    """The fee was held and captured; the invoice, a refund, the credit note."""
    clinic, admin = people.clinic, people.admin
    with steps.step("the clinic reads its statement") as step:
        lines = list(rows(clinic, "wallet/get_statement", "lines"))
        kinds = [line["kind"] for line in lines[::-1]]
        if kinds != ["top_up", "hold", "capture"]:
            raise UnexpectedError(f"it says {kinds}")
        step.found("paid in, held when the visit was asked for, captured when it was completed")
    console.print(statement_table(lines))
    captured = lines[0]
    if captured["reference"] != f"visits/{visit_id}":
        raise UnexpectedError(f"what was captured is for {captured['reference']}")
    wallet_id = clinic.call("wallet/get_balance")["wallet_id"]
    with steps.step("the clinic asks for its invoice") as step:
        step.found(_paper(clinic, clinic))
    with steps.step("the admin gives a part of the fee back") as step:
        refund = {"transaction_id": captured["transaction_id"], "paise": _GIVEN_BACK}
        ask(
            admin,
            "wallet/refund_transaction",
            wallet_id=wallet_id,
            reason="The operator came late.",
            **refund,
        )
        balance = clinic.call("wallet/get_balance")["available"]
        step.found(f"₹{rupees(_GIVEN_BACK)}; the wallet holds ₹{rupees(balance)}")
    with steps.step("a credit note follows it") as step:
        step.found(_paper(admin, clinic, wallet_id=wallet_id))
    with steps.step("the operator tries to see the wallet") as step:
        refused.read(people.operator, f"wallets/{wallet_id}")
        step.found("denied by the rules")


def _paper(asking: Person, clinic: Person, **named: str) -> str:
    """Have what is due made out, and fetch it; says what it is and where it was saved."""
    (number,) = asking.call("wallet/issue_invoices", **named)["numbers"]
    link = clinic.call("wallet/get_invoice_link", invoice_id=number)
    pdf = fetch(link["url"])
    if not pdf.startswith(b"%PDF-"):
        raise UnexpectedError(f"{number} is not a PDF")
    return f"{number}, {save(pdf, link['file_name'])}"
