"""For each row of retention, a document whose time runs from a moment on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from core.access import Role
from core.documents import Document
from privacy.models import BreachState, DisclosureState, ReviewState
from support.models import TicketState
from tests.support import (
    ids,
    money,
    privacy_records,
    records,
    ticket_records,
)
from tests.support.account_records import Tenants
from wallet.ledger.models import HoldState

DAY = timedelta(days=1)


def made(document: Document, **changes: object) -> Document:
    """The same document with other values, at an id of its own."""
    fresh = type(document).model_validate({**dict(document), **changes})
    own = (*document.ids[:-1], ids.document_id())
    return fresh.placed(*own)


def disclosed(at: datetime) -> Document:
    """What was handed over to an authority."""
    state = {"state": DisclosureState.DISCLOSED, "decided_at": at - DAY, "disclosed_at": at}
    return privacy_records.disclosure(**state)


def reviewed(at: datetime) -> Document:
    """A review that was read a day after it was made."""
    state = {"state": ReviewState.ACKNOWLEDGED, "acknowledged_at": at}
    return made(privacy_records.review(), begun_at=at - DAY, ended_at=at - DAY, **state)


def closed_ticket(at: datetime) -> Document:
    """A ticket that was closed."""
    return made(ticket_records.ticket(ids.uid(), Role.CLINIC), state=TicketState.CLOSED, since=at)


def superseded(tenants: Tenants, at: datetime) -> Document:
    """A price list that another one followed."""
    first, tariff = money.price_list(), ids.document_id()
    tenants.seed(made(first, number=2, set_at=at).placed(tariff, "000002"))
    return made(first, set_at=at - DAY).placed(tariff, "000001")


#: For each row that stands alone a document whose time runs from a moment on.
ENDED: dict[str, Callable[[Tenants, datetime], Document]] = {
    "uploads": lambda tenants, at: records.upload(tenants, ids.uid(), expires_at=at),
    "patients": lambda tenants, at: made(records.patient(tenants), updated_at=at, idle_since=at),
    "cases": lambda tenants, at: made(records.case(tenants), closed_at=at, visit_id=None),
    "tickets": lambda _, at: closed_ticket(at),
    "privacy_requests": lambda _, at: made(records.privacy_request(uid=ids.uid()), done_at=at),
    "access_reviews": lambda _, at: reviewed(at),
    "breaches": lambda _, at: privacy_records.breach(state=BreachState.CLOSED, closed_at=at),
    "disclosures": lambda _, at: disclosed(at),
    "legal_holds": lambda _, at: privacy_records.hold(state="released", released_at=at),
    "holds": lambda tenants, at: made(
        money.hold(tenants, Role.CLINIC), state=HoldState.RELEASED, expires_at=at
    ),
    "transactions": lambda tenants, at: made(money.transaction(tenants), at=at),
    "payments": lambda tenants, at: made(
        money.payment(tenants), started_at=at - DAY, settled_at=at
    ),
    "gateway_refunds": lambda _, at: made(money.gateway_refund(), first_told_at=at),
    "disputes": lambda _, at: made(money.dispute(), first_told_at=at - DAY, said_at=at),
    "payouts": lambda tenants, at: made(money.payout(tenants), ended_at=at),
    "payout_batches": lambda _, at: made(money.payout_batch(), made_at=at),
    "payment_events": lambda _, at: made(money.payment_event(), received_at=at),
    "invoices": lambda tenants, at: made(money.invoice(tenants, Role.CLINIC), issued_at=at),
    "prices": superseded,
}
