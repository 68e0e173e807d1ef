"""What is printed of a receipt, on paper and as a page: all of it, safely, over any length."""

from __future__ import annotations

import fnmatch
import io
import json
import re
from collections.abc import Callable
from functools import cache

import pytest
from pypdf import PdfReader

from core.printable import legible
from core.privacy import Viewer
from labs.catalogue.models import Material, WorkType
from labs.orders.models import OrderPatient, OrderState, Reason, Shipment
from labs.orders.states import ORDER, OrderAction
from labs.receipts import building, pdf
from labs.receipts import page as receipt_page
from labs.receipts.requests import OrderReceipt
from labs.receipts.wording import ANSWERS, DONE, JAWS, words
from scans.uploads.models import Jaw
from tests.support.paper import READERS
from tests.support.receipts import (
    APART,
    FINDING,
    UNSEEN,
    Story,
    long,
    remade,
    scan,
    thumbnail,
    thumbnails,
)
from tests.support.sources import FUNCTIONS, ROOT

SAID = [
    "Case receipt", "Smile Dental", "12 MG Road, Pune 411001", "Pearl Lab", "P-1042",
    "15 Jun 2026", "14 May 2026", "Full-contour zirconia crown", "upper left first molar",
    "Zirconia", "A2", "Upper jaw, version 1", "Upper jaw, version 2", "Lower jaw, version 1",
    "184,302 triangles", "61.2 \N{MULTIPLICATION SIGN} 48.0 \N{MULTIPLICATION SIGN} 17.4 mm",
    "684 bytes", "AAAAAA==", FINDING["sentence"], "Signed off by the clinic",
    "Replaced by version 2 on 4 May 2026, 21:00", "Lab member 3: once, 4 May 2026, 19:00",
    "Remake 1", "Does not fit", "It was accepted", "Rescan 1", "Margin unclear",
    "New scans were sent", "Blue Dart, BD 4711", "Promised for 9 May 2026", "Started work",
    "Remake requested", "IST",
]  # fmt: skip


def built(story: Story) -> tuple[OrderReceipt, dict[str, bytes]]:
    records = story.records()
    return building.build(Viewer.LAB, records), thumbnails(records)


def pages(data: bytes) -> list[str]:
    """The text of each page, line ends as spaces: where a line breaks is nobody's matter."""
    found = PdfReader(io.BytesIO(data)).pages
    return [re.sub(r"\s+", " ", page.extract_text()) for page in found]


def on_paper(story: Story) -> str:
    return " ".join(pages(pdf.printed(*built(story))))


def as_page(story: Story) -> str:
    return receipt_page.written(*built(story)).decode()


@cache
def usual() -> tuple[str, str]:
    """A receipt as most are that matter, on paper and as a page."""
    story = remade()
    page = re.sub(r"<style>.*?</style>|<[^>]+>", " ", as_page(story), flags=re.DOTALL)
    return on_paper(story), re.sub(r"\s+", " ", page)


@pytest.mark.parametrize("said", SAID)
def test_both_say(said: str) -> None:
    paper, page = usual()
    assert said in paper
    assert said in page


def test_both_draw_every_conclusion_and_every_step() -> None:
    shown, _ = built(remade())
    paper, page = usual()
    for each in shown.conclusions:
        assert each.sentence in paper
        assert each.sentence in page
    for text in (paper, page):
        assert len(re.findall(r"(?:clinic|lab) member \d", text)) >= len(shown.history)


def test_a_long_order_breaks_well() -> None:
    shown, pictures = built(long())
    assert (len(shown.items), len(shown.files), len(shown.history)) == (20, 20, 61)
    found = pages(pdf.printed(shown, pictures))
    assert 4 < len(found) < 10
    for number, page in enumerate(found, 1):
        assert f"Page {number} of {len(found)}" in page
        assert shown.order_id in page
    text = " ".join(found)
    assert text.count("Put the order on hold") == 29
    assert text.count("CRC-32C AAAAAA==") == 20
    assert text.count("Full-contour zirconia crown") == 20


def test_names_in_devanagari_are_printed() -> None:
    paper, page = on_paper(long()), as_page(long())
    for word in ("श्री", "दंत", "गांधी"):
        assert word in paper
    assert "श्री गणेश दंत चिकित्सालय" in page
    assert "?" not in paper


def test_letters_that_the_paper_lacks_are_marked_there_and_stand_on_the_page() -> None:
    story = remade(lab_name="பல் Lab")
    paper, page = on_paper(story), as_page(story)
    assert "??? Lab" in paper
    assert "no type for" in paper
    assert "பல் Lab" in page
    assert "no type for" not in on_paper(remade())


def test_legible_leaves_lines_and_letters_alone() -> None:
    assert legible("श्री\nA – ₹5") == "श्री\nA – ₹5"  # noqa: RUF001
    assert legible("a\tb\u202e") == "a?b?"


PLACES = ["lab_name", "clinic", "patient", "notes", "item", "carrier"]


def typed(place: str, words: str) -> Story:
    """A story with somebody's words in one place, as a document may hold them."""
    story = remade()
    order = story.order
    item, changes = order.items[0], {}
    if place == "lab_name":
        changes = {"lab_name": words}
    elif place == "clinic":
        changes = {"sender": order.sender.model_copy(update={"name": words})}
    elif place == "patient":
        changes = {"patient": OrderPatient(reference=words, name=words)}
    elif place in {"notes", "item"}:
        field = "notes" if place == "notes" else "name"
        changes = {"items": [item.model_copy(update={field: words})]}
    else:
        event = story.events[7]
        assert event.shipment is not None
        shipment = Shipment.model_construct(carrier=words, tracking=None)
        story.events[7] = event.model_copy(update={"shipment": shipment}).placed(*event.ids)
    story.order = order.model_copy(update=changes).placed(order.id)
    return story


@pytest.mark.parametrize("place", PLACES)
def test_what_people_typed_is_text_on_the_page(place: str) -> None:
    """A Name or Text may hold any of it; a script would run where the page is opened."""
    page = as_page(typed(place, '<script>alert(1)</script><img src=x onerror="a">{{7*7}}'))
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script" not in page
    assert "<img src=x" not in page
    assert "{{7*7}}" in page


@pytest.mark.parametrize("place", PLACES)
def test_what_an_earlier_release_took_in_turns_no_line_around(place: str) -> None:
    """It is marked where it stands, and isolated from what stands beside it."""
    story = typed(place, "Hostile\u202elatneD\u2066\u200f")
    (line,) = re.findall(r"<bdi>([^<]*Hostile.*?)</bdi>", as_page(story))[:1]
    assert "Hostile\ufffdlatneD\ufffd\ufffd" in line
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200e\u200f]", as_page(story))
    assert "\u202e" not in on_paper(story)


def test_the_page_needs_nothing_else() -> None:
    page = as_page(remade())
    assert "default-src 'none'" in page
    assert not re.findall(r"https?://|<script|<link|@import|url\(", page)
    assert all(source.startswith("data:image/png;base64,") for source in re.findall(
        r'src="([^"]*)"', page
    ))  # fmt: skip
    assert page.count("<img ") == 3


def test_pictures_are_in_both_and_none_has_to_be() -> None:
    shown, pictures = built(remade())
    assert len(pictures) == 3
    first = shown.files[0].file_id
    for found in (pictures, {first: thumbnail((200, 30, 30))}, {}):
        reader = PdfReader(io.BytesIO(pdf.printed(shown, found)))
        images = {image.name for page in reader.pages for image in page.images}
        assert bool(images) == bool(found)
        assert receipt_page.written(shown, found).count(b"<img ") == len(found)
    assert "no picture" in receipt_page.written(shown, {}).decode()


def test_a_file_that_nobody_fetched_says_so_where_its_picture_would_be() -> None:
    story = Story.begun(scan())
    assert "not fetched" in on_paper(story)
    assert '<div class="none">not fetched</div>' in as_page(story)


def test_the_same_receipt_is_the_same_file() -> None:
    story = remade()
    assert pdf.printed(*built(story)) == pdf.printed(*built(story))
    assert receipt_page.written(*built(story)) == receipt_page.written(*built(story))
    before = pdf.printed(*built(story)), receipt_page.written(*built(story))
    story.step(OrderAction.START)
    assert pdf.printed(*built(story)) != before[0]
    assert receipt_page.written(*built(story)) != before[1]


@pytest.mark.parametrize("reader", READERS)
def test_hindi_is_copied_as_it_is_on_record(reader: Callable[[bytes], str]) -> None:
    order = Story.begun().order
    clinic = {"name": "M/s श्री गणेश & Sons", "address": "Flat 12, लक्ष्मी भवन, महर्षि कर्वे मार्ग"}
    work = {"name": "Crown (ज़िरकोनिया)", "notes": "contact हल्का रखें; कृत्रिम दाँत"}
    story = Story.begun(
        sender=order.sender.model_copy(update=clinic),
        patient=order.patient.model_copy(update={"name": "विनीत द्विवेदी"}),
        lab_name="Pearl प्रयोगशाला",
        items=[order.items[0].model_copy(update=work)],
    )
    story.step(OrderAction.ACCEPT, due_on="2026-05-09").steps(OrderAction.START, OrderAction.FINISH)
    story.step(OrderAction.SHIP, shipment=Shipment(carrier="M/s मारुति कूरियर", tracking="4711"))
    text = reader(pdf.printed(*built(story)))
    for said in (*clinic.values(), *work.values(), "Patient: विनीत द्विवेदी", "Pearl प्रयोगशाला"):
        assert said in text
    assert "M/s मारुति कूरियर, 4711" in text


def test_messages_are_shown_where_they_were_counted() -> None:
    counted = building.build(Viewer.LAB, remade().records(messages=7))
    assert "Messages 7" in " ".join(pages(pdf.printed(counted, {})))
    assert "<dt>Messages</dt><dd><bdi>7</bdi></dd>" in receipt_page.written(counted, {}).decode()
    assert "Messages" not in usual()[0] + usual()[1]


def test_everything_has_words() -> None:
    assert set(JAWS) == {jaw.value for jaw in Jaw}
    assert set(DONE) == set(OrderAction)
    asked = (OrderState.RESCAN_REQUESTED, OrderState.REMAKE_REQUESTED)
    answers = {action for state, action in ORDER.table if state in asked}
    assert set(ANSWERS) == answers - {OrderAction.CORRECT}
    for kind in (Reason, Material, WorkType, OrderState):
        assert all("_" not in words(code) for code in kind)


def test_the_template_is_deployed() -> None:
    (functions,) = json.loads((ROOT / "firebase.json").read_text())["functions"]
    template = FUNCTIONS / "labs" / "receipts" / "templates" / "receipt.html.j2"
    assert template.exists()
    for part in (template, template.parent):
        name = part.relative_to(FUNCTIONS).as_posix()
        ignored = [p for p in functions["ignore"] if fnmatch.fnmatch(name, p.removeprefix("**/"))]
        assert not ignored


@pytest.mark.parametrize("shown", [on_paper, as_page])
def test_what_the_case_check_found_is_there_where_it_found_something(
    shown: Callable[[Story], str],
) -> None:
    heading, apart = "What the case check found", "The jaws stand 4.2 mm apart and touch nowhere."
    found = shown(Story.begun(scan(), checked=True, findings=[APART, UNSEEN]))
    for said in (heading, apart, "Signed off by the clinic", "A note: asks for none"):
        assert said in found
    clean = shown(Story.begun(scan(), checked=True))
    assert heading not in clean
    assert "The case check found nothing that asked for a sign-off." in clean
