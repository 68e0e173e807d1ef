"""Records of an order from which receipts are made, told step by step, and pictures for them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from PIL import Image, ImageDraw

from core.machines import Party
from labs.links.models import Share
from labs.orders.models import Order, OrderEvent, OrderState, Reason, SharedFile, Shipment
from labs.orders.sent import OrderFinding
from labs.orders.states import ORDER, OrderAction
from labs.receipts.building import Records
from scans.checks.findings import CaseCode
from scans.checks.telling import finding
from scans.checks.words import SCANS
from tests.support import ids, lab_records
from tests.support.account_records import MADE, Tenants

#: What a scan says of itself, and what the gate says of a doubtful one.
REPORT = {"triangles": 184_302, "size_mm": [61.24, 48.0, 17.39]}
FINDING = {
    "code": "stl-many-pieces",
    "severity": "warning",
    "sentence": "The scan is in 4 pieces: check that no part of the jaw is missing.",
}
#: What the case check says of a bite that is open, and of a scan that it could not judge.
APART, UNSEEN = (
    OrderFinding(**dict(found), signed_off=signed)
    for found, signed in (
        (finding(CaseCode.JAWS_APART, figures={"gap_mm": 4.2}), True),
        (finding(CaseCode.NOT_CHECKED, scan=SCANS["lower"]), False),
    )
)
_CARRIER = Shipment(carrier="Blue Dart", tracking="BD 4711")
_PARTIES = {OrderAction.PLACE, OrderAction.SEND_RESCAN, OrderAction.DELIVER, OrderAction.COMPLETE,
            OrderAction.REQUEST_REMAKE, OrderAction.CANCEL}  # fmt: skip


@dataclass
class Story:
    """An order whose records are told one after the other, an hour apart."""

    order: Order
    at: datetime = MADE
    events: list[OrderEvent] = field(default_factory=list)
    shares: list[Share] = field(default_factory=list)

    @classmethod
    def begun(cls, *files: SharedFile, signed_off: Sequence[str] = (), **changes: Any) -> Story:
        """Tell of an order that was placed with these files."""
        changed = {"files": list(files) or [scan()], "signed_off": list(signed_off), **changes}
        order = lab_records.order(Tenants())
        order = order.model_copy(update=changed).placed(order.id)
        story = cls(order, at=order.placed_at - timedelta(hours=1))
        return story.step(OrderAction.PLACE, uid=order.placed_by, files=order.files,
                          signed_off=order.signed_off, checked=order.checked,
                          findings=order.findings)  # fmt: skip

    def step(self, action: OrderAction, uid: str = "", **more: Any) -> Story:
        """Go on by a step of the table, an hour later."""
        state = self.events[-1].state if self.events else None
        after = ORDER.table[state, action].to
        assert after is not None
        self.at += timedelta(hours=1)
        party = more.pop("party", Party.CLINIC if action in _PARTIES else Party.LAB)
        said = {
            "clinic_id": self.order.clinic_id,
            "lab_id": self.order.lab_id,
            "action": action,
            "state": after,
            "actor": uid or f"one of {party}",
            "party": party,
            "at": self.at,
        }
        event = OrderEvent.model_validate({**said, **more})  # fmt: skip
        self.events.append(event.placed(self.order.id, ids.document_id()))
        changes: dict[str, Any] = {
            "state": after, "times": {**self.order.times, after: self.at}, "reason": event.reason,
        }  # fmt: skip
        changes |= {"due_on": event.due_on} if event.due_on else {}
        if event.files:
            sent = ("files", "signed_off", "checked", "findings")
            changes |= {name: getattr(event, name) for name in sent}
        changes |= {"remakes": self.order.remakes + (action is OrderAction.REQUEST_REMAKE)}
        self.order = self.order.model_copy(update=changes).placed(self.order.id)
        return self

    def steps(self, *actions: OrderAction) -> Story:
        """Go on by steps that say nothing more."""
        for action in actions:
            self.step(action)
        return self

    def fetch(self, *files: SharedFile, uid: str = "technician") -> Story:
        """A member of the lab fetches files, an hour later."""
        self.at += timedelta(hours=1)
        for file in files:
            share = lab_records.share(Tenants())
            said = {"order_id": self.order.id, "file_id": file.file_id, "uid": uid, "at": self.at,
                    "lab_id": self.order.lab_id}  # fmt: skip
            self.shares.append(share.model_copy(update=said).placed(share.id))
        return self

    def records(self, **more: Any) -> Records:
        """All of it, in no order."""
        return Records(self.order, self.events[::-1], self.shares[::-1], **more)


def scan(jaw: str = "upper", version: int = 1, *, flagged: bool = False, **more: Any) -> SharedFile:
    """A scan as labs see it."""
    file = lab_records.shared_file(Tenants())
    said = {"jaw": jaw, "version": version, "report": REPORT,
            "findings": [FINDING] if flagged else [], **more}  # fmt: skip
    return file.model_copy(update=said)


def remade(**changes: Any) -> Story:
    """An order of which a scan was doubtful, was taken anew, and whose crown did not fit."""
    a = OrderAction
    first, lower = scan(flagged=True), scan("lower")
    story = Story.begun(first, lower, signed_off=[first.file_id], **changes)
    story.step(a.ACCEPT, due_on="2026-05-09").fetch(first, lower).step(a.START)
    story.fetch(first, uid="another technician")
    story.step(a.REQUEST_RESCAN, reason=Reason.MARGIN_UNCLEAR)
    second = scan(version=2)
    story.step(a.SEND_RESCAN, files=[second, lower], signed_off=[], due_on="2026-05-11")
    story.fetch(second).steps(a.START, a.FINISH).step(a.SHIP, shipment=_CARRIER)
    story.step(a.DELIVER).step(a.REQUEST_REMAKE, reason=Reason.DOES_NOT_FIT)
    return story.step(a.ACCEPT, due_on="2026-05-14")


def long() -> Story:
    """The longest of usual orders: 20 items, 20 files, 60 steps and more; names in Devanagari."""
    a = OrderAction
    files = [scan(("upper", "lower", "bite_left", "bite_right")[n % 4], n // 4 + 1,
                  flagged=n % 3 == 0) for n in range(20)]  # fmt: skip
    order = lab_records.order(Tenants())
    item = order.items[0]
    noted = (
        "संपर्क हल्का रखें; light contact on the mesial side, and a wide embrasure for cleaning. " * 3
    )
    teeth = [[11], [26, 27], [13, 12, 11, 21, 22, 23], [55, 84], list(range(31, 39))]
    items = [
        item.model_copy(update={"teeth": teeth[n % 5], "notes": noted if n % 4 == 0 else None,
                                "quantity": len(teeth[n % 5])}) for n in range(20)
    ]  # fmt: skip
    sender = order.sender.model_copy(
        update={"name": "श्री गणेश दंत चिकित्सालय", "address": "१२ महात्मा गांधी मार्ग, पुणे " * 4}
    )
    story = Story.begun(*files, signed_off=[f.file_id for f in files if f.findings], items=items,
                        sender=sender, lab_name="पर्ल Dental Laboratory")  # fmt: skip
    story.step(a.ACCEPT, due_on="2026-05-09").fetch(*files).step(a.START)
    while len(story.events) < 60:
        story.step(a.PUT_ON_HOLD, reason=Reason.QUESTION).step(a.RESUME)
    return story.fetch(*files[:5])


def thumbnail(colour: tuple[int, int, int] = (225, 196, 160)) -> bytes:
    """A picture of the size that thumbnails have."""
    image = Image.new("RGB", (256, 256), "white")
    ImageDraw.Draw(image).arc((40, 50, 216, 260), 180, 360, fill=colour, width=44)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def thumbnails(records: Records) -> dict[str, bytes]:
    """A picture of each file that was fetched."""
    return {share.file_id: thumbnail() for share in records.shares}


__all__ = ["FINDING", "OrderState", "Story", "long", "remade", "scan", "thumbnail", "thumbnails"]
