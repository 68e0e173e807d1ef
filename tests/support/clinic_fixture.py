"""A practice at work, service by service: callers of every role, without tokens, and their clock.

Accounts and the clinic are seeded; what happens afterwards goes through the services as the
callables call them, so that a test may take any step at any time of day and count its cost.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from google.cloud.firestore import CollectionReference, FieldFilter
from google.cloud.storage import Bucket

from accounts import decisions
from accounts.models import Clinic
from core import firebase
from core.access import ORG_ROLES, Caller, Role
from core.blobs import Blobs
from core.context import Context
from core.queues import CloudTasks
from core.store import Store
from core.tally import Tally
from scans.cases import lifecycle, open_case
from scans.cases import requests as case_forms
from scans.cases.models import Case, File
from scans.consents import form_link as consent_form_link
from scans.consents import requests as consent_forms
from scans.consents.models import Consent
from scans.effects import correction, recording, withdrawal
from scans.effects import requests as effects_forms
from scans.intake import requests as intake_forms
from scans.intake import slots as intake_slots
from scans.patients import records
from scans.patients import requests as patient_forms
from scans.patients.models import AgeGroup, Patient
from scans.uploads import requests as upload_forms
from scans.uploads.models import Upload
from scans.visits import actions as visit_actions
from scans.visits import request_visit
from scans.visits import requests as visit_forms
from scans.visits.models import Operator, Visit, VisitSlot
from tests.support import ids, tokens
from tests.support import records as scan_records
from tests.support.account_records import Tenants, organisation
from tests.support.announced import announce_to
from tests.support.cloud_tasks import VirtualQueue
from tests.support.moments import NOW, Clock, hour, key, offered
from tools.client import Person


class NoClaims:
    """Stands for Firebase Auth, where these people have no accounts."""

    def set_claims(self, uid: str, claims: dict[str, str]) -> None:
        """Leave it at that."""

    def revoke(self, uid: str) -> None:
        """Leave it at that."""


@dataclass
class ClinicFixture:
    """A clinic with two members, another clinic, two operators, an admin and a lab."""

    #: When the practice opens, and its clock stands until a test moves it.
    opens: datetime = NOW
    tenants: Tenants = field(default_factory=Tenants)
    clock: Clock = field(init=False)
    people: dict[str, Caller] = field(default_factory=dict)
    #: Those of them who have accounts in Auth.
    enrolled: set[str] = field(default_factory=set)
    #: What the ids of these people begin with.
    family: str = field(default_factory=lambda: ids.document_id()[:14])
    #: What the last request cost.
    tally: Tally = field(default_factory=Tally)
    #: Where the alarms of promises go: they ring when a test has them ring.
    alarms: VirtualQueue = field(init=False)

    def __post_init__(self) -> None:
        tenants, self.clock = self.tenants, Clock(self.opens)
        self.alarms = VirtualQueue(self.clock)
        self.join("owner", Role.CLINIC, tenants.clinic, owner=True)
        self.join("member", Role.CLINIC, tenants.clinic)
        self.join("stranger", Role.CLINIC, tenants.other_clinic, owner=True)
        self.join("operator", Role.OPERATOR)
        self.join("other operator", Role.OPERATOR)
        self.join("admin", Role.ADMIN)
        self.join("lab", Role.LAB, tenants.lab)
        owners = ((tenants.clinic, "owner"), (tenants.other_clinic, "stranger"))
        tenants.seed(*(organisation(Clinic, org, self.uid(name)) for org, name in owners))

    def join(self, name: str, role: Role, org: str | None = None, **standing: object) -> str:
        """Seed an active account under a name; its uid."""
        person = Person(ids.uid(self.family), ids.email())
        org = org if role in ORG_ROLES else None
        self.tenants.seed(self.tenants.account(person, role=role, org=org, **standing))
        owner = bool(standing.get("owner"))
        self.people[name] = Caller(person.uid, person.email, True, role, org, owner)
        return person.uid

    def uid(self, name: str) -> str:
        """The uid of somebody."""
        return self.people[name].uid

    def person(self, name: str) -> Person:
        """Somebody with a token and an account in Auth, for callables and rules."""
        caller = self.people[name]
        claims = {"role": str(caller.role)} | ({"org": caller.org} if caller.org else {})
        person = tokens.person(uid=caller.uid, email=caller.email, **claims)
        if name not in self.enrolled:
            tokens.enrolled(person)
            self.enrolled.add(name)
        return person

    def hour(self, after: float) -> VisitSlot:
        """The hour that begins so many hours after the practice opens."""
        return hour(after, self.opens)

    def ctx(self, name: str = "member") -> Context:
        """The surroundings of one request by somebody, with a tally of its own."""
        return self.as_caller(self.people[name])

    def as_caller(self, caller: Caller) -> Context:
        """Likewise, by whoever it is."""
        queues = CloudTasks(lambda _: self.alarms)
        self.tally = (store := Store(firebase.firestore_client(), queues)).tally
        return Context(store, caller, self.clock)

    # --- what people do -------------------------------------------------------------------

    def patient(self, who: str = "member", **changes: object) -> str:
        """Add a patient; its id."""
        body = {"reference": f"P-{key()[:12]}", "name": "Meera Joshi", **changes}
        return records.add(
            self.ctx(who), patient_forms.AddPatient.model_validate(_keyed(body))
        ).patient_id

    def consent(self, patient_id: str, who: str = "member", **changes: object) -> str:
        """Record a consent to everything, of an adult where the record says no age; its id."""
        body = {
            "patient_id": patient_id,
            "age_group": self._age_of(patient_id),
            "text_version": "2026-05",
            "language": "en",
            "scope": ["scan", "share_with_lab", "images"],
            "obtained_at": self.clock.now(),
            "obtained_by": "Dr. Asha Rao",
            **changes,
        }
        return recording.record(
            self.ctx(who), consent_forms.RecordConsent.model_validate(_keyed(body))
        ).consent_id

    def _age_of(self, patient_id: str) -> AgeGroup:
        path = Patient.path_for(self.tenants.clinic, patient_id)
        said = (firebase.firestore_client().document(path).get().to_dict() or {}).get("age_group")
        return AgeGroup(said) if said else AgeGroup.ADULT

    def correct(self, patient_id: str, who: str = "member", **changes: object) -> None:
        """Correct a patient's record: what is not named stays."""
        said = self.patient_of(patient_id)
        body = {"patient_id": patient_id, "reference": said.reference, "name": said.name, **changes}
        correction.correct(self.ctx(who), effects_forms.CorrectPatient.model_validate(_keyed(body)))

    def consented(self, **changes: object) -> dict[str, str]:
        """Add a patient who consents; the ids of both, as requests name them."""
        patient_id = self.patient()
        return {"patient_id": patient_id, "consent_id": self.consent(patient_id, **changes)}

    def case(self, who: str = "member", **named: object) -> str:
        """Open a case, for a new patient where none is named; its id."""
        body = named or self.consented()
        return open_case.open_case(
            self.ctx(who), case_forms.OpenCase.model_validate(_keyed(body))
        ).case_id

    def request(self, who: str = "member", **changes: object) -> visit_forms.VisitRequested:
        """Ask for a visit in a day or two, for a new patient where none is named."""
        named = {} if "patient_id" in changes else self.consented()
        body = {
            **named,
            "slots": [offered(self.hour(24)), offered(self.hour(48))],
            "scans": ["upper_arch"],
            **changes,
        }
        return request_visit.request_visit(
            self.ctx(who), visit_forms.RequestVisit.model_validate(_keyed(body))
        )

    def asked(self, slot: VisitSlot) -> str:
        """Ask for a visit at this one time; its id."""
        return self.request(slots=[offered(slot)]).visit_id

    def assign(self, visit_id: str, to: str = "operator", slot: VisitSlot | None = None) -> None:
        """Send somebody, at the first slot offered where none is given."""
        body = {"visit_id": visit_id, "uid": self.uid(to), "slot": offered(slot or self.hour(24))}
        visit_actions.assign(
            self.ctx("admin"), visit_forms.AssignOperator.model_validate(_keyed(body))
        )

    def move(self, visit_id: str, *actions: str, who: str = "operator") -> None:
        """Take the steps."""
        for action in actions:
            body = _keyed({"visit_id": visit_id, "action": action})
            visit_actions.move(self.ctx(who), visit_forms.MoveVisit.model_validate(body))

    def scanning(self, to: str = "operator", **changes: object) -> visit_forms.VisitRequested:
        """Bring a visit to where its operator scans."""
        asked = self.request(**changes)
        self.assign(asked.visit_id, to)
        self.move(asked.visit_id, "accept", "depart", "arrive", "begin", who=to)
        return asked

    def cancel(self, visit_id: str, who: str = "member", **said: object) -> None:
        """Call a visit off."""
        body = _keyed({"visit_id": visit_id, "reason": "not_needed", **said})
        visit_actions.cancel(self.ctx(who), visit_forms.CancelVisit.model_validate(body))

    def slot(self, who: str = "member", **changes: object) -> upload_forms.UploadSlot:
        """Ask for a slot for a scan of the upper jaw."""
        body = {
            "file_name": "upper.stl",
            "kind": "stl",
            "jaw": "upper",
            "byte_size": 1000,
            **changes,
        }
        return intake_slots.start(
            self.ctx(who), intake_forms.StartUpload.model_validate(_keyed(body))
        )

    def attach(
        self, who: str = "member", subject: str = "", case_id: str | None = None, **changes: object
    ) -> upload_forms.UploadSlot:
        """Ask for a slot for a photo that is attached to something, as its package does."""
        said = {"file_name": "margin.jpg", "kind": "image", "byte_size": 1000, **changes}
        body, ctx = upload_forms.AttachmentToUpload.model_validate(_keyed(said)), self.ctx(who)
        return ctx.store.run(
            lambda unit: intake_slots.start_attachment(unit, ctx, body, subject, case_id)
        )

    def close(self, case_id: str, who: str = "member") -> str:
        """Close a case; its status."""
        body = case_forms.CaseKeyed(case_id=case_id, idempotency_key=key())
        return lifecycle.close(self.ctx(who), body).status

    def reopen(self, case_id: str, who: str = "member") -> str:
        """Reopen a case; its status."""
        body = case_forms.CaseKeyed(case_id=case_id, idempotency_key=key())
        return lifecycle.reopen(self.ctx(who), body).status

    def withdraw(self, consent_id: str, who: str = "member") -> list[str]:
        """Withdraw a consent; the cases that it froze."""
        body = effects_forms.WithdrawConsent(consent_id=consent_id, idempotency_key=key())
        return withdrawal.withdraw(self.ctx(who), body).case_ids

    def reschedule(self, visit_id: str, who: str = "member") -> None:
        """Offer another slot."""
        self.reschedule_to(visit_id, self.hour(96), who)

    def reschedule_to(
        self, visit_id: str, slot: VisitSlot, who: str = "member", **said: object
    ) -> None:
        """Offer this slot instead."""
        body = _keyed({"visit_id": visit_id, "slots": [offered(slot)], **said})
        visit_actions.reschedule(self.ctx(who), visit_forms.RescheduleVisit.model_validate(body))

    def suspend(self, name: str) -> None:
        """Shut somebody's account out."""
        decisions.suspend(self.ctx("admin"), NoClaims(), self.uid(name), "For the test.")

    def reinstate(self, name: str) -> None:
        """Let somebody's account in again."""
        decisions.reinstate(self.ctx("admin"), NoClaims(), self.uid(name))

    def form_link(self, consent_id: str, bucket: Bucket, who: str = "member") -> str:
        """Ask for a link to a signed form; the link."""
        body = consent_forms.GetFormLink(consent_id=consent_id)
        return consent_form_link.form_link(self.ctx(who), Blobs(bucket), body).url

    def scanned(self, asked: visit_forms.VisitRequested) -> str:
        """Have a file of a visit ready, as if it had been uploaded; its id."""
        file = scan_records.file(self.tenants).model_copy(update={"visit_id": asked.visit_id})
        self.tenants.seed(file.placed(asked.case_id, file.id))
        return file.id

    # --- what stands there afterwards -----------------------------------------------------

    def visit_of(self, visit_id: str) -> Visit:
        """Read a visit."""
        return _found(self.ctx().store.get(Visit, visit_id))

    def case_of(self, case_id: str) -> Case:
        """Read a case."""
        return _found(self.ctx().store.get(Case, case_id))

    def upload_of(self, upload_id: str) -> Upload:
        """Read an upload."""
        return _found(self.ctx().store.get(Upload, upload_id))

    def file_of(self, case_id: str, file_id: str) -> File:
        """Read a file of a case."""
        return _found(self.ctx().store.get(File, case_id, file_id))

    def patient_of(self, patient_id: str) -> Patient:
        """Read a patient of the clinic."""
        return _found(self.ctx().store.get(Patient, self.tenants.clinic, patient_id))

    def consent_of(self, consent_id: str) -> Consent:
        """Read a consent."""
        return _found(self.ctx().store.get(Consent, consent_id))

    def booked(self, name: str = "operator") -> set[str]:
        """The visits that somebody is booked for."""
        roster = self.ctx().store.get(Operator, self.uid(name))
        return {booking.visit_id for booking in roster.bookings} if roster else set()

    def inbox(self, name: str) -> list[str]:
        """The kinds of notices that somebody got, in order."""
        return [item["kind"] for item in self.notices(name)]

    def notices(self, name: str) -> list[dict[str, Any]]:
        """The notices themselves, once those that are for these people are sent."""
        self.announce()
        return _rows(f"users/{self.uid(name)}/inbox", "sent_at")

    def announce(self) -> None:
        """Send what is for these people, should the deployed trigger not have done it yet."""
        orgs = {caller.org for caller in self.people.values()} - {None}
        uids = {caller.uid for caller in self.people.values()}
        announce_to(firebase.firestore_client(), orgs, uids)

    def events(self, case_id: str) -> list[dict[str, Any]]:
        """The timeline of a case, in order of time."""
        return _rows(f"cases/{case_id}/events", "at")

    def acts(self) -> list[dict[str, Any]]:
        """What the audit trail holds of these people.

        One range: the emulator would read the whole trail for each of them.
        """
        trail = firebase.firestore_client().collection("audit")
        since = trail.where(filter=FieldFilter("actor", ">=", self.family))
        theirs = since.where(filter=FieldFilter("actor", "<", f"{self.family}~"))
        return [found.to_dict() for found in theirs.get()]


def snapshot(practice: ClinicFixture, *paths: str) -> dict[str, Any]:
    """All that a refused request must leave as it is: documents, timelines, inboxes, the trail.

    Documents come with the time of their last write, so that one rewritten as it was shows too.
    """
    client = firebase.firestore_client()
    practice.announce()
    uids = [caller.uid for caller in practice.people.values()]
    wanted = [*paths, *(f"operators/{uid}" for uid in uids)]
    found = client.get_all([client.document(path) for path in wanted])
    lists = [f"{path}/events" for path in paths if path.startswith("cases/")]
    lists += [f"users/{uid}/inbox" for uid in uids]
    shared = {f"users/{c.uid}/inbox" for c in practice.people.values() if c.role is Role.ADMIN}
    return {
        **{doc.reference.path: (doc.to_dict(), doc.update_time) for doc in found},
        **{path: sorted(_ids(client.collection(path), path in shared)) for path in lists},
        "acts": len(practice.acts()),
    }


#: What admins hear of whoever it comes from: of other tests' practices too.
_OF_ALL = frozenset(
    {"payment_alarm", "queue_waiting", "ticket_waiting", "access_review", "privacy_step"}
)


def _ids(collection: CollectionReference, shared: bool) -> Iterator[str]:
    return (doc.id for doc in collection.get() if not (shared and doc.get("kind") in _OF_ALL))


def _keyed(body: dict[str, Any]) -> dict[str, Any]:
    return {"idempotency_key": key(), **body}


def _found(document: Any) -> Any:
    assert document is not None
    return document


def _rows(path: str, order: str) -> list[dict[str, Any]]:
    found = firebase.firestore_client().collection(path).get()
    return sorted((doc.to_dict() for doc in found), key=lambda row: row[order])
