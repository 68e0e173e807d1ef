"""Every callable refuses whoever it is not for, and forms it does not know, and changes nothing.

One scenario per callable builds the caller and the request that succeed; each refusal is that
request with one thing changed. A callable without a scenario fails the test.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from core.access import Role
from core.callables import Spec
from core.firebase import firestore_client
from tests.support.forms import application, opening, starting
from tests.support.people import Cast, appointed_admin
from tools.client import CallError, Person
from tools.docs import surface

surface.load()  # declares every callable


@dataclass
class Scene:
    """A call that succeeds, and the documents that a refused one must leave as they are."""

    caller: Person
    request: dict[str, Any]
    watched: list[str]


def _subject(cast: Cast, person: Person, **more: object) -> Scene:
    return Scene(cast.admin, {"uid": person.uid, **more}, [f"users/{person.uid}"])


def _suspended(cast: Cast) -> Scene:
    person = cast.member("operator")
    cast.admin.call("accounts_suspend", uid=person.uid, reason="For the test.")
    return _subject(cast, person)


def _invited(cast: Cast) -> Scene:
    owner = cast.member()
    invite = owner.call("accounts_invite_member", email=f"{uuid.uuid4().hex}@example.com")
    invite_id = invite["invite_id"]
    return Scene(owner, {"invite_id": invite_id}, [f"invites/{invite_id}"])


def _colleague(cast: Cast) -> Scene:
    owner = cast.member()
    colleague = cast.colleague(owner)
    return Scene(owner, {"uid": colleague.uid}, [f"users/{colleague.uid}", f"users/{owner.uid}"])


def _registering(_: Cast) -> Scene:
    person = Person.sign_up()
    return Scene(person, application(), [f"users/{person.uid}"])


def _inviting(cast: Cast) -> Scene:
    return Scene(cast.member(), {"email": f"{uuid.uuid4().hex}@example.com"}, [])


def _opening(cast: Cast) -> Scene:
    return Scene(cast.member(), opening(), [])


def _starting(cast: Cast) -> Scene:
    clinic = cast.member()
    case = clinic.call("scans_open_case", opening())["case_id"]
    request = starting(case)
    return Scene(clinic, request, [f"cases/{case}"])


def _linking(cast: Cast) -> Scene:
    clinic = cast.member()
    case = clinic.call("scans_open_case", opening())["case_id"]
    return Scene(clinic, {"case_id": case}, [f"cases/{case}"])


SCENES: dict[str, Callable[[Cast], Scene]] = {
    "accounts_register": _registering,
    "accounts_approve": lambda cast: _subject(cast, cast.applicant("operator")),
    "accounts_reject": lambda cast: _subject(cast, cast.applicant(), reason="For the test."),
    "accounts_change_role": lambda cast: _subject(cast, cast.member("operator"), role="admin"),
    "accounts_suspend": lambda cast: _subject(
        cast, cast.member("operator"), reason="For the test."
    ),
    "accounts_reinstate": _suspended,
    "accounts_list": lambda cast: Scene(cast.admin, {"status": "pending", "limit": 1}, []),
    "accounts_invite_member": _inviting,
    "accounts_withdraw_invite": _invited,
    "accounts_remove_member": _colleague,
    "accounts_hand_over_ownership": _colleague,
    "scans_open_case": _opening,
    "scans_start_upload": _starting,
    "scans_get_file_links": _linking,
}

SPECS = [pytest.param(spec, id=name) for name, spec in sorted(Spec.registry.items())]


def state(paths: list[str]) -> list[Any]:
    """What stands at the watched paths."""
    return [firestore_client().document(path).get().to_dict() for path in paths]


def acts(person: Person) -> int:
    """How many acts of a person are recorded; every act is, in the transaction that does it."""
    from google.cloud.firestore import FieldFilter

    query = firestore_client().collection("audit")
    return len(query.where(filter=FieldFilter("actor", "==", person.uid)).get())


def refused(person: Person, name: str, request: object, watched: list[str]) -> CallError:
    """Make a call that must fail and leave everything as it was."""
    before, recorded = state(watched), acts(person)
    with pytest.raises(CallError) as caught:
        person.call(name, request)
    assert state(watched) == before
    assert acts(person) == recorded
    return caught.value


@pytest.fixture(scope="session")
def bystanders(cast: Cast) -> dict[Role, Person]:
    """One active account of each role, strangers to every scene."""
    members = {role: cast.member(role.value) for role in (Role.CLINIC, Role.LAB, Role.OPERATOR)}
    return {**members, Role.ADMIN: appointed_admin()}


@pytest.mark.parametrize("spec", SPECS)
def test_a_callable_refuses_all_but_the_right_call(
    spec: Spec[Any, Any], cast: Cast, bystanders: dict[Role, Person]
) -> None:
    scene = SCENES[spec.name](cast)

    error = refused(Person(), spec.name, scene.request, scene.watched)
    assert error.reason == "sign-in-required"
    error = refused(scene.caller, spec.name, {**scene.request, "extra": 1}, scene.watched)
    assert error.reason == "invalid-request"
    assert error.details["problems"][0]["field"] == "extra"

    if spec.roles is not None:
        error = refused(Person.sign_up(), spec.name, scene.request, scene.watched)
        assert error.reason == "account-not-active"
        for role in frozenset(Role) - spec.roles:
            error = refused(bystanders[role], spec.name, scene.request, scene.watched)
            assert error.reason == "role-not-allowed", role

    recorded = acts(scene.caller)
    scene.caller.call(spec.name, scene.request)  # the twin of them all
    if spec.name not in {"accounts_list", "scans_get_file_links"}:  # reads; no file is linked yet
        assert acts(scene.caller) == recorded + 1


@pytest.mark.parametrize("name", ["scans_start_upload", "scans_get_file_links"])
def test_another_clinics_case_is_not_found(
    name: str, cast: Cast, bystanders: dict[Role, Person]
) -> None:
    scene = SCENES[name](cast)
    error = refused(bystanders[Role.CLINIC], name, scene.request, scene.watched)
    assert error.reason == "case-not-found"
    scene.caller.call(name, scene.request)
