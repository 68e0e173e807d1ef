"""The job of an export, and what is in the archive that it leaves."""

from __future__ import annotations

import io
import zipfile

from core.access import SYSTEM
from core.context import Context
from privacy.export import tasks
from privacy.identity import FirebaseAccounts
from tests.emulator.canary_fixture import CanaryFixture
from tests.emulator.scans.intake.landing_steps import Instance, StepBlobs, StepStore
from tests.support.data_request_fixture import DataRequestFixture


def run(canaries: CanaryFixture, request_id: str, instance: Instance | None = None) -> None:
    """Do what the job of an export does, on an instance that may die."""
    instance = instance or Instance()
    job = DataRequestFixture(canaries.practice).job(f"privacy-{request_id}")
    assert job is not None
    ctx = Context(StepStore(instance), SYSTEM, canaries.practice.clock)
    tasks.export(ctx, StepBlobs(canaries.bucket, instance), FirebaseAccounts(), job)


def archive(canaries: CanaryFixture, request_id: str) -> bytes:
    """The bytes of an archive."""
    found = DataRequestFixture(canaries.practice).of(request_id).archive
    assert found is not None
    data: bytes = canaries.bucket.blob(found.name).download_as_bytes()
    return data


def unpacked(data: bytes) -> dict[str, bytes]:
    """What is in an archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name) for name in packed.namelist()}
