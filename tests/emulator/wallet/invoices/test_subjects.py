"""What papers say that money was for: kept with the hold, and with all that follows from it."""

from __future__ import annotations

from datetime import timedelta

from core.clock import day_of
from core.store import Store
from scans.visits.models import Visit
from tests.support.clinic_fixture import ClinicFixture
from tests.support.lab_fixture import LabFixture
from tests.support.wallet_fixture import WalletFixture
from wallet.invoices import invoicing
from wallet.invoices.models import Invoice
from wallet.ledger import verification
from wallet.ledger.models import Wallet, WalletEntry
from wallet.ledger.subjects import Subject


def issued(practice: ClinicFixture, wallet_id: str) -> Invoice:
    """Have a wallet invoiced; the one invoice."""
    ctx = practice.ctx("admin")
    until = ctx.clock.now() + timedelta(days=1)
    (number,) = invoicing.issue(ctx.store, ctx.clock, "system", wallet_id, until)
    found = ctx.store.get(Invoice, number)
    assert found is not None
    return found


def entries(store: Store, wallet_id: str) -> list[WalletEntry]:
    """All entries of a wallet."""
    under = Wallet.path_for(wallet_id)
    found: list[WalletEntry] = store.find(verification.BY_NUMBER, limit=100, under=under)
    return found


def test_a_visit_is_known_by_its_day_and_never_by_its_patient(practice: ClinicFixture) -> None:
    wallet = WalletFixture(practice)
    asked = wallet.scanned()
    wallet.complete(asked.visit_id)
    store = practice.ctx().store
    visit = store.get(Visit, asked.visit_id)
    assert visit is not None
    assert visit.slot is not None
    slot = visit.slot
    on = day_of(slot.starts_at).isoformat()
    of_visit = [each for each in entries(store, wallet.id) if each.reference.startswith("visits/")]
    assert [each.subject for each in of_visit] == [Subject(on=on)] * 2
    assert wallet.document.available  # whose chain holds with it

    assert issued(practice, wallet.id).lines[0].subject == Subject(on=on)


def test_an_order_is_known_to_each_side_by_the_other(practice: ClinicFixture) -> None:
    lab = LabFixture(practice)
    order_id = lab.shipped()
    lab.move(order_id, "deliver", who="member")
    order, store = lab.order(order_id), practice.ctx().store
    of_clinic = Subject(on=order.wanted_on, lab=order.lab_name)
    of_lab = Subject(on=order.wanted_on, clinic=order.sender.name)
    for wallet_id, subject in ((order.clinic_id, of_clinic), (order.lab_id, of_lab)):
        found = [
            each for each in entries(store, wallet_id) if each.reference == f"orders/{order_id}"
        ]
        assert found
        assert all(each.subject == subject for each in found)
        wallet = store.get(Wallet, wallet_id)
        assert wallet is not None
        assert list(verification.faults(store, wallet)) == []
    assert issued(practice, order.lab_id).lines[0].subject == of_lab
