"""The walk over everything finds what is not declared: each planted by itself, and nothing before.

In a project of its own, in which a practice works and one thing at a time is wrong.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Callable

import pytest
from firebase_admin import auth
from google.cloud.storage import Bucket

from core import firebase
from tests.dump.looking import Faults, look
from tests.emulator.canary_fixture import CanaryFixture
from tests.support import ids
from tests.support.canary_words import GONE

CLEAN_LOG = (
    '>  {"severity": "INFO", "queue": "remind", "task": "0a", "data": {"job_id": "visit-x"}, '
    '"message": "task"}\n'
    '>  {"severity": "INFO", "queue": "bill", "task": "0b", "data": {"wallet_id": '
    '"w3Zq8LxMd2RtVb5NcHk7", "month": "2026-05"}, "message": "task"}\n'
)


@pytest.fixture(scope="module")
def canaries() -> CanaryFixture:
    """A patient and three people who have done all that there is to do."""
    made = CanaryFixture(bucket_name=str(firebase.clean_bucket().name))
    made.patient()
    return made


def found(log: str = CLEAN_LOG) -> Faults:
    """Look at all of that project."""
    return look(log)


def test_all_that_a_practice_does_is_declared(canaries: CanaryFixture) -> None:
    faults = found()
    assert faults.lines() == []
    assert faults.looked["documents"] > 50
    assert faults.looked["objects"] > 5
    assert faults.looked["tasks"] == 2
    assert canaries.patient


#: What is wrong, where, and how it is told. `{}` stands for an id.
DOCUMENTS: list[tuple[str, dict[str, object], str]] = [
    ("visits/{}", {"mood": "x"}, "visits: mood is not declared"),
    ("ghosts/{}", {"x": 1}, "ghosts has no model"),
    ("ghosts/{}/deep/{}", {"x": 1}, "ghosts/deep has no model"),
    ("users/{}/diary/{}", {"x": 1}, "users/diary has no model"),
    ("visits/{}", {"patient": {"reference": "P-1", "name": "x"}},
     "visits: patient.name is not declared"),
    ("orders/{}", {"items": [{"work": "crown"}, {"colour": "x"}]},
     "orders: items.colour is not declared"),
    ("visits/{}", {"patient": "x"}, "visits: patient is no map, which is declared"),
    ("jobs/{}", {"kind": {"of": "x"}}, "jobs: kind is a map, which is not declared"),
    ("jobs/{}", {"subject": "patients/Meera Joshi"},
     "jobs: subject names somebody, and is declared as system.operations"),
    ("audit/{}", {"refs": {"to": "a@example.com"}},
     "audit: refs names somebody, and is declared as user.unique_id"),
    ("audit/{}", {"refs": {"Asha Rao": "x"}}, "audit: refs has a key that names somebody"),
    ("deliveries/{}", {"uid": "zqstays0"},
     "deliveries: uid names somebody, and is declared as user.unique_id"),
    ("jobs/visit-P-1042-{}", {"kind": "x"}, "jobs: an id names somebody"),
    ("users/{}", {"name": f"Asha {GONE}0"}, "users: something of a person who was erased"),
]  # fmt: skip


@pytest.mark.usefixtures("canaries")
@pytest.mark.parametrize(("path", "fields", "told"), DOCUMENTS, ids=[d[2] for d in DOCUMENTS])
def test_a_document_that_nothing_declares(path: str, fields: dict[str, object], told: str) -> None:
    reference = firebase.firestore_client().document(path.replace("{}", ids.document_id()))
    reference.set(fields)
    try:
        faults = found()
    finally:
        reference.delete()
    assert faults.lines() == [f"{told}: 1 times, in {reference.path}"]


def _bucket(name: str) -> Bucket:
    landed = name.startswith("landing/")
    return firebase.landing_bucket() if landed else firebase.clean_bucket()


def _object(
    name: str, bucket: Callable[[], Bucket] | None = None, **metadata: str
) -> Callable[[], Callable[[], None]]:
    def plant() -> Callable[[], None]:
        blob = (bucket() if bucket else _bucket(name)).blob(name)
        blob.metadata = metadata or None
        blob.upload_from_string(b"x", content_type="image/png")
        return blob.delete

    return plant


def _headed(name: str) -> Callable[[], None]:
    blob = _bucket(name).blob(name)
    blob.content_disposition = "inline; filename=upper.stl"
    blob.upload_from_string(b"x", content_type="image/png")
    return blob.delete


def _account(**fields: object) -> Callable[[], Callable[[], None]]:
    def plant() -> Callable[[], None]:
        claims = fields.pop("claims", None)
        uid = auth.create_user(app=firebase.app(), **fields).uid
        auth.set_custom_user_claims(uid, claims, app=firebase.app())
        return lambda: auth.delete_user(uid, app=firebase.app())

    return plant


PLANTED: dict[str, Callable[[], Callable[[], None]]] = {
    "backups/: a name that is not declared": _object("backups/x.json"),
    "cases/: a name that is not declared": _object("cases/a/b/c/upper arch.stl"),
    "cases/: a name that names somebody": _object(f"cases/a/{GONE}/c/content"),
    "cases/: metadata patient is not declared": _object("cases/a/b/c/content", patient="x"),
    "cases/: metadata firebaseStorageDownloadTokens is not declared": _object(
        "cases/a/b/c/content", firebaseStorageDownloadTokens="x"
    ),
    "cases/: in the landing zone's bucket": _object("cases/a/b/c/content", firebase.landing_bucket),
    "attachments/: contentDisposition is not declared": lambda: _headed("attachments/a/content"),
    "landing/: contentDisposition is not declared": lambda: _headed("landing/a/b/original"),
    "the claim clearance is not declared": _account(claims={"role": "lab", "clearance": "x"}),
    "an account's photoUrl is not declared": _account(photo_url="https://x.example/a.png"),
    "an account of a person who was erased": _account(email=f"{GONE}0@example.org"),
}


@pytest.mark.usefixtures("canaries")
@pytest.mark.parametrize("told", PLANTED)
def test_an_object_or_an_account_that_nothing_declares(told: str) -> None:
    take_away = PLANTED[told]()
    try:
        faults = found()
    finally:
        take_away()
    assert list(faults.kinds) == [told]


@pytest.mark.usefixtures("canaries")
@pytest.mark.parametrize(
    ("task", "told"),
    [
        ({"queue": "remind", "data": {"job_id": "x", "name": "x"}},
         "a task of remind carries what is not declared: name"),
        ({"queue": "remind", "data": {"job_id": "a b"}},
         "a task of remind carries what is not declared: job_id"),
        ({"queue": "remind", "data": {"job_id": "visit-zqstays0"}},
         "a task of remind names somebody"),
        ({"queue": "retain", "data": {}}, "the queue retain is not declared"),
    ],
)  # fmt: skip
def test_a_task_that_nothing_declares(task: dict[str, object], told: str) -> None:
    line = json.dumps({"severity": "INFO", **task, "task": "0c", "message": "task"})
    assert list(found(f"{CLEAN_LOG}>  {line}\n").kinds) == [told]


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    run = [sys.executable, "-m", "tests.dump", *command]
    return subprocess.run(run, check=False, capture_output=True, text=True)


def test_a_fault_fails_the_run_after_tests_that_passed(canaries: CanaryFixture) -> None:
    passed, failed = (["--", sys.executable, "-c", f"exit({code})"] for code in (0, 3))
    assert canaries.patient
    assert _run().returncode == _run(*passed).returncode == 0
    reference = firebase.firestore_client().document(f"ghosts/{ids.document_id()}")
    reference.set({"x": "Meera Joshi"})
    try:
        runs = [_run(*command) for command in ([], passed, failed)]
    finally:
        reference.delete()
    assert [run.returncode for run in runs] == [1, 1, 3]
    for run in runs[:2]:
        assert f"must not be there: ghosts has no model: 1 times, in {reference.path}" in run.stderr
        assert "Meera" not in run.stdout + run.stderr


@pytest.mark.parametrize("signum", [signal.SIGTERM, signal.SIGINT])
def test_who_stops_it_stops_the_tests(signum: int) -> None:
    waiting = "import signal, time; print(flush=True); signal.sigwait([2, 15]); print('asked')"
    block = "import signal; signal.pthread_sigmask(signal.SIG_BLOCK, [2, 15]); "
    command = [sys.executable, "-m", "tests.dump", "--", sys.executable, "-c", block + waiting]
    run = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
    assert run.stdout is not None
    run.stdout.readline()
    run.send_signal(signum)
    assert run.stdout.readline() == "asked\n"
    run.stdout.close()
    run.wait(30)
