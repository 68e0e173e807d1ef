"""The listeners of a rehearsal: what each app has heard by the end, held to what there is."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.rehearsal_network import OFFLINE
from benchmarks.rehearsal_stories import People
from tests.support.sdk import sdk_settings
from tools.client import Person

_PATIENCE = 60  # seconds, for what listens to end
_PROGRAM = Path(__file__).with_suffix(".mjs")


class Listeners:
    """Apps that listen, by the JavaScript SDK, in a process of their own."""

    def __init__(self, people: People) -> None:
        """Have everybody listen; returns when all do.

        Raises:
            RuntimeError: somebody may not, or cannot.
        """
        self._people = [
            *(
                _person(clinic.owner, visits="clinic_id", org=clinic.org)
                for clinic in people.clinics
            ),
            *(_person(operator) for operator in people.operators),
            *(_person(lab, orders="lab_id", org=lab_id) for lab, (lab_id, _) in people.labs),
        ]
        self._process = subprocess.Popen(
            ["node", str(_PROGRAM)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self._say(json.dumps({**sdk_settings(), "people": self._people, "offline": OFFLINE}))
        if self._hear() != "listening":
            raise RuntimeError("somebody's listeners do not begin")

    def offline(self, uid: str) -> None:
        """Take the network of somebody's listeners away, for as long as that of the calls."""
        self._say(f"offline {uid}")

    def faults(self, found: dict[str, dict[str, dict[str, Any]]]) -> list[str]:
        """End them; return, in words, where what they heard is not what there is."""
        self._say("end")
        heard = json.loads(self._hear())
        self._process.communicate(timeout=_PATIENCE)
        wrong: Counter[str] = Counter()
        for person in self._people:
            uid = person["uid"]
            inbox = {
                item["id"]: item["kind"]
                for path, item in found["inbox"].items()
                if path.split("/")[-3] == uid
            }
            wrong["inbox"] += heard[uid]["inbox"] != inbox
            for each in person["lists"]:
                there = {
                    document["id"]: document["state"]
                    for document in found[each["name"]].values()
                    if document[each["field"]] == each["value"]
                }
                wrong[each["name"]] += heard[uid][each["name"]] != there
        return [
            f"listeners: {count} have another {name} than there is"
            for name, count in wrong.items()
            if count
        ]

    def _say(self, line: str) -> None:
        if self._process.stdin is None:
            raise RuntimeError("the listeners have no input")
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()

    def _hear(self) -> str:
        if self._process.stdout is None:
            raise RuntimeError("the listeners have no output")
        return self._process.stdout.readline().rstrip("\n")


def _person(person: Person, org: str = "", **lists: str) -> dict[str, Any]:
    """Return what an app needs to listen: who signs in, and which lists of the organisation."""
    return {
        "uid": person.uid,
        "email": person.email,
        "password": person.password,
        "lists": [{"name": name, "field": field, "value": org} for name, field in lists.items()],
    }
