"""Catalogues: who says what a lab offers, what clinics read of it, its limit, and what it costs."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from accounts.models import Lab
from core.access import Role
from core.firebase import firestore_client
from labs.catalogue import services as catalogue_services
from labs.catalogue.models import LabProfile, Service
from labs.catalogue.requests import SaveProfile, SaveService
from labs.catalogue.services import MOST_SERVICES
from tests.support import ids, wire
from tests.support.account_records import organisation
from tests.support.clinic_fixture import ClinicFixture, snapshot
from tests.support.moments import HOUR, NOW, key, refused
from tests.support.wallet_fixture import BILLING
from tools.client import CallError
from wallet.accounts import terms
from wallet.accounts.requests import SetBilling

CROWN: dict[str, Any] = {
    "name": "Full-contour zirconia crown",
    "work": "crown",
    "materials": ["zirconia"],
    "shade_guide": "vita_classical",
    "per": "tooth",
    "price": 250_000,
    "turnaround": 5,
}


@pytest.fixture
def practice() -> ClinicFixture:
    """A practice with an owner of its lab, an owner of the other, and a member who owns nothing."""
    made = ClinicFixture()
    for name, lab in (("lab owner", made.tenants.lab), ("other owner", made.tenants.other_lab)):
        owner = made.join(name, Role.LAB, lab, owner=True)
        made.tenants.seed(organisation(Lab, lab, owner))
        terms.set_billing(made.ctx(name), SetBilling(billing=BILLING))
    return made


def open_lab(practice: ClinicFixture, who: str = "lab owner", **changes: Any) -> None:
    """Save a profile."""
    request = SaveProfile.model_validate({"accepting": True, **changes})
    catalogue_services.save_profile(practice.ctx(who), request)


def offer(practice: ClinicFixture, who: str = "lab owner", **changes: Any) -> str:
    """Save a service; its id."""
    request = SaveService.model_validate({**CROWN, "idempotency_key": key(), **changes})
    return catalogue_services.save_service(practice.ctx(who), request).service_id


def profile(practice: ClinicFixture) -> LabProfile:
    """What clinics see of the lab."""
    found = practice.ctx().store.get(LabProfile, practice.tenants.lab)
    assert found is not None
    return found


def service(practice: ClinicFixture, service_id: str) -> Service:
    """A service of the lab."""
    found = practice.ctx().store.get(Service, practice.tenants.lab, service_id)
    assert found is not None
    return found


def offered(practice: ClinicFixture, lab: str = "") -> set[str]:
    """The ids of all services of a lab."""
    path = f"labs/{lab or practice.tenants.lab}/catalogue"
    return {found.id for found in firestore_client().collection(path).get()}


def watched(practice: ClinicFixture) -> dict[str, Any]:
    """All that a refused call must leave as it is."""
    path = f"lab_profiles/{practice.tenants.lab}"
    services = [f"labs/{practice.tenants.lab}/catalogue/{each}" for each in offered(practice)]
    return snapshot(practice, path, *services)


# --- profiles ------------------------------------------------------------------------------------


def test_a_profile_holds_what_the_owner_says_and_what_the_lab_is(practice: ClinicFixture) -> None:
    hours = {"closed_weekdays": [5, 6], "closed_days": ["2026-10-02"]}
    open_lab(practice, about="Zirconia, milled in-house.", calendar=hours)
    assert (practice.tally.reads, practice.tally.writes) == (3, 2)
    saved = profile(practice)
    assert saved.model_dump() == {
        "name": "Smile Dental",
        "city": "Pune",
        "about": "Zirconia, milled in-house.",
        "accepting": True,
        "calendar": hours,
        "services": 0,
        "updated_at": NOW,
    }
    acts = [(act["action"], act["subject"]) for act in practice.acts()]
    assert [act for act in acts if act[0].startswith("labs.")] == [
        ("labs.save_profile", f"lab_profiles/{practice.tenants.lab}")
    ]


def test_a_profile_saved_again_is_replaced_and_keeps_its_count(practice: ClinicFixture) -> None:
    """Name and city follow the lab's own document; what is left out is gone."""
    open_lab(practice, about="Zirconia, milled in-house.")
    offer(practice)
    lab = organisation(Lab, practice.tenants.lab, practice.uid("lab owner"))
    practice.tenants.seed(lab.model_copy(update={"name": "Pearl Lab", "city": "Nashik"}))
    practice.clock.at += HOUR
    open_lab(practice, accepting=False)
    assert (practice.tally.reads, practice.tally.writes) == (2, 2)
    saved = profile(practice)
    assert (saved.name, saved.city, saved.about) == ("Pearl Lab", "Nashik", None)
    assert (saved.accepting, saved.services, saved.updated_at) == (False, 1, NOW + HOUR)


def test_only_an_owner_says_what_a_lab_offers(practice: ClinicFixture) -> None:
    open_lab(practice)
    changed = offer(practice)
    before = watched(practice)
    refused(lambda: open_lab(practice, "lab", accepting=False), "not-owner")
    refused(lambda: offer(practice, "lab"), "not-owner")
    refused(lambda: offer(practice, "lab", service_id=changed, price=100), "not-owner")
    assert watched(practice) == before
    open_lab(practice, accepting=False)
    assert offer(practice) != changed
    assert offer(practice, service_id=changed, price=100) == changed


def test_an_owner_of_a_clinic_has_no_catalogue(practice: ClinicFixture) -> None:
    before = watched(practice)
    refused(lambda: open_lab(practice, "owner"), "role-not-allowed")
    refused(lambda: offer(practice, "owner"), "role-not-allowed")
    assert watched(practice) == before
    open_lab(practice)
    assert offer(practice)


# --- services ------------------------------------------------------------------------------------


def test_a_service_is_added_changed_withdrawn_and_offered_again(practice: ClinicFixture) -> None:
    open_lab(practice)
    service_id = offer(practice)
    assert (practice.tally.reads, practice.tally.writes) == (2, 4)
    first = service(practice, service_id)
    assert first.model_dump() == {**CROWN, "active": True, "updated_at": NOW}

    practice.clock.at += HOUR
    changes = {"name": "Zirconia crown, layered", "price": 320_000, "shade_guide": None}
    assert offer(practice, service_id=service_id, **changes) == service_id
    assert (practice.tally.reads, practice.tally.writes) == (2, 3)
    second = service(practice, service_id)
    assert second.model_dump() == {
        **CROWN,
        **changes,
        "active": True,
        "updated_at": NOW + HOUR,
    }

    offer(practice, service_id=service_id, active=False)
    assert not service(practice, service_id).active
    offer(practice, service_id=service_id)
    assert service(practice, service_id).active
    assert offered(practice) == {service_id}
    assert profile(practice).services == 1


def test_what_a_price_was_is_on_record(practice: ClinicFixture) -> None:
    open_lab(practice)
    service_id = offer(practice)
    practice.clock.at += HOUR
    offer(practice, service_id=service_id, price=320_000, active=False)
    acts = [act for act in practice.acts() if act["action"] == "labs.save_service"]
    assert [(act["subject"], act["refs"]) for act in sorted(acts, key=lambda a: a["at"])] == [
        (f"labs/{practice.tenants.lab}/catalogue/{service_id}", refs)
        for refs in (
            {"price": "250000", "active": "true"},
            {"price": "320000", "active": "false"},
        )
    ]


def test_a_lab_shows_itself_before_what_it_makes(practice: ClinicFixture) -> None:
    before = watched(practice)
    refused(lambda: offer(practice), "profile-missing")
    assert watched(practice) == before
    assert offered(practice) == set()
    open_lab(practice)
    service_id = offer(practice)
    assert offered(practice) == {service_id}


def test_another_labs_service_is_not_found(practice: ClinicFixture) -> None:
    """Nor is one that never was; a lab adds and changes in its own catalogue alone."""
    open_lab(practice)
    open_lab(practice, "other owner")
    service_id = offer(practice)
    before = watched(practice)

    def change(named: str) -> str:
        return offer(practice, "other owner", service_id=named, price=100)

    refused(lambda: change(service_id), "service-not-found")
    refused(lambda: change(ids.document_id()), "service-not-found")
    assert watched(practice) == before
    theirs = offer(practice, "other owner")
    assert offered(practice) == {service_id}
    assert offered(practice, practice.tenants.other_lab) == {theirs}
    assert offer(practice, service_id=service_id, price=100) == service_id


def test_a_full_catalogue_takes_changes_only(practice: ClinicFixture) -> None:
    open_lab(practice)
    open_lab(practice, "other owner")
    nearly = profile(practice).model_copy(update={"services": MOST_SERVICES - 1})
    practice.tenants.seed(nearly.placed(practice.tenants.lab))
    last = offer(practice)
    before = watched(practice)
    refused(lambda: offer(practice), "catalogue-full", limit=MOST_SERVICES)
    assert watched(practice) == before
    assert offered(practice) == {last}
    offer(practice, service_id=last, price=100)
    assert service(practice, last).price == 100
    assert offer(practice, "other owner"), "another lab's catalogue is its own"


def test_services_added_at_once_are_all_counted(practice: ClinicFixture) -> None:
    open_lab(practice)
    contexts = [practice.ctx("lab owner") for _ in range(5)]
    requests = [SaveService.model_validate({**CROWN, "idempotency_key": key()}) for _ in contexts]
    with ThreadPoolExecutor(5) as pool:
        saved = list(pool.map(catalogue_services.save_service, contexts, requests))
    assert offered(practice) == {each.service_id for each in saved}
    assert len(offered(practice)) == profile(practice).services == 5


def test_a_service_sent_twice_is_added_once(practice: ClinicFixture) -> None:
    open_lab(practice)
    again = key()
    first = offer(practice, idempotency_key=again)
    before = watched(practice)
    assert offer(practice, idempotency_key=again) == first
    refused(lambda: offer(practice, idempotency_key=again, price=100), "idempotency-key-reused")
    assert watched(practice) == before
    assert offer(practice) != first
    assert profile(practice).services == len(offered(practice)) == 2


# --- over the wire -------------------------------------------------------------------------------


@pytest.mark.deployed
def test_a_clinic_reads_what_an_owner_saved(practice: ClinicFixture) -> None:
    owner, stranger = practice.person("lab owner"), practice.person("stranger")
    lab = practice.tenants.lab
    answer = owner.call("labs/save_profile", accepting=True, about="  Zirconia.  ")
    assert answer == {"lab_id": lab, "accepting": True}
    service_id = owner.call("labs/save_service", **CROWN, idempotency_key=key())["service_id"]
    shown = stranger.read(f"lab_profiles/{lab}")
    assert shown is not None
    assert (shown["about"], shown["accepting"], shown["services"]) == ("Zirconia.", True, 1)
    assert shown["calendar"] == {"closed_weekdays": [6], "closed_days": []}
    assert wire.query(stranger, "catalogue", parent=f"labs/{lab}") == [service_id]
    read = stranger.read(f"labs/{lab}/catalogue/{service_id}")
    assert read is not None
    assert {name: read[name] for name in CROWN} == CROWN


@pytest.mark.deployed
@pytest.mark.parametrize(
    ("name", "changes", "field", "problem"),
    [
        ("labs/save_service", {"materials": ["zirconia"] * 2}, "", "A material is named twice"),
        ("labs/save_service", {"work": "night_guard"}, "", "Work of this type has no shade"),
        ("labs/save_service", {"price": 99}, "price", "greater than or equal to 100"),
        ("labs/save_service", {"lab_id": "A" * 20}, "lab_id", "not permitted"),
        (
            "labs/save_profile",
            {"calendar": {"closed_weekdays": [6, 6]}},
            "calendar",
            "A weekday is named twice",
        ),
        (
            "labs/save_profile",
            {"calendar": {"closed_days": ["2027-02-29"]}},
            "calendar.closed_days.0",
            "There is no such day",
        ),
        (
            "labs/save_profile",
            {"calendar": {"closed_weekdays": list(range(7))}},
            "calendar.closed_weekdays",
            "at most 6",
        ),
        ("labs/save_profile", {"name": "Best Lab of Pune"}, "name", "not permitted"),
    ],
)
def test_a_form_that_does_not_hold_together_says_where(
    practice: ClinicFixture, name: str, changes: dict[str, Any], field: str, problem: str
) -> None:
    open_lab(practice)
    owner = practice.person("lab owner")
    good = {"labs/save_service": {**CROWN, "idempotency_key": key()}}.get(name, {"accepting": True})
    before = watched(practice)
    with pytest.raises(CallError) as caught:
        owner.call(name, {**good, **changes})
    assert caught.value.reason == "invalid-request"
    (told,) = caught.value.details["problems"]
    assert told["field"] == field
    assert problem in told["problem"]
    assert watched(practice) == before
    owner.call(name, good)
