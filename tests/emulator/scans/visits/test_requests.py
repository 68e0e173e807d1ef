"""Asking for a visit: once and not twice, at times that somebody can keep, on whose account."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from scans.visits.models import VisitSlot
from tests.support.clinic_fixture import ClinicFixture, snapshot
from tests.support.concurrency import refusals_at_once
from tests.support.moments import DAY, HOUR, NOW, QUARTER, hour, moved, offered, refused
from tests.support.wallet_fixture import FEE, WalletFixture

TEN_MINUTES = timedelta(minutes=10)


def wanting(slot: VisitSlot = DAY, *scans: str, **named: str) -> dict[str, object]:
    return {**named, "slots": [offered(slot)], "scans": list(scans) or ["upper_arch", "bite"]}


# --- once, not twice -----------------------------------------------------------------------------


def test_the_same_visit_again_is_refused_and_the_first_is_named(practice: ClinicFixture) -> None:
    wallet, named = WalletFixture(practice), practice.consented()
    first = wallet.request(**wanting(**named))
    paths = (f"wallets/{wallet.id}", f"cases/{first.case_id}", f"visits/{first.visit_id}")
    patient = f"clinics/{practice.tenants.clinic}/patients/{named['patient_id']}"
    before = snapshot(practice, *paths, patient)
    practice.clock.at += TEN_MINUTES - timedelta(seconds=1)
    refused(
        lambda: wallet.request(**wanting(**named)),
        "visit-already-requested",
        visit_id=first.visit_id,
    )
    assert snapshot(practice, *paths, patient) == before
    second = wallet.request(**wanting(**named), again=True)
    assert second.visit_id != first.visit_id
    assert wallet.balance == (1_000_000 - 2 * FEE, 2 * FEE)


@pytest.mark.parametrize(
    ("slot", "scans"),
    [(moved(HOUR - QUARTER), ["upper_arch"]), (DAY, ["lower_arch", "bite"])],
    ids=["overlaps at the end", "one of the scans"],
)
def test_what_overlaps_is_the_same_visit(
    practice: ClinicFixture, slot: VisitSlot, scans: list[str]
) -> None:
    named = practice.consented()
    practice.request(**wanting(**named))
    refused(lambda: practice.request(**wanting(slot, *scans, **named)), "visit-already-requested")


@pytest.mark.parametrize(
    ("slot", "scans"),
    [(moved(HOUR), ["upper_arch"]), (moved(-HOUR), ["bite"]), (DAY, ["lower_arch"])],
    ids=["after", "before", "another scan"],
)
def test_what_does_not_overlap_is_another_visit(
    practice: ClinicFixture, slot: VisitSlot, scans: list[str]
) -> None:
    named = practice.consented()
    practice.request(**wanting(**named))
    assert practice.request(**wanting(slot, *scans, **named))


def test_ten_minutes_later_it_is_another_visit(practice: ClinicFixture) -> None:
    named = practice.consented()
    practice.request(**wanting(**named))
    practice.clock.at += TEN_MINUTES
    assert practice.request(**wanting(**named))


def test_another_patient_is_another_visit(practice: ClinicFixture) -> None:
    practice.request(**wanting(**practice.consented()))
    assert practice.request(**wanting(**practice.consented()))


def test_another_consent_of_the_patient_makes_no_other_visit(practice: ClinicFixture) -> None:
    named = practice.consented()
    practice.request(**wanting(**named))
    other = {**named, "consent_id": practice.consent(named["patient_id"])}
    refused(lambda: practice.request(**wanting(**other)), "visit-already-requested")


def test_a_visit_that_was_called_off_is_not_there(practice: ClinicFixture) -> None:
    named = practice.consented()
    first = practice.request(**wanting(**named))
    practice.cancel(first.visit_id)
    assert practice.request(**wanting(**named))


def test_a_visit_that_was_moved_is_where_it_was_moved_to(practice: ClinicFixture) -> None:
    named = practice.consented()
    first = practice.request(**wanting(**named))
    practice.reschedule_to(first.visit_id, hour(96))
    refused(
        lambda: practice.request(**wanting(hour(96), **named)),
        "visit-already-requested",
        visit_id=first.visit_id,
    )
    assert practice.request(**wanting(**named))


def test_one_more_for_the_case_is_told_from_a_second_tap(practice: ClinicFixture) -> None:
    """The first tap opened no case, but both are for the same one: the visit there is named."""
    named = practice.consented()
    case_id = practice.case(**named)
    first = practice.request(**wanting(**named), case_id=case_id)
    refused(
        lambda: practice.request(**wanting(**named), case_id=case_id),
        "visit-already-requested",
        visit_id=first.visit_id,
    )


@pytest.mark.parametrize("consents", [1, 2])
def test_of_two_taps_at_the_same_moment_one_visit_is_made(
    practice: ClinicFixture, consents: int
) -> None:
    wallet = WalletFixture(practice)
    patient_id = practice.patient()
    given = [practice.consent(patient_id) for _ in range(consents)]
    taps = [wanting(patient_id=patient_id, consent_id=c) for c in (given * 2)[:2]]
    said = refusals_at_once(*(lambda tap=tap: wallet.request(**tap) for tap in taps))  # type: ignore[misc]
    assert sorted(said) == ["", "visit-already-requested"]
    assert wallet.balance == (1_000_000 - FEE, FEE)
    assert len(wallet.transactions()) == 2, "paid in, and one fee held"


# --- times that somebody can keep ----------------------------------------------------------------

#: The same day of the next year, by the clock of the clinics.
A_YEAR = datetime(2027, 5, 4, 9, 30, tzinfo=UTC)
_LAST = datetime(9999, 12, 31, 20, tzinfo=timezone(-timedelta(hours=5)))


def at(starts: datetime) -> VisitSlot:
    return VisitSlot(starts_at=starts, ends_at=starts + HOUR)


@pytest.mark.parametrize("starts", [A_YEAR + timedelta(seconds=1), _LAST])
def test_a_slot_is_a_year_ahead_at_most(practice: ClinicFixture, starts: datetime) -> None:
    assert practice.clock.at == NOW
    named, far = practice.consented(), at(starts)
    visit_id = practice.asked(DAY)
    before = snapshot(practice, f"visits/{visit_id}", f"consents/{named['consent_id']}")
    refused(lambda: practice.request(**wanting(far, **named)), "slot-too-far-ahead")
    for who in ("member", "admin"):
        refused(
            lambda who=who: practice.reschedule_to(visit_id, far, who),  # type: ignore[misc]
            "slot-too-far-ahead",
        )
    assert snapshot(practice, f"visits/{visit_id}", f"consents/{named['consent_id']}") == before
    assert practice.request(**wanting(at(A_YEAR), **named))
    practice.reschedule_to(visit_id, at(A_YEAR))


def test_a_slot_from_before_that_is_too_far_is_not_assigned(practice: ClinicFixture) -> None:
    far = at(A_YEAR + timedelta(days=1))
    visit_id = practice.asked(DAY)
    practice.tenants.seed(practice.visit_of(visit_id).model_copy(update={"slots": [far, DAY]}))
    refused(lambda: practice.assign(visit_id, slot=far), "slot-too-far-ahead")
    practice.assign(visit_id, slot=DAY)


# --- on whose account ----------------------------------------------------------------------------


@pytest.mark.parametrize("cause", ["clinic", "operator", "platform"])
def test_admins_alone_say_on_whose_account(practice: ClinicFixture, cause: str) -> None:
    visit_id = practice.asked(DAY)
    before = snapshot(practice, f"visits/{visit_id}")
    for call in (
        lambda: practice.cancel(visit_id, cause=cause),
        lambda: practice.reschedule_to(visit_id, hour(96), cause=cause),
    ):
        refused(call, "role-not-allowed")
    assert snapshot(practice, f"visits/{visit_id}") == before
    practice.reschedule_to(visit_id, hour(96), "admin", cause=cause)
    practice.cancel(visit_id, "admin", cause=cause)
    assert [str(c.cause) for c in practice.visit_of(visit_id).changes] == ["clinic", cause, cause]
