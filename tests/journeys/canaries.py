"""People and patients with a word of their own in everything that is held about them.

All of it comes in through the public surface, as it would from their apps.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from core import firebase
from tests.journeys.steps import ask, assign, decided, move
from tests.support import forms, meshes, tokens, wire
from tests.support.canary_words import GONE, STAYS, word
from tests.support.people import Cast, appointed_admin
from tools import samples
from tools.client import Person, wait_for


@dataclass
class Somebody:
    """A person with a word of their own in everything that is held about them."""

    cast: Cast
    role: str
    word: str
    owner: Person | None = None
    person: Person = field(init=False)

    def __post_init__(self) -> None:
        if self.role == "admin":
            self.person = appointed_admin()
            name = f"Asha {self.word}-name"
            wire.stamp(self.person, f"users/{self.person.uid}", "updated_at", name=name)
            return
        self.person = Person.sign_up(f"{self.word}-mail@example.com")
        place = {**forms.ADDRESS, "name": f"{self.word}-place Dental"}
        said: dict[str, Any] = {"name": f"Asha {self.word}-name", "organisation": place}
        if self.owner is not None:
            invited = self.owner.call(
                "accounts/invite_member", email=self.person.email, owner=self.role == "owner"
            )
            said |= {"organisation": None, "invite_id": invited["invite_id"]}
        elif self.role == "operator":
            said["organisation"] = None
        person = self.person
        person.call("accounts/register_account", **forms.application(self.account, **said))
        self.cast.approved(person)
        device = f"users/{person.uid}/devices/{uuid.uuid4().hex}"
        token = f"{self.word}-device:{uuid.uuid4().hex * 5}"
        wire.stamp(person, device, "created_at", "updated_at", token=token, platform="android")
        ask(person, "support/open_ticket", subject=f"{self.word}-ticket", text="It fails.")

    @property
    def account(self) -> str:
        """The role of the account: owners are members of a clinic who may do more."""
        return "clinic" if self.role in {"owner", "member"} else self.role

    def leaves(self, patient_id: str) -> None:
        """Attest a consent, under a name."""
        said = forms.consent(patient_id, obtained_by=f"Dr. {self.word}-attested")
        self.person.call("scans/record_consent", said)

    @property
    def words(self) -> set[str]:
        """What must be found, each in another place."""
        parts = {"name", "mail", "device", "ticket"}
        if self.role == "admin":
            parts = {"name"}
        return {f"{self.word}-{part}" for part in parts}


def pair(cast: Cast, role: str) -> tuple[Somebody, Somebody]:
    """Two people of a role, in one clinic or lab where it has one: one goes, one stays."""
    if role in {"operator", "admin"}:
        return Somebody(cast, role, word(GONE)), Somebody(cast, role, word(STAYS))
    stays = Somebody(cast, role, word(STAYS))
    return Somebody(cast, role, word(GONE), owner=stays.person), stays


@dataclass
class Surgery:
    """A clinic, its operator and its lab."""

    cast: Cast
    owner: Person = field(init=False)
    operator: Person = field(init=False)
    lab: Person = field(init=False)

    def __post_init__(self) -> None:
        cast = self.cast
        self.owner, self.operator = cast.member(), cast.member("operator")
        self.lab = cast.member("lab")
        wallet = self.owner.call("wallet/get_balance")["wallet_id"]
        money = {"wallet_id": wallet, "kind": "clinic", "paise": 10**7, "reason": "Paid in."}
        ask(cast.admin, "wallet/adjust_wallet", **money)
        billing = {"legal_name": "Pearl Lab LLP", "address": "3 Station Road, Pune", "state": "27"}
        self.lab.call("wallet/set_billing", billing=billing)
        self.lab_id = self.lab.call("labs/save_profile", accepting=True)["lab_id"]
        crown = {"name": "Zirconia crown", "work": "crown", "materials": ["zirconia"],
                 "shade_guide": "vita_classical", "per": "tooth", "price": 100,
                 "turnaround": 3}  # fmt: skip
        self.service = ask(self.lab, "labs/save_service", **crown)["service_id"]


@dataclass
class Treated:
    """A patient with a word of their own in everything: scanned, photographed, given a crown."""

    at: Surgery
    word: str
    patient_id: str = ""
    consent_id: str = ""
    case_id: str = ""
    order_id: str = ""

    def __post_init__(self) -> None:
        owner, word = self.at.owner, self.word
        said = forms.patient(name=f"Meera {word}-name", reference=f"{word}-ref")
        self.patient_id = owner.call("scans/add_patient", said)["patient_id"]
        guardian = {"name": f"Parent {word}-guardian", "relation": "parent"}
        consent = forms.consent(
            self.patient_id, guardian=guardian, obtained_by=f"Dr. {word}-attested"
        )
        self.consent_id = owner.call("scans/record_consent", consent)["consent_id"]
        self._upload(owner, self._photo("form"), kind="image", consent_id=self.consent_id)
        self._visited()
        self._upload(owner, self._photo("photo"), kind="image", jaw="upper", case_id=self.case_id)
        self._ordered()

    def _photo(self, part: str) -> tuple[str, bytes]:
        return f"{self.word}-{part}.jpg", samples.photo_with_gps() + self.word.encode()

    def _upload(self, person: Person, file: tuple[str, bytes], **target: Any) -> str:
        name, data = file
        request = {"file_name": name, "byte_size": len(data), "idempotency_key": uuid.uuid4().hex}
        slot = person.call("scans/start_upload", **request, **target)
        kind = "image/jpeg" if target["kind"] == "image" else "model/stl"
        person.upload(slot["object_name"], data, kind)
        path = f"uploads/{slot['upload_id']}"
        found = wait_for(lambda: decided(person.read(path)), what=f"no outcome of {path}")
        assert found["state"] == "ready"
        return str(found["id"])

    def _visited(self) -> None:
        at, known = self.at, {"patient_id": self.patient_id, "consent_id": self.consent_id}
        slot = forms.time_slot(24)
        notes = f"Crown for {self.word}-notes"
        asked = ask(at.owner, "scans/request_visit", **known, slots=[slot],
                    scans=["upper_arch"], notes=notes)  # fmt: skip
        self.case_id, visit = asked["case_id"], asked["visit_id"]
        assign(at.cast.admin, visit, at.operator, slot)
        for action in ("accept", "depart", "arrive", "begin"):
            move(at.operator, visit, action)
        scan = meshes.binary(meshes.box(20), header=self.word.encode(), tail=self.word.encode())
        file = f"{self.word}-scan.stl", scan
        self.file_id = self._upload(at.operator, file, kind="stl", jaw="upper", visit_id=visit)
        move(at.operator, visit, "finish")
        move(at.owner, visit, "complete")

    def _ordered(self) -> None:
        at, files = self.at, [self.file_id]
        item = {"service_id": at.service, "teeth": [26], "material": "zirconia", "shade": "A2",
                "notes": f"As {self.word}-item wishes"}  # fmt: skip
        wanted = (datetime.now(UTC).date() + timedelta(days=30)).isoformat()
        placed = ask(at.owner, "labs/place_order", case_id=self.case_id, lab_id=at.lab_id,
                     items=[item], file_ids=files, wanted_on=wanted, share_name=True,
                     proceed_with_warnings=True)  # fmt: skip
        self.order_id = placed["order_id"]
        said = {"order_id": self.order_id, "text": f"About {self.word}-message"}
        ask(at.owner, "labs/send_message", **said)
        moves = [(at.lab, "accept"), (at.lab, "start"), (at.lab, "finish"), (at.lab, "ship"),
                 (at.owner, "deliver"), (at.owner, "complete")]  # fmt: skip
        for person, action in moves:
            more = {"shipment": {"carrier": "Blue Dart"}} if action == "ship" else {}
            ask(person, "labs/move_order", order_id=self.order_id, action=action, **more)
            if action == "accept":
                at.lab.call("labs/get_file_links", order_id=self.order_id, file_ids=files)

    @property
    def words(self) -> set[str]:
        """What must be found, each in another place."""
        parts = ("name", "ref", "guardian", "attested", "form", "notes", "scan", "photo", "item",
                 "message")  # fmt: skip
        return {f"{self.word}-{part}" for part in parts}

    @property
    def of_others(self) -> set[str]:
        """Those that are about somebody else than the patient: who obtained the consent."""
        return {f"{self.word}-attested"}

    def objects(self) -> dict[str, bytes]:
        """What lies in the bucket of the patient, by name."""
        clinic = tokens.payload(self.at.owner.token)["org"]
        folders = f"cases/{clinic}/{self.case_id}/", f"consents/{clinic}/{self.consent_id}/"
        blobs = [b for folder in folders for b in firebase.clean_bucket().list_blobs(prefix=folder)]
        return {blob.name: blob.download_as_bytes() for blob in blobs}
