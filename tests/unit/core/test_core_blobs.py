"""The bucket's calls, against one that fails at chosen moments and counts what it is asked.

The same against the Storage emulator: `tests/emulator/core/test_write_once.py`.
"""

from __future__ import annotations

import ast
import inspect
import io
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

import pytest
from google.api_core import exceptions
from google.cloud.storage.retry import DEFAULT_RETRY

from core.blobs import (
    Blobs,
    CleanObjectDiffersError,
    NewObject,
    ObjectTooLargeError,
    checksum,
)

FUNCTIONS = Path(__file__).parents[3] / "functions"


@dataclass
class StrictBlob:
    """One object, or one generation of it, as Cloud Storage treats it."""

    bucket: StrictBucket
    name: str
    generation: int | None
    crc32c: str = ""
    size: int = 0
    content_type: str = ""
    metadata: dict[str, str] | None = field(default_factory=dict)

    def _asked(self) -> None:
        there = self.bucket.objects.get(self.name)
        if there is None or self.generation not in {None, there[0]}:
            raise exceptions.NotFound(self.name)

    def download_to_file(self, file: IO[bytes], *, raw_download: bool) -> None:
        """Hand out the generation asked for, byte by byte."""
        assert raw_download, "or Cloud Storage and the client unpack what says it is packed"
        self._asked()
        for byte in self.bucket.objects[self.name][1]:
            self.bucket.sent += 1
            file.write(bytes([byte]))

    def upload_from_string(
        self, data: bytes, *, content_type: str, if_generation_match: int, checksum: str
    ) -> None:
        """Write where nothing stands."""
        assert (if_generation_match, checksum) == (0, "crc32c")
        if self.bucket.meeting is not None:
            self.bucket.meeting.wait()
        if self.name in self.bucket.objects:
            raise exceptions.PreconditionFailed(self.name)
        self.bucket.objects[self.name] = (7, data[: self.bucket.keeps])
        self.bucket.types[self.name] = content_type
        self._answered()

    def reload(self) -> None:
        """Read what stands there."""
        self.bucket.reloads += 1
        self._answered()

    def _answered(self) -> None:
        """Take over what every answer says of the object."""
        self.generation, data = self.bucket.objects[self.name]
        self.crc32c, self.size = checksum(data), len(data)
        self.content_type = self.bucket.types.get(self.name, "image/png")

    def patch(self, if_generation_match: int, retry: object) -> None:
        """Change the metadata, where the generation is the one meant; null takes all of it away."""
        assert retry is DEFAULT_RETRY
        if self.bucket.meeting is not None:
            self.bucket.meeting.wait()
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
    """Objects by name: generation and bytes; their types; what is noted; bytes handed out.

    Of what is written it `keeps` so many bytes. Uploads and patches wait for each other, or for the
    test, at the `meeting`.
    """

    objects: dict[str, tuple[int, bytes]] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    noted: dict[str, dict[str, str]] = field(default_factory=dict)
    sent: int = 0
    reloads: int = 0
    keeps: int | None = None
    meeting: threading.Barrier | None = None

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
    assert blobs(bucket).read("there", 5, most=5) == b"fifth"
    assert blobs(bucket).read("there", None, most=5) == b"fifth"
    assert blobs(bucket).read("there", 4, most=5) is None
    assert blobs(bucket).read("nowhere", 5, most=5) is None
    assert blobs(bucket).read("nowhere", None, most=5) is None


def test_no_byte_more_is_read_than_asked_for(bucket: StrictBucket) -> None:
    bucket.objects["there"] = (5, bytes(9))
    assert blobs(bucket).read("there", 5, most=9) == bytes(9)
    bucket.sent = 0
    with pytest.raises(ObjectTooLargeError):
        blobs(bucket).read("there", 5, most=4)
    assert bucket.sent == 5, "the first that is too many ends it"


def test_no_object_is_read_without_a_bound() -> None:
    """The one place that reads is `Blobs.read`, and nobody calls it without saying how much."""
    bound = inspect.signature(Blobs.read).parameters["most"]
    assert (bound.kind, bound.default) == (inspect.Parameter.KEYWORD_ONLY, inspect.Parameter.empty)
    reading = [
        (str(path.relative_to(FUNCTIONS)), ast.unparse(call))
        for path in sorted(FUNCTIONS.rglob("*.py"))
        if "venv" not in path.parts
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and reads(call)
    ]
    only = "bucket.blob(name, generation=generation).download_to_file(read, raw_download=True)"
    assert reading == [("core/blobs.py", only)]
    assert "read = _Bounded(most)" in inspect.getsource(Blobs.read)


def reads(call: ast.Call) -> bool:
    """Whether a call fetches an object's bytes with Google's client, by any of its ways."""
    assert isinstance(call.func, ast.Attribute)
    opens = call.func.attr == "open" and ast.unparse(call.func.value).startswith(
        ("self.bucket", "bucket", "blob")
    )
    writes = bool(call.args) and ast.unparse(call.args[0]) == "'wb'"
    return call.func.attr.startswith("download_") or (opens and not writes)


def test_an_object_is_written_once_and_a_retry_finds_it(bucket: StrictBucket) -> None:
    first = blobs(bucket).write("new", b"bytes", "model/stl")
    assert first.model_dump() == {
        "name": "new", "generation": 7, "byte_size": 5, "content_type": "model/stl",
        "crc32c": checksum(b"bytes"), "zone": "clean",
    }  # fmt: skip
    assert bucket.reloads == 0, "the answer to an upload says it all"
    assert blobs(bucket).write("new", b"bytes", "model/stl") == first
    assert bucket.reloads == 1


def test_bytes_that_were_lost_on_the_way_are_noticed(bucket: StrictBucket) -> None:
    bucket.keeps = 4
    with pytest.raises(CleanObjectDiffersError):
        blobs(bucket).write("new", b"bytes", "model/stl")
    assert blobs(bucket).write("other", b"byte", "model/stl").byte_size == 4


def test_objects_are_written_side_by_side(bucket: StrictBucket) -> None:
    """Each upload waits until all five are under way."""
    bucket.meeting = threading.Barrier(5, timeout=10)
    new = [NewObject(f"folder/{number}", bytes(number), "image/png") for number in range(5)]
    written = blobs(bucket).write_all(new)
    assert [(each.name, each.byte_size) for each in written] == [
        (f"folder/{number}", number) for number in range(5)
    ]


def test_of_several_objects_those_that_can_be_written_are(bucket: StrictBucket) -> None:
    new = [NewObject("a", b"1", "image/png"), NewObject("b", b"2", "image/png")]
    other = NewObject("there", b"not the fifth", "image/png")
    with pytest.raises(CleanObjectDiffersError):
        blobs(bucket).write_all([other, *new])
    assert bucket.objects == {"there": (5, b"fifth"), "a": (7, b"1"), "b": (7, b"2")}
    assert [each.name for each in blobs(bucket).write_all(new)] == ["a", "b"]


def test_other_bytes_under_the_name_are_never_taken_for_ours(bucket: StrictBucket) -> None:
    with pytest.raises(CleanObjectDiffersError):
        blobs(bucket).write("there", b"bytes", "model/stl")
    assert bucket.objects["there"] == (5, b"fifth")


def test_a_picture_that_another_release_drew_stands(bucket: StrictBucket) -> None:
    """As it is, for what wrote it may have recorded its generation."""
    stands = blobs(bucket).write("there", b"drawn otherwise", "image/png", picture=True)
    assert (stands.generation, stands.byte_size, stands.crc32c) == (5, 5, checksum(b"fifth"))
    new = [NewObject("there", b"drawn otherwise", "image/png", picture=True)]
    assert blobs(bucket).write_all(new) == [stands]
    assert bucket.objects["there"] == (5, b"fifth")


def test_a_picture_that_was_lost_on_the_way_is_noticed_all_the_same(bucket: StrictBucket) -> None:
    bucket.keeps = 4
    with pytest.raises(CleanObjectDiffersError):
        blobs(bucket).write("new", b"bytes", "image/png", picture=True)


def test_a_download_token_is_taken_off_one_generation_and_no_other(bucket: StrictBucket) -> None:
    noted = {"there": {"firebaseStorageDownloadTokens": "token"}}
    bucket.noted = dict(noted)
    blobs(bucket).revoke("nowhere", 5)
    blobs(bucket).revoke("there", 4)
    assert bucket.noted == noted
    blobs(bucket).revoke("there", 5)
    assert bucket.noted == {}


def test_a_download_token_goes_beside_what_is_done_meanwhile(bucket: StrictBucket) -> None:
    """It goes however that ends."""
    bucket.noted = {"there": {"firebaseStorageDownloadTokens": "token"}}
    bucket.meeting = threading.Barrier(2, timeout=10)
    before = []

    def meanwhile() -> None:
        with blobs(bucket).revoking("there", 5):
            before.append(dict(bucket.noted))
            assert bucket.meeting is not None
            bucket.meeting.wait()
            raise KeyError

    with pytest.raises(KeyError):
        meanwhile()
    assert (len(before[0]), bucket.noted) == (1, {})


def test_what_is_done_beside_a_token_that_stays_fails(bucket: StrictBucket) -> None:
    bucket.meeting = threading.Barrier(2, timeout=10)
    bucket.meeting.abort()
    with pytest.raises(threading.BrokenBarrierError), blobs(bucket).revoking("there", 5):
        pass


def test_one_generation_is_deleted_and_no_other(bucket: StrictBucket) -> None:
    blobs(bucket).delete("nowhere", 5)
    blobs(bucket).delete("there", 4)
    assert "there" in bucket.objects
    blobs(bucket).delete("there", 5)
    assert bucket.objects == {}


@pytest.fixture
def two() -> tuple[StrictBucket, StrictBucket, Blobs]:
    """The clean bucket, the landing zone's, and access to both."""
    clean: Any = StrictBucket({"cases/new": (5, b"new")})
    landing: Any = StrictBucket({"cases/old": (3, b"old"), "landing/u/s/original": (4, b"raw")})
    return clean, landing, Blobs(clean, landing=landing)


def test_an_object_is_sought_where_its_name_belongs(
    two: tuple[StrictBucket, StrictBucket, Blobs],
) -> None:
    """What was written while there was one bucket lies in the landing zone's; nothing else does."""
    clean, _, both = two
    clean.objects["landing/u/t/original"] = (6, b"astray")
    assert both.read("cases/new", 5, most=3) == b"new"
    assert both.read("cases/old", 3, most=3) == b"old"
    assert both.read("cases/old", 4, most=3) is None
    assert both.read("landing/u/s/original", 4, most=3) == b"raw"
    assert both.read("landing/u/t/original", 6, most=6) is None


def test_all_is_written_to_the_clean_bucket(
    two: tuple[StrictBucket, StrictBucket, Blobs],
) -> None:
    clean, landing, both = two
    before = dict(landing.objects)
    stored = both.write("cases/a", b"bytes", "model/stl")
    assert (stored.zone, clean.objects["cases/a"]) == ("clean", (7, b"bytes"))
    assert landing.objects == before
    assert both.bucket_of(stored) is both.bucket
    assert both.bucket_of(stored.model_copy(update={"zone": None})) is both.landing
    only = Blobs(both.bucket)
    assert only.bucket_of(stored.model_copy(update={"zone": None})) is both.bucket


def test_what_landed_is_deleted_and_its_token_taken_in_its_own_bucket(
    two: tuple[StrictBucket, StrictBucket, Blobs],
) -> None:
    clean, landing, both = two
    landing.noted = {"landing/u/s/original": {"firebaseStorageDownloadTokens": "token"}}
    clean.objects["landing/u/s/original"] = (4, b"not this")
    both.revoke("landing/u/s/original", 4)
    assert landing.noted == {}
    both.delete("landing/u/s/original", 4)
    both.delete("cases/old", 3)
    assert list(landing.objects) == ["cases/old"]
    assert "landing/u/s/original" in clean.objects


def test_what_is_discarded_goes_wherever_it_is(
    two: tuple[StrictBucket, StrictBucket, Blobs],
) -> None:
    clean, landing, both = two
    both.discard_all(["cases/new", "cases/old", "cases/gone"])
    assert (list(clean.objects), list(landing.objects)) == ([], ["landing/u/s/original"])


def test_what_is_discarded_may_be_gone(bucket: StrictBucket) -> None:
    bucket.objects = {"folder/content": (1, b""), "folder/kept": (1, b"")}
    blobs(bucket).discard("folder", ("content", "thumbnail"))
    assert set(bucket.objects) == {"folder/kept"}


def test_the_checksum_is_that_of_cloud_storage() -> None:
    """The check value of CRC-32C, e3069283, in base64: RFC 3720, B.4, names the polynomial."""
    assert checksum(b"123456789") == "4waSgw=="


@dataclass
class OpenedBlob:
    """A bucket that keeps how an object was opened."""

    asked: dict[str, Any] = field(default_factory=dict)

    def blob(self, name: str) -> OpenedBlob:
        """The object of any name."""
        del name
        return self

    def open(self, mode: str, **asked: Any) -> IO[bytes]:
        """Open it to write to."""
        assert mode == "wb"
        self.asked = asked
        return io.BytesIO()


@pytest.mark.parametrize(
    ("emulator", "part"), [("", 4 * 1024 * 1024), ("http://127.0.0.1:9199", 1024 * 1024 * 1024)]
)
def test_only_to_the_emulator_is_what_comes_sent_whole(
    monkeypatch: pytest.MonkeyPatch, emulator: str, part: int
) -> None:
    """It keeps the first part alone; elsewhere an export of many GB is never held in memory."""
    monkeypatch.setenv("STORAGE_EMULATOR_HOST", emulator)
    bucket: Any = OpenedBlob()
    with Blobs(bucket).writing("exports/e", "application/zip") as out:
        out.write(b"a part")
    assert bucket.asked["chunk_size"] == part
    assert part % (256 * 1024) == 0
