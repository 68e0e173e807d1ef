"""What has to hold after a rehearsal: nothing lost, nothing doubled, the books in balance.

Read past every rule, from all documents that there are. What is expected is what people were
answered and what their stories ended with, and for money sums of the stored postings that use
none of the ledger's code.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from benchmarks.rehearsal_network import Watch
from benchmarks.rehearsal_stories import Played
from core.firebase import firestore_client
from core.store import Store
from tests.dump.looking import look
from tests.support import logwatch
from tools import everything
from tools.client import plain_document
from wallet.ledger import verification

Documents = dict[str, dict[str, Any]]

#: What people are promised, by collection: the callables that make one, and its id in the answer.
PROMISED = {
    "cases": (("scans/open_case", "case_id"), ("scans/request_visit", "case_id")),
    "catalogue": (("labs/save_service", "service_id"),),
    "consents": (("scans/record_consent", "consent_id"),),
    "orders": (("labs/place_order", "order_id"),),
    "payments": (("payments/start_top_up", "payment_id"),),
    "patients": (("scans/add_patient", "patient_id"),),
    "tickets": (("support/open_ticket", "ticket_id"),),
    "uploads": (("scans/start_upload", "upload_id"), ("labs/start_attachment", "upload_id")),
    "visits": (("scans/request_visit", "visit_id"),),
}
#: How a failure begins that is the Firestore emulator's: it commits, finds that a listener has
#: just left, and answers whoever wrote with UNKNOWN. The events of that commit are lost.
_EMULATORS_OWN = '"error_chain": ["Unknown at retry_base.py'
#: States in which the gate is done with an upload.
_DECIDED = frozenset({"ready", "rejected"})


def collected() -> dict[str, Documents]:
    """Return all documents, by the name of their collection and their path."""
    found: dict[str, Documents] = defaultdict(dict)
    for path, fields in everything.documents():
        found[path.split("/")[-2]][path] = plain_document({"name": path, "fields": fields})
    return found


def announced() -> bool:
    """Tell whether all that happened has been announced. One query."""
    return not firestore_client().collection("notices").limit(1).get()


def at_rest() -> bool:
    """Tell whether nothing is under way any more: all is announced, all uploads are decided."""
    uploads = firestore_client().collection("uploads").select(["state"]).get()
    return announced() and all(each.get("state") in _DECIDED for each in uploads)


def faults(found: dict[str, Documents], watch: Watch, played: Played) -> list[str]:
    """Return, in words, all that does not hold on the suite; nothing where all does."""
    log = everything.log()
    return [
        *in_documents(found, watch, played),
        *_chains(),
        *look(log).lines(),
        *(f"the log: {count} times {what}" for what, count in _logged(log).items()),
    ]


def in_documents(found: dict[str, Documents], watch: Watch, played: Played) -> list[str]:
    """Return what does not hold among documents: promises, states, notices, jobs, money."""
    jobs = found.get("jobs", {})
    return [
        *(f"{name}: one key had two answers" for name in watch.torn),
        *_promises(found, watch),
        *_states("visits", found.get("visits", {}), played.visits),
        *_states("orders", found.get("orders", {}), played.orders),
        *_notices(found.get("inbox", {}), played),
        *(f"{path}: never announced" for path in found.get("notices", {})),
        *(f"{path}: never decided" for path, e in found.get("uploads", {}).items() if _waits(e)),
        *(f"{path}: failed" for path, each in jobs.items() if each["state"] == "failed"),
        *_sums(found),
        *_paid_in(found.get("transactions", {}), played),
    ]


def _logged(log: str) -> Counter[str]:
    """Count what must not be logged, but for what the Firestore emulator fails by itself."""
    lines = (line for line in log.splitlines() if _EMULATORS_OWN not in line)
    return Counter(found[1] for line in lines if (found := logwatch.FAULTS.search(line)))


def _waits(upload: dict[str, Any]) -> bool:
    return upload["state"] not in _DECIDED


def _promises(found: dict[str, Documents], watch: Watch) -> Iterator[str]:
    """Hold what is there to what people were answered: as much, no more and no less."""
    for collection, makers in PROMISED.items():
        promised = {id_ for function, name in makers for id_ in watch.ids(function, name)}
        there = {path.rsplit("/", 1)[-1] for path in found.get(collection, {})}
        if lost := promised - there:
            yield f"{collection}: {len(lost)} of {len(promised)} that were promised are not there"
        if more := there - promised:
            yield f"{collection}: {len(more)} of {len(there)} were promised to nobody"


def _states(what: str, there: Documents, expected: dict[str, str]) -> Iterator[str]:
    states = {each["id"]: each["state"] for each in there.values()}
    wrong = Counter(
        f"{states.get(id_)} instead of {state}"
        for id_, state in expected.items()
        if states.get(id_) != state
    )
    yield from (f"{what}: {count} are {which}" for which, count in wrong.items())


def _notices(inbox: Documents, played: Played) -> Iterator[str]:
    """Hold inboxes to who had to hear what: each once."""
    heard: Counter[tuple[str, str, str]] = Counter()
    for path, item in inbox.items():
        for about in item["refs"].values():
            heard[item["kind"], about, path.split("/")[-3]] += 1
    told = Counter(
        f"{kind}: {heard[kind, about, uid]} times in the inbox of who it is for"
        for (kind, about), uid in played.told.items()
        if heard[kind, about, uid] != 1
    )
    yield from (f"{fault}, of {count}" for fault, count in told.items())


def _sums(found: dict[str, Documents]) -> Iterator[str]:
    """Sum the postings up: each transaction to nothing, all of a wallet to what it says it has."""
    accounts: Counter[str] = Counter()
    for path, each in found.get("transactions", {}).items():
        if sum(posting["paise"] for posting in each["postings"]):
            yield f"{path}: does not sum to zero"
        for posting in each["postings"]:
            accounts[posting["account"]] += posting["paise"]
    held: Counter[str] = Counter()
    for path, each in found.get("holds", {}).items():
        held[path.split("/")[1]] += _set_aside(each)
    for wallet in found.get("wallets", {}).values():
        yield from _wallet(wallet, accounts, held[wallet["id"]])


def _wallet(wallet: dict[str, Any], accounts: Counter[str], held: int) -> Iterator[str]:
    """Hold what a wallet says that it has to what is booked on it, and to its holds."""
    account = f"{wallet['kind']}/{wallet['id']}"
    for name, booked in (
        ("available", accounts[f"{account}/available"]),
        ("held", accounts[f"{account}/held"]),
        ("held", held),
    ):
        if wallet[name] != booked:
            yield f"a wallet has {wallet[name]} paise {name}, and {booked} are booked"
    if wallet["available"] < -wallet["credit_limit"]:
        yield "a wallet is overdrawn"


def _set_aside(hold: dict[str, Any]) -> int:
    """Return what is still set aside by a hold, in paise."""
    left: int = hold["amount"] - hold["captured"] - hold["released"]
    return left if hold["state"] == "open" else 0


def _paid_in(transactions: Documents, played: Played) -> Iterator[str]:
    """Hold what came into wallets from outside to what people paid in."""
    came: Counter[str] = Counter()
    for each in transactions.values():
        if each["kind"] in {"top_up", "adjustment"}:
            for posting in each["postings"]:
                kind, _, wallet = posting["account"].partition("/")
                if kind != "platform":
                    came[wallet.partition("/")[0]] += posting["paise"]
    paid: Counter[str] = Counter()
    for org, paise in played.paid_in:
        paid[org] += paise
    for org in came.keys() | paid.keys():
        if came[org] != paid[org]:
            yield f"a wallet was paid {paid[org]} paise, and {came[org]} are booked"


def _chains() -> Iterator[str]:
    """Verify each wallet as `scannerctl wallet verify` does."""
    store = Store(firestore_client())
    for wallet in verification.wallets(store, 10_000):
        yield from verification.faults(store, wallet)
