"""What a laboratory would send back, told while an order is written, and kept with it."""

from __future__ import annotations

from typing import Any

import pytest

from core.errors import ScannerError
from core.firebase import firestore_client
from labs.orders import placement
from labs.orders.requests import CheckOrder, OrderChecked
from scans.checks.models import Fingerprints
from scans.uploads.models import Jaw
from tests.support.checked import features, hole
from tests.support.clinic_fixture import ClinicFixture, snapshot
from tests.support.lab_fixture import PRICE, LabFixture, problems
from tests.support.moments import refused


@pytest.fixture
def lab(practice: ClinicFixture) -> LabFixture:
    """A lab that takes orders, and a clinic with a scanned case."""
    return LabFixture(practice)


def told(call: Any) -> dict[str, list[dict[str, Any]]]:
    """The findings of a refusal, by code."""
    with pytest.raises(ScannerError) as caught:
        call()
    found: dict[str, list[dict[str, Any]]] = {}
    for problem in caught.value.details["problems"]:
        for each in problem.get("findings", []):
            found.setdefault(each["code"], []).append(each)
    return found


def half(lab: LabFixture, **fields: Any) -> OrderChecked:
    """Check an order of which no more is filled in."""
    said = {"case_id": lab.case_id, "lab_id": lab.practice.tenants.lab, **fields}
    return placement.check(lab.practice.ctx("member"), CheckOrder.model_validate(said))


def event_of(order_id: str) -> dict[str, Any]:
    """The only event of an order."""
    (event,) = firestore_client().collection(f"orders/{order_id}/events").get()
    return event.to_dict() or {}


def test_a_sound_case_goes_without_a_sign_off(lab: LabFixture) -> None:
    sent = list(lab.paired())
    order = lab.order(lab.place(file_ids=sent, proceed_with_warnings=False))
    assert (order.checked, order.findings) == (True, [])
    (pair,) = order.pairs
    assert (pair.pair_id, pair.file_ids, pair.contacts) == ("_".join(sent), sent, 9)
    assert event_of(order.id)["findings"] == []


def test_what_is_found_is_signed_off_or_the_order_stays(lab: LabFixture) -> None:
    upper, lower = lab.paired(relation="apart", gap_mm=30.04)
    unsigned = {"file_ids": [upper, lower], "proceed_with_warnings": False}
    watched = [f"wallets/{lab.wallet.id}", f"cases/{lab.case_id}"]
    before = [snapshot(lab.practice, path) for path in watched]
    ((apart,),) = told(lambda: lab.place(**unsigned)).values()
    assert (apart["code"], apart["figures"]) == ("case-jaws-apart", {"gap_mm": 30.04})
    assert apart["picture"] == {"of": f"{upper}_{lower}", "name": "occlusion"}
    assert [snapshot(lab.practice, path) for path in watched] == before
    order = lab.order(lab.place(**{**unsigned, "proceed_with_warnings": True}))
    (kept,) = order.findings
    assert (kept.code, kept.signed_off) == ("case-jaws-apart", True)
    assert kept.sentence.en == apart["sentence"]["en"]
    (line,) = event_of(order.id)["findings"]
    assert (line["code"], line["signed_off"]) == ("case-jaws-apart", True)


def test_a_note_asks_for_nothing_and_is_kept(lab: LabFixture) -> None:
    upper, lower = lab.paired()
    holed = lab.file_of(upper).model_copy(update={"features": features(hole(20.0))})
    lab.practice.tenants.seed(holed)
    order = lab.order(lab.place(file_ids=[upper, lower], proceed_with_warnings=False))
    assert [(each.code, each.signed_off) for each in order.findings] == [("case-holes", False)]


def test_jaws_that_nobody_compared_yet_are_said_to_be_so(lab: LabFixture) -> None:
    """An order may be written in the minute in which its scans became ready."""
    made = features()
    ids = [lab.file(lab.case_id, jaw=jaw, features=made) for jaw in (Jaw.UPPER, Jaw.LOWER)]
    found = lab.check(file_ids=ids, proceed_with_warnings=False)
    assert (found.ready, [each.code for each in found.findings]) == (
        True,
        ["case-jaws-not-compared"],
    )


def test_a_scan_that_is_not_drawn_yet_is_said_to_be_so(lab: LabFixture) -> None:
    """An order may be written in the second in which its scan is ready; it goes out all the same.

    Its twin of the other jaw was drawn, and is the same as another patient's: of that one is told.
    """
    mark = Fingerprints(surface=f"{lab.practice.tenants.clinic}-twin", cell="a", shape=[1, 2])
    elsewhere, _ = lab.scanned()
    lab.file(elsewhere, fingerprints=mark)
    lower = lab.file(lab.case_id, jaw=Jaw.LOWER, features=features(), fingerprints=mark)
    undrawn = lab.file(lab.case_id, pictures=None)
    found = lab.check(file_ids=[undrawn, lower])
    assert {(each.code, *each.file_ids) for each in found.findings} == {
        ("case-being-checked", undrawn),
        ("case-jaws-not-compared", undrawn, lower),
        ("case-scan-of-another-patient", lower),
    }
    alone = lab.check(file_ids=[undrawn])
    assert [each.code for each in alone.findings if each.severity == "note"] == [
        "case-being-checked"
    ]
    order = lab.order(lab.place(file_ids=[undrawn]))
    assert "case-being-checked" in [each.code for each in order.findings]


def test_scans_that_were_superseded_cost_a_read_each(lab: LabFixture) -> None:
    """Of each name one counts; an app that asks for all versions pays for no comparison of them."""
    upper, lower = lab.paired()
    current = lab.check(file_ids=[upper, lower])
    before = lab.practice.tally.reads
    mark = Fingerprints(surface=f"{lab.practice.tenants.clinic}-old", cell="a", shape=[1, 2])
    like = {"features": features(), "fingerprints": mark, "superseded_by": upper}
    old = [
        lab.file(lab.case_id, jaw=jaw, **like) for jaw in (Jaw.UPPER, Jaw.LOWER) for _ in range(9)
    ]
    with_old = lab.check(file_ids=[upper, lower, *old])
    assert lab.practice.tally.reads == before + len(old)
    assert {each.reason for each in with_old.problems} == {"file-superseded"}
    assert with_old.findings == current.findings


WRONG: dict[str, dict[str, Any]] = {
    "nothing": {},
    "a tooth": {"item": {"teeth": [19]}},
    "a service": {"item": {"service_id": "A" * 20}},
    "a day": {"wanted_on": "2026-05-05"},
    "a file": {"file_ids": ["A" * 20]},
    "two lines": {"item": {"teeth": [26, 26], "shade": None}},
}


@pytest.mark.parametrize("changes", WRONG.values(), ids=WRONG)
def test_an_order_is_checked_as_it_would_be_placed(
    lab: LabFixture, changes: dict[str, Any]
) -> None:
    unsigned = {**changes, "proceed_with_warnings": False}
    checked = lab.check(**unsigned)
    spent = lab.practice.tally.reads, lab.practice.tally.writes
    found = {each.at: each.reason for each in checked.problems}
    assert problems(lambda: lab.place(**unsigned)) == found
    assert checked.ready is False
    # Of a service that there is none of, and of no tooth, nothing is known to be missing.
    unknown = {"service-unknown", "tooth-unknown"} & set(found.values())
    assert ("case-has-findings" in found.values()) is not bool(unknown)
    # A retry record is all that placing reads more.
    assert spent == (lab.practice.tally.reads - 1, 0)


def test_an_order_that_is_half_written_is_checked_as_far_as_it_goes(lab: LabFixture) -> None:
    upper, lower = lab.paired(relation="exchanged")
    empty = half(lab)
    assert (empty.ready, empty.problems, empty.findings, empty.price) == (False, [], [], 0)
    scans = half(lab, file_ids=[upper, lower])
    assert [each.code for each in scans.findings] == ["case-jaws-exchanged"]
    assert [each.reason for each in scans.problems] == ["case-has-findings"]
    lines = half(lab, items=[lab.request().model_dump()["items"][0]])
    assert [each.code for each in lines.findings] == [
        "case-arch-missing", "case-antagonist-missing",
    ]  # fmt: skip
    assert lines.price == PRICE
    sound = lab.check(file_ids=list(lab.paired()), proceed_with_warnings=False)
    assert (sound.ready, sound.problems, sound.findings, sound.price) == (True, [], [], PRICE)


def test_of_another_patients_scan_the_clinic_is_told_whose(lab: LabFixture) -> None:
    mark = Fingerprints(surface=f"{lab.practice.tenants.clinic}-same", cell="a", shape=[1, 2])
    elsewhere, _ = lab.scanned()
    copy = lab.file(elsewhere, fingerprints=mark)
    upper, lower = lab.paired()
    scan = lab.file_of(upper).model_copy(update={"fingerprints": mark})
    lab.practice.tenants.seed(scan)
    reference = lab.practice.case_of(elsewhere).patient.reference
    own = lab.case().patient.reference
    unsigned = {"file_ids": [upper, lower], "proceed_with_warnings": False}
    (found,) = lab.check(**unsigned).findings
    assert (found.code, reference == own) == ("case-scan-of-another-patient", False)
    (other,) = found.filed_elsewhere
    assert (other.case_id, other.reference, other.file_id) == (elsewhere, reference, copy)
    ((refusal,),) = told(lambda: lab.place(**unsigned)).values()
    assert refusal["filed_elsewhere"] == [other.model_dump()]
    order_id = lab.place(**{**unsigned, "proceed_with_warnings": True})
    order = lab.order(order_id)
    assert [each.code for each in order.findings] == ["case-identity-confirmed"]
    kept = f"{order.model_dump_json()} {event_of(order_id)}"
    assert not [each for each in (elsewhere, reference, copy, mark.surface) if each in kept]


def test_new_scans_are_checked_for_what_was_ordered(lab: LabFixture) -> None:
    order_id = lab.place()
    lab.move(order_id, "accept")
    lab.move(order_id, "request_rescan", reason="bite_wrong")
    new = {"who": "member", "file_ids": [lab.paired(relation="unrelated")[0]]}
    unsigned = {**new, "proceed_with_warnings": False}
    assert set(told(lambda: lab.move(order_id, "send_rescan", **unsigned))) == {
        "case-antagonist-missing"
    }
    assert lab.order(order_id).state == "rescan_requested"
    both = {**unsigned, "file_ids": list(lab.paired())}
    lab.move(order_id, "send_rescan", **both)
    order = lab.order(order_id)
    assert (order.state, order.findings, len(order.pairs)) == ("accepted", [], 1)


def test_another_clinics_case_is_not_checked(lab: LabFixture) -> None:
    refused(lambda: lab.check("stranger"), "case-not-found")
    assert lab.check().price == PRICE
