"""A patient's consents on record: what was attested and withdrawn, what stopped, who got what."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest

from core import audit, firebase
from core.jobs import Job, JobState
from labs.follow_ups import stop
from privacy.consents import record
from privacy.consents.requests import ConsentRecord, GetConsentRecord
from privacy.models import DisclosureState, Secrecy
from tests.support import ids, lab_records, privacy_records
from tests.support.clinic_fixture import ClinicFixture
from tests.support.lab_fixture import LabFixture
from tests.support.moments import refused

DAY = timedelta(days=1)


@dataclass
class ConsentedPatient:
    """A patient with a case at a lab and a visit under way, on one consent."""

    lab: LabFixture
    named: dict[str, str] = field(init=False)
    case_id: str = field(init=False)
    order_id: str = field(init=False)
    visit_id: str = field(init=False)
    visited: str = field(init=False)

    def __post_init__(self) -> None:
        practice, lab = self.practice, self.lab
        guardian = {"name": "Asha Joshi", "relation": "parent"}
        self.named = practice.consented(guardian=guardian)
        self.case_id = practice.case(**self.named)
        file_id = lab.file(self.case_id)
        self.order_id = lab.place(case_id=self.case_id, file_ids=[file_id])
        lab.move(self.order_id, "accept")
        lab.links(self.order_id, file_id)
        asked = practice.request(**self.named, price_list=1)
        self.visit_id, self.visited = asked.visit_id, asked.case_id

    @property
    def practice(self) -> ClinicFixture:
        """The practice."""
        return self.lab.practice

    @property
    def path(self) -> str:
        """The patient's."""
        clinic = self.practice.tenants.clinic
        return f"clinics/{clinic}/patients/{self.named['patient_id']}"

    def read(self, who: str = "owner", **changes: Any) -> ConsentRecord:
        """Read the record."""
        request = GetConsentRecord(**{"patient_id": self.named["patient_id"], **changes})
        return record.record(self.practice.ctx(who), request)

    def withdraw(self) -> None:
        """Withdraw the consent, and have its orders stopped."""
        self.practice.withdraw(self.named["consent_id"])
        ctx = self.practice.ctx("admin")
        stop.stop(ctx.store, ctx.clock, self.named["consent_id"])

    def looks(self, who: str) -> list[str]:
        """What was shown to somebody, as it is on record."""
        uid = self.practice.uid(who)
        acts = [act for act in self.practice.acts() if act["actor"] == uid]
        looks = [act for act in acts if act["action"] == "privacy.get_consent_record"]
        assert {act["subject"] for act in looks} <= {self.path}
        return [act["refs"]["shown"] for act in looks]


@pytest.fixture
def patient(practice: ClinicFixture) -> ConsentedPatient:
    """A patient's."""
    return ConsentedPatient(LabFixture(practice))


def test_it_says_who_attested_what_and_who_was_given_what(patient: ConsentedPatient) -> None:
    (line,) = (found := patient.read()).consents
    practice, consent_id = patient.practice, patient.named["consent_id"]
    assert (line.consent_id, line.text_version, line.language) == (consent_id, "2026-05", "en")
    assert line.scope == ["images", "scan", "share_with_lab"]
    assert (line.guardian, line.state) == ("parent", "given")
    assert (line.attested_by, line.attested_at) == (practice.uid("member"), practice.clock.at)
    assert (line.withdrawn_by, line.withdrawn_at, line.stopped) == (None, None, None)
    (share,) = found.shares
    (kept,) = patient.lab.shares(patient.order_id)
    assert share.model_dump() == kept.model_dump(exclude={"clinic_id", "patient_id", "generation"})
    assert (share.uid, share.lab_id) == (practice.uid("technician"), practice.tenants.lab)
    assert (found.disclosures, found.cursor) == ([], None)


def test_a_withdrawal_comes_with_what_it_stopped(patient: ConsentedPatient) -> None:
    patient.withdraw()
    (line,) = patient.read().consents
    practice = patient.practice
    assert (line.state, line.withdrawn_by) == ("withdrawn", practice.uid("member"))
    assert line.withdrawn_at == practice.clock.at
    stopped = line.stopped
    assert stopped is not None
    assert stopped.case_ids == [patient.case_id, patient.visited]
    assert (stopped.visit_ids, stopped.order_ids) == ([patient.visit_id], [patient.order_id])
    assert (stopped.erase_at, stopped.erased_at) == (practice.clock.at + 7 * DAY, None)


def test_what_was_called_off_for_another_reason_is_not_among_it(patient: ConsentedPatient) -> None:
    patient.practice.cancel(patient.visit_id)
    patient.lab.move(patient.order_id, "cancel", who="member", reason="not_needed")
    patient.withdraw()
    stopped = patient.read().consents[0].stopped
    assert stopped is not None
    assert (stopped.visit_ids, stopped.order_ids) == ([], [])
    assert stopped.case_ids == [patient.case_id, patient.visited]


def test_it_says_when_it_was_erased(patient: ConsentedPatient) -> None:
    patient.withdraw()
    consent_id, ctx = patient.named["consent_id"], patient.practice.ctx("admin")
    path = f"consents/{consent_id}"

    def over(unit: Any) -> None:
        job = unit.get(Job, f"erase-{consent_id}")
        unit.change(job, state=JobState.DONE)
        audit.record(unit, ctx, "privacy.erase_after_withdrawal", path)

    ctx.store.run(over)
    stopped = patient.read().consents[0].stopped
    assert stopped is not None
    assert (stopped.erase_at, stopped.erased_at) == (None, patient.practice.clock.at)


def test_owners_and_admins_read_it_and_each_look_is_on_record(patient: ConsentedPatient) -> None:
    clinic = patient.practice.tenants.clinic
    refused(lambda: patient.read("member"), "not-owner")
    refused(lambda: patient.read("stranger"), "subject-not-found")
    refused(lambda: patient.read("stranger", clinic_id=clinic), "role-not-allowed")
    refused(lambda: patient.read("admin"), "invalid-request", problems=[
        {"field": "clinic_id", "problem": "Admins name one"}
    ])  # fmt: skip
    other = patient.practice.tenants.other_clinic
    refused(lambda: patient.read("admin", clinic_id=other), "subject-not-found")
    assert [patient.looks(who) for who in ("member", "stranger", "admin")] == [[], [], []]
    found = patient.read("admin", clinic_id=clinic)
    assert found == patient.read()
    shown = [found.consents[0].consent_id]
    for who in ("admin", "owner"):
        (look,) = patient.looks(who)
        assert look.split()[:1] == shown
        assert len(look.split()) == 2


def test_it_names_nobody(patient: ConsentedPatient) -> None:
    patient.withdraw()
    found = patient.read("admin", clinic_id=patient.practice.tenants.clinic)
    said = found.model_dump_json()
    assert "parent" in said
    for name in ("Meera", "Asha", "Joshi", "Dr.", "P-"):
        assert name not in said


def test_another_patients_are_not_in_it(patient: ConsentedPatient) -> None:
    twin = ConsentedPatient(patient.lab)
    mine, other = patient.read(), twin.read()
    assert [line.consent_id for line in other.consents] == [twin.named["consent_id"]]
    assert [share.order_id for share in other.shares] == [twin.order_id]
    assert [share.order_id for share in mine.shares] == [patient.order_id]


def test_shares_come_in_pages_the_latest_first(patient: ConsentedPatient) -> None:
    tenants, patient_id = patient.practice.tenants, patient.named["patient_id"]
    more = [lab_records.share(tenants) for _ in range(3)]
    for hours, share in enumerate(more, start=1):
        said = {"patient_id": patient_id, "at": patient.practice.clock.at + hours * DAY}
        tenants.seed(share.model_copy(update=said).placed(share.id))
    first = patient.read(limit=3)
    rest = patient.read(limit=3, cursor=first.cursor)
    times = [share.at for share in (*first.shares, *rest.shares)]
    assert times == sorted(times, reverse=True)
    assert (len(first.shares), len(rest.shares)) == (3, 1)
    assert (len(first.consents), rest.consents, rest.cursor) == (1, [], None)
    refused(lambda: patient.read(cursor="x"), "cursor-invalid")


def test_it_outlives_the_patient(patient: ConsentedPatient) -> None:
    firebase.firestore_client().document(patient.path).delete()
    found = patient.read()
    assert (len(found.consents), len(found.shares)) == (1, 1)
    nobody = patient.practice.patient()
    assert patient.read(patient_id=nobody) == ConsentRecord(
        consents=[], disclosures=[], shares=[], cursor=None
    )
    refused(lambda: patient.read(patient_id=ids.document_id()), "subject-not-found")


@pytest.mark.parametrize("secret", [False, True])
def test_disclosures_are_told_unless_a_law_forbids_it(
    patient: ConsentedPatient, *, secret: bool
) -> None:
    at = patient.practice.clock.at
    made = privacy_records.disclosure(
        scope=[f"orders/{patient.order_id}", f"users/{ids.uid()}"],
        state=DisclosureState.DISCLOSED,
        disclosed_at=at,
        secrecy=Secrecy.ORDERED if secret else None,
    )
    patient.practice.tenants.seed(made)
    told = [line.model_dump() for line in patient.read().disclosures]
    assert told == ([] if secret else [{
        "authority": "District Court Pune", "ground": "court_order", "disclosed_at": at,
        "scope": [f"orders/{patient.order_id}"],
    }])  # fmt: skip


def test_what_reading_it_costs(patient: ConsentedPatient) -> None:
    """The consent and the share; disclosures of the patient, two cases and an order; the look."""
    patient.read()
    tally = patient.practice.tally
    assert (tally.reads, tally.writes) == (1 + 1 + 4, 1)
    patient.withdraw()
    patient.read()
    tally = patient.practice.tally
    assert (tally.reads, tally.writes) == (1 + 1 + 4 + 2 + 2 * 2, 1)
