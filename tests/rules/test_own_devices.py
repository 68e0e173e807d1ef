"""Devices: the documents that people make, change and remove themselves, and their form."""

from __future__ import annotations

import pytest

from core import firebase
from core.access import Role, Status
from core.store import Store
from messaging.models import Device
from tests.support import ids, messages, tokens, wire
from tests.support.account_records import MADE, Tenants, snapshot, state
from tools.client import DeniedError, Person

TOKEN = messages.token()
TIMES = ("created_at", "updated_at")


@pytest.fixture
def person() -> Person:
    """A clinic's member with an account in order."""
    tenants = Tenants()
    return tenants.join(Role.CLINIC, tenants.clinic)


def _path(person: Person, device: str = "") -> str:
    return f"users/{person.uid}/devices/{device or ids.document_id()}"


def _add(person: Person, path: str, *stamped: str, **changes: object) -> None:
    """Add a device as an app does."""
    fields = {"token": TOKEN, "platform": "android", **changes}
    wire.stamp(person, path, *(stamped or TIMES), **fields)


def _seeded(person: Person) -> Device:
    device = messages.device(person.uid)
    Tenants().seed(device)
    return device


def test_a_device_is_added_renewed_and_removed(person: Person) -> None:
    path = _path(person)
    _add(person, path)
    added = Store(firebase.firestore_client()).get(Device, person.uid, path.rpartition("/")[2])
    assert added is not None
    assert (added.token, added.platform) == (TOKEN, "android")
    renewed = messages.token()
    wire.stamp(person, path, "updated_at", token=renewed)
    data, _ = state(path)
    assert (data["token"], data["created_at"]) == (renewed, added.created_at)
    assert data["updated_at"] > added.updated_at
    person.delete(path)
    assert not snapshot(path).exists


@pytest.mark.parametrize("platform", ["android", "ios", "web"])
def test_every_platform_is_known(person: Person, platform: str) -> None:
    path = _path(person)
    _add(person, path, platform=platform)
    assert snapshot(path).exists


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"token": ""}, id="no_token"),
        pytest.param({"token": "t" * 1001}, id="token_too_long"),
        pytest.param({"token": "two words"}, id="token_with_a_space"),
        pytest.param({"token": "ट" * 20}, id="token_of_other_letters"),
        pytest.param({"token": 7}, id="token_a_number"),
        pytest.param({"token": [TOKEN]}, id="token_a_list"),
        pytest.param({"token": None}, id="token_null"),
        pytest.param({"platform": "windows"}, id="platform_unknown"),
        pytest.param({"platform": None}, id="platform_null"),
        pytest.param({"owner": "Asha Rao"}, id="a_field_more"),
    ],
)
def test_a_device_of_another_form_is_not_added(person: Person, changes: dict[str, object]) -> None:
    path = _path(person)
    with pytest.raises(DeniedError):
        _add(person, path, **changes)
    assert not snapshot(path).exists
    _add(person, path)


@pytest.mark.parametrize("missing", ["token", "platform"])
def test_a_device_lacks_nothing(person: Person, missing: str) -> None:
    path = _path(person)
    fields = {name: v for name, v in (("token", TOKEN), ("platform", "ios")) if name != missing}
    with pytest.raises(DeniedError):
        wire.stamp(person, path, *TIMES, **fields)
    assert not snapshot(path).exists
    _add(person, path)


@pytest.mark.parametrize("own", TIMES)
def test_the_times_are_the_servers(person: Person, own: str) -> None:
    path = _path(person)
    (other,) = set(TIMES) - {own}
    with pytest.raises(DeniedError):
        _add(person, path, other, **{own: MADE})
    with pytest.raises(DeniedError):
        _add(person, path, other)
    assert not snapshot(path).exists
    _add(person, path)


@pytest.mark.parametrize("name", ["x" * 65, "a.b", "a b", "ट"])
def test_a_device_has_a_short_plain_id(person: Person, name: str) -> None:
    with pytest.raises(DeniedError):
        _add(person, _path(person, name))
    assert not snapshot(_path(person, name)).exists
    _add(person, _path(person, "x" * 64))


def test_a_device_keeps_its_beginning_and_its_form(person: Person) -> None:
    device = _seeded(person)
    path = device.path_for(*device.ids)
    before = state(path)
    with pytest.raises(DeniedError):
        wire.stamp(person, path, "updated_at", "created_at", token=TOKEN)
    with pytest.raises(DeniedError):
        wire.stamp(person, path, "updated_at", token="two words")
    with pytest.raises(DeniedError):
        wire.write(person, path, token=TOKEN)
    assert state(path) == before
    wire.stamp(person, path, "updated_at", token=TOKEN)


@pytest.mark.parametrize("who", ["colleague", "owner", "admin", "anonymous", "unregistered"])
def test_a_device_is_its_persons_own(who: str) -> None:
    """Others neither add one, which would hear what is not theirs, nor take one away."""
    tenants = Tenants()
    subject = tenants.join(Role.CLINIC, tenants.clinic)
    others = {
        "colleague": lambda: tenants.join(Role.CLINIC, tenants.clinic),
        "owner": lambda: tenants.join(Role.CLINIC, tenants.clinic, owner=True),
        "admin": lambda: tenants.join(Role.ADMIN),
        "anonymous": Person,
        "unregistered": tokens.person,
    }
    other, device = others[who](), _seeded(subject)
    path, new = device.path_for(*device.ids), _path(subject)
    before = state(path)
    with pytest.raises(DeniedError):
        _add(other, new)
    with pytest.raises(DeniedError):
        wire.stamp(other, path, "updated_at", token=TOKEN)
    with pytest.raises(DeniedError):
        other.delete(path)
    assert state(path) == before
    assert not snapshot(new).exists
    _add(subject, new)
    wire.stamp(subject, path, "updated_at", token=TOKEN)
    subject.delete(path)


@pytest.mark.parametrize("status", Status)
def test_who_is_suspended_adds_no_device_and_may_remove_theirs(status: Status) -> None:
    tenants, person = Tenants(), tokens.person()
    tenants.seed(tenants.account(person, status=status))
    device, new = _seeded(person), _path(person)
    path = device.path_for(*device.ids)
    if status is Status.SUSPENDED:
        before = state(path)
        with pytest.raises(DeniedError):
            _add(person, new)
        with pytest.raises(DeniedError):
            wire.stamp(person, path, "updated_at", token=TOKEN)
        assert state(path) == before
    else:
        _add(person, new)
        wire.stamp(person, path, "updated_at", token=TOKEN)
    person.delete(path)
    assert not snapshot(path).exists


def test_who_never_registered_adds_no_device() -> None:
    person, registered = tokens.person(), tokens.person()
    Tenants().seed(Tenants().account(registered, status=Status.PENDING))
    with pytest.raises(DeniedError):
        _add(person, _path(person))
    _add(registered, _path(registered))
