"""Scans that are filed in cases already, with their objects, as an upload leaves them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from google.cloud.storage import Bucket

from core import firebase
from core.blobs import Blobs
from core.store import Store
from scans.cases.models import Case, File
from scans.checks.models import ArchFigures, Fingerprints, Position, ScanFeatures
from scans.intake.drawing import filed
from scans.pairs.models import PairCheck, pair_id
from scans.pairs.recording import record
from scans.uploads.models import Jaw
from tests.emulator.scans.intake.landing_steps import Instance, StepBlobs, StepStore
from tests.support import records
from tests.support.clinic_fixture import ClinicFixture
from tools import samples

_UP = Position(x=0, y=0, z=1)
#: A row of teeth was recognised; how it lies is of no account here.
ROW = ScanFeatures(
    arch=ArchFigures(occlusal=_UP, front=_UP, middle=_UP, right_mm=50, left_mm=50, within_mm=2)
)


@cache
def sample() -> samples.SampleCase:
    """A sound case of few triangles, with scans of the bite."""
    return samples.case(5, triangles=4_000)


def upper() -> bytes:
    """The scan of its upper jaw."""
    found = sample().upper
    assert found is not None
    return found.stl


def lower() -> bytes:
    """The scan of its lower jaw."""
    found = sample().lower
    assert found is not None
    return found.stl


def bite() -> bytes:
    """A scan of its bite."""
    return sample().bites[0].stl


@dataclass
class Shelves:
    """A practice's cases with scans in them, and a bucket that no trigger watches."""

    practice: ClinicFixture = field(default_factory=ClinicFixture)
    bucket: Bucket = field(
        default_factory=lambda: firebase.storage_client().bucket("pairs-of-scans")
    )

    def file(self, case_id: str, jaw: Jaw, data: bytes | None = None, **changes: Any) -> File:
        """File a scan: the one that counts for its jaw, and supersedes the one before."""
        case = self.case(case_id)
        like = records.file(self.practice.tenants).placed(
            case_id, self.practice.ctx().store.new_id()
        )
        before = case.current.get(jaw)
        said = {
            "clinic_id": case.clinic_id,
            "jaw": jaw,
            "supersedes": before,
            "version": 2 if before else 1,
            "features": ROW,
            **changes,
        }
        if data is not None:
            name = f"cases/{case.clinic_id}/{case_id}/{like.id}/content"
            said["content"] = Blobs(self.bucket).write(name, data, "model/stl")
        file = File.model_validate({**dict(like), **said}).placed(case_id, like.id)
        current = Case.model_validate({**dict(case), "current": {**case.current, jaw: file.id}})
        self.practice.tenants.seed(file, current.placed(case_id))
        return file

    def alike(self, case_id: str, jaw: Jaw, prints: Fingerprints, **changes: Any) -> File:
        """File a scan that has these fingerprints; nobody reads its objects."""
        return self.file(case_id, jaw, fingerprints=prints, **changes)

    def case(self, case_id: str) -> Case:
        """A case as it stands."""
        found = self.practice.ctx().store.get(Case, case_id)
        assert found is not None
        return found

    def pair(self, first: File, second: File) -> PairCheck | None:
        """What is recorded of two scans."""
        store = self.practice.ctx().store
        return store.get(PairCheck, first.ids[0], pair_id(first.id, second.id))

    def record(self, file: File, instance: Instance | None = None) -> Store:
        """Do what the trigger does once a scan is drawn; the store that knows what it cost."""
        instance = instance or Instance()
        store = StepStore(instance)
        blobs = StepBlobs(self.bucket, instance)
        found = filed(store, *file.ids)
        if isinstance(found, tuple):
            record(store, blobs, self.practice.clock, *found)
        return store

    def pictures(self, case_id: str) -> list[str]:
        """The pictures of pairs that lie in the bucket."""
        prefix = f"cases/{self.practice.tenants.clinic}/{case_id}/pairs/"
        return [blob.name.removeprefix(prefix) for blob in self.bucket.list_blobs(prefix=prefix)]
