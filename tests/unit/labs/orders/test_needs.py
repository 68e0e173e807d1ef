"""What orders need of scans: the prescriptions, by hand, and what follows from lines."""

from __future__ import annotations

from typing import Any

import pytest

from labs.catalogue.models import Material, Per, Service, WorkType
from labs.catalogue.prescriptions import PRESCRIPTIONS
from labs.catalogue.works import WORKS, Named
from labs.orders.items import draft
from labs.orders.needs import OrderedWork, needs_of
from labs.orders.requests import ItemRequest
from scans.service import NOTHING_ORDERED, CaseNeeds, JawNeeds
from tests.support import lab_records
from tests.support.account_records import MADE, Tenants

W = WorkType
#: What laboratories ask for, by hand: the antagonist and the bite, a whole arch, a scan body, and
#: that the scan reaches the teeth. A model of one jaw needs no other; of two, they show the bite.
ASKED: dict[WorkType, set[str]] = {
    W.CROWN: {"meets", "teeth"},
    W.BRIDGE: {"meets", "teeth"},
    W.VENEER: {"meets", "teeth"},
    W.INLAY_ONLAY: {"meets", "teeth"},
    W.IMPLANT_CROWN: {"meets", "teeth", "scan body"},
    W.SURGICAL_GUIDE: {"meets", "teeth", "whole"},
    W.ALIGNER: {"meets", "whole"},
    W.RETAINER: {"meets", "whole"},
    W.NIGHT_GUARD: {"meets", "whole"},
    W.STUDY_MODEL: {"bite", "whole"},
    W.DENTURE: {"meets"},
    W.OTHER: set(),
}


def line(work: WorkType, **named: Any) -> OrderedWork:
    service = lab_records.service(Tenants()).model_copy(update={"work": work})
    request = ItemRequest(service_id="s" * 20, material=Material.ZIRCONIA, **named)
    return OrderedWork.of_request(request, service)


def needs(*lines: OrderedWork) -> CaseNeeds:
    return needs_of(lines)


def named(work: WorkType) -> dict[str, Any]:
    """Of the upper jaw, in the way that a kind of work is named by."""
    by = WORKS[work].named
    if by is Named.UNITS:
        return {"units": [{"tooth": t, "part": p} for t, p in ((16, "retainer"), (15, "pontic"))]}
    return {"arches": ["upper"]} if by is Named.ARCHES else {"teeth": [16]}


@pytest.mark.parametrize("work", WorkType)
def test_each_kind_asks_for_what_laboratories_do(work: WorkType) -> None:
    found, asked = needs(line(work, **named(work))), ASKED[work]
    upper, lower = found.of("upper"), found.of("lower")
    assert (upper.worked_on, lower.worked_on) == (work is not W.OTHER, False)
    assert (lower.bitten_on, upper.bitten_on, found.bite) == (
        "meets" in asked,
        False,
        bool(asked & {"meets", "bite"}),
    )
    assert (upper.whole, lower.whole) == ("whole" in asked, asked >= {"whole", "meets"})
    assert bool(upper.implants) is ("scan body" in asked)
    assert bool(upper.worked_teeth) is ("teeth" in asked)
    assert (lower.implants, lower.worked_teeth, lower.reached) == ((), (), ())


@pytest.mark.parametrize("work", WorkType)
def test_what_is_asked_for_has_its_source(work: WorkType) -> None:
    source = PRESCRIPTIONS[work].source
    assert (source is None) is (work is W.OTHER)
    if source is not None:
        assert source.url.startswith("http")
        assert source.says


def test_a_study_model_of_both_jaws_needs_both_whole() -> None:
    both = JawNeeds(worked_on=True, whole=True)
    assert needs(line(W.STUDY_MODEL, arches=["upper", "lower"])) == CaseNeeds(
        {"upper": both, "lower": both}, bite=True
    )


def test_a_crown_in_each_jaw_needs_both_and_its_own_teeth() -> None:
    found = needs(line(W.CROWN, teeth=[26, 11]), line(W.VENEER, teeth=[31]))
    assert found.of("upper") == JawNeeds(
        worked_on=True, bitten_on=True, reached=(11, 26), worked_teeth=(11, 26)
    )
    assert found.of("lower") == JawNeeds(
        worked_on=True, bitten_on=True, reached=(31,), worked_teeth=(31,)
    )


@pytest.mark.parametrize(
    ("work", "teeth", "reached"),
    [
        (W.CROWN, [27], (27,)),
        (W.IMPLANT_CROWN, [27], (26,)),
        (W.IMPLANT_CROWN, [26, 27], (25,)),
        (W.IMPLANT_CROWN, [11], ()),
        (W.SURGICAL_GUIDE, [46], (45,)),
    ],
)
def test_where_a_tooth_is_lost_the_row_may_end_before_it(
    work: WorkType, teeth: list[int], reached: tuple[int, ...]
) -> None:
    jaw = "lower" if teeth[0] > 30 else "upper"
    assert needs(line(work, teeth=teeth)).of(jaw).reached == reached


def test_a_pontic_at_the_end_of_a_cantilever_is_a_lost_tooth() -> None:
    units = [{"tooth": 25, "part": "retainer"}, {"tooth": 26, "part": "pontic"}]
    upper = needs(line(W.BRIDGE, units=units)).of("upper")
    assert (upper.reached, upper.worked_teeth) == ((25,), (25, 26))


def test_a_line_that_something_speaks_against_counts_as_far_as_it_goes() -> None:
    upper = needs(line(W.CROWN, teeth=[19, 26])).of("upper")
    assert upper.reached == (26,)
    assert needs(line(W.CROWN)) == CaseNeeds({"upper": JawNeeds(), "lower": JawNeeds()}, bite=True)


def test_where_nothing_is_ordered_scans_are_looked_at_beside_each_other() -> None:
    assert needs() is NOTHING_ORDERED
    assert CaseNeeds({}, bite=True) == NOTHING_ORDERED


@pytest.mark.parametrize("work", [W.CROWN, W.BRIDGE, W.IMPLANT_CROWN, W.NIGHT_GUARD])
def test_an_order_needs_what_its_request_did(work: WorkType) -> None:
    """New scans are sent for what the order says, by the same rule."""
    service = Service(
        name="x", work=work, materials=[Material.ZIRCONIA], per=Per.ARCH, price=100, turnaround=1,
        updated_at=MADE,
    ) if WORKS[work].named is Named.ARCHES else lab_records.service(Tenants()).model_copy(
        update={"work": work}
    )  # fmt: skip
    shade = "A2" if service.shade_guide else None
    request = ItemRequest(
        service_id="s" * 20, material=Material.ZIRCONIA, shade=shade, **named(work)
    )
    item = draft("items.0", request, service).item
    assert item is not None
    assert OrderedWork.of_item(item) == OrderedWork.of_request(request, service)
