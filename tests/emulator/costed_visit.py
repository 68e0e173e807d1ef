"""One paid visit from the patient to the links, and what it read, wrote and left.

A new patient, a scan of each jaw, links to both files, and every notice carried to those who hear:
the work of a case in the cost model (`tools/costs`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from core import firebase
from core.blobs import project_blobs
from core.store import Store
from core.tally import Tally
from messaging import announcements, delivery
from scans.cases import links
from scans.cases.requests import GetCaseFileLinks
from tests.emulator.scans.intake.landing_steps import Arrival, Dock
from tests.support.backups import firestore_dump
from tests.support.clinic_fixture import ClinicFixture
from tests.support.document_sizes import Size, size
from tests.support.registry import models
from tests.support.wallet_fixture import WalletFixture
from tools import samples

T = TypeVar("T")
SCAN = samples.arch("upper", 1000)
#: One an operator, not one a case.
_ROSTERS = "operators/"
#: What the triggers do.
ANNOUNCED, CARRIED = "the notices find who is to hear", "the notices are carried on"


class CostedVisit:
    """Plays the visit in a project in which there is nothing else, and counts."""

    def __init__(self) -> None:
        self._practice = ClinicFixture()
        self._wallet = WalletFixture(self._practice)
        self.reads, self.writes = Counter[str](), Counter[str]()
        self._client = firebase.firestore_client()
        before = firestore_dump(self._client)
        self.notices, self.told = self._play(), self._carry()
        after = firestore_dump(self._client)
        #: What came, by path.
        self.documents: Mapping[str, dict[str, Any]] = {
            path: fields
            for path, fields in after.items()
            if path not in before and not path.startswith(_ROSTERS)
        }

    @property
    def steps(self) -> dict[str, tuple[int, int]]:
        """What each step read and wrote."""
        return {name: (self.reads[name], self.writes[name]) for name in self.reads}

    @property
    def sizes(self) -> dict[str, Size]:
        """What stands there afterwards, by the name of the model."""
        found: dict[str, Size] = {}
        for path, fields in self.documents.items():
            name = _model(path)
            found[name] = found.get(name, Size()) + size(path, fields)
        return found

    def _step(self, name: str, act: Callable[[], T]) -> T:
        answer = act()
        self._add(name, self._practice.tally)
        return answer

    def _add(self, name: str, tally: Tally) -> None:
        self.reads[name] += tally.reads
        self.writes[name] += tally.writes

    def _play(self) -> int:
        """Take each step of the visit; how many notices it made."""
        practice, wallet = self._practice, self._wallet
        dock = Dock(practice, firebase.storage_client().bucket("costs-of-a-visit"))
        name = "add the patient, record the consent"
        patient_id = self._step(name, practice.patient)
        consent_id = self._step(name, lambda: practice.consent(patient_id))
        named = {"patient_id": patient_id, "consent_id": consent_id}
        asked = self._step("ask for the visit: the fee is held", lambda: wallet.request(**named))
        visit_id = asked.visit_id
        self._step("assign an operator", lambda: practice.assign(visit_id))
        for action in ("accept", "depart", "arrive", "begin"):
            self._step("accept, depart, arrive, begin", lambda a=action: practice.move(visit_id, a))  # type: ignore[misc]
        uploads = []
        for jaw in ("upper", "lower"):
            request = {"visit_id": visit_id, "jaw": jaw, "byte_size": len(SCAN)}
            given = self._step("two upload slots", lambda r=request: practice.slot("operator", **r))  # type: ignore[misc]
            uploads.append(given.upload_id)
            landed = dock.land(given.object_name, SCAN, practice.clock.at)
            arrival = Arrival(practice, dock.bucket, practice.upload_of(given.upload_id), landed)
            self._add("two scans arrive and are filed", arrival.costing()[1].tally)
        self._step("finish", lambda: practice.move(visit_id, "finish"))
        self._step("complete: the fee is captured", lambda: wallet.complete(visit_id))
        linked = GetCaseFileLinks(case_id=asked.case_id, file_ids=uploads)
        blobs = project_blobs()
        answer = self._step(
            "links to two files", lambda: links.file_links(practice.ctx(), blobs, linked)
        )
        assert len(answer.links) == 2
        #: Sizes of the objects that are filed of the case, by name.
        self.filed: dict[str, int] = {
            blob.name: blob.size
            for blob in dock.bucket.list_blobs(prefix="cases/")
            if asked.case_id in blob.name
        }
        return len(self._client.collection("notices").get())

    def _carry(self) -> int:
        """Do what the triggers do with notices; how many inboxes they reached."""
        clock = self._practice.clock
        for found in self._client.collection("notices").get():
            store = Store(self._client)
            announcements.send(store, clock, found.id)
            self._add(ANNOUNCED, store.tally)
        inboxes = list(self._client.collection_group("inbox").stream())
        for found in inboxes:
            _, uid, _, item_id = found.reference.path.split("/")
            store = Store(self._client)
            delivery.deliver(store, clock, None, uid, item_id)
            self._add(CARRIED, store.tally)
        return len(inboxes)


def _model(path: str) -> str:
    """Return the name of the model whose documents have such a path."""
    parts = path.split("/")
    for model in models():
        template = model.path.split("/")
        if len(template) == len(parts) and template[::2] == parts[::2]:
            return model.__name__
    raise LookupError(f"no model has the path of {parts[::2]}")
