"""Triggers that fail: the log says how by kinds and places, and no text of an error goes on."""

from __future__ import annotations

import json
import traceback
from datetime import UTC, datetime

import pytest
from cloudevents.http import CloudEvent
from firebase_functions import storage_fn
from firebase_functions.core import CloudEvent as Taken

from core.triggers import FailedError, at_any_time, retried, telling

SECRET = "Meera Joshi"


def test_what_fails_is_told_without_its_text(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(FailedError) as caught, telling("upload failed", generation=7):
        raise ValueError(SECRET)
    (line,) = capsys.readouterr().err.splitlines()
    assert json.loads(line)["generation"] == 7
    assert "ValueError" in line
    assert SECRET not in line + "".join(traceback.format_exception(caught.value))


def test_what_was_told_already_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(FailedError), telling("upload failed"):
        raise FailedError
    assert capsys.readouterr().err == ""


def test_what_goes_well_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with telling("upload failed"):
        pass
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("time", "read"),
    [
        ("2026-05-04T09:30:00Z", 0),
        ("2026-05-04T09:30:00.5Z", 500_000),
        ("2026-05-04T09:30:00.123456Z", 123_456),
        ("2026-05-04T09:30:00.123456789Z", 123_456),
        ("2026-05-04T15:00:00+05:30", 0),
    ],
)
def test_an_event_is_taken_whatever_the_fraction_of_its_second(time: str, read: int) -> None:
    """RFC 3339 lets a fraction be left out, and have any number of digits."""
    taken: list[Taken[storage_fn.StorageObjectData]] = []

    @retried
    @at_any_time
    @storage_fn.on_object_finalized(bucket="landing")
    def trigger(event: Taken[storage_fn.StorageObjectData]) -> None:
        taken.append(event)

    trigger(arrived(time))  # type: ignore[arg-type]  # what the framework hands over
    assert [event.time for event in taken] == [datetime(2026, 5, 4, 9, 30, 0, read, tzinfo=UTC)]
    assert taken[0].data.name == "landing/u/s/original"


def arrived(time: str) -> CloudEvent:
    """The event of an object, as Eventarc delivers it."""
    source = "//storage.googleapis.com/projects/_/buckets/landing"
    finalized = "google.cloud.storage.object.v1.finalized"
    numbers = {"generation": "1", "metageneration": "1", "size": "1"}
    names = {"id": "i", "bucket": "landing", "name": "landing/u/s/original"}
    return CloudEvent(
        {"id": "1", "source": source, "type": finalized, "time": time},
        {**numbers, **names, "storageClass": "STANDARD"},
    )
