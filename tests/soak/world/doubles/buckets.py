"""Cloud Storage in memory: objects with generations, whose preconditions are enforced.

The Storage emulator ignores `if_generation_match`; here a write, a change and a delete on a
condition that does not hold fail as the service's do.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import google_crc32c
from google.api_core import exceptions
from google.cloud import storage


@dataclass
class StoredBytes:
    """One object as it stands."""

    data: bytes
    generation: int
    content_type: str
    made: datetime
    metadata: dict[str, str] | None = None


@dataclass
class MemoryStorage:
    """All buckets; `broken` says whether the service fails just now."""

    broken: Callable[[], bool] = lambda: False
    #: Told of each write: the bucket, the name and the object.
    written: Callable[[str, str, StoredBytes], None] = lambda *_: None
    objects: dict[str, dict[str, StoredBytes]] = field(default_factory=dict)
    #: Signed links that were handed out: the object, its generation, until when it works.
    links: list[tuple[str, int, datetime]] = field(default_factory=list)
    generations: dict[tuple[str, str], int] = field(default_factory=dict)

    def install(self) -> None:
        """Stand where Google's client stands."""
        storage.Client = lambda **_: self  # type: ignore[misc,assignment]

    def bucket(self, name: str) -> MemoryBucket:
        """Return a bucket."""
        return MemoryBucket(self, name)

    def answers(self) -> None:
        """Fail, where the service fails."""
        if self.broken():
            raise exceptions.ServiceUnavailable("Storage does not answer")


@dataclass(frozen=True)
class MemoryBucket:
    """A bucket, as far as `core.blobs` uses it."""

    of: MemoryStorage
    name: str

    @property
    def objects(self) -> dict[str, StoredBytes]:
        """What is in it."""
        return self.of.objects.setdefault(self.name, {})

    def blob(self, name: str, generation: int | None = None) -> MemoryBlob:
        """Return the address of an object."""
        return MemoryBlob(self, name, generation)

    def list_blobs(self, prefix: str = "") -> Iterator[MemoryBlob]:
        """Yield what is below a prefix, in the order of names."""
        self.of.answers()
        return iter([self.blob(name) for name in sorted(self.objects) if name.startswith(prefix)])

    def put(self, name: str, data: bytes, content_type: str, only_new: bool = False) -> StoredBytes:
        """Write an object; the generation is another one each time, also after a delete."""
        self.of.answers()
        if only_new and name in self.objects:
            raise exceptions.PreconditionFailed("the object exists")
        at = (self.name, name)
        self.of.generations[at] = self.of.generations.get(at, 1_000) + 1
        made = StoredBytes(data, self.of.generations[at], content_type, datetime.now(UTC))
        self.objects[name] = made
        self.of.written(self.name, name, made)
        return made


class MemoryBlob:
    """An object's address, and what was last heard of it."""

    def __init__(self, bucket: MemoryBucket, name: str, generation: int | None) -> None:
        self._bucket, self.name, self.generation = bucket, name, generation
        self.metadata: dict[str, str] | None = None
        self.crc32c, self.size, self.content_type = "", 0, ""

    def _stored(self, match: int | None = None) -> StoredBytes:
        self._bucket.of.answers()
        found = self._bucket.objects.get(self.name)
        if found is None or self.generation not in {None, found.generation}:
            raise exceptions.NotFound(self.name)
        if match not in {None, found.generation}:
            raise exceptions.PreconditionFailed(self.name)
        return found

    def _told(self, found: StoredBytes) -> None:
        self.generation, self.size = found.generation, len(found.data)
        self.content_type = found.content_type
        self.crc32c = base64.b64encode(google_crc32c.Checksum(found.data).digest()).decode()

    def upload_from_string(
        self, data: bytes, content_type: str, if_generation_match: int | None = None, **_: Any
    ) -> None:
        """Write it."""
        assert if_generation_match in {None, 0}
        only_new = if_generation_match == 0
        self._told(self._bucket.put(self.name, data, content_type, only_new=only_new))

    def reload(self) -> None:
        """Ask what stands there."""
        self._told(self._stored())

    def download_to_file(self, out: Any, **_: Any) -> None:
        """Read it."""
        out.write(self._stored().data)

    def patch(self, if_generation_match: int | None = None, **_: Any) -> None:
        """Change its metadata."""
        self._stored(if_generation_match).metadata = self.metadata

    def delete(self, if_generation_match: int | None = None) -> None:
        """Delete it."""
        self._stored(if_generation_match)
        del self._bucket.objects[self.name]

    def open(self, mode: str, content_type: str = "", **_: Any) -> Any:
        """Open it to be written."""
        assert mode == "wb"
        return _Writing(self._bucket, self.name, content_type)

    def generate_signed_url(self, expiration: timedelta, generation: int, **_: Any) -> str:
        """Sign a link, which is noted; no request is made."""
        now = datetime.now(UTC)
        self._bucket.of.links.append((self.name, generation, now + expiration))
        query = f"X-Goog-Date={now:%Y%m%dT%H%M%SZ}&X-Goog-Expires={int(expiration.total_seconds())}"
        return f"https://storage.googleapis.com/{self._bucket.name}/{self.name}?{query}"


class _Writing(io.BytesIO):
    """Bytes that are an object once they are closed."""

    def __init__(self, bucket: MemoryBucket, name: str, content_type: str) -> None:
        super().__init__()
        self._bucket, self._name, self._type = bucket, name, content_type

    def close(self) -> None:
        if not self.closed:
            self._bucket.put(self._name, self.getvalue(), self._type)
        super().close()
