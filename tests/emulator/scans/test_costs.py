"""What each operation of scans costs in Firestore, against figures written by hand.

A keyed operation reads and writes its retry record; that is in the figures. A query that finds
nothing is billed as one read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from core import firebase
from core.blobs import project_blobs
from scans.cases import lifecycle, links
from scans.cases.requests import GetCaseFileLinks, ListCases
from scans.effects import correction
from scans.effects.requests import CorrectPatient
from scans.visits import actions, roster
from scans.visits.requests import ListVisits, SetServiceArea, SuggestOperators
from tests.emulator.scans.intake.landing_steps import Dock
from tests.support import records
from tests.support.clinic_fixture import ClinicFixture
from tests.support.moments import hour, key, offered
from tools import samples

Act = Callable[[], object]
PHOTO = samples.photo_with_gps()
SCAN = samples.arch("upper", 1000)
IMAGE = {"kind": "image", "file_name": "front.jpg"}


@dataclass
class Stories:
    """Each story prepares what an operation needs and returns the operation."""

    p: ClinicFixture

    def add(self) -> Act:
        return self.p.patient

    def correct_spelling(self) -> Act:
        return self._correct(self.p.patient(reference=(ref := key()[:20])), ref.upper())

    def correct_with_two_cases_and_a_visit(self) -> Act:
        named = self.p.consented()
        self.p.case(**named)
        self.p.request(**named)
        return self._correct(named["patient_id"], key()[:20])

    def _correct(self, patient_id: str, reference: str) -> Act:
        body = CorrectPatient(
            patient_id=patient_id, reference=reference, name="Meera Joshi", idempotency_key=key()
        )
        return lambda: correction.correct(self.p.ctx(), body)

    def consent(self) -> Act:
        patient_id = self.p.patient()
        return lambda: self.p.consent(patient_id)

    def correct_to_a_minor_with_a_case(self) -> Act:
        named = self.p.consented()
        self.p.case(**named)
        body = CorrectPatient(
            patient_id=named["patient_id"],
            reference=self.p.patient_of(named["patient_id"]).reference,
            name="Meera Joshi",
            age_group="child",
            idempotency_key=key(),
        )
        return lambda: correction.correct(self.p.ctx(), body)

    def consent_of_a_guardian_for_a_case(self) -> Act:
        named = self.p.consented()
        self.p.case(**named)
        self.p.correct(named["patient_id"], age_group="child")
        guardian = {"name": "Rohan Joshi", "relation": "parent"}
        said = {"age_group": "child", "guardian": guardian}
        return lambda: self.p.consent(named["patient_id"], **said)

    def open(self) -> Act:
        named = self.p.consented()
        return lambda: self.p.case(**named)

    def request(self) -> Act:
        named = self.p.consented()
        return lambda: self.p.request(**named)

    def request_for_a_case(self) -> Act:
        named = self.p.consented()
        case_id = self.p.case(**named)
        return lambda: self.p.request(case_id=case_id, **named)

    def assign(self) -> Act:
        visit_id = self._visit()
        return lambda: self.p.assign(visit_id)

    def assign_another(self) -> Act:
        visit_id = self._visit("assign")
        return lambda: self.p.assign(visit_id, "other operator")

    def assign_the_same(self) -> Act:
        visit_id = self._visit("assign")
        return lambda: self.p.assign(visit_id)

    def accept(self) -> Act:
        return self._move("accept")

    def decline(self) -> Act:
        return self._move("decline")

    def finish(self) -> Act:
        asked = self.p.scanning()
        file = records.file(self.p.tenants).model_copy(update={"visit_id": asked.visit_id})
        self.p.tenants.seed(file.placed(asked.case_id, file.id))
        return lambda: self.p.move(asked.visit_id, "finish")

    def complete_after_three_uploads(self) -> Act:
        asked = self.p.scanning()
        for _ in range(3):
            self.p.slot("operator", visit_id=asked.visit_id)
        file = records.file(self.p.tenants).model_copy(update={"visit_id": asked.visit_id})
        self.p.tenants.seed(file.placed(asked.case_id, file.id))
        self.p.move(asked.visit_id, "finish")
        return lambda: self.p.move(asked.visit_id, "complete", who="member")

    def reschedule(self) -> Act:
        visit_id = self._visit()
        return lambda: self.p.reschedule(visit_id)

    def cancel_an_assigned_one(self) -> Act:
        visit_id = self._visit("assign")
        return lambda: self.p.cancel(visit_id, "admin")

    def _move(self, action: str) -> Act:
        visit_id = self._visit("assign")
        return lambda: self.p.move(visit_id, action)

    def _visit(self, *assigned: str) -> str:
        visit_id = self.p.request().visit_id
        if assigned:
            self.p.assign(visit_id)
        return visit_id

    def slot_for_a_case(self) -> Act:
        case_id = self.p.case()
        return lambda: self.p.slot(case_id=case_id)

    def slot_for_a_visit(self) -> Act:
        asked = self.p.scanning()
        return lambda: self.p.slot("operator", visit_id=asked.visit_id)

    def slot_for_a_form(self) -> Act:
        consent_id = self.p.consented()["consent_id"]
        return lambda: self.p.slot(consent_id=consent_id, jaw=None, **IMAGE)

    def slot_for_an_attachment(self) -> Act:
        return lambda: self.p.attach("lab", "tickets/t1")

    def close(self) -> Act:
        case_id = self.p.case()
        return lambda: self.p.close(case_id)

    def close_with_two_slots(self) -> Act:
        case_id = self.p.case()
        for _ in range(2):
            self.p.slot(case_id=case_id)
        return lambda: self.p.close(case_id)

    def reopen(self) -> Act:
        case_id = self.p.case()
        self.p.close(case_id)
        return lambda: self.p.reopen(case_id)

    def withdraw_without_a_case(self) -> Act:
        consent_id = self.p.consented()["consent_id"]
        return lambda: self.p.withdraw(consent_id)

    def withdraw_a_visit_and_a_case(self) -> Act:
        named = self.p.consented()
        asked = self.p.scanning(**named)
        self.p.slot("operator", visit_id=asked.visit_id)
        self.p.case(**named)
        return lambda: self.p.withdraw(named["consent_id"])

    def withdraw_again(self) -> Act:
        withdraw = self.withdraw_a_visit_and_a_case()
        withdraw()
        return withdraw

    def list_two_of_three(self) -> Act:
        named = self.p.consented()
        for _ in range(3):
            self.p.case(**named)
        body = ListCases.model_validate({"patient_id": named["patient_id"], "limit": 2})
        return lambda: lifecycle.list_cases(self.p.ctx(), body)

    def list_two_visits(self) -> Act:
        for _ in range(2):
            self._visit()
        body = ListVisits.model_validate({"state": "requested", "limit": 2})
        return lambda: actions.list_visits(self.p.ctx("admin"), body)

    def link_two_files(self) -> Act:
        case_id = self.p.case()
        both = [records.file(self.p.tenants) for _ in range(2)]
        self.p.tenants.seed(*(file.placed(case_id, file.id) for file in both))
        body = GetCaseFileLinks(case_id=case_id, file_ids=[file.id for file in both])
        return lambda: links.file_links(self.p.ctx(), project_blobs(), body)

    def link_a_form(self) -> Act:
        consent_id = self.p.consented()["consent_id"]
        dock = Dock(self.p, firebase.storage_client().bucket("costs-of-landing"))
        dock.arrive(PHOTO, consent_id=consent_id, jaw=None, **IMAGE).receive()
        return lambda: self.p.form_link(consent_id, firebase.clean_bucket())

    def settle_twice(self) -> Act:
        area = SetServiceArea(city="Pune", pincode="411001", available=False)
        roster.set_area(self.p.ctx("operator"), area)
        return lambda: roster.set_area(self.p.ctx("operator"), area)


#: The story's operation: reads, writes.
COSTS = {
    "add": (2, 4),
    "correct_spelling": (4, 4),
    "correct_with_two_cases_and_a_visit": (7, 9),
    "consent": (2, 4),
    "correct_to_a_minor_with_a_case": (7, 7),
    # The patient, consents, the case, a retry; patient, case, line, both consents, audit, a retry.
    "consent_of_a_guardian_for_a_case": (4, 7),
    "open": (3, 7),
    "request": (6, 10),
    "request_for_a_case": (7, 7),
    "assign": (5, 8),
    "assign_another": (7, 9),
    "assign_the_same": (2, 1),
    "accept": (3, 5),
    "decline": (5, 8),
    "finish": (4, 5),
    "complete_after_three_uploads": (8, 10),
    "reschedule": (3, 5),
    "cancel_an_assigned_one": (6, 9),
    "slot_for_a_case": (6, 3),
    "slot_for_a_visit": (7, 4),
    "slot_for_a_form": (5, 3),
    "slot_for_an_attachment": (2, 2),  # the rest is its owner's
    "close": (3, 4),
    "close_with_two_slots": (4, 6),
    "reopen": (3, 5),
    "withdraw_without_a_case": (3, 5),
    "withdraw_a_visit_and_a_case": (12, 15),
    "withdraw_again": (2, 1),
    "list_two_of_three": (2, 0),
    "list_two_visits": (2, 1),
    "link_two_files": (3, 2),
    "link_a_form": (1, 1),
    "settle_twice": (1, 1),
}


def test_no_story_is_left_out() -> None:
    stories = {name for name in vars(Stories) if not name.startswith("_")}
    assert stories == set(COSTS)


@pytest.mark.parametrize(("story", "cost"), COSTS.items())
def test_an_operation_costs_what_it_should(story: str, cost: tuple[int, int]) -> None:
    practice = ClinicFixture()
    act: Act = getattr(Stories(practice), story)()
    act()
    assert (practice.tally.reads, practice.tally.writes) == cost
    assert practice.tally.transactions == (1 if cost[1] else 0)


def test_a_retry_costs_one_read() -> None:
    practice = ClinicFixture()
    named, again = practice.consented(), key()
    for expected in ((3, 7), (1, 0)):
        practice.case(idempotency_key=again, **named)
        assert (practice.tally.reads, practice.tally.writes) == expected


def test_suggesting_reads_rosters_and_accounts_up_to_a_limit() -> None:
    """The visit, fifty rosters for each kind of nearness and twenty accounts at most; a record."""
    practice = ClinicFixture()
    visit_id = practice.request().visit_id
    body = SuggestOperators(visit_id=visit_id, slot=offered(hour(24)))
    roster.suggest(practice.ctx("admin"), body)
    assert 3 <= practice.tally.reads <= 1 + 3 * 50 + 20
    assert (practice.tally.writes, practice.tally.transactions) == (1, 1)


@pytest.mark.parametrize(
    ("arrival", "cost"),
    [
        ("scan", (6, 7)),  # the file once more, both case and file as it is drawn; and that
        ("image", (3, 6)),
        # And both of one name beside each other, in a transaction of its own.
        ("superseding, of an operator", (11, 10)),
        ("form", (3, 4)),
        ("attachment", (2, 3)),
        ("attachment, about a case", (3, 3)),
        ("refused", (2, 4)),
    ],
)
def test_an_arrival_costs_what_it_should(arrival: str, cost: tuple[int, int]) -> None:
    practice = ClinicFixture()
    dock = Dock(practice, firebase.storage_client().bucket("costs-of-landing"))
    if arrival == "superseding, of an operator":
        visit_id = practice.scanning().visit_id
        dock.arrive(SCAN, "operator", visit_id=visit_id).receive()
        landed = dock.arrive(SCAN, "operator", visit_id=visit_id)
    elif arrival == "form":
        consent_id = practice.consented()["consent_id"]
        landed = dock.arrive(PHOTO, consent_id=consent_id, jaw=None, **IMAGE)
    elif arrival.startswith("attachment"):
        case_id = practice.case() if arrival.endswith("case") else None
        landed = dock.arrive(PHOTO, "lab", subject="tickets/t1", case_id=case_id)
    elif arrival == "image":
        landed = dock.arrive(PHOTO, **IMAGE)
    else:
        landed = dock.arrive(SCAN if arrival == "scan" else samples.broken("zip"))
    _, store = landed.costing()
    assert (store.tally.reads, store.tally.writes) == cost
    assert store.tally.transactions == {"scan": 3, "superseding, of an operator": 4}.get(arrival, 2)
