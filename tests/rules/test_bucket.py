"""Who reads or changes what lies in the buckets: nobody, by rules."""

from __future__ import annotations

from urllib.parse import quote

import pytest
import requests

from core import firebase
from core.access import Role
from tests.rules.matrix import ACTORS, NAMED, Actor
from tests.rules.slots import DATA, Attempt, put, there
from tests.support import tokens, wire
from tests.support.account_records import Tenants
from tools.client import DeniedError, Person, wait_for

pytestmark = [pytest.mark.deployed, pytest.mark.usefixtures("trigger_is_up")]

_PLACES = {
    "landing": lambda a: a.name,
    "content": lambda a: f"cases/{a.tenants.clinic}/{a.tenants.case}/{a.slot.id}/content",
    "thumbnail": lambda a: f"cases/{a.tenants.clinic}/{a.tenants.case}/{a.slot.id}/thumbnail",
    "form": lambda a: f"consents/{a.tenants.clinic}/{a.tenants.consent}/{a.slot.id}/content",
    "attachment": lambda a: f"attachments/{a.slot.id}/content",
    "invoice": lambda a: f"invoices/{a.tenants.clinic}/SC-2627-{a.slot.id}-{'0' * 16}.pdf",
    "statement": lambda a: f"statements/{a.tenants.clinic}/{a.slot.id}/statement.csv",
}


_BUCKETS = {"landing": firebase.landing_bucket, "clean": firebase.clean_bucket}


def _ask(person: Person, what: str, name: str, into: str) -> None:
    match what:
        case "download":
            wire.object_request(person, "GET", name, "?alt=media", into)
        case "metadata":
            wire.object_request(person, "GET", name, into=into)
        case "list":
            wire.list_objects(person, f"{name.rpartition('/')[0]}/", into)
        case "delete":
            wire.object_request(person, "DELETE", name, into=into)
        case "change":
            changed = {"contentType": "text/html"}
            wire.object_request(person, "PATCH", name, into=into, json=changed)
        case "overwrite":
            wire.upload(person, name, DATA, "model/stl", into)


@pytest.mark.parametrize("where", _BUCKETS)
@pytest.mark.parametrize("place", _PLACES)
@pytest.mark.parametrize("what", ["download", "metadata", "list", "delete", "change", "overwrite"])
def test_what_lies_in_a_bucket_is_nobodys_by_rules(
    attempt: Attempt, place: str, what: str, where: str
) -> None:
    """Not even the uploader's or an admin's: they ask a function for a link.

    Nothing of the sort is allowed to anybody, so the twin is the functions' own access.
    """
    name, bucket = _PLACES[place](attempt), _BUCKETS[where]()
    put(name, bucket=bucket)
    before = bucket.get_blob(name)
    tenants = attempt.tenants
    for person in (
        attempt.person,
        Person(),
        tokens.person(),
        tenants.join(Role.CLINIC, tenants.clinic, owner=True),
        tenants.join(Role.CLINIC, tenants.other_clinic, owner=True),
        tenants.join(Role.LAB, tenants.lab, owner=True),
        tenants.join(Role.OPERATOR),
        tenants.join(Role.ADMIN),
    ):
        with pytest.raises(DeniedError):
            _ask(person, what, name, wire.objects(str(bucket.name)))
    after = bucket.get_blob(name)
    assert (after.generation, after.content_type) == (before.generation, before.content_type)
    if (place, where) != ("landing", "landing"):  # there the trigger takes away what is noted
        assert after.metageneration == before.metageneration
    assert there(name, bucket) == DATA
    bucket.blob(name).delete()


def test_the_token_of_an_uploads_answer_is_soon_good_for_nothing(attempt: Attempt) -> None:
    """The deployed trigger takes it off before it looks the slot up, which looks claimed here."""
    answer = wire.upload(attempt.person, attempt.name, DATA, attempt.content_type)
    link = f"{wire.objects()}/{quote(attempt.name, safe='')}?alt=media&token="
    wait_for(
        lambda: requests.get(f"{link}{answer['downloadTokens']}", timeout=30).status_code == 403,
        what="the token reads the object still",
    )
    assert there(attempt.name) == DATA
    with pytest.raises(DeniedError):
        wire.object_request(attempt.person, "POST", attempt.name, "?create_token=true")


@pytest.mark.parametrize("place", ["content", "thumbnail", "form", "invoice", "statement"])
@pytest.mark.parametrize("where", _BUCKETS)
def test_nobody_writes_to_the_clean_zone(attempt: Attempt, place: str, where: str) -> None:
    """Of their own clinic or another; the twin is the same upload into the landing zone."""
    name, bucket = _PLACES[place](attempt), _BUCKETS[where]()
    for actor in (a for a in ACTORS if a is not NAMED):
        person = _play(attempt.tenants, actor)
        with pytest.raises(DeniedError):
            wire.upload(person, name, DATA, "model/stl", wire.objects(str(bucket.name)))
        assert there(name, bucket) is None, actor.name
    attempt.go()


def test_a_slot_is_for_the_landing_zones_bucket_alone(attempt: Attempt) -> None:
    """The twin is the same upload, by the same person into the same slot, where it is meant."""
    clean = firebase.clean_bucket()
    with pytest.raises(DeniedError):
        wire.upload(
            attempt.person, attempt.name, DATA, attempt.content_type, wire.objects(str(clean.name))
        )
    assert there(attempt.name, clean) is None
    attempt.go()
    assert there(attempt.name) == DATA


def _play(tenants: Tenants, actor: Actor) -> Person:
    if not actor.signed_in:
        return Person()
    standing = actor.standing(tenants) if actor.standing else {}
    if "role" not in standing:
        return tokens.person()
    return tenants.join(standing["role"], standing.get("org"), owner=standing.get("owner", False))
