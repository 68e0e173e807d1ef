"""What a command is about to touch: emulators or a real project. Decided before anything else.

A real project is touched only when it is named on the command line: neither the environment nor
the login of some other tool can make it the target by accident.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass

from tools.emulators import credentials, environment
from tools.emulators import ports as sockets
from tools.emulators.finding import running_suite
from tools.emulators.layout import PROJECT, Layout
from tools.scannerctl.console import FailureError

#: Both lead to emulators, or neither: half of an act on a real project is worse than none.
_HOSTS = ("FIRESTORE_EMULATOR_HOST", "FIREBASE_AUTH_EMULATOR_HOST")


@dataclass(frozen=True)
class Target:
    """A project, whether it is emulated, and the environment that leads the clients there."""

    project: str
    emulated: bool
    environ: Mapping[str, str]

    def __str__(self) -> str:
        if self.emulated:
            hosts = ", ".join(self.environ[name] for name in _HOSTS)
            return f"Emulators, project {self.project} (Firestore and Auth at {hosts})"
        return f"REAL PROJECT {self.project}"

    def enter(self) -> None:
        """Lead every client that this process makes to the target."""
        os.environ.update(self.environ)


def resolve(project: str | None, environ: Mapping[str, str], layout: Layout) -> Target:
    """Decide the target.

    Raises:
        FailureError: what is asked for is not there, or contradicts the environment.
    """
    if any(environ.get(name) for name in _HOSTS):
        return _named(project, environ, layout)
    if project is not None and not project.startswith("demo-"):
        return _real(project)
    suite = running_suite(layout)
    if suite is None:
        raise FailureError(
            "No emulators run from this checkout: start them with `make emulators`, or name a "
            "real project with --project."
        )
    if project not in {None, PROJECT}:
        raise FailureError(f"The emulators run project {PROJECT}, not {project}.")
    return _emulated(PROJECT, environment.connection(suite), layout)


def _named(project: str | None, environ: Mapping[str, str], layout: Layout) -> Target:
    """Take the emulators that the environment names."""
    missing = [name for name in _HOSTS if not environ.get(name)]
    if missing:
        raise FailureError(f"The environment names emulators but lacks {missing[0]}: set it too.")
    emulated = environ.get("GCLOUD_PROJECT") or PROJECT
    if project not in {None, emulated}:
        raise FailureError(
            f"The environment leads to emulators of project {emulated}, not to {project}: unset "
            f"{' and '.join(_HOSTS)} first."
        )
    for name in _HOSTS:
        _require_answer(name, environ[name])
    named = {name: environ[name] for name in _HOSTS}
    return _emulated(emulated, named | _own_config(emulated, environ), layout)


def _own_config(project: str, environ: Mapping[str, str]) -> dict[str, str]:
    """Keep the environment's configuration, which knows the bucket, if it is the project's."""
    try:
        config = json.loads(environ.get("FIREBASE_CONFIG", ""))
    except ValueError:
        return {}
    same = isinstance(config, dict) and config.get("projectId") == project
    return {"FIREBASE_CONFIG": environ["FIREBASE_CONFIG"]} if same else {}


def _require_answer(name: str, address: str) -> None:
    port = address.rpartition(":")[2]
    if not port.isdecimal() or not sockets.is_open(int(port)):
        raise FailureError(
            f"Nothing answers at {address} ({name}): start the emulators with `make emulators`."
        )


def _emulated(project: str, connection: Mapping[str, str], layout: Layout) -> Target:
    # Always the throwaway key: an emulator must never be handed a real one.
    if not layout.key.is_file():
        layout.key.parent.mkdir(parents=True, exist_ok=True)
        credentials.write_key(layout.key)
    key = {"GOOGLE_APPLICATION_CREDENTIALS": str(layout.key)}
    return Target(project, emulated=True, environ={**_project(project), **connection, **key})


def _real(project: str) -> Target:
    # Functions are told their default bucket; here it is the one that the project's table demands.
    config = {"projectId": project, "storageBucket": f"{project}.firebasestorage.app"}
    environ = {**_project(project), "FIREBASE_CONFIG": json.dumps(config)}
    return Target(project, emulated=False, environ=environ)


def _project(project: str) -> dict[str, str]:
    return {
        "GCLOUD_PROJECT": project,
        "GOOGLE_CLOUD_PROJECT": project,
        "FIREBASE_CONFIG": json.dumps({"projectId": project}),
    }
