"""All that the emulators hold, past every rule: for what has to be proven of everything.

Documents come by one query over all collections, those that stand below no document too; objects,
accounts and the log beside them. Nothing is written.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import requests

from tools.client import documents as documents_address
from tools.emulators.layout import checkout

_PAGE = 1000  # the most that Auth gives
_DOCUMENTS = 10_000  # each page costs the emulator a look at all that there is
_OWNER = {"Authorization": "Bearer owner"}  # what the emulators let everything pass for
_SESSION = requests.Session()

Json = dict[str, Any]


def documents() -> Iterator[tuple[str, Json]]:
    """Yield all documents: the path, and the fields in their REST form."""
    query: Json = {
        "from": [{"allDescendants": True}],
        "orderBy": [{"field": {"fieldPath": "__name__"}}],
        "limit": _DOCUMENTS,
    }
    address = f"{documents_address()}:runQuery"
    root = f"{documents_address()}/".partition("/v1/")[2]
    while True:
        answer = _answered("POST", address, json={"structuredQuery": query})
        page = [row["document"] for row in answer if "document" in row]
        for document in page:
            yield document["name"].removeprefix(root), document.get("fields", {})
        if len(page) < _DOCUMENTS:
            return
        after = {"referenceValue": page[-1]["name"]}
        query["startAt"] = {"values": [after], "before": False}


def objects() -> Iterator[Json]:
    """Yield the metadata of all objects of both buckets, as Cloud Storage's JSON API has it."""
    for bucket in _buckets():
        yield from _paged(_objects(bucket), "items", "maxResults", "pageToken")


def content(name: str, bucket: str = "") -> bytes:
    """Return the bytes of an object, of the bucket that it is written to unless one is said."""
    from core.objects import LANDING

    landing, clean = _buckets()
    bucket = bucket or (landing if name.startswith(LANDING) else clean)
    url = f"{_objects(bucket)}/{quote(name, safe='')}?alt=media"
    answer = _SESSION.get(url, headers=_OWNER, timeout=120)
    answer.raise_for_status()
    return answer.content


def accounts() -> Iterator[Json]:
    """Yield all accounts of Auth, as Identity Toolkit's API has them."""
    host, project = os.environ["FIREBASE_AUTH_EMULATOR_HOST"], os.environ["GCLOUD_PROJECT"]
    url = f"http://{host}/identitytoolkit.googleapis.com/v1/projects/{project}/accounts:batchGet"
    yield from _paged(url, "users", "maxResults", "nextPageToken")


def log() -> str:
    """Return what the emulators and the functions of this checkout have printed."""
    path = checkout().log
    return path.read_text(errors="replace") if path.exists() else ""


@dataclass(frozen=True)
class Everything:
    """All of it at one moment, as bytes by where it stands."""

    held: dict[str, bytes]

    @classmethod
    def now(cls) -> Everything:
        """Take it. Downloads every object: for suites of a few people."""
        held = {path: _text(fields) for path, fields in documents()}
        for each in objects():
            held[f"gs://{each['name']}"] = _text(each) + content(each["name"], each["bucket"])
        held |= {f"auth://{each['localId']}": _text(each) for each in accounts()}
        return cls({**held, "log": log().encode()})

    def naming(self, word: str) -> set[str]:
        """Return where a word stands, in what is held or in the name of it."""
        return {p for p, data in self.held.items() if word in p or word.encode() in data}

    def digest(self, paths: Iterable[str]) -> str:
        """Return a hash over what stands at some paths; none of them is as good as an empty one."""
        found = hashlib.sha256()
        for path in sorted(paths):
            found.update(path.encode() + b"\0" + self.held.get(path, b"") + b"\0")
        return found.hexdigest()


def _paged(url: str, key: str, most: str, token: str) -> Iterator[Json]:
    parameters: dict[str, str] = {most: str(_PAGE)}
    while True:
        answer = _answered("GET", url, params=parameters)
        yield from answer.get(key, [])
        if not (following := answer.get("nextPageToken")):
            return
        parameters[token] = following


def _buckets() -> tuple[str, str]:
    from core import settings  # the demo starts without the functions in its path

    default = str(json.loads(os.environ["FIREBASE_CONFIG"])["storageBucket"])
    return default, settings.clean_bucket(os.environ["GCLOUD_PROJECT"])


def _objects(bucket: str) -> str:
    return f"{os.environ['STORAGE_EMULATOR_HOST']}/storage/v1/b/{bucket}/o"


def _answered(method: str, url: str, **more: Any) -> Any:  # noqa: ANN401
    answer = _SESSION.request(method, url, headers=_OWNER, timeout=120, **more)
    answer.raise_for_status()
    return answer.json()


def _text(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True).encode()
