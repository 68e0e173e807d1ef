"""The fee of a visit: held when it is asked for, captured, kept or given back at its end."""

from core.access import Role
from core.context import Context
from core.reading import Key
from core.units import UnitOfWork
from messaging.service import Audience, Notice, notify
from wallet.fees.holding import HELD_FOR
from wallet.ledger import operations
from wallet.ledger.errors import BillingMissing
from wallet.ledger.journal import Journal, PostingRequest
from wallet.ledger.models import Hold, HoldState, Wallet
from wallet.ledger.subjects import Subject
from wallet.ledger.terms import SaleItem, Terms
from wallet.prices import tariffs
from wallet.prices.errors import PricesChanged


class Fees:
    """Fees of the visits of one unit; one wallet may pay for several.

    `hold` and `settle` read; `write` writes it all, and comes first among the unit's writes.
    """

    def __init__(self, unit: UnitOfWork, ctx: Context) -> None:
        self._unit, self._ctx = unit, ctx
        self._journal = Journal(unit, ctx.clock.now())
        self._low: set[str] = set()

    def hold(self, clinic_id: str, visit_id: str, shown: int, on: str | None = None) -> None:
        """Set a visit's fee aside, at the prices that were shown; nothing where visits are free.

        `on` is the first day that it is asked for. Two reads; three writes and the wallet's, and
        one more where the balance falls below the tariff's low mark.

        Raises:
            PricesChanged: another price list than the one that was shown applies.
            BillingMissing, InsufficientFunds.
        """
        wallet = self._journal.wallet(clinic_id, Role.CLINIC)
        number, listed = tariffs.current(self._unit, wallet.tariff)
        if shown != number:
            raise PricesChanged(price_list=number)
        if not listed.visit:
            return
        if wallet.billing is None:
            raise BillingMissing
        terms = tariffs.agreed(wallet.tariff, number, listed, wallet)
        self._journal.use_details(clinic_id)
        self._set_aside(wallet, visit_id, terms, Subject(on=on), "hold")
        after = self._journal.wallet(clinic_id, Role.CLINIC)
        if after.available < listed.low_balance <= wallet.available:
            self._low.add(clinic_id)

    def settle(
        self, clinic_id: str, visit_id: str, item: str | None, on: str | None = None
    ) -> None:
        """Take what a visit's end costs and give back the rest; without an item, all of it.

        A hold that expired meanwhile is made anew for a visit that took place; a fee for one that
        did not is forgone then. `on` is the day that was agreed, if any. A read, and one of the
        wallet; four writes.

        Raises:
            InsufficientFunds: the hold expired, and the wallet is too low by now.
        """
        hold_id = self._order(visit_id, "hold").transaction_id
        found = self._journal.hold(clinic_id, hold_id)
        if found is None or found.terms is None:
            return
        subject = Subject(on=on) if on else found.subject
        wallet = self._journal.wallet(clinic_id, Role.CLINIC)
        if found.state is not HoldState.OPEN:
            if item != SaleItem.VISIT:
                return
            hold_id = self._set_aside(wallet, visit_id, found.terms, subject, "hold-again")
            wallet = self._journal.wallet(clinic_id, Role.CLINIC)
        self._end(wallet, visit_id, hold_id, found.terms, item, subject)

    def write(self) -> None:
        """Write what was held and settled, and tell the owners of wallets that fell low."""
        self._journal.write()
        ctx = self._ctx
        for wallet_id in sorted(self._low):
            owners = Audience.organisation(Role.CLINIC, wallet_id)
            notify(self._unit, ctx.store, ctx.clock, owners, Notice.BALANCE_LOW, wallet=wallet_id)

    def _set_aside(
        self, wallet: Wallet, visit_id: str, terms: Terms, subject: Subject | None, step: str
    ) -> str:
        now = self._ctx.clock.now()
        made = Hold(
            reference=f"visits/{visit_id}",
            subject=subject,
            amount=tariffs.charge_for(terms, SaleItem.VISIT).gross,
            terms=terms,
            made_at=now,
            expires_at=now + HELD_FOR,
        )
        return operations.hold(self._journal, self._order(visit_id, step), wallet, made).id

    def _end(
        self,
        wallet: Wallet,
        visit_id: str,
        hold_id: str,
        terms: Terms,
        item: str | None,
        subject: Subject | None,
    ) -> None:
        order = self._order(visit_id, "end")
        charge = tariffs.charge_for(terms, SaleItem(item)) if item else None
        if item is None or charge is None or not charge.gross:
            operations.release(self._journal, order, wallet, hold_id)
            return
        sale = terms.sale(SaleItem(item))
        shares = charge.postings()
        operations.capture(self._journal, order, wallet, hold_id, shares, sale, subject=subject)

    def _order(self, visit_id: str, step: str) -> PostingRequest:
        return _order(self._ctx, visit_id, step)


def keys_of(ctx: Context, clinic_id: str, visit_id: str) -> list[Key]:
    """Return where the hold of a visit's fee stands: `Fees.settle` reads it in any case."""
    return [(Hold, clinic_id, _order(ctx, visit_id, "hold").transaction_id)]


def _order(ctx: Context, visit_id: str, step: str) -> PostingRequest:
    """Return the order of one step: a visit's fee is held once, and ends once."""
    return PostingRequest(ctx.caller.uid, f"visits/{visit_id}/{step}", visit_id)
