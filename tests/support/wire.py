"""Requests to the emulators that `tools.client` has no need of, told apart by their status.

Only 403 is a refusal: a 404 would let a wrong path pass for a working rule.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import requests

from tools import client
from tools.client import DeniedError, Person

_SESSION = requests.Session()
#: Of a commit that Firestore aborts, after some seconds each.
_ATTEMPTS = 4
Filter = tuple[str, str, object]
#: Whom the emulators let everything pass for.
_OWNER = Person(token="owner")


def query(
    person: Person,
    collection: str,
    *where: Filter,
    parent: str = "",
    group: bool = False,
    order: Sequence[tuple[str, str]] = (),
    after: Sequence[object] = (),
    limit: int = 20,
) -> list[str]:
    """List a collection, or collection group, under the rules; returns the documents' ids.

    `__name__` as a field takes a document's path. `after` has the values, in the order, of the
    document behind which it goes on.

    Raises:
        DeniedError: the rules refused.
    """
    wanted = _structured(collection, where, order, group) | {"limit": limit}
    if after:
        values = [_value(field, value) for (field, _), value in zip(order, after, strict=True)]
        wanted["startAt"] = {"values": values, "before": False}
    rows = _send(
        person, "POST", f"{_base(parent)}:runQuery", json={"structuredQuery": wanted}
    ).json()
    return [row["document"]["name"].rsplit("/", 1)[-1] for row in rows if "document" in row]


def count(
    person: Person,
    collection: str,
    *where: Filter,
    parent: str = "",
    order: Sequence[tuple[str, str]] = (),
) -> int:
    """Count what a list finds, under the rules; what it is ordered by decides on the index.

    Raises:
        DeniedError: the rules refused.
    """
    counted = {
        "structuredQuery": _structured(collection, where, order, group=False),
        "aggregations": [{"alias": "count", "count": {}}],
    }
    url = f"{_base(parent)}:runAggregationQuery"
    (row,) = _send(person, "POST", url, json={"structuredAggregationQuery": counted}).json()
    return int(row["result"]["aggregateFields"]["count"]["integerValue"])


def write(person: Person, path: str, *, gone: tuple[str, ...] = (), **fields: object) -> None:
    """Set fields of a document under the rules and take others away; makes it where none is.

    Raises:
        DeniedError: the rules refused.
    """
    update = {
        "update": {
            "name": _name(path),
            "fields": {name: client.firestore_value(v) for name, v in fields.items()},
        },
        "updateMask": {"fieldPaths": [*fields, *gone]},
    }
    _commit(person, update)


def seed(documents: Mapping[str, Mapping[str, object]]) -> None:
    """Store documents by their paths, past the rules, in one request and without a client."""
    writes = [
        {
            "update": {
                "name": _name(path),
                "fields": {name: client.firestore_value(v) for name, v in fields.items()},
            }
        }
        for path, fields in documents.items()
    ]
    _commit(_OWNER, *writes)


def stamp(person: Person, path: str, *stamped: str, **fields: object) -> None:
    """Set fields of a document to the time of the request, as `serverTimestamp()` does.

    Raises:
        DeniedError: the rules refused.
    """
    update = {
        "update": {
            "name": _name(path),
            "fields": {name: client.firestore_value(v) for name, v in fields.items()},
        },
        "updateMask": {"fieldPaths": list(fields)},
        "updateTransforms": [
            {"fieldPath": name, "setToServerValue": "REQUEST_TIME"} for name in stamped
        ],
    }
    _commit(person, update)


def upload(
    person: Person,
    name: str,
    data: bytes,
    content_type: str | None,
    into: str = "",
    **noted: object,
) -> dict[str, Any]:
    """Upload an object in one request, with the content type declared or none; returns the answer.

    `into` is the address of another bucket's objects, `noted` further metadata of the object.

    Raises:
        DeniedError: the rules refused.
    """
    meta = {"name": name, **noted} | ({"contentType": content_type} if content_type else {})
    boundary = "scanner-boundary"
    head = (
        f"--{boundary}\r\nContent-Type: application/json; charset=utf-8\r\n\r\n{json.dumps(meta)}"
        f"\r\n--{boundary}\r\nContent-Type: {content_type or 'application/octet-stream'}\r\n\r\n"
    )
    answer = _send(
        person,
        "POST",
        f"{into or objects()}?name={quote(name, safe='')}",
        data=head.encode() + data + f"\r\n--{boundary}--".encode(),
        headers={
            "X-Goog-Upload-Protocol": "multipart",
            "Content-Type": f"multipart/related; boundary={boundary}",
        },
        scheme="Firebase",
    )
    described: dict[str, Any] = answer.json()
    return described


def upload_in_parts(
    person: Person, name: str, parts: list[bytes], announced: int, content_type: str = "model/stl"
) -> None:
    """Upload an object in a resumable session, as the Firebase SDKs do with what is large.

    `announced` is the size that the session is begun with, whatever the parts come to.

    Raises:
        DeniedError: the rules refused.
    """
    begun = _send(
        person,
        "POST",
        f"{objects()}?name={quote(name, safe='')}",
        json={"name": name, "contentType": content_type},
        headers={
            "X-Goog-Upload-Protocol": "resumable",
            "X-Goog-Upload-Command": "start",
            "X-Goog-Upload-Header-Content-Length": str(announced),
            "X-Goog-Upload-Header-Content-Type": content_type,
        },
        scheme="Firebase",
    )
    sent = 0
    for part in parts:
        sent += len(part)
        last = sent == sum(map(len, parts))
        command = "upload, finalize" if last else "upload"
        headers = {
            "X-Goog-Upload-Command": command,
            "X-Goog-Upload-Offset": str(sent - len(part)),
        }
        url = begun.headers["x-goog-upload-url"]
        _send(person, "POST", url, data=part, headers=headers, scheme="Firebase")


def object_request(
    person: Person, method: str, name: str, suffix: str = "", into: str = "", **body: Any
) -> None:
    """Ask for something about an object under the rules.

    `into` is the address of another bucket's objects.

    Raises:
        DeniedError: the rules refused.
    """
    url = f"{into or objects()}/{quote(name, safe='')}{suffix}"
    _send(person, method, url, scheme="Firebase", **body)


def list_objects(person: Person, prefix: str, into: str = "") -> None:
    """List the objects below a prefix under the rules.

    `into` is the address of another bucket's objects.

    Raises:
        DeniedError: the rules refused.
    """
    url = f"{into or objects()}?prefix={quote(prefix, safe='')}"
    _send(person, "GET", url, scheme="Firebase")


def objects(bucket: str = "") -> str:
    """The REST address of a bucket's objects, or the default's, as the Firebase SDKs use it."""
    bucket = bucket or json.loads(os.environ["FIREBASE_CONFIG"])["storageBucket"]
    return f"http://{os.environ['FIREBASE_STORAGE_EMULATOR_HOST']}/v0/b/{bucket}/o"


def _structured(
    collection: str, where: Sequence[Filter], order: Sequence[tuple[str, str]], group: bool
) -> dict[str, Any]:
    wanted: dict[str, Any] = {"from": [{"collectionId": collection, "allDescendants": group}]}
    if where:
        filters = [_filter(*each) for each in where]
        wanted["where"] = {"compositeFilter": {"op": "AND", "filters": filters}}
    if order:
        wanted["orderBy"] = [{"field": {"fieldPath": f}, "direction": d} for f, d in order]
    return wanted


def _filter(field: str, op: str, value: object) -> dict[str, Any]:
    if value is None:  # as the SDKs ask it
        return {"unaryFilter": {"field": {"fieldPath": field}, "op": "IS_NULL"}}
    return {"fieldFilter": {"field": {"fieldPath": field}, "op": op, "value": _value(field, value)}}


def _base(parent: str) -> str:
    return f"{client.documents()}/{parent}" if parent else client.documents()


def _commit(person: Person, *writes: dict[str, Any]) -> None:
    """Commit; again where a transaction had the document locked, as the clients' SDKs do."""
    for attempt in range(_ATTEMPTS):
        try:
            _send(person, "POST", f"{client.documents()}:commit", json={"writes": list(writes)})
        except requests.HTTPError as err:
            if err.response.status_code != HTTPStatus.CONFLICT or attempt == _ATTEMPTS - 1:
                raise
        else:
            return


def _send(
    person: Person,
    method: str,
    url: str,
    *,
    scheme: str = "Bearer",
    headers: dict[str, str] | None = None,
    **body: Any,
) -> requests.Response:
    sent = dict(headers or {})
    if person.token:
        sent["Authorization"] = f"{scheme} {person.token}"
    answer = _SESSION.request(method, url, headers=sent, timeout=30, **body)
    if answer.status_code == 403:
        raise DeniedError(answer.text)
    answer.raise_for_status()
    return answer


def _value(field: str, value: object) -> dict[str, Any]:
    if field == "__name__":
        return {"referenceValue": _name(str(value))}
    return client.firestore_value(value)


def _name(path: str) -> str:
    return f"projects/{os.environ['GCLOUD_PROJECT']}/databases/(default)/documents/{path}"
