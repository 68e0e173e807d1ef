"""The run of money in its short form, and a fault planted in each thing that it is judged by."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.soak import money
from tests.soak.money_operations import Operations
from tests.unit.wallet.ledger.shelf import order
from wallet.ledger.charges import given_back
from wallet.ledger.models import Posting

Documents = dict[str, Any]

#: How what is found of a wallet begins, and of a document.
WALLETS, DOCUMENTS = ("clinic", "lab"), ("SC-", "SN-", "SF-")


def test_a_thousand_operations_with_faults_end_as_the_law_has_it() -> None:
    world, done = money.play(1_000, seed=18)
    assert money.faults(world) == []
    assert set(done) == set(money.WEIGHTS)
    assert min(world.faults.counted[name] for name in ("dies before", "dies after", "overtaken"))
    kinds = {kind for kind, *_ in world.books.lines}
    assert kinds == {"invoice", "credit_note", "financial_credit_note"}


@pytest.fixture(scope="module")
def played() -> Operations:
    """A world after a short run."""
    world, _ = money.play(250, seed=7)
    assert money.faults(world) == []
    return world


@pytest.fixture
def documents(played: Operations) -> Iterator[Documents]:
    """Its documents, which a test may change: they are as they were after it."""
    before = dict(played.database.documents)
    played.database.documents.update({at: copy.deepcopy(found) for at, found in before.items()})
    yield {path: fields for path, (fields, _) in played.database.documents.items()}
    played.database.documents.clear()
    played.database.documents.update(before)


def _of(found: Documents, collection: str, **fields: Any) -> Any:
    """The first document of a collection that has these fields."""
    at = collection.split("/")
    return next(
        each
        for path, each in sorted(found.items())
        if path.split("/")[::2] == at and all(each.get(n) == v for n, v in fields.items())
    )


def _balance(found: Documents) -> None:
    _of(found, "wallets", kind="clinic")["available"] += 1


def _entry(found: Documents) -> None:
    _of(found, "wallets/entries", kind="capture")["held_change"] += 1


def _posting(found: Documents) -> None:
    """The platform earns what the government should have."""
    postings = _of(found, "transactions", kind="capture")["postings"]
    mine = next(each for each in postings if each["account"] == "platform/revenue")
    tax = next(each for each in postings if each["account"] in {"platform/cgst", "platform/igst"})
    mine["paise"], tax["paise"] = mine["paise"] + 1, tax["paise"] - 1


def _withheld(found: Documents) -> None:
    """Less was withheld than the rate says."""
    sold = next(
        each
        for path, each in sorted(found.items())
        if path.startswith("transactions/")
        and each["kind"] == "capture"
        and each["sale"]
        and each["sale"].get("withholding")
    )
    sold["sale"]["withholding"]["tds"] += 10


def _terms(found: Documents) -> None:
    """A fee was agreed at another price than the list says."""
    hold = next(
        each
        for path, each in sorted(found.items())
        if "/holds/" in path and each["terms"] and each["state"] == "captured"
    )
    hold["terms"]["prices"]["visit"] += 100


def _place(found: Documents) -> None:
    _of(found, "invoices", kind="invoice")["place"] = "33"


def _kind_of_tax(found: Documents) -> None:
    """A tax of the wrong kind, that adds up all the same."""
    made = _of(found, "invoices", kind="invoice")
    line = made["lines"][0]
    line["igst"], line["cgst"], line["sgst"] = line["cgst"] + line["sgst"], line["igst"], 0
    for tax in ("igst", "cgst", "sgst"):
        made["totals"][tax] = sum(each[tax] for each in made["lines"])


def _advance(found: Documents) -> None:
    """More is left of an advance than its documents leave."""
    wallet = next(
        each
        for path, each in sorted(found.items())
        if path.count("/") == 1 and each.get("advances")
    )
    wallet["advances"][0]["left"] += 1


#: A fault, and what finds it: `scannerctl wallet verify` names the wallet, the law the document.
PLANTED: dict[str, tuple[Callable[[Documents], None], tuple[str, ...]]] = {
    "balance": (_balance, WALLETS),
    "entry": (_entry, WALLETS),
    "posting": (_posting, WALLETS),
    "withheld": (_withheld, WALLETS),
    "terms": (_terms, WALLETS),
    "advance": (_advance, WALLETS),
    "place of supply": (_place, DOCUMENTS),
    "kind of tax": (_kind_of_tax, DOCUMENTS),
}


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_found(fault: str, played: Operations, documents: Documents) -> None:
    plant, named = PLANTED[fault]
    plant(documents)
    assert any(found.startswith(named) for found in money.faults(played))


def test_an_invoice_that_is_missing_leaves_a_gap(played: Operations, documents: Documents) -> None:
    last = max(path for path in documents if path.startswith("invoices/SC-"))
    del played.database.documents[f"{last.rpartition('-')[0]}-000002"]
    found = money.faults(played)
    assert any("gaps" in fault for fault in found)
    assert any(fault.startswith("no document has") for fault in found)


def test_what_was_given_back_whole_is_given_back_no_further() -> None:
    """Nothing is left of a sale whose time is over: each gives nothing, a lab by an entry."""
    lab = f"lab/{order('l').transaction_id}/available"
    shares = [Posting(account=lab, paise=0), Posting(account="platform/revenue", paise=0)]
    assert [posting.paise for posting in given_back(shares, 0, 0)] == [0]
