"""What goes back of a payment at the gateway, or may: its refunds and disputes, and their bookings.

The gateway tells of them twice, late and in any order, and before the payment itself. What it says
is taken into documents first, by the state tables; then everything is booked that follows from the
documents and is not booked yet. So each order of events ends in the same balances.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import TypeVar

from core.units import UnitOfWork
from messaging.service import Notice
from wallet.ledger import gateway_operations
from wallet.ledger.journal import Journal, PostingRequest
from wallet.ledger.models import HoldState, Transaction, Wallet
from wallet.payments.entities import ReportedDispute, ReportedRefund
from wallet.payments.models import (
    Dispute,
    DisputeState,
    GatewayRefund,
    Outcome,
    Payment,
    PaymentState,
    RefundState,
)
from wallet.payments.states import (
    DISPUTE,
    KEPT,
    REFUND,
    UNDECIDED,
    DisputeAction,
    RefundAction,
)

C = TypeVar("C", GatewayRefund, Dispute)

_Post = Callable[..., Transaction]


class Claims:
    """The refunds and disputes of one payment in a unit: read, taken in, booked, then written.

    `payment` is the payment as the unit leaves it.
    """

    def __init__(self, unit: UnitOfWork, payment: Payment) -> None:
        """Read all that the payment names: a read each."""
        self._unit = unit
        self.payment = payment
        refunds = (unit.get(GatewayRefund, each) for each in payment.refunds)
        disputes = (unit.get(Dispute, each) for each in payment.disputes)
        self.refunds = {found.id: found for found in refunds if found is not None}
        self.disputes = {found.id: found for found in disputes if found is not None}
        self._before: dict[str, GatewayRefund | Dispute] = {**self.refunds, **self.disputes}

    # --- taking in ----------------------------------------------------------------------------

    def take_refund(self, told: ReportedRefund, action: RefundAction, now: datetime) -> Outcome:
        """Take in what is told of a refund; `RECORDED` where it was news.

        Whatever is told of one first, it was asked for before.
        """
        before = self.refunds.get(told.id)
        if misfit := self._misfit(told, before):
            return misfit
        made = before or GatewayRefund(
            payment_id=self.payment.id,
            gateway_payment=told.payment_id,
            paise=told.amount,
            state=RefundState.PENDING,
            first_told_at=now,
        ).placed(told.id)
        to = next(iter(REFUND.ends(action)))
        if not REFUND.allows(made.state, action) and (before or made.state is not to):
            return Outcome.ALREADY_BOOKED if made.state is to else Outcome.TOO_LATE
        self.refunds[told.id] = made.model_copy(update={"state": to})
        return Outcome.RECORDED

    def take_dispute(
        self, told: ReportedDispute, action: DisputeAction, said_at: datetime, now: datetime
    ) -> Outcome:
        """Take in what is told of a dispute; `RECORDED` where it was news.

        Whatever is told of one first, it was raised before.
        """
        before = self.disputes.get(told.id)
        if misfit := self._misfit(told, before):
            return misfit
        made = before or Dispute(
            payment_id=self.payment.id,
            gateway_payment=told.payment_id,
            paise=told.amount,
            state=DisputeState.OPEN,
            said_at=said_at,
            first_told_at=now,
        ).placed(told.id)
        to = next(iter(DISPUTE.ends(action)))
        reversed_ = made.state is DisputeState.LOST and to is DisputeState.WON
        if reversed_ and said_at > made.said_at:
            return Outcome.CONTRADICTED
        if not DISPUTE.allows(made.state, action) and (before or made.state is not to):
            return Outcome.ALREADY_BOOKED if made.state is to else Outcome.TOO_LATE
        if to in UNDECIDED and said_at < made.said_at:
            return Outcome.TOO_LATE
        answer = told.respond_by
        self.disputes[told.id] = made.model_copy(
            update={
                "state": to,
                "said_at": max(said_at, made.said_at),
                "deducted": told.amount_deducted if to is DisputeState.LOST else 0,
                "respond_by": datetime.fromtimestamp(answer, UTC) if answer else made.respond_by,
            }
        )
        return Outcome.RECORDED

    def _misfit(
        self, told: ReportedRefund | ReportedDispute, before: GatewayRefund | Dispute | None
    ) -> Outcome | None:
        if told.currency != self.payment.currency:
            return Outcome.WRONG_CURRENCY
        changed = before is not None and before.paise != told.amount
        fits = 0 < told.amount <= self.payment.paise and not changed
        return None if fits else Outcome.WRONG_AMOUNT

    def outcome(self, claim_id: str) -> Outcome:
        """Judge what became of a refund or dispute that was taken in, after `book`."""
        claim = self.refunds.get(claim_id) or self.disputes[claim_id]
        if self.payment.state is PaymentState.PAID and not self._credited(claim):
            return Outcome.NOT_CREDITED
        credited = self._credited(claim)
        unbooked = claim.state is RefundState.PROCESSED and claim.transaction_id is None
        if credited and unbooked:
            return Outcome.WRONG_AMOUNT
        if isinstance(claim, Dispute) and claim.deducted > claim.paise:
            return Outcome.DEDUCTED_OTHERWISE
        if credited and self._returned() > self.payment.paise:
            return Outcome.RETURNED_TWICE
        same = dict(self._before.get(claim_id) or ()).items()
        booked = {"transaction_id", "reversal_id", "hold_id"}
        moved = any(n in booked and (n, v) not in same and v for n, v in claim)
        return Outcome.BOOKED if moved else Outcome.RECORDED

    # --- booking ------------------------------------------------------------------------------

    def book(self, journal: Journal) -> list[Notice]:
        """Post all that follows and is not posted yet; what the payer is to be told of it.

        Nothing until the payment itself is credited, and for claims of other payments than that
        one. A read of the wallet, and one of the hold for each dispute that is open.
        """
        refunds = [found for found in self.refunds.values() if self._credited(found)]
        disputes = [found for found in self.disputes.values() if self._credited(found)]
        told: list[Notice] = []
        for refund in sorted(refunds, key=lambda each: each.id):
            told += self._book_refund(journal, refund)
        for dispute in sorted(disputes, key=lambda each: each.id):
            told += self._book_dispute(journal, dispute)
        return told

    def _book_refund(self, journal: Journal, found: GatewayRefund) -> Iterator[Notice]:
        at = f"{GatewayRefund.path_for(found.id)}"
        post = gateway_operations
        taken = found.transaction_id is not None
        if found.state is RefundState.PROCESSED and not taken and self._fits(found):
            booked = self._post(journal, f"{at}/taken", post.refund_payment, found.paise, self._at)
            self.refunds[found.id] = found.model_copy(update={"transaction_id": booked.id})
            yield Notice.PAYMENT_REFUNDED
        if found.state is RefundState.FAILED and taken and found.reversal_id is None:
            booked = self._post(journal, f"{at}/back", post.reverse_refund, found.paise, self._at)
            self.refunds[found.id] = found.model_copy(update={"reversal_id": booked.id})
            yield Notice.REFUND_FAILED

    def _book_dispute(self, journal: Journal, found: Dispute) -> Iterator[Notice]:
        post = gateway_operations
        at = Dispute.path_for(found.id)
        held = self._held(journal, found)
        if found.state in UNDECIDED and found.hold_id is None:
            booked = self._post(journal, f"{at}/hold", post.hold_disputed, found.paise, self._at)
            self._changed(found, hold_id=booked.id)
            yield Notice.PAYMENT_DISPUTED
        elif found.state in KEPT and held:
            booked = self._post(journal, f"{at}/kept", post.release_disputed, held)
            self._changed(found, transaction_id=booked.id)
            yield Notice.DISPUTE_WON
        elif found.state is DisputeState.LOST and not self._lost(found):
            if held is None:
                key = f"{at}/hold" if found.hold_id is None else f"{at}/hold-again"
                held = self._post(journal, key, post.hold_disputed, found.paise, self._at).id
            taken = min(found.deducted or found.paise, found.paise)
            booked = self._post(journal, f"{at}/lost", post.lose_disputed, held, taken)
            self._changed(found, hold_id=held, transaction_id=booked.id)
            yield Notice.DISPUTE_LOST

    def _post(self, journal: Journal, key: str, post: _Post, *rest: object) -> Transaction:
        payment = self.payment
        order = PostingRequest("system", key, payment.fingerprint)
        return post(journal, order, self._wallet(journal), *rest)

    def _wallet(self, journal: Journal) -> Wallet:
        return journal.wallet(self.payment.wallet_id, self.payment.kind)

    def _held(self, journal: Journal, found: Dispute) -> str | None:
        """Return the id of the hold that still has it set aside, if one has."""
        if found.hold_id is None or self._lost(found):
            return None
        hold = journal.hold(self.payment.wallet_id, found.hold_id)
        return found.hold_id if hold and hold.state is HoldState.OPEN else None

    def _lost(self, found: Dispute) -> bool:
        return found.transaction_id == self._lost_id(found)

    def _lost_id(self, found: Dispute) -> str:
        return PostingRequest("", f"{Dispute.path_for(found.id)}/lost", "").transaction_id

    def _changed(self, found: Dispute, **fields: str) -> None:
        self.disputes[found.id] = found.model_copy(update=fields)

    @property
    def _at(self) -> str:
        return Payment.path_for(self.payment.id)

    def _credited(self, claim: GatewayRefund | Dispute) -> bool:
        return claim.gateway_payment == self.payment.gateway_payment

    def _fits(self, found: GatewayRefund) -> bool:
        """Tell whether no more is refunded than was paid, with this one."""
        return self._refunded() + found.paise <= self.payment.paise

    def _refunded(self) -> int:
        out = (each for each in self.refunds.values() if each.transaction_id)
        return sum(each.paise for each in out if not each.reversal_id)

    def _returned(self) -> int:
        lost = (each for each in self.disputes.values() if self._lost(each))
        return self._refunded() + sum(each.deducted or each.paise for each in lost)

    # --- writing ------------------------------------------------------------------------------

    def write(self) -> dict[str, object]:
        """Write what is new or changed; return the fields of the payment that say so."""
        changed = 0
        for claim in self._all():
            before = self._before.get(claim.id)
            if before is None:
                self._unit.create(claim, claim.id)
            elif before != claim:
                pairs = dict(before).items()
                self._unit.change(before, **{n: v for n, v in claim if (n, v) not in pairs})
            changed += before != claim
        named = {"refunds": sorted(self.refunds), "disputes": sorted(self.disputes)}
        return {**named, "changes": self.payment.changes + changed}

    def _all(self) -> list[GatewayRefund | Dispute]:
        return [*self.refunds.values(), *self.disputes.values()]
