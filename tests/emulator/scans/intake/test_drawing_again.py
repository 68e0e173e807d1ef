"""A scan whose drawing died is drawn by the event that comes again, or the log says why not."""

from __future__ import annotations

import json

import pytest

from core import firebase
from scans.cases.models import File
from scans.gate import limit_settings
from scans.intake.landing import LEASE
from tests.emulator.scans.intake.landing_steps import Arrival, Dock, Instance
from tests.support.clinic_fixture import ClinicFixture
from tests.support.crashes import CrashError
from tools import samples

SCAN = samples.arch("upper", 1000)
#: The last step of filing a scan, counted from 0.
FILED = 5


@pytest.fixture(scope="module")
def dock() -> Dock:
    """A practice, and a bucket that no trigger watches."""
    return Dock(ClinicFixture(), firebase.storage_client().bucket("drawing-again"))


def dies(dock: Dock, at: int) -> Arrival:
    """A scan whose instance died after a step."""
    arrival = dock.arrive(SCAN)
    with pytest.raises(CrashError):
        arrival.receive(Instance(at=at, after=True))
    return arrival


def file_of(dock: Dock, arrival: Arrival) -> File:
    """The scan as it is recorded."""
    return dock.practice.file_of(str(arrival.upload.case_id), arrival.upload.id)


@pytest.mark.parametrize(("most", "drawn"), [(100, False), (1_500_000, True)])
def test_where_limits_were_lowered_the_log_says_that_it_was_not_drawn(
    dock: Dock,
    most: int,
    drawn: bool,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    arrival = dies(dock, FILED)
    monkeypatch.setenv(limit_settings.STL["max_triangles"].name, str(most))
    capfd.readouterr()

    arrival.receive(later=LEASE)

    assert file_of(dock, arrival).drawn is drawn
    out, err = capfd.readouterr()
    lines = [json.loads(line) for line in (out + err).splitlines() if line.startswith("{")]
    said = [(line["upload"], line["reason"]) for line in lines if "not drawn" in line["message"]]
    assert said == ([] if drawn else [(arrival.upload.id, "stl-too-many-triangles")])
