"""Chooses where the two Java parts of the suite come from.

firebase-tools downloads both jars when it can. The Google Cloud SDK ships the same Firestore
emulator, with Google's rules compiler in it, and serves machines that cannot download.
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tools.emulators.java import Java
from tools.emulators.layout import Layout, SetupError

OVERRIDE = "SCANNER_CLOUD_SDK_JAR"
_IN_SDK = Path("platform/cloud-firestore-emulator/cloud-firestore-emulator.jar")
_MAIN_CLASS = "com.google.cloud.datastore.emulator.firestore.CloudFirestore"
_USUAL_ROOTS = (
    "/usr/lib/google-cloud-sdk",
    "/usr/share/google-cloud-sdk",
    "/opt/google-cloud-sdk",
    "/snap/google-cloud-sdk/current",
    "/snap/google-cloud-cli/current",
    "/opt/homebrew/share/google-cloud-sdk",
    "/usr/local/share/google-cloud-sdk",
    "~/google-cloud-sdk",
)
_HELP = """\
The Firestore emulator is on this machine neither from firebase-tools nor from the Google Cloud SDK.
Do one of these:
  - give firebase-tools a network where it can download it: npx firebase setup:emulators:firestore
  - gcloud components install cloud-firestore-emulator
  - install the Debian package google-cloud-cli-firestore-emulator
  - set {override} to the path of cloud-firestore-emulator.jar"""


@dataclass(frozen=True)
class Jars:
    """What firebase-tools must be told to use, and in words where it comes from."""

    origin: Mapping[str, str]
    environment: Mapping[str, str] = field(default_factory=dict)


def choose(layout: Layout, java: Java, say: Callable[[str], None]) -> Jars:
    """Official jars where they are, else the Cloud SDK's, else a download of the official ones."""
    missing = [part for part, jar in official(layout).items() if not jar.is_file()]
    sdk = cloud_sdk_jar()
    if missing and not sdk:
        _download(layout, missing, java, say)
        missing = []
    origin = {"firestore": "firebase-tools", "storage": "firebase-tools"}
    origin |= dict.fromkeys(missing, f"Cloud SDK ({sdk})")
    environment = {}
    if sdk and "firestore" in missing:
        environment["FIRESTORE_EMULATOR_BINARY_PATH"] = str(_with_main_class(layout, sdk))
    if sdk and "storage" in missing:
        environment["STORAGE_EMULATOR_BINARY_PATH"] = str(_rules_runtime(layout, java, sdk))
    return Jars(origin, environment)


def official(layout: Layout, environ: Mapping[str, str] = os.environ) -> dict[str, Path]:
    """Where firebase-tools keeps the jars that it has downloaded."""
    home = environ.get("FIREBASE_EMULATORS_PATH") or "~/.cache/firebase/emulators"
    return {
        part: Path(home).expanduser() / info["downloadPathRelativeToCacheDir"]
        for part, info in _downloads(layout).items()
    }


def _downloads(layout: Layout) -> dict[str, dict[str, str]]:
    lib = layout.firebase.parents[1]
    info = json.loads((lib / "emulator" / "downloadableEmulatorInfo.json").read_text())
    return {part: info[part] for part in ("firestore", "storage")}


def cloud_sdk_jar(environ: Mapping[str, str] = os.environ) -> Path | None:
    """The Firestore emulator in the Google Cloud SDK, or None."""
    if override := environ.get(OVERRIDE):
        if not Path(override).is_file():
            raise SetupError(f"{OVERRIDE} names {override}, where there is no file.")
        return Path(override)
    jars = (root.expanduser() / _IN_SDK for root in _sdk_roots(environ))
    return next((jar for jar in jars if jar.is_file()), None)


def _sdk_roots(environ: Mapping[str, str]) -> Iterator[Path]:
    if root := environ.get("CLOUDSDK_ROOT_DIR"):
        yield Path(root)
    if gcloud := shutil.which("gcloud", path=environ.get("PATH")):
        yield Path(gcloud).resolve().parents[1]
    yield from map(Path, _USUAL_ROOTS)


def _download(layout: Layout, parts: list[str], java: Java, say: Callable[[str], None]) -> None:
    """Lets firebase-tools download jars, once it is clear that the network lets it."""
    try:
        for info in _downloads(layout).values():
            head = urllib.request.Request(info["remoteUrl"], method="HEAD")  # noqa: S310
            urllib.request.urlopen(head, timeout=5).close()  # noqa: S310 - firebase-tools' own
        for part in parts:
            say(f"downloading the {part} emulator, once")
            call = ["node", str(layout.firebase), f"setup:emulators:{part}"]
            subprocess.run(call, check=True, cwd=layout.state, timeout=900)
    except (OSError, urllib.error.URLError, subprocess.SubprocessError) as err:
        raise SetupError(_HELP.format(override=OVERRIDE)) from err


def _with_main_class(layout: Layout, jar: Path) -> Path:
    """A jar for ``java -jar`` that names the main class, which the SDK's own jar does not."""
    wrapper = layout.state / "firestore-emulator.jar"
    lines = ("Manifest-Version: 1.0", f"Main-Class: {_MAIN_CLASS}", f"Class-Path: {jar.as_uri()}")
    with zipfile.ZipFile(wrapper, "w") as archive:
        archive.writestr("META-INF/MANIFEST.MF", "".join(map(_folded, lines)))
    return wrapper


def _folded(line: str) -> str:
    """A manifest line, continued after 70 characters as the format demands."""
    return "\r\n ".join(line[i : i + 70] for i in range(0, len(line), 70)) + "\r\n"


def _rules_runtime(layout: Layout, java: Java, jar: Path) -> Path:
    """A ``java`` that runs our rules runtime when firebase-tools asks for the official one's jar.

    It is put first on PATH; everything else goes to the real Java.
    """
    stand_in = layout.state / "storage-rules-runtime.jar"
    stand_in.write_text("Stands for tools/emulators/rules_runtime.py.\n")
    run = [sys.executable, "-m", "tools.emulators.rules_runtime", str(jar)]
    shim = bin_directory(layout) / "java"
    shim.write_text(
        "#!/bin/sh\n"
        f'case "$*" in *{shlex.quote(str(stand_in))}*)\n'
        f"  cd {shlex.quote(str(layout.root))} && exec {shlex.join(run)} ;;\n"
        "esac\n"
        f'exec {shlex.quote(str(java.command))} "$@"\n'
    )
    shim.chmod(0o755)
    return stand_in


def bin_directory(layout: Layout) -> Path:
    """The folder that comes first on the PATH of firebase-tools."""
    folder = layout.state / "bin"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
