"""The money of a scene's clinic and lab: a wallet each, with an entry and a hold behind it."""

from __future__ import annotations

from datetime import timedelta

from core.access import Role
from tests.support import ids
from tests.support.scene import MADE, Scene
from wallet import chain, chart
from wallet.models import Entry, Hold, Kind, Posting, Transaction, Wallet

#: What was paid in, in paise.
PAID = 250_000


def owner(stage: Scene, kind: Role) -> str:
    """Return the id of the scene's clinic or lab, which is its wallet's."""
    return stage.clinic if kind is Role.CLINIC else stage.lab


def wallet(stage: Scene, kind: Role) -> Wallet:
    """The wallet after its first entry."""
    first = entry(stage, kind)
    paid = Wallet(kind=kind, available=PAID, sequence=first.number, head=first.hash)
    return paid.placed(owner(stage, kind))


def entry(stage: Scene, kind: Role) -> Entry:
    """The first entry: what was paid in."""
    first = Entry(
        number=1,
        transaction_id=ids.document_id(),
        kind=Kind.TOP_UP,
        reference="payments/p1",
        available_change=PAID,
        held_change=0,
        available=PAID,
        held_after=0,
        at=MADE,
        previous="",
        hash="",
    )
    return chain.sealed(first).placed(owner(stage, kind), f"{first.number:012d}")


def hold(stage: Scene, kind: Role) -> Hold:
    """Money set aside for the scene's visit."""
    reserved = Hold(
        reference=f"visits/{stage.visit}",
        amount=118_000,
        made_at=MADE,
        expires_at=MADE + timedelta(days=3650),
    )
    return reserved.placed(owner(stage, kind), ids.document_id())


def transaction(stage: Scene) -> Transaction:
    """What was paid in, as the ledger has it."""
    return Transaction(
        kind=Kind.TOP_UP,
        postings=[
            Posting(account=chart.GATEWAY, paise=-PAID),
            Posting(account=chart.available(Role.CLINIC, stage.clinic), paise=PAID),
        ],
        reference="payments/p1",
        actor=ids.uid(),
        fingerprint="0" * 64,
        at=MADE,
    ).placed(ids.document_id())
