"""How to connect a client to the running emulators, for whoever wants to look around."""

from __future__ import annotations

import contextlib
import json
import os
import threading

from tools.client import Person
from tools.demo.people import People
from tools.demo.show import console, heading

_SNIPPET = """\
import {{ initializeApp }} from "firebase/app";
import {{ connectAuthEmulator, getAuth, signInWithEmailAndPassword }} from "firebase/auth";
import {{ connectFirestoreEmulator, getFirestore }} from "firebase/firestore";
import {{ connectFunctionsEmulator, getFunctions }} from "firebase/functions";
import {{ connectStorageEmulator, getStorage }} from "firebase/storage";

const app = initializeApp({{
  projectId: "{project}", apiKey: "demo", storageBucket: "{bucket}",
}});
const auth = getAuth(app);
connectAuthEmulator(auth, "http://{auth}");
connectFirestoreEmulator(getFirestore(app), {firestore});
connectStorageEmulator(getStorage(app), {storage});
connectFunctionsEmulator(getFunctions(app, "{region}"), {functions});
await signInWithEmailAndPassword(auth, "{email}", "{password}");
"""


def snippet(person: Person) -> str:
    """Return JavaScript that signs a person in on the emulators this process is connected to."""
    config = json.loads(os.environ["FIREBASE_CONFIG"])
    functions = os.environ["SCANNER_FUNCTIONS_URL"].split("/")[2]
    return _SNIPPET.format(
        project=config["projectId"],
        bucket=config["storageBucket"],
        auth=os.environ["FIREBASE_AUTH_EMULATOR_HOST"],
        firestore=_arguments(os.environ["FIRESTORE_EMULATOR_HOST"]),
        storage=_arguments(os.environ["FIREBASE_STORAGE_EMULATOR_HOST"]),
        functions=_arguments(functions),
        region=os.environ["SCANNER_REGION"],
        email=person.email,
        password=person.password,
    )


def keep_running(people: People, *, wait: bool) -> None:
    """Say how to connect and, where the emulators would end with the demo, wait for Ctrl-C."""
    heading("The emulators keep running: connect a client")
    console.print(snippet(people.clinic), markup=False, soft_wrap=True)
    for role, person in vars(people).items():
        console.print(f"{role:9} {person.email}  {person.password}", markup=False, soft_wrap=True)
    if not wait:
        return
    console.print("\nCtrl-C stops them.")
    with contextlib.suppress(KeyboardInterrupt):
        threading.Event().wait()


def _arguments(address: str) -> str:
    host, _, port = address.rpartition(":")
    return f'"{host}", {port}'
