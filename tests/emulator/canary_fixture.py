"""People with a word of their own in everything that is held about them, and what they leave."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import Any

from google.cloud.storage import Bucket

from accounts import members
from accounts.requests import InviteMember
from core import firebase
from core.access import Role
from core.context import Context
from core.store import Store
from privacy.erasure import tasks
from privacy.erasure.eraser import Eraser
from privacy.identity import FirebaseAccounts
from privacy.inventory.subjects import DataSubject
from scans.effects import correction as effects_correction
from scans.effects.requests import CorrectPatient
from tests.emulator.scans.intake.landing_steps import Dock, Instance, StepBlobs, StepStore
from tests.support import meshes
from tests.support.backups import as_text, auth_dump, firestore_dump, storage_dump
from tests.support.clinic_fixture import ClinicFixture
from tests.support.data_request_fixture import DataRequestFixture
from tests.support.lab_fixture import LabFixture
from tests.support.moments import key
from tools import samples
from tools.client import Person


def word() -> str:
    """A word that stands nowhere else."""
    return f"zq{secrets.token_hex(6)}"


def scan(token: str) -> bytes:
    """A scan with the word in its header and behind its end."""
    return meshes.binary(meshes.box(20), header=token.encode(), tail=token.encode())


def photo(token: str) -> bytes:
    """A photograph with the word behind its end, and a place in its EXIF."""
    return samples.photo_with_gps() + token.encode()


@dataclass
class Patient:
    """A patient of the practice's clinic, with everything that there can be of one."""

    lab: LabFixture
    dock: Dock
    token: str = field(default_factory=word)
    patient_id: str = ""
    consent_id: str = ""
    case_id: str = ""
    order_id: str = ""
    visit_id: str = ""
    file_id: str = ""

    def __post_init__(self) -> None:
        practice, token = self.lab.practice, self.token
        practice.opens = practice.clock.at  # the tests of a module move its clock
        self.patient_id = practice.patient(name=f"Meera {token}", reference=f"{token}-1")
        correction = {
            "patient_id": self.patient_id,
            "reference": f"{token}-2",
            "name": f"Mira {token}",
            "age_group": "child",
            "idempotency_key": key(),
        }
        effects_correction.correct(practice.ctx(), CorrectPatient.model_validate(correction))
        guardian = {"name": f"Parent {token}", "relation": "parent"}
        self.consent_id = practice.consent(
            self.patient_id, guardian=guardian, obtained_by=f"Dr. {token}"
        )
        named = {"patient_id": self.patient_id, "consent_id": self.consent_id}
        asked = practice.request(**named, notes=f"Crown for {token}", price_list=1)
        self.case_id, self.visit_id = asked.case_id, asked.visit_id
        self._scan()
        self._order()

    def _scan(self) -> None:
        practice, token = self.lab.practice, self.token
        practice.assign(self.visit_id)
        practice.move(self.visit_id, "accept", "depart", "arrive", "begin")
        request = {"visit_id": self.visit_id, "file_name": f"{token}.stl"}
        arrival = self.dock.arrive(scan(token), "operator", **request)
        arrival.receive()
        self.file_id = arrival.upload.id
        image = {"kind": "image", "file_name": f"{token}.jpg", "case_id": self.case_id}
        self.dock.arrive(photo(token), **image).receive()
        form = {"kind": "image", "file_name": f"{token}.jpg", "jaw": None}
        self.dock.arrive(photo(token), consent_id=self.consent_id, **form).receive()
        # One that landed and that nobody has looked at.
        self.dock.arrive(scan(token), case_id=self.case_id, file_name=f"{token}.stl")
        practice.move(self.visit_id, "finish")
        practice.move(self.visit_id, "complete", who="member")

    def _order(self) -> None:
        lab = self.lab
        item = {"notes": f"As {self.token} wishes"}
        said = {"case_id": self.case_id, "file_ids": [self.file_id], "proceed_with_warnings": True}
        self.order_id = lab.place(item=item, share_name=True, **said)
        lab.move(self.order_id, "accept", "start", "finish")
        lab.links(self.order_id, self.file_id)
        lab.move(self.order_id, "ship", shipment={"carrier": "Blue Dart"})
        lab.move(self.order_id, "deliver", "complete", who="member")

    @property
    def subject(self) -> DataSubject:
        """Whom an erasure is about."""
        return DataSubject.patient(self.lab.practice.tenants.clinic, self.patient_id)


@dataclass
class CanaryFixture:
    """A clinic and a lab with a bucket that no trigger watches."""

    practice: ClinicFixture = field(default_factory=ClinicFixture)
    bucket_name: str = field(default_factory=lambda: f"rights-{secrets.token_hex(6)}")
    bucket: Bucket = field(init=False)
    lab: LabFixture = field(init=False)
    dock: Dock = field(init=False)

    def __post_init__(self) -> None:
        self.bucket = firebase.storage_client().bucket(self.bucket_name)
        self.lab, self.dock = LabFixture(self.practice), Dock(self.practice, self.bucket)
        # Cheap enough that the clinic's wallet lasts for all tests of a module.
        self.lab.offer(service_id=self.lab.service_id, price=100)

    def patient(self) -> Patient:
        """Another patient."""
        return Patient(self.lab, self.dock)

    def member(self, role: Role = Role.CLINIC, token: str | None = None) -> tuple[str, str]:
        """Somebody with a word of their own in all that is held of them: the word and the uid."""
        from firebase_admin import auth

        token, tenants = token or word(), self.practice.tenants
        orgs = {Role.CLINIC: tenants.clinic, Role.LAB: tenants.lab}
        address = {"name": f"{token} Dental", "address": token, "city": token, "pincode": "411001"}
        said: dict[str, Any] = {
            "name": f"Asha {token}",
            "phone": "+919812345678",
            "reason": f"Because of {token}",
            "application": {"role": role, "organisation": address},
        }
        email = f"{token}@example.com"
        uid = self.practice.join(token, role, orgs.get(role))
        auth.create_user(uid=uid, email=email, display_name=token, app=firebase.app())
        person = Person(uid, email)
        tenants.seed(tenants.account(person, role=role, org=orgs.get(role), **said))
        members.invite(self.practice.ctx("stranger"), InviteMember(email=email))
        if role is Role.CLINIC:
            self._works(token)
            tenants.seed(self._owning(uid))
        return token, uid

    def _works(self, token: str) -> None:
        """Attest a consent, and leave a scan in the landing zone."""
        patient_id = self.practice.patient(who=token)
        consent_id = self.practice.consent(patient_id, who=token, obtained_by=f"Dr. {token}")
        case_id = self.practice.case(who=token, patient_id=patient_id, consent_id=consent_id)
        self.dock.arrive(scan(token), token, case_id=case_id)

    def _owning(self, uid: str) -> Any:
        from accounts.models import Clinic

        clinic = self.practice.ctx().store.get(Clinic, self.practice.tenants.clinic)
        assert clinic is not None
        owners = sorted({*clinic.owners, uid})
        return clinic.model_copy(update={"owners": owners}).placed(clinic.id)

    def patient_subject(self) -> DataSubject:
        """Nobody: for who needs the surroundings of an attempt alone."""
        return DataSubject.patient("nobody", "nobody")

    def eraser(self, subject: DataSubject, instance: Instance | None = None, **more: Any) -> Eraser:
        """An attempt at an erasure, by an instance that may die."""
        from core.access import SYSTEM

        instance = instance or Instance()
        store: Store = StepStore(instance)
        ctx = Context(store, SYSTEM, self.practice.clock)
        blobs = StepBlobs(self.bucket, instance)
        return Eraser(ctx, blobs, StepAccounts(instance), subject, **more)

    def bucket_names(self, prefix: str) -> list[str]:
        """The names of the objects in a folder."""
        return [blob.name for blob in self.bucket.list_blobs(prefix=prefix)]

    def dump(self) -> dict[str, bytes]:
        """Everything there is: database, bucket, accounts."""
        database = firestore_dump(firebase.firestore_client())
        objects = storage_dump(self.bucket)
        return {
            **as_text(database),
            **{f"gs://{name}": name.encode() + data for name, data in objects.items()},
            "auth": auth_dump().encode(),
        }


@dataclass(frozen=True)
class StepAccounts(FirebaseAccounts):
    """Firebase Auth as an instance uses it, step by step."""

    instance: Instance

    def delete(self, uid: str) -> None:
        """Delete, as a step."""
        self.instance.take("account", lambda: FirebaseAccounts.delete(self, uid))


def holding(dump: dict[str, bytes], token: str) -> set[str]:
    """Where a word still stands."""
    return {path for path, data in dump.items() if token.encode() in data}


def run_erasure(canaries: CanaryFixture, request_id: str) -> Any:
    """Do what the job of an erasure does; when it is due again."""
    data_requests = DataRequestFixture(canaries.practice)
    job = data_requests.job(f"privacy-{request_id}")
    assert job is not None
    eraser = canaries.eraser(canaries.patient_subject())
    return tasks.erase(eraser.ctx, eraser.blobs, FirebaseAccounts(), job)


def run_withdrawal(canaries: CanaryFixture, consent_id: str) -> Any:
    """Do what the job of a withdrawal does."""
    job = DataRequestFixture(canaries.practice).job(f"erase-{consent_id}")
    assert job is not None
    eraser = canaries.eraser(canaries.patient_subject())
    return tasks.erase_after_withdrawal(eraser.ctx, eraser.blobs, FirebaseAccounts(), job)
