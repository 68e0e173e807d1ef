"""Serves the gateway's stand-in over HTTP: who may ask, and what is answered in which form."""

from __future__ import annotations

import base64
import json
from http.server import BaseHTTPRequestHandler
from typing import Protocol
from urllib.parse import parse_qs, urlsplit

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

    def log_message(self, *_: object) -> None:
        """Keep quiet."""

    def _serve(self) -> None:
        try:
            self._send(200, self._answered())
        except RefusedError as err:
            self._send(err.status, err.answer)
        except (DroppedError, ConnectionError):  # or whoever asked waits no longer
            self.close_connection = True

    def _answered(self) -> Json:
        url = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
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

    def _send(self, status: int, answer: Json) -> None:
        data = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
