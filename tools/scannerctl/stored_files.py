"""Files against documents: whether each object is there that one names, and each one is named.

Documents pin the generation of each object that they name, and whoever puts an object back (a copy,
soft delete) gives it a new one. The bytes are the same then, and no link to them works: the
documents are to take the new generation over, where the checksum says that it is the same file.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from core.documents import Document
from core.objects import LANDING, StoredObject, Zone
from privacy.erasure.receipts import FOLDER as ERASURES
from privacy.inventory.table import PLACES
from tools.emulators.layout import checkout

if TYPE_CHECKING:
    from google.cloud.firestore import Client
    from google.cloud.firestore_v1 import DocumentSnapshot
    from google.cloud.storage import Bucket

#: Documents that are read at a time.
PAGE = 500
#: What every stored object has, also one of an earlier release.
_KEYS = frozenset(name for name, field in StoredObject.model_fields.items() if field.is_required())
#: No document names them: the first outlive the documents on purpose, the second are made anew.
_BY_THEMSELVES = (ERASURES, "receipts/")


class Fault(StrEnum):
    """How an object and the documents differ."""

    MISSING = "missing"  # a document names it, and it is not in the bucket that it is named in
    DIFFERS = "differs"  # it is there with other bytes
    PUT_BACK = "put back"  # it is there with the same bytes under another generation
    UNNAMED = "unnamed"  # it is there, and no document names it


@dataclass(frozen=True)
class FileFault:
    """One object that differs, and the document that names it, if one does."""

    fault: Fault
    name: str
    document: str = ""


@dataclass
class FileCheck:
    """What was compared so far: faults as they are found, and how many of what there were."""

    client: Client
    buckets: Sequence[Bucket]
    named: int = 0
    objects: int = 0
    found: Counter[Fault] = field(default_factory=Counter)

    def faults(self) -> Iterator[FileFault]:
        """Yield what differs; a read for each document that may name a file.

        Takes some 200 bytes of memory for each object of the buckets.
        """
        there, passing = standing(self.buckets), tuple(passing_folders())
        self.objects = len(there)
        seen: set[Place] = set()
        for snapshot in holding(self.client):
            for _, stored in named_in(snapshot.to_dict() or {}):
                self.named += 1
                seen.add(place_of(stored))
                fault = judged(stored, there.get(place_of(stored)), passing)
                if fault:
                    self.found[fault] += 1
                    yield FileFault(fault, stored["name"], snapshot.reference.path)
        for _, name in there.keys() - seen:
            if not name.startswith((*passing, *_BY_THEMSELVES)):
                self.found[Fault.UNNAMED] += 1
                yield FileFault(Fault.UNNAMED, name)


@dataclass(frozen=True)
class Standing:
    """An object as it stands in the bucket."""

    generation: int
    byte_size: int
    crc32c: str


#: Where an object is: the zone that links to it are signed for, and its name there.
Place = tuple[Zone | None, str]


def place_of(stored: Mapping[str, Any]) -> Place:
    """Return where a document says that an object is: in the other bucket no link finds it."""
    return stored.get("zone"), stored["name"]


def standing(buckets: Sequence[Bucket]) -> dict[Place, Standing]:
    """Return all objects of the clean bucket and of the other. A request for each 1,000."""
    zones: tuple[Zone | None, ...] = ("clean", None)
    return {
        (zone, str(blob.name)): Standing(int(blob.generation), int(blob.size), str(blob.crc32c))
        for zone, bucket in zip(zones, buckets, strict=True)
        for blob in bucket.list_blobs()
    }


def passing_folders() -> Iterator[str]:
    """Yield the folders that the buckets' lifecycle empties: objects there go, and are not kept."""
    yield LANDING  # whole: the landing zone's bucket is emptied
    path = checkout().root / "storage.clean.lifecycle.json"
    for rule in json.loads(path.read_text(encoding="utf-8"))["lifecycle"]["rule"]:
        if rule["action"]["type"] == "Delete":
            yield from rule["condition"].get("matchesPrefix", [])


def holders() -> list[type[Document]]:
    """Return the models whose documents may name an object, one for each collection."""
    found = {
        place.model.collection(): place.model
        for place in PLACES
        if StoredObject.__name__ in json.dumps(place.model.model_json_schema())
    }
    return list(found.values())


def holding(client: Client) -> Iterator[DocumentSnapshot]:
    """Yield all documents that may name an object, page by page in the order of their paths."""
    for model in holders():
        ordered = client.collection_group(model.collection()).order_by("__name__").limit(PAGE)
        page = list(ordered.stream())
        while page:
            yield from page
            page = list(ordered.start_after(page[-1]).stream()) if len(page) == PAGE else []


def named_in(fields: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each object that a document names, with the field of the document that it stands in."""
    for name, value in fields.items():
        for stored in _within(value):
            yield name, stored


def judged(
    stored: Mapping[str, Any], there: Standing | None, passing: tuple[str, ...]
) -> Fault | None:
    """Compare what a document says of an object with the object; None where both agree."""
    if there is None:
        return None if stored["name"].startswith(passing) else Fault.MISSING
    if (there.byte_size, there.crc32c) != (stored["byte_size"], stored["crc32c"]):
        return Fault.DIFFERS
    return Fault.PUT_BACK if there.generation != stored["generation"] else None


def relink(client: Client, buckets: Sequence[Bucket]) -> int:
    """Have documents name the generations that stand, of objects with the same bytes.

    A read for each document that may name a file, a write for each that changes, on the condition
    that nobody else changed it meanwhile. May be repeated.

    Returns:
        How many documents were changed.
    """
    there, changed = standing(buckets), 0
    for snapshot in holding(client):
        fields = snapshot.to_dict() or {}
        new: dict[str, Any] = {}
        for name, stored in named_in(fields):
            found = there.get(place_of(stored))
            if found and judged(stored, found, ()) is Fault.PUT_BACK:
                stored["generation"] = found.generation
                new[name] = fields[name]
        if new:
            as_read = client.write_option(last_update_time=snapshot.update_time)
            snapshot.reference.update(new, option=as_read)
            changed += 1
    return changed


def _within(value: object) -> Iterable[dict[str, Any]]:
    if isinstance(value, dict):
        if value.keys() >= _KEYS:
            yield value
        else:
            for inner in value.values():
                yield from _within(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _within(inner)
