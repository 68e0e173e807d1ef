"""Uploads that nobody could finish are refused, and what was written of them goes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from core.blobs import Blobs
from core.store import Store
from scans.intake import abandoned, filing
from scans.uploads.models import Upload, UploadKind, UploadState
from tests.support import ids, records
from tests.support.account_records import Tenants
from tests.support.memory_firestore import MemoryFirestore
from tests.support.moments import Clock

#: Eventarc delivers an event again for 24 hours: docs of Firebase, "retry asynchronous functions".
NOT_YET, OVER = timedelta(hours=24), timedelta(hours=26)


@dataclass
class NamedObjects:
    """A bucket, as far as objects are listed and deleted in it."""

    names: set[str] = field(default_factory=set)

    def blob(self, name: str) -> Any:
        """Name an object."""
        return SimpleNamespace(delete=lambda: self.names.discard(name))

    def list_blobs(self, prefix: str) -> list[Any]:
        """Name all below a prefix."""
        return [
            SimpleNamespace(name=name) for name in sorted(self.names) if name.startswith(prefix)
        ]


@pytest.mark.parametrize("kind", [UploadKind.STL, UploadKind.CASE])
@pytest.mark.parametrize(("ago", "given_up"), [(NOT_YET, False), (OVER, True)])
def test_what_an_upload_that_is_given_up_has_written_goes(
    kind: UploadKind, ago: timedelta, given_up: bool
) -> None:
    clock = Clock()
    changes = {"state": UploadState.PROCESSING, "claimed_at": clock.now() - ago}
    stuck = records.upload(Tenants(), ids.uid(), **changes, kind=kind)
    database: Any = MemoryFirestore()
    store = Store(database, SimpleNamespace(enqueue=lambda *_, **__: None))  # type: ignore[arg-type]
    store.run(lambda unit: unit.create(stuck, stuck.id))
    written = f"{filing.folder(stuck)}/content"
    bucket: Any = NamedObjects({written, "cases/another/case/upload/content"})
    ctx: Any = SimpleNamespace(store=store, clock=clock)

    assert abandoned.give_up(ctx, Blobs(bucket)) == given_up

    found = store.get(Upload, stuck.id)
    assert found is not None
    assert (found.state is UploadState.REJECTED) is given_up
    assert [each.code for each in found.findings] == ["not-processed"] * given_up
    assert (written in bucket.names) is not given_up
    assert "cases/another/case/upload/content" in bucket.names
