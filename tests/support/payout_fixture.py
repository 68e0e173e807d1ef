"""A lab that is paid out: its owner, its account, the admins who approve, and a gateway."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from accounts.models import Lab
from core import firebase
from core.access import Role
from core.blobs import project_blobs
from core.context import Context
from core.store import Store
from tests.support.account_records import organisation
from tests.support.clinic_fixture import ClinicFixture
from tests.support.moments import key
from tools.gateway import ACCOUNT, KEY_ID, KEY_SECRET, StandIn, payout_delivery
from wallet.accounts import admin_operations
from wallet.accounts.requests import Adjust
from wallet.ledger import verification as ledger
from wallet.ledger.models import Wallet
from wallet.payouts import approving, asking, exporting, gateway_events, methods, results, sending
from wallet.payouts import verification as payouts
from wallet.payouts.gateway_events import Told
from wallet.payouts.models import Payout, PayoutState
from wallet.payouts.payout_gateway import PayoutGateway
from wallet.payouts.requests.payouts import (
    ApprovePayout,
    CancelPayout,
    ExportPayouts,
    GetPayoutFile,
    PayoutMethodShown,
    PayoutsExported,
    RejectPayout,
    RequestPayout,
    SetPayoutMethod,
)
from wallet.payouts.requests.results import RecordPayoutResult, SendOutcome, SendPayouts

#: An account as an owner enters it.
ACCOUNT_DETAILS: dict[str, Any] = {
    "holder": "Pearl Dental Lab LLP",
    "account_number": "050100123456789",
    "ifsc": "HDFC0001234",
}
EARNED = 50_000_000
#: Below the amount that needs two admins.
SMALL = 1_000_000


@dataclass
class PayoutFixture:
    """The practice's lab, which has earned something and whose account is old enough."""

    practice: ClinicFixture
    earned: int = EARNED
    gateway_stand_in: StandIn | None = None

    def __post_init__(self) -> None:
        practice, tenants = self.practice, self.practice.tenants
        owner = practice.join("lab owner", Role.LAB, tenants.lab, owner=True)
        practice.join("other lab owner", Role.LAB, tenants.other_lab, owner=True)
        practice.join("second admin", Role.ADMIN)
        tenants.seed(organisation(Lab, tenants.lab, owner))
        self.adjust(self.earned)
        self.set_method()
        self.later(hours=24)

    @property
    def lab(self) -> str:
        """The lab's id, which is its wallet's."""
        return self.practice.tenants.lab

    @property
    def stand_in(self) -> StandIn:
        """The gateway's other side, where the test has one."""
        assert self.gateway_stand_in is not None
        return self.gateway_stand_in

    @property
    def gateway(self) -> PayoutGateway:
        """The gateway, which asks the stand-in."""
        return PayoutGateway(KEY_ID, KEY_SECRET, ACCOUNT, self.stand_in.url, (5.0, 5.0))

    def later(self, **by: float) -> None:
        """Move the practice's clock on."""
        self.practice.clock.at += timedelta(**by)

    def adjust(self, paise: int) -> None:
        """Credit or debit the lab by hand."""
        body = Adjust(
            wallet_id=self.lab,
            kind=Role.LAB,
            paise=paise,
            reason="For the test.",
            idempotency_key=key(),
        )
        admin_operations.adjust(self.practice.ctx("admin"), body)

    # --- what people do -------------------------------------------------------------------

    def set_method(self, who: str = "lab owner", **changes: Any) -> PayoutMethodShown:
        """Say where the lab is paid."""
        request = SetPayoutMethod.model_validate({**ACCOUNT_DETAILS, **changes})
        return methods.set_method(self.practice.ctx(who), request)

    def ask(self, paise: int = SMALL, who: str = "lab owner", again: str | None = None) -> str:
        """Ask for a payout; its id."""
        body = RequestPayout(paise=paise, idempotency_key=again or key())
        return asking.request(self.practice.ctx(who), body).payout_id

    def cancel(self, payout_id: str, who: str = "lab owner") -> str:
        """Take it back; its state."""
        return asking.cancel(self.practice.ctx(who), CancelPayout(payout_id=payout_id)).state

    def approve(self, payout_id: str, who: str = "admin") -> str:
        """Approve it; its state."""
        return approving.approve(self.practice.ctx(who), ApprovePayout(payout_id=payout_id)).state

    def reject(self, payout_id: str, refusal: str = "dispute") -> str:
        """Turn it down; its state."""
        said = {"payout_id": payout_id, "refusal": refusal}
        body = RejectPayout.model_validate(said)
        return approving.reject(self.practice.ctx("admin"), body).state

    def export(
        self, *payout_ids: str, again: str | None = None, ctx: Context | None = None
    ) -> PayoutsExported:
        """Make a file for the bank."""
        body = ExportPayouts(payout_ids=list(payout_ids), idempotency_key=again or key())
        return exporting.export(ctx or self.practice.ctx("admin"), project_blobs(), body)

    def link(self, batch_id: str) -> str:
        """Fetch a link to a file."""
        request = GetPayoutFile(batch_id=batch_id)
        blobs = project_blobs()
        return exporting.file_link(self.practice.ctx("admin"), blobs, request).url

    def file(self, batch_id: str) -> list[str]:
        """Read what stands in a file's object."""
        (name,) = project_blobs().names(f"payouts/{batch_id}/")
        return firebase.clean_bucket().blob(name).download_as_text().splitlines()

    def record(self, payout_id: str, result: str, **told: str) -> str:
        """Record what the bank told; the payout's state."""
        body = RecordPayoutResult.model_validate({"payout_id": payout_id, "result": result, **told})
        return results.record(self.practice.ctx("admin"), body).state

    def send(
        self, payout_id: str, at: PayoutGateway | None = None, ctx: Context | None = None
    ) -> SendOutcome:
        """Hand it to the gateway; what became of it."""
        ctx = ctx or self.practice.ctx("admin")
        (sent,) = sending.send(ctx, at or self.gateway, SendPayouts(payout_ids=[payout_id])).payouts
        return sent.outcome

    def hear(self, payout_id: str, status: str, **changes: Any) -> Told:
        """Have the gateway tell of a payout."""
        made = next(
            each
            for each in self.stand_in.payouts.payouts.values()
            if each["reference_id"] == payout_id
        )
        said = {**made, "status": status, "utr": "STAND0000000001", **changes}
        body, _ = payout_delivery(f"payout.{status}", said)
        assert gateway_events.is_of_payout(body)
        return gateway_events.receive(self.system, "e1", body)

    @property
    def system(self) -> Context:
        """The surroundings of what nobody asked for."""
        return Context.of_system(self.store, self.practice.clock)

    # --- ways to a state ------------------------------------------------------------------

    def approved(self, paise: int = SMALL) -> str:
        """Bring a payout to where it can leave."""
        payout_id = self.ask(paise)
        assert self.approve(payout_id) == "approved"
        return payout_id

    def exported(self, paise: int = SMALL) -> str:
        """Bring a payout into a file."""
        payout_id = self.approved(paise)
        self.export(payout_id)
        return payout_id

    def sent(self, paise: int = SMALL) -> str:
        """Bring a payout to the gateway."""
        payout_id = self.approved(paise)
        assert self.send(payout_id) == "sent"
        return payout_id

    # --- what stands there afterwards -----------------------------------------------------

    @property
    def store(self) -> Store:
        """A store of its own."""
        return self.practice.ctx().store

    @property
    def balance(self) -> tuple[int, int]:
        """What the lab has available and set aside; all of it adds up."""
        store = self.store
        found = store.get(Wallet, self.lab)
        assert found is not None
        assert [*ledger.faults(store, found), *payouts.faults(store, found)] == []
        return found.available, found.held

    def payout(self, payout_id: str) -> Payout:
        """Read a payout."""
        found = self.store.get(Payout, payout_id)
        assert found is not None
        return found

    def state(self, payout_id: str) -> PayoutState:
        """Where a payout stands."""
        return self.payout(payout_id).state
