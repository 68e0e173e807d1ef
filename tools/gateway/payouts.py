"""A stand-in for RazorpayX: payouts, as far as Scanner makes them, held to what the real demands.

Sources: https://razorpay.com/docs/api/x/payout-composite/create/bank-account/ (fields, `narration`
of at most 30 letters, digits and spaces, `queue_if_low_balance`, amounts from 100),
https://razorpay.com/docs/api/x/payout-idempotency/make-request (the header of 4 to 36 characters
has to be there; the same key with another body is refused),
https://razorpay.com/docs/webhooks/payouts/.
"""

from __future__ import annotations

import re
import secrets
import time
from dataclasses import dataclass, field

from tools.gateway.listing import Query, RefusedError
from tools.gateway.records import Json

#: The account that payouts are made from here.
ACCOUNT = "7878780080316316"
#: RTGS takes no less, UPI no more: two lakh rupees, a lakh of rupees.
_RTGS_FROM, _UPI_TO = 20_000_000, 10_000_000
_STATUSES = frozenset({"processed", "failed", "reversed", "rejected", "updated"})


@dataclass
class PayoutBook:
    """The payouts of one account.

    Attributes:
        balance: what the account has, in paise; a payout that it is too low for is queued.
    """

    balance: int = 10**12
    payouts: dict[str, Json] = field(default_factory=dict)
    _asked: dict[str, tuple[Json, str]] = field(default_factory=dict)

    def answer(self, method: str, query: Query, body: Json) -> Json:
        """Answer a request to the payouts API.

        Raises:
            RefusedError.
        """
        if method == "POST":
            return self._make(dict(body))
        if query.get("account_number") != [ACCOUNT]:
            raise RefusedError(400, "The account number is invalid.")
        wanted = query.get("reference_id", [])
        items = [p for p in self.payouts.values() if not wanted or p["reference_id"] in wanted]
        return {"entity": "collection", "count": len(items), "items": items[::-1]}

    def settle(self, payout_id: str, status: str) -> Json:
        """Have the bank do something with a payout; the payout as it is then.

        It is named by its id, or by its reference.

        Raises:
            RefusedError: there is no such payout, or no such status.
        """
        own = (each for each in self.payouts.values() if each["reference_id"] == payout_id)
        payout = self.payouts.get(payout_id) or next(own, None)
        if payout is None or status not in _STATUSES:
            raise RefusedError(400, "The id provided does not exist")
        if status == "updated":
            return payout
        before = payout["status"]
        if before == "processed" and status != "reversed":
            raise RefusedError(400, f"A payout that is {before} is not {status}")
        payout["status"] = status
        if status in {"processed", "reversed"}:
            payout["utr"] = payout["utr"] or f"STAND{secrets.randbelow(10**11):011d}"
        if status != "processed":
            self.balance += payout["amount"]
        return payout

    def _make(self, body: Json) -> Json:
        key = body.pop("idempotency", "")
        if not re.fullmatch(r"[A-Za-z0-9_ -]{4,36}", key):
            raise RefusedError(400, "Idempotency key is missing or has another form")
        if key in self._asked:
            before, made = self._asked[key]
            if before != body:
                raise RefusedError(400, "Different request body sent for the same Idempotency Key.")
            return self.payouts[made]
        if fault := _fault(body):
            raise RefusedError(400, fault)
        enough = body["amount"] <= self.balance
        if not enough and not body.get("queue_if_low_balance"):
            raise RefusedError(400, "Your account does not have enough balance")
        self.balance -= body["amount"] if enough else 0
        payout = {
            "id": f"pout_{secrets.token_hex(7)}",
            "entity": "payout",
            "fund_account_id": f"fa_{secrets.token_hex(7)}",
            "amount": body["amount"],
            "currency": "INR",
            "notes": [],
            "fees": 0,
            "tax": 0,
            "status": "processing" if enough else "queued",
            "utr": None,
            "mode": body["mode"],
            "purpose": body["purpose"],
            "reference_id": body.get("reference_id"),
            "narration": body.get("narration"),
            "status_details": None,
            "created_at": int(time.time()),
        }
        self.payouts[payout["id"]] = payout
        self._asked[key] = (body, payout["id"])
        return payout


def _fault(body: Json) -> str:
    """Say what is wrong with what is asked for; nothing where all is right."""
    amount, mode = body.get("amount"), body.get("mode")
    if body.get("account_number") != ACCOUNT:
        return "The account number is invalid."
    if type(amount) is not int or amount < 100 or body.get("currency") != "INR":
        return "Minimum transaction amount should be 100 paise"
    if not re.fullmatch(r"[A-Za-z0-9 ]{0,30}", body.get("narration", "")):
        return "The narration may not be greater than 30 characters, or special."
    if len(body.get("reference_id", "")) > 40 or not body.get("purpose"):
        return "The reference id may not be greater than 40 characters."
    if (mode == "RTGS" and amount < _RTGS_FROM) or (mode == "UPI" and amount > _UPI_TO):
        return f"The amount is not one of {mode}"
    return _fault_of_account(body.get("fund_account", {}), str(mode))


def _fault_of_account(account: Json, mode: str) -> str:
    contact = account.get("contact", {})
    if not re.fullmatch(r"[A-Za-z0-9 .,&'()/-]{3,50}", contact.get("name", "")):
        return "The contact name is invalid."
    if account.get("account_type") == "vpa":
        address = account.get("vpa", {}).get("address") or ""
        return "" if mode == "UPI" and "@" in address else "Invalid VPA, or mode"
    bank = account.get("bank_account", {})
    if mode not in {"NEFT", "RTGS", "IMPS"} or account.get("account_type") != "bank_account":
        return "The mode is invalid for this account"
    if not re.fullmatch(r"[A-Z]{4}0[A-Z0-9]{6}", bank.get("ifsc") or ""):
        return "Invalid IFSC Code"
    if not re.fullmatch(r"[0-9]{5,35}", bank.get("account_number") or ""):
        return "Invalid Bank account number"
    return "" if bank.get("name") else "The name is required."
