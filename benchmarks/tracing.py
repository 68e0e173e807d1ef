"""Notes when functions of a program begin and end, one line of JSON each: for time lines.

`upload` copies it beside the `main.py` of the build that it measures, which imports it first. What
is deployed knows nothing of it, and a build of any age can be traced: a function that it does not
have is not noted. A module's functions are wrapped as soon as it has been imported.

A line has what a call is named, when it began and ended in seconds, and the process. Of arguments
it has the last part of an object's name alone, which says what the object is.
"""

from __future__ import annotations

import functools
import importlib.abc
import importlib.machinery
import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

#: The variable that names the file which takes the lines.
FILE = "SCANNER_BENCH_TRACE"
#: Module -> function -> what a call of it is named.
SPANS = {
    "scans.intake.triggers": {"scans_receive_upload": "the trigger"},
    "core.blobs": {
        "Blobs.revoke": "revoke the token",
        "Blobs.read": "download",
        "Blobs.write": "write",
        "Blobs.delete": "delete",
    },
    "core.store": {"Store.run": "transaction"},
    "core.reading": {"Reader.get": "read a document"},
    "scans.gate.admission": {
        "judge": "judge",
        "admit": "admit",
        "draw": "draw",
        "_pictures": "pictures",
    },
    "scans.gate.stl.parsing": {"parse": "parse"},
    "scans.gate.stl.examination": {"examine": "report"},
    "scans.gate.stl.cleaning": {"clean": "clean copy"},
    "scans.gate.arches.recognition": {"features": "features"},
    "scans.gate.arches.marked": {"marked_picture": "marked picture"},
    "scans.gate.fingerprints": {"fingerprint": "fingerprint"},
    "scans.pairs.recording": {"record": "case check"},
}
_OBJECTS = {"write", "delete"}


class _Finder(importlib.abc.MetaPathFinder):
    """Finds the modules of `SPANS` as Python would, and wraps what is in them."""

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """Return where such a module is; of others nothing."""
        spec = importlib.machinery.PathFinder.find_spec(name, path) if name in SPANS else None
        if spec is None or spec.loader is None:
            return None
        execute = spec.loader.exec_module

        def executed(module: ModuleType) -> None:
            execute(module)
            for function, called in SPANS[name].items():
                _wrap(module, function, called)

        spec.loader.exec_module = executed  # type: ignore[method-assign]
        return spec


def _wrap(module: ModuleType, function: str, called: str) -> None:
    *classes, last = function.split(".")
    owner: Any = module
    for each in classes:
        owner = getattr(owner, each, None)
    if callable(found := getattr(owner, last, None)):
        setattr(owner, last, _noted(found, called))


def _noted(function: Callable[..., Any], called: str) -> Callable[..., Any]:
    @functools.wraps(function)
    def noting(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        began = time.time()
        try:
            return function(*args, **kwargs)
        finally:
            told = f" {str(args[1]).rpartition('/')[2]}" if called in _OBJECTS else ""
            line = {"name": called + told, "began": began, "ended": time.time()}
            with Path(os.environ[FILE]).open("a", encoding="ascii") as out:
                out.write(json.dumps(line | {"process": os.getpid()}) + "\n")

    return noting


if os.environ.get(FILE):
    sys.meta_path.insert(0, _Finder())
