"""The functions of this process, served on a port of its own, in whichever project it works.

What is deployed works in the suite's project. Tests that have to look at, or to change, everything
there is need a project in which nobody else does anything, and the callables all the same.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from wsgiref.util import shift_path_info

import requests
from firebase_admin import auth
from flask import Flask, request
from werkzeug.serving import WSGIRequestHandler, make_server

from core import firebase, settings
from tests.support import tokens
from tests.support.people import Cast, appointed
from tools.client import Person
from tools.deployed import functions
from tools.emulators.layout import PROJECT


class LocalPerson(Person):
    """Somebody with an account in Auth of this project, who signs in without asking it.

    The Auth emulator signs people in to the suite's project alone.
    """

    def sign_in(self) -> None:
        """Take a token with the present claims."""
        claims = auth.get_user(self.uid, app=firebase.app()).custom_claims or {}
        self.token = tokens.person(uid=self.uid, email=self.email, **claims).token


@dataclass
class LocalCast(Cast):
    """People of this project."""

    def newcomer(self) -> Person:
        """Somebody with a fresh account in Auth, and nothing else."""
        return _enrolled()


def _enrolled() -> Person:
    found = tokens.enrolled(tokens.person())
    return LocalPerson(found.uid, found.email, token=found.token)


def local_cast() -> LocalCast:
    """The people of this project, their admin among them; the queues of its functions are open."""
    _open_queues()
    return LocalCast(appointed(_enrolled()))


class _Quiet(WSGIRequestHandler):
    """Prints no line for a request: the functions print their own."""

    def log(self, type: str, message: str, *args: Any) -> None:  # noqa: A002
        """Leave it at that."""


@contextmanager
def served() -> Iterator[str]:
    """Serve the functions under their names, as the emulator does; the address."""
    server = make_server(
        "127.0.0.1", 0, _routed(functions()), threaded=True, request_handler=_Quiet
    )
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _open_queues() -> None:
    """Open the queues of task functions in this project; they take tasks and hand none on."""
    project, host = os.environ["GCLOUD_PROJECT"], os.environ["CLOUD_TASKS_EMULATOR_HOST"]
    assert project != PROJECT, "there the emulators have opened them"
    for name, function in functions().items():
        if function.__firebase_endpoint__.taskQueueTrigger:
            where = f"projects/{project}/locations/{settings.REGION}/queues/{name}"
            none = {"rateLimits": {"maxConcurrentDispatches": 0}, "defaultUri": ""}
            requests.post(f"http://{host}/{where}", json=none, timeout=30).raise_for_status()


def _routed(serving: dict[str, Callable[[Any], Any]]) -> Callable[..., Any]:
    """The first part of a path names the function; the rest is the function's own."""
    app = Flask(__name__)

    @app.route("/", defaults={"_rest": ""}, methods=["POST"])
    @app.route("/<path:_rest>", methods=["POST"])
    def call(_rest: str) -> Any:
        return serving[request.environ["scanner.function"]](request)

    def routed(environ: dict[str, Any], start: Callable[..., Any]) -> Any:
        environ["scanner.function"] = shift_path_info(environ)
        environ["PATH_INFO"] = environ["PATH_INFO"] or "/"
        return app(environ, start)

    return routed
