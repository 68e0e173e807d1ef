"""The Storage emulator heeds generations as Cloud Storage does: other tests rest on it.

As documented at https://cloud.google.com/storage/docs/request-preconditions: 412 for what is to
match and does not, 304 for what is not to match and does, 404 for a generation that is not there.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from threading import Barrier
from urllib.parse import quote

import pytest
import requests

from tests.support.ids import document_id

OLD, NEW = b"what stood there", b"what is written"
#: Each precondition: the number of an object that it is about, what is to be added to that for it
#: to hold, and the status where it does not.
PRECONDITIONS = {
    "ifGenerationMatch": ("generation", 0, 412),
    "ifGenerationNotMatch": ("generation", 1, 304),
    "ifMetagenerationMatch": ("metageneration", 0, 412),
    "ifMetagenerationNotMatch": ("metageneration", 1, 304),
}


@dataclass(frozen=True)
class Stored:
    """An object of a bucket of its own, by the JSON API."""

    bucket: str
    name: str = "folder/object"

    @property
    def path(self) -> str:
        """Where the object is asked for."""
        return f"/storage/v1/b/{self.bucket}/o/{quote(self.name, safe='')}"

    def upload(self, data: bytes, **query: object) -> requests.Response:
        """Upload it in one request, its bytes alone."""
        query = {"uploadType": "media", "name": self.name, **query}
        return self._ask("POST", f"/upload/storage/v1/b/{self.bucket}/o", query, data=data)

    def upload_described(self, data: bytes, **query: object) -> requests.Response:
        """Upload it in one request, with what is said of it."""
        said = json.dumps({"name": self.name, "contentType": "model/stl"}).encode()
        body = b"\r\n".join(
            [
                *(b"--cut", b"content-type: application/json", b"", said),
                *(b"--cut", b"content-type: model/stl", b"", data, b"--cut--", b""),
            ]
        )
        return self._ask(
            "POST",
            f"/upload/storage/v1/b/{self.bucket}/o",
            {"uploadType": "multipart", **query},
            data=body,
            headers={"content-type": "multipart/related; boundary=cut"},
        )

    def upload_resumably(self, data: bytes, **query: object) -> requests.Response:
        """Upload it as large ones are: what is demanded is said in the first request alone."""
        started = self._ask(
            "POST",
            f"/upload/storage/v1/b/{self.bucket}/o",
            {"uploadType": "resumable", **query},
            json={"name": self.name},
        )
        assert started.status_code == 200
        return requests.put(started.headers["location"], data, timeout=30)

    def copy(self, data: bytes, **query: object) -> requests.Response:
        """Overwrite it by a copy of an object that holds the data."""
        other = Stored(self.bucket, f"other/{document_id()}")
        other.upload(data)
        return self._ask("POST", f"{other.path[11:]}/rewriteTo{self.path[11:]}", query, json={})

    def patch(self, **query: object) -> requests.Response:
        """Note something on it."""
        return self._ask("PATCH", self.path, query, json={"metadata": {"noted": "yes"}})

    def delete(self, **query: object) -> requests.Response:
        """Delete it."""
        return self._ask("DELETE", self.path, query)

    def get(self, **query: object) -> requests.Response:
        """Ask what it is, or with `alt="media"` for its bytes."""
        return self._ask("GET", self.path, query)

    def numbers(self) -> dict[str, int]:
        """The generation and metageneration that stand there; zeros for none."""
        found = self.get()
        known = found.json() if found.ok else {}
        return {name: int(known.get(name, 0)) for name in ("generation", "metageneration")}

    def holds(self) -> bytes | None:
        """The bytes that stand there."""
        found = self.get(alt="media")
        return found.content if found.ok else None

    def _ask(self, method: str, path: str, query: object, **body: object) -> requests.Response:
        url = f"{os.environ['STORAGE_EMULATOR_HOST']}{path}"
        return requests.request(method, url, params=query, timeout=30, **body)  # type: ignore[arg-type]


@pytest.fixture
def stored() -> Stored:
    """An object, changed once since it was written."""
    stored = Stored(f"bucket-{document_id().lower()}")
    assert stored.upload(OLD).ok
    assert stored.patch().ok
    return stored


#: What changes an object.
CHANGES: dict[str, Callable[..., requests.Response]] = {
    "media": partial(Stored.upload, data=NEW),
    "multipart": partial(Stored.upload_described, data=NEW),
    "resumable": partial(Stored.upload_resumably, data=NEW),
    "rewrite": partial(Stored.copy, data=NEW),
    "patch": Stored.patch,
    "delete": Stored.delete,
}


@pytest.mark.parametrize("precondition", PRECONDITIONS)
@pytest.mark.parametrize("change", CHANGES)
def test_what_changes_an_object_is_refused_unless_its_precondition_holds(
    stored: Stored, change: str, precondition: str
) -> None:
    number, off, status = PRECONDITIONS[precondition]
    before = stored.numbers()
    do = partial(CHANGES[change], stored)
    refused = do(**{precondition: before[number] + 1 - off})
    assert refused.status_code == status
    assert (stored.numbers(), stored.holds()) == (before, OLD)
    assert do(**{precondition: before[number] + off}).ok
    assert stored.numbers() != before


@pytest.mark.parametrize("precondition", PRECONDITIONS)
@pytest.mark.parametrize("of", [{}, {"alt": "media"}], ids=["description", "bytes"])
def test_what_reads_an_object_is_refused_unless_its_precondition_holds(
    stored: Stored, of: dict[str, str], precondition: str
) -> None:
    number, off, status = PRECONDITIONS[precondition]
    there = stored.numbers()[number]
    assert stored.get(**of, **{precondition: there + 1 - off}).status_code == status
    assert stored.get(**of, **{precondition: there + off}).ok


def test_a_refusal_reads_as_the_services(stored: Stored) -> None:
    refused = stored.upload(NEW, ifGenerationMatch=0)
    message = "At least one of the pre-conditions you specified did not hold."
    reason = {"domain": "global", "reason": "conditionNotMet", "message": message}
    assert refused.json() == {
        "error": {
            "code": 412,
            "message": message,
            "errors": [{**reason, "locationType": "header", "location": "If-Match"}],
        }
    }


@pytest.mark.parametrize("way", ["media", "multipart", "resumable", "rewrite"])
def test_a_new_object_is_written_where_none_stands(way: str) -> None:
    """No number but 0 is that of none, and what is not to match any asks for one that is there."""
    new = Stored(f"bucket-{document_id().lower()}")
    do = partial(CHANGES[way], new)
    assert do(ifGenerationMatch=1).status_code == 412
    assert do(ifGenerationNotMatch=0).status_code == 304
    assert do(ifGenerationNotMatch=1).status_code == 304
    assert do(ifMetagenerationMatch=1).status_code == 412
    assert new.holds() is None
    assert do(ifGenerationMatch=0).ok
    assert new.holds() == NEW
    assert do(ifGenerationMatch=0).status_code == 412
    assert do(ifGenerationNotMatch=0).ok


def test_a_generation_that_is_not_there_is_not_found(stored: Stored) -> None:
    there = stored.numbers()["generation"]
    for ask in (stored.get, lambda **query: stored.get(alt="media", **query)):
        assert ask(generation=there - 1).status_code == 404
        assert ask(generation=there).ok
    for change in (stored.patch, stored.delete):
        before = stored.numbers()
        assert change(generation=there - 1).status_code == 404
        assert (stored.numbers(), stored.holds()) == (before, OLD)
        assert change(generation=there).ok
    assert stored.holds() is None
    for ask in (stored.get, stored.patch, stored.delete):
        assert ask(ifGenerationMatch=there).status_code == 404


def test_a_signed_link_leads_to_its_generation_alone(stored: Stored) -> None:
    """At the address that signed links have; the emulator looks at no signature."""
    there = stored.numbers()["generation"]
    url = f"{os.environ['STORAGE_EMULATOR_HOST']}/{stored.bucket}/{stored.name}"
    assert requests.get(url, {"generation": there - 1}, timeout=30).status_code == 404
    assert requests.get(url, {"generation": there}, timeout=30).content == OLD


def test_what_is_copied_is_held_to_what_is_demanded_of_it(stored: Stored) -> None:
    """Each demand of the source, with its twin."""
    there = stored.numbers()
    url = f"{os.environ['STORAGE_EMULATOR_HOST']}{stored.path[11:]}/rewriteTo"
    made = Stored(stored.bucket, "made")

    def copy(**query: object) -> int:
        return requests.post(
            f"{url}{made.path[11:]}", params=query, json={}, timeout=30
        ).status_code

    assert copy(sourceGeneration=there["generation"] - 1) == 404
    for precondition, (number, off, status) in PRECONDITIONS.items():
        name = precondition.replace("if", "ifSource")
        assert copy(**{name: there[number] + 1 - off}) == status
        assert made.holds() is None
        assert copy(**{name: there[number] + off}) == 200
        assert made.delete().ok
    assert copy(sourceGeneration=there["generation"]) == 200
    assert made.holds() == OLD


def test_of_those_that_write_at_once_one_is_served() -> None:
    new, together = Stored(f"bucket-{document_id().lower()}"), Barrier(8, timeout=30)

    def write(number: int) -> int:
        together.wait()
        return new.upload(bytes([number]), ifGenerationMatch=0).status_code

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(write, range(8)))
    assert sorted(answers) == [200] + 7 * [412]
    assert new.holds() == bytes([answers.index(200)])
