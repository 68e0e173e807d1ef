"""Rights: everybody gets all that is held of them, has it corrected, and is gone when they ask.

A week goes by in a moment: the sweep beside the emulators looks at one request as if it were over.
"""

from __future__ import annotations

from itertools import count
from typing import Any

import pytest
import requests

from core import firebase
from privacy.erasure.receipts import name_of
from tests.journeys.canaries import Surgery, Treated, pair
from tests.journeys.steps import ask, refused
from tests.support import forms, tokens, wire
from tests.support.archives import Opened, until
from tests.support.backups import digest
from tests.support.canary_words import GONE, STAYS, word
from tests.support.people import Cast
from tools.client import CallError, Person, wait_for
from tools.emulators.ticking import tick

#: The cooling-off has seven days; on the last one it is said once more that it ends.
LAST_DAY, OVER = 6.5, 7.5


def erased(person: Person, **about: str) -> str:
    """Ask for an erasure, be warned, and see it done a week later; the request's id."""
    person.sign_in()
    request_id = str(ask(person, "privacy/request_erasure", **about)["request_id"])
    subject = f"privacy_requests/{request_id}"
    tick(LAST_DAY, subject)

    def told() -> set[str]:
        refs = [n["refs"] for n in person.query("inbox", parent=f"users/{person.uid}")]
        return {each["step"] for each in refs if each.get("request") == request_id}

    assert wait_for(lambda: told() == {"cooling_off", "begins-soon"})
    hours = count()

    def done() -> bool | None:
        """What came while it ran, as a notice being delivered, makes it fail and run again."""
        tick(OVER + next(hours) / 24, subject)
        return firebase.firestore_client().document(subject).get().get("state") == "done" or None

    wait_for(done)
    return request_id


def stored(paths: set[str]) -> dict[str, bytes]:
    """The documents that stand at some paths."""
    client = firebase.firestore_client()
    found = client.get_all([client.document(path) for path in sorted(paths)])
    return {d.reference.path: str(d.to_dict()).encode() for d in found if d.exists}


def receipt_of(request_id: str) -> dict[str, Any]:
    """What the request says of its erasure, once its receipt is in the bucket."""
    assert GONE not in firebase.clean_bucket().blob(name_of(request_id)).download_as_text()
    found = firebase.firestore_client().document(f"privacy_requests/{request_id}").get()
    return found.to_dict() or {}


@pytest.mark.parametrize("role", ["owner", "member", "operator", "lab", "admin"])
def test_a_person_gets_everything_and_is_gone(cast: Cast, role: str) -> None:
    mine, other = pair(cast, role)
    person = mine.person
    if mine.account == "clinic":
        patient_id = person.call("scans/add_patient", forms.patient())["patient_id"]
        for each in (mine, other):
            each.leaves(patient_id)
    archive = Opened.of(person)
    assert {w for w in mine.words if not archive.holds(w)} == set()
    assert not archive.holds(other.word)
    assert person.email.encode() in archive.files["data/sign_in.json"]
    assert f"users/{person.uid}" in archive.paths

    claims = {k: v for k, v in tokens.payload(person.token).items() if k in {"role", "org"}}
    stale = tokens.person(uid=person.uid, email=person.email, age=3600, **claims)
    assert refused(stale, "privacy/request_erasure") == "sign-in-again"
    assert other.person.read(f"users/{other.person.uid}")
    request_id = erased(person)

    with pytest.raises(requests.HTTPError):
        person.sign_in()
    assert person.read(f"users/{person.uid}") is None
    late = {"subject": "Back", "text": "Am I?"}
    assert refused(person, "support/open_ticket", **late) == "account-not-active"
    assert refused(person, "accounts/register_account", **forms.application()) == "sign-in-required"
    assert refused(person, "privacy/request_export") == "sign-in-required"
    left = stored(archive.paths)
    assert f"users/{person.uid}" not in left
    assert {path for path, data in left.items() if mine.word.encode() in data} == set()
    kept = {path.split("/")[0] for path in left}
    # A notice of what the person did stands until others have heard it, and names nobody by then.
    assert kept <= {"audit", "privacy_requests", "clinics", "labs", "consents", "notices"}
    notices = [data for path, data in left.items() if path.startswith("notices/")]
    assert not any(person.uid.encode() in data for data in notices)
    receipt = receipt_of(request_id)
    assert receipt["state"] == "done"
    assert receipt["outcome"]["delete"] > 0
    assert receipt["kept"], "who did what, by ids"
    other.person.sign_in()
    assert Opened.of(other.person).holds(f"{other.word}-name")


# --- correcting ----------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["clinic", "lab"])
def test_an_organisation_is_corrected_once_an_admin_grants_it(cast: Cast, role: str) -> None:
    owner = cast.member(role)
    member, org = cast.colleague(owner, role), tokens.payload(owner.token)["org"]
    name = f"{word(STAYS)} Dental Care"
    body = {"organisation": {**forms.ADDRESS, "name": name, "address": "14 MG Road"}}
    assert refused(member, "privacy/request_correction", **body) == "not-owner"
    request_id = str(ask(owner, "privacy/request_correction", **body)["request_id"])
    before = owner.read(f"{role}s/{org}")
    assert before is not None
    assert before["name"] != name, "nothing changes before somebody decides"
    answer = {"request_id": request_id, "answer": "approve"}
    with pytest.raises(CallError) as caught:
        owner.call("privacy/answer_request", **answer)
    assert caught.value.reason == "role-not-allowed"
    assert cast.admin.call("privacy/answer_request", **answer)["state"] == "done"
    request = until(owner, request_id, "done")
    assert request["before"]["name"] == before["name"]
    for each in (owner, member):
        assert (each.read(f"{role}s/{org}") or {})["name"] == name
    inbox = owner.query("inbox", parent=f"users/{owner.uid}")
    assert "done" in {n["refs"].get("step") for n in inbox if n["kind"] == "privacy_step"}


def test_who_has_no_organisation_corrects_the_own_name_alone(cast: Cast) -> None:
    operator, name = cast.member("operator"), f"Asha {word(STAYS)}"
    body = {"organisation": forms.ADDRESS}
    assert refused(operator, "privacy/request_correction", **body) == "role-not-allowed"
    wire.stamp(operator, f"users/{operator.uid}", "updated_at", name=name)
    assert Opened.of(operator).rows("users")[0]["name"] == name


# --- patients ------------------------------------------------------------------------------------


def test_a_patient_is_handed_out_and_erased_and_the_next_one_untouched(cast: Cast) -> None:
    at = Surgery(cast)
    mine, other = Treated(at, word(GONE)), Treated(at, word(STAYS))
    colleague = cast.colleague(at.owner)
    archive, others = (Opened.of(colleague, each.patient_id) for each in (mine, other))
    assert {w for w in mine.words if not archive.holds(w)} == mine.of_others
    assert not archive.holds(other.word)
    assert {w for w in other.words if not others.holds(w)} == other.of_others
    packed = {data for name, data in archive.files.items() if name.startswith("files/")}
    assert packed == set(mine.objects().values())
    about = {"patient_id": mine.patient_id}
    assert refused(colleague, "privacy/request_erasure", **about) == "not-owner"
    before = digest({**stored(others.paths), **other.objects()})

    request_id = erased(at.owner, **about)

    request = until(at.owner, request_id, "done")
    assert receipt_of(request_id)["outcome"] == request["outcome"]
    assert request["outcome"]["delete"] > 0
    assert set(request["kept"]), "grounds on which something stays"
    left = stored(archive.paths)
    assert {path for path, data in left.items() if mine.word.encode() in data} == set()
    assert {path.split("/")[0] for path in left} <= {
        "consents", "cases", "orders", "visits", "shares", "uploads", "privacy_requests",
    }  # fmt: skip
    assert mine.objects() == {}
    clinic = tokens.payload(at.owner.token)["org"]
    assert at.owner.read(f"clinics/{clinic}/patients/{mine.patient_id}") is None
    assert digest({**stored(others.paths), **other.objects()}) == before
    assert at.lab.read(f"orders/{mine.order_id}"), "the lab's own record of its work stays"
    assert GONE not in str(at.lab.read(f"orders/{mine.order_id}"))
