"""What authorities are given: exactly what an approved demand names, for some days, on record."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from core import firebase
from core.access import SYSTEM, Role
from core.blobs import Blobs
from core.context import Context
from core.jobs import Job
from core.store import Store
from privacy.data_requests import submission
from privacy.data_requests.requests import OneRequest
from privacy.disclosures import archive, register
from privacy.disclosures.requests import (
    DecideDisclosure,
    DisclosureRow,
    ListDisclosures,
    OneDisclosure,
    RecordDisclosure,
)
from privacy.export.building import ObjectMissingError
from privacy.identity import FirebaseAccounts
from privacy.models import Disclosure, DisclosureState, Secrecy
from tests.emulator.canary_fixture import CanaryFixture, Patient, holding
from tests.emulator.privacy.export.export_steps import archive as export_of
from tests.emulator.privacy.export.export_steps import run as run_export
from tests.emulator.privacy.export.export_steps import unpacked
from tests.support import ids, privacy_records
from tests.support.data_request_fixture import DataRequestFixture
from tests.support.moments import refused

DAY = timedelta(days=1)
_S = DisclosureState


@pytest.fixture(scope="module")
def canaries() -> CanaryFixture:
    """A clinic with its lab, which all tests of the module share."""
    return CanaryFixture()


class Office:
    """Admins at work on one demand."""

    def __init__(self, canaries: CanaryFixture, *scope: str, **changes: Any) -> None:
        self.canaries, self.data_requests = canaries, DataRequestFixture(canaries.practice)
        said = {"state": _S.APPROVED, "decided_at": canaries.practice.clock.at, **changes}
        made = privacy_records.disclosure(scope=list(scope), **said)
        canaries.practice.tenants.seed(made)
        self.request = OneDisclosure(disclosure_id=made.id)

    @property
    def now(self) -> Disclosure:
        """The demand as it stands."""
        found = self.data_requests.ctx("admin").store.get(Disclosure, self.request.disclosure_id)
        assert found is not None
        return found

    @property
    def lying(self) -> list[str]:
        """What lies in its folder of the bucket."""
        return self.canaries.bucket_names(f"exports/{self.request.disclosure_id}/")

    def build(self, accounts: FirebaseAccounts | None = None) -> Any:
        """Have the archive built, and build it; when it is looked after again."""
        ctx = self.data_requests.ctx("admin")
        register.build(ctx, self.request)
        assert (ctx.store.tally.reads, ctx.store.tally.writes) == (1, 3)
        return self.look(accounts)

    def look(self, accounts: FirebaseAccounts | None = None) -> Any:
        """Do what its job does; when that is due again."""
        job = self.data_requests.job(f"disclosure-{self.request.disclosure_id}")
        assert isinstance(job, Job)
        ctx = Context(Store(firebase.firestore_client()), SYSTEM, self.canaries.practice.clock)
        return archive.keep(ctx, self.blobs, accounts or FirebaseAccounts(), job)

    @property
    def blobs(self) -> Blobs:
        """The bucket."""
        return Blobs(self.canaries.bucket)

    def link(self) -> str:
        """Fetch a link."""
        return register.archive_link(self.data_requests.ctx("admin"), self.blobs, self.request).url

    def refuse(self) -> None:
        """Withdraw the approval."""
        request = DecideDisclosure(disclosure_id=self.request.disclosure_id, approve=False)
        register.decide(self.data_requests.ctx("admin"), request)

    def files(self) -> dict[str, bytes]:
        """What is in the archive."""
        stored = self.now.archive
        assert stored is not None
        return unpacked(self.canaries.bucket.blob(stored.name).download_as_bytes())

    def acts(self) -> list[str]:
        """What is on record of it."""
        path = f"disclosures/{self.request.disclosure_id}"
        acts = firebase.firestore_client().collection("audit").get()
        found = [act.to_dict() or {} for act in acts]
        return sorted(act["action"] for act in found if act["subject"] == path)


def test_it_has_all_that_the_scope_names_and_nothing_else(canaries: CanaryFixture) -> None:
    mine, other = canaries.patient(), canaries.patient()
    token, uid = canaries.member(Role.CLINIC)
    office = Office(canaries, mine.subject.path, f"users/{uid}", f"users/{ids.uid()}")
    until = office.build()
    assert until == office.now.archive_until == canaries.practice.clock.at + 7 * DAY
    files = office.files()
    everything = b"".join(files.values())
    assert other.token.encode() not in everything
    database = {p for p in holding(canaries.dump(), mine.token) if not p.startswith("gs:")}
    assert all(path.encode() in everything for path in database)
    ofpatient = {name for name in files if mine.token.encode() in files[name]}
    assert {"1/data/clinics_patients.json", "1/data/orders.json"} <= ofpatient
    assert all(name.startswith("1/") for name in ofpatient)
    assert token.encode() in files["2/data/users.json"]
    assert any(name.startswith("1/files/cases/") for name in files)
    told = json.loads(files["disclosure.json"])
    assert (told["authority"], told["ground"]) == ("District Court Pune", "court_order")
    assert [each["scope"] for each in told["contents"]] == office.now.scope
    first, second, gone = (each["records"] for each in told["contents"])
    assert (first > 10, second > 3, gone) == (True, True, 0)
    assert "summary.html" not in files


def test_of_a_case_or_an_order_it_has_what_is_in_that_alone(canaries: CanaryFixture) -> None:
    mine = canaries.patient()
    of_case = Office(canaries, f"cases/{mine.case_id}")
    of_case.build()
    names = {name.removeprefix("1/data/") for name in of_case.files() if "/data/" in name}
    assert names == {
        "cases.json", "cases_events.json", "cases_files.json", "orders.json", "orders_events.json",
        "shares.json", "uploads.json", "visits.json",
    }  # fmt: skip
    of_order = Office(canaries, f"orders/{mine.order_id}")
    of_order.build()
    names = {name.removeprefix("1/") for name in of_order.files() if name.startswith("1/")}
    assert names == {"data/orders.json", "data/orders_events.json", "data/shares.json"}


def test_each_link_is_on_record_and_on_the_demand(canaries: CanaryFixture) -> None:
    office = Office(canaries, canaries.patient().subject.path)
    refused(office.link, "export-not-ready")
    assert (office.now.fetches, office.acts()) == ([], [])
    office.build()
    for count in (1, 2):
        assert f"exports/{office.request.disclosure_id}/" in office.link()
        assert canaries.practice.tally.writes == 2
        admin, at = canaries.practice.uid("admin"), canaries.practice.clock.at
        assert [(each.by, each.at) for each in office.now.fetches] == [(admin, at)] * count
    assert office.acts() == [
        "privacy.build_disclosure",
        "privacy.export_disclosure",
        *["privacy.fetch_disclosure"] * 2,
    ]
    request = ListDisclosures(state=_S.APPROVED, limit=100)
    rows = register.list_disclosures(office.data_requests.ctx("admin"), request).disclosures
    (row,) = (each for each in rows if each.disclosure_id == office.request.disclosure_id)
    assert isinstance(row, DisclosureRow)
    assert len(row.fetches) == 2


@pytest.mark.parametrize("state", [state for state in _S if state is not _S.APPROVED])
def test_nobody_gets_it_without_an_approval_that_stands(
    canaries: CanaryFixture, state: DisclosureState
) -> None:
    """The twin is the test above: the same archive, approved."""
    office = Office(canaries, canaries.patient().subject.path)
    office.build()
    stood = office.now.model_copy(update={"state": state}).placed(office.now.id)
    canaries.practice.tenants.seed(stood)
    refused(office.link, "wrong-disclosure-state", state=state)
    refused(office.build, "wrong-disclosure-state", state=state)
    assert office.now == stood
    assert office.acts().count("privacy.fetch_disclosure") == 0


def test_no_admin_exports_what_is_somebody_elses(canaries: CanaryFixture) -> None:
    """A clinic's member does, of the clinic's patient: the twin."""
    data_requests, mine = DataRequestFixture(canaries.practice), canaries.patient()
    refused(lambda: data_requests.export("admin", mine.patient_id), "role-not-allowed")
    request_id = data_requests.export("member", mine.patient_id)
    run_export(canaries, request_id)
    request, blobs = OneRequest(request_id=request_id), Blobs(canaries.bucket)
    refused(
        lambda: submission.export_link(data_requests.ctx("admin"), blobs, request),
        "request-not-found",
    )
    assert submission.export_link(data_requests.ctx("member"), blobs, request).url


@pytest.mark.parametrize("end", ["refused", "disclosed", "time"])
def test_it_goes_with_the_approval_or_its_time(canaries: CanaryFixture, end: str) -> None:
    office = Office(canaries, canaries.patient().subject.path)
    until = office.build()
    if end == "time":
        canaries.practice.clock.at = until - timedelta(seconds=1)
        assert office.look() == until
        assert len(office.lying) == 1
        canaries.practice.clock.at = until
    canaries.practice.clock.at += timedelta(minutes=end != "time")
    if end == "refused":
        office.refuse()
    elif end == "disclosed":
        request = RecordDisclosure(disclosure_id=office.request.disclosure_id, digest="0" * 64)
        register.record(office.data_requests.ctx("admin"), request)
    job = office.data_requests.job(f"disclosure-{office.request.disclosure_id}")
    assert job is not None
    assert (job.due_at == canaries.practice.clock.at) == (end != "time")
    assert [office.look() for _ in range(1 if end == "time" else 2)] in ([None], [None] * 2)
    assert (office.lying, office.now.archive) == ([], None)
    assert office.acts().count("privacy.take_disclosure_away") == 1
    if end == "time":
        refused(office.link, "export-not-ready")
        assert office.build() == canaries.practice.clock.at + 7 * DAY


def test_a_second_run_builds_nothing(canaries: CanaryFixture) -> None:
    office = Office(canaries, canaries.patient().subject.path)
    until = office.build()
    before = office.now
    assert office.look() == until
    assert office.build() == until
    assert office.now == before
    assert len(office.lying) == 1


def test_what_is_built_while_the_approval_ends_is_left_to_nobody(canaries: CanaryFixture) -> None:
    _, uid = canaries.member(Role.OPERATOR)
    office = Office(canaries, f"users/{uid}")

    class Meddling(FirebaseAccounts):
        """Auth, at the moment that an admin refuses."""

        def described(self, uid: str) -> dict[str, Any] | None:
            """Have it refused, and answer."""
            office.refuse()
            return super().described(uid)

    assert office.build(Meddling()) is None
    assert (office.lying, office.now.archive) == ([], None)
    twin = Office(canaries, f"users/{uid}")
    assert twin.build() is not None


def test_half_an_answer_is_none(canaries: CanaryFixture) -> None:
    mine = canaries.patient()
    office = Office(canaries, mine.subject.path)
    name = f"cases/{canaries.practice.tenants.clinic}/{mine.case_id}/{mine.file_id}/content"
    canaries.bucket.blob(name).delete()
    with pytest.raises(ObjectMissingError):
        office.build()
    assert office.now.archive is None


# --- what those concerned are told ---------------------------------------------------------------


def told(canaries: CanaryFixture, request_id: str) -> tuple[list[dict[str, Any]], str]:
    """What an export says of disclosures, as data and on its page."""
    run_export(canaries, request_id)
    files = unpacked(export_of(canaries, request_id))
    return json.loads(files.get("data/disclosures.json", b"[]")), files["summary.html"].decode()


def disclosed(canaries: CanaryFixture, *scope: str, **changes: Any) -> Disclosure:
    """Something that was disclosed."""
    said = {"state": _S.DISCLOSED, "disclosed_at": canaries.practice.clock.at, **changes}
    return Office(canaries, *scope, **said).now


def test_a_person_is_told_who_was_given_their_data(canaries: CanaryFixture) -> None:
    token, uid = canaries.member(Role.OPERATOR)
    other = f"users/{ids.uid()}"
    at = canaries.practice.clock.at
    disclosed(canaries, f"users/{uid}", other, authority="Court A", file_number="Secret 1")
    disclosed(canaries, f"users/{uid}", authority="Court B", secrecy=Secrecy.OFFENCE)
    disclosed(canaries, f"users/{uid}", authority="Court C", state=_S.APPROVED)
    disclosed(canaries, other, authority="Court D")
    rows, page = told(canaries, DataRequestFixture(canaries.practice).export(token))
    assert rows == [
        {
            "authority": "Court A",
            "ground": "court_order",
            "scope": [f"users/{uid}"],
            "disclosed_at": at.isoformat(),
        }
    ]
    assert "Court A" in page
    assert "With nobody else but the providers" in page
    assert not any(f"Court {letter}" in page for letter in "BCD")
    nobody, uid = canaries.member(Role.OPERATOR)
    rows, page = told(canaries, DataRequestFixture(canaries.practice).export(nobody))
    assert rows == []
    assert "With nobody but the providers" in page


@pytest.mark.parametrize("part", ["patient", "case", "order"])
def test_a_clinic_is_told_of_its_patient(canaries: CanaryFixture, part: str) -> None:
    mine, other = canaries.patient(), canaries.patient()

    def path(of: Patient) -> str:
        return {"patient": of.subject.path, "case": f"cases/{of.case_id}",
                "order": f"orders/{of.order_id}"}[part]  # fmt: skip

    disclosed(canaries, path(mine), path(other), authority="Court E")
    disclosed(canaries, path(mine), authority="Court F", secrecy=Secrecy.ORDERED)
    data_requests = DataRequestFixture(canaries.practice)
    rows, page = told(canaries, data_requests.export("member", mine.patient_id))
    assert [(row["authority"], row["scope"]) for row in rows] == [("Court E", [path(mine)])]
    assert "Court E" in page
    assert "Court F" not in page
