"""A rollback: a newer release stores documents, and this one goes on with them.

The emulators run this release, n. The newer one, n+1, serves the callables of support from a
process of its own as the buildpack would start it, on the same documents (decision 33).
"""

from __future__ import annotations

import os
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from core.firebase import firestore_client
from tools.client import Person
from tools.demo import story
from tools.demo.scan import Scan
from tools.demo.steps import Steps, UnexpectedError
from tools.drills import newer
from tools.drills.acting import clinic_and_admin, expect, refused
from tools.served import served

_WORDS = "The scan of the lower jaw does not open"


def play(steps: Steps) -> list[str]:
    """Play it on the running emulators; return what it has proven.

    Raises:
        StoryEndedError: a step did not go as it should.
    """
    clinic, admin = clinic_and_admin(steps)
    with tempfile.TemporaryDirectory() as folder:
        with steps.step("release n+1 is made: a field and a state more"):
            source = newer.made(Path(folder) / "functions")
        drill = _Drill(steps, clinic, admin, source)
        drill.store()
        drill.go_back()
        drill.repair()
        drill.go_forward()
    with steps.step("release n plays the whole demo beside what is left") as step:
        played = Steps()
        if story.play(played, Scan.generated()) is None or not played.all_well:
            raise UnexpectedError("the demo failed: see above")
        step.found("every step of it went as it should")
    return [
        "a field that n+1 added is kept by every write of n, and shown to nobody",
        "a state that n+1 added changes nothing in n: it answers document-newer, unavailable",
        "everything else of n answers beside such documents: the whole demo",
        "a document whose state was set to a known one is worked on by n again",
        "n+1 finds its field as it was left, and what n wrote meanwhile",
    ]


class _Drill:
    """The steps on two tickets of n+1: one has the new field, the other the new state too."""

    def __init__(self, steps: Steps, clinic: Person, admin: Person, source: Path) -> None:
        self._steps = steps
        self._clinic, self._admin = clinic, admin
        self._source = source
        self._plain = self._escalated = ""
        #: What a callable's name follows: the function at n; n+1 serves that function alone.
        self._function = "support/"

    def store(self) -> None:
        """Have n+1 store what n does not know."""
        with self._steps.step("n+1 rolls out: a clinic opens two tickets") as step, self._newer():
            self._plain, self._escalated = self._opened(), self._opened()
            for ticket in (self._plain, self._escalated):
                expect(_stored(ticket)["urgency"] == 2, "the new field was not stored")
            step.found("both have the new field")
        with self._steps.step("n+1: an admin takes one on") as step, self._newer():
            self._do(self._admin, "assign_ticket", ticket_id=self._escalated, uid=self._admin.uid)
            expect(_stored(self._escalated)["state"] == "escalated", "the state was not stored")
            step.found("it is in the new state")

    def go_back(self) -> None:
        """Have n work on both."""
        with self._steps.step("back to n: it shows the ticket with the new field") as step:
            expect("urgency" not in str(self._shown(self._plain)), "the new field is shown")
            step.found("without the field")
        with self._steps.step("n writes to it") as step:
            self._send(self._plain)
            held = _stored(self._plain)
            expect((held["messages"], held["urgency"]) == (2, 2), f"it holds {held}")
            step.found("the field is kept")
        with self._steps.step("n is asked about the one in the new state") as step:
            before = _stored(self._escalated)
            for act in (self._shown, self._send):
                refused(partial(act, self._escalated), "document-newer")
            expect(_stored(self._escalated) == before, "it was changed")
            step.found("document-newer, unavailable: try again; nothing changed")
        with self._steps.step("n lists what waits") as step:
            listed = self._admin.call("support/list_tickets", state="open", limit=100)["tickets"]
            ids = {row["ticket_id"] for row in listed}
            expect(self._plain in ids and self._escalated not in ids, f"it lists {ids}")
            step.found("the one that it knows")
        with self._steps.step("n sweeps what is due") as step:
            self._admin.call("jobs/sweep_jobs")
            step.found("and answers")

    def repair(self) -> None:
        """Do what docs/operations/releases.md says where n stays: set the state to a known one."""
        with self._steps.step("the state is set to one that n knows") as step:
            firestore_client().document(f"tickets/{self._escalated}").update({"state": "open"})
            self._shown(self._escalated)
            self._send(self._escalated)
            step.found("n works on it again")

    def go_forward(self) -> None:
        """Have n+1 go on with what n left."""
        with self._steps.step("forward to n+1 again") as step, self._newer():
            for ticket in (self._plain, self._escalated):
                self._shown(ticket)
                held = _stored(ticket)
                expect((held["messages"], held["urgency"]) == (2, 2), f"it holds {held}")
            step.found("its field and what n wrote are there")

    @contextmanager
    def _newer(self) -> Iterator[None]:
        """Have n+1 answer until the block ends."""
        at, function = os.environ["SCANNER_FUNCTIONS_URL"], self._function
        with served("support", self._source.with_name("log"), self._source) as release:
            os.environ["SCANNER_FUNCTIONS_URL"], self._function = release.url, ""
            try:
                yield
            finally:
                os.environ["SCANNER_FUNCTIONS_URL"], self._function = at, function

    def _do(self, person: Person, name: str, **fields: object) -> Any:  # noqa: ANN401
        """Make a call that changes something."""
        key = str(uuid.uuid4())
        return person.call(f"{self._function}{name}", **fields, idempotency_key=key)

    def _opened(self) -> str:
        ticket = self._do(self._clinic, "open_ticket", subject="A file", text=_WORDS)
        return str(ticket["ticket_id"])

    def _shown(self, ticket_id: str) -> object:
        return self._admin.call(f"{self._function}show_ticket", ticket_id=ticket_id)

    def _send(self, ticket_id: str) -> object:
        return self._do(self._clinic, "send_message", ticket_id=ticket_id, text=_WORDS)


def _stored(ticket_id: str) -> dict[str, Any]:
    """Return the document as it is stored, past every model."""
    found: dict[str, Any] = firestore_client().document(f"tickets/{ticket_id}").get().to_dict()
    return found
