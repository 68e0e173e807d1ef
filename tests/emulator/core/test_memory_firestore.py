"""The Firestore in memory does what the emulator does: the same operations have the same results.

Long runs and the world rest on it. Operations are drawn from a seed: creates, merges below records,
updates by path, deletes of fields and documents, conditions on versions, transactions that somebody
overtakes, queries with filters, orders, limits, cursors and sums.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from google.api_core import exceptions
from google.cloud.firestore import DELETE_FIELD, Client, FieldFilter

from core import firebase
from tests.support.memory_firestore import MemoryFirestore
from tests.support.projects import own_project

NAMES = ("a", "b", "c", "d")
FIELDS = ("n", "s", "at", "inner.n", "tags", "none")
EPOCH = datetime(2026, 5, 4, tzinfo=UTC)


def value(chance: random.Random, name: str) -> Any:
    """A value that the field may have; at times one of another type."""
    if chance.random() < 0.1:
        name = chance.choice(FIELDS)
    match name:
        case "n" | "inner.n":
            return chance.randrange(5)
        case "s":
            return chance.choice(["x", "y", "zz", ""])
        case "at":
            return EPOCH + timedelta(hours=chance.randrange(5))
        case "tags":
            return chance.sample(["p", "q", "r"], chance.randrange(3))
    return None


def document(chance: random.Random) -> dict[str, Any]:
    """Some fields."""
    found: dict[str, Any] = {}
    for name in FIELDS:
        if chance.random() < 0.7:
            if "." in name:
                found.setdefault("inner", {})["n"] = value(chance, name)
            else:
                found[name] = value(chance, name)
    return found


def written(client: Any, chance: random.Random) -> str:
    """Write something in a batch; `ok`, or what was raised, with nothing written then.

    Each document once, as units do: the emulator refuses some writes after others of the same one.
    """
    batch = client.batch()
    for name in chance.sample(NAMES, chance.choice([1, 1, 2])):
        reference = client.document(f"things/{name}")
        data = document(chance) or {"n": 1}
        what = chance.randrange(6)
        if what == 0:
            batch.create(reference, data)
        elif what == 1:
            paths = [f"inner.{k}" for k in data.pop("inner", {})]
            batch.set(
                reference, {**data, "inner": {"n": 7}} if paths else data, merge=[*data, *paths]
            )
        elif what == 2:
            batch.update(reference, {"inner.more": chance.randrange(3), "s": DELETE_FIELD})
        elif what == 3:
            batch.update(reference, data)
        elif what == 4:
            batch.delete(reference)
        else:
            known = reference.get()
            at = known.update_time if known.exists and chance.random() < 0.7 else EPOCH
            if not known.exists:
                continue
            batch.update(reference, {"n": 9}, option=client.write_option(last_update_time=at))
    return outcome(batch.commit)


def overtaken(client: Any, chance: random.Random) -> str:
    """Read in a transaction, and have somebody write before it commits."""
    first, second = (f"things/{each}" for each in chance.sample(NAMES, 2))
    transaction = client.transaction(max_attempts=1)
    transaction._begin()
    before = client.document(first).get(transaction=transaction)
    transaction.set(client.document(second), {"n": 3}, merge=["n"])
    del before
    return outcome(transaction._commit)


def outcome(work: Callable[[], object]) -> str:
    """`ok`, or the kind of error."""
    try:
        work()
    except exceptions.GoogleAPICallError as err:
        return type(err).__name__
    return "ok"


def found(client: Any, chance: random.Random) -> list[Any]:  # noqa: C901
    """Ask something; the ids of what it finds, or its sums."""
    query = client.collection("things")
    name = chance.choice(FIELDS)
    op = chance.choice(["==", "==", ">=", "<", "in", "array_contains"])
    wanted = value(chance, name)
    if op == "array_contains":
        name, wanted = "tags", "p"
    elif op == "in":
        wanted = [value(chance, name), value(chance, name)]
        wanted = [each for each in wanted if each is not None] or [1]
    elif wanted is None and op != "==":
        op = "=="
    filtered = chance.random() < 0.8
    if filtered:
        query = query.where(filter=FieldFilter(name, op, wanted))
    ordered = chance.random() < 0.6
    direction = chance.choice(["ASCENDING", "DESCENDING"])
    by = name if filtered and op in {">=", "<"} else chance.choice(["n", "s", "at"])
    if ordered and (not filtered or op in {">=", "<"}):  # any other order needs an index
        query = query.order_by(by, direction=direction)
        query = query.order_by("__name__", direction=direction)
    elif ordered:
        query = query.order_by("__name__")
    if not ordered and chance.random() < 0.3:
        (counted,) = query.count(alias="count").get()
        return [int(counted[0].value)]
    if chance.random() < 0.4:
        query = query.limit(2)
    ids = [each.id for each in query.stream()]
    return ids if ordered else sorted(ids) if len(ids) != 2 else [len(ids)]


def state(client: Any) -> dict[str, Any]:
    """All that there is."""
    return {each.id: each.to_dict() for each in client.collection("things").stream()}


@pytest.fixture
def emulator() -> Any:
    """Firestore of a project of this test's own."""
    with own_project("memory"):
        client: Client = firebase.firestore_client()
        yield client


@pytest.mark.parametrize("seed", range(5))
def test_the_same_operations_have_the_same_results(seed: int, emulator: Any) -> None:
    """Each operation, and all that stands there after it."""
    memory = MemoryFirestore()
    for step in range(150):
        if step % 50 == 0:
            for name in NAMES:
                emulator.document(f"things/{name}").delete()
                memory.batch()
            wiped = memory.batch()
            for name in NAMES:
                wiped.delete(memory.document(f"things/{name}"))
            wiped.commit()
        work = random.Random(f"{seed}/{step}").choice([written, written, found, overtaken])
        drawn = f"{seed}/{step}/{work.__name__}"
        results = [work(client, random.Random(drawn)) for client in (emulator, memory)]
        assert results[0] == results[1], f"step {step}: {work.__name__}"
        assert state(emulator) == state(memory), f"step {step}: {work.__name__}"


def test_a_transaction_that_was_overtaken_is_aborted_in_both(emulator: Any) -> None:
    """In the emulator the other one waits for it; what is aborted there is aborted here, too."""
    memory = MemoryFirestore()
    outcomes = []
    for client in (emulator, memory):
        client.document("things/a").create({"n": 1})
        stale = client.document("things/a").get().update_time
        client.document("things/a").update({"n": 2})
        batch = client.batch()
        option = client.write_option(last_update_time=stale)
        batch.update(client.document("things/a"), {"n": 3}, option=option)
        outcomes.append(outcome(batch.commit))
        assert client.document("things/a").get().to_dict() == {"n": 2}
    assert outcomes == ["FailedPrecondition", "FailedPrecondition"]
