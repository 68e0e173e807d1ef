"""Every callable with hostile values in each field of its request, at each depth.

The fields and what they never take come from the request models, the rest of a request from the
sample call: a new callable is walked by itself. A call carries one value in all the fields that
never take it, for a refusal names all that is wrong; it goes through the wrapper that deployed
functions run, as who may make it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from firebase_functions import https_fn

from accounts import service as accounts
from core.callables import Spec, answer
from tests.emulator.hostile_values import ends_of, place, planted, refused_by
from tests.emulator.refusals import acts, state
from tests.emulator.sample_call import SampleCall, Samples
from tests.emulator.sample_calls import SAMPLE_CALLS
from tests.support import local_functions, tokens
from tests.support.moments import key
from tests.support.request_fields import Leaf, leaves
from tools.client import Person
from tools.docs import surface
from tools.gateway import KEY_ID, KEY_SECRET, StandIn

surface.load()
NAMES = sorted(Spec.registry)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where the functions of this process are called."""
    with local_functions.served() as address:
        yield address


@pytest.fixture
def surroundings(address: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What deployed functions are given, in the module's own project."""
    with StandIn() as gateway:
        monkeypatch.setenv("SCANNER_FUNCTIONS_URL", address)
        monkeypatch.setenv("RAZORPAY_URL", gateway.url)
        monkeypatch.setenv("RAZORPAY_KEY_ID", KEY_ID)
        monkeypatch.setenv("RAZORPAY_KEY_SECRET", KEY_SECRET)
        yield


@pytest.fixture
def samples(surroundings: None, known: list[Samples]) -> Samples:
    """The people of all sample calls: made once, by the first test."""
    if not known:
        known.append(Samples(local_functions.local_cast()))
    return known[0]


@pytest.fixture(scope="module")
def known() -> list[Samples]:
    """Where the people are kept."""
    return []


def called(person: Person, name: str, body: Any) -> https_fn.HttpsError | None:
    """Make a call as the deployed function does; what it is refused with."""
    auth = https_fn.AuthData(person.uid, tokens.payload(person.token))
    call: Any = https_fn.CallableRequest(data=body, raw_request=None, auth=auth)
    try:
        answer(name, lambda: Spec.registry[name], call, accounts.follow_email)
    except https_fn.HttpsError as err:
        return err
    return None


def reason(error: https_fn.HttpsError | None) -> str:
    details: Any = error.details if error else {"reason": "ok"}
    return str(details["reason"])


def unnamed(sample: SampleCall, name: str, value: Any, taking: list[Leaf]) -> list[str]:
    """The places of a value in a request that a refusal does not name; all where it is none."""
    body = sample.request
    for leaf in taking:
        body = planted(body, leaf, value)
    error = called(sample.caller, name, body)
    if reason(error) != "invalid-request":
        return [f"{reason(error)} with {value!r:.40} in {', '.join(map(place, taking))}"]
    details: Any = error.details if error else {}
    named = [problem["field"] for problem in details["problems"]]
    missing = [place(leaf) for leaf in taking if not any(n.startswith(place(leaf)) for n in named)]
    return [f"{value!r:.40} taken in {', '.join(missing)}"] if missing else []


@pytest.mark.parametrize("name", NAMES)
def test_no_field_takes_what_is_hostile(name: str, samples: Samples) -> None:
    sample = SAMPLE_CALLS[name](samples)
    wanted: dict[str, tuple[Any, list[Leaf]]] = {}
    for leaf in leaves(Spec.registry[name].request):
        # A record of texts is looked at as a whole, once all in it has its form.
        alone = place(leaf) if leaf.printable else ""
        for value in refused_by(leaf):
            wanted.setdefault(f"{alone} {value!r}", (value, []))[1].append(leaf)

    before, recorded = state(sample.watched), acts(sample.caller)
    faults = [
        fault for value, taking in wanted.values() for fault in unnamed(sample, name, value, taking)
    ]
    assert faults == []
    assert (state(sample.watched), acts(sample.caller)) == (before, recorded)
    # The twin of them all has its form. What it needs beside, such as a queue, is another test's.
    assert reason(called(sample.caller, name, sample.request)) != "invalid-request"


@pytest.mark.parametrize("name", NAMES)
def test_no_field_fails_at_the_ends_of_what_it_takes(name: str, samples: Samples) -> None:
    """They are taken, or refused for a declared reason."""
    spec = Spec.registry[name]
    ends = [(leaf, value) for leaf in leaves(spec.request) for value in ends_of(leaf)]
    if not ends:
        return
    sample = SAMPLE_CALLS[name](samples)
    keyed = "idempotency_key" in spec.request.model_fields
    for leaf, value in ends:
        fresh = {"idempotency_key": key()} if keyed else {}
        found = reason(
            called(sample.caller, name, planted({**sample.request, **fresh}, leaf, value))
        )
        assert found in {"ok", *spec.reasons}, f"{place(leaf)} = {value!r:.40}"
