"""Scenes of the privacy callables."""

from __future__ import annotations

from collections.abc import Callable

from privacy.models import DisclosureState
from tests.emulator.stage import Scene, Stage
from tests.support import ids, oversight


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


PRIVACY: dict[str, Callable[[Stage], Scene]] = {
    "privacy_acknowledge_review": _reviewed,
    "privacy_decide_disclosure": lambda stage: _demand(
        stage, DisclosureState.REQUESTED, approve=True
    ),
    "privacy_draft_notice": _breach,
    "privacy_get_access_review": _reviewed,
    "privacy_list_affected": lambda stage: _breach(stage, source="shares"),
    "privacy_list_breaches": lambda stage: Scene(
        stage.practice.person("admin"), {"state": "open", "limit": 1}, []
    ),
    "privacy_move_breach": lambda stage: _breach(stage, action="assess", risk="low"),
    "privacy_open_breach": _opening,
    "privacy_list_disclosures": lambda stage: Scene(
        stage.practice.person("admin"), {"state": "requested", "limit": 1}, []
    ),
    "privacy_record_disclosure": lambda stage: _demand(
        stage, DisclosureState.APPROVED, digest="0" * 64
    ),
    "privacy_request_disclosure": _asking,
}
