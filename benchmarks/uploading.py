"""Uploads to Scanner and to the trivial trigger, as a program: any build's, in its own emulators.

`python uploading.py ROUNDS TRACE OUT FILE...` uploads each file in turns to both, so often, by the
`tests.support` and `tools` that its path names, and writes JSON to OUT: of each upload the seconds
from its end to `ready` at a listener, of ours those until it is drawn, and its spans of the file
TRACE.
"""

from __future__ import annotations

import json
import sys
import threading
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

from google.cloud.storage import Client

PATIENCE = 120  # seconds
QUIET = 0.5  # seconds without a line in the trace, after which all that follows an upload is done


class Uploads:
    """A clinic that uploads, and a listener on what becomes of it."""

    def __init__(self, trace: Path) -> None:
        from core.firebase import firestore_client
        from tests.support.people import Cast, appointed_admin

        self._clinic = Cast(appointed_admin()).member()
        self._database = firestore_client()
        self._objects = Client()
        self._trace = trace

    def ours(self, data: bytes) -> dict[str, Any]:
        """Upload a scan to a case of its own; what it took."""
        from tests.support.forms import open_case, slot

        case_id = open_case(self._clinic)
        given = slot(self._clinic, case_id, data)
        self._rest()
        document = f"uploads/{given['upload_id']}"
        name = given["object_name"]
        file = f"cases/{case_id}/files/{given['upload_id']}"
        return self._timed(document, lambda: self._clinic.upload(name, data), file)

    def peers(self, data: bytes) -> dict[str, Any]:
        """Upload the same to the trivial trigger's bucket."""
        name = uuid.uuid4().hex
        blob = self._objects.bucket("trivial-uploads").blob(name)
        self._rest()
        return self._timed(f"trivial_uploads/{name}", lambda: blob.upload_from_string(data))

    def _timed(self, document: str, upload: Callable[[], object], file: str = "") -> dict[str, Any]:
        seen: dict[str, float] = {}
        over = threading.Event()

        def told(documents: Any, changes: object, at: object) -> None:  # noqa: ANN401
            del changes, at
            state = next((d.get("state") for d in documents if d.exists), "")
            seen.setdefault(state, time.time())
            if state in {"ready", "rejected"}:
                over.set()
            listening.set()

        listening = threading.Event()
        watch = self._database.document(document).on_snapshot(told)
        try:
            if not listening.wait(PATIENCE):
                raise RuntimeError("the listener hears nothing")
            lines = len(self._lines())
            upload()
            ended = time.time()
            if not over.wait(PATIENCE) or "rejected" in seen:
                raise RuntimeError(f"{document} is not ready: {list(seen)}")
        finally:
            watch.unsubscribe()
        drawn = self._drawn(file) - ended if file else 0.0
        self._rest()
        spans = [json.loads(line) for line in self._lines()[lines:]]
        taken = {"seconds": seen["ready"] - ended, "drawn": drawn, "ended": ended}
        return taken | {"spans": spans}

    def _drawn(self, file: str) -> float:
        """Wait until a scan is drawn: when that was, to a twentieth of a second."""
        deadline = time.monotonic() + PATIENCE
        while not self._database.document(file).get().to_dict().get("pictures"):
            if time.monotonic() > deadline:
                raise RuntimeError(f"{file} is not drawn")
            time.sleep(0.05)
        return time.time()

    def _lines(self) -> list[str]:
        return self._trace.read_text().splitlines() if self._trace.exists() else []

    def _rest(self) -> None:
        """Wait until no function works any more: what follows an upload slows no other."""
        count, since = -1, time.monotonic()
        while time.monotonic() - since < QUIET:
            if (now := len(self._lines())) != count:
                count, since = now, time.monotonic()
            time.sleep(0.05)


def main(rounds: str, trace: str, out: str, *paths: str) -> None:
    """Upload, and say what it took."""
    uploads = Uploads(Path(trace))
    files = [Path(path).read_bytes() for path in paths]
    for _ in range(2):  # the first meets processes that have yet to import
        uploads.ours(files[0])
        uploads.peers(files[0])
    taken: dict[str, list[list[dict[str, Any]]]] = {"ours": [], "peers": []}
    for data in files:
        for each in taken.values():
            each.append([])
        for _ in range(int(rounds)):
            taken["ours"][-1].append(uploads.ours(data))
            taken["peers"][-1].append(uploads.peers(data))
    Path(out).write_text(json.dumps(taken), encoding="ascii")


if __name__ == "__main__":
    main(*sys.argv[1:])
