"""How Google is asked: pages, operations, and why something was not read or not taken."""

from __future__ import annotations

import itertools

import pytest
import requests

from tests.support.project_states import FACTS, switched_on
from tools.project.apis import LOGGING, SERVICES
from tools.project.google import OPERATION_SECONDS, Google, RefusedError, UnreadError, stand_in
from tools.project.standin.server import serving
from tools.project.standin.state import StandIn

IAM = f"projects/{FACTS.number}/services/iam.googleapis.com"


class Slow(StandIn):
    """A project whose operations end only when they are let."""

    end: dict[str, object] | None = None

    def look(self, operation: str) -> dict[str, object] | None:
        """Return the operation as under way, or as it ended."""
        return {"name": operation, **(self.end or {"done": False})}


def slow() -> Slow:
    return Slow({"project": FACTS.project, "number": FACTS.number})


def test_all_pages_are_read() -> None:
    on = switched_on()
    for number in range(45):
        on.put(LOGGING, f"projects/{FACTS.project}/sinks/{number}", {"name": str(number)})
    with serving(on) as address:
        google = stand_in(address)
        found = google.pages(LOGGING, f"projects/{FACTS.project}/sinks", "sinks")
    assert sorted(int(each["name"]) for each in found) == list(range(45))
    assert google.asked == 3


def test_an_operation_is_waited_for() -> None:
    with serving(switched_on()) as address:
        pauses: list[float] = []
        google = Google(requests.Session(), address, pauses.append)
        google.change(SERVICES, "POST", f"{IAM}:enable", {})
        assert google.get(SERVICES, IAM) == {
            "name": IAM,
            "parent": f"projects/{FACTS.number}",
            "state": "ENABLED",
        }
    assert len(pauses) == 2


def test_an_operation_that_fails_is_a_refusal_with_its_reason() -> None:
    on = slow()
    on.end = {"done": True, "error": {"code": 9, "message": "Billing must be enabled."}}
    with serving(on) as address, pytest.raises(RefusedError, match="Billing must be enabled"):
        stand_in(address).change(SERVICES, "POST", f"{IAM}:enable", {})


def test_an_operation_that_does_not_end_is_given_up_and_told() -> None:
    waited = itertools.count()
    with serving(slow()) as address:
        google = Google(requests.Session(), address, lambda _: next(waited) and None)
        with pytest.raises(RefusedError, match=f"not done after {OPERATION_SECONDS} s: check"):
            google.change(SERVICES, "POST", f"{IAM}:enable", {})
    assert next(waited) == OPERATION_SECONDS / 2


def test_a_request_that_is_wrong_is_told_in_the_words_of_the_service() -> None:
    with serving(switched_on()) as address:
        google = stand_in(address)
        with pytest.raises(RefusedError, match='Unknown name "colour"'):
            google.change(SERVICES, "POST", f"{IAM}:enable", {"colour": "red"})
        with pytest.raises(UnreadError, match="INVALID_ARGUMENT"):
            google.get(SERVICES, IAM, {"colour": "red"})
        google.change(SERVICES, "POST", f"{IAM}:enable", {})


@pytest.mark.parametrize("at", ["http://192.0.2.1:9", "https://firestore.googleapis.com", "x"])
def test_a_stand_in_elsewhere_is_refused(at: str) -> None:
    with pytest.raises(UnreadError, match="not on this machine"):
        stand_in(at)
    stand_in("http://localhost:9")
