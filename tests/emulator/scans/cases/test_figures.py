"""Figures on scans: what counts as a defect and whose it is, counted again by hand, at a cost."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

import pytest

from core import firebase
from core.clock import IST, start_of
from scans.cases import figures
from scans.cases.models import CaseEvent, Judged, Verdict
from scans.cases.requests import GetScanFigures, ScanFigures
from tests.emulator.scans.intake.landing_steps import Dock
from tests.support import ids, lab_records, records
from tests.support.clinic_fixture import ClinicFixture
from tests.support.lab_fixture import LabFixture
from tests.support.moments import HOUR, refused
from tools import samples

DAY, INSTANT = timedelta(days=1), timedelta(microseconds=1)
MAY = date(2026, 5, 1)
WARNED, SOUND = samples.broken("trailing"), samples.arch("upper", 1000)


@pytest.fixture
def dock(practice: ClinicFixture) -> Dock:
    """A landing zone that the deployed trigger does not watch."""
    return Dock(practice, firebase.storage_client().bucket("figures"))


def asked(practice: ClinicFixture, who: str = "member", **changes: Any) -> ScanFigures:
    """Ask for the figures of May."""
    request = {"first_day": MAY, "last_day": date(2026, 5, 31), **changes}
    return figures.figures(practice.ctx(who), GetScanFigures.model_validate(request))


def counts(found: ScanFigures) -> tuple[int, int, int, int]:
    """What was warned of, rejected, examined and wanted anew."""
    whole, rescans = found.defects, found.rescans
    return (
        found.warned, found.rejected, whole.whole if whole else 0, rescans.part if rescans else 0,
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(4))
def test_figures_are_those_of_a_count_by_hand(practice: ClinicFixture, seed: int) -> None:
    chance, tenants = random.Random(seed), practice.tenants
    sides = {"member": tenants.clinic, "operator": practice.uid("operator")}
    lines: list[CaseEvent] = []
    for _ in range(90):
        midnight = start_of(MAY + chance.randint(-3, 34) * DAY)
        at = midnight + chance.choice([-INSTANT, timedelta(), chance.random() * DAY])
        by = chance.choice([*sides.values(), ids.uid()])
        scan = Judged(by=by, verdict=chance.choice(list(Verdict)))
        made = records.event(tenants)
        changes = {"at": at, "scan": chance.choice([scan, scan, None])}
        lines.append(made.model_copy(update=changes).placed(*made.ids))
    tenants.seed(*lines, lab_records.event(tenants))
    spans = [(MAY, MAY), (MAY - 3 * DAY, MAY + 34 * DAY)]
    spans += [(MAY + n * DAY, MAY + (n + chance.randint(0, 9)) * DAY) for n in range(0, 30, 6)]
    for first, last in spans:
        for who, by in sides.items():
            said = [
                each.scan.verdict
                for each in lines
                if each.scan
                and each.scan.by == by
                and first <= each.at.astimezone(IST).date() <= last
            ]
            found = asked(practice, who, first_day=first, last_day=last)
            assert found == asked(practice, "admin", scanned_by=by, first_day=first, last_day=last)
            n = {
                verdict: said.count(verdict)
                for verdict in ("sound", "warned", "rejected", "rescan")
            }
            examined = n["sound"] + n["warned"] + n["rejected"]
            let_in = n["sound"] + n["warned"]
            bad = n["warned"] + n["rejected"]
            assert found.model_dump() == {
                "scanned_by": by,
                "warned": n["warned"],
                "rejected": n["rejected"],
                "defects": {"part": bad, "whole": examined} if examined else None,
                "rescans": {"part": n["rescan"], "whole": let_in} if let_in else None,
            }


def test_what_the_gate_says_counts_and_how_a_file_came_does_not(dock: Dock) -> None:
    practice = dock.practice
    for data in (SOUND, WARNED, WARNED, samples.broken("zip")):
        dock.arrive(data).receive()
    assert counts(asked(practice)) == (2, 1, 4, 0)
    once = asked(practice)
    dock.arrive(WARNED, late=2 * HOUR).receive()  # too late
    dock.arrive(samples.broken("zip"), late=2 * HOUR).receive()
    dock.arrive(WARNED, byte_size=len(WARNED) + 1).receive()  # half of it
    photo = {"kind": "image", "file_name": "front.jpg"}
    dock.arrive(samples.photo_with_gps(), **photo).receive()
    dock.arrive(samples.broken("zip"), **photo).receive()
    named = practice.consented()
    closed = dock.arrive(samples.broken("zip"), case_id=practice.case(**named))
    practice.withdraw(named["consent_id"])
    closed.receive()
    assert asked(practice) == once
    twice = dock.arrive(samples.broken("zip"))
    twice.receive()
    twice.receive()
    assert counts(asked(practice)) == (2, 2, 5, 0)


def test_a_slot_that_is_closed_while_the_file_is_judged(dock: Dock) -> None:
    """The same file, with and without a withdrawal in between: only one of them has a verdict."""
    from tests.emulator.scans.intake.landing_steps import Instance

    practice = dock.practice
    named = practice.consented()
    landed = dock.arrive(samples.broken("zip"), case_id=practice.case(**named))
    landed.receive(Instance(between={"read": lambda: practice.withdraw(named["consent_id"])}))
    assert counts(asked(practice)) == (0, 0, 0, 0)
    dock.arrive(samples.broken("zip"), case_id=practice.case()).receive()
    assert counts(asked(practice)) == (0, 1, 1, 0)


def test_a_scan_counts_for_the_side_that_made_it(dock: Dock) -> None:
    practice = dock.practice
    visit = practice.scanning()
    for data in (WARNED, samples.broken("zip")):
        dock.arrive(data, "operator", visit_id=visit.visit_id).receive()
    dock.arrive(WARNED, case_id=visit.case_id, jaw="lower").receive()
    assert counts(asked(practice, "operator")) == (1, 1, 2, 0)
    assert counts(asked(practice)) == (1, 0, 1, 0)
    assert counts(asked(practice, "other operator")) == (0, 0, 0, 0)
    kinds = [(e["kind"], e["actor"]) for e in practice.events(visit.case_id)]
    assert kinds.count(("file_reject", practice.uid("operator"))) == 1
    practice.move(visit.visit_id, "finish")
    assert counts(asked(practice, "operator")) == (1, 1, 2, 0)


def test_what_labs_want_anew_counts_for_who_made_it(practice: ClinicFixture) -> None:
    lab = LabFixture(practice)
    mine = lab.file(lab.case_id, visit_id=None)
    dock = Dock(practice, firebase.storage_client().bucket("figures"))
    dock.arrive(SOUND, case_id=lab.case_id).receive()
    order_id = lab.place(file_ids=[mine])
    lab.move(order_id, "accept")
    lab.move(order_id, "request_rescan", reason="bite_wrong")
    assert counts(asked(practice)) == (0, 0, 1, 1)
    assert counts(asked(practice, "operator")) == (0, 0, 0, 0)


def test_each_sees_its_own_and_admins_see_the_one_they_name(dock: Dock) -> None:
    practice = dock.practice
    dock.arrive(WARNED).receive()
    clinic, operator = practice.tenants.clinic, practice.uid("operator")
    own = asked(practice, scanned_by=clinic)
    assert own == asked(practice, "owner") == asked(practice, "admin", scanned_by=clinic)
    assert asked(practice, "operator", scanned_by=operator).scanned_by == operator
    for who, named in (
        ("member", practice.tenants.other_clinic), ("member", operator), ("operator", clinic),
        ("operator", practice.uid("other operator")),
    ):  # fmt: skip
        refused(
            lambda who=who, named=named: asked(practice, who, scanned_by=named), "role-not-allowed"
        )  # type: ignore[misc]
        assert practice.tally.reads == 0
    refused(lambda: asked(practice, "admin"), "invalid-request")


def test_figures_cost_four_reads(practice: ClinicFixture) -> None:
    once = asked(practice)
    assert (practice.tally.reads, practice.tally.writes) == (4, 0)
    assert asked(practice) == once
    assert (once.defects, once.rescans) == (None, None)
