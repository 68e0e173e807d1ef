"""The emulator suite of one checkout: starts it, waits until it is ready, stops it."""

from __future__ import annotations

import http.client
import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from tools.emulators import credentials, environment, hosting, jars, java, ports, processes
from tools.emulators.layout import (
    HOST,
    HOSTING,
    PROJECT,
    REGION,
    SERVICES,
    Layout,
    SetupError,
    generated_config,
    read_config,
)
from tools.emulators.progress import Progress

# What firebase-tools prints, in the version that package.json pins.
_READY = "All emulators ready"
_FUNCTIONS_FAILED = "Failed to load function definition"
_PATIENCE = 240  # seconds; a start takes 15 to 30, and longer beside other work


class StartError(Exception):
    """The emulators were started and did not come up; carries the end of their log."""


@contextmanager
def running(
    layout: Layout,
    progress: Progress,
    *,
    lenient: bool = False,
    many_projects: bool = False,
    tick: int = 0,
) -> Iterator[Suite]:
    """The suite, ready for use inside the ``with`` block and stopped after it, come what may.

    A lenient one also starts when the functions do not load: firebase-tools watches their source
    and loads them once they are mended. `many_projects` is for tests, which work in projects of
    their own. `tick` is the seconds between two sweeps, 0 for none.
    """
    layout.logs.mkdir(parents=True, exist_ok=True)
    with processes.only_one(layout.state / "lock"):
        shutil.rmtree(layout.temporary, ignore_errors=True)
        layout.temporary.mkdir()
        suite = Suite(layout, progress)
        try:
            suite.start(lenient=lenient, many_projects=many_projects)
            if tick:
                suite.start_ticking(tick)
            yield suite
        finally:
            with processes.signals_held():
                suite.stop()


class Suite:
    """One run of firebase-tools and all that it starts."""

    def __init__(self, layout: Layout, progress: Progress) -> None:
        self._layout = layout
        self._progress = progress
        self._process: subprocess.Popen[bytes] | None = None
        self._gateway: subprocess.Popen[bytes] | None = None
        self._ticker: subprocess.Popen[bytes] | None = None
        self._env: dict[str, str] = {}
        self._services: tuple[str, ...] = SERVICES

    @property
    def alive(self) -> bool:
        """Whether firebase-tools still runs."""
        return self._process is not None and self._process.poll() is None

    @property
    def serves_console(self) -> bool:
        """Whether there is a build of the console, which the hosting emulator serves."""
        return HOSTING in self._services

    def start(self, *, lenient: bool, many_projects: bool) -> None:
        """Starts the emulators and returns when all of them, functions included, are ready."""
        layout, progress = self._layout, self._progress
        _require_tools(layout)
        if stale := processes.leftovers(str(layout.root)):
            progress.note(f"ending {len(stale)} processes that a killed run left behind")
            processes.end(stale)
        ports.require_free(layout.ports)
        runtime = java.find()
        progress.step(str(runtime))
        chosen = jars.choose(layout, runtime, progress.note)
        for part, origin in chosen.origin.items():
            progress.step(f"{part} {'rules ' if part == 'storage' else ''}from {origin}")
        credentials.write_key(layout.key)
        credentials.write_gateway_keys(layout)
        self._configure(many_projects)
        self._env = env = environment.for_emulators(layout, runtime, chosen.environment)
        with layout.log.open("wb") as log:
            # Started in the log folder, as firebase-tools writes its debug logs where it runs.
            self._process = processes.spawn(self._command(), env, layout.logs, log)
            self._gateway = processes.spawn(self._gateway_command(), env, layout.root, log)
        progress.note(f"starting; log in {layout.log.relative_to(layout.root)}")
        self._wait()
        try:
            self._compile_rules()
            progress.step(f"{len(self._functions())} functions discovered; ready")
        except StartError as err:
            if not lenient:
                raise
            progress.problem(str(err))

    def _configure(self, many_projects: bool) -> None:
        """Writes what firebase-tools is given; the console is served where it is built."""
        layout = self._layout
        config = generated_config(
            read_config(layout.root), layout.ports, many_projects=many_projects
        )
        if hosting.is_built(layout):
            hosting.place(layout)
            config["hosting"] = hosting.served_config(config["hosting"], layout)
            self._services = (*SERVICES, HOSTING)
        else:
            self._progress.step("no console is served: make web builds it")
        layout.config.write_text(json.dumps(config, indent=2) + "\n")

    def start_ticking(self, seconds: int) -> None:
        """Sweeps every so often, as Cloud Scheduler has it done in production."""
        env = environment.for_clients(self._layout, self._env)
        command = [sys.executable, "-m", "tools.emulators.ticking", "--seconds", str(seconds)]
        with self._layout.log.open("ab") as log:
            self._ticker = processes.spawn(command, env, self._layout.root, log)
        self._progress.step(f"what is due is swept every {seconds} s")

    def _command(self) -> list[str]:
        layout = self._layout
        start = ["emulators:start", "--project", PROJECT, "--only", ",".join(self._services)]
        return ["node", str(layout.firebase), *start, "--config", str(layout.config)]

    def _gateway_command(self) -> list[str]:
        """The stand-in for the payment gateway, which delivers its events to the functions."""
        port, functions = str(self._layout.ports["gateway"]), self._layout.address("functions")
        hook = f"http://{functions}/{PROJECT}/{REGION}/wallet_receive_payment"
        return [sys.executable, "-m", "tools.gateway", "--port", port, "--hook", hook]

    def _wait(self) -> None:
        closed = dict(self._layout.ports)
        if not self.serves_console:
            del closed[HOSTING]
        deadline = time.monotonic() + _PATIENCE
        while _READY not in (log := self.log()):
            if not self.alive:
                raise StartError(f"firebase-tools has ended while starting.\n{_end(log)}")
            if time.monotonic() > deadline:
                waiting = ", ".join(closed) or "the functions"
                raise StartError(f"Not ready after {_PATIENCE} s: {waiting}.\n{_end(log)}")
            for name in [name for name, port in closed.items() if ports.is_open(port)]:
                self._progress.step(f"{name} on port {closed.pop(name)}")
            time.sleep(0.2)

    def _compile_rules(self) -> None:
        """Have the Firestore rules compiled now: the emulator starts with any, then fails calls."""
        content = (self._layout.root / "firestore.rules").read_text()
        body = json.dumps({"rules": {"files": [{"name": "firestore.rules", "content": content}]}})
        emulator = http.client.HTTPConnection(HOST, self._layout.ports["firestore"], timeout=30)
        emulator.request("PUT", f"/emulator/v1/projects/{PROJECT}:securityRules", body)
        answer = emulator.getresponse()
        if answer.status != http.client.OK:
            told = json.load(answer).get("error", {}).get("message", "")
            raise StartError(f"firestore.rules does not compile.\n{told}")

    def _functions(self) -> list[str]:
        if _FUNCTIONS_FAILED in (log := self.log()):
            raise StartError(f"The functions could not be loaded.\n{_cause(log)}")
        answer = http.client.HTTPConnection(HOST, self._layout.ports["functions"], timeout=10)
        answer.request("GET", "/backends")
        backends = json.load(answer.getresponse())["backends"]
        names = [trigger["name"] for b in backends for trigger in b["functionTriggers"]]
        if not names:
            raise StartError(f"functions/main.py names no function.\n{_end(log)}")
        return names

    def log(self) -> str:
        """What the emulators and the functions have printed so far."""
        return self._layout.log.read_text(errors="replace")

    def stop(self) -> None:
        """Stops everything that was started, and makes sure of it."""
        if self._process is None:
            return
        if self._ticker is not None:  # first: it would find the others gone
            processes.stop(self._ticker)
        if not processes.stop(self._process):
            self._progress.note("firebase-tools did not stop when asked and was killed")
        if self._gateway is not None:
            processes.stop(self._gateway)
        left = processes.leftovers(str(self._layout.root))
        # The ports were free before the start, so whoever holds one now belongs to this run.
        taken = [port for port in self._layout.ports.values() if not ports.is_free(port)]
        left += [who.pid for port in taken if (who := ports.holder(port)).pid]
        processes.end(sorted(set(left)))
        self._process = None
        self._progress.step("stopped")


def _require_tools(layout: Layout) -> None:
    if not shutil.which("node"):
        raise SetupError("Node is missing: install Node 20 or later.")
    if not layout.firebase.is_file():
        raise SetupError("firebase-tools is missing: run make install.")
    if not sys.executable.startswith(str(layout.root / "functions" / "venv")):
        raise SetupError("Run it with functions/venv/bin/python, as the functions run there.")


def _cause(log: str) -> str:
    """The end of the traceback that came before the functions failed to load, and how."""
    before, failed, after = log.partition(_FUNCTIONS_FAILED)
    traceback = before.rpartition("Traceback")
    cause = traceback[2].partition(f"\n{HOST} - - [")[0] if traceback[1] else ""
    return f"{_end(cause, 12)}\n{failed}{after.partition(chr(10))[0]}".strip()


def _end(log: str, lines: int = 25) -> str:
    return "\n".join(log.rstrip().splitlines()[-lines:])
