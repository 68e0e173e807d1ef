"""The cost model's inputs are what a visit is counted to read, write and leave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from scans.intake.filing import CONTENT, PICTURES
from tests.emulator.costed_visit import CostedVisit
from tests.support.projects import own_project
from tools.costs.inputs import Inputs, load

#: Ids and times have one length each; names of the tests' people differ by some letters.
NEAR = 0.02
#: Pictures of the visit's coarse scans are smaller than those of finer ones.
PICTURES_DIFFER = 0.25


@pytest.fixture(scope="module")
def visit() -> Iterator[CostedVisit]:
    with own_project("costs"):
        yield CostedVisit()


@pytest.fixture
def inputs() -> Inputs:
    return load()


def test_each_step_reads_and_writes_what_the_model_says(visit: CostedVisit, inputs: Inputs) -> None:
    said = {step.name: (step.reads, step.writes) for step in inputs.steps}
    assert said == visit.steps


def test_notices_mails_and_alarms_are_as_many_as_the_model_says(
    visit: CostedVisit, inputs: Inputs
) -> None:
    counted = inputs.counted
    assert (counted.notices, counted.told) == (visit.notices, visit.told)
    assert (counted.mails, counted.promises) == (
        visit.sizes["Mail"].count,
        visit.sizes["Job"].count,
    )


def test_the_documents_that_a_visit_leaves_are_those_of_the_model(
    visit: CostedVisit, inputs: Inputs
) -> None:
    left, said = visit.sizes, inputs.documents
    assert {name: each.count for name, each in said.items()} == {
        name: each.count for name, each in left.items()
    }
    for name, size in left.items():
        model = said[name]
        reckoned = (model.bytes, model.single, model.composite)
        assert reckoned == pytest.approx((size.bytes, size.single, size.composite), rel=NEAR), name


def test_scans_and_pictures_are_filed_as_the_model_says(visit: CostedVisit, inputs: Inputs) -> None:
    said, scans = inputs.files, int(inputs.files.scans_a_case)
    kinds = Counter(name.split("/")[-1] for name in visit.filed)
    assert kinds == dict.fromkeys((CONTENT, *PICTURES), scans)
    assert said.pictures_a_scan == len(PICTURES)
    pictures = [size for name, size in visit.filed.items() if not name.endswith(f"/{CONTENT}")]
    assert said.picture_bytes == pytest.approx(sum(pictures) / scans, rel=PICTURES_DIFFER)
