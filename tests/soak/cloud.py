"""What the emulators lack: Firestore's TTL and the buckets' lifecycle, by the deployed files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from core import firebase
from core.blobs import Blobs
from core.objects import LANDING
from tests.support.sources import ROOT

DAY = timedelta(days=1)


class FirestoreTtl:
    """Stands for Firestore's TTL: takes away what the fields in the index file say is over."""

    def __init__(self) -> None:
        text = (ROOT / "firestore.indexes.json").read_text(encoding="utf-8")
        overrides = json.loads(text)["fieldOverrides"]
        self._fields = [(o["collectionGroup"], o["fieldPath"]) for o in overrides if o.get("ttl")]

    def sweep(self, now: datetime) -> None:
        """Delete what is over."""
        from google.cloud.firestore import FieldFilter

        client = firebase.firestore_client()
        for group, name in self._fields:
            query = client.collection_group(group).where(filter=FieldFilter(name, "<=", now))
            for found in query.stream():
                found.reference.delete()


@dataclass
class BucketLifecycle:
    """Stands for the buckets' lifecycle, by the files that are set on them.

    The emulator dates objects by the machine's clock: when they were made is noted here.
    """

    blobs: Blobs
    made: dict[str, datetime] = field(default_factory=dict)

    def write(self, name: str, at: datetime) -> Any:
        """Write an object, where a client or the functions would."""
        self.made[name] = at
        lands = self.blobs.landing if name.startswith(LANDING) else None
        return Blobs(lands or self.blobs.bucket).write(
            name, name.encode(), "application/octet-stream"
        )

    def sweep(self, now: datetime) -> None:
        """Delete what is too old; an object's class changes nothing for who reads it."""
        for name, at in self.made.items():
            bucket = "landing" if name.startswith(LANDING) else "clean"
            if any(at + age <= now for prefix, age in _ages(bucket) if name.startswith(prefix)):
                self.blobs.discard_all([name])


def _ages(bucket: str) -> Iterator[tuple[str, timedelta]]:
    """Yield what a bucket deletes: how its names begin, and how old it is then."""
    text = (ROOT / f"storage.{bucket}.lifecycle.json").read_text(encoding="utf-8")
    for rule in json.loads(text)["lifecycle"]["rule"]:
        if rule["action"]["type"] == "Delete":
            for prefix in rule["condition"]["matchesPrefix"]:
                yield prefix, rule["condition"]["age"] * DAY
