"""One paid visit from the patient to the links: its reads and writes are those that docs state."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import TypeVar

from core import firebase
from core.blobs import Blobs
from core.tally import Tally
from scans.cases import links
from scans.cases.requests import GetCaseFileLinks
from tests.emulator.scans.intake.landing_steps import Arrival, Dock
from tests.support.clinic_fixture import ClinicFixture
from tests.support.sources import ROOT
from tests.support.wallet_fixture import WalletFixture
from tools import samples

T = TypeVar("T")
SCAN = samples.arch("upper", 1000)
_ROW = re.compile(r"^\| \**([^|*]+?)\** \| \**(\d+)\** \| \**(\d+)\** \|$", re.MULTILINE)


_NOTICES = re.compile(r"This visit makes\s(\d+) of them")


def documented() -> dict[str, tuple[int, int]]:
    """The table of docs/operations/costs.md."""
    text = (ROOT / "docs" / "operations" / "costs.md").read_text(encoding="utf-8")
    return {step: (int(reads), int(writes)) for step, reads, writes in _ROW.findall(text)}


class Count:
    """What the steps of a visit read and write."""

    def __init__(self, practice: ClinicFixture) -> None:
        self._practice = practice
        self.reads, self.writes = Counter[str](), Counter[str]()

    def step(self, name: str, act: Callable[[], T]) -> T:
        """Take a step as somebody of the practice."""
        answer = act()
        self.add(name, self._practice.tally)
        return answer

    def add(self, name: str, tally: Tally) -> None:
        """Add what one request cost."""
        self.reads[name] += tally.reads
        self.writes[name] += tally.writes

    def table(self) -> dict[str, tuple[int, int]]:
        """The steps, and their sum."""
        steps = {name: (self.reads[name], self.writes[name]) for name in self.reads}
        return {**steps, "one visit": (self.reads.total(), self.writes.total())}


def test_a_visit_costs_what_the_docs_say() -> None:
    practice = ClinicFixture()
    wallet, count = WalletFixture(practice), Count(practice)
    dock = Dock(practice, firebase.bucket().client.bucket("costs-of-a-visit"))
    step = "add the patient, record the consent"
    patient_id = count.step(step, practice.patient)
    consent_id = count.step(step, lambda: practice.consent(patient_id))
    asked = count.step(
        "ask for the visit: the fee is held",
        lambda: wallet.request(patient_id=patient_id, consent_id=consent_id),
    )
    visit_id = asked.visit_id
    count.step("assign an operator", lambda: practice.assign(visit_id))
    for action in ("accept", "depart", "arrive", "begin"):
        count.step("accept, depart, arrive, begin", lambda a=action: practice.move(visit_id, a))  # type: ignore[misc]
    uploads = []
    for jaw in ("upper", "lower"):
        request = {"visit_id": visit_id, "jaw": jaw, "byte_size": len(SCAN)}
        given = count.step("two upload slots", lambda w=request: practice.slot("operator", **w))  # type: ignore[misc]
        uploads.append(given.upload_id)
        landed = dock.land(given.object_name, SCAN, practice.clock.at)
        arrival = Arrival(practice, dock.bucket, practice.upload_of(given.upload_id), landed)
        count.add("two scans arrive and are filed", arrival.costing()[1].tally)
    count.step("finish", lambda: practice.move(visit_id, "finish"))
    count.step("complete: the fee is captured", lambda: wallet.complete(visit_id))
    linked = GetCaseFileLinks(case_id=asked.case_id, file_ids=uploads)
    blobs = Blobs(firebase.bucket())
    answer = count.step(
        "links to two files", lambda: links.file_links(practice.ctx(), blobs, linked)
    )
    assert len(answer.links) == 2
    assert documented() == count.table()
    text = (ROOT / "docs" / "operations" / "costs.md").read_text(encoding="utf-8")
    made = sum(len(practice.notices(name)) for name in ("owner", "member", "operator"))
    assert [int(found) for found in _NOTICES.findall(text)] == [made]
