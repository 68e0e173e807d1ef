"""A call that succeeds for every callable, and what a refused one must leave as it is."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from core import settings
from core.access import Role
from core.firebase import firestore_client
from core.jobs import JobState
from core.objects import StoredObject
from tests.emulator.sample_call import SampleCall, Samples
from tests.emulator.sample_calls_labs import DAYS, LABS
from tests.emulator.sample_calls_payouts import PAYOUTS
from tests.emulator.sample_calls_privacy import PRIVACY
from tests.emulator.sample_calls_support import SUPPORT
from tests.emulator.sample_calls_wallet import WALLET
from tests.support import ids, records, sign_ins
from tests.support.forms import application, consent, patient, starting
from tools.client import Person

# --- accounts -----------------------------------------------------------------------------------


def _subject(samples: Samples, person: Person, **more: object) -> SampleCall:
    return SampleCall(samples.cast.admin, {"uid": person.uid, **more}, [f"users/{person.uid}"])


def _suspended(samples: Samples) -> SampleCall:
    person = samples.cast.member("operator")
    samples.cast.admin.call("accounts/suspend_account", uid=person.uid, reason="For the test.")
    return _subject(samples, person)


def _invited(samples: Samples) -> SampleCall:
    owner = samples.cast.member()
    invite = owner.call("accounts/invite_member", email=f"{uuid.uuid4().hex}@example.com")
    invite_id = invite["invite_id"]
    return SampleCall(owner, {"invite_id": invite_id}, [f"invites/{invite_id}"])


def _colleague(samples: Samples) -> SampleCall:
    owner = samples.cast.member()
    colleague = samples.cast.colleague(owner)
    return SampleCall(
        owner, {"uid": colleague.uid}, [f"users/{colleague.uid}", f"users/{owner.uid}"]
    )


def _registering(samples: Samples) -> SampleCall:
    person = samples.cast.newcomer()
    return SampleCall(person, application(), [f"users/{person.uid}"])


def _accepting(samples: Samples) -> SampleCall:
    """Somebody who accepted another version."""
    person = samples.cast.member("operator")
    account = firestore_client().document(f"users/{person.uid}")
    account.update({"policy_version": "2020-01"})
    return SampleCall(person, {"version": settings.POLICY_VERSION.value}, [account.path])


def _calling(samples: Samples) -> SampleCall:
    """Somebody with another phone number."""
    person = samples.cast.member("operator")
    return SampleCall(person, {"phone": "098765 43210"}, [f"users/{person.uid}"])


def _following(samples: Samples) -> SampleCall:
    """Somebody who changed the e-mail address in Auth."""
    person = samples.cast.member("operator")
    sign_ins.move_to(person, f"new-{person.email}")
    return SampleCall(person, {}, [f"users/{person.uid}"])


def _inviting(samples: Samples) -> SampleCall:
    return SampleCall(samples.cast.member(), {"email": f"{uuid.uuid4().hex}@example.com"}, [])


# --- messaging ----------------------------------------------------------------------------------


def _preferring(samples: Samples) -> SampleCall:
    path = f"preferences/{samples.practice.uid('member')}"
    return SampleCall(samples.practice.person("member"), {"language": "hi"}, [path])


# --- scans: patients and consents ---------------------------------------------------------------


def _adding(samples: Samples) -> SampleCall:
    return SampleCall(samples.practice.person("member"), patient(), [], {"name": "Ravi Kumar"})


def _correcting(samples: Samples) -> SampleCall:
    """Of somebody who has a case, which follows."""
    named = samples.practice.consented()
    samples.practice.case(**named)
    patient_id = named["patient_id"]
    path = f"clinics/{samples.practice.tenants.clinic}/patients/{patient_id}"
    request = patient(patient_id=patient_id)
    return SampleCall(samples.practice.person("member"), request, [path], {"name": "Ravi Kumar"})


def _consenting(samples: Samples) -> SampleCall:
    patient_id = samples.practice.patient()
    path = f"clinics/{samples.practice.tenants.clinic}/patients/{patient_id}"
    request = consent(patient_id)
    return SampleCall(samples.practice.person("member"), request, [path], {"language": "hi"})


def _withdrawing(samples: Samples) -> SampleCall:
    named = samples.practice.consented()
    case_id = samples.practice.case(**named)
    other = {"consent_id": samples.practice.consent(named["patient_id"])}
    consent_id = named["consent_id"]
    watched = [f"consents/{consent_id}", f"cases/{case_id}", f"jobs/erase-{consent_id}"]
    return samples.keyed("member", watched, other, consent_id=consent_id)


def _form(samples: Samples) -> SampleCall:
    consent_id = samples.practice.consented()["consent_id"]
    found = samples.practice.consent_of(consent_id)
    form = StoredObject(
        name=f"consents/{found.clinic_id}/{consent_id}/x/content",
        generation=1,
        byte_size=1,
        content_type="image/jpeg",
        crc32c="AAAAAA==",
    )
    samples.practice.tenants.seed(found.model_copy(update={"form": form}))
    request = {"consent_id": consent_id}
    return SampleCall(samples.practice.person("member"), request, [f"consents/{consent_id}"])


# --- scans: cases and files ---------------------------------------------------------------------


def _opening(samples: Samples) -> SampleCall:
    named = samples.practice.consented()
    return samples.keyed("member", [f"consents/{named['consent_id']}"], {"notes": "Crown"}, **named)


def _listing(samples: Samples) -> SampleCall:
    return SampleCall(samples.practice.person("member"), {"limit": 1}, [])


def _closing(samples: Samples) -> SampleCall:
    case_id = samples.practice.case()
    other = {"case_id": samples.practice.case()}
    return samples.keyed("member", [f"cases/{case_id}"], other, case_id=case_id)


def _reopening(samples: Samples) -> SampleCall:
    sample = _closing(samples)
    samples.practice.close(sample.request["case_id"])
    samples.practice.close(sample.other["case_id"])
    return sample


def _starting(samples: Samples) -> SampleCall:
    case_id = samples.practice.case()
    person = samples.practice.person("member")
    return SampleCall(person, starting(case_id), [f"cases/{case_id}"], {"jaw": "lower"})


def _linking(samples: Samples) -> SampleCall:
    case_id, file = samples.practice.case(), records.file(samples.practice.tenants)
    samples.practice.tenants.seed(file.placed(case_id, file.id))
    request = {"case_id": case_id, "file_ids": [file.id]}
    watched = [f"cases/{case_id}", f"cases/{case_id}/files/{file.id}"]
    return SampleCall(samples.practice.person("member"), request, watched)


def _linking_an_occlusion(samples: Samples) -> SampleCall:
    case_id, pair = samples.practice.case(), records.pair(samples.practice.tenants)
    samples.practice.tenants.seed(pair.placed(case_id, pair.id))
    request = {"case_id": case_id, "pair_ids": [pair.id]}
    watched = [f"cases/{case_id}", f"cases/{case_id}/pairs/{pair.id}"]
    return SampleCall(samples.practice.person("member"), request, watched)


def _counting(samples: Samples) -> SampleCall:
    clinic = samples.practice.tenants.clinic
    request = {"scanned_by": clinic, **DAYS}
    return SampleCall(samples.practice.person("member"), request, [f"clinics/{clinic}"])


# --- scans: visits and operators ----------------------------------------------------------------


def _requesting(samples: Samples) -> SampleCall:
    named = samples.practice.consented()
    request = {**named, "slots": [samples.slot(24)], "scans": ["bite"]}
    watched = [f"consents/{named['consent_id']}"]
    return samples.keyed("member", watched, {"scans": ["upper_arch"]}, **request)


def _suggesting(samples: Samples) -> SampleCall:
    request = {"visit_id": samples.practice.request().visit_id, "slot": samples.slot(24)}
    return SampleCall(samples.practice.person("admin"), request, [f"visits/{request['visit_id']}"])


def _showing_a_visit(samples: Samples) -> SampleCall:
    visit_id = samples.practice.request().visit_id
    return SampleCall(
        samples.practice.person("admin"), {"visit_id": visit_id}, [f"visits/{visit_id}"]
    )


def _assigning(samples: Samples) -> SampleCall:
    visit_id = samples.practice.request().visit_id
    uid = samples.practice.join("assigned", Role.OPERATOR)
    watched = [f"visits/{visit_id}", f"operators/{uid}"]
    other = {"slot": samples.slot(48)}
    return samples.keyed("admin", watched, other, visit_id=visit_id, uid=uid, slot=samples.slot(24))


def _moving(samples: Samples) -> SampleCall:
    asked = samples.practice.request()
    samples.practice.join("moving", Role.OPERATOR)
    samples.practice.assign(asked.visit_id, "moving")
    watched = [f"visits/{asked.visit_id}", f"cases/{asked.case_id}"]
    request = {"visit_id": asked.visit_id, "action": "accept"}
    return samples.keyed("moving", watched, {"action": "decline"}, **request)


def _rescheduling(samples: Samples) -> SampleCall:
    visit_id = samples.practice.request().visit_id
    request = {"visit_id": visit_id, "slots": [samples.slot(72)]}
    return samples.keyed("member", [f"visits/{visit_id}"], {"slots": [samples.slot(96)]}, **request)


def _cancelling(samples: Samples) -> SampleCall:
    asked = samples.practice.request()
    watched = [f"visits/{asked.visit_id}", f"cases/{asked.case_id}"]
    request = {"visit_id": asked.visit_id, "reason": "not_needed"}
    return samples.keyed("member", watched, {"reason": "no_operator"}, **request)


def _settling(samples: Samples) -> SampleCall:
    person = samples.practice.person("operator")
    request = {"city": "Pune", "pincode": "411001", "available": False}
    return SampleCall(person, request, [f"operators/{person.uid}"])


# --- jobs ---------------------------------------------------------------------------------------


def _job(samples: Samples) -> SampleCall:
    """A job that failed; the request names it."""
    failed = {"state": JobState.FAILED, "attempts": 5, "last_error": "ServiceUnavailable"}
    job = records.job(samples.practice.tenants).model_copy(update=failed)
    job = job.placed(f"erase-{ids.document_id()}")
    samples.practice.tenants.seed(job)
    return SampleCall(samples.practice.person("admin"), {"job_id": job.id}, [f"jobs/{job.id}"])


def _sweeping(samples: Samples) -> SampleCall:
    """Of one document alone: others' jobs are others' tests'."""
    visit_id = samples.practice.request().visit_id
    request = {"subject": f"visits/{visit_id}"}
    return SampleCall(samples.practice.person("admin"), request, [f"jobs/visit-{visit_id}"])


SAMPLE_CALLS: dict[str, Callable[[Samples], SampleCall]] = {
    **LABS,
    **PRIVACY,
    **SUPPORT,
    **WALLET,
    **PAYOUTS,
    "messaging/set_preferences": _preferring,
    "accounts/accept_policy": _accepting,
    "accounts/change_phone": _calling,
    "accounts/follow_email": _following,
    "accounts/get_policy": lambda samples: SampleCall(samples.cast.newcomer(), {}, []),
    "accounts/register_account": _registering,
    "accounts/approve_account": lambda samples: _subject(
        samples, samples.cast.applicant("operator")
    ),
    "accounts/reject_account": lambda samples: _subject(
        samples, samples.cast.applicant(), reason="For the test."
    ),
    "accounts/change_role": lambda samples: _subject(
        samples, samples.cast.member("operator"), role="admin"
    ),
    "accounts/suspend_account": lambda samples: _subject(
        samples, samples.cast.member("operator"), reason="For the test."
    ),
    "accounts/reinstate_account": _suspended,
    "accounts/list_accounts": lambda samples: SampleCall(
        samples.cast.admin, {"status": "pending", "limit": 1}, []
    ),
    "accounts/invite_member": _inviting,
    "accounts/withdraw_invite": _invited,
    "accounts/remove_member": _colleague,
    "accounts/hand_over_ownership": _colleague,
    "jobs/list_jobs": lambda samples: SampleCall(
        samples.practice.person("admin"), {"limit": 1}, []
    ),
    "jobs/retry_job": _job,
    "jobs/sweep_jobs": _sweeping,
    "scans/add_patient": _adding,
    "scans/correct_patient": _correcting,
    "scans/record_consent": _consenting,
    "scans/withdraw_consent": _withdrawing,
    "scans/get_form_link": _form,
    "scans/open_case": _opening,
    "scans/list_cases": _listing,
    "scans/close_case": _closing,
    "scans/reopen_case": _reopening,
    "scans/start_upload": _starting,
    "scans/get_figures": _counting,
    "scans/get_file_links": _linking,
    "scans/get_occlusion_links": _linking_an_occlusion,
    "scans/request_visit": _requesting,
    "scans/suggest_operators": _suggesting,
    "scans/assign_operator": _assigning,
    "scans/move_visit": _moving,
    "scans/reschedule_visit": _rescheduling,
    "scans/cancel_visit": _cancelling,
    "scans/list_visits": lambda samples: SampleCall(
        samples.practice.person("admin"), {"state": "requested", "limit": 1}, []
    ),
    "scans/show_visit": _showing_a_visit,
    "scans/set_service_area": _settling,
}
