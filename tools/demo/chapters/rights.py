"""An operator and a patient get all that is held of them; another patient is erased, and proven."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.client import Person, fetch, wait_for
from tools.demo.asking import ask
from tools.demo.people import UNIQUE, People
from tools.demo.saving import save_folder
from tools.demo.show import archive_table, console, day, receipt_table
from tools.demo.steps import Steps, UnexpectedError
from tools.everything import Everything, content

_ROOT = Path(__file__).resolve().parents[3]
_DAYS = "8"  # the cooling-off has seven


@dataclass(frozen=True)
class _Archive:
    """What was handed out, by name."""

    files: dict[str, bytes]

    @property
    def counts(self) -> dict[str, int]:
        """The number of records of each kind."""
        data = {name: each for name, each in self.files.items() if name.startswith("data/")}
        found = {name[5:-5].replace("_", " "): json.loads(each) for name, each in data.items()}
        return {name: len(rows) for name, rows in found.items() if isinstance(rows, list)}

    @property
    def paths(self) -> set[str]:
        """Where the records stand."""
        data = [each for name, each in self.files.items() if name.startswith("data/")]
        rows = [rows for each in data if isinstance(rows := json.loads(each), list)]
        return {row["path"] for each in rows for row in each}


def play(steps: Steps, people: People, patient_id: str, withdrawn: str) -> None:
    """Play it: of one patient everything is handed out, the other one is erased."""
    with steps.step("the operator asks for all held of it") as step:
        own = _archive(people.operator)
        saved = save_folder(own.files, f"export-of-operator-{people.operator.uid[:6]}")
        step.found(f"{sum(own.counts.values())} records of {len(own.counts)} kinds, {saved}")
    with steps.step("the first patient asks, the clinic gets it") as step:
        stays = _archive(people.clinic, patient_id)
        if any(UNIQUE.encode() in each for each in stays.files.values()):
            raise UnexpectedError("it holds something of another patient")
        step.found(save_folder(stays.files, f"export-of-patient-{patient_id[:6]}"))
    console.print(archive_table(stays.counts, len(stays.files)))
    _erase(steps, people.clinic, withdrawn, stays.paths)


def _archive(person: Person, patient_id: str | None = None) -> _Archive:
    about = {"patient_id": patient_id} if patient_id else {}
    request_id = ask(person, "privacy/request_export", **about)["request_id"]
    _done(person, request_id)
    link = person.call("privacy/get_export_link", request_id=request_id)
    with zipfile.ZipFile(io.BytesIO(fetch(link["url"]))) as packed:
        return _Archive({name: packed.read(name) for name in packed.namelist()})


def _erase(steps: Steps, clinic: Person, patient_id: str, others: set[str]) -> None:
    with steps.step("the other one wants to be erased") as step:
        clinic.sign_in()
        asked = ask(clinic, "privacy/request_erasure", patient_id=patient_id)
        step.found(f"after a fresh sign-in; can be taken back until {day(asked['starts_at'])}")
    with steps.step("where does the name stand?") as step:
        before = Everything.now()
        found = before.naming(UNIQUE)
        if not found:
            raise UnexpectedError("nowhere: nothing could be proven")
        step.found(f"{UNIQUE}: {_told(found)}")
    with steps.step("a week goes by, it is erased") as step:
        _pass_over_the_week(asked["request_id"])
        request = _done(clinic, asked["request_id"])
        receipt = json.loads(content(f"erasures/{asked['request_id']}.json"))
        step.found("the receipt says what went, and what stays on which ground")
    console.print(receipt_table(receipt["planned"]))
    for ground, until in request["kept"].items():
        console.print(f"[dim]Ids stay until {until}: {ground}.[/]", soft_wrap=True)
    with steps.step("where does the name stand now?") as step:
        after = Everything.now()
        if left := after.naming(UNIQUE):
            raise UnexpectedError(f"still in {', '.join(sorted(left))}")
        step.found(f"nowhere, of {_told(set(after.held))}")
    with steps.step("and the first patient?") as step:
        if before.digest(others) != after.digest(others):
            raise UnexpectedError("something of the other patient has changed")
        step.found(f"{len(others)} records as they were, byte for byte")


def _done(person: Person, request_id: str) -> dict[str, Any]:
    """Watch a request until it is done."""

    def done() -> dict[str, Any] | None:
        found = person.read(f"privacy_requests/{request_id}")
        return found if found and found["state"] == "done" else None

    return wait_for(done, what="the request was never done: the emulators' log may say why")


def _pass_over_the_week(request_id: str) -> None:
    """Have the sweep beside the emulators look at one request as if the days were over."""
    about = ["--days", _DAYS, "--subject", f"privacy_requests/{request_id}"]
    command = [sys.executable, "-m", "tools.emulators.ticking", *about]
    run = subprocess.run(command, capture_output=True, text=True, cwd=_ROOT, check=False)
    if run.returncode:
        raise UnexpectedError(f"the sweep: {run.stderr.strip()}")


def _told(places: set[str]) -> str:
    """Say how many of what some places are."""
    objects = sum(place.startswith("gs://") for place in places)
    accounts = sum(place.startswith("auth://") for place in places)
    log = "log" in places
    documents = len(places) - objects - accounts - log
    counts = {"documents": documents, "objects": objects, "accounts": accounts}
    told = [f"{count} {what}" for what, count in counts.items() if count]
    return ", ".join([*told, *(["the log"] if log else [])])
