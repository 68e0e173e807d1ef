"""The bucket's five calls, against one that heeds preconditions; the emulator's does not."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from google.api_core import exceptions
from google.cloud.storage.retry import DEFAULT_RETRY

from core.blobs import Blobs, CleanObjectDiffersError, checksum


@dataclass
class StrictBlob:
    """One object, or one generation of it, as Cloud Storage treats it."""

    bucket: StrictBucket
    name: str
    generation: int | None
    crc32c: str = ""
    metadata: dict[str, str] | None = field(default_factory=dict)

    def _asked(self) -> None:
        there = self.bucket.objects.get(self.name)
        if there is None or self.generation not in {None, there[0]}:
            raise exceptions.NotFound(self.name)

    def download_as_bytes(self) -> bytes:
        """Return the bytes of the generation asked for."""
        self._asked()
        return self.bucket.objects[self.name][1]

    def upload_from_string(
        self, data: bytes, *, content_type: str, if_generation_match: int, checksum: str
    ) -> None:
        """Write where nothing stands."""
        assert (if_generation_match, checksum) == (0, "crc32c")
        if self.name in self.bucket.objects:
            raise exceptions.PreconditionFailed(self.name)
        self.bucket.objects[self.name] = (7, data)

    def reload(self) -> None:
        """Read what stands there."""
        self.generation, data = self.bucket.objects[self.name]
        self.crc32c = checksum(data)

    def patch(self, if_generation_match: int, retry: object) -> None:
        """Change the metadata, where the generation is the one meant; null takes all of it away."""
        assert retry is DEFAULT_RETRY
        self._asked()
        assert if_generation_match == self.generation
        if self.metadata is None:
            self.bucket.noted.pop(self.name, None)

    def delete(self, if_generation_match: int | None = None) -> None:
        """Delete, where the generation is the one meant."""
        there = self.bucket.objects.get(self.name)
        if there is not None and if_generation_match not in {None, there[0]}:
            raise exceptions.PreconditionFailed(self.name)
        if there is None:
            raise exceptions.NotFound(self.name)
        del self.bucket.objects[self.name]


@dataclass
class StrictBucket:
    """Objects by name: generation and bytes; and what is noted on them."""

    objects: dict[str, tuple[int, bytes]] = field(default_factory=dict)
    noted: dict[str, dict[str, str]] = field(default_factory=dict)

    def blob(self, name: str, generation: int | None = None) -> StrictBlob:
        """Name an object."""
        return StrictBlob(self, name, generation)


@pytest.fixture
def bucket() -> StrictBucket:
    """A bucket with one object, at its fifth generation."""
    return StrictBucket({"there": (5, b"fifth")})


def blobs(bucket: Any) -> Blobs:
    """The five calls, over that bucket."""
    return Blobs(bucket)


def test_one_generation_is_read_and_no_other(bucket: StrictBucket) -> None:
    assert blobs(bucket).read("there", 5) == b"fifth"
    assert blobs(bucket).read("there", 4) is None
    assert blobs(bucket).read("nowhere", 5) is None


def test_an_object_is_written_once_and_a_retry_finds_it(bucket: StrictBucket) -> None:
    first = blobs(bucket).write("new", b"bytes", "model/stl")
    assert first.model_dump() == {
        "name": "new", "generation": 7, "byte_size": 5, "content_type": "model/stl",
        "crc32c": checksum(b"bytes"),
    }  # fmt: skip
    assert blobs(bucket).write("new", b"bytes", "model/stl") == first


def test_other_bytes_under_the_name_are_never_taken_for_ours(bucket: StrictBucket) -> None:
    with pytest.raises(CleanObjectDiffersError):
        blobs(bucket).write("there", b"bytes", "model/stl")
    assert bucket.objects["there"] == (5, b"fifth")


def test_a_download_token_is_taken_off_one_generation_and_no_other(bucket: StrictBucket) -> None:
    noted = {"there": {"firebaseStorageDownloadTokens": "token"}}
    bucket.noted = dict(noted)
    blobs(bucket).revoke("nowhere", 5)
    blobs(bucket).revoke("there", 4)
    assert bucket.noted == noted
    blobs(bucket).revoke("there", 5)
    assert bucket.noted == {}


def test_one_generation_is_deleted_and_no_other(bucket: StrictBucket) -> None:
    blobs(bucket).delete("nowhere", 5)
    blobs(bucket).delete("there", 4)
    assert "there" in bucket.objects
    blobs(bucket).delete("there", 5)
    assert bucket.objects == {}


def test_what_is_discarded_may_be_gone(bucket: StrictBucket) -> None:
    bucket.objects = {"folder/content": (1, b""), "folder/kept": (1, b"")}
    blobs(bucket).discard("folder", ("content", "thumbnail"))
    assert set(bucket.objects) == {"folder/kept"}


def test_the_checksum_is_that_of_cloud_storage() -> None:
    """The check value of CRC-32C, e3069283, in base64: RFC 3720, B.4, names the polynomial."""
    assert checksum(b"123456789") == "4waSgw=="
