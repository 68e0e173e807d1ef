"""Scenes of the privacy callables."""

from __future__ import annotations

from collections.abc import Callable

from tests.emulator.stage import Scene, Stage
from tests.support import oversight


def _reviewed(stage: Stage) -> Scene:
    """A review that waits to be read."""
    review = oversight.review()
    stage.practice.scene.seed(review)
    path = review.path_for(review.id)
    return Scene(stage.practice.person("admin"), {"month": review.id}, [path])


PRIVACY: dict[str, Callable[[Stage], Scene]] = {
    "privacy_acknowledge_review": _reviewed,
    "privacy_get_access_review": _reviewed,
}
