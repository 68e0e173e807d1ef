"""Cases: opened, listed, closed, reopened, and the links to their files."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from core.blobs import project_blobs
from scans.cases import lifecycle
from scans.cases import links as case_links
from scans.cases.models import CaseStatus
from scans.cases.requests import GetCaseFileLinks, ListCases
from scans.uploads.models import Jaw
from tests.support import records
from tests.support.clinic_fixture import ClinicFixture, snapshot
from tests.support.moments import HOUR, NOW, refused


@pytest.fixture(scope="module")
def practice() -> ClinicFixture:
    """A practice whose cases are each a test's own."""
    return ClinicFixture()


def filed(practice: ClinicFixture, case_id: str, jaw: str = "upper") -> str:
    """Seed a file that counts for its jaw; its id."""
    file = records.file(practice.tenants)
    practice.tenants.seed(file.placed(case_id, file.id))
    case = practice.case_of(case_id)
    current = {**case.current, Jaw(jaw): file.id}
    practice.tenants.seed(case.model_copy(update={"current": current}))
    return file.id


def links(practice: ClinicFixture, case_id: str, *file_ids: str, who: str = "member") -> list[Any]:
    """Ask for links."""
    request = GetCaseFileLinks(case_id=case_id, file_ids=list(file_ids))
    return case_links.file_links(practice.ctx(who), project_blobs(), request).links


def test_a_scan_that_is_not_drawn_yet_has_a_link_to_itself_alone(practice: ClinicFixture) -> None:
    """Its twin has pictures."""
    case_id = practice.case()
    drawn, undrawn = filed(practice, case_id), filed(practice, case_id, "lower")
    file = practice.file_of(case_id, undrawn)
    practice.tenants.seed(file.model_copy(update={"pictures": None}).placed(*file.ids))
    found = {link.file_id: link for link in links(practice, case_id, drawn, undrawn)}
    assert found[drawn].thumbnail_url
    assert found[undrawn].url
    assert found[undrawn].thumbnail_url is None
    assert found[undrawn].marked_url is None


def test_a_case_begins_with_what_the_clinic_said(practice: ClinicFixture) -> None:
    named = practice.consented()
    case_id = practice.case(notes="Bridge 14 to 16", **named)
    case = practice.case_of(case_id)
    assert (case.status, case.notes, case.patient_id, case.consent_id) == (
        "open", "Bridge 14 to 16", named["patient_id"], named["consent_id"],
    )  # fmt: skip
    assert [e["kind"] for e in practice.events(case_id)] == ["case_open"]


def test_one_more_visit_keeps_the_notes_unless_it_brings_its_own(practice: ClinicFixture) -> None:
    named = practice.consented()
    case_id = practice.case(notes="Bridge", **named)
    first = practice.request(case_id=case_id, **named)
    assert practice.case_of(case_id).notes == "Bridge"
    practice.cancel(first.visit_id)
    practice.request(case_id=case_id, notes="Crown", **named)
    assert practice.case_of(case_id).notes == "Crown"


def test_closing_and_reopening_say_what_the_files_say(practice: ClinicFixture) -> None:
    empty, scanned = practice.case(), practice.case()
    filed(practice, scanned)
    assert practice.case_of(scanned).status == "scanned"
    practice.clock.at = NOW + HOUR
    assert (practice.close(empty), practice.close(scanned)) == ("closed", "closed")
    assert practice.case_of(empty).closed_at == NOW + HOUR
    assert (practice.reopen(empty), practice.reopen(scanned)) == ("open", "scanned")
    practice.clock.at = NOW
    assert practice.case_of(empty).closed_at is None
    kinds = [(e["kind"], e["actor"], e["party"]) for e in practice.events(empty)]
    assert sorted(kinds[1:]) == [
        (kind, practice.uid("member"), "the clinic") for kind in ("case_close", "case_reopen")
    ]


def test_closing_twice_is_closing_once(practice: ClinicFixture) -> None:
    case_id = practice.case()
    practice.close(case_id)
    before = snapshot(practice, f"cases/{case_id}")
    assert practice.close(case_id, "owner") == "closed"
    assert snapshot(practice, f"cases/{case_id}") == before


def test_a_case_with_a_visit_under_way_stays_open(practice: ClinicFixture) -> None:
    asked = practice.request()
    before = snapshot(practice, f"cases/{asked.case_id}")
    refused(lambda: practice.close(asked.case_id), "wrong-case-status", state="scheduled")
    refused(lambda: practice.reopen(asked.case_id), "wrong-case-status", state="scheduled")
    assert snapshot(practice, f"cases/{asked.case_id}") == before
    practice.cancel(asked.visit_id)
    assert practice.close(asked.case_id) == "closed"


def test_closing_closes_the_open_slots(practice: ClinicFixture) -> None:
    case_id, other = practice.case(), practice.case()
    mine, colleagues = (practice.slot(w, case_id=case_id).upload_id for w in ("member", "owner"))
    elsewhere = practice.slot(case_id=other).upload_id
    practice.close(case_id)
    found = [practice.upload_of(upload_id).open for upload_id in (mine, colleagues, elsewhere)]
    assert found == [False, False, True]


def test_a_closed_case_takes_nothing_until_it_is_reopened(practice: ClinicFixture) -> None:
    named = practice.consented()
    case_id = practice.case(**named)
    practice.close(case_id)
    before = snapshot(practice, f"cases/{case_id}")
    refused(lambda: practice.slot(case_id=case_id), "wrong-case-status", state="closed")
    again = {"case_id": case_id, **named}
    refused(lambda: practice.request(**again), "wrong-case-status", state="closed")
    assert snapshot(practice, f"cases/{case_id}") == before
    practice.reopen(case_id)
    assert practice.slot(case_id=case_id)
    assert practice.request(**again)


@pytest.mark.parametrize("act", ["close", "reopen"])
def test_another_clinics_case_is_not_found(practice: ClinicFixture, act: str) -> None:
    case_id = practice.case()
    if act == "reopen":
        practice.close(case_id)
    before = snapshot(practice, f"cases/{case_id}")
    refused(lambda: getattr(practice, act)(case_id, "stranger"), "case-not-found")
    refused(lambda: getattr(practice, act)("c" * 20), "case-not-found")
    assert snapshot(practice, f"cases/{case_id}") == before
    assert getattr(practice, act)(case_id)


# --- links ------------------------------------------------------------------------------------


def test_a_closed_cases_files_are_linked_and_a_frozen_ones_are_not(practice: ClinicFixture) -> None:
    named = practice.consented()
    case_id = practice.case(**named)
    file_id = filed(practice, case_id)
    for _ in range(2):
        assert [link.file_id for link in links(practice, case_id, file_id)] == [file_id]
        if practice.case_of(case_id).status is CaseStatus.SCANNED:
            practice.close(case_id)
    practice.withdraw(named["consent_id"])
    acts = len(practice.acts())
    refused(lambda: links(practice, case_id, file_id), "wrong-case-status", state="frozen")
    assert len(practice.acts()) == acts


def test_a_link_leaves_an_entry_for_each_file_or_none_is_made(practice: ClinicFixture) -> None:
    case_id = practice.case()
    both = [filed(practice, case_id), filed(practice, case_id, "lower")]

    def entries() -> list[str]:
        prefix = f"cases/{case_id}/files/"
        acts = [a for a in practice.acts() if a["action"] == "scans.link_file"]
        return sorted(a["subject"].removeprefix(prefix) for a in acts if prefix in a["subject"])

    refused(lambda: links(practice, case_id, *both, "f" * 20), "file-not-found")
    assert entries() == []
    assert sorted(link.file_id for link in links(practice, case_id, *both, both[0])) == sorted(both)
    assert entries() == sorted(both)


def test_another_clinics_files_get_no_link(practice: ClinicFixture) -> None:
    case_id, other = practice.case(), practice.case()
    file_id = filed(practice, case_id)
    acts = len(practice.acts())
    refused(lambda: links(practice, case_id, file_id, who="stranger"), "case-not-found")
    refused(lambda: links(practice, other, file_id), "file-not-found")
    assert len(practice.acts()) == acts
    assert links(practice, case_id, file_id)


# --- the list -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def shelf() -> tuple[ClinicFixture, dict[str, list[str]]]:
    """A clinic with two patients, and the cases of each, opened an hour apart; the oldest first."""
    practice = ClinicFixture()
    opened: dict[str, list[str]] = {}
    for name in ("first", "second"):
        named = practice.consented()
        opened[name] = []
        for number in range(3):
            practice.clock.at += HOUR
            opened[name].append(practice.case(**named))
            if number == 0:
                practice.close(opened[name][0])
        opened[f"{name} id"] = [named["patient_id"]]
    return practice, opened


def listed(practice: ClinicFixture, limit: int = 2, **filters: object) -> list[str]:
    """The ids that the list gives, through all pages of a size."""
    found: list[str] = []
    cursor = None
    while True:
        request = ListCases.model_validate({"limit": limit, "cursor": cursor, **filters})
        page = lifecycle.list_cases(practice.ctx(), request)
        assert len(page.cases) <= limit
        found += [row.case_id for row in page.cases]
        if (cursor := page.cursor) is None:
            return found


def at(hours: int) -> datetime:
    """So many hours after the first case was opened; they are opened at 0, 1, 2 and so on."""
    return NOW + (hours + 1) * HOUR


@pytest.mark.parametrize("limit", [1, 2, 3, 6, 7])
@pytest.mark.parametrize(
    ("status", "of", "since", "before"),
    [
        (None, None, None, None),
        ("closed", None, None, None),
        ("open", None, None, None),
        ("frozen", None, None, None),
        (None, "second", None, None),
        ("open", "first", None, None),
        (None, None, 2, 5),
        ("open", "second", 4, 5),
        (None, "first", 1, None),
        ("closed", None, None, 3),
    ],
)
def test_every_filter_with_every_page(
    shelf: tuple[ClinicFixture, dict[str, list[str]]],
    limit: int, status: str | None, of: str | None, since: int | None, before: int | None,
) -> None:  # fmt: skip
    practice, opened = shelf
    everything = [
        (hours, case, name, "closed" if number == 0 else "open")
        for hours, (name, number, case) in enumerate(
            (name, number, case)
            for name in ("first", "second")
            for number, case in enumerate(opened[name])
        )
    ]
    expected = [
        case
        for hours, case, name, now in reversed(everything)
        if status in {None, now}
        and of in {None, name}
        and (since is None or hours >= since)
        and (before is None or hours < before)
    ]
    filters: dict[str, object] = {"status": status}
    if of:
        filters["patient_id"] = opened[f"{of} id"][0]
    if since is not None:
        filters["opened_from"] = at(since)
    if before is not None:
        filters["opened_before"] = at(before)
    assert listed(practice, limit, **filters) == expected


def test_a_row_says_what_the_case_says(shelf: tuple[ClinicFixture, dict[str, list[str]]]) -> None:
    practice, opened = shelf
    request = ListCases(limit=1)
    (row,) = lifecycle.list_cases(practice.ctx(), request).cases
    case = practice.case_of(opened["second"][-1])
    assert row.model_dump() == {
        "case_id": case.id, "status": "open", "patient_id": opened["second id"][0],
        "patient_reference": case.patient.reference, "patient_name": "Meera Joshi",
        "consent_id": case.consent_id, "visit_id": None, "current": {}, "images": 0,
        "opened_at": at(5),
    }  # fmt: skip


def test_another_clinic_sees_its_own(shelf: tuple[ClinicFixture, dict[str, list[str]]]) -> None:
    practice, opened = shelf
    request = ListCases.model_validate({"patient_id": opened["first id"][0]})
    assert lifecycle.list_cases(practice.ctx("stranger"), request).cases == []
    assert lifecycle.list_cases(practice.ctx("stranger"), ListCases()).cases == []
    assert len(lifecycle.list_cases(practice.ctx("owner"), ListCases()).cases) == 6


def test_cases_opened_at_the_same_moment_are_listed_once_each(practice: ClinicFixture) -> None:
    named = practice.consented()
    mine = {practice.case(**named) for _ in range(5)}
    found = listed(practice, 2, patient_id=named["patient_id"])
    assert len(found) == 5
    assert set(found) == mine


@pytest.mark.parametrize("cursor", ["bm9uc2Vuc2U=", "W1tdLCAieCJd", "===="])
def test_a_made_up_cursor_is_refused(practice: ClinicFixture, cursor: str) -> None:
    request = ListCases(cursor=cursor)
    refused(lambda: lifecycle.list_cases(practice.ctx(), request), "cursor-invalid")
