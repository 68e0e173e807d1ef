"""Who puts what into the bucket: one object into an open slot; who reads it: nobody, by rules.

The slots look claimed, as those do that an attempt of the trigger is at: so the trigger leaves
alone what lands, and a test sees what the rules let in. The rules do not look at the claim.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from core import firebase
from core.access import Role, Status
from scans.models import Upload, UploadState
from tests.rules.matrix import ACTORS, Actor
from tests.support import ids, scene, tokens, wire
from tests.support.scene import Scene, state
from tools.client import DeniedError, Person, wait_for

DATA = bytes(684)


@dataclass
class Attempt:
    """One upload, all in order until a test changes one thing."""

    stage: Scene
    person: Person
    slot: Upload
    data: bytes = DATA
    content_type: str | None = "model/stl"

    def __post_init__(self) -> None:
        self.name = self.slot.object_name

    def go(self) -> None:
        """Upload."""
        wire.upload(self.person, self.name, self.data, self.content_type)

    def rewrite(self, **changes: object) -> None:
        """Store the slot with some fields changed."""
        changed = Upload.model_validate({**dict(self.slot), **changes})
        self.stage.seed(changed.placed(self.slot.id))


@pytest.fixture
def attempt() -> Attempt:
    """A clinic's member with an open slot that nothing was uploaded into."""
    return _attempt()


def _attempt() -> Attempt:
    stage = Scene()
    person = stage.join(Role.CLINIC, stage.clinic)
    now = datetime.now(UTC)
    slot = scene.upload(stage, person.uid, len(DATA), state=UploadState.PROCESSING, claimed_at=now)
    stage.seed(slot)
    return Attempt(stage, person, slot)


def _put(name: str, data: bytes = DATA) -> None:
    firebase.bucket().blob(name).upload_from_string(data, content_type="model/stl")


def _there(name: str) -> bytes | None:
    blob = firebase.bucket().get_blob(name)
    return blob.download_as_bytes() if blob else None


@pytest.fixture(scope="module", autouse=True)
def _trigger_is_up() -> None:
    """Wake the trigger first: while it starts, each further object would start another process.

    It deletes what lands without a slot.
    """
    name = f"landing/{ids.uid()}/{ids.document_id()}/original"
    _put(name)
    blob = firebase.bucket().blob(name)
    wait_for(lambda: not blob.exists(), 60, "the trigger did not start")


@pytest.mark.parametrize("content_type", ["model/stl", "application/octet-stream"])
def test_an_open_slot_takes_its_file(attempt: Attempt, content_type: str) -> None:
    attempt.content_type = content_type
    attempt.go()
    assert _there(attempt.name) == DATA


def _other_person(a: Attempt) -> None:
    a.person = a.stage.join(Role.CLINIC, a.stage.clinic)


def _other_persons_folder(a: Attempt) -> None:
    """The slot is one's own; the folder is a colleague's."""
    a.name = f"landing/{ids.uid()}/{a.slot.id}/original"


def _other_persons_slot(a: Attempt) -> None:
    """The folder is one's own; the slot was issued to a colleague."""
    a.rewrite(uid=ids.uid())


def _anonymous(a: Attempt) -> None:
    a.person = Person()


def _closed(a: Attempt) -> None:
    a.rewrite(open=False)


def _expired(a: Attempt) -> None:
    a.rewrite(expires_at=datetime.now(UTC) - timedelta(seconds=1))


def _a_byte_short(a: Attempt) -> None:
    a.data = DATA[:-1]


def _a_byte_more(a: Attempt) -> None:
    a.data = DATA + b"\0"


def _empty(a: Attempt) -> None:
    a.data = b""


def _html(a: Attempt) -> None:
    a.content_type = "text/html"


def _type_with_parameter(a: Attempt) -> None:
    a.content_type = "model/stl; charset=utf-8"


def _type_that_begins_alike(a: Attempt) -> None:
    a.content_type = "model/stlx"


def _type_not_of_this_slot(a: Attempt) -> None:
    a.rewrite(content_types=["image/png"])


def _no_slot(a: Attempt) -> None:
    a.name = f"landing/{a.person.uid}/{ids.document_id()}/original"


def _other_file_name(a: Attempt) -> None:
    a.name = a.name.replace("/original", "/copy")


def _below_the_file_name(a: Attempt) -> None:
    a.name = f"{a.name}/more"


def _without_file_name(a: Attempt) -> None:
    a.name = a.name.removesuffix("/original")


def _outside_the_landing_zone(a: Attempt) -> None:
    a.name = a.name.replace("landing/", "elsewhere/")


def _into_the_clean_zone(a: Attempt) -> None:
    a.name = f"cases/{a.stage.clinic}/{a.stage.case}/{a.slot.id}/content"


TWISTS: tuple[Callable[[Attempt], None], ...] = (
    _other_person,
    _other_persons_folder,
    _other_persons_slot,
    _anonymous,
    _closed,
    _expired,
    _a_byte_short,
    _a_byte_more,
    _empty,
    _html,
    _type_with_parameter,
    _type_that_begins_alike,
    _type_not_of_this_slot,
    _no_slot,
    _other_file_name,
    _below_the_file_name,
    _without_file_name,
    _outside_the_landing_zone,
    _into_the_clean_zone,
)


@pytest.mark.parametrize(
    "twist", [pytest.param(t, id=t.__name__.removeprefix("_")) for t in TWISTS]
)
def test_anything_else_is_refused(attempt: Attempt, twist: Callable[[Attempt], None]) -> None:
    """One thing differs; the twin without the difference goes through."""
    twist(attempt)
    slot = attempt.slot.path_for(attempt.slot.id)
    before = state(slot)
    with pytest.raises(DeniedError):
        attempt.go()
    assert _there(attempt.name) is None
    assert state(slot) == before
    twin = _attempt()
    twin.go()
    assert _there(twin.name) == DATA


def test_a_slot_takes_one_object(attempt: Attempt) -> None:
    """The slot is still open: that something lies there is what refuses the second."""
    _put(attempt.name, b"first")
    with pytest.raises(DeniedError):
        attempt.go()
    assert _there(attempt.name) == b"first"
    twin = _attempt()
    twin.go()
    with pytest.raises(DeniedError):
        twin.go()


def test_a_shut_out_account_loses_its_slots_and_not_its_colleagues() -> None:
    """Suspension closes the slots in its own transaction; see the accounts' tests. Here: the rest.

    The rules spend their one look-up on the slot, so an account is shut out through it.
    """
    shut_out, colleague = _attempt(), _attempt()
    account = shut_out.stage.account(
        shut_out.person, role=Role.CLINIC, org=shut_out.stage.clinic, status=Status.SUSPENDED
    )
    shut_out.stage.seed(account)
    shut_out.rewrite(open=False)
    with pytest.raises(DeniedError):
        shut_out.go()
    colleague.go()


_PLACES = {
    "landing": lambda a: a.name,
    "content": lambda a: f"cases/{a.stage.clinic}/{a.stage.case}/{a.slot.id}/content",
    "thumbnail": lambda a: f"cases/{a.stage.clinic}/{a.stage.case}/{a.slot.id}/thumbnail",
}


def _ask(person: Person, what: str, name: str) -> None:
    match what:
        case "download":
            wire.object_request(person, "GET", name, "?alt=media")
        case "metadata":
            wire.object_request(person, "GET", name)
        case "list":
            wire.list_objects(person, f"{name.rpartition('/')[0]}/")
        case "delete":
            wire.object_request(person, "DELETE", name)
        case "change":
            wire.object_request(person, "PATCH", name, json={"contentType": "text/html"})
        case "overwrite":
            wire.upload(person, name, DATA, "model/stl")


@pytest.mark.parametrize("place", _PLACES)
@pytest.mark.parametrize("what", ["download", "metadata", "list", "delete", "change", "overwrite"])
def test_what_lies_in_the_bucket_is_nobodys_by_rules(
    attempt: Attempt, place: str, what: str
) -> None:
    """Not even the uploader's or an admin's: they ask a function for a link.

    Nothing of the sort is allowed to anybody, so the twin is the functions' own access.
    """
    name = _PLACES[place](attempt)
    _put(name)
    before = firebase.bucket().get_blob(name)
    stage = attempt.stage
    for person in (
        attempt.person,
        Person(),
        tokens.person(),
        stage.join(Role.CLINIC, stage.clinic, owner=True),
        stage.join(Role.CLINIC, stage.other_clinic, owner=True),
        stage.join(Role.LAB, stage.lab, owner=True),
        stage.join(Role.OPERATOR),
        stage.join(Role.ADMIN),
    ):
        with pytest.raises(DeniedError):
            _ask(person, what, name)
    after = firebase.bucket().get_blob(name)
    assert (after.generation, after.metageneration) == (before.generation, before.metageneration)
    assert _there(name) == DATA


@pytest.mark.parametrize("place", ["content", "thumbnail"])
def test_nobody_writes_to_the_clean_zone(attempt: Attempt, place: str) -> None:
    """Of their own clinic or another; the twin is the same upload into the landing zone."""
    name = _PLACES[place](attempt)
    for actor in (a for a in ACTORS if a.name != "subject"):
        with pytest.raises(DeniedError):
            wire.upload(_play(attempt.stage, actor), name, DATA, "model/stl")
        assert _there(name) is None, actor.name
    attempt.go()


def _play(stage: Scene, actor: Actor) -> Person:
    if not actor.signed_in:
        return Person()
    standing = actor.standing(stage) if actor.standing else {}
    if "role" not in standing:
        return tokens.person()
    return stage.join(standing["role"], standing.get("org"), owner=standing.get("owner", False))
