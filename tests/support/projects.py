"""Projects on the running emulators: the suite's, in which the functions are deployed, and others.

In another project nothing is deployed, nobody else writes, and queries are fast: the Firestore
emulator reads the whole of a collection for each. Its database ends with the suite.
"""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

import firebase_admin

from core import firebase
from tools.emulators.environment import naming

Variables = dict[str, str]

_CLIENTS = (firebase.app, firebase.firestore_client, firebase.storage_client)
_NAMES = ("GCLOUD_PROJECT", "GOOGLE_CLOUD_PROJECT", "FIREBASE_CONFIG", "SCANNER_FUNCTIONS_URL")


def here() -> Variables:
    """The variables of the project that this process works in."""
    return {name: os.environ[name] for name in _NAMES if name in os.environ}


def fresh(name: str) -> Variables:
    """The variables that lead a process to a fresh project."""
    project = f"demo-{name}-{uuid.uuid4().hex[:12]}"
    return naming(project, bucket=project)


def go(variables: Variables) -> None:
    """Work in a project from now on; a variable that it does not have is taken away."""
    if variables == here():
        return
    for client in _CLIENTS:
        client.cache_clear()
    for app in list(firebase_admin._apps.values()):
        firebase_admin.delete_app(app)
    for name in _NAMES:
        os.environ.pop(name, None)
    os.environ.update(variables)


@contextmanager
def own_project(name: str) -> Iterator[None]:
    """Work in a fresh project for as long as this lasts."""
    before = here()
    go(fresh(name))
    try:
        yield
    finally:
        go(before)
