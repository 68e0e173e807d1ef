"""Payouts in the run of money: asked for, approved, out; what the bank tells, twice and late."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from core.units import UnitOfWork
from tests.soak.money_gateway import GatewayOperations
from tests.soak.money_world import LABS
from wallet.payouts import approving, asking, booking, methods, results
from wallet.payouts.requests.payouts import (
    ApprovePayout,
    CancelPayout,
    RejectPayout,
    RequestPayout,
    SetPayoutMethod,
)
from wallet.payouts.requests.results import RecordPayoutResult
from wallet.payouts.states import PayoutAction

#: The least and the most that is asked for: from two lakh rupees on two admins have to approve.
_LEAST, _MOST = 10_000, 19_999_999
#: What may come next, by where a payout stands.
_NEXT = {
    "requested": ("approve", "approve", "approve", "reject", "cancel"),
    "approved": ("export", "export", "export", "reject"),
    "exported": ("paid", "paid", "failed", "returned"),
    "paid": ("paid", "paid", "returned"),
}
#: Where a step leads.
_LEADS = {
    "approve": "approved",
    "export": "exported",
    "reject": "rejected",
    "cancel": "cancelled",
    "failed": "failed",
    "paid": "paid",
    "returned": "returned",
}


@dataclass
class AskedPayout:
    """A payout that was asked for, and where it stands."""

    id: str
    lab: str
    paise: int
    state: str = "requested"


class PayoutOperations(GatewayOperations):
    """Labs that are paid out."""

    def __init__(self, seed: int, days: float) -> None:
        super().__init__(seed, days)
        self.payouts: list[AskedPayout] = []
        for number, lab in enumerate(LABS):
            account = {"holder": "A lab", "account_number": f"{number:012d}", "ifsc": "HDFC0001234"}
            body = SetPayoutMethod.model_validate(account)
            methods.set_method(self.ctx(lab), body)
        self.at += timedelta(days=1)  # so long payouts to a new account wait

    def ask_for_payout(self) -> None:
        """A lab asks for what it has, or for more."""
        lab = self.drawn.choice([*LABS])
        balance = self.books.balances[lab]
        most = min(_MOST, max(_LEAST, balance.available + balance.available // 4))
        paise = self.drawn.randint(_LEAST, most)
        covered = paise <= balance.available  # granted credit is never paid out
        body, made = RequestPayout(paise=paise, idempotency_key=self.key()), list[str]()
        ended = self.ends(lambda: made.append(asking.request(self.ctx(lab), body).payout_id))
        assert ended == (None if covered else "insufficient-funds")
        if covered:
            self.set_aside(lab, paise)
            self.payouts.append(AskedPayout(made[-1], lab, paise))

    def move_payout(self) -> None:
        """A payout goes on, or the bank tells of it, once more too."""
        going = [each for each in self.payouts[-50:] if each.state in _NEXT]
        if not going:
            return
        found = self.drawn.choice(going)
        step = self.drawn.choice(_NEXT[found.state])
        balance = self.books.balances[found.lab]
        if step in {"approve", "export"} and balance.available < 0:
            return  # a lab in debt is not paid
        assert self.ends(self._doing(found.id, step)) is None, step
        was, found.state = found.state, _LEADS[step]
        if found.state == was:
            return
        if step in {"reject", "cancel", "failed"}:
            self.set_aside(found.lab, -found.paise)
        elif step in {"paid", "returned"}:
            balance.held -= found.paise if was == "exported" else 0
            balance.available += found.paise if step == "returned" else 0

    def _doing(self, payout_id: str, step: str) -> Callable[[], object]:
        """As people do a step; the file for the bank, which needs a bucket, is left out."""
        named: dict[str, Any] = {"payout_id": payout_id}
        if step == "approve":
            return lambda: approving.approve(self.ctx(), ApprovePayout(**named))
        if step == "cancel":
            lab = next(each.lab for each in self.payouts if each.id == payout_id)
            return lambda: asking.cancel(self.ctx(lab), CancelPayout(**named))
        if step == "reject":
            body = RejectPayout.model_validate({**named, "refusal": "dispute"})
            return lambda: approving.reject(self.ctx(), body)
        if step == "export":
            return lambda: self.store.run(lambda unit: self._export(unit, payout_id))
        said = {"failure": "account_closed"}
        if step == "paid":
            said = {"utr": f"HDFCN{payout_id[:11]}"}
        told = RecordPayoutResult.model_validate({**named, "result": step, **said})
        return lambda: results.record(self.ctx(), told)

    def _export(self, unit: UnitOfWork, payout_id: str) -> None:
        payout = booking.found(unit, payout_id)
        if payout.state == "approved":
            booking.take(unit, self.ctx(), payout, PayoutAction.EXPORT)
