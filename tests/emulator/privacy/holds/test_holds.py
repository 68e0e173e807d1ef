"""Legal holds: set by one admin, let go of by two, and nothing that is held is erased."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from core.access import SYSTEM, Caller, Role
from core.context import Context
from core.documents import Document
from core.firebase import firestore_client
from privacy.erasure import receipts, replay, tasks
from privacy.erasure.eraser import HeldError
from privacy.holds import register as hold_register
from privacy.holds.requests import ListHolds, ReleaseHold, SetHold
from privacy.holds.states import HOLD, HoldAction
from privacy.identity import FirebaseAccounts
from privacy.inventory import search
from privacy.inventory.subjects import DataSubject
from privacy.models import LegalHold, LegalHoldState, RequestState
from tests.emulator.canary_fixture import CanaryFixture, run_erasure, run_withdrawal
from tests.emulator.canary_fixture import holding as holds_word
from tests.emulator.privacy.holds.hold_steps import hold, hold_request, let_go
from tests.emulator.scans.intake.landing_steps import Instance
from tests.support import account_records, ids, privacy_records, records
from tests.support.account_records import Tenants
from tests.support.backups import Backup
from tests.support.data_request_fixture import DAY, DataRequestFixture
from tests.support.moments import NOW, key, refused
from tests.support.own_database import OwnDatabase
from tests.support.queries import ACTS_ON
from tools.client import Person

_S, _A = LegalHoldState, HoldAction


class HoldRegister(OwnDatabase):
    """A register with nothing in it."""

    def admin(self, uid: str | None = None) -> Context:
        """The surroundings of an admin."""
        return self.ctx(Caller(uid or ids.uid(), "", email_verified=False, role=Role.ADMIN))

    def put(self, *documents: Document) -> None:
        """Have documents stand there."""

        def work(unit: Any) -> None:
            for document in documents:
                unit.create(document, *document.ids)

        self.ctx().store.run(work)

    def entered(self, **changes: object) -> LegalHold:
        """A hold that stands there."""
        made = privacy_records.hold(**changes)
        self.put(made)
        return made

    def now(self, hold_id: str) -> LegalHold:
        """How it stands."""
        found = self.ctx().store.get(LegalHold, hold_id)
        assert found is not None
        return found

    def acts(self, hold_id: str) -> list[tuple[str, str]]:
        """Who did what to it, as it is on record."""
        found = self.ctx().store.find(ACTS_ON, LegalHold.path_for(hold_id), limit=9)
        return sorted((entry.action, entry.actor) for entry in found)


@pytest.fixture
def register() -> HoldRegister:
    """A register of the test's own."""
    return HoldRegister()


def step(ctx: Context, hold_id: str, action: str) -> str:
    form = ReleaseHold.model_validate({"hold_id": hold_id, "action": action})
    return hold_register.release(ctx, form).state


# --- the register --------------------------------------------------------------------------------


def test_one_admin_sets_it_and_two_let_go_of_it(register: HoldRegister) -> None:
    patient = records.patient(Tenants())
    register.put(patient)
    first, second, third = register.admin(), register.admin(), register.admin()
    made = hold_register.set_hold(first, hold_request(patient.path_for(*patient.ids)))
    assert (first.store.tally.reads, first.store.tally.writes) == (2, 3)
    assert step(second, made.hold_id, "ask_release") == "releasing"
    assert (second.store.tally.reads, second.store.tally.writes) == (1, 2)
    assert step(third, made.hold_id, "confirm_release") == "released"

    who = [ctx.caller.uid for ctx in (first, second, third)]
    now = register.now(made.hold_id)
    assert [now.set_by, now.asked_by, now.released_by] == who
    assert now.set_at == now.asked_at == now.released_at == NOW
    assert (now.ground, now.case_number) == ("court_order", "CRI 112/2026")
    assert register.acts(made.hold_id) == [
        ("privacy.ask_release_hold", who[1]),
        ("privacy.confirm_release_hold", who[2]),
        ("privacy.set_hold", who[0]),
    ]


def test_who_asks_to_let_go_does_not_confirm_it(register: HoldRegister) -> None:
    made, own = register.entered(), register.admin()
    step(own, made.id, "ask_release")
    before, acts = register.now(made.id), register.acts(made.id)
    refused(lambda: step(own, made.id, "confirm_release"), "own-release")
    assert (register.now(made.id), register.acts(made.id)) == (before, acts)
    assert step(register.admin(), made.id, "confirm_release") == "released"


def test_who_set_it_may_be_one_of_the_two(register: HoldRegister) -> None:
    made = register.entered()
    assert step(register.admin(made.set_by), made.id, "ask_release") == "releasing"
    assert step(register.admin(), made.id, "confirm_release") == "released"


def test_a_wrong_click_is_taken_back(register: HoldRegister) -> None:
    made, own = register.entered(), register.admin()
    step(own, made.id, "ask_release")
    assert step(own, made.id, "keep") == "active"
    assert register.now(made.id) == made
    refused(lambda: step(register.admin(), made.id, "confirm_release"), "wrong-legal-hold-state")
    assert register.now(made.id) == made


@pytest.mark.parametrize("action", [_A.ASK_RELEASE, _A.CONFIRM_RELEASE, _A.KEEP])
@pytest.mark.parametrize("state", _S)
def test_only_what_the_table_has_is_done(
    register: HoldRegister, state: LegalHoldState, action: HoldAction
) -> None:
    made, ctx = register.entered(state=state), register.admin()
    found = HOLD.table.get((state, action))
    if found:
        assert step(ctx, made.id, action) == found.to
    elif state in HOLD.ends(action):
        assert step(ctx, made.id, action) == state
    else:
        refused(lambda: step(ctx, made.id, action), "wrong-legal-hold-state", state=state)
    assert len(register.acts(made.id)) == bool(found)
    if found is None:
        assert register.now(made.id) == made


def test_what_is_not_there_is_not_found(register: HoldRegister) -> None:
    refused(lambda: step(register.admin(), "h" * 20, "ask_release"), "legal-hold-not-found")


@pytest.mark.parametrize("kind", ["user", "patient", "clinic", "lab"])
def test_only_who_is_there_is_held(register: HoldRegister, kind: str) -> None:
    tenants = Tenants()
    found: Document = {
        "user": lambda: tenants.account(Person(ids.uid(), ids.email())),
        "patient": lambda: records.patient(tenants),
        "clinic": lambda: account_records.clinic(tenants),
        "lab": lambda: account_records.lab(tenants),
    }[kind]()
    path, ctx = found.path_for(*found.ids), register.admin()
    refused(lambda: hold_register.set_hold(ctx, hold_request(path)), "hold-subject-not-found")
    assert list(ctx.store.each(hold_register.IN_FORCE, hold_register.HOLDING)) == []
    register.put(found)
    assert hold_register.set_hold(ctx, hold_request(path)).state == "active"


@pytest.mark.parametrize("path", ["users/a/inbox/b", "users/", "cases/x", "clinics/c", "labs/l/x"])
def test_a_subject_is_a_person_or_an_organisation(path: str) -> None:
    with pytest.raises(ValueError, match="subject"):
        hold_request(path)
    hold_request(f"labs/{'l' * 20}")


@pytest.mark.parametrize("number", ["Asha Rao", "ASHA RAO", "asha 1", "1@X", "1" * 41, ""])
def test_a_case_number_is_no_name(number: str) -> None:
    said = {**SetHold.example, "idempotency_key": key()}
    with pytest.raises(ValueError, match="case_number"):
        SetHold.model_validate({**said, "case_number": number})
    SetHold.model_validate({**said, "case_number": "1" * 40})


def test_they_are_listed_by_state_and_the_look_is_on_record(register: HoldRegister) -> None:
    one = register.entered()
    register.entered(state=_S.RELEASED)
    ctx = register.admin()
    page = hold_register.list_holds(ctx, ListHolds(limit=2))
    assert [row.hold_id for row in page.holds] == [one.id]
    assert (ctx.store.tally.reads, ctx.store.tally.writes) == (1, 1)
    (entry,) = ctx.store.find(ACTS_ON, "legal_holds", limit=2)
    assert (entry.actor, entry.refs) == (ctx.caller.uid, {"shown": one.id})


# --- what is covered -----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def canaries() -> CanaryFixture:
    """A clinic with its lab, which all tests of the module share."""
    return CanaryFixture()


@pytest.fixture
def data_requests(canaries: CanaryFixture) -> Iterator[DataRequestFixture]:
    """The practice's data requests; every hold is let go of at the end."""
    yield DataRequestFixture(canaries.practice)
    for found in firestore_client().collection("legal_holds").get():
        found.reference.update({"state": "released"})


def system(canaries: CanaryFixture) -> Context:
    return canaries.practice.as_caller(SYSTEM)


def test_where_nothing_is_held_one_read_says_so(
    canaries: CanaryFixture, data_requests: DataRequestFixture
) -> None:
    patient = canaries.patient()
    let_go(hold(data_requests, patient.subject.path))
    ctx = system(canaries)
    now = hold_register.held(ctx)
    assert not now
    assert not any(now.covers(f.document) for f in search.everything(ctx.store, patient.subject))
    ctx = system(canaries)
    assert not hold_register.forbids(ctx, patient.subject)
    assert ctx.store.tally.reads == 1


@pytest.mark.parametrize("state", ["active", "releasing"])
def test_all_of_a_patient_is_covered_and_nothing_of_another(
    canaries: CanaryFixture, data_requests: DataRequestFixture, state: str
) -> None:
    mine, other = canaries.patient(), canaries.patient()
    hold_id = hold(data_requests, mine.subject.path)
    firestore_client().document(f"legal_holds/{hold_id}").update({"state": state})
    ctx = system(canaries)
    now = hold_register.held(ctx)
    assert now
    theirs = [f.document for f in search.everything(ctx.store, mine.subject)]
    before = ctx.store.tally.reads
    assert all(now.covers(document) for document in theirs)
    assert ctx.store.tally.reads - before >= len(theirs)
    before = ctx.store.tally.reads
    assert not any(
        now.covers(found.document) for found in search.everything(ctx.store, other.subject)
    )
    found = len(list(search.everything(system(canaries).store, other.subject)))
    assert ctx.store.tally.reads - before < 2 * found + 20, "what is held is read once"


def test_what_was_done_to_what_is_held_is_covered(
    canaries: CanaryFixture, data_requests: DataRequestFixture
) -> None:
    mine, other = canaries.patient(), canaries.patient()
    hold(data_requests, mine.subject.path)
    now = hold_register.held(system(canaries))
    for patient, covered in ((mine, True), (other, False)):
        entry = account_records.audit_entry().model_copy(
            update={"subject": f"cases/{patient.case_id}"}
        )
        assert now.covers(entry.placed(ids.document_id())) is covered


@pytest.mark.parametrize("side", ["clinic", "lab"])
def test_all_that_names_an_organisation_is_covered(
    canaries: CanaryFixture, data_requests: DataRequestFixture, side: str
) -> None:
    mine = canaries.patient()
    org = getattr(canaries.practice.tenants, side)
    hold(data_requests, f"{side}s/{org}")
    ctx = system(canaries)
    now = hold_register.held(ctx)
    covered = {
        found.place.model.__name__
        for found in search.everything(ctx.store, mine.subject)
        if now.covers(found.document)
    }
    orders = {"Order", "OrderEvent", "OrderMessage", "Share"}
    assert covered & orders == orders - {"OrderMessage"}
    assert ("Patient" in covered, "Case" in covered) == (side == "clinic",) * 2
    entry = account_records.audit_entry().model_copy(update={"refs": {"org": org}})
    assert now.covers(entry.placed(ids.document_id()))
    assert not now.covers(account_records.audit_entry())


# --- what is not erased --------------------------------------------------------------------------


def test_who_is_held_hears_one_code_and_is_not_erased(
    canaries: CanaryFixture, data_requests: DataRequestFixture
) -> None:
    patient, other = canaries.patient(), canaries.patient()
    before = canaries.dump()
    hold_id = hold(data_requests, patient.subject.path)
    refused(
        lambda: data_requests.erase(patient_id=patient.patient_id),
        "erasure-blocked",
        blocks=["legal-hold"],
    )
    assert holds_word(canaries.dump(), patient.token) == holds_word(before, patient.token)
    data_requests.erase(patient_id=other.patient_id)
    data_requests.export(patient_id=patient.patient_id)
    let_go(hold_id)
    data_requests.erase(patient_id=patient.patient_id)


def told(data_requests: DataRequestFixture, who: str = "owner") -> int:
    return data_requests.steps(who).count("legal-hold")


def test_what_was_asked_before_waits_every_day(
    canaries: CanaryFixture, data_requests: DataRequestFixture
) -> None:
    patient = canaries.patient()
    request_id = data_requests.erase(patient_id=patient.patient_id)
    heard = told(data_requests)
    hold_id = hold(data_requests, patient.subject.path)
    canaries.practice.clock.at += 8 * DAY
    before = holds_word(canaries.dump(), patient.token)
    for _ in range(2):
        assert run_erasure(canaries, request_id) == canaries.practice.clock.at + DAY
    request = data_requests.of(request_id)
    assert (request.state, request.reasons) == (RequestState.COOLING_OFF, ["legal-hold"])
    assert told(data_requests) == heard + 1
    assert holds_word(canaries.dump(), patient.token) == before
    assert "CRI" not in request.model_dump_json(), "no more than the code"
    let_go(hold_id)
    assert run_erasure(canaries, request_id) is None
    request = data_requests.of(request_id)
    assert (request.state, request.reasons) == (RequestState.DONE, [])
    assert holds_word(canaries.dump(), patient.token) == set()


def test_a_failed_attempt_waits_too(
    canaries: CanaryFixture, data_requests: DataRequestFixture
) -> None:
    patient = canaries.patient()
    request_id = data_requests.erase(patient_id=patient.patient_id)
    canaries.practice.clock.at += 8 * DAY
    path = firestore_client().document(f"privacy_requests/{request_id}")
    path.update({"state": "failed"})
    hold_id = hold(data_requests, patient.subject.path)
    assert run_erasure(canaries, request_id) == canaries.practice.clock.at + DAY
    assert data_requests.of(request_id).state is RequestState.FAILED
    assert holds_word(canaries.dump(), patient.token) != set()
    let_go(hold_id)
    assert run_erasure(canaries, request_id) is None


def test_a_hold_that_comes_while_it_runs_stops_it(
    canaries: CanaryFixture, data_requests: DataRequestFixture
) -> None:
    """What was not touched by then stays, and the rest waits."""
    patient = canaries.patient()
    request_id = data_requests.erase(patient_id=patient.patient_id)
    canaries.practice.clock.at += 8 * DAY
    job = data_requests.job(f"privacy-{request_id}")
    assert job is not None
    made: list[str] = []

    def comes() -> None:
        if len(made) < 1:
            made.append(hold(data_requests, patient.subject.path))

    eraser = canaries.eraser(patient.subject, Instance(between={"discard all": comes}))
    again = tasks.erase(eraser.ctx, eraser.blobs, FirebaseAccounts(), job)
    assert again == canaries.practice.clock.at + DAY
    request = data_requests.of(request_id)
    assert (request.state, request.reasons) == (RequestState.RUNNING, ["legal-hold"])
    left = holds_word(canaries.dump(), patient.token)
    assert {f"cases/{patient.case_id}", f"orders/{patient.order_id}"} <= left
    let_go(made[0])
    assert run_erasure(canaries, request_id) is None
    assert (data_requests.of(request_id).state, data_requests.of(request_id).reasons) == (
        RequestState.DONE,
        [],
    )
    assert holds_word(canaries.dump(), patient.token) == set()


def test_what_rests_on_a_withdrawn_consent_waits(
    canaries: CanaryFixture, data_requests: DataRequestFixture
) -> None:
    patient, other = canaries.patient(), canaries.patient()
    hold_id = hold(data_requests, patient.subject.path)
    for each in (patient, other):
        canaries.practice.withdraw(each.consent_id)
    before = holds_word(canaries.dump(), patient.token)
    assert run_withdrawal(canaries, patient.consent_id) == canaries.practice.clock.at + DAY
    assert holds_word(canaries.dump(), patient.token) == before
    assert run_withdrawal(canaries, other.consent_id) is None
    let_go(hold_id)
    assert run_withdrawal(canaries, patient.consent_id) is None
    assert holds_word(canaries.dump(), patient.token) < before


@pytest.mark.parametrize("of", ["clinic", "lab", "who attested"])
def test_what_is_anothers_evidence_waits_with_it(
    canaries: CanaryFixture, data_requests: DataRequestFixture, of: str
) -> None:
    """An erasure that would change what is held of somebody else."""
    patient, tenants = canaries.patient(), canaries.practice.tenants
    subject = {
        "clinic": f"clinics/{tenants.clinic}",
        "lab": f"labs/{tenants.lab}",
        "who attested": f"users/{data_requests.practice.uid('member')}",
    }[of]
    hold_id = hold(data_requests, subject)
    refused(
        lambda: data_requests.erase(patient_id=patient.patient_id),
        "erasure-blocked",
        blocks=["legal-hold"],
    )
    data_requests.cancel(
        data_requests.erase("other operator"), "other operator"
    )  # nothing of whom is theirs
    let_go(hold_id)
    data_requests.erase(patient_id=patient.patient_id)


def test_what_stays_anyway_is_no_reason_to_wait(
    canaries: CanaryFixture, data_requests: DataRequestFixture
) -> None:
    """An entry of what somebody did to a held case: erasing the somebody does not change it."""
    patient = canaries.patient()
    hold(data_requests, patient.subject.path)
    uid = data_requests.practice.uid("other operator")
    said = {"actor": uid, "subject": f"cases/{patient.case_id}"}
    entry = account_records.audit_entry().model_copy(update=said).placed(ids.document_id())
    canaries.practice.tenants.seed(entry)
    assert hold_register.held(system(canaries)).covers(entry)
    request_id = data_requests.erase("other operator")
    data_requests.cancel(request_id, "other operator")


def test_an_accounts_holder_waits_as_a_patient_does(
    canaries: CanaryFixture, data_requests: DataRequestFixture
) -> None:
    token, uid = canaries.member(Role.OPERATOR)
    other, _ = canaries.member(Role.OPERATOR)
    request_id = data_requests.erase(token)
    hold_id = hold(data_requests, f"users/{uid}")
    refused(lambda: data_requests.erase(token), "request-open")
    canaries.practice.clock.at += 8 * DAY
    assert run_erasure(canaries, request_id) == canaries.practice.clock.at + DAY
    assert FirebaseAccounts().described(uid)
    assert told(data_requests, token) == 1
    data_requests.erase(other)
    let_go(hold_id)
    assert run_erasure(canaries, request_id) is None
    assert not FirebaseAccounts().described(uid)


def test_what_is_held_is_not_erased_again_either(
    canaries: CanaryFixture, data_requests: DataRequestFixture
) -> None:
    """A backup brought it back, and by then it is wanted."""
    patient = canaries.patient()
    backup = Backup.taken(canaries.bucket)
    canaries.eraser(patient.subject).run(patient.patient_id)
    eraser = canaries.eraser(DataSubject.at(patient.subject.path))
    receipt = receipts.read(eraser.blobs, patient.patient_id)
    assert receipt is not None
    backup.restore()
    hold_id = hold(data_requests, patient.subject.path)
    before = canaries.dump()

    def again() -> None:
        replay.replay(eraser.ctx, eraser.blobs, FirebaseAccounts(), receipt)

    with pytest.raises(HeldError):
        again()
    assert canaries.dump() == before
    let_go(hold_id)
    again()
    assert holds_word(canaries.dump(), patient.token) == set()
