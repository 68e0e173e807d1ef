"""The environment variables of the emulators and of what runs against them."""

from __future__ import annotations

import json
import os
import shlex
from collections.abc import Mapping
from pathlib import Path

from tools.emulators import jars
from tools.emulators.java import SHORT_LIVED, Java
from tools.emulators.layout import BUCKET, PROJECT, REGION, Layout

# What mends firebase-tools from within; each file says why.
_MENDS = (
    "no_keep_alive.cjs",
    "distinct_ports.cjs",
    "generations.cjs",
    "object_patch.cjs",
    "shared_workers.cjs",
)

# Marks the processes of a checkout's emulators, to find those that outlive a killed run.
MARK = "SCANNER_EMULATORS_ROOT"

#: Seconds between two sweeps beside the emulators, and the variable that says otherwise.
TICK = "SCANNER_TICK_SECONDS"
TICK_SECONDS = 60


def _required(name: str) -> str:
    return f'--require "{Path(__file__).with_name(name)}"'


def for_emulators(
    layout: Layout, java: Java, extra: Mapping[str, str], base: Mapping[str, str] = os.environ
) -> dict[str, str]:
    """What firebase-tools and the functions run with."""
    # Functions must find in their path what they would find when deployed, and nothing else.
    env = {name: value for name, value in base.items() if name not in ("PYTHONPATH", "JAVA_HOME")}
    path = [str(jars.bin_directory(layout)), str(java.command.parent), base.get("PATH", "")]
    return env | {
        "PATH": os.pathsep.join(path),
        "GOOGLE_APPLICATION_CREDENTIALS": str(layout.key),
        "TMPDIR": str(layout.temporary),
        "FUNCTIONS_DISCOVERY_TIMEOUT": "60",  # seconds; the default 10 is short on a busy machine
        "NO_UPDATE_NOTIFIER": "1",
        "NODE_OPTIONS": " ".join([base.get("NODE_OPTIONS", ""), *map(_required, _MENDS)]).strip(),
        # Of the command `java` alone. Somebody's own may choose another collector: two are refused.
        "JDK_JAVA_OPTIONS": base.get("JDK_JAVA_OPTIONS") or " ".join(SHORT_LIVED),
        "NODE_COMPILE_CACHE": str(layout.state / "node-cache"),  # Node 22 and later start faster
        MARK: str(layout.root),
        **extra,
    }


def for_clients(layout: Layout, base: Mapping[str, str] = os.environ) -> dict[str, str]:
    """What tests, the demo and the operator's command line run with."""
    return dict(base) | _of_clients(layout)


def exports(layout: Layout) -> str:
    """The same as a shell takes it: what has to be typed before a client of the emulators runs."""
    variables = _of_clients(layout).items()
    return "\n".join(f"export {name}={shlex.quote(value)}" for name, value in variables)


def _of_clients(layout: Layout) -> dict[str, str]:
    return connection(layout) | {
        "GOOGLE_APPLICATION_CREDENTIALS": str(layout.key),
        "PYTHONPATH": os.pathsep.join([str(layout.root / "functions"), str(layout.root)]),
    }


def naming(project: str, bucket: str) -> dict[str, str]:
    """The variables that say which project a process works in, and which bucket is the default."""
    config = {"projectId": project, "storageBucket": bucket}
    return {
        "GCLOUD_PROJECT": project,
        "GOOGLE_CLOUD_PROJECT": project,
        "FIREBASE_CONFIG": json.dumps(config),
    }


def connection(layout: Layout) -> dict[str, str]:
    """The variables that lead Google's client libraries, and ours, to the emulators."""
    functions = f"http://{layout.address('functions')}"
    return {
        **naming(PROJECT, BUCKET),
        "FIREBASE_EMULATOR_HUB": layout.address("hub"),
        "FIREBASE_AUTH_EMULATOR_HOST": layout.address("auth"),
        "FIRESTORE_EMULATOR_HOST": layout.address("firestore"),
        "FIREBASE_STORAGE_EMULATOR_HOST": layout.address("storage"),
        "STORAGE_EMULATOR_HOST": f"http://{layout.address('storage')}",
        "CLOUD_TASKS_EMULATOR_HOST": layout.address("tasks"),
        "CLOUD_EVENTARC_EMULATOR_HOST": f"http://{layout.address('eventarc')}",
        "SCANNER_REGION": REGION,
        "SCANNER_FUNCTIONS_URL": f"{functions}/{PROJECT}/{REGION}",
        **{f"SCANNER_{name.upper()}_PORT": str(port) for name, port in layout.ports.items()},
    }
