"""Hosts that are asked by HTTP, answered in this process: the payment gateway, and our webhook."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import requests
from flask import Request
from requests.adapters import BaseAdapter
from werkzeug.test import EnvironBuilder

from tools.gateway import StandIn
from tools.gateway.listing import RefusedError
from tools.gateway.server import DroppedError

#: Where the webhook of the world is.
HOOK = "http://functions.invalid/wallet_receive_payment"


class InProcess(BaseAdapter):
    """Takes requests that nobody sends: of the gateway's API, and its events for us."""

    def __init__(
        self, gateway: StandIn, hook: Callable[[Request], Any], broken: Callable[[], bool]
    ) -> None:
        super().__init__()
        self._gateway, self._hook, self._broken = gateway, hook, broken

    def install(self) -> None:
        """Stand where the adapter of each session stands."""
        requests.Session.get_adapter = lambda *_, **__: self  # type: ignore[method-assign,assignment]

    def send(self, request: Any, *_: Any, **__: Any) -> requests.Response:
        """Answer a request."""
        sent = request.body or b""
        body = sent.encode() if isinstance(sent, str) else sent
        if request.url.startswith(HOOK):
            builder = EnvironBuilder(path="/hook", method="POST", data=body)
            builder.headers.extend(dict(request.headers))
            answer = self._hook(Request(builder.get_environ()))
            return _response(request, answer.status_code, b"")
        if self._broken():
            raise requests.ConnectionError("the gateway is down")
        url = urlsplit(request.url)
        said = json.loads(body) if body else {}
        said |= {"idempotency": request.headers.get("X-Payout-Idempotency", "")}
        try:
            found = self._gateway.answer(request.method, url.path, parse_qs(url.query), said)
        except DroppedError as err:
            raise requests.ConnectionError("the answer was lost") from err
        except RefusedError as err:
            return _response(request, err.status, json.dumps(err.answer).encode())
        return _response(request, 200, json.dumps(found).encode())

    def close(self) -> None:
        """There is nothing to close."""


def _response(request: Any, status: int, body: bytes) -> requests.Response:
    made = requests.Response()
    made.status_code, made._content, made.url, made.request = status, body, request.url, request
    made.headers["Content-Type"] = "application/json"
    return made
