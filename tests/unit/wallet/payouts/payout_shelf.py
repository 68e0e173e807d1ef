"""A payout of a lab on a shelf in memory, the admins who decide on it, and the gateway."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from core.access import Caller, Role, Standing, Status
from core.context import Context
from core.unknown import stored
from messaging.models import Announcement
from tests.unit.wallet.ledger.shelf import NOW, Contending, Shelf, order
from tests.unit.wallet.payments.payment_shelf import PaymentShelfStore
from tools.gateway import ACCOUNT, KEY_ID, KEY_SECRET, StandIn
from wallet.ledger import operations
from wallet.ledger.journal import Journal
from wallet.ledger.models import Wallet
from wallet.payouts import booking
from wallet.payouts.models import MethodKind, Payout, PayoutMethod, PayoutState
from wallet.payouts.payout_gateway import GatewayPayout, PayoutGateway

LAB, PAISE = "l1", 1_000_000
#: From here on two admins approve: two lakh rupees.
LARGE = 20_000_000
PAYOUT_ID = "p" * 40


class PayoutShelf:
    """A lab that has earned what its payout sets aside, and nothing else."""

    def __init__(self, state: PayoutState, paise: int = PAISE, **fields: Any) -> None:
        self.shelf = Shelf()
        self.store = PaymentShelfStore(self.shelf)
        for uid in ("a1", "a2", "a3"):
            self.put(Standing(status=Status.ACTIVE, role=Role.ADMIN), uid)
        method = PayoutMethod(
            kind=MethodKind.BANK,
            holder="Pearl Dental Lab LLP",
            account_number="050100123456789",
            ifsc="HDFC0001234",
            since=NOW - timedelta(days=9),
            next_at=NOW,
        )
        self.put(method, LAB)
        self.earn(1, paise)
        unit = Contending(self.shelf)
        hold_id, write = booking.set_aside(unit, self.ctx(), PAYOUT_ID, LAB, paise)  # type: ignore[arg-type]
        made = Payout(
            lab_id=LAB,
            paise=paise,
            state=state,
            to=method.mask,
            method_since=method.since,
            waits_until=NOW,
            hold_id=hold_id,
            requested_by="u1",
            requested_at=NOW,
            fingerprint="f",
            **fields,
        )
        unit.create(made, PAYOUT_ID)
        write()
        unit.flush()

    def put(self, document: Any, *ids: str) -> None:
        """Store a document."""
        self.shelf.documents[document.path_for(*ids)] = stored(document)

    def earn(self, number: int, paise: int) -> None:
        """Credit the lab, or take from it what it does not have."""
        unit, journal = self.shelf.journal(Journal)
        wallet = journal.wallet(LAB, Role.LAB)
        operations.adjust(journal, order(number), wallet, paise, "For the test.")
        journal.write()
        unit.flush()

    def owe(self, paise: int) -> None:
        """Have a bank take back what was paid in and spent."""
        self.shelf.documents[f"wallets/{LAB}"]["available"] = -paise

    def ctx(self, uid: str = "a1") -> Context:
        """The surroundings of an admin."""
        clock: Any = SimpleNamespace(now=lambda: NOW)
        store: Any = self.store
        return Context(store, Caller(uid, "", True, Role.ADMIN), clock)

    @property
    def payout(self) -> Payout:
        """The payout as it stands."""
        return next(self.shelf.of(Payout))

    @property
    def balance(self) -> tuple[int, int]:
        """What the lab has available and set aside."""
        wallet = next(self.shelf.of(Wallet))
        return wallet.available, wallet.held

    def alarms(self) -> Counter[str]:
        """What admins were told of."""
        told = (each for each in self.shelf.of(Announcement) if each.kind == "payment_alarm")
        return Counter(each.refs["what"] for each in told)


def told(status: str, **changes: Any) -> GatewayPayout:
    """A payout as the gateway reports it."""
    said = {"id": "pout_1", "amount": PAISE, "status": status, "reference_id": PAYOUT_ID}
    return GatewayPayout.model_validate({**said, **changes})


def gateway(stand_in: StandIn) -> PayoutGateway:
    """The gateway, which asks the stand-in."""
    return PayoutGateway(KEY_ID, KEY_SECRET, ACCOUNT, stand_in.url, (5.0, 5.0))
