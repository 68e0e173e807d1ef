"""Has an instance use the bytecode that its image holds, in place of compiling our source anew.

Google's Python buildpack compiles the source (`compileall`, cmd/python/functions_framework), and
each .pyc then names the time of its source. When the image is made all files are given one time
(buildpacks/lifecycle, issue 249), so that Python takes every .pyc of ours for stale and compiles,
at each start. Packages are spared, as the buildpack gives their bytecode hashes.

In an image a file's time says nothing, and source and bytecode are of one build: there a .pyc is
taken at its word. Anywhere else nothing is changed.
"""

import os
import sys
from importlib.machinery import SOURCE_SUFFIXES, FileFinder, SourceFileLoader
from importlib.util import cache_from_source
from pathlib import Path

#: What the lifecycle writes as the time of each file, 1980-01-01 00:00:01 UTC, in seconds.
IMAGE_TIME = 315_532_801
#: Where a .pyc holds its flags and the time of its source; without flags it has one (PEP 552).
_FLAGS, _TIME, _TIMED = slice(4, 8), slice(8, 12), bytes(4)


class Loader(SourceFileLoader):
    """Loads source by the bytecode beside it, if its time is that of an image."""

    def path_stats(self, path: str) -> dict[str, float]:
        """Return the size of a source file, and the time by which its bytecode knows it."""
        found = super().path_stats(path)
        if found["mtime"] == IMAGE_TIME:
            try:
                with Path(cache_from_source(path)).open("rb") as compiled:
                    head = compiled.read(_TIME.stop)
            except OSError:
                return dict(found)
            if head[_FLAGS] == _TIMED:
                return {**found, "mtime": int.from_bytes(head[_TIME], "little")}
        return dict(found)


def use(main: Path) -> None:
    """Load like this what is imported from the folder of a file, if that is one of an image."""
    if main.stat().st_mtime != IMAGE_TIME:
        return
    folder = str(main.resolve().parent)

    def finder(path: str) -> FileFinder:
        if path != folder and not path.startswith(folder + os.sep):
            raise ImportError(path)
        return FileFinder(path, (Loader, SOURCE_SUFFIXES))

    sys.path_hooks.insert(0, finder)
    for path in [path for path in sys.path_importer_cache if path.startswith(folder)]:
        del sys.path_importer_cache[path]
