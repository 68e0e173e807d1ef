"""The life of an account: every status with every action, against a list written by hand."""

from itertools import product

import pytest

from accounts.errors import WrongStatus
from accounts.states import ACCOUNT, AccountAction
from core.access import Status
from tests.support.state_tables import same_content

STATUSES = (None, *Status)

#: The status after each action, in the order of ACTIONS; "=" was done already, "!" is refused.
ACTIONS = ("register", "approve", "reject", "change_role", "suspend", "reinstate", "remove")
EXPECTED = {
    "": ("pending", "!", "!", "!", "!", "!", "!"),
    "pending": ("pending", "active", "rejected", "!", "!", "!", "!"),
    "active": ("!", "=", "!", "active", "suspended", "=", "removed"),
    "rejected": ("pending", "!", "=", "!", "!", "!", "!"),
    "suspended": ("!", "!", "!", "!", "=", "active", "!"),
    "removed": ("pending", "!", "!", "!", "!", "!", "="),
}


def test_the_list_is_whole():
    assert set(EXPECTED) == {status or "" for status in STATUSES}
    assert set(ACTIONS) == set(AccountAction)


@pytest.mark.parametrize(
    ("status", "action", "expected"),
    [
        (status, AccountAction(action), expected)
        for status in STATUSES
        for action, expected in zip(ACTIONS, EXPECTED[status or ""], strict=True)
    ],
)
def test_every_status_with_every_action(status, action, expected):
    if expected == "!":
        with pytest.raises(WrongStatus):
            ACCOUNT.step(status, action)
    elif expected == "=":
        assert ACCOUNT.step(status, action, **same_content(ACCOUNT, action)) is None
    else:
        found = ACCOUNT.step(status, action)
        assert found is not None
        assert found.to is Status(expected)


WHO = {
    "register": "the person",
    "remove": "an owner of the organisation",
    **dict.fromkeys(("approve", "reject", "change_role", "suspend", "reinstate"), "an admin"),
}


def test_who_may():
    assert {(a, *found.who) for (_, a), found in ACCOUNT.table.items()} == set(WHO.items())


def reachable(start: Status | None) -> set[Status]:
    seen: set[Status] = set()
    frontier = [start]
    while frontier:
        here = frontier.pop()
        ends = {s.to for (status, _), s in ACCOUNT.table.items() if status is here}
        frontier += ends - seen
        seen |= ends
    return seen


def test_every_status_can_be_reached_and_left():
    assert reachable(None) == set(Status)
    for status in Status:
        assert Status.ACTIVE in reachable(status), f"nobody gets out of {status}"


def test_only_an_admin_lets_anybody_in():
    """Policy section 7: administrators manage account approval and role assignment."""
    into_active = {a for (_, a), found in ACCOUNT.table.items() if found.to is Status.ACTIVE}
    assert {WHO[action] for action in into_active} == {"an admin"}


def test_a_retry_repeats_the_answer_and_nothing_else():
    """An act that was done is a retry at its own end, and nowhere but there."""
    for status, action in product(STATUSES, AccountAction):
        if EXPECTED[status or ""][ACTIONS.index(action)] == "=":
            assert status in {s.to for (_, a), s in ACCOUNT.table.items() if a is action}
