"""The chain over a wallet's entries: whatever is tampered with is found."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.access import Role
from core.unknown import stored
from tests.unit.wallet.ledger.shelf import Shelf, new_hold, order
from wallet.ledger import chain, operations
from wallet.ledger.models import TransactionKind, Wallet, WalletEntry
from wallet.ledger.subjects import Subject

#: What a wallet says that its entries bear out; its kind and credit are not theirs to say.
BORNE_OUT = ("available", "held", "sequence", "head")
FIELDS = sorted(WalletEntry.model_fields)
FIGURES = ("available_change", "held_change", "available", "held_after")


@cache
def honest() -> tuple[Wallet, tuple[WalletEntry, ...]]:
    """A wallet with nine entries of several kinds."""
    shelf = Shelf()
    unit, journal = shelf.journal()

    def wallet() -> Wallet:
        return journal.wallet("c1", Role.CLINIC)

    for number in range(3):
        operations.top_up(journal, order(f"in{number}"), wallet(), 500 + number, "payments/p1")
        held = operations.hold(journal, order(f"hold{number}"), wallet(), new_hold(100 + number))
        if number < 2:
            operations.release(journal, order(f"out{number}"), wallet(), held.id)
    operations.adjust(journal, order("less"), wallet(), -40, "a mistake")
    journal.write()
    unit.flush()
    return next(shelf.of(Wallet)), tuple(shelf.entries("c1"))


#: The kinds that may leave a debt, by hand: what goes back through the gateway.
DEBTS = {"payment_refund", "dispute_hold"}
LAST = len(honest()[1]) - 1
PLACES = st.integers(0, LAST)


def found(entries: list[WalletEntry], wallet: Wallet | None = None) -> list[str]:
    return list(chain.faults(wallet or honest()[0], entries))


def other(draw: st.DrawFn, value: Any) -> Any:
    """Another value of the same kind."""
    match value:
        case TransactionKind():
            return draw(st.sampled_from(TransactionKind).filter(lambda kind: kind is not value))
        case int():
            return value + draw(st.integers(-1000, 1000).filter(bool))
        case datetime():
            return value + timedelta(microseconds=draw(st.integers(1, 10**9)))
        case None:  # the subject, which these have none of
            return Subject(lab=draw(st.text("abc", min_size=1)))
        case _:
            return draw(st.text(max_size=80).filter(lambda text: text != value))


@st.composite
def tampered(draw: st.DrawFn, fields: list[str] = FIELDS) -> tuple[int, WalletEntry]:
    """One entry with one field changed, and its place."""
    place, name = draw(PLACES), draw(st.sampled_from(fields))
    entry = honest()[1][place]
    return place, entry.model_copy(update={name: other(draw, getattr(entry, name))})


def test_an_honest_wallet_has_no_faults() -> None:
    wallet, entries = honest()
    assert LAST == 8
    assert found(list(entries)) == []
    assert (wallet.available, wallet.held) == (1361, 102)


def test_a_wallet_without_entries_has_none_either() -> None:
    empty = Wallet(kind=Role.LAB)
    assert found([], empty) == []
    assert found([], empty.model_copy(update={"available": 1}))


@settings(max_examples=1000, derandomize=True)
@given(tampered())
def test_a_field_that_is_tampered_with_is_found(change: tuple[int, WalletEntry]) -> None:
    place, entry = change
    entries = list(honest()[1])
    entries[place] = entry
    assert any(f"entry {entry.number}: " in fault for fault in found(entries))


@settings(max_examples=300, derandomize=True)
@given(tampered([name for name in FIELDS if name != "hash"]))
def test_a_tampered_entry_that_is_sealed_anew_is_found(change: tuple[int, WalletEntry]) -> None:
    """The hash fits then; the entry after it, or the wallet, still knows the old one."""
    place, entry = change
    entries = list(honest()[1])
    entries[place] = chain.sealed(entry)
    assert found(entries)


@settings(max_examples=300, derandomize=True)
@given(tampered([name for name in FIELDS if name not in {"hash", "previous", "number"}]))
def test_a_chain_that_is_rewritten_to_its_end_is_found(change: tuple[int, WalletEntry]) -> None:
    """All that follows is linked and sealed anew; the wallet's head is that of the old chain."""
    place, entry = change
    entries = list(honest()[1])
    entries[place] = chain.sealed(entry)
    for at in range(place + 1, len(entries)):
        linked = entries[at].model_copy(update={"previous": entries[at - 1].hash})
        entries[at] = chain.sealed(linked)
    assert "the wallet: its last entry is not the last one there is" in found(entries)


@pytest.mark.parametrize("place", range(LAST + 1))
def test_a_removed_entry_is_found(place: int) -> None:
    entries = list(honest()[1])
    del entries[place]
    assert found(entries)


@pytest.mark.parametrize("length", range(LAST + 1))
def test_a_lost_end_is_found(length: int) -> None:
    assert "the wallet: its last entry is not the last one there is" in found(
        list(honest()[1][:length])
    )


@pytest.mark.parametrize(
    ("one", "two"), [(one, two) for two in range(LAST + 1) for one in range(two)]
)
def test_swapped_entries_are_found(one: int, two: int) -> None:
    entries = list(honest()[1])
    entries[one], entries[two] = entries[two], entries[one]
    assert found(entries)


@settings(max_examples=200, derandomize=True)
@given(tampered(), st.integers(0, LAST + 1), st.booleans())
def test_an_inserted_entry_is_found(change: tuple[int, WalletEntry], at: int, sealed: bool) -> None:
    entries = list(honest()[1])
    entries.insert(at, chain.sealed(change[1]) if sealed else change[1])
    assert found(entries)


@pytest.mark.parametrize("place", range(LAST + 1))
def test_an_entry_that_comes_twice_is_found(place: int) -> None:
    entries = list(honest()[1])
    entries.insert(place, entries[place])
    assert found(entries)


@pytest.mark.parametrize("name", BORNE_OUT)
@pytest.mark.parametrize("change", [-1, 1])
def test_a_wallet_that_is_tampered_with_is_found(name: str, change: int) -> None:
    wallet, entries = honest()
    value = getattr(wallet, name)
    update = {name: value + change if isinstance(value, int) else value[:-1]}
    assert found(list(entries), wallet.model_copy(update=update))


@pytest.mark.parametrize("name", FIGURES)
def test_figures_are_recomputed_not_only_sealed(name: str) -> None:
    """A wallet whose only entry is sealed and linked as it should, with a figure that is wrong."""
    first = honest()[1][0]
    entry = chain.sealed(first.model_copy(update={name: getattr(first, name) + 1}))
    fields = {"available": entry.available, "held": entry.held_after}
    head = {"sequence": 1, "head": entry.hash}
    wallet = Wallet(kind=Role.CLINIC, **fields, **head)
    assert [fault.split(": ")[0] for fault in found([entry], wallet)] == ["entry 1"]


def test_less_than_nothing_set_aside_is_found() -> None:
    """Sums that fit and a hash that fits: what is impossible is still said."""
    first = honest()[1][0]
    entry = chain.sealed(first.model_copy(update={"held_change": -5, "held_after": -5}))
    assert "entry 1: less than nothing is set aside" in found([entry])


@pytest.mark.parametrize("kind", TransactionKind)
@pytest.mark.parametrize(("limit", "sound"), [(100, True), (99, False), (None, True)])
def test_more_spent_than_there_was_is_found(
    kind: TransactionKind, limit: int | None, sound: bool
) -> None:
    """Only what the gateway takes back may leave a debt, and no credit changes what was spent."""
    first = honest()[1][0]
    spent = {"kind": kind, "available_change": -100, "available": -100, "credit_limit": limit}
    entry = chain.sealed(first.model_copy(update=spent))
    fault = "entry 1: more was spent than was available, credit included"
    assert (fault in found([entry])) is not (sound or kind in DEBTS)
    gained = chain.sealed(entry.model_copy(update={"available_change": 5, "available": -100}))
    assert fault not in found([gained])


def test_the_hash_is_over_everything_but_itself() -> None:
    entry = honest()[1][3]
    assert chain.hash_of(entry.model_copy(update={"hash": "x"})) == entry.hash
    assert len(entry.hash) == 64


def test_numbers_have_no_gap() -> None:
    """A first entry that calls itself the second, in a wallet that believes it."""
    entry = chain.sealed(honest()[1][0].model_copy(update={"number": 2}))
    fields = {"available": entry.available, "sequence": 2, "head": entry.hash}
    assert found([entry], Wallet(kind=Role.CLINIC, **fields)) == ["entry 2: number 1 was expected"]


#: An entry as it stands in a database, all but its hash.
STANDING = {
    "number": 1,
    "transaction_id": "t1",
    "kind": "top_up",
    "reference": "payments/p1",
    "available_change": 500,
    "held_change": 0,
    "available": 500,
    "held_after": 0,
    "at": datetime(2026, 5, 4, 9, 30, tzinfo=UTC),
    "previous": "",
}


def hashed(fields: dict[str, Any]) -> str:
    """The hash by its definition: SHA-256 over the sorted JSON, times in ISO 8601."""
    at = {n: v.isoformat().replace("+00:00", "Z") for n, v in fields.items() if n.endswith("at")}
    canonical = json.dumps(fields | at, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def test_a_hash_is_what_it_has_always_been() -> None:
    entry = chain.sealed(WalletEntry(**STANDING, hash=""))
    assert entry.hash == hashed(STANDING)
    assert entry.hash == "acc664e71d2c9058e9811d5978028e4045678ebd836fbaddf53b04ef33dc3be7"


@pytest.mark.parametrize("more", [{"channel": "upi"}, {"settled_at": STANDING["at"], "parts": [1]}])
def test_an_entry_of_a_newer_release_is_verified(more: dict[str, Any]) -> None:
    """What it says beside all others is part of it: changed or taken away, that is found."""
    hash_ = hashed({**STANDING, **more})

    def read(**said: Any) -> WalletEntry:
        return WalletEntry.model_validate({**STANDING, **said, "hash": hash_}, extra="allow")

    wallet = Wallet(kind=Role.CLINIC, available=500, sequence=1, head=hash_)
    assert found([read(**more)], wallet) == []
    assert stored(read(**more)) == {**STANDING, **more, "hash": hash_}
    for tampered in ({}, {**more, next(iter(more)): "else"}, {**more, "and": None}):
        assert found([read(**tampered)], wallet) == ["entry 1: its hash is not that of its content"]


def test_an_entry_has_nothing_that_is_computed() -> None:
    """It would be stored, and hashed, and not read back."""
    assert not WalletEntry.model_computed_fields
