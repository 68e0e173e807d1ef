"""Sample calls of the privacy callables."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from core import firebase
from core.blobs import project_blobs
from core.objects import StoredObject
from privacy.models import DisclosureState, LegalHoldState, PrivacyRequest
from tests.emulator.sample_call import SampleCall, Samples
from tests.support import ids, privacy_records, records
from tests.support.account_records import MADE
from tests.support.clinic_fixture import ClinicFixture
from tests.support.forms import ADDRESS
from tests.support.moments import key


def _reviewed(samples: Samples) -> SampleCall:
    """A review that waits to be read."""
    review = privacy_records.review()
    samples.practice.tenants.seed(review)
    path = review.path_for(review.id)
    return SampleCall(samples.practice.person("admin"), {"month": review.id}, [path])


def _asking(samples: Samples) -> SampleCall:
    """A court's demand."""
    body = {
        "authority": "District Court Pune",
        "file_number": "CRI 112/2026",
        "ground": "court_order",
        "scope": [f"users/{ids.uid()}"],
    }
    return samples.keyed("admin", [], {"file_number": "CRI 113/2026"}, **body)


def _demand(samples: Samples, state: DisclosureState, **body: object) -> SampleCall:
    """A demand that another admin entered."""
    made = privacy_records.disclosure(state=state)
    samples.practice.tenants.seed(made)
    request = {"disclosure_id": made.id, **body}
    return SampleCall(samples.practice.person("admin"), request, [made.path_for(made.id)])


def _holding(samples: Samples) -> SampleCall:
    """A patient of whom nothing is asked in any other test."""
    said = {"ground": "court_order", "case_number": "CRI 112/2026"}
    path = f"clinics/{samples.practice.tenants.clinic}/patients"
    other = {"subject": f"{path}/{samples.practice.patient()}"}
    return samples.keyed("admin", [], other, subject=f"{path}/{samples.practice.patient()}", **said)


def _releasing(samples: Samples) -> SampleCall:
    """A hold that another admin asked to let go of."""
    made = privacy_records.hold(state=LegalHoldState.RELEASING, asked_by=ids.uid(), asked_at=MADE)
    samples.practice.tenants.seed(made)
    request = {"hold_id": made.id, "action": "confirm_release"}
    return SampleCall(samples.practice.person("admin"), request, [made.path_for(made.id)])


def _demanded(samples: Samples) -> SampleCall:
    """The archive of an approved demand, which lies in the bucket; the demand notes each link."""
    made = privacy_records.disclosure(state=DisclosureState.APPROVED)
    fields = {"archive": _lying(made.id), "archive_until": MADE + timedelta(days=7)}
    samples.practice.tenants.seed(made.model_copy(update=fields).placed(made.id))
    return SampleCall(samples.practice.person("admin"), {"disclosure_id": made.id}, [])


def _lying(owner_id: str) -> StoredObject:
    """Put an archive into the bucket."""
    name = f"exports/{owner_id}/{'0' * 32}.zip"
    blob = firebase.clean_bucket().blob(name)
    blob.upload_from_string(b"PK", content_type="application/zip")
    return project_blobs().described(name)


def _breach(samples: Samples, **body: object) -> SampleCall:
    """Something about a breach that stands there."""
    made = privacy_records.breach()
    samples.practice.tenants.seed(made)
    request = {"breach_id": made.id, **body}
    return SampleCall(samples.practice.person("admin"), request, [made.path_for(made.id)])


def _opening(samples: Samples) -> SampleCall:
    """A breach that nobody entered yet."""
    span = {"since": "2026-05-01T00:00:00Z", "until": "2026-05-03T00:00:00Z"}
    other = {"since": "2026-05-02T00:00:00Z"}
    return samples.keyed("admin", [], other, lab_id=ids.document_id(), **span)


def _consenting(samples: Samples) -> SampleCall:
    """A patient whose consent was withdrawn, in a practice that the caller owns."""
    practice = samples.practice
    named = practice.consented()
    practice.case(**named)
    practice.withdraw(named["consent_id"])
    path = f"consents/{named['consent_id']}"
    return SampleCall(practice.person("owner"), {"patient_id": named["patient_id"]}, [path])


def _exporting(samples: Samples) -> SampleCall:
    patient_id = samples.practice.patient()
    return samples.keyed(
        "member", [], {"patient_id": samples.practice.patient()}, patient_id=patient_id
    )


def _erasing(samples: Samples) -> SampleCall:
    patient_id = samples.practice.patient()
    path = f"clinics/{samples.practice.tenants.clinic}/patients/{patient_id}"
    other = {"patient_id": samples.practice.patient()}
    return samples.keyed("owner", [path], other, patient_id=patient_id)


def _correcting(samples: Samples) -> SampleCall:
    """The owner of a practice of its own, who has not asked before."""
    practice = ClinicFixture(datetime.now(UTC))
    body = {"organisation": {**ADDRESS, "name": "Smile Dental Care"}, "idempotency_key": key()}
    other = {"organisation": {**ADDRESS, "name": "Smile"}}
    return SampleCall(practice.person("owner"), body, [f"clinics/{practice.tenants.clinic}"], other)


def _asked(samples: Samples, **changes: object) -> PrivacyRequest:
    """A request about a patient of the practice's clinic."""
    made = records.privacy_request(clinic_id=samples.practice.tenants.clinic)
    made = made.model_copy(update=changes).placed(made.id)
    samples.practice.tenants.seed(made)
    return made


def _of_request(samples: Samples, who: str, request: PrivacyRequest, **more: object) -> SampleCall:
    body = {"request_id": request.id, **more}
    return SampleCall(samples.practice.person(who), body, [f"privacy_requests/{request.id}"])


def _fetching(samples: Samples) -> SampleCall:
    """An archive that lies in the bucket."""
    request = records.privacy_request(clinic_id=samples.practice.tenants.clinic)
    return _of_request(samples, "member", _asked(samples, archive=_lying(request.id)))


PRIVACY: dict[str, Callable[[Samples], SampleCall]] = {
    "privacy/acknowledge_review": _reviewed,
    "privacy/build_disclosure": lambda samples: _demand(samples, DisclosureState.APPROVED),
    "privacy/get_disclosure_link": _demanded,
    "privacy/decide_disclosure": lambda samples: _demand(
        samples, DisclosureState.REQUESTED, approve=True
    ),
    "privacy/draft_notice": _breach,
    "privacy/get_access_review": _reviewed,
    "privacy/get_consent_record": _consenting,
    "privacy/list_affected": lambda samples: _breach(samples, source="shares"),
    "privacy/list_breaches": lambda samples: SampleCall(
        samples.practice.person("admin"), {"state": "open", "limit": 1}, []
    ),
    "privacy/move_breach": lambda samples: _breach(samples, action="assess", risk="low"),
    "privacy/open_breach": _opening,
    "privacy/list_disclosures": lambda samples: SampleCall(
        samples.practice.person("admin"), {"state": "requested", "limit": 1}, []
    ),
    "privacy/record_disclosure": lambda samples: _demand(
        samples, DisclosureState.APPROVED, digest="0" * 64
    ),
    "privacy/request_disclosure": _asking,
    "privacy/answer_request": lambda samples: _of_request(
        samples, "admin", _asked(samples, due_at=MADE), answer="refuse", reason="unfounded"
    ),
    "privacy/cancel_request": lambda samples: _of_request(samples, "owner", _asked(samples)),
    "privacy/get_export_link": _fetching,
    "privacy/list_holds": lambda samples: SampleCall(
        samples.practice.person("admin"), {"state": "active", "limit": 1}, []
    ),
    "privacy/release_hold": _releasing,
    "privacy/set_hold": _holding,
    "privacy/list_requests": lambda samples: SampleCall(
        samples.practice.person("admin"), {"limit": 1}, []
    ),
    "privacy/show_request": lambda samples: _of_request(samples, "admin", _asked(samples)),
    "privacy/request_correction": _correcting,
    "privacy/request_erasure": _erasing,
    "privacy/request_export": _exporting,
}
