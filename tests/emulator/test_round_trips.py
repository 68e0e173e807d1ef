"""What a callable waits for: requests to Firestore one after the other, few for each.

Each sample call runs in this process, on a client that counts what it sends, apart from what the
code says of itself.
"""

from __future__ import annotations

import json
import uuid
from collections import Counter
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from firebase_functions import https_fn
from google.auth.credentials import AnonymousCredentials
from google.cloud import firestore

from core import callables, firebase
from core.access import Role
from core.callables import Spec
from tests.emulator.refusals import state
from tests.emulator.sample_call import SampleCall, Samples
from tests.emulator.sample_calls import SAMPLE_CALLS
from tests.support import tokens
from tests.support.people import Cast
from tests.support.round_trips import CountingApi
from tools.docs.surface import load

load()

#: One for who calls and all that is known by then, one for what follows from that, and the commit.
MOST = 3
_AUTH = "the claims in Auth are set in between, and noted after"
_WALLET = "who competes for a wallet reads it with its keys only when its turn has come"
_CHAIN = "each of these is named by the one before"
_LOOK = "an admin looks at one person's whole record, a query for each kind"
#: What waits for more, and why; by the sample call.
MORE = {
    "accounts/approve_account": (5, _AUTH),
    "accounts/change_role": (7, _AUTH),
    "accounts/follow_email": (4, "invitations are found by the address that the account had"),
    "accounts/reinstate_account": (5, _AUTH),
    "accounts/remove_member": (6, _AUTH),
    "accounts/suspend_account": (7, _AUTH),
    "jobs/sweep_jobs": (6, "it looks until there is nothing more"),
    "labs/get_file_links": (5, _CHAIN),
    "labs/get_message_links": (5, _CHAIN),
    "labs/move_order": (4, _CHAIN),
    "labs/save_profile": (4, "it is rare, and reads the lab and its wallet one by one"),
    "labs/send_message": (4, _CHAIN),
    "labs/start_attachment": (5, _CHAIN),
    "privacy/get_consent_record": (10, _LOOK),
    "privacy/request_correction": (4, "the patient is looked for before the transaction"),
    "privacy/request_erasure": (30, "all that could stand in the way is looked for"),
    "privacy/request_export": (6, "the patient is looked for before the transaction"),
    "privacy/show_request": (40, _LOOK),
    "scans/correct_patient": (4, "cases are a query, and their visits follow"),
    "scans/suggest_operators": (5, "accounts are read ten by ten, behind the rosters"),
    "scans/withdraw_consent": (5, "uploads are queries, for each case one"),
    "wallet/adjust_wallet": (5, _WALLET),
    "wallet/export_payouts": (10, "it is looked through before it is claimed"),
    "wallet/get_invoice_link": (4, "the sheet is printed between the reading and the entry"),
    "wallet/get_statement_file": (6, "the range is found by two queries before it is printed"),
    "wallet/issue_invoices": (8, _WALLET),
    "wallet/list_payouts": (4, "what labs owe follows from the page"),
    "wallet/list_withholding": (4, "the page, that it was shown, and the sums of its labs"),
    "wallet/record_payout_file": (4, "each line is a transaction"),
    "wallet/refund_transaction": (6, _WALLET),
    "wallet/set_terms": (4, "the organisation is looked for before the transaction"),
}
#: These ask the payment gateway, whose keys only the deployed functions have.
ELSEWHERE = {"payments/reconcile_payments", "payments/send_payouts", "payments/start_top_up"}
SPECS = [
    pytest.param(spec, id=name)
    for name, spec in sorted(Spec.registry.items())
    if name not in ELSEWHERE
]
FOLLOWING = [each for each in SPECS if each.values[0].follows is not None]
AHEAD = [each for each in SPECS if each.values[0].reads or each.values[0].locks is not None]


@pytest.fixture(scope="module")
def samples(cast: Cast) -> Samples:
    """The people of all sample calls."""
    return Samples(cast)


class PlayedCall:
    """A sample call that was made: what was sent for it, and what its log line says."""

    def __init__(self, spec: Spec[Any, Any], sample: SampleCall, capfd: Any) -> None:
        client = firestore.Client(firebase.app().project_id, credentials=AnonymousCredentials())
        api = CountingApi(client)
        token = tokens.payload(sample.caller.token)
        auth = SimpleNamespace(uid=sample.caller.uid, token=token)
        call: Any = SimpleNamespace(auth=auth, data=sample.request)
        capfd.readouterr()
        self.reason = ""
        try:
            callables.answer("f", lambda: spec, call, lambda _: None, client)
        except https_fn.HttpsError as err:
            self.reason = str(err.details)
        printed = capfd.readouterr().out.splitlines()
        lines = [json.loads(line) for line in printed if line.startswith("{")]
        (self.line,) = [each for each in lines if each.get("message") == "callable"]
        self.sent: Counter[str] = api.sent
        self.beside: Counter[str] = api.beside


@pytest.mark.parametrize("spec", SPECS)
def test_a_callable_waits_for_few_requests(
    spec: Spec[Any, Any], samples: Samples, capfd: pytest.CaptureFixture[str]
) -> None:
    played = PlayedCall(spec, SAMPLE_CALLS[spec.name](samples), capfd)
    assert played.reason == ""
    most, _ = MORE.get(spec.name, (MOST, ""))
    asks_auth = spec.roles is None and spec.locks is None
    assert played.line["trips"] == played.sent.total() + asks_auth
    assert played.line["trips"] <= most, played.sent
    assert not played.sent["rollback"], "what was begun for it was not used"


@pytest.mark.parametrize("spec", AHEAD)
def test_nothing_is_read_ahead_that_would_not_be_read(
    spec: Spec[Any, Any], samples: Samples, capfd: pytest.CaptureFixture[str]
) -> None:
    """The same call costs no document more than where each is read when it is asked for."""
    ahead = PlayedCall(spec, SAMPLE_CALLS[spec.name](samples), capfd)
    alone = replace(spec, reads=(), locks=None)
    by_itself = PlayedCall(alone, SAMPLE_CALLS[spec.name](samples), capfd)
    assert (ahead.reason, by_itself.reason) == ("", "")
    assert ahead.line["reads"] <= by_itself.line["reads"]
    assert ahead.line["trips"] < by_itself.line["trips"]
    assert ahead.line["writes"] == by_itself.line["writes"]


@pytest.mark.parametrize("spec", FOLLOWING)
def test_what_followed_the_last_time_is_asked_for_at_once(
    spec: Spec[Any, Any], samples: Samples, capfd: pytest.CaptureFixture[str]
) -> None:
    """An instance that met the same before waits for one request, and for what it commits."""
    sample = SAMPLE_CALLS[spec.name](samples)
    first = PlayedCall(spec, sample, capfd)
    if spec.name.startswith("labs/"):  # a case is ordered of twice, and not visited twice
        key = {"idempotency_key": uuid.uuid4().hex} if "idempotency_key" in sample.request else {}
        sample = replace(sample, request={**sample.request, **key})
    else:
        sample = SAMPLE_CALLS[spec.name](samples)
    again = PlayedCall(spec, sample, capfd)
    assert (first.reason, again.reason) == ("", "")
    assert again.line["trips"] == again.sent.total() == 1 + (spec.locks is not None)
    assert again.beside == {"run_query": 1}, "the price list"
    assert again.line["reads"] == first.line["reads"]


def test_what_waits_for_more_is_a_callable() -> None:
    assert MORE.keys() | ELSEWHERE <= Spec.registry.keys()
    assert all(most > MOST for most, _ in MORE.values())


def test_who_is_shut_out_is_refused_by_the_first_request(
    samples: Samples, capfd: pytest.CaptureFixture[str]
) -> None:
    """And nothing stays locked: what was begun is let go of."""
    spec = Spec.registry["scans/open_case"]
    samples.practice.join("about to be shut out", Role.CLINIC, samples.practice.tenants.clinic)
    person = samples.practice.person("about to be shut out")
    named = samples.practice.consented()
    request = {"idempotency_key": uuid.uuid4().hex, **named}
    sample = SampleCall(person, request, [f"consents/{named['consent_id']}"])
    account = firebase.firestore_client().document(f"users/{person.uid}")
    account.update({"status": "suspended"})

    before = state(sample.watched)
    played = PlayedCall(spec, sample, capfd)
    assert "account-not-active" in played.reason
    assert played.sent == {"batch_get_documents": 1, "rollback": 1}
    assert state(sample.watched) == before

    account.update({"status": "active"})  # nothing holds it
    assert PlayedCall(spec, sample, capfd).reason == ""
