"""Archives: ZIP files written as they come, same bytes for same content, with a manifest."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from types import TracebackType
from typing import IO, Any, Self
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


class ArchiveEntry:
    """One file in an archive, while it is written."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out
        self.hash = hashlib.sha256()
        self.size = 0

    def write(self, data: bytes) -> None:
        """Write more of it."""
        self._out.write(data)
        self.hash.update(data)
        self.size += len(data)


class Archive:
    """A ZIP on a stream that cannot be wound back; closing it adds `manifest.json`."""

    def __init__(self, out: IO[bytes], made_at: datetime) -> None:
        self._zip = ZipFile(out, "w", ZIP_DEFLATED)
        self._date = made_at.timetuple()[:6]
        self.entries: dict[str, dict[str, Any]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None
    ) -> None:
        if kind is None:
            files = {name: self.entries[name] for name in sorted(self.entries)}
            text = json.dumps({"files": files}, indent=1)
            self._zip.writestr(self._info("manifest.json"), text.encode())
        self._zip.close()

    @contextmanager
    def entry(self, name: str) -> Iterator[ArchiveEntry]:
        """Open the next file; one at a time."""
        with self._zip.open(self._info(name), "w") as out:
            entry = ArchiveEntry(out)
            yield entry
        self.entries[name] = {"sha256": entry.hash.hexdigest(), "bytes": entry.size}

    def add(self, name: str, data: bytes) -> None:
        """Add a file that is there as a whole."""
        with self.entry(name) as entry:
            entry.write(data)

    def _info(self, name: str) -> ZipInfo:
        info = ZipInfo(name, self._date)
        info.compress_type = ZIP_DEFLATED
        return info
