"""Asks Google's interfaces, or a stand-in of them on this machine; says why one was not read."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import requests

from tools.project.apis import Api
from tools.project.matching import Json

if TYPE_CHECKING:
    from requests import Response

#: Seconds that one request may take, and that an operation may take: an index or an API that was
#: switched on is there after a minute or two, a database after some.
REQUEST_SECONDS, OPERATION_SECONDS = 60, 600
#: Seconds between two looks at an operation.
LOOK_SECONDS = 2.0
_SCOPE = "https://www.googleapis.com/auth/cloud-platform"
_HERE = {"127.0.0.1", "localhost"}


class UnreadError(Exception):
    """Something could not be read; the text says why, and what to do."""


class RefusedError(Exception):
    """A change was not taken; the text says why."""


class Google:
    """What answers: Google, or a stand-in.

    Attributes:
        at: the address of a stand-in, or None for Google.
        asked: how many requests were sent.
    """

    def __init__(
        self,
        session: requests.Session,
        at: str | None = None,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        if at is not None and urlsplit(at).hostname not in _HERE:
            raise UnreadError(f"{at} is not on this machine: a stand-in is asked at 127.0.0.1")
        self.at = at
        self.asked = 0
        self._session = session
        self._pause = pause

    def get(self, api: Api, resource: str, params: Mapping[str, str] | None = None) -> Json | None:
        """Return a resource, or None where there is none.

        Raises:
            UnreadError: it could not be read.
        """
        answer = self._ask(api, "GET", resource, params)
        return None if answer.status_code == 404 else _read(api, answer)

    def ask(
        self,
        api: Api,
        resource: str,
        params: Mapping[str, str] | None = None,
        body: Json | None = None,
    ) -> Json | None:
        """Return what a question answers that is asked by POST; None and errors as `get`."""
        answer = self._ask(api, "POST", resource, params, body or {})
        return None if answer.status_code == 404 else _read(api, answer)

    def pages(
        self, api: Api, resource: str, key: str, params: Mapping[str, str] | None = None
    ) -> list[Json]:
        """Return what a collection has, a request for each page. Where nothing is, that is none.

        Raises:
            UnreadError: it could not be read.
        """
        found: list[Json] = []
        token = ""
        while True:
            page = self.get(api, resource, {**(params or {}), **_token(token)})
            found += (page or {}).get(key, [])
            token = (page or {}).get("nextPageToken", "")
            if not token:
                return found

    def change(
        self,
        api: Api,
        method: str,
        resource: str,
        body: Json,
        params: Mapping[str, str] | None = None,
    ) -> Json:
        """Send a change and wait until it is done; returns what was answered.

        Raises:
            RefusedError: it was not taken, failed, or is not done in time.
        """
        answer = self._ask(api, method, resource, params, body)
        if not answer.ok:
            raise RefusedError(_why(api, answer))
        done: Json = answer.json()
        name = str(done.get("name", ""))
        if name.startswith("operations/") or "/operations/" in name:
            self._wait(api, done)
        return done

    def _wait(self, api: Api, operation: Json) -> None:
        name = str(operation["name"])
        for _ in range(int(OPERATION_SECONDS / LOOK_SECONDS)):
            if operation.get("error"):
                raise RefusedError(f"it failed: {operation['error'].get('message', '')}")
            if operation.get("done"):
                return
            self._pause(LOOK_SECONDS)
            try:
                operation = self.get(api, name) or operation
            except UnreadError as err:
                raise RefusedError(f"it began, and how it goes could not be read: {err}") from err
        raise RefusedError(f"it began and is not done after {OPERATION_SECONDS} s: check again.")

    def _ask(
        self,
        api: Api,
        method: str,
        resource: str,
        params: Mapping[str, str] | None = None,
        body: Json | None = None,
    ) -> Response:
        base = f"{self.at}/{api.host}" if self.at else f"https://{api.host}"
        self.asked += 1
        try:
            return self._session.request(
                method,
                f"{base}/{api.path(resource)}",
                params=params,
                json=body,
                timeout=REQUEST_SECONDS,
            )
        except requests.RequestException as err:
            raise UnreadError(f"{api.host} does not answer ({type(err).__name__})") from err


def connect(project: str) -> Google:
    """Return Google itself, with the login of whoever runs this.

    Raises:
        google.auth.exceptions.DefaultCredentialsError: there is none.
    """
    import google.auth
    from google.auth.transport.requests import AuthorizedSession

    credentials, _ = google.auth.default(scopes=[_SCOPE], quota_project_id=project)
    return Google(AuthorizedSession(credentials))


def stand_in(at: str) -> Google:
    """Return a stand-in on this machine, which is asked without any login.

    Raises:
        UnreadError: the address is not on this machine.
    """
    return Google(requests.Session(), at, lambda _: None)


def _token(token: str) -> dict[str, str]:
    return {"pageToken": token} if token else {}


def _read(api: Api, answer: Response) -> Json:
    if not answer.ok:
        raise UnreadError(_why(api, answer))
    found: Json = answer.json()
    return found


def _why(api: Api, answer: Response) -> str:
    """Return why a request was refused: what Google says of it, but nothing that names a person."""
    error = _error(answer)
    for detail in error.get("details", []):
        if detail.get("reason") == "SERVICE_DISABLED":
            return f"the API {detail.get('metadata', {}).get('service', api.host)} is off"
    status = error.get("status") or answer.status_code
    if answer.status_code == 403:
        missing = [d["metadata"]["permission"] for d in error.get("details", []) if _permission(d)]
        return f"the login may not: {', '.join(missing) or status} at {api.host}"
    said = f": {error.get('message', '')}" if answer.status_code == 400 else ""
    return f"{api.host} answered {status}{said}"


def _permission(detail: Json) -> bool:
    return "permission" in detail.get("metadata", {})


def _error(answer: Response) -> dict[str, Any]:
    try:
        found = answer.json().get("error", {})
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
