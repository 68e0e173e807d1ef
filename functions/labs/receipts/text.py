"""The text of a receipt, line by line: what the PDF and the page say alike. Times are India's."""

from collections.abc import Iterator
from datetime import date

from core.wording import minute, named
from labs.catalogue.models import Day
from labs.orders.models import Shipment, UnitPart
from labs.receipts.requests import (
    FileShown,
    FindingShown,
    ItemShown,
    OrderReceipt,
    Question,
    StepShown,
)
from labs.receipts.wording import ANSWERS, DONE, titled, words

TITLE = "Case receipt"
#: What a reader has to know of how it was made.
NOTES = (
    "Made of the records of the order alone; clinic and lab get the same. All times are India's "
    "(IST). People are numbered as they first appear.",
    "A checksum (CRC-32C) tells whether a file at hand is the one that was sent. That a file was "
    "fetched means that a link to it was given out, which worked for minutes.",
)
_TIMES = "\N{MULTIPLICATION SIGN}"
#: The columns of the tables that both have.
ITEM_TITLES = ("For (ISO 3950)", "Work", "Material", "Shade")
QUESTION_TITLES = ("Asked for", "Reason", "When, by", "Answer")
STEP_TITLES = ("When", "Who", "What", "Order then")
FINDING_TITLES = ("Sent with", "What the case check found", "Sign-off")
#: What stands where a picture would.
NO_PICTURE = {True: "no picture", False: "not fetched"}


def subtitle(receipt: OrderReceipt) -> str:
    """Say which state of the order it is about."""
    return f"Order {receipt.order_id}, as of {minute(receipt.as_of)}"


def party_lines(receipt: OrderReceipt) -> tuple[tuple[str, list[str]], ...]:
    """Return who ordered, who made it, and whom it is for: captions, each with its lines."""
    clinic, patient = receipt.clinic, receipt.patient
    place = f"{clinic.address}, {clinic.city} {clinic.pincode}"
    named_ = [f"Patient: {patient.name}"] if patient.name else []
    return (
        ("Clinic", [clinic.name, place]),
        ("Lab", [receipt.lab]),
        ("Case reference", [patient.reference, *named_]),
    )


def facts(receipt: OrderReceipt) -> list[tuple[str, str]]:
    """Return the short facts: the state of the order, and its days."""
    dates = receipt.dates
    moments = [
        ("Ordered", dates.placed_at),
        ("Accepted", dates.accepted_at),
        ("Finished", dates.ready_at),
        ("Shipped", dates.shipped_at),
        ("Delivered", dates.delivered_at),
    ]
    found = [
        ("Stands at", titled(words(receipt.state))),
        ("Wanted by", _on(receipt.dates.wanted_on)),
        ("Promised for", _on(dates.due_on) if dates.due_on else "not yet"),
        ("Remakes", str(receipt.remakes)),
        *((name, minute(at)) for at, name in sorted((at, name) for name, at in moments if at)),
    ]
    return found + ([("Messages", str(receipt.messages))] if receipt.messages is not None else [])


def named_of(item: ItemShown) -> tuple[str, str]:
    """Return what an item is for: the numbers of arches and teeth, and what stands below them.

    That is the names of the arches, the parts of a bridge, and the names of teeth that are few.
    """
    numbers = [arch.area for arch in item.arches] + [str(tooth.number) for tooth in item.teeth]
    if any(tooth.part for tooth in item.teeth):
        return ", ".join(numbers), "; ".join(_parts(item))
    few = [tooth.name for tooth in item.teeth] if len(item.teeth) <= 2 else []
    return ", ".join(numbers), ", ".join([*(arch.name for arch in item.arches), *few])


def _parts(item: ItemShown) -> Iterator[str]:
    for part in UnitPart:
        found = [str(tooth.number) for tooth in item.teeth if tooth.part is part]
        if found:
            yield f"{part}{'s' if found[1:] else ''} {', '.join(found)}"


def work_of(item: ItemShown) -> list[str]:
    """Return what is made: its name in the catalogue, its kind, how many, and what was noted."""
    count = f" {_TIMES} {item.quantity}" if item.quantity > 1 else ""
    noted = [f"“{item.notes}”"] if item.notes else []
    return [f"{item.name}{count}", titled(words(item.work)), *noted]


def figures(file: FileShown) -> list[str]:
    """Return what was measured of a file, by which it is told from any other, and its sending."""
    sent = _sending(file.sent_with)
    sides = f" {_TIMES} ".join(f"{each:.1f}" for each in file.size_mm or [])
    return [
        *([f"{file.triangles:,} triangles"] if file.triangles is not None else []),
        *([f"{sides} mm"] if sides else []),
        f"{file.byte_size:,} bytes",
        f"CRC-32C {file.crc32c}",
        f"Sent with {sent} on {minute(file.sent_at)} by {file.sent_by}",
    ]


def finding_cells(found: FindingShown) -> tuple[str, str, str]:
    """Return a finding of the case check: in which sending, what, and what the clinic said."""
    sent = f"{titled(_sending(found.sent_with))}, {minute(found.sent_at)}"
    signed = "Signed off by the clinic" if found.signed_off else "A note: asks for none"
    return sent, found.sentence.en, signed


def _sending(number: int) -> str:
    return "the order" if number == 0 else f"rescan {number}"


def fate(file: FileShown) -> str:
    """Say since when a file is no longer part of the order, and what took its place."""
    if file.out_at is None:
        return ""
    if file.replaced_by is None:
        return f"Left out of what was sent on {minute(file.out_at)}"
    return f"Replaced by version {file.replaced_by} on {minute(file.out_at)}"


def sign_off(file: FileShown) -> str:
    """Say whether the clinic signed the warnings off; nothing where there are none."""
    if not file.flags:
        return ""
    return "Signed off by the clinic" if file.signed_off else "No sign-off is on record"


def fetches(file: FileShown) -> list[str]:
    """Return who of the lab was given links, how often and when."""
    return [
        f"{titled(fetch.member)}: once, {minute(fetch.first_at)}"
        if fetch.times == 1
        else f"{titled(fetch.member)}: {fetch.times} times, first {minute(fetch.first_at)}, "
        f"last {minute(fetch.last_at)}"
        for fetch in file.fetches
    ]


def question_cells(question: Question) -> tuple[str, str, str, str]:
    """Return a rescan or remake: what it is, why, when and by whom asked, and the answer."""
    asked = f"{minute(question.asked_at)}\n{question.asked_by}"
    answer = "not answered yet"
    if question.answer and question.answered_at:
        at, who = minute(question.answered_at), question.answered_by
        answer = f"{titled(ANSWERS[question.answer])}\n{at}, {who}"
    name = f"{titled(question.kind)} {question.number}"
    return name, titled(words(question.reason or "")), asked, answer


def step_cells(step: StepShown) -> tuple[str, str, str, str]:
    """Return a step: when, who, what, and where the order stood after it."""
    done = [titled(DONE[step.action]), *_details(step)]
    return minute(step.at), step.who, "\n".join(done), titled(words(step.state))


def _details(step: StepShown) -> Iterator[str]:
    if step.reason:
        yield f"Reason: {words(step.reason)}"
    if step.sent:
        yield "1 file" if len(step.sent) == 1 else f"{len(step.sent)} files"
    if step.due_on:
        yield f"Promised for {_on(step.due_on)}"
    if step.shipment:
        yield _parcel(step.shipment)


def _parcel(shipment: Shipment) -> str:
    return f"{shipment.carrier}{f', {shipment.tracking}' if shipment.tracking else ''}"


def _on(day_: Day) -> str:
    return named(date.fromisoformat(day_))
