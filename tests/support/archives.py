"""An export as whoever asked for it gets it: waited for, fetched, opened."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from dataclasses import dataclass
from typing import Any

from tests.support.moments import key
from tools.client import Person, fetch, wait_for


@dataclass(frozen=True)
class Opened:
    """What is in an archive, by name."""

    files: dict[str, bytes]

    @classmethod
    def of(cls, person: Person, patient_id: str | None = None) -> Opened:
        """Ask for an export, watch the request until it is done, and open what came of it."""
        about = {"patient_id": patient_id} if patient_id else {}
        asked = person.call("privacy/request_export", **about, idempotency_key=key())
        request_id = asked["request_id"]
        until(person, request_id, "done")
        link = person.call("privacy/get_export_link", request_id=request_id)
        with zipfile.ZipFile(io.BytesIO(fetch(link["url"]))) as packed:
            opened = cls({name: packed.read(name) for name in packed.namelist()})
        manifest = json.loads(opened.files["manifest.json"])["files"]
        sums = {name: hashlib.sha256(data).hexdigest() for name, data in opened.files.items()}
        assert {name: said["sha256"] for name, said in manifest.items()} == {
            name: sums[name] for name in sums if name != "manifest.json"
        }
        return opened

    def rows(self, name: str) -> list[dict[str, Any]]:
        """The records of a collection."""
        found: list[dict[str, Any]] = json.loads(self.files[f"data/{name}.json"])
        return found

    @property
    def paths(self) -> set[str]:
        """The paths of all documents in it."""
        names = [n.removeprefix("data/").removesuffix(".json") for n in self.files if "data/" in n]
        return {row["path"] for name in names if name != "sign_in" for row in self.rows(name)}

    def holds(self, word: str) -> bool:
        """Whether a word stands anywhere in it."""
        return any(word.encode() in data for data in self.files.values())


def until(person: Person, request_id: str, state: str) -> dict[str, Any]:
    """Watch a request under the rules until it is in a state; the request."""

    def there() -> dict[str, Any] | None:
        found = person.read(f"privacy_requests/{request_id}")
        return found if found and found["state"] == state else None

    return wait_for(there, what=f"the request was never {state}")
