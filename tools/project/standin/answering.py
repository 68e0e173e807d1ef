"""Answers a request: finds its method, holds it to the document, and does what the method does."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import unquote

from tools.project.apis import SERVICES
from tools.project.standin.acts import ACTS, Asked
from tools.project.standin.documents import Json, Method, RefusedRequestError, api_of, method
from tools.project.standin.state import StandIn


def answer(
    on: StandIn, http: str, host: str, path: str, query: Mapping[str, str], body: Json
) -> Json:
    """Answer a request to an API.

    Raises:
        RefusedRequestError: there is no such method, the request is not of its form, the login may
            not, the API is off, or what the request is about does not allow it.
    """
    path = unquote(path)
    api = api_of(host, path)
    found = method(api, http, path)
    on.asked.append((http, found.id))
    found.hold(query, body or None)
    _let(on, found)
    act = ACTS.get(found.id) or ACTS.get(found.verb)
    if act is None:
        raise RefusedRequestError(501, "UNIMPLEMENTED", f"{found.id} is not stood in for")
    resource = on.known(path.removeprefix(api.path("")))
    return act(Asked(on, found, resource, query, body))


def _let(on: StandIn, found: Method) -> None:
    """Refuse what the login may not, and what is off; whether it is can always be asked."""
    if found.api.name in on.denied:
        about = {"reason": "IAM_PERMISSION_DENIED", "metadata": {"permission": found.permission}}
        raise RefusedRequestError(403, "PERMISSION_DENIED", "Permission denied.", (about,))
    host = found.api.host
    state = on.held(SERVICES, f"projects/{on.number}/services/{host}") or {}
    if host != SERVICES.host and state.get("state") != "ENABLED":
        about = {"reason": "SERVICE_DISABLED", "metadata": {"service": host}}
        raise RefusedRequestError(403, "PERMISSION_DENIED", "It is disabled.", (about,))
