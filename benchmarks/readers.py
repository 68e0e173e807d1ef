"""What each reader gets of a scan that is kept compressed, beside one that is kept as it is.

The same scan lies in the bucket twice: as the gate writes it, and packed by gzip with
``Content-Encoding: gzip``, which Cloud Storage unpacks for readers that do not take gzip. Each
reader is asked for all of it, for a range, or to go on with half of it. What it gets has to be, to
the byte, what it gets of the object that is kept as it is. It is measured on the Storage emulator;
decision 0080 says where Cloud Storage is documented to do the same.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import re
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table

from benchmarks import results

if TYPE_CHECKING:
    from google.cloud.storage import Blob, Bucket

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = Path(__file__).with_suffix(".mjs")
SCRATCH = ROOT / ".scanner" / "bench" / "readers"
TRIANGLES = 20_000
#: Who does not get the same: why scans are kept as they are (decision 0080). Should that change,
#: the benchmark fails: the decision is to be looked at again.
LOSE = frozenset(
    {
        "curl --range 1000-1999",
        "curl --compressed --range 1000-1999",
        "curl --continue-at half",
        "google-cloud-storage, a range",
        "fetch in Node, a range",
        "fetch in Chromium, a range",
    }
)
#: The bytes that are asked for as a range, the last one included.
RANGE = (1_000, 1_999)
_SECONDS = 120
#: What curl puts before its words.
_CURL = re.compile(r"^curl: \(\d+\) ")


@dataclass(frozen=True)
class Read:
    """What a reader got: digests of bytes, or what it said instead."""

    size: int = 0
    sha256: str = ""
    fault: str = ""


def measure(console: Console) -> bool:
    """Read on the emulators that the environment names, and print what differs.

    Returns whether those lose that the decision names, and no others.
    """
    from core.firebase import clean_bucket
    from tools import samples

    scan = samples.arch("upper", TRIANGLES)
    packed = gzip.compress(scan, mtime=0)
    kept = {
        name: _readings(_put(clean_bucket(), f"readers/{name}.stl", data, encoding), len(scan))
        for name, data, encoding in (("plain", scan, None), ("packed", packed, "gzip"))
    }
    table = Table(
        title=f"A scan of {len(scan):,} bytes, packed {len(packed) / len(scan):.2f} of it"
    )
    for heading in ("reader", "kept as it is", "kept compressed"):
        table.add_column(heading)
    whole, lose = hashlib.sha256(scan).hexdigest(), set[str]()
    for reader, plain in kept["plain"].items():
        got = kept["packed"][reader]
        if got != plain:
            lose.add(reader)
        table.add_row(
            reader, _told(plain, whole), "the same" if got == plain else _told(got, whole)
        )
    results.show(console, "readers", table, f"{len(lose)} of {len(kept['plain'])} lose.")
    return lose == LOSE


def _told(got: Read, whole: str) -> str:
    if got.fault:
        return got.fault
    return "the scan" if got.sha256 == whole else f"{got.size:,} bytes"


def _put(bucket: Bucket, name: str, data: bytes, encoding: str | None) -> Blob:
    blob = bucket.blob(name)
    blob.content_encoding = encoding
    blob.upload_from_string(data, content_type="model/stl")
    blob.reload()
    return blob


def _readings(blob: Blob, size: int) -> dict[str, Read]:
    from core import links

    url = links.sign(blob.bucket, blob.name, int(blob.generation), 5, "scan.stl").url
    first, last = RANGE
    span = f"{first}-{last}"
    SCRATCH.mkdir(parents=True, exist_ok=True)
    ways: dict[str, Callable[[], bytes]] = {
        "curl": lambda: _curl(url),
        "curl --compressed": lambda: _curl(url, "--compressed"),
        f"curl --range {span}": lambda: _curl(url, "--range", span),
        f"curl --compressed --range {span}": lambda: _curl(url, "--compressed", "--range", span),
        "curl --continue-at half": lambda: _resumed(url, size // 2),
        "google-cloud-storage": blob.download_as_bytes,
        "google-cloud-storage, a range": lambda: blob.download_as_bytes(start=first, end=last),
        "google-cloud-storage, in parts": lambda: _in_parts(blob),
    }
    return {**{reader: _noted(way) for reader, way in ways.items()}, **_javascript(blob, url, size)}


def _noted(way: Callable[[], bytes]) -> Read:
    try:
        got = way()
    except Exception as err:  # noqa: BLE001 - whatever a reader says is what is looked for
        return Read(fault=said(err))
    return Read(len(got), hashlib.sha256(got).hexdigest())


def said(err: BaseException) -> str:
    """Return in its own words why a reader failed: the first line, without types or numbers.

    Libraries wrap the error that says it in others.
    """
    while err.args and isinstance(err.args[0], BaseException):
        err = err.args[0]
    words = str(err.args[0]) if err.args else type(err).__name__
    return f"fails: {_CURL.sub('', words).splitlines()[0]}"


def _curl(url: str, *options: str) -> bytes:
    asked = ["curl", "--silent", "--show-error", "--fail", *options, url]
    ran = subprocess.run(asked, capture_output=True, timeout=_SECONDS, check=False)
    if ran.returncode:
        raise RuntimeError(ran.stderr.decode().strip() or f"curl ended with {ran.returncode}")
    return ran.stdout


def _resumed(url: str, half: int) -> bytes:
    """Go on with a download that ended half way, as after a lost connection."""
    file = SCRATCH / "resumed.stl"
    file.write_bytes(_curl(url)[:half])
    _curl(url, "--continue-at", "-", "--output", str(file))
    return file.read_bytes()


def _in_parts(blob: Blob) -> bytes:
    """Read as large files are read: part by part, each a range."""
    with blob.open("rb", chunk_size=256 * 1024) as parts:
        read: bytes = parts.read()
    return read


def _javascript(blob: Blob, url: str, size: int) -> dict[str, Read]:
    asked = {
        "bucket": blob.bucket.name,
        "port": int(os.environ["SCANNER_STORAGE_PORT"]),
        "name": blob.name,
        "url": url,
        "range": f"bytes={RANGE[0]}-{RANGE[1]}",
        "half": size // 2,
    }
    ran = subprocess.run(
        ["node", PROGRAM], cwd=ROOT, input=json.dumps(asked), capture_output=True, text=True,
        timeout=_SECONDS, check=True,
    )  # fmt: skip
    told: dict[str, dict[str, Any]] = json.loads(ran.stdout)
    return {reader: Read(**got) for reader, got in told.items()}
