"""A call that succeeds for every callable, and what a refused one must leave as it is."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from core import settings
from core.access import Role
from core.firebase import firestore_client
from core.jobs import JobState
from core.objects import StoredObject
from tests.emulator.scenes_labs import DAYS, LABS
from tests.emulator.scenes_privacy import PRIVACY
from tests.emulator.scenes_support import SUPPORT
from tests.emulator.scenes_wallet import WALLET
from tests.emulator.stage import Scene, Stage
from tests.support import ids, records
from tests.support.forms import application, consent, patient, starting
from tools.client import Person

# --- accounts -----------------------------------------------------------------------------------


def _subject(stage: Stage, person: Person, **more: object) -> Scene:
    return Scene(stage.cast.admin, {"uid": person.uid, **more}, [f"users/{person.uid}"])


def _suspended(stage: Stage) -> Scene:
    person = stage.cast.member("operator")
    stage.cast.admin.call("accounts_suspend", uid=person.uid, reason="For the test.")
    return _subject(stage, person)


def _invited(stage: Stage) -> Scene:
    owner = stage.cast.member()
    invite = owner.call("accounts_invite_member", email=f"{uuid.uuid4().hex}@example.com")
    invite_id = invite["invite_id"]
    return Scene(owner, {"invite_id": invite_id}, [f"invites/{invite_id}"])


def _colleague(stage: Stage) -> Scene:
    owner = stage.cast.member()
    colleague = stage.cast.colleague(owner)
    return Scene(owner, {"uid": colleague.uid}, [f"users/{colleague.uid}", f"users/{owner.uid}"])


def _registering(stage: Stage) -> Scene:
    person = stage.cast.newcomer()
    return Scene(person, application(), [f"users/{person.uid}"])


def _accepting(stage: Stage) -> Scene:
    """Somebody who accepted another version."""
    person = stage.cast.member("operator")
    account = firestore_client().document(f"users/{person.uid}")
    account.update({"policy_version": "2020-01"})
    return Scene(person, {"version": settings.POLICY_VERSION.value}, [account.path])


def _inviting(stage: Stage) -> Scene:
    return Scene(stage.cast.member(), {"email": f"{uuid.uuid4().hex}@example.com"}, [])


# --- messaging ----------------------------------------------------------------------------------


def _preferring(stage: Stage) -> Scene:
    path = f"preferences/{stage.practice.uid('member')}"
    return Scene(stage.practice.person("member"), {"language": "hi"}, [path])


# --- scans: patients and consents ---------------------------------------------------------------


def _adding(stage: Stage) -> Scene:
    return Scene(stage.practice.person("member"), patient(), [], {"name": "Ravi Kumar"})


def _correcting(stage: Stage) -> Scene:
    """Of somebody who has a case, which follows."""
    named = stage.practice.consented()
    stage.practice.case(**named)
    patient_id = named["patient_id"]
    path = f"clinics/{stage.practice.scene.clinic}/patients/{patient_id}"
    wish = patient(patient_id=patient_id)
    return Scene(stage.practice.person("member"), wish, [path], {"name": "Ravi Kumar"})


def _consenting(stage: Stage) -> Scene:
    patient_id = stage.practice.patient()
    path = f"clinics/{stage.practice.scene.clinic}/patients/{patient_id}"
    wish = consent(patient_id)
    return Scene(stage.practice.person("member"), wish, [path], {"language": "hi"})


def _withdrawing(stage: Stage) -> Scene:
    named = stage.practice.consented()
    case_id = stage.practice.case(**named)
    other = {"consent_id": stage.practice.consent(named["patient_id"])}
    consent_id = named["consent_id"]
    watched = [f"consents/{consent_id}", f"cases/{case_id}", f"jobs/erase-{consent_id}"]
    return stage.keyed("member", watched, other, consent_id=consent_id)


def _form(stage: Stage) -> Scene:
    consent_id = stage.practice.consented()["consent_id"]
    found = stage.practice.consent_of(consent_id)
    form = StoredObject(
        name=f"consents/{found.clinic_id}/{consent_id}/x/content",
        generation=1,
        byte_size=1,
        content_type="image/jpeg",
        crc32c="AAAAAA==",
    )
    stage.practice.scene.seed(found.model_copy(update={"form": form}))
    wish = {"consent_id": consent_id}
    return Scene(stage.practice.person("member"), wish, [f"consents/{consent_id}"])


# --- scans: cases and files ---------------------------------------------------------------------


def _opening(stage: Stage) -> Scene:
    named = stage.practice.consented()
    return stage.keyed("member", [f"consents/{named['consent_id']}"], {"notes": "Crown"}, **named)


def _listing(stage: Stage) -> Scene:
    return Scene(stage.practice.person("member"), {"limit": 1}, [])


def _closing(stage: Stage) -> Scene:
    case_id = stage.practice.case()
    other = {"case_id": stage.practice.case()}
    return stage.keyed("member", [f"cases/{case_id}"], other, case_id=case_id)


def _reopening(stage: Stage) -> Scene:
    scene = _closing(stage)
    stage.practice.close(scene.request["case_id"])
    stage.practice.close(scene.other["case_id"])
    return scene


def _starting(stage: Stage) -> Scene:
    case_id = stage.practice.case()
    person = stage.practice.person("member")
    return Scene(person, starting(case_id), [f"cases/{case_id}"], {"jaw": "lower"})


def _linking(stage: Stage) -> Scene:
    case_id, file = stage.practice.case(), records.file(stage.practice.scene)
    stage.practice.scene.seed(file.placed(case_id, file.id))
    wish = {"case_id": case_id, "file_ids": [file.id]}
    watched = [f"cases/{case_id}", f"cases/{case_id}/files/{file.id}"]
    return Scene(stage.practice.person("member"), wish, watched)


def _counting(stage: Stage) -> Scene:
    clinic = stage.practice.scene.clinic
    wish = {"scanned_by": clinic, **DAYS}
    return Scene(stage.practice.person("member"), wish, [f"clinics/{clinic}"])


# --- scans: visits and operators ----------------------------------------------------------------


def _requesting(stage: Stage) -> Scene:
    named = stage.practice.consented()
    wish = {**named, "slots": [stage.slot(24)], "scans": ["bite"]}
    watched = [f"consents/{named['consent_id']}"]
    return stage.keyed("member", watched, {"scans": ["upper_arch"]}, **wish)


def _suggesting(stage: Stage) -> Scene:
    wish = {"visit_id": stage.practice.request().visit_id, "slot": stage.slot(24)}
    return Scene(stage.practice.person("admin"), wish, [f"visits/{wish['visit_id']}"])


def _assigning(stage: Stage) -> Scene:
    visit_id = stage.practice.request().visit_id
    uid = stage.practice.join("assigned", Role.OPERATOR)
    watched = [f"visits/{visit_id}", f"operators/{uid}"]
    other = {"slot": stage.slot(48)}
    return stage.keyed("admin", watched, other, visit_id=visit_id, uid=uid, slot=stage.slot(24))


def _moving(stage: Stage) -> Scene:
    asked = stage.practice.request()
    stage.practice.join("moving", Role.OPERATOR)
    stage.practice.assign(asked.visit_id, "moving")
    watched = [f"visits/{asked.visit_id}", f"cases/{asked.case_id}"]
    wish = {"visit_id": asked.visit_id, "action": "accept"}
    return stage.keyed("moving", watched, {"action": "decline"}, **wish)


def _rescheduling(stage: Stage) -> Scene:
    visit_id = stage.practice.request().visit_id
    wish = {"visit_id": visit_id, "slots": [stage.slot(72)]}
    return stage.keyed("member", [f"visits/{visit_id}"], {"slots": [stage.slot(96)]}, **wish)


def _cancelling(stage: Stage) -> Scene:
    asked = stage.practice.request()
    watched = [f"visits/{asked.visit_id}", f"cases/{asked.case_id}"]
    wish = {"visit_id": asked.visit_id, "reason": "not_needed"}
    return stage.keyed("member", watched, {"reason": "no_operator"}, **wish)


def _settling(stage: Stage) -> Scene:
    person = stage.practice.person("operator")
    wish = {"city": "Pune", "pincode": "411001", "available": False}
    return Scene(person, wish, [f"operators/{person.uid}"])


# --- jobs ---------------------------------------------------------------------------------------


def _job(stage: Stage) -> Scene:
    """A job that failed; the request names it."""
    failed = {"state": JobState.FAILED, "attempts": 5, "last_error": "ServiceUnavailable"}
    job = records.job(stage.practice.scene).model_copy(update=failed)
    job = job.placed(f"erase-{ids.document_id()}")
    stage.practice.scene.seed(job)
    return Scene(stage.practice.person("admin"), {"job_id": job.id}, [f"jobs/{job.id}"])


def _sweeping(stage: Stage) -> Scene:
    """Of one document alone: others' jobs are others' tests'."""
    visit_id = stage.practice.request().visit_id
    wish = {"subject": f"visits/{visit_id}"}
    return Scene(stage.practice.person("admin"), wish, [f"jobs/visit-{visit_id}"])


SCENES: dict[str, Callable[[Stage], Scene]] = {
    **LABS,
    **PRIVACY,
    **SUPPORT,
    **WALLET,
    "messaging_set_preferences": _preferring,
    "accounts_accept_policy": _accepting,
    "accounts_register": _registering,
    "accounts_approve": lambda stage: _subject(stage, stage.cast.applicant("operator")),
    "accounts_reject": lambda stage: _subject(
        stage, stage.cast.applicant(), reason="For the test."
    ),
    "accounts_change_role": lambda stage: _subject(
        stage, stage.cast.member("operator"), role="admin"
    ),
    "accounts_suspend": lambda stage: _subject(
        stage, stage.cast.member("operator"), reason="For the test."
    ),
    "accounts_reinstate": _suspended,
    "accounts_list": lambda stage: Scene(stage.cast.admin, {"status": "pending", "limit": 1}, []),
    "accounts_invite_member": _inviting,
    "accounts_withdraw_invite": _invited,
    "accounts_remove_member": _colleague,
    "accounts_hand_over_ownership": _colleague,
    "jobs_list": lambda stage: Scene(stage.practice.person("admin"), {"limit": 1}, []),
    "jobs_retry": _job,
    "jobs_sweep": _sweeping,
    "scans_add_patient": _adding,
    "scans_correct_patient": _correcting,
    "scans_record_consent": _consenting,
    "scans_withdraw_consent": _withdrawing,
    "scans_get_form_link": _form,
    "scans_open_case": _opening,
    "scans_list_cases": _listing,
    "scans_close_case": _closing,
    "scans_reopen_case": _reopening,
    "scans_start_upload": _starting,
    "scans_get_figures": _counting,
    "scans_get_file_links": _linking,
    "scans_request_visit": _requesting,
    "scans_suggest_operators": _suggesting,
    "scans_assign_operator": _assigning,
    "scans_move_visit": _moving,
    "scans_reschedule_visit": _rescheduling,
    "scans_cancel_visit": _cancelling,
    "scans_list_visits": lambda stage: Scene(
        stage.practice.person("admin"), {"state": "requested", "limit": 1}, []
    ),
    "scans_set_service_area": _settling,
}
