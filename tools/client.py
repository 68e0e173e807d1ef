"""A client of Scanner's public surface, as an app is one: ID tokens, callables, Storage, rules.

It speaks the REST forms of the Firebase SDKs' own calls against the emulators, which the launcher
names in the environment. The demo, the tests and the benchmarks use it; a journey with the real
JavaScript SDK stands beside it.
"""

from __future__ import annotations

import json
import os
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar, TypeVar
from urllib.parse import quote

import requests

T = TypeVar("T")
_API_KEY = "demo"  # the Auth emulator takes any
_SESSION = requests.Session()


class CallError(Exception):
    """A callable answered with an error.

    Attributes:
        code: the callable error code in its REST spelling, e.g. `PERMISSION_DENIED`.
        reason: the stable `details.reason`.
        details: all details.
    """

    def __init__(self, error: dict[str, Any]) -> None:
        super().__init__(f"{error.get('status')}: {error.get('message')}")
        self.code = str(error.get("status"))
        self.details: dict[str, Any] = error.get("details") or {}
        self.reason = str(self.details.get("reason"))


class DeniedError(Exception):
    """The security rules refused a read, a write or an upload."""


@dataclass
class Person:
    """Somebody signed in, or nobody: `Person()` carries no token."""

    uid: str = ""
    email: str = ""
    password: str = ""
    token: str = field(default="", repr=False)
    refresh_token: str = field(default="", repr=False)
    #: Seconds that a callable may take.
    patience: ClassVar[float] = 120

    @classmethod
    def sign_up(
        cls, email: str | None = None, password: str | None = None, *, verified: bool = True
    ) -> Person:
        """Make a fresh account in Auth and sign it in."""
        email = email or f"{uuid.uuid4().hex}@example.com"
        password = password or uuid.uuid4().hex
        answer = _auth("accounts:signUp", email=email, password=password, returnSecureToken=True)
        person = cls(answer["localId"], email, password)
        if verified:
            _auth("accounts:update", _owner=True, localId=person.uid, emailVerified=True)
        person.sign_in()
        return person

    def sign_in(self) -> None:
        """Sign in afresh, for a token with the present claims."""
        answer = _auth(
            "accounts:signInWithPassword",
            email=self.email,
            password=self.password,
            returnSecureToken=True,
        )
        self.token, self.refresh_token = answer["idToken"], answer["refreshToken"]

    def call(self, function: str, data: object = None, **fields: object) -> Any:  # noqa: ANN401
        """Call a callable with `fields`, or with `data` as it is.

        Raises:
            CallError: the callable's own error.
        """
        body = {"data": fields if data is None else data}
        url = f"{os.environ['SCANNER_FUNCTIONS_URL']}/{function}"
        answer = _SESSION.post(url, json=body, headers=self._bearer(), timeout=self.patience)
        try:
            parsed = answer.json()
        except ValueError as err:
            raise CallError({"status": str(answer.status_code), "message": answer.text}) from err
        if "result" not in parsed:
            raise CallError(parsed.get("error") or {"status": str(answer.status_code)})
        return parsed["result"]

    def read(self, path: str) -> dict[str, Any] | None:
        """Read a document under the rules; None where there is none.

        Raises:
            DeniedError: the rules refused.
        """
        answer = _SESSION.get(f"{documents()}/{path}", headers=self._bearer(), timeout=30)
        if answer.status_code == 404:
            return None
        return plain_document(_allowed(answer))

    def query(
        self, collection: str, *where: tuple[str, str, object], parent: str = ""
    ) -> list[Any]:
        """List a collection under the rules, with equality or other filters (REST operator names).

        Raises:
            DeniedError: the rules refused.
        """
        filters = [
            {"fieldFilter": {"field": {"fieldPath": f}, "op": op, "value": firestore_value(v)}}
            for f, op, v in where
        ]
        query: dict[str, Any] = {"from": [{"collectionId": collection}]}
        if filters:
            query["where"] = {"compositeFilter": {"op": "AND", "filters": filters}}
        url = f"{documents()}/{parent}:runQuery" if parent else f"{documents()}:runQuery"
        answer = _SESSION.post(
            url, json={"structuredQuery": query}, headers=self._bearer(), timeout=30
        )
        rows = _allowed(answer)
        return [plain_document(row["document"]) for row in rows if "document" in row]

    def write(self, path: str, **fields: object) -> None:
        """Update fields of a document under the rules; makes it where there is none.

        Raises:
            DeniedError: the rules refused.
        """
        body = {"fields": {name: firestore_value(v) for name, v in fields.items()}}
        mask = "&".join(f"updateMask.fieldPaths={name}" for name in fields)
        url = f"{documents()}/{path}?{mask}"
        _allowed(_SESSION.patch(url, json=body, headers=self._bearer(), timeout=30))

    def delete(self, path: str) -> None:
        """Delete a document under the rules.

        Raises:
            DeniedError: the rules refused.
        """
        _allowed(_SESSION.delete(f"{documents()}/{path}", headers=self._bearer(), timeout=30))

    def upload(self, name: str, data: bytes, content_type: str = "model/stl") -> None:
        """Upload an object as the Firebase SDKs do, in one multipart request.

        Raises:
            DeniedError: the rules refused.
        """
        boundary = uuid.uuid4().hex
        meta = json.dumps({"name": name, "contentType": content_type})
        body = (
            (
                f"--{boundary}\r\nContent-Type: application/json; charset=utf-8\r\n\r\n{meta}\r\n"
                f"--{boundary}\r\nContent-Type: {content_type}\r\n\r\n"
            ).encode()
            + data
            + f"\r\n--{boundary}--".encode()
        )
        headers = self._bearer("Firebase") | {
            "X-Goog-Upload-Protocol": "multipart",
            "Content-Type": f"multipart/related; boundary={boundary}",
        }
        url = f"{_objects()}?name={quote(name, safe='')}"
        _allowed(_SESSION.post(url, data=body, headers=headers, timeout=120))

    def download(self, name: str) -> bytes:
        """Download an object under the rules.

        Raises:
            DeniedError: the rules refused.
        """
        url = f"{_objects()}/{quote(name, safe='')}?alt=media"
        answer = _SESSION.get(url, headers=self._bearer("Firebase"), timeout=60)
        if not answer.ok:
            raise DeniedError(answer.status_code)
        return answer.content

    def _bearer(self, scheme: str = "Bearer") -> dict[str, str]:
        return {"Authorization": f"{scheme} {self.token}"} if self.token else {}


def wait_for(condition: Callable[[], T | None], seconds: float = 60, what: str = "") -> T:
    """Poll until the condition returns something true, and return it.

    Raises:
        TimeoutError: the deadline passed.
    """
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if found := condition():
            return found
        time.sleep(0.05)
    raise TimeoutError(what or f"nothing within {seconds} s")


def fetch(url: str) -> bytes:
    """GET a signed link."""
    answer = _SESSION.get(url, timeout=60)
    answer.raise_for_status()
    return answer.content


def documents() -> str:
    """Return the REST address of the Firestore emulator's documents."""
    host, project = os.environ["FIRESTORE_EMULATOR_HOST"], os.environ["GCLOUD_PROJECT"]
    return f"http://{host}/v1/projects/{project}/databases/(default)/documents"


def firestore_value(value: object) -> dict[str, Any]:
    """Return a value in Firestore's REST form."""
    if value is None:
        return {"nullValue": None}
    if isinstance(value, bool):
        return {"booleanValue": value}
    if isinstance(value, int):
        return {"integerValue": str(value)}
    if isinstance(value, datetime):
        return {"timestampValue": value.isoformat()}
    if isinstance(value, dict):
        return {"mapValue": {"fields": {k: firestore_value(v) for k, v in value.items()}}}
    if isinstance(value, list):
        return {"arrayValue": {"values": [firestore_value(v) for v in value]}}
    return {"stringValue": str(value)}


def plain_document(document: dict[str, Any]) -> dict[str, Any]:
    """Return a REST document as a plain dictionary, with its id under `id`."""
    fields = {name: _plain(v) for name, v in document.get("fields", {}).items()}
    return {"id": document["name"].rsplit("/", 1)[-1], **fields}


def _plain(value: dict[str, Any]) -> Any:  # noqa: ANN401
    (kind, inner), *_ = value.items()
    if kind == "mapValue":
        return {name: _plain(v) for name, v in inner.get("fields", {}).items()}
    if kind == "arrayValue":
        return [_plain(v) for v in inner.get("values", [])]
    return int(inner) if kind == "integerValue" else inner


def _auth(method: str, *, _owner: bool = False, **body: object) -> dict[str, Any]:
    host = os.environ["FIREBASE_AUTH_EMULATOR_HOST"]
    url = f"http://{host}/identitytoolkit.googleapis.com/v1/{method}?key={_API_KEY}"
    headers = {"Authorization": "Bearer owner"} if _owner else {}
    answer = _SESSION.post(url, json=body, headers=headers, timeout=30)
    answer.raise_for_status()
    found: dict[str, Any] = answer.json()
    return found


def _objects() -> str:
    bucket = json.loads(os.environ["FIREBASE_CONFIG"])["storageBucket"]
    return f"http://{os.environ['FIREBASE_STORAGE_EMULATOR_HOST']}/v0/b/{bucket}/o"


def _allowed(answer: requests.Response) -> Any:  # noqa: ANN401
    if answer.status_code in {401, 403}:
        raise DeniedError(answer.status_code)
    answer.raise_for_status()
    return answer.json()
