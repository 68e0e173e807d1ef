"""Sample calls of the wallet's callables."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from accounts.models import Clinic
from core.access import Role
from tests.emulator.sample_call import SampleCall, Samples
from tests.support import ids, money
from tests.support.account_records import organisation
from tests.support.clinic_fixture import ClinicFixture
from tests.support.moments import key
from tests.support.wallet_fixture import WalletFixture
from wallet.ledger.journal import PostingRequest


def _adjusting(samples: Samples) -> SampleCall:
    wallet_id = ids.document_id()
    samples.practice.tenants.seed(organisation(Clinic, wallet_id, ids.uid()))
    request = {"wallet_id": wallet_id, "kind": "clinic", "paise": 100, "reason": "For the test."}
    return samples.keyed("admin", [f"wallets/{wallet_id}"], {"paise": 200}, **request)


def _terms(samples: Samples) -> SampleCall:
    wallet_id = ids.document_id()
    samples.practice.tenants.seed(organisation(Clinic, wallet_id, ids.uid()))
    request = {"wallet_id": wallet_id, "kind": "clinic", "credit_limit": 500}
    return SampleCall(samples.practice.person("admin"), request, [f"wallets/{wallet_id}"])


def _billing(samples: Samples) -> SampleCall:
    billing = {"legal_name": "Smile Dental", "address": "12 MG Road, Pune", "state": "27"}
    watched = [f"wallets/{samples.practice.tenants.clinic}"]
    return SampleCall(samples.practice.person("owner"), {"billing": billing}, watched)


def _publishing(samples: Samples) -> SampleCall:
    prices = {"visit": 1, "tax": 0, "late_cancellation": 0, "no_show": 0, "low_balance": 0}
    request = {"tariff": key(), "replaces": 0, "prices": prices}
    path = f"tariffs/{request['tariff']}/prices/000001"
    return samples.keyed("admin", [path], {"prices": {**prices, "visit": 2}}, **request)


def _refunding(samples: Samples) -> SampleCall:
    wallet = WalletFixture(ClinicFixture(datetime.now(UTC)))
    wallet.complete(wallet.scanned().visit_id)
    paid = wallet.transactions()[-1]
    request = {"wallet_id": wallet.id, "transaction_id": paid.id, "reason": "For the test."}
    return samples.keyed("admin", [f"wallets/{wallet.id}"], {"paise": 100}, **request)


def _looking(samples: Samples) -> SampleCall:
    return SampleCall(
        samples.practice.person("member"), {}, [f"wallets/{samples.practice.tenants.clinic}"]
    )


def _paying(samples: Samples) -> SampleCall:
    person, again = samples.practice.person("member"), key()
    order = PostingRequest(person.uid, f"{person.uid}/payments/start_top_up/{again}", "")
    watched = [f"payments/{order.transaction_id}", f"wallets/{samples.practice.tenants.clinic}"]
    return samples.keyed("member", watched, {"paise": 200}, paise=100, idempotency_key=again)


def _reconciling(samples: Samples) -> SampleCall:
    """Of a day before all others: neither the gateway nor the books have anything of it."""
    days = {"first_day": "2020-01-01", "last_day": "2020-01-01"}
    return SampleCall(samples.practice.person("admin"), days, [])


def _invoicing(samples: Samples) -> SampleCall:
    wallet = WalletFixture(ClinicFixture(datetime.now(UTC)))
    wallet.complete(wallet.scanned().visit_id)
    return SampleCall(wallet.practice.person("owner"), {}, [f"wallets/{wallet.id}"])


def _fetching(samples: Samples) -> SampleCall:
    invoice = money.invoice(samples.practice.tenants, Role.CLINIC)
    samples.practice.tenants.seed(invoice)
    request = {"invoice_id": invoice.id}
    return SampleCall(samples.practice.person("member"), request, [f"invoices/{invoice.id}"])


def _exporting(samples: Samples) -> SampleCall:
    request = {"first_day": "2026-04-01", "last_day": "2026-04-30", "format": "csv"}
    watched = [f"wallets/{samples.practice.tenants.clinic}"]
    return SampleCall(samples.practice.person("member"), request, watched)


def _starting_billing(samples: Samples) -> SampleCall:
    """Of a month before all others: the tasks find nothing to bill."""
    return SampleCall(samples.practice.person("admin"), {"month": "2020-01"}, [])


def _totalling(samples: Samples) -> SampleCall:
    request = {"first_day": "2026-04-01", "last_day": "2026-04-30"}
    return SampleCall(samples.practice.person("admin"), request, [])


def _withheld(samples: Samples) -> SampleCall:
    """Of a year before all others, so that it is short."""
    return SampleCall(samples.practice.person("admin"), {"period": "2020Q1", "limit": 1}, [])


def _withheld_of_lab(samples: Samples) -> SampleCall:
    samples.practice.join("lab owner", Role.LAB, samples.practice.tenants.lab, owner=True)
    lab = samples.practice.person("lab owner")
    watched = [f"wallets/{samples.practice.tenants.lab}"]
    return SampleCall(lab, {"period": "2020Q1"}, watched)


WALLET: dict[str, Callable[[Samples], SampleCall]] = {
    "wallet/adjust_wallet": _adjusting,
    "wallet/get_balance": _looking,
    "wallet/get_statement": _looking,
    "wallet/get_prices": _looking,
    "wallet/publish_prices": _publishing,
    "wallet/refund_transaction": _refunding,
    "wallet/release_expired_holds": lambda samples: SampleCall(
        samples.practice.person("admin"), {"wallet_id": samples.practice.tenants.clinic}, []
    ),
    "wallet/set_billing": _billing,
    "wallet/set_terms": _terms,
    "payments/start_top_up": _paying,
    "payments/reconcile_payments": _reconciling,
    "wallet/issue_invoices": _invoicing,
    "wallet/list_invoices": _looking,
    "wallet/get_invoice_link": _fetching,
    "wallet/get_statement_file": _exporting,
    "wallet/get_totals": _totalling,
    "wallet/start_billing": _starting_billing,
    "wallet/get_withholding": _withheld_of_lab,
    "wallet/list_withholding": _withheld,
}
