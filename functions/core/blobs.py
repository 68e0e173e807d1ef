"""Access to the two buckets: the calls that the landing zone and the clean zone need.

Every object is read here, as it is stored and up to a number of bytes that the reader names: what
an object says of its encoding, and how large it is once unpacked, is not ours to choose.
"""

import base64
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, NamedTuple

from google.api_core import exceptions

from core.firebase import clean_bucket, landing_bucket, on_emulator
from core.objects import LANDING, StoredObject

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer
    from google.cloud.storage import Blob, Bucket


#: Bytes that are sent at a time where an object is written as it comes; a multiple of 256 KiB.
_PART = 4 * 1024 * 1024
#: The same on the Storage emulator, which ends an upload with its first part and keeps that alone.
_PART_ON_EMULATOR = 1024 * 1024 * 1024
#: Objects that are written side by side: those of one scan, within the connections of a client.
_AT_ONCE = 5


class CleanObjectDiffersError(Exception):
    """An object in the clean zone does not hold the bytes that were written to it."""


class ObjectTooLargeError(Exception):
    """An object holds more bytes than its reader takes; no more of it were read."""


class _Bounded(io.BytesIO):
    """Takes so many bytes, and not one more."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def write(self, data: "ReadableBuffer", /) -> int:
        if self.tell() + memoryview(data).nbytes > self._most:
            raise ObjectTooLargeError
        return super().write(data)


class NewObject(NamedTuple):
    """An object to be written: its name, bytes, content type, and whether it is a `picture`.

    What another release drew of the same thing may differ in some pixels, and counts as well.
    """

    name: str
    data: bytes
    content_type: str
    picture: bool = False


@dataclass(frozen=True)
class Blobs:
    """The objects of a project, always pinned to a generation.

    What is called `landing/...` is in the landing zone's bucket, everything else is written to the
    clean one. What was written while a project had one bucket lies in the landing zone's still: it
    is read, listed and deleted there, where the clean one has nothing of the name.

    Attributes:
        bucket: the clean one.
        landing: the other; None where a project has one bucket for both.
    """

    bucket: "Bucket"
    landing: "Bucket | None" = field(default=None, kw_only=True)

    def bucket_of(self, stored: StoredObject) -> "Bucket":
        """Return the bucket that an object of a document is in."""
        return self.bucket if stored.zone or self.landing is None else self.landing

    def _by_name(self, name: str) -> "list[Bucket]":
        """Return the buckets in which an object can be, the likely one first."""
        if self.landing is None:
            return [self.bucket]
        return [self.landing] if name.startswith(LANDING) else [self.bucket, self.landing]

    def read(self, name: str, generation: int | None, *, most: int) -> bytes | None:
        """Return an object's bytes as they are stored, or None when that generation is gone.

        Nothing is unpacked on the way, here or by Cloud Storage, whatever encoding the object
        claims. The bytes come in small parts and are held to their checksum.

        Args:
            name: the object's name.
            generation: the generation meant; None for the one that stands there.
            most: bytes that are read at most: what is on record of the object, or what its kind
                may have.

        Raises:
            ObjectTooLargeError: it holds more.
        """
        for bucket in self._by_name(name):
            read = _Bounded(most)
            with suppress(exceptions.NotFound):
                bucket.blob(name, generation=generation).download_to_file(read, raw_download=True)
                return read.getvalue()
        return None

    def write(
        self, name: str, data: bytes, content_type: str, *, picture: bool = False
    ) -> StoredObject:
        """Write an object once and verify it; a retry takes the object that stands already.

        It never takes another one's place: who wrote that may have recorded its generation.

        Args:
            name: its name, which follows from what it is made of.
            data: its bytes.
            content_type: their content type.
            picture: it is drawn of what the name says: what an attempt of another release drew
                stands for it, whatever its bytes.

        Raises:
            CleanObjectDiffersError: what stands there, or was stored, has another checksum.
        """
        crc32c = checksum(data)
        blob = self.bucket.blob(name)
        stood = False
        try:  # the answer says what stands there, so that it is not asked for again
            blob.upload_from_string(
                data, content_type=content_type, if_generation_match=0, checksum="crc32c"
            )
        except exceptions.PreconditionFailed:  # an earlier attempt has written it
            blob.reload()
            stood = True
        if blob.crc32c != crc32c and not (stood and picture):
            raise CleanObjectDiffersError
        return _stored(blob)

    def write_all(self, objects: Sequence[NewObject]) -> list[StoredObject]:
        """Write objects side by side, as `write` does; in the order in which they are given.

        Google documents that threads may share a client, as it sends by `requests`. Where one
        fails, the others are written to their end, and a retry finds them.

        Raises:
            CleanObjectDiffersError: what stands under one of the names has another checksum.
        """
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(_AT_ONCE) as pool:
            return list(pool.map(self._write_new, objects))

    def _write_new(self, new: NewObject) -> StoredObject:
        return self.write(new.name, new.data, new.content_type, picture=new.picture)

    @contextmanager
    def writing(self, name: str, content_type: str) -> Iterator[IO[bytes]]:
        """Open a new object to write to, in parts of some MB; it is there once this ends well.

        One that ends badly may leave a part of it under its name. On the emulator it is sent whole,
        and held in memory until then.
        """
        part = _PART_ON_EMULATOR if on_emulator() else _PART
        out = self.bucket.blob(name).open(
            "wb", content_type=content_type, chunk_size=part, ignore_flush=True
        )
        with out:
            yield out

    def described(self, name: str) -> StoredObject:
        """Return an object of the clean bucket as it stands now."""
        blob = self.bucket.blob(name)
        blob.reload()
        return _stored(blob)

    def revoke(self, name: str, generation: int) -> None:
        """Take all that its uploader noted on an object off it; gone already is as good.

        The answer to an upload through Firebase carries a download token, which is noted on the
        object and which reads it past the rules. One change of metadata, retried.
        """
        from google.cloud.storage.retry import DEFAULT_RETRY

        blob = self._by_name(name)[0].blob(name, generation=generation)
        blob.metadata = None
        with suppress(exceptions.NotFound, exceptions.PreconditionFailed):
            blob.patch(if_generation_match=generation, retry=DEFAULT_RETRY)

    @contextmanager
    def revoking(self, name: str, generation: int) -> Iterator[None]:
        """Revoke, as `revoke` does, beside what is done inside; over when that is over.

        It begins first, and is waited for however the inside ends.
        """
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(1) as pool:
            revoked = pool.submit(self.revoke, name, generation)
            try:
                yield
            finally:
                revoked.result()

    def delete(self, name: str, generation: int) -> None:
        """Delete one generation of an object; gone already is as good."""
        blob = self._by_name(name)[0].blob(name, generation=generation)
        with suppress(exceptions.NotFound, exceptions.PreconditionFailed):
            blob.delete(if_generation_match=generation)

    def names(self, prefix: str) -> Iterator[str]:
        """Yield the names of all objects below a prefix, in their order: one bucket, then another.

        A request for each bucket and each thousand of names.
        """
        for bucket in self._by_name(prefix):
            for blob in bucket.list_blobs(prefix=prefix):
                yield str(blob.name)

    def discard_all(self, names: Iterable[str]) -> None:
        """Delete objects, whichever generation stands there; gone already is as good.

        A request for each that is there, one for each bucket where it is in none.
        """
        for name in names:
            for bucket in self._by_name(name):
                with suppress(exceptions.NotFound):
                    bucket.blob(name).delete()
                    break

    def discard(self, folder: str, parts: Iterable[str]) -> None:
        """Delete whatever stands under these names; nothing there is as good."""
        self.discard_all(f"{folder}/{part}" for part in parts)


def _stored(blob: "Blob") -> StoredObject:
    """Return an object of the clean bucket as Cloud Storage describes it."""
    return StoredObject(
        name=str(blob.name),
        generation=int(blob.generation),
        byte_size=int(blob.size),
        content_type=str(blob.content_type),
        crc32c=str(blob.crc32c),
        zone="clean",
    )


def project_blobs() -> Blobs:
    """Return the objects of the project that this process works in."""
    clean, landing = clean_bucket(), landing_bucket()
    return Blobs(clean, landing=landing if landing.name != clean.name else None)


def checksum(data: bytes) -> str:
    """Return the CRC-32C of the bytes as Cloud Storage writes it: base64 of four bytes."""
    import google_crc32c

    return base64.b64encode(google_crc32c.Checksum(data).digest()).decode()
