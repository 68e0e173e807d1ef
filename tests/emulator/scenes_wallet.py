"""Scenes of the wallet's callables."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from accounts.models import Clinic
from core.access import Role
from tests.emulator.stage import Scene, Stage
from tests.support import ids, money
from tests.support.moments import key
from tests.support.practice import Practice
from tests.support.purse import Purse
from tests.support.scene import organisation
from wallet.ledger.journal import PostingRequest


def _adjusting(stage: Stage) -> Scene:
    wallet_id = ids.document_id()
    stage.practice.scene.seed(organisation(Clinic, wallet_id, ids.uid()))
    wish = {"wallet_id": wallet_id, "kind": "clinic", "paise": 100, "reason": "For the test."}
    return stage.keyed("admin", [f"wallets/{wallet_id}"], {"paise": 200}, **wish)


def _terms(stage: Stage) -> Scene:
    wallet_id = ids.document_id()
    stage.practice.scene.seed(organisation(Clinic, wallet_id, ids.uid()))
    wish = {"wallet_id": wallet_id, "kind": "clinic", "credit_limit": 500}
    return Scene(stage.practice.person("admin"), wish, [f"wallets/{wallet_id}"])


def _billing(stage: Stage) -> Scene:
    billing = {"legal_name": "Smile Dental", "address": "12 MG Road, Pune", "state": "27"}
    watched = [f"wallets/{stage.practice.scene.clinic}"]
    return Scene(stage.practice.person("owner"), {"billing": billing}, watched)


def _publishing(stage: Stage) -> Scene:
    prices = {"visit": 1, "tax": 0, "late_cancellation": 0, "no_show": 0, "low_balance": 0}
    wish = {"tariff": key(), "replaces": 0, "prices": prices}
    path = f"tariffs/{wish['tariff']}/prices/000001"
    return stage.keyed("admin", [path], {"prices": {**prices, "visit": 2}}, **wish)


def _refunding(stage: Stage) -> Scene:
    purse = Purse(Practice(datetime.now(UTC)))
    purse.complete(purse.scanned().visit_id)
    paid = purse.transactions()[-1]
    wish = {"wallet_id": purse.id, "transaction_id": paid.id, "reason": "For the test."}
    return stage.keyed("admin", [f"wallets/{purse.id}"], {"paise": 100}, **wish)


def _looking(stage: Stage) -> Scene:
    return Scene(stage.practice.person("member"), {}, [f"wallets/{stage.practice.scene.clinic}"])


def _paying(stage: Stage) -> Scene:
    person, again = stage.practice.person("member"), key()
    order = PostingRequest(person.uid, f"{person.uid}/payments/start_top_up/{again}", "")
    watched = [f"payments/{order.transaction_id}", f"wallets/{stage.practice.scene.clinic}"]
    return stage.keyed("member", watched, {"paise": 200}, paise=100, idempotency_key=again)


def _invoicing(stage: Stage) -> Scene:
    purse = Purse(Practice(datetime.now(UTC)))
    purse.complete(purse.scanned().visit_id)
    return Scene(purse.practice.person("owner"), {}, [f"wallets/{purse.id}"])


def _fetching(stage: Stage) -> Scene:
    invoice = money.invoice(stage.practice.scene, Role.CLINIC)
    stage.practice.scene.seed(invoice)
    wish = {"invoice_id": invoice.id}
    return Scene(stage.practice.person("member"), wish, [f"invoices/{invoice.id}"])


def _exporting(stage: Stage) -> Scene:
    wish = {"first_day": "2026-04-01", "last_day": "2026-04-30", "format": "csv"}
    watched = [f"wallets/{stage.practice.scene.clinic}"]
    return Scene(stage.practice.person("member"), wish, watched)


def _starting_billing(stage: Stage) -> Scene:
    """Of a month before all others: the tasks find nothing to bill."""
    return Scene(stage.practice.person("admin"), {"month": "2020-01"}, [])


def _totalling(stage: Stage) -> Scene:
    wish = {"first_day": "2026-04-01", "last_day": "2026-04-30"}
    return Scene(stage.practice.person("admin"), wish, [])


WALLET: dict[str, Callable[[Stage], Scene]] = {
    "wallet/adjust_wallet": _adjusting,
    "wallet/get_balance": _looking,
    "wallet/get_statement": _looking,
    "wallet/get_prices": _looking,
    "wallet/publish_prices": _publishing,
    "wallet/refund_transaction": _refunding,
    "wallet/release_expired_holds": lambda stage: Scene(
        stage.practice.person("admin"), {"wallet_id": stage.practice.scene.clinic}, []
    ),
    "wallet/set_billing": _billing,
    "wallet/set_terms": _terms,
    "payments/start_top_up": _paying,
    "wallet/issue_invoices": _invoicing,
    "wallet/list_invoices": _looking,
    "wallet/get_invoice_link": _fetching,
    "wallet/get_statement_file": _exporting,
    "wallet/get_totals": _totalling,
    "wallet/start_billing": _starting_billing,
}
