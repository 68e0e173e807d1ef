"""What is stored smaller than it is read, and what grows on its way: through the deployed trigger.

The rules refuse these uploads where they see them. The emulator asks the rules when a session ends;
the service may ask when it begins, by the size that was announced. So a client's upload is tried
first, and then the same object is put there past the rules, for the trigger to meet.
"""

from __future__ import annotations

import gzip
from typing import Any

import pytest

from core import firebase
from tests.support import wire
from tests.support.forms import outcome, slot
from tests.support.workers import Worker
from tools import samples
from tools.client import DeniedError, Person, wait_for

SCAN = samples.arch("upper", 2000)
PACKED = gzip.compress(SCAN)
#: 900 MB of nothing, once unpacked: a hundred members of 9 MB each, 0.9 MB in all.
BOMB = gzip.compress(bytes(9_000_000)) * 100
MOST_MIB = 400
"""Of the trigger's worker. It judges what other tests send at the same time, within 256 MiB."""


def put(name: str, data: bytes, encoding: str | None = None) -> None:
    """Put an object there past the rules."""
    blob = firebase.landing_bucket().blob(name)
    blob.content_encoding = encoding
    blob.upload_from_string(data, content_type="model/stl")


def codes(done: dict[str, Any]) -> list[str]:
    """What was said of an upload."""
    return [finding["code"] for finding in done["findings"]]


def left(name: str) -> bool:
    """Whether something lies under a name."""
    return firebase.landing_bucket().blob(name).exists()


@pytest.mark.parametrize(
    ("data", "encoding", "code"),
    [
        pytest.param(PACKED, "gzip", "upload-encoded", id="gzip"),
        pytest.param(PACKED, None, "stl-is-archive", id="its twin without the label"),
        pytest.param(SCAN, "br", "upload-encoded", id="a label alone"),
        pytest.param(BOMB, "gzip", "upload-encoded", id="900 MB"),
        pytest.param(BOMB, None, "stl-is-archive", id="900 MB without the label"),
    ],
)
def test_what_is_packed_is_refused_and_never_unpacked(
    clinic: Person, case: str, data: bytes, encoding: str | None, code: str
) -> None:
    given = slot(clinic, case, data)
    name, worker = given["object_name"], Worker("scans_receive_upload")
    if encoding:
        with pytest.raises(DeniedError):
            wire.upload(clinic, name, data, "model/stl", contentEncoding=encoding)
        assert not left(name)
    worker.forget_peak()
    put(name, data, encoding)
    done = outcome(clinic, given["upload_id"])
    assert (done["state"], codes(done)) == ("rejected", [code])
    wait_for(lambda: not left(name), what="landing is left")
    assert worker.peak_mib() < MOST_MIB


def test_the_label_identity_says_nothing(clinic: Person, case: str) -> None:
    given = slot(clinic, case, SCAN)
    put(given["object_name"], SCAN, "identity")
    assert outcome(clinic, given["upload_id"])["state"] == "ready"


def test_an_upload_that_grows_in_its_session_is_refused(clinic: Person, case: str) -> None:
    """The session is begun with the size of its slot, and more comes."""
    given, honest = slot(clinic, case, SCAN), slot(clinic, case, SCAN)
    name = given["object_name"]
    with pytest.raises(DeniedError):
        wire.upload_in_parts(clinic, name, [SCAN, SCAN], announced=len(SCAN))
    assert not left(name)
    put(name, SCAN + SCAN)
    done = outcome(clinic, given["upload_id"])
    assert (done["state"], codes(done)) == ("rejected", ["size-differs"])
    wait_for(lambda: not left(name), what="landing is left")
    halves = [SCAN[: len(SCAN) // 2], SCAN[len(SCAN) // 2 :]]
    wire.upload_in_parts(clinic, honest["object_name"], halves, announced=len(SCAN))
    assert outcome(clinic, honest["upload_id"])["state"] == "ready"
