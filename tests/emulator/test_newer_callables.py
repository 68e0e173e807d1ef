"""Every callable among documents of a newer release: it succeeds, shows none of it, loses none.

The sample call of each callable is built in a project of its own; then each document that stands
there gets a field more at the top and in each of its records, and the call is made. So it goes with
the jobs that wait after it.
"""

from __future__ import annotations

import io
import json
import os
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from core import firebase
from core.access import SYSTEM
from core.context import Context
from core.documents import Document
from core.jobs import Job, JobKind, JobState
from core.store import Store
from jobs import running
from tests.emulator.sample_call import SampleCall, Samples
from tests.emulator.sample_calls import SAMPLE_CALLS
from tests.support import local_functions, newer, projects
from tests.support.moments import Clock, key
from tests.support.newer import NAME, WORD
from tests.support.registry import models
from tools import everything
from tools.client import CallError
from tools.gateway import ACCOUNT, KEY_ID, KEY_SECRET, StandIn

#: Models by the names of the collections on the way to their documents.
MODELS = {tuple(model.path.split("/")[::2]): model for model in models()}

Fields = dict[str, Any]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where the functions of this process are called."""
    with local_functions.served() as address:
        yield address


@pytest.fixture
def samples(address: str) -> Iterator[Samples]:
    """The people of a sample call, in a project in which there is nothing else."""
    with projects.own_project("newer"):
        os.environ["SCANNER_FUNCTIONS_URL"] = address
        yield Samples(local_functions.local_cast())


@pytest.fixture(autouse=True)
def gateway(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A payment gateway, and the keys that deployed functions are given."""
    with StandIn() as stand_in:
        monkeypatch.setenv("RAZORPAY_URL", stand_in.url)
        monkeypatch.setenv("RAZORPAY_KEY_ID", KEY_ID)
        monkeypatch.setenv("RAZORPAY_KEY_SECRET", KEY_SECRET)
        monkeypatch.setenv("RAZORPAYX_ACCOUNT", ACCOUNT)
        yield


def model_of(path: str) -> type[Document]:
    """The model of a document."""
    return MODELS[tuple(path.split("/")[::2])]


def all_there() -> dict[str, Fields]:
    """Everything that stands in the database, by path."""
    client = firebase.firestore_client()
    references = [client.document(path) for path, _ in everything.documents()]
    return {s.reference.path: s.to_dict() for s in client.get_all(references) if s.exists}


def made_newer() -> dict[str, Fields]:
    """Have a newer release write to everything that stands there; what stands there then."""
    client = firebase.firestore_client()
    for path, fields in all_there().items():
        client.document(path).set(newer.sprinkled(model_of(path), path, fields))
    return all_there()


def lost(path: str, before: Fields, after: Fields) -> list[str]:
    """The records of a document that stand there and lack what a newer release put into them.

    An element of a list is known by what it says: one that says something else is another one.
    """
    model = model_of(path)
    stand = {spot.way: spot.fields for spot in newer.spots(model, after) if not spot.listed}
    found = [
        f"{path}{spot.way}"
        for spot in newer.spots(model, before)
        if not spot.listed and spot.way in stand
        if stand[spot.way].get(NAME) != spot.fields[NAME]
    ]
    were, are = _elements(model, before), _elements(model, after)
    bare = Counter({key: sum(not marked for marked in marks) for key, marks in are.items()})
    return [*found, *(f"{path}: {key}" for key in were if key in bare and bare[key] > 0)]


def _elements(model: type[Document], fields: Fields) -> dict[str, list[bool]]:
    """What the elements of lists say, and whether they have what a newer release put there."""
    found: dict[str, list[bool]] = {}
    for spot in newer.spots(model, fields):
        if spot.listed:
            said = repr(newer.without(spot.fields))
            found.setdefault(f"{spot.model.__name__} {said}", []).append(NAME in spot.fields)
    return found


def strayed(path: str, value: Any) -> Iterator[str]:
    """Yield what a newer release put elsewhere and stands in this document."""
    if isinstance(value, dict):
        for each in value.values():
            yield from strayed(path, each)
    elif isinstance(value, list):
        for each in value:
            yield from strayed(path, each)
    elif isinstance(value, str) and WORD in value:
        where = value.partition(f"{WORD} ")[2]
        if where != path and not where.startswith(f"{path}."):
            yield f"{path} has what stood at {where}"


def bucket_shows() -> list[str]:
    """The objects in which something of a newer release stands; archives are looked into."""
    return [
        each["name"]
        for each in everything.objects()
        if WORD.encode() in _unpacked(everything.content(each["name"], each["bucket"]))
    ]


def _unpacked(data: bytes) -> bytes:
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"".join(map(archive.read, archive.namelist()))


def run_all() -> set[str]:
    """Run every job that waits, when it is due; the kinds of those that were run."""
    store = Store(firebase.firestore_client())
    waiting = [path for path in all_there() if path.startswith("jobs/")]
    ran = set()
    for path in waiting:
        job = store.get(Job, path.partition("/")[2])
        if job is None or job.state is not JobState.DUE:
            continue
        running.run(Context(store, SYSTEM, Clock(job.due_at)), job.id)
        ran.add(job.kind)
    return ran


def again(name: str, sample: SampleCall) -> None:
    """Make the call that could be meant beside the first one; it may be refused by now."""
    body = {**sample.request, **sample.other}
    if "idempotency_key" in body:
        body["idempotency_key"] = key()
    try:
        answer, code = sample.caller.call(name, body), ""
    except CallError as refused:
        answer, code = None, refused.code
    assert code not in {"INTERNAL", "UNAVAILABLE"}
    assert WORD not in json.dumps(answer)


#: Of what these erase, what is not declared goes as well; tests of erasure hold them to that.
ERASING = {JobKind.ERASURE, JobKind.ERASE_AFTER_WITHDRAWAL}


def nothing_lost(before: dict[str, Fields]) -> None:
    """Whatever stands there still has all of it, and nothing stands elsewhere."""
    after = all_there()
    both = before.keys() & after
    assert [way for path in both for way in lost(path, before[path], after[path])] == []
    assert [stray for path, fields in after.items() for stray in strayed(path, fields)] == []
    assert bucket_shows() == []


@pytest.mark.parametrize("name", sorted(SAMPLE_CALLS))
def test_a_callable_among_newer_documents(
    name: str, samples: Samples, capsys: pytest.CaptureFixture[str]
) -> None:
    sample = SAMPLE_CALLS[name](samples)
    before = made_newer()
    capsys.readouterr()
    answer = sample.caller.call(name, sample.request)
    assert WORD not in json.dumps(answer)
    nothing_lost(before)

    before = made_newer()  # what the call made, too: records that stood nowhere before
    again(name, sample)
    nothing_lost(before)

    before = made_newer()
    if not ERASING & run_all():
        nothing_lost(before)
    printed = capsys.readouterr()
    assert WORD not in printed.out + printed.err
