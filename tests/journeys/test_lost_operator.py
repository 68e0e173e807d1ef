"""An operator is suspended in the middle of a scan: the visit is handed on, and paid for once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.journeys.steps import ask, assign, move, paying, refused, upload
from tests.support.forms import starting, visiting
from tests.support.people import Cast
from tools import samples
from tools.client import DeniedError, Person, wait_for

#: A visit for ₹1,500 and 18 % tax.
FEE, PAID_IN = 177_000, 500_000


@pytest.fixture
def clinic(cast: Cast) -> Person:
    """A clinic that has paid in, and is shown what a visit costs."""
    return paying(cast, PAID_IN)


def balance(clinic: Person) -> tuple[int, int]:
    """What is available, and what is set aside."""
    found = clinic.call("wallet/get_balance")
    return found["available"], found["held"]


def told(person: Person, kind: str, visit: str) -> bool:
    """Whether a person's own inbox has such a notice of the visit."""
    inbox = person.query("inbox", parent=f"users/{person.uid}")
    return any(item["kind"] == kind and item["refs"]["visit"] == visit for item in inbox)


def hours(*after: float) -> list[dict[str, str]]:
    """The hours that begin so many hours from now."""
    starts = [datetime.now(UTC) + timedelta(hours=each) for each in after]
    return [
        {"starts_at": each.isoformat(), "ends_at": (each + timedelta(hours=1)).isoformat()}
        for each in starts
    ]


def test_a_visit_is_handed_on_when_its_operator_is_suspended(cast: Cast, clinic: Person) -> None:
    first, second = cast.member("operator"), cast.member("operator")
    price_list = clinic.call("wallet/get_prices")["price_list"]
    request = visiting(clinic, slots=hours(24, 48), price_list=price_list)
    opened = clinic.call("scans/request_visit", request)
    case, visit = opened["case_id"], opened["visit_id"]
    assert balance(clinic) == (PAID_IN - FEE, FEE)

    # The first operator comes, scans the upper jaw, and has a slot open for the lower one.
    assign(cast.admin, visit, first, request["slots"][0])
    for action in ("accept", "depart", "arrive", "begin"):
        move(first, visit, action)
    upper = upload(first, samples.arch("upper", 2000), visit_id=visit)
    data = samples.arch("lower", 2000)
    late = first.call("scans/start_upload", starting(None, byte_size=len(data), visit_id=visit))

    cast.admin.call("accounts/suspend_account", uid=first.uid, reason="The licence ran out.")

    # It is shut out of everything; the visit says so, and everybody hears who has to.
    for path in (f"visits/{visit}", f"uploads/{upper['id']}", f"operators/{first.uid}"):
        with pytest.raises(DeniedError):
            first.read(path)
    with pytest.raises(DeniedError):
        first.upload(late["object_name"], data)
    found = clinic.read(f"visits/{visit}")
    assert found is not None
    assert (found["state"], found["assignee"]) == ("interrupted", None)
    wait_for(lambda: told(clinic, "visit_released", visit) or None, what="the clinic hears")
    waiting = cast.admin.call("scans/list_visits", state="interrupted", limit=100)["visits"]
    assert visit in [row["visit_id"] for row in waiting]
    assert balance(clinic) == (PAID_IN - FEE, FEE), "nothing is charged for that"

    # Another one goes on with what is there.
    assign(cast.admin, visit, second, request["slots"][0])
    for action in ("accept", "depart", "arrive", "begin"):
        move(second, visit, action)
    lower = upload(second, data, visit_id=visit, jaw="lower")
    assert move(second, visit, "finish") == "uploaded"
    assert move(clinic, visit, "complete") == "completed"

    scanned = clinic.read(f"cases/{case}")
    assert scanned is not None
    assert scanned["current"] == {"upper": upper["id"], "lower": lower["id"]}
    assert balance(clinic) == (PAID_IN - FEE, 0), "the fee, once"
    lines = clinic.call("wallet/get_statement")["lines"]
    assert [line["kind"] for line in lines] == ["capture", "hold", "adjustment"]


def test_calling_off_what_was_interrupted_costs_nothing(cast: Cast, clinic: Person) -> None:
    operator = cast.member("operator")
    price_list = clinic.call("wallet/get_prices")["price_list"]
    kept, lost = (visiting(clinic, slots=hours(after), price_list=price_list) for after in (24, 48))
    visits = []
    for request in (kept, lost):
        visit = clinic.call("scans/request_visit", request)["visit_id"]
        assign(cast.admin, visit, operator, request["slots"][0])
        move(operator, visit, "accept")
        visits.append(visit)
    for action in ("depart", "arrive", "begin"):
        move(operator, visits[1], action)
    cancel = {"visit_id": visits[1], "reason": "not_needed"}
    assert refused(clinic, "scans/cancel_visit", **cancel) == "role-not-allowed"
    ask(clinic, "scans/cancel_visit", visit_id=visits[0], reason="not_needed")
    assert balance(clinic) == (PAID_IN - FEE - FEE // 2, FEE), "calling off late costs half"

    cast.admin.call("accounts/suspend_account", uid=operator.uid, reason="The licence ran out.")
    assert ask(clinic, "scans/cancel_visit", **cancel)["state"] == "cancelled"
    assert balance(clinic) == (PAID_IN - FEE // 2, 0)
