"""A checkout to release from, and a project here that answers as far as it is deployed."""

from __future__ import annotations

import json
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tests.support.sources import ROOT
from tests.unit.release.deployments import GIVEN, PROJECT
from tools import deployed

BUCKET = f"{PROJECT}.firebasestorage.app"
_MAKEFILE = """
web check:
\t@echo "make $@" >> .stand-in/journal
\t@test ! -e .stand-in/broken-$@
\t@test ! -e .stand-in/during-$@ || sh .stand-in/during-$@
"""
_PROGRAM = """#!/bin/sh
echo "{name} $*" >> .stand-in/journal
test ! -e .stand-in/broken-{name}
"""


@dataclass(frozen=True)
class Checkout:
    """A checkout with a commit on main, in which stand-ins write down what they are asked."""

    root: Path

    @classmethod
    def at(cls, root: Path) -> Checkout:
        """Make one in an empty folder, with all that an operator has to give."""
        made = cls(root)
        for name in ("firebase.json", "firestore.indexes.json"):
            shutil.copy(ROOT / name, root)
        (root / "Makefile").write_text(_MAKEFILE, encoding="utf-8")
        (root / ".gitignore").write_text(".stand-in\n.scanner\n.env*\nvenv\nnode_modules\n")
        made._program("functions/venv/bin/python", "python")
        made._program("functions/venv/bin/python3.12", "python3.12")
        made._program("scannerctl", "scannerctl")
        firebase = root / "node_modules" / ".bin" / "firebase"
        firebase.parent.mkdir(parents=True)
        shutil.copy(Path(__file__).with_name("firebase_stand_in.py"), firebase)
        firebase.chmod(0o755)
        (root / ".stand-in").mkdir()
        made.write(deployed=[], cleanup=False, targets=[], functions=_functions())
        made.give(GIVEN)
        made.git("init", "--quiet", "--initial-branch", "main")
        made.git("config", "user.name", "Somebody")
        made.git("config", "user.email", "somebody@scanner.example")
        made.commit()
        return made

    def git(self, *command: str) -> str:
        """Run git there; return what it prints."""
        done = subprocess.run(
            ["git", *command], cwd=self.root, check=True, capture_output=True, text=True
        )
        return done.stdout.strip()

    def commit(self) -> str:
        """Commit what is there; return the commit."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "A commit")
        return self.git("rev-parse", "HEAD")

    def give(self, settings: dict[str, str]) -> None:
        """Write the settings of the project, in the place of those from before."""
        text = "".join(f'{name}="{value}"\n' for name, value in settings.items())
        (self.root / "functions" / f".env.{PROJECT}").write_text(text, encoding="utf-8")

    def break_(self, name: str, *, broken: bool = True) -> None:
        """Have a stand-in fail from now on, or no longer."""
        mark = self.root / ".stand-in" / f"broken-{name}"
        mark.touch() if broken else mark.unlink()

    def during(self, name: str, *commands: str) -> None:
        """Have something be done in the middle of a target of make from now on, or nothing."""
        text = "\n".join(commands)
        (self.root / ".stand-in" / f"during-{name}").write_text(text, encoding="utf-8")

    @property
    def state(self) -> dict[str, Any]:
        """What is deployed, as the stand-in for `firebase` has it."""
        found: dict[str, Any] = json.loads((self.root / ".stand-in" / "state.json").read_text())
        return found

    def write(self, **changes: Any) -> None:
        """Change what the stand-in for `firebase` has."""
        path = self.root / ".stand-in" / "state.json"
        before = json.loads(path.read_text()) if path.exists() else {}
        path.write_text(json.dumps(before | changes))

    def journal(self) -> list[str]:
        """Return what was asked of the stand-ins, in order, and forget it."""
        path = self.root / ".stand-in" / "journal"
        lines = path.read_text().splitlines() if path.exists() else []
        path.unlink(missing_ok=True)
        return lines

    def _program(self, path: str, name: str) -> None:
        program = self.root / path
        program.parent.mkdir(parents=True, exist_ok=True)
        program.write_text(_PROGRAM.replace("{name}", name), encoding="utf-8")
        program.chmod(0o755)


def _functions() -> dict[str, dict[str, Any]]:
    found = {}
    for name, function in deployed.functions().items():
        endpoint = function.__firebase_endpoint__
        trigger = endpoint.eventTrigger if isinstance(endpoint.eventTrigger, dict) else {}
        found[name] = {"cpu": endpoint.cpu, "retry": trigger.get("retry") is True}
    return found


@dataclass
class Project:
    """What a project answers, and what was asked.

    Attributes:
        checkout: whose stand-in for `firebase` deploys onto it.
        answers: what is answered otherwise: path -> status and body, or header -> value.
        building: how many looks at the indexes find them unfinished.
        state: the state of the indexes that are not ready.
        others: fields with settings of before, which the file does not declare.
    """

    checkout: Checkout
    answers: dict[str, tuple[int, dict[str, Any]]] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    building: int = 0
    state: str = "CREATING"
    others: list[dict[str, Any]] = field(default_factory=list)
    url: str = ""

    def answer(self, method: str, path: str) -> tuple[int, dict[str, Any], dict[str, str]]:
        """Return status, body and headers."""
        path, _, _ = path.partition("?")
        if path in self.answers:
            return *self.answers[path], {}
        _, kind, *rest = path.split("/")
        if kind == "functions":
            return *self._function(method, rest), {}
        if kind == "hosting":
            return self._console(rest)
        if kind in {"firestore", "storage"}:
            return 403, {"error": {"status": "PERMISSION_DENIED"}}, {}
        return 200, self._admin(rest[-1]), {}

    def _function(self, method: str, rest: list[str]) -> tuple[int, dict[str, Any]]:
        name = rest[0]
        if name not in self.checkout.state["deployed"] or method != "POST":
            return 404, {}
        if len(rest) > 1:
            error = {"status": "UNAUTHENTICATED", "details": {"reason": "sign-in-required"}}
            return 401, {"error": error}
        return (503 if name == "wallet_receive_payment" else 403), {}

    def _console(self, rest: list[str]) -> tuple[int, dict[str, Any], dict[str, str]]:
        if "hosting" not in self.checkout.state["targets"]:
            return 404, {}, {}
        config = json.loads((self.checkout.root / "firebase.json").read_text())["hosting"]
        files = {
            "init.json": {"projectId": PROJECT, "storageBucket": BUCKET},
            "settings.json": {"region": "asia-south1"},
        }
        body = files.get(rest[-1], {})
        (rule,) = (rule for rule in config["headers"] if rule["source"] == "**")
        sent = {header["key"]: header["value"] for header in rule["headers"]}
        return 200, body, sent | self.headers

    def _admin(self, kind: str) -> dict[str, Any]:
        """Return the indexes or fields as Firestore's administration has them."""
        if "firestore:indexes" not in self.checkout.state["targets"]:
            return {}
        with (self.checkout.root / ".stand-in" / "journal").open("a") as journal:
            journal.write(f"look at {kind}\n")
        ready = self.building <= 0
        if kind == "fields":
            self.building -= 1
        spec = json.loads((self.checkout.root / "firestore.indexes.json").read_text())
        parent = f"projects/{PROJECT}/databases/(default)/collectionGroups"
        if kind == "indexes":
            return {
                "indexes": [_index(parent, each, self.state, ready) for each in spec["indexes"]]
            }
        own = [_field(parent, each, self.state, ready) for each in spec["fieldOverrides"]]
        # What holds for every field is always listed.
        every = {"name": f"{parent}/__default__/fields/*", "indexConfig": {"indexes": []}}
        return {"fields": [every, *own, *self.others]}


def _index(parent: str, spec: dict[str, Any], state: str, ready: bool) -> dict[str, Any]:
    last = spec["fields"][-1].get("order", "ASCENDING")
    return {
        "name": f"{parent}/{spec['collectionGroup']}/indexes/CICAgOjXh4EK",
        "queryScope": spec["queryScope"],
        "fields": [*spec["fields"], {"fieldPath": "__name__", "order": last}],
        "state": "READY" if ready else state,
    }


def _field(parent: str, spec: dict[str, Any], state: str, ready: bool) -> dict[str, Any]:
    place = f"{parent}/{spec['collectionGroup']}/fields/{spec['fieldPath']}"
    indexes = [
        {
            "queryScope": each.get("queryScope", "COLLECTION"),
            "fields": [{"fieldPath": spec["fieldPath"], **_how(each)}],
            "state": "READY" if ready else state,
        }
        for each in spec["indexes"]
    ]
    found: dict[str, Any] = {"name": place, "indexConfig": {"indexes": indexes}}
    if spec.get("ttl"):
        found["ttlConfig"] = {"state": "ACTIVE" if ready else state}
    return found


def _how(spec: dict[str, Any]) -> dict[str, str]:
    return {name: spec[name] for name in ("order", "arrayConfig") if name in spec}


@contextmanager
def serving(project: Project) -> Iterator[Project]:
    """Have a project answer at an address of this machine, until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._send("GET")

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self._send("POST")

        def _send(self, method: str) -> None:
            status, body, headers = project.answer(method, self.path)
            text = json.dumps(body).encode()
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, *_: object) -> None:
            """Print nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        project.url = f"http://127.0.0.1:{server.server_port}"
        yield project
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
