"""Retention row by row: what is over goes, and its twin, a microsecond younger, stays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from accounts.models import Clinic, Lab
from core import firebase, periods
from core.access import Role
from core.blobs import project_blobs
from core.documents import Document
from core.store import Store
from labs.orders.models import OrderState
from privacy.models import DisclosureState, ReviewState
from privacy.retention.runs import BATCH, Errand, documents
from privacy.retention.schedule import QUERIED
from scans.uploads.models import UploadState
from tests.support import (
    account_records,
    ids,
    lab_records,
    money,
    privacy_records,
    records,
    ticket_records,
)
from tests.support.account_records import Tenants
from tests.support.ended_documents import (
    DAY,
    ENDED,
    made,
)
from tests.support.fixed_holds import FixedHolds
from tests.support.moments import Clock
from tests.support.retention_fixture import RetentionFixture
from wallet.ledger.models import HoldState
from wallet.payments.models import DisputeState

#: Noon of 1 April: what was booked in a financial year is due with the day.
NOW = datetime(2040, 4, 1, 6, 30, tzinfo=UTC)
TICK = datetime.resolution


@pytest.fixture
def retention() -> RetentionFixture:
    """Retention on that day."""
    store = Store(firebase.firestore_client())
    return RetentionFixture(Clock(NOW), project_blobs(), store)


@pytest.fixture
def tenants() -> Tenants:
    """A clinic, a lab and a patient of the test's own."""
    return Tenants()


def there(document: Document) -> bool:
    """Tell whether a document still stands where it was put."""
    return account_records.snapshot(document.path_for(*document.ids)).exists


def test_every_row_is_tried() -> None:
    """But for those whose time is not their own: see the tests of books, trail and trees."""
    assert set(QUERIED) - set(ENDED) == {"clinics", "labs", "entries", "audit"}


@pytest.mark.parametrize("name", sorted(ENDED))
def test_what_is_over_goes_and_its_younger_twin_stays(
    name: str, retention: RetentionFixture, tenants: Tenants
) -> None:
    edge = periods.cutoff(QUERIED[name].rule, NOW)
    over, young = ENDED[name](tenants, edge - TICK), ENDED[name](tenants, edge)
    held = ENDED[name](tenants, edge - TICK)
    tenants.seed(over, young, held)
    retention.held = FixedHolds(paths=frozenset({held.path_for(*held.ids)}))
    before = account_records.state(young.path_for(*young.ids))
    errand = retention.turn(name)
    assert (there(over), there(young), there(held)) == (False, True, True)
    assert account_records.state(young.path_for(*young.ids)) == before
    assert (errand.gone, errand.kept) == (1, 1)

    retention.held = FixedHolds()
    retention.turn(name)
    assert (there(young), there(held)) == (True, False)
    retention.clock.at += 366 * DAY  # 1 April again, and an anniversary of every day before
    retention.turn(name)
    assert not there(young)


def open_ticket(at: datetime) -> Document:
    """One that waits since then."""
    return made(ticket_records.ticket(ids.uid(), Role.CLINIC), since=at)


#: What is as old, one field apart, and goes on.
GOING_ON: dict[str, Callable[[Tenants, datetime], Document]] = {
    "uploads": lambda tenants, at: made(
        ENDED["uploads"](tenants, at), state=UploadState.PROCESSING
    ),
    "patients": lambda tenants, at: made(ENDED["patients"](tenants, at), idle_since=None),
    "cases": lambda tenants, at: made(ENDED["cases"](tenants, at), closed_at=None),
    "tickets": lambda _, at: open_ticket(at),
    "privacy_requests": lambda _, at: records.privacy_request(uid=ids.uid()),
    "access_reviews": lambda _, at: made(
        privacy_records.review(), begun_at=at, ended_at=None, state=ReviewState.BUILDING
    ),
    "breaches": lambda _, at: privacy_records.breach(since=at, until=at, aware_at=at),
    "legal_holds": lambda _, at: privacy_records.hold(state="releasing", set_at=at, asked_at=at),
    "disclosures": lambda _, at: privacy_records.disclosure(
        state=DisclosureState.APPROVED, decided_at=at
    ),
    "holds": lambda tenants, at: made(ENDED["holds"](tenants, at), state=HoldState.OPEN),
    "payments": lambda tenants, at: made(
        money.payment(tenants), started_at=at, settled_at=at + DAY
    ),
    "disputes": lambda _, at: made(money.dispute(), said_at=at, state=DisputeState.UNDER_REVIEW),
    "prices": lambda _, at: made(money.price_list(), set_at=at).placed(ids.document_id(), "000001"),
}


@pytest.mark.parametrize("name", sorted(GOING_ON))
def test_what_goes_on_stays_however_old(
    name: str, retention: RetentionFixture, tenants: Tenants
) -> None:
    edge = periods.cutoff(QUERIED[name].rule, NOW)
    over, going_on = ENDED[name](tenants, edge - TICK), GOING_ON[name](tenants, edge - TICK)
    tenants.seed(over, going_on)
    before = account_records.state(going_on.path_for(*going_on.ids))
    retention.turn(name)
    assert not there(over)
    assert account_records.state(going_on.path_for(*going_on.ids)) == before


def test_a_page_is_a_transaction_and_costs_what_it_says(
    retention: RetentionFixture, tenants: Tenants
) -> None:
    at = periods.cutoff(QUERIED["payment_events"].rule, NOW) - TICK
    seeded = [ENDED["payment_events"](tenants, at - n * TICK) for n in range(BATCH + 5)]
    for start in range(0, len(seeded), 100):
        tenants.seed(*seeded[start : start + 100])
    errand = retention.turn("payment_events")
    tally = retention.store.tally
    assert errand.gone == BATCH + 5
    assert tally.transactions == 2
    assert tally.reads == BATCH + 5
    assert tally.writes == BATCH + 5 + 2  # one entry of the audit for each page
    acts = firebase.firestore_client().collection("audit").get()
    told = [a.to_dict() for a in acts if a.get("subject") == "retention/payment_events"]
    assert {"row": "payment_events", "gone": "5"} in [a["refs"] for a in told]
    assert {a["actor"] for a in told} == {"system"}


def test_what_is_held_does_not_stand_in_the_way(
    retention: RetentionFixture, tenants: Tenants
) -> None:
    """A page full of what stays is read past."""
    at = periods.cutoff(QUERIED["payment_events"].rule, NOW) - TICK
    held = [ENDED["payment_events"](tenants, at - DAY) for _ in range(BATCH)]
    tenants.seed(*held)
    last = ENDED["payment_events"](tenants, at)
    tenants.seed(last)
    retention.held = FixedHolds(paths=frozenset(each.path_for(*each.ids) for each in held))
    errand = retention.turn("payment_events")
    assert (errand.gone, errand.kept, there(last)) == (1, BATCH, False)
    assert all(map(there, held[:3]))


def test_a_hold_that_is_set_meanwhile_counts_from_the_next_page(
    retention: RetentionFixture, tenants: Tenants
) -> None:
    at = periods.cutoff(QUERIED["breaches"].rule, NOW) - DAY
    page = [ENDED["breaches"](tenants, at + n * TICK) for n in range(BATCH)]
    held, free = (ENDED["breaches"](tenants, at + n * TICK) for n in (BATCH, BATCH + 1))
    tenants.seed(*page)
    tenants.seed(held, free)
    holds = iter([FixedHolds(), FixedHolds(paths=frozenset({held.path_for(*held.ids)}))])
    errand = Errand(retention.ctx, retention.blobs, holds.__next__, QUERIED["breaches"])
    documents(errand)
    assert (errand.gone, errand.kept) == (BATCH + 1, 1)
    assert (there(held), there(free)) == (True, False)


# --- the bucket ----------------------------------------------------------------------------------


def attached(
    tenants: Tenants, retention: RetentionFixture, **changes: object
) -> tuple[Document, str]:
    """An attachment whose slot is over, with its object."""
    at = periods.cutoff(QUERIED["uploads"].rule, NOW) - TICK
    upload = records.upload_attached(tenants, ids.uid(), expires_at=at)
    kept = retention.blobs.write(f"attachments/{upload.id}/content", b"x", "image/jpeg")
    state = {"state": UploadState.READY, "content": kept, **changes}
    document = type(upload).model_validate({**dict(upload), **state}).placed(upload.id)
    tenants.seed(document)
    return document, kept.name


def test_what_was_attached_and_never_sent_takes_its_object_along(
    retention: RetentionFixture, tenants: Tenants
) -> None:
    unsent, lost = attached(tenants, retention)
    sent, kept = attached(tenants, retention, sent_with="orders/o/messages/m")
    retention.turn("uploads")
    assert (there(unsent), there(sent)) == (False, False)
    assert list(retention.blobs.names(lost)) == []
    assert list(retention.blobs.names(kept)) == [kept]


def test_an_invoice_takes_its_pdf_along(retention: RetentionFixture, tenants: Tenants) -> None:
    at = periods.cutoff(QUERIED["invoices"].rule, NOW)
    names = []
    for moment in (at - TICK, at):
        invoice = ENDED["invoices"](tenants, moment)
        pdf = retention.blobs.write(
            f"invoices/x/{invoice.id}-0f1e2d3c.pdf", b"%PDF", "application/pdf"
        )
        tenants.seed(made(invoice, pdf=pdf))
        names.append(pdf.name)
    retention.turn("invoices")
    assert [list(retention.blobs.names(name)) for name in names] == [[], names[1:]]


# --- organisations -------------------------------------------------------------------------------


def left_alone(model: type[Clinic | Lab], org: str, *owners: str) -> Document:
    """An organisation with these owners."""
    return (
        account_records.organisation(model, org, "x")
        .model_copy(update={"owners": list(owners)})
        .placed(org)
    )


def test_a_lab_without_members_goes_with_what_it_offered(
    retention: RetentionFixture, tenants: Tenants
) -> None:
    mine = (
        left_alone(Lab, tenants.lab),
        lab_records.profile(tenants),
        lab_records.service(tenants),
        money.payout_method(tenants),
    )
    other = Tenants()
    theirs = (
        left_alone(Lab, other.lab, ids.uid()),
        lab_records.profile(other),
        lab_records.service(other),
        money.payout_method(other),
    )
    tenants.seed(*mine, *theirs)
    retention.turn("labs")
    assert [there(each) for each in mine] == [False] * 4
    assert [there(each) for each in theirs] == [True] * 4


def test_a_clinic_without_members_goes_and_its_cases_are_closed(
    retention: RetentionFixture, tenants: Tenants
) -> None:
    other = Tenants()
    tenants.seed(
        left_alone(Clinic, tenants.clinic), records.case(tenants), records.patient(tenants)
    )
    tenants.seed(left_alone(Clinic, other.clinic), records.case(other))
    other.join(Role.CLINIC, other.clinic)  # no owner, and yet not alone
    retention.turn("clinics")
    client = firebase.firestore_client()
    assert not client.document(f"clinics/{tenants.clinic}").get().exists
    assert client.document(f"cases/{tenants.case}").get().get("closed_at") == NOW
    assert client.document(f"clinics/{other.clinic}").get().exists
    assert client.document(f"cases/{other.case}").get().get("closed_at") is None
    retention.clock.at = periods.due(QUERIED["cases"].rule, NOW)
    retention.turn("cases")
    retention.turn("patients")
    assert not client.document(f"cases/{tenants.case}").get().exists
    path = f"clinics/{tenants.clinic}/patients/{tenants.patient}"
    assert not client.document(path).get().exists


# --- cases and patients --------------------------------------------------------------------------


def test_an_order_under_way_keeps_its_case_for_a_year(
    retention: RetentionFixture, tenants: Tenants
) -> None:
    at = periods.cutoff(QUERIED["cases"].rule, NOW) - TICK
    case = made(records.case(tenants), closed_at=at, visit_id=None).placed(tenants.case)
    order = lab_records.order(tenants)
    tenants.seed(case, made(order, times={OrderState.PLACED: NOW - 300 * DAY}))
    retention.turn("cases")
    assert there(case)
    retention.clock.at += 70 * DAY
    retention.turn("cases")
    assert not there(case)


def test_a_patient_of_whom_something_was_done_since_is_put_off(
    retention: RetentionFixture, tenants: Tenants
) -> None:
    at = periods.cutoff(QUERIED["patients"].rule, NOW) - TICK
    patient = made(records.patient(tenants), updated_at=at, idle_since=at).placed(
        tenants.clinic, tenants.patient
    )
    consent = made(records.consent(tenants), attested_at=NOW - DAY)
    tenants.seed(patient, consent, records.reference(tenants))
    retention.turn("patients")
    assert there(patient)
    assert account_records.snapshot(patient.path_for(*patient.ids)).get("idle_since") == NOW - DAY
    reads = retention.store.tally.reads
    retention.turn("patients")
    assert retention.store.tally.reads - reads == 1, "and is not read again each day"
    retention.clock.at = periods.due(QUERIED["patients"].rule, NOW - DAY)
    retention.turn("patients")
    assert not there(patient)
    assert not there(consent)
    assert not there(records.reference(tenants))


def test_a_patient_who_has_a_case_is_never_taken(
    retention: RetentionFixture, tenants: Tenants
) -> None:
    at = periods.cutoff(QUERIED["patients"].rule, NOW) - TICK
    patient = made(records.patient(tenants), updated_at=at, idle_since=at).placed(
        tenants.clinic, tenants.patient
    )
    tenants.seed(patient, records.case(tenants))
    retention.turn("patients")
    assert account_records.snapshot(patient.path_for(*patient.ids)).get("idle_since") is None
