"""The money of an order: held when it is placed, paid to the lab when it is delivered.

It goes back where the order ends without the work; labs decides which it is.
"""

from typing import Any

from core.access import Role
from core.context import Context
from core.units import UnitOfWork
from wallet.fees.holding import HELD_FOR
from wallet.ledger import chart, operations
from wallet.ledger.accounting_periods import financial_year
from wallet.ledger.charges import Charge, part
from wallet.ledger.deductions import Deduction
from wallet.ledger.errors import BillingMissing, InsufficientFunds
from wallet.ledger.journal import Journal, PostingRequest
from wallet.ledger.models import Hold, HoldState, Posting, TransactionKind, Wallet
from wallet.ledger.refunds import refundable
from wallet.ledger.subjects import Subject
from wallet.ledger.terms import SaleItem, Terms, Withholding
from wallet.prices import tariffs
from wallet.withholding import rates


class OrderMoney:
    """The money of one unit's order: `hold`, `deliver`, `give_back` and `refund` read it.

    `write` writes it, and comes first among the unit's writes.
    """

    def __init__(self, unit: UnitOfWork, ctx: Context) -> None:
        self._unit, self._ctx = unit, ctx
        self._journal = Journal(unit, ctx.clock.now())
        self._of_labs: dict[str, Terms | None] = {}

    def obstacles(self, clinic_id: str, lab_id: str, paise: int) -> list[dict[str, Any]]:
        """Return what `hold` would refuse, each with its reason. Three reads, shared with it."""
        found: list[dict[str, Any]] = []
        if missing := self._journal.wallet(clinic_id, Role.CLINIC).lacks(paise):
            found.append({"reason": InsufficientFunds.reason, "missing_paise": missing})
        if self._terms(lab_id) is None:
            found.append({"reason": BillingMissing.reason})
        return found

    def hold(
        self, clinic_id: str, lab_id: str, order_id: str, paise: int, subject: Subject | None = None
    ) -> None:
        """Set an order's price aside, under the lab's terms of now. Three reads, four writes.

        One write more where it is the first under the lab's billing details.

        Raises:
            BillingMissing: the lab could not be charged its commission.
            InsufficientFunds.
        """
        terms = self._terms(lab_id)
        if terms is None:
            raise BillingMissing
        wallet = self._journal.wallet(clinic_id, Role.CLINIC)
        now = self._ctx.clock.now()
        made = Hold(
            reference=f"orders/{order_id}",
            subject=subject,
            amount=paise,
            terms=terms,
            made_at=now,
            expires_at=now + HELD_FOR,
        )
        self._journal.use_details(lab_id)
        operations.hold(self._journal, self._order(order_id, "hold"), wallet, made)

    def deliver(self, clinic_id: str, lab_id: str, order_id: str) -> None:
        """Pay the lab what was held, less the commission, the tax on it, and what is withheld.

        Three reads, six writes. A hold that expired meanwhile is made anew.

        Raises:
            InsufficientFunds: the hold expired, and the wallet is too low by now.
        """
        found = self._found(clinic_id, order_id)
        if found is None or found.terms is None:
            return
        wallet = self._journal.wallet(clinic_id, Role.CLINIC)
        lab = self._journal.wallet(lab_id, Role.LAB)
        hold_id = found.id
        if found.state is not HoldState.OPEN:
            again = self._order(order_id, "hold-again")
            made = found.model_copy(update={"state": HoldState.OPEN, "released": 0})
            hold_id = operations.hold(self._journal, again, wallet, made).id
            wallet = self._journal.wallet(clinic_id, Role.CLINIC)
        withheld = self._withheld(found.amount, lab, wallet)
        shares = _shares(found.amount, found.terms, lab, withheld)
        sale = found.terms.sale(SaleItem.COMMISSION, lab_id, withheld)
        operations.capture(
            self._journal, self._order(order_id, "end"), wallet, hold_id, shares, sale
        )

    def give_back(self, clinic_id: str, order_id: str) -> None:
        """Give back what was held, unless it expired. Two reads, four writes."""
        found = self._found(clinic_id, order_id)
        if found is None or found.state is not HoldState.OPEN:
            return
        wallet = self._journal.wallet(clinic_id, Role.CLINIC)
        operations.release(self._journal, self._order(order_id, "end"), wallet, found.id)

    def refund(self, clinic_id: str, order_id: str) -> None:
        """Give back all that is left of what was paid: the lab its share, the platform the rest.

        Four reads, six writes; nothing where nothing was paid, or an admin gave it all back.

        Raises:
            InsufficientFunds: the lab has spent its share.
        """
        captured = self._journal.transaction(self._order(order_id, "end").transaction_id)
        if captured is None or captured.kind is not TransactionKind.CAPTURE:
            return
        hold_id = captured.follows or ""
        hold = self._journal.hold(clinic_id, hold_id)
        if hold is None:
            return
        wallet = self._journal.wallet(clinic_id, Role.CLINIC)
        gained = operations.gained(self._journal, captured, wallet)
        found = refundable(captured, gained, hold, self._ctx.clock.now())
        if not found.left:
            return
        operations.refund(
            self._journal,
            self._order(order_id, "refund"),
            wallet,
            hold_id,
            found.given(found.left),
            "The order ended without the work.",
            sale=found.sale_of(captured, hold, found.left),
        )

    def write(self) -> None:
        """Write what was held or settled."""
        self._journal.write()

    def _withheld(self, paise: int, lab: Wallet, clinic: Wallet) -> Withholding:
        """Return what is withheld of a sale, which counts among the lab's of the year then."""
        now = self._ctx.clock.now()
        found = rates.withheld(paise, lab, clinic, now)
        self._journal.use_details(lab.id)
        self._journal.count_sale(lab.id, financial_year(now), found.value)
        return found

    def _terms(self, lab_id: str) -> Terms | None:
        """Return the lab's terms; None where a commission is due and nobody could be billed it."""
        if lab_id not in self._of_labs:
            lab = self._journal.wallet(lab_id, Role.LAB)
            number, listed = tariffs.current(self._unit, lab.tariff)
            nameless = listed.commission > 0 and lab.billing is None
            self._of_labs[lab_id] = (
                None if nameless else tariffs.agreed(lab.tariff, number, listed, lab)
            )
        return self._of_labs[lab_id]

    def _found(self, clinic_id: str, order_id: str) -> Hold | None:
        hold_id = self._order(order_id, "hold").transaction_id
        found = self._journal.hold(clinic_id, hold_id)
        return found.placed(clinic_id, hold_id) if found else None

    def _order(self, order_id: str, step: str) -> PostingRequest:
        """Return the order of one step of the ledger: held once, and ended once."""
        return PostingRequest(self._ctx.caller.uid, f"orders/{order_id}/{step}", order_id)


def _shares(paise: int, terms: Terms, lab: Wallet, withheld: Withholding) -> list[Posting]:
    """Split an order's price: the lab's, but for the commission, its tax, and what is withheld."""
    listed = terms.prices
    commission = Charge.on(part(paise, listed.commission), listed.tax, same_state=terms.same_state)
    deduction = Deduction.under(withheld)
    rest = paise - commission.gross - deduction.total
    share = Posting(account=chart.available(lab.kind, lab.id), paise=rest)
    return [share, *commission.postings(), *deduction.postings()]
