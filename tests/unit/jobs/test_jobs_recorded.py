"""Every kind of job is recorded by a package that wants the work done."""

from __future__ import annotations

from core.jobs import JobKind
from tests.support.sources import FUNCTIONS, SOURCES, members


def test_every_kind_is_recorded_by_a_package() -> None:
    """Neither the vocabulary in core nor the handlers say that anybody wants it."""
    others = [
        path
        for path in SOURCES
        if not any(path.is_relative_to(FUNCTIONS / name) for name in ("core", "jobs"))
    ]
    recorded = set().union(*(members(path, JobKind) for path in others))
    assert recorded == set(JobKind.__members__)
