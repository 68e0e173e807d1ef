"""Everybody's first look at the console, and every page that the navigation leads to."""

from __future__ import annotations

from collections.abc import Callable

from tests.support.people import Cast
from tools.client import Person


def account(person: Person, *, active: bool = True) -> dict[str, object]:
    """What somebody signs in with, and whether there is anything for them yet."""
    return {"email": person.email, "password": person.password, "active": active}


def test_everybody_arrives(cast: Cast, play: Callable[..., None]) -> None:
    suspended = cast.member("lab")
    cast.admin.call("accounts/suspend_account", uid=suspended.uid, reason="Asked to close.")
    people = {
        "clinic": account(cast.member("clinic")),
        "operator": account(cast.member("operator")),
        "lab": account(cast.member("lab")),
        "admin": account(cast.admin),
        "unverified": account(Person.sign_up(verified=False), active=False),
        "unregistered": account(cast.newcomer(), active=False),
        "pending": account(cast.applicant("clinic"), active=False),
        "suspended": account(suspended, active=False),
    }
    play("arrival", people=people)
