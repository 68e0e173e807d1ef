"""Scenes of the privacy callables."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from core import firebase
from core.blobs import Blobs
from core.objects import StoredObject
from privacy.models import DisclosureState, HoldState, PrivacyRequest
from tests.emulator.stage import Scene, Stage
from tests.support import ids, oversight, records
from tests.support.forms import ADDRESS
from tests.support.moments import key
from tests.support.practice import Practice
from tests.support.scene import MADE


def _reviewed(stage: Stage) -> Scene:
    """A review that waits to be read."""
    review = oversight.review()
    stage.practice.scene.seed(review)
    path = review.path_for(review.id)
    return Scene(stage.practice.person("admin"), {"month": review.id}, [path])


def _asking(stage: Stage) -> Scene:
    """A court's demand."""
    wish = {
        "authority": "District Court Pune",
        "file_number": "CRI 112/2026",
        "ground": "court_order",
        "scope": [f"users/{ids.uid()}"],
    }
    return stage.keyed("admin", [], {"file_number": "CRI 113/2026"}, **wish)


def _demand(stage: Stage, state: DisclosureState, **wish: object) -> Scene:
    """A demand that another admin entered."""
    made = oversight.disclosure(state=state)
    stage.practice.scene.seed(made)
    request = {"disclosure_id": made.id, **wish}
    return Scene(stage.practice.person("admin"), request, [made.path_for(made.id)])


def _holding(stage: Stage) -> Scene:
    """A patient of whom nothing is asked in any other test."""
    said = {"ground": "court_order", "case_number": "CRI 112/2026"}
    path = f"clinics/{stage.practice.scene.clinic}/patients"
    other = {"subject": f"{path}/{stage.practice.patient()}"}
    return stage.keyed("admin", [], other, subject=f"{path}/{stage.practice.patient()}", **said)


def _releasing(stage: Stage) -> Scene:
    """A hold that another admin asked to let go of."""
    made = oversight.hold(state=HoldState.RELEASING, asked_by=ids.uid(), asked_at=MADE)
    stage.practice.scene.seed(made)
    request = {"hold_id": made.id, "action": "confirm_release"}
    return Scene(stage.practice.person("admin"), request, [made.path_for(made.id)])


def _demanded(stage: Stage) -> Scene:
    """The archive of an approved demand, which lies in the bucket; the demand notes each link."""
    made = oversight.disclosure(state=DisclosureState.APPROVED)
    fields = {"archive": _lying(made.id), "archive_until": MADE + timedelta(days=7)}
    stage.practice.scene.seed(made.model_copy(update=fields).placed(made.id))
    return Scene(stage.practice.person("admin"), {"disclosure_id": made.id}, [])


def _lying(owner_id: str) -> StoredObject:
    """Put an archive into the bucket."""
    name = f"exports/{owner_id}/{'0' * 32}.zip"
    blob = firebase.bucket().blob(name)
    blob.upload_from_string(b"PK", content_type="application/zip")
    return Blobs(firebase.bucket()).described(name)


def _breach(stage: Stage, **wish: object) -> Scene:
    """Something about a breach that stands there."""
    made = oversight.breach()
    stage.practice.scene.seed(made)
    request = {"breach_id": made.id, **wish}
    return Scene(stage.practice.person("admin"), request, [made.path_for(made.id)])


def _opening(stage: Stage) -> Scene:
    """A breach that nobody entered yet."""
    span = {"since": "2026-05-01T00:00:00Z", "until": "2026-05-03T00:00:00Z"}
    other = {"since": "2026-05-02T00:00:00Z"}
    return stage.keyed("admin", [], other, lab_id=ids.document_id(), **span)


def _consenting(stage: Stage) -> Scene:
    """A patient whose consent was withdrawn, in a practice that the caller owns."""
    practice = stage.practice
    named = practice.consented()
    practice.case(**named)
    practice.withdraw(named["consent_id"])
    path = f"consents/{named['consent_id']}"
    return Scene(practice.person("owner"), {"patient_id": named["patient_id"]}, [path])


def _exporting(stage: Stage) -> Scene:
    patient_id = stage.practice.patient()
    return stage.keyed(
        "member", [], {"patient_id": stage.practice.patient()}, patient_id=patient_id
    )


def _erasing(stage: Stage) -> Scene:
    patient_id = stage.practice.patient()
    path = f"clinics/{stage.practice.scene.clinic}/patients/{patient_id}"
    other = {"patient_id": stage.practice.patient()}
    return stage.keyed("owner", [path], other, patient_id=patient_id)


def _correcting(stage: Stage) -> Scene:
    """The owner of a practice of its own, who has not asked before."""
    practice = Practice(datetime.now(UTC))
    wish = {"organisation": {**ADDRESS, "name": "Smile Dental Care"}, "idempotency_key": key()}
    other = {"organisation": {**ADDRESS, "name": "Smile"}}
    return Scene(practice.person("owner"), wish, [f"clinics/{practice.scene.clinic}"], other)


def _asked(stage: Stage, **changes: object) -> PrivacyRequest:
    """A request about a patient of the practice's clinic."""
    made = records.privacy_request(clinic_id=stage.practice.scene.clinic)
    made = made.model_copy(update=changes).placed(made.id)
    stage.practice.scene.seed(made)
    return made


def _of_request(stage: Stage, who: str, request: PrivacyRequest, **more: object) -> Scene:
    wish = {"request_id": request.id, **more}
    return Scene(stage.practice.person(who), wish, [f"privacy_requests/{request.id}"])


def _fetching(stage: Stage) -> Scene:
    """An archive that lies in the bucket."""
    request = records.privacy_request(clinic_id=stage.practice.scene.clinic)
    return _of_request(stage, "member", _asked(stage, archive=_lying(request.id)))


PRIVACY: dict[str, Callable[[Stage], Scene]] = {
    "privacy/acknowledge_review": _reviewed,
    "privacy/build_disclosure": lambda stage: _demand(stage, DisclosureState.APPROVED),
    "privacy/get_disclosure_link": _demanded,
    "privacy/decide_disclosure": lambda stage: _demand(
        stage, DisclosureState.REQUESTED, approve=True
    ),
    "privacy/draft_notice": _breach,
    "privacy/get_access_review": _reviewed,
    "privacy/get_consent_record": _consenting,
    "privacy/list_affected": lambda stage: _breach(stage, source="shares"),
    "privacy/list_breaches": lambda stage: Scene(
        stage.practice.person("admin"), {"state": "open", "limit": 1}, []
    ),
    "privacy/move_breach": lambda stage: _breach(stage, action="assess", risk="low"),
    "privacy/open_breach": _opening,
    "privacy/list_disclosures": lambda stage: Scene(
        stage.practice.person("admin"), {"state": "requested", "limit": 1}, []
    ),
    "privacy/record_disclosure": lambda stage: _demand(
        stage, DisclosureState.APPROVED, digest="0" * 64
    ),
    "privacy/request_disclosure": _asking,
    "privacy/answer_request": lambda stage: _of_request(
        stage, "admin", _asked(stage, due_at=MADE), answer="refuse", reason="unfounded"
    ),
    "privacy/cancel_request": lambda stage: _of_request(stage, "owner", _asked(stage)),
    "privacy/get_export_link": _fetching,
    "privacy/list_holds": lambda stage: Scene(
        stage.practice.person("admin"), {"state": "active", "limit": 1}, []
    ),
    "privacy/release_hold": _releasing,
    "privacy/set_hold": _holding,
    "privacy/list_requests": lambda stage: Scene(stage.practice.person("admin"), {"limit": 1}, []),
    "privacy/request_correction": _correcting,
    "privacy/request_erasure": _erasing,
    "privacy/request_export": _exporting,
}
