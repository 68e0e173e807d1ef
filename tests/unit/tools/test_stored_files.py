"""Files against documents: what a document names, how that is judged, and which may name any."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from core.objects import StoredObject
from core.unknown import stored
from tests.rules.specimens import SPECIMENS
from tests.support.account_records import Tenants
from tools.client import Person
from tools.scannerctl.stored_files import (
    Fault,
    Standing,
    holders,
    judged,
    named_in,
    passing_folders,
    place_of,
    standing,
)

NAME = "cases/c/d/e/content"
STORED = StoredObject(
    name=NAME, generation=7, byte_size=5, content_type="model/stl", crc32c="bjy5Nw=="
).model_dump()
STANDS = Standing(generation=7, byte_size=5, crc32c="bjy5Nw==")


def test_what_a_document_names_is_found_however_deep() -> None:
    other = STORED | {"name": "cases/c/d/e/sheet", "of_a_newer_release": 1}
    fields = {"content": STORED, "pictures": {"x": [{"sheet": other}]}, "name": "no file"}
    assert [(field, each["name"]) for field, each in named_in(fields)] == [
        ("content", NAME),
        ("pictures", "cases/c/d/e/sheet"),
    ]
    assert list(named_in({"content": {k: v for k, v in STORED.items() if k != "crc32c"}})) == []


@pytest.mark.parametrize(
    ("there", "fault"),
    [
        (STANDS, None),
        (None, Fault.MISSING),
        (Standing(8, 5, "bjy5Nw=="), Fault.PUT_BACK),
        (Standing(7, 6, "bjy5Nw=="), Fault.DIFFERS),
        (Standing(7, 5, "AAAAAA=="), Fault.DIFFERS),
        (Standing(8, 5, "AAAAAA=="), Fault.DIFFERS),  # never linked anew: it is another file
    ],
)
def test_an_object_is_judged(there: Standing | None, fault: Fault | None) -> None:
    assert judged(STORED, there, ("exports/",)) is fault


class Bucket(list[str]):
    """A bucket with objects of some names."""

    def list_blobs(self) -> list[SimpleNamespace]:
        """Return them, each with the same bytes."""
        said = {"generation": 7, "size": 5, "crc32c": "bjy5Nw=="}
        return [SimpleNamespace(name=name, **said) for name in self]


@pytest.mark.parametrize("zone", ["clean", None])
def test_an_object_is_there_in_the_bucket_that_its_document_says(zone: str | None) -> None:
    """Links are signed for that one; put back into the other, it is missing."""
    of_zone = STORED | {"zone": zone}
    for objects, there in ((([NAME], []), zone == "clean"), (([], [NAME]), zone is None)):
        found = standing([Bucket(each) for each in objects])
        fault = judged(of_zone, found.get(place_of(of_zone)), ())
        assert fault is (None if there else Fault.MISSING)


def test_what_the_lifecycle_takes_is_not_missed() -> None:
    assert judged(STORED | {"name": "exports/a/b.zip"}, None, ("exports/",)) is None
    assert judged(STORED | {"name": "invoices/a/b.pdf"}, None, ("exports/",)) is Fault.MISSING


def test_the_folders_that_the_lifecycle_empties() -> None:
    folders = set(passing_folders())
    assert {"landing/", "statements/", "exports/"} <= folders
    assert not folders & {"cases/", "consents/", "invoices/", "erasures/", "attachments/"}


def test_every_document_that_may_name_a_file_is_looked_at() -> None:
    looked_at = {model.collection() for model in holders()}
    person, tenants = Person("u1", "u1@example.com"), Tenants()
    made = [each.make(tenants, person) for each in SPECIMENS]
    naming = {each.collection() for each in made if any(named_in(stored(each)))}
    assert naming
    assert naming <= looked_at
    assert not looked_at & {"audit", "entries", "users", "jobs"}, "these are many, and name none"
