"""Links for labs: who gets one when, pinned and named how, and what is on record of it."""

from __future__ import annotations

import re
from datetime import timedelta
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from core import settings
from tests.support import ids
from tests.support.clinic_fixture import ClinicFixture
from tests.support.lab_fixture import LabFixture
from tests.support.moments import refused
from tools.client import CallError


@pytest.fixture
def lab(practice: ClinicFixture) -> LabFixture:
    """A lab that takes orders, and a clinic with a scanned case."""
    return LabFixture(practice)


def test_a_member_of_the_lab_gets_links_that_are_on_record(lab: LabFixture) -> None:
    order_id = lab.place()
    (link,) = lab.links(order_id).links
    file = lab.file_of(lab.file_id)
    query = parse_qs(urlsplit(link.url).query)
    assert query["generation"] == [str(file.content.generation)]
    assert int(query["X-Goog-Expires"][0]) == 60 * settings.LINK_MINUTES.value
    assert query["X-Goog-SignedHeaders"] == ["host"]
    name = unquote(query["response-content-disposition"][0])
    assert f"{order_id}-upper-1.stl" in name
    assert not re.search(r"P-\w{12}", link.url), "no reference of a patient"
    assert link.thumbnail_url is not None
    (share,) = lab.shares(order_id)
    assert (share.uid, share.file_id) == (lab.practice.uid("technician"), lab.file_id)
    assert (share.patient_id, share.clinic_id) == (
        lab.case().patient_id, lab.practice.tenants.clinic,
    )  # fmt: skip
    acts = [act["action"] for act in lab.practice.acts()]
    assert acts.count("labs.link_file") == 1
    lab.links(order_id)
    assert lab.practice.tally.reads == 4
    assert lab.practice.tally.writes == 3


def test_the_picture_of_the_occlusion_goes_along_on_record(lab: LabFixture) -> None:
    upper, lower = lab.paired()
    order_id = lab.place(file_ids=[upper, lower])
    assert lab.links(order_id, upper).occlusions == []
    given = lab.links(order_id, upper, lower)
    (picture,) = given.occlusions
    assert (picture.pair_id, picture.file_ids) == (f"{upper}_{lower}", [upper, lower])
    name = unquote(parse_qs(urlsplit(picture.url).query)["response-content-disposition"][0])
    assert f"{upper}_{lower}-occlusion.png" in name
    shared = sorted(share.file_id for share in lab.shares(order_id))
    assert shared == sorted([upper, upper, lower, picture.pair_id])
    acts = [act["action"] for act in lab.practice.acts()]
    assert acts.count("labs.link_file") == 4


def test_of_a_scan_that_was_sent_before_it_was_drawn_the_pictures_follow(lab: LabFixture) -> None:
    """The order was placed in the second in which the scan was ready; its twin, after it."""
    undrawn = lab.file(lab.case_id, pictures=None)
    order_id, twin = lab.place(file_ids=[undrawn]), lab.place()
    (sent,) = lab.order(order_id).files
    assert (sent.pictures, sent.features) == ({}, None)
    (link,) = lab.links(order_id, undrawn).links
    assert link.url
    assert {link.thumbnail_url, link.preview_url, link.sheet_url, link.marked_url} == {None}
    assert lab.practice.tally.reads == 4 + 1
    (drawn_before,) = lab.links(twin).links
    assert drawn_before.thumbnail_url is not None
    assert lab.practice.tally.reads == 4

    drawn = lab.file_of(undrawn)
    pictures = lab.file_of(lab.file_id).pictures
    drawn_now = drawn.model_copy(update={"pictures": pictures}).placed(*drawn.ids)
    lab.practice.tenants.seed(drawn_now)
    (link,) = lab.links(order_id, undrawn).links
    assert link.thumbnail_url is not None
    assert pictures is not None
    assert pictures.thumbnail.name in link.thumbnail_url


@pytest.mark.parametrize("who", ["stranger", "other lab", "member", "admin"])
def test_nobody_else_does(lab: LabFixture, who: str) -> None:
    order_id = lab.place()
    refused(lambda: lab.links(order_id, who=who), "order-not-found")
    assert lab.shares(order_id) == []
    lab.links(order_id)


def test_only_files_of_the_order(lab: LabFixture) -> None:
    order_id = lab.place()
    other = lab.file(lab.case_id)
    for wrong in (other, ids.document_id()):
        refused(
            lambda wrong=wrong: lab.links(order_id, lab.file_id, wrong),  # type: ignore[misc]
            "file-not-in-order",
        )
    assert lab.shares(order_id) == []


def test_no_link_after_the_end(lab: LabFixture) -> None:
    order_id = lab.place()
    lab.links(order_id)
    lab.move(order_id, "cancel", who="member", reason="not_needed")
    refused(lambda: lab.links(order_id), "wrong-order-state")
    assert len(lab.shares(order_id)) == 1


def test_no_link_once_the_consent_is_withdrawn(lab: LabFixture) -> None:
    order_id = lab.place()
    lab.links(order_id)
    lab.withdraw_unheard()
    refused(lambda: lab.links(order_id), "not-shared", why="consent-withdrawn")
    assert len(lab.shares(order_id)) == 1


def test_a_day_has_so_many_links(lab: LabFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCANNER_LAB_LINKS_A_DAY", "2")
    order_id = lab.place()
    for _ in range(2):
        lab.links(order_id)
    refused(lambda: lab.links(order_id), "links-used-up", limit=2)
    assert len(lab.shares(order_id)) == 2
    lab.links(order_id, who="lab")
    lab.practice.clock.at += timedelta(hours=9)  # past midnight in India
    lab.links(order_id)
    assert len(lab.shares(order_id)) == 4


@pytest.mark.deployed
def test_a_lab_that_is_shut_out_fetches_nothing_more(lab: LabFixture) -> None:
    """A suspended member is refused by the wrapper of every callable, on the next call."""
    order_id = lab.place()
    person = lab.practice.person("technician")
    request = {"order_id": order_id, "file_ids": [lab.file_id]}
    assert person.call("labs/get_file_links", **request)["links"]
    lab.practice.suspend("technician")
    with pytest.raises(CallError) as caught:
        person.call("labs/get_file_links", **request)
    assert caught.value.reason == "account-not-active"
