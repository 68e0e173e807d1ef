"""Links for labs: who gets one when, pinned and named how, and what is on record of it."""

from __future__ import annotations

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
def workshop(practice: ClinicFixture) -> LabFixture:
    """A lab that takes orders, and a clinic with a scanned case."""
    return LabFixture(practice)


def test_a_member_of_the_lab_gets_links_that_are_on_record(workshop: LabFixture) -> None:
    order_id = workshop.place()
    (link,) = workshop.links(order_id).links
    file = workshop.file_of(workshop.file_id)
    query = parse_qs(urlsplit(link.url).query)
    assert query["generation"] == [str(file.content.generation)]
    assert int(query["X-Goog-Expires"][0]) == 60 * settings.LINK_MINUTES.value
    assert query["X-Goog-SignedHeaders"] == ["host"]
    name = unquote(query["response-content-disposition"][0])
    assert f"{order_id}-upper-1.stl" in name
    assert "P-" not in link.url
    assert link.thumbnail_url is not None
    (share,) = workshop.shares(order_id)
    assert (share.uid, share.file_id) == (workshop.practice.uid("technician"), workshop.file_id)
    assert (share.patient_id, share.clinic_id) == (
        workshop.case().patient_id, workshop.practice.tenants.clinic,
    )  # fmt: skip
    acts = [act["action"] for act in workshop.practice.acts()]
    assert acts.count("labs.link_file") == 1
    workshop.links(order_id)
    assert workshop.practice.tally.reads == 4
    assert workshop.practice.tally.writes == 3


@pytest.mark.parametrize("who", ["stranger", "other lab", "member", "admin"])
def test_nobody_else_does(workshop: LabFixture, who: str) -> None:
    order_id = workshop.place()
    refused(lambda: workshop.links(order_id, who=who), "order-not-found")
    assert workshop.shares(order_id) == []
    workshop.links(order_id)


def test_only_files_of_the_order(workshop: LabFixture) -> None:
    order_id = workshop.place()
    other = workshop.file(workshop.case_id)
    for wrong in (other, ids.document_id()):
        refused(
            lambda wrong=wrong: workshop.links(order_id, workshop.file_id, wrong),  # type: ignore[misc]
            "file-not-in-order",
        )
    assert workshop.shares(order_id) == []


def test_no_link_after_the_end(workshop: LabFixture) -> None:
    order_id = workshop.place()
    workshop.links(order_id)
    workshop.move(order_id, "cancel", who="member", reason="not_needed")
    refused(lambda: workshop.links(order_id), "wrong-order-state")
    assert len(workshop.shares(order_id)) == 1


def test_no_link_once_the_consent_is_withdrawn(workshop: LabFixture) -> None:
    order_id = workshop.place()
    workshop.links(order_id)
    workshop.withdraw_unheard()
    refused(lambda: workshop.links(order_id), "not-shared", why="consent-withdrawn")
    assert len(workshop.shares(order_id)) == 1


def test_a_day_has_so_many_links(workshop: LabFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCANNER_LAB_LINKS_A_DAY", "2")
    order_id = workshop.place()
    for _ in range(2):
        workshop.links(order_id)
    refused(lambda: workshop.links(order_id), "links-used-up", limit=2)
    assert len(workshop.shares(order_id)) == 2
    workshop.links(order_id, who="lab")
    workshop.practice.clock.at += timedelta(hours=9)  # past midnight in India
    workshop.links(order_id)
    assert len(workshop.shares(order_id)) == 4


@pytest.mark.deployed
def test_a_lab_that_is_shut_out_fetches_nothing_more(workshop: LabFixture) -> None:
    """A suspended member is refused by the wrapper of every callable, on the next call."""
    order_id = workshop.place()
    person = workshop.practice.person("technician")
    wish = {"order_id": order_id, "file_ids": [workshop.file_id]}
    assert person.call("labs/get_file_links", **wish)["links"]
    workshop.practice.suspend("technician")
    with pytest.raises(CallError) as caught:
        person.call("labs/get_file_links", **wish)
    assert caught.value.reason == "account-not-active"
