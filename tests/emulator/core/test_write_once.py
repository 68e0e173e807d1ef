"""An object of the clean zone is written once, in a bucket that heeds generations."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from core.blobs import Blobs, CleanObjectDiffersError, project_blobs
from tests.support.ids import document_id

FIRST, OTHER = b"the first bytes", b"other bytes"


@pytest.fixture
def blobs() -> Blobs:
    """Both buckets."""
    return project_blobs()


@pytest.fixture
def name(blobs: Blobs) -> Iterator[str]:
    """The name of an object, free until now and afterwards."""
    name = f"cases/{document_id()}"
    yield name
    blobs.discard_all([name])


def test_a_retry_takes_what_stands_there(blobs: Blobs, name: str) -> None:
    first = blobs.write(name, FIRST, "model/stl")
    again = blobs.write(name, FIRST, "model/stl")
    assert again == first, "one generation"


def test_other_bytes_never_replace_what_stands_there(blobs: Blobs, name: str) -> None:
    first = blobs.write(name, FIRST, "model/stl")
    with pytest.raises(CleanObjectDiffersError):
        blobs.write(name, OTHER, "model/stl")
    assert blobs.described(name) == first
    assert blobs.read(name, first.generation, most=100) == FIRST


def test_of_two_that_write_at_once_one_wins_and_the_other_is_told(blobs: Blobs, name: str) -> None:
    together = Barrier(2, timeout=30)

    def write(data: bytes) -> bool:
        together.wait()
        try:
            blobs.write(name, data, "model/stl")
        except CleanObjectDiffersError:
            return False
        return True

    both = [FIRST, OTHER]
    with ThreadPoolExecutor(2) as pool:
        won = list(pool.map(write, both))
    assert sorted(won) == [False, True]
    assert blobs.read(name, None, most=100) == both[won.index(True)]


def test_what_was_meant_for_a_generation_leaves_the_next_one_alone(blobs: Blobs, name: str) -> None:
    """A late instance reads, revokes and deletes what it knows, and no more."""
    before = blobs.write(name, FIRST, "model/stl")
    blobs.delete(name, before.generation)
    now = blobs.write(name, OTHER, "model/stl")
    assert blobs.read(name, before.generation, most=100) is None
    blobs.revoke(name, before.generation)
    blobs.delete(name, before.generation)
    assert blobs.described(name) == now
    assert blobs.read(name, now.generation, most=100) == OTHER
    blobs.delete(name, now.generation)
    assert blobs.read(name, None, most=100) is None


def test_a_download_token_goes_from_the_generation_that_is_meant(blobs: Blobs, name: str) -> None:
    there = blobs.write(name, FIRST, "model/stl")
    noted = blobs.bucket.blob(name)
    noted.metadata = {"firebaseStorageDownloadTokens": "token"}
    noted.patch()
    blobs.revoke(name, there.generation - 1)
    noted.reload()
    assert noted.metadata == {"firebaseStorageDownloadTokens": "token"}
    blobs.revoke(name, there.generation)
    noted.reload()
    assert noted.metadata is None
