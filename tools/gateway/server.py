"""Serves the gateway's stand-in over HTTP: who may ask, and what is answered in which form."""

from __future__ import annotations

import base64
import json
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import Protocol
from urllib.parse import parse_qs, urlsplit

from tools.gateway import pages
from tools.gateway.listing import RefusedError
from tools.gateway.records import KEY_ID, KEY_SECRET, Json

#: What people do there, who need no key.
ACTS = "/stand-in/"


class DroppedError(Exception):
    """The connection ends before the answer."""


class Served(Protocol):
    """What is served."""

    def answer(self, method: str, path: str, query: dict[str, list[str]], body: Json) -> Json:
        """Answer a request to the API."""

    def act_on(self, path: str, query: dict[str, list[str]]) -> Json:
        """Do what a person does."""

    def check_out(self, order_id: str, action: str, back: str) -> str:
        """Return the page of an order, after what a person did there."""


class Handler(BaseHTTPRequestHandler):
    """One request over HTTP; says nothing on the terminal."""

    stand_in: Served
    _token = base64.b64encode(f"{KEY_ID}:{KEY_SECRET}".encode()).decode()

    def do_GET(self) -> None:
        """Read orders."""
        self._serve()

    def do_POST(self) -> None:
        """Make an order, or do what a person does with one."""
        self._serve()

    def do_OPTIONS(self) -> None:
        """Let an app that is developed on this machine do what people do, from its own origin."""
        self._send(204, b"", {})

    def log_message(self, *_: object) -> None:
        """Keep quiet."""

    def _serve(self) -> None:
        try:
            if urlsplit(self.path).path.startswith(pages.CHECKOUT):
                self._send(200, self._page().encode(), pages.HEADERS)
            else:
                self._send(200, *_as_json(self._answered()))
        except RefusedError as err:
            self._send(err.status, *_as_json(err.answer))
        except (DroppedError, ConnectionError):  # or whoever asked waits no longer
            self.close_connection = True

    def _page(self) -> str:
        """Show the page of an order; a button of it sends what it is to do."""
        url = urlsplit(self.path)
        said = parse_qs(url.query)
        if self.command == "POST":
            said = parse_qs(self._body().decode(errors="replace"))
        action = said.get("action", [""])[0] if self.command == "POST" else ""
        order_id = url.path.removeprefix(pages.CHECKOUT)
        return self.stand_in.check_out(order_id, action, said.get("back", [""])[0])

    def _body(self) -> bytes:
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def _answered(self) -> Json:
        url = urlsplit(self.path)
        body = self._body()
        if url.path.startswith(ACTS) and self.command == "POST":
            return self.stand_in.act_on(url.path.removeprefix(ACTS), parse_qs(url.query))
        if self.headers.get("Authorization") != f"Basic {self._token}":
            raise RefusedError(401, "Authentication failed")
        try:
            body = json.loads(body or b"{}")
        except ValueError as err:
            raise RefusedError(400, "The request is no JSON") from err
        body |= {"idempotency": self.headers.get("X-Payout-Idempotency", "")}
        return self.stand_in.answer(self.command, url.path, parse_qs(url.query), body)

    def _send(self, status: int, data: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {**headers, **self._cross_origin()}.items():
            self.send_header(name, value)
        if status != HTTPStatus.NO_CONTENT:
            self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _cross_origin(self) -> dict[str, str]:
        """Name the app's origin, for what people do alone: the API has no CORS at Razorpay."""
        origin = self.headers.get("Origin", "")
        if not urlsplit(self.path).path.startswith(ACTS) or not pages.is_local(origin):
            return {}
        return {
            "Access-Control-Allow-Origin": origin,
            "Access-Control-Allow-Methods": "POST",
            "Access-Control-Allow-Headers": "Content-Type",
            "Vary": "Origin",
        }


def _as_json(answer: Json) -> tuple[bytes, dict[str, str]]:
    return json.dumps(answer).encode(), {"Content-Type": "application/json"}
