"""What work is for, on a receipt: teeth, the units of a bridge, arches; and how orders end."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from pypdf import PdfReader

from core.privacy import Viewer
from labs.catalogue.models import WorkType
from labs.catalogue.teeth import Arch
from labs.orders.models import BridgeUnit, OrderItem, Reason, Shipment, UnitPart
from labs.orders.states import OrderAction
from labs.receipts import building, page, pdf
from labs.receipts.requests import OrderReceipt
from tests.support import lab_records
from tests.support.account_records import Tenants
from tests.support.receipts import Story

A = OrderAction


def item(**changes: Any) -> OrderItem:
    """A crown that was ordered, but for the changes."""
    (found,) = lab_records.order(Tenants()).items
    return found.model_copy(update=changes)


BRIDGE = item(
    name="Zirconia bridge",
    work=WorkType.BRIDGE,
    teeth=[12, 11, 21],
    units=[
        BridgeUnit(tooth=12, part=UnitPart.RETAINER),
        BridgeUnit(tooth=11, part=UnitPart.PONTIC),
        BridgeUnit(tooth=21, part=UnitPart.RETAINER),
    ],
)
GUARD = item(
    name="Night guard", work=WorkType.NIGHT_GUARD, teeth=[], arches=[Arch.UPPER], shade=None
)
#: As it was stored before arches were named: with a tooth of the arch.
OLD_GUARD = item(name="Night guard", work=WorkType.NIGHT_GUARD, teeth=[11], shade=None)
MODELS = item(name="Models", work=WorkType.STUDY_MODEL, teeth=[], arches=[Arch.UPPER, Arch.LOWER])
OLD_BRIDGE = item(name="Bridge", work=WorkType.BRIDGE, teeth=[11, 12, 21])
OTHER = item(name="Clasp", work=WorkType.OTHER, teeth=[36], arches=[Arch.LOWER])


def shown(*items: OrderItem) -> OrderReceipt:
    """The receipt of an order of these."""
    return building.build(Viewer.LAB, Story.begun(items=list(items)).records())


def on_paper(receipt: OrderReceipt) -> str:
    """What the PDF says, in one line."""
    found = PdfReader(io.BytesIO(pdf.printed(receipt, {}))).pages
    return re.sub(r"\s+", " ", " ".join(each.extract_text() for each in found))


def on_page(receipt: OrderReceipt) -> str:
    """What the page says."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", page.written(receipt, {}).decode()))


@pytest.mark.parametrize(
    ("ordered", "said", "unsaid"),
    [
        (item(), ["26", "upper left first molar"], ["arch"]),
        (GUARD, ["01", "upper arch"], ["incisor", "11"]),
        (OLD_GUARD, ["01", "upper arch"], ["incisor"]),
        (MODELS, ["01, 02", "upper arch, lower arch"], ["none named"]),
        (BRIDGE, ["12, 11, 21", "retainers 12, 21; pontic 11"], ["arch", "incisor"]),
        (OLD_BRIDGE, ["11, 12, 21"], ["retainer", "pontic"]),
        (OTHER, ["02, 36", "lower arch, lower left first molar"], []),
        (item(work=WorkType.OTHER, teeth=[]), ["none named"], ["arch"]),
    ],
)
def test_paper_and_page_say_what_work_is_for(
    ordered: OrderItem, said: list[str], unsaid: list[str]
) -> None:
    receipt = shown(ordered)
    for text in (on_paper(receipt), on_page(receipt)):
        rows = text.partition("What was ordered")[2].partition("What was sent")[0]
        assert all(each in rows for each in said), rows
        named = rows.partition("Shade")[2].lower()
        assert not [each for each in unsaid if each in named], named


def test_a_chart_marks_teeth_and_no_arch() -> None:
    """A night guard of before stood on it as the tooth that was named for its arch."""
    assert 'class="on"' not in page.written(shown(OLD_GUARD, GUARD), {}).decode()
    marked = page.written(shown(BRIDGE, OLD_GUARD), {}).decode()
    assert len(re.findall(r'class="on', marked)) == 3


def test_the_data_says_the_parts_and_the_areas() -> None:
    bridge, guard = shown(BRIDGE, GUARD).items
    assert [(tooth.number, tooth.part) for tooth in bridge.teeth] == [
        (12, "retainer"), (11, "pontic"), (21, "retainer"),
    ]  # fmt: skip
    assert bridge.arches == []
    assert guard.teeth == []
    assert [each.model_dump() for each in guard.arches] == [
        {"arch": "upper", "area": "01", "name": "upper arch"}
    ]


def test_how_an_order_was_corrected_lost_and_given_back() -> None:
    story = Story.begun().step(A.ACCEPT, due_on="2026-05-09").step(A.AMEND, due_on="2026-05-12")
    story.step(A.START).step(A.FINISH).step(A.SHIP, shipment=Shipment(carrier="Blue Dart"))
    story.step(A.AMEND, shipment=Shipment(carrier="Delhivery", tracking="DL 9"))
    story.step(A.REPORT_LOST).step(A.GIVE_BACK, reason=Reason.PARCEL_LOST)
    receipt = building.build(Viewer.LAB, story.records())
    text = on_paper(receipt)
    assert "Promised for 12 May 2026" in text
    assert "Delhivery, DL 9" in text
    found = {each.code: each.sentence for each in receipt.conclusions}
    assert found["finished-in-time"].endswith("it had promised 9 May 2026."), "the first promise"
    assert found["lost"].startswith("The parcel was reported as lost by the lab on 4 May 2026")
    assert found["given-back"].startswith("The order was given back by the lab on")
    assert found["given-back"].endswith(": parcel lost.")


def test_a_remake_that_was_given_back_is_answered_so() -> None:
    story = Story.begun().step(A.ACCEPT, due_on="2026-05-09").steps(A.START, A.FINISH)
    story.step(A.SHIP, shipment=Shipment(carrier="Blue Dart")).step(A.DELIVER)
    story.step(A.REQUEST_REMAKE, reason=Reason.BROKEN).step(A.GIVE_BACK, reason=Reason.NO_CAPACITY)
    (question,) = building.build(Viewer.LAB, story.records()).questions
    assert (question.kind, question.answer) == ("remake", A.GIVE_BACK)
    assert "The lab gave the order back" in on_paper(building.build(Viewer.LAB, story.records()))
