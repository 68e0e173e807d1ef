"""Documents as a newer release stores them: a field more at the top, and in each of their records.

What stands in the new fields tells the place that it was put to, so that it is known wherever it
turns up: where it stood, in another document, in an answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import Any, Literal, NamedTuple, get_args, get_origin

from pydantic import AwareDatetime

from accounts.models import Address
from core.access import Role
from core.documents import Document, Record
from core.erasures import PendingErasure
from core.machines import Party
from core.objects import StoredObject
from core.unknown import stored
from labs.orders.models import BridgeUnit, SharedFile, Shipment, UnitPart
from labs.orders.sent import OrderFinding, SharedPair
from messaging.models import HeardAs
from privacy.models.disclosures import Fetching
from scans.cases.models import Judged, Verdict
from scans.checks.findings import CaseCode, FindingPicture
from scans.checks.models import (
    ArchFigures,
    Bilingual,
    FindingSeverity,
    Fingerprints,
    Hole,
    JawRelation,
    Position,
    ScanFeatures,
)
from scans.consents.models import Guardian, Relation
from scans.gate.models import FileFinding, FileKind
from scans.patients.models import RequestedVisit
from scans.uploads.models import Attachment, PartOutcome, Pictures, UploadPart
from scans.visits.models import (
    Booking,
    Cancellation,
    CancelReason,
    VisitAction,
    VisitCause,
    VisitChange,
    VisitSlot,
    VisitState,
)
from wallet.ledger.billing import Billing
from wallet.ledger.models import Forward, Turn, YearOfSales
from wallet.ledger.terms import Prices, Registration, Sale, SaleItem, Terms, Withholding

#: The name of the new fields: one that a path has to quote, as any may.
NAME = "added-later"
#: In what each of them holds.
WORD = "zq8newer"

MOMENT = datetime(2026, 5, 4, 9, 30, 0, 123456, tzinfo=UTC)
_OBJECT = StoredObject(name="x", generation=1, byte_size=1, content_type="x/y", crc32c="AAAAAA==")
_PICTURES = Pictures(thumbnail=_OBJECT, preview=_OBJECT, sheet=_OBJECT)
_FINDING = FileFinding(code="holes", severity="warning", sentence="It has holes.")
_PRICES = Prices(visit=1, tax=1800, late_cancellation=1, no_show=1, low_balance=1)

_SAID = Bilingual(en="x", hi="x")
_SHOWN = FindingPicture(of="x", name="marked")
_PLACE = Position(x=0, y=0, z=1)
_ARCH = ArchFigures(occlusal=_PLACE, front=_PLACE, middle=_PLACE, right_mm=50, left_mm=50)
_HOLE = Hole(at=_PLACE, across_mm=2, around_mm=6, along_mm=-20)

#: A record of each kind that a document may lack, by its class.
_RECORDS: tuple[Record, ...] = (
    _ARCH,
    _HOLE,
    _PLACE,
    ScanFeatures(arch=_ARCH, holes=[_HOLE]),
    Fingerprints(surface="x", cell="x", shape=[1]),
    Address(name="Smile Dental", address="12 MG Road", city="Pune", pincode="411001"),
    Attachment(
        attachment_id="x",
        kind=FileKind.IMAGE,
        content=_OBJECT,
        pictures=_PICTURES,
        findings=[_FINDING],
    ),
    Booking(starts_at=MOMENT, ends_at=MOMENT + timedelta(hours=1), visit_id="x"),
    Billing(legal_name="Smile Dental", address="12 MG Road", state="27"),
    Cancellation(by=Party.CLINIC, reason=next(iter(CancelReason))),
    Fetching(by="x", at=MOMENT),
    _FINDING,
    Forward(number=1, hash="x", available=0, held=0, at=MOMENT),
    HeardAs(role=Role.CLINIC, org="x", alone=True),
    Guardian(name="Meera Rao", relation=next(iter(Relation))),
    Judged(by="x", verdict=Verdict.SOUND),
    _OBJECT,
    _PICTURES,
    Registration(customer=1),
    RequestedVisit(visit_id="x", at=MOMENT),
    Sale(item=SaleItem.VISIT, tax=1800),
    _SAID,
    _SHOWN,
    OrderFinding(
        code=CaseCode.HOLES,
        severity=FindingSeverity.NOTE,
        sentence=_SAID,
        mend=_SAID,
        picture=_SHOWN,
        signed_off=False,
    ),
    SharedPair(pair_id="x", file_ids=["x"], relation=JawRelation.OCCLUDING, occlusion=_OBJECT),
    SharedFile(
        file_id="x",
        kind="stl",
        jaw="upper",
        version=1,
        content=_OBJECT,
        pictures={},
        findings=[],
        report={},
    ),
    Shipment(carrier="x"),
    VisitChange(
        action=VisitAction.REQUEST, state=VisitState.REQUESTED, cause=VisitCause.CLINIC, at=MOMENT
    ),
    BridgeUnit(tooth=26, part=UnitPart.PONTIC),
    VisitSlot(starts_at=MOMENT, ends_at=MOMENT + timedelta(hours=1)),
    PendingErasure(request_id="r1", starts_at=MOMENT, asked=Party.PERSON),
    Terms(tariff="standard", number=1, prices=_PRICES, same_state=True),
    Withholding(value=1, tds=10, tcs=50, same_state=True, supplier=1),
    YearOfSales(year="2627", value=1),
    Turn(holder="x", since=MOMENT),
    UploadPart(index=1, kind=FileKind.STL, outcome=PartOutcome.FILED, findings=[_FINDING]),
)
EXAMPLES = {type(record): stored(record) for record in _RECORDS}


class Spot(NamedTuple):
    """A record in a document: where it stands, its model, and its fields as stored."""

    way: str
    model: type[Record]
    fields: dict[str, Any]
    listed: bool


def record_in(annotation: Any) -> type[Record] | None:
    """The record inside an annotation, at whatever depth."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for arg in get_args(annotation) if (found := record_in(arg))), None)


def spots(
    model: type[Record], fields: dict[str, Any], way: str = "", *, listed: bool = False
) -> Iterator[Spot]:
    """Yield the document itself, and every record that stands in it."""
    yield Spot(way, model, fields, listed)
    for name, info in model.model_fields.items():
        inner, value = record_in(info.annotation), fields.get(name)
        if inner is None or value is None:
            continue
        if isinstance(value, list):
            for place, each in enumerate(value):
                yield from spots(inner, each, f"{way}.{name}[{place}]", listed=True)
        elif get_origin(info.annotation) is dict:
            for key, each in value.items():
                yield from spots(inner, each, f"{way}.{name}[{key}]", listed=listed)
        else:
            yield from spots(inner, value, f"{way}.{name}", listed=listed)


def records_of(model: type[Record]) -> Iterator[type[Record]]:
    """Yield a model, and the models of all records in it."""
    yield model
    for info in model.model_fields.values():
        if (inner := record_in(info.annotation)) is not None:
            yield from records_of(inner)


def filled(document: Document) -> dict[str, Any]:
    """What is stored of a document, with every record that its model has a place for."""
    return _filled(type(document), stored(document))


def _filled(model: type[Record], fields: dict[str, Any]) -> dict[str, Any]:
    found = dict(fields)
    for name, info in model.model_fields.items():
        if (inner := record_in(info.annotation)) is None:
            continue
        listed = get_origin(info.annotation) is list
        value = found.get(name) or ([EXAMPLES[inner]] if listed else EXAMPLES[inner])
        found[name] = [_filled(inner, each) for each in value] if listed else _filled(inner, value)
    return found


def value_at(path: str, way: str) -> dict[str, Any]:
    """What a new field holds: the place that it is put to, and a value of every kind."""
    many = [1, None, {"half": 0.5}]
    return {"where": f"{WORD} {path}{way}", "at": MOMENT, "many": many, "raw": b"\0"}


def sprinkled(model: type[Document], path: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    """The document with the new field at the top and in each record."""
    copy = _copied(fields)
    for spot in list(spots(model, copy)):
        spot.fields[NAME] = value_at(path, spot.way)
    return copy


def _copied(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _copied(each) for key, each in value.items()}
    return [_copied(each) for each in value] if isinstance(value, list) else value


def set_in(annotation: Any) -> bool:
    """Tell whether a field's values, or its elements, or its keys, are of a set."""
    if isinstance(annotation, type):
        return issubclass(annotation, Enum)
    return get_origin(annotation) is Literal or any(map(set_in, get_args(annotation)))


def chosen(
    model: type[Document], fields: dict[str, Any], unheard: str
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the document once for each field whose values are of a set, with another one there.

    And the name of the field of the document that it stands in.
    """
    for place, spot in enumerate(list(spots(model, fields))):
        for name, info in spot.model.model_fields.items():
            if record_in(info.annotation) is None and set_in(info.annotation):
                copy = _copied(fields)
                inside = list(spots(model, copy))[place].fields
                inside[name] = _with(info.annotation, unheard)
                top = spot.way.lstrip(".").partition(".")[0].partition("[")[0]
                yield top or name, copy


def _with(annotation: Any, unheard: str) -> Any:
    """A value of the annotation's form that is not of its set."""
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is list:
        return [_with(inside[0], unheard)]
    if origin is dict:
        return {unheard: {AwareDatetime: MOMENT, str: "x"}.get(inside[1], [])}
    return next((_with(each, unheard) for each in inside if set_in(each)), unheard)


def without(value: Any) -> Any:
    """A stored value without anything that a newer release put into it."""
    if isinstance(value, dict):
        return {key: without(each) for key, each in value.items() if key != NAME}
    return [without(each) for each in value] if isinstance(value, list) else value
