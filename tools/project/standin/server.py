"""Serves the stand-in over HTTP: the host of an API is the first part of the path."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

from tools.project.standin.answering import answer
from tools.project.standin.documents import Json, RefusedRequestError
from tools.project.standin.state import StandIn


class Handler(BaseHTTPRequestHandler):
    """One request; says nothing on the terminal."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # an answer is two writes: headers, and body
    stand_in: StandIn

    def do_GET(self) -> None:
        """Answer it."""
        self._serve()

    def do_POST(self) -> None:
        """Answer it."""
        self._serve()

    def do_PATCH(self) -> None:
        """Answer it."""
        self._serve()

    def do_PUT(self) -> None:
        """Answer it."""
        self._serve()

    def log_message(self, *_: object) -> None:
        """Keep quiet."""

    def _serve(self) -> None:
        split = urlsplit(self.path)
        host, _, path = split.path.removeprefix("/").partition("/")
        text = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        body: Json = json.loads(text) if text else {}
        query = dict(parse_qsl(split.query))
        try:
            found = answer(self.stand_in, self.command, host, path, query, body)
        except RefusedRequestError as err:
            self._send(err.code, err.body)
        else:
            self._send(200, found)

    def _send(self, code: int, body: Json) -> None:
        text = json.dumps(body).encode()
        self.send_response(code)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)


@contextmanager
def serving(stand_in: StandIn, port: int = 0) -> Iterator[str]:
    """Serve it on a port of this machine, any free one for 0; hand out its address."""
    handler = type("OfStandIn", (Handler,), {"stand_in": stand_in})
    server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
