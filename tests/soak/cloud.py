"""What the emulators lack: Firestore's TTL and a bucket's lifecycle, by the deployed files."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from core import firebase
from core.blobs import Blobs
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
    """Stands for the bucket's lifecycle, by the file that is set on it.

    The emulator dates objects by the machine's clock: when they were made is noted here.
    """

    blobs: Blobs
    made: dict[str, datetime] = field(default_factory=dict)

    def write(self, name: str, at: datetime) -> Any:
        """Write an object."""
        self.made[name] = at
        return self.blobs.write(name, name.encode(), "application/octet-stream")

    def sweep(self, now: datetime) -> None:
        """Delete what is too old."""
        text = (ROOT / "storage.lifecycle.json").read_text(encoding="utf-8")
        for rule in json.loads(text)["lifecycle"]["rule"]:
            age = rule["condition"]["age"] * DAY
            for prefix in rule["condition"]["matchesPrefix"]:
                old = [n for n, at in self.made.items() if n.startswith(prefix) and at + age <= now]
                self.blobs.discard_all(old)
