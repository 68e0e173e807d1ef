"""Receipts of erasures: ids and counts of all that is to go, written before anything goes.

A receipt is an object of the bucket and not a document: a backup of the database that is restored
must not take away the memory of what was erased since. It holds nothing personal.
"""

import hashlib
import json
from collections.abc import Iterator

from pydantic import AwareDatetime

from core.blobs import Blobs
from core.documents import Record

FOLDER = "erasures/"
_MOST_BYTES = 64 * 1024 * 1024
"""Bytes of one receipt that are read: two million ids. The largest clinic has some ten thousand."""


class ErasureReceipt(Record):
    """The record of one erasure: whom it was about, and ids and counts of all that was to go.

    Attributes:
        request_id: the request, or the consent that was withdrawn.
        subject: the path of the account, the patient or the consent.
        kind: how it is looked for.
        known: ids by which its documents are found, also once others are gone.
        planned: documents by collection and by what becomes of them.
        plan: a hash over every path and what becomes of it.
        kept: grounds on which something stays, and the last day that it does.
        at: when it was written.
    """

    request_id: str
    subject: str
    kind: str
    known: dict[str, list[str]]
    planned: dict[str, dict[str, int]]
    plan: str
    kept: dict[str, str]
    at: AwareDatetime


def name_of(request_id: str) -> str:
    """Return the name of a receipt's object."""
    return f"{FOLDER}{request_id}.json"


def read(blobs: Blobs, request_id: str) -> ErasureReceipt | None:
    """Read a receipt; None where none was written."""
    text = blobs.read(name_of(request_id), None, most=_MOST_BYTES)
    return ErasureReceipt.model_validate_json(text, extra="ignore") if text is not None else None


def write(blobs: Blobs, receipt: ErasureReceipt) -> None:
    """Write a receipt once."""
    text = json.dumps(receipt.model_dump(mode="json"), sort_keys=True, indent=1)
    blobs.write(name_of(receipt.request_id), text.encode(), "application/json")


def all_of(blobs: Blobs) -> Iterator[ErasureReceipt]:
    """Yield every receipt."""
    for name in blobs.names(FOLDER):
        found = read(blobs, name.removeprefix(FOLDER).removesuffix(".json"))
        if found is not None:
            yield found


class Plan:
    """A plan: counts, and a hash, of what is done to which path, added one after the other."""

    def __init__(self) -> None:
        self.planned: dict[str, dict[str, int]] = {}
        self._hash = hashlib.sha256()

    def add(self, collection: str, path: str, action: str) -> None:
        """Take one path."""
        counts = self.planned.setdefault(collection, {})
        counts[action] = counts.get(action, 0) + 1
        self._hash.update(f"{path} {action}\n".encode())

    @property
    def digest(self) -> str:
        """The hash over all of it."""
        return self._hash.hexdigest()
