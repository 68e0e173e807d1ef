"""The scans and photographs of the day, made by the seed, and how they go up."""

from __future__ import annotations

import os
import threading

from tools import samples
from tools.client import Person, wait_for
from tools.demo import uploading
from tools.samples import Fault, SampleCase
from tools.seed.asking import ask

#: Scans that are examined at a time: that is all computing. The emulators do not call a trigger
#: again that failed, as one may that had to wait too long for its turn at a case.
_EXAMINED = threading.Semaphore(os.cpu_count() or 1)
#: Roughly, of a jaw: enough for the gate to recognise the teeth, and quick to make and to check.
_TRIANGLES = 8_000


def made(seed: int, number: int, fault: Fault | None = None) -> SampleCase:
    """Make the scans of the n-th case of a day: of both jaws, all of it scanned."""
    return next(
        found
        for attempt in range(100)
        if _whole(found := samples.case(seed * 10_000 + number * 100 + attempt, fault, _TRIANGLES))
    )


def _whole(found: SampleCase) -> bool:
    scans = (found.upper, found.lower)
    return all(
        each is not None
        and (each.truth is None or (each.truth.right_mm > 30 and each.truth.left_mm > 30))
        for each in scans
    )


def send_jaws(person: Person, sample: SampleCase, jaws: int, **target: str) -> list[str]:
    """Upload the scans of so many jaws and wait for what comes of them; the files' ids."""
    named = [("upper", sample.upper), ("lower", sample.lower)][:jaws]
    return [
        send(person, f"{jaw}.stl", scan.stl, kind="stl", jaw=jaw, **target)
        for jaw, scan in named
        if scan is not None
    ]


def send_photo(person: Person, **target: str) -> str:
    """Upload a photograph, and wait for what comes of it; the file's id."""
    photo = samples.photo_with_gps()
    return send(person, "front teeth.jpg", photo, kind="image", jaw="mouth", **target)


def send_broken(person: Person, **target: str) -> str:
    """Upload a file that the gate refuses, and wait until it has; the upload's id."""
    broken = samples.broken("truncated")
    return send(person, "cut short.stl", broken, kind="stl", jaw="upper", **target)


def send(person: Person, name: str, data: bytes, **said: str) -> str:
    """Ask for a slot, upload, and wait for what comes of it; the upload's id, and the file's."""
    content_type = "model/stl" if said["kind"] == "stl" else "image/jpeg"
    with _EXAMINED:
        slot = ask(person, "scans/start_upload", file_name=name, byte_size=len(data), **said)
        person.upload(slot["object_name"], data, content_type)
        return str(uploading.outcome(person, slot["upload_id"])["id"])


def wait_for_pair(clinic: Person, clinic_id: str, case_id: str) -> None:
    """Wait until the two jaws of a case were measured beside each other."""
    own = ("clinic_id", "EQUAL", clinic_id)
    wait_for(
        lambda: clinic.query("pairs", own, parent=f"cases/{case_id}"),
        what="the jaws were never measured beside each other",
    )
