"""A hash chain: each entry of a wallet has a hash over itself and the hash of the one before."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from core import unknown
from core.digests import digest
from wallet.ledger.models import OVERDRAWING, Wallet, WalletEntry


class _Head(NamedTuple):
    """What a wallet is before its first entry."""

    number: int = 0
    available: int = 0
    held_after: int = 0
    hash: str = ""


def hash_of(entry: WalletEntry) -> str:
    """Return the SHA-256 over everything that an entry said, the hash before it included.

    It is over what was stored, whichever release did: a field that this one does not know counts,
    and one that it would have added does not.
    """
    return _hash(unknown.said_as_read(entry))


def sealed(entry: WalletEntry) -> WalletEntry:
    """Return the entry with its hash."""
    return entry.model_copy(update={"hash": _hash(unknown.said(entry))})


def faults(wallet: Wallet, entries: Iterable[WalletEntry]) -> Iterator[str]:
    """Yield, in words, everything about a wallet that does not add up.

    `entries` are all that there are, in the order of their numbers; they begin where the wallet
    says that what was there before was brought forward.
    """
    last: _Head | WalletEntry = _beginning(wallet)
    for entry in entries:
        yield from (f"entry {entry.number}: {fault}" for fault in _faults_after(last, entry))
        last = entry
    if (wallet.sequence, wallet.head) != (last.number, last.hash):
        yield "the wallet: its last entry is not the last one there is"
    if (wallet.available, wallet.held) != (last.available, last.held_after):
        yield "the wallet: its balance is not that of its entries"


def _hash(said: Mapping[str, object]) -> str:
    return digest({name: value for name, value in said.items() if name != "hash"})


def _beginning(wallet: Wallet) -> _Head:
    before = wallet.brought_forward
    if before is None:
        return _Head()
    return _Head(before.number, before.available, before.held, before.hash)


def _faults_after(last: "_Head | WalletEntry", entry: WalletEntry) -> Iterator[str]:
    if entry.number != last.number + 1:
        yield f"number {last.number + 1} was expected"
    if entry.previous != last.hash:
        yield "it does not follow the entry before it"
    if hash_of(entry) != entry.hash:
        yield "its hash is not that of its content"
    if entry.available != last.available + entry.available_change:
        yield "what is available is not what was, and the change"
    if entry.held_after != last.held_after + entry.held_change:
        yield "what is set aside is not what was, and the change"
    if entry.held_after < 0:
        yield "less than nothing is set aside"
    if _overspent(entry):
        yield "more was spent than was available, credit included"


def _overspent(entry: WalletEntry) -> bool:
    """Tell whether money was spent that was not there, by a kind that may not do that."""
    spends = entry.available_change < 0 and entry.kind not in OVERDRAWING
    return spends and entry.credit_limit is not None and entry.available < -entry.credit_limit
