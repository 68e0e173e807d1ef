"""Builds the receipt of an order from its records: the same records give the same receipt.

It is built of what is declared visible to labs, so that both sides hold the same paper; for an
admin, of what of that is declared visible to admins.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from core.machines import Party
from core.privacy import Viewer
from core.projections import visible_to
from labs.catalogue.teeth import AREAS, name_of
from labs.links.models import Fetch, Share
from labs.orders.models import Order, OrderEvent, OrderItem, OrderState, SharedFile
from labs.orders.sent import OrderFinding
from labs.orders.states import OrderAction
from labs.receipts import conclusions
from labs.receipts.requests import (
    ArchShown,
    Dates,
    FetchShown,
    FileShown,
    FindingShown,
    Flag,
    ItemShown,
    OrderReceipt,
    PatientShown,
    Question,
    StepShown,
    ToothShown,
)
from labs.receipts.wording import JAWS

_MEMBERS = {
    Party.CLINIC: "clinic member",
    Party.LAB: "lab member",
    Party.ADMIN: "admin",
    Party.SYSTEM: "the system",
}
_ASKING: dict[OrderAction, Literal["rescan", "remake"]] = {
    OrderAction.REQUEST_RESCAN: "rescan",
    OrderAction.REQUEST_REMAKE: "remake",
}


@dataclass(frozen=True)
class Records:
    """All that is on record of an order; `complete` is false where something was left out."""

    order: Order
    events: Sequence[OrderEvent]
    shares: Sequence[Share]
    complete: bool = True
    #: How many messages the two sides exchanged; None where nobody counted.
    messages: int | None = None


def build(viewer: Viewer, records: Records) -> OrderReceipt:
    """Build the receipt for one side or, with `Viewer.ADMIN`, for an admin.

    Args:
        viewer: `Viewer.LAB` for both sides.
        records: in any order.
    """
    return _Builder(viewer, records).receipt()


@dataclass(frozen=True)
class _Sending:
    """Files that went to the lab at one time, the order's own first."""

    at: datetime
    who: str
    files: list[SharedFile]
    signed_off: list[str]
    checked: bool
    findings: list[OrderFinding]


class _Builder:
    """The records as the viewer may see them, in order of time, and what is made of them."""

    def __init__(self, viewer: Viewer, records: Records) -> None:
        self._records = records
        self._order = Order.model_validate(visible_to(viewer, records.order))
        self._events = [
            OrderEvent.model_validate(visible_to(viewer, event))
            for event in sorted(records.events, key=lambda each: (each.at, each.id))
        ]
        self._fetches = [
            Fetch.model_validate(visible_to(Viewer.LAB, share))
            for share in sorted(records.shares, key=lambda each: (each.at, each.id))
        ]
        self._people = self._numbered()
        self._sendings = self._sent()

    def receipt(self) -> OrderReceipt:
        """Return the whole."""
        order, files, questions = self._order, self._files(), self._questions()
        findings = self._findings()
        history = [self._step(event) for event in self._events]
        return OrderReceipt(
            order_id=self._records.order.id,
            case_id=order.case_id,
            state=order.state,
            remakes=order.remakes,
            patient=PatientShown(**dict(order.patient)),
            clinic=order.sender,
            lab=order.lab_name,
            dates=self._dates(),
            items=[_item(item) for item in order.items],
            files=files,
            findings=findings,
            questions=questions,
            history=history,
            conclusions=conclusions.drawn(
                files, findings, questions, history, self._records.complete
            ),
            messages=self._records.messages,
            as_of=max(at for _, _, at in self._acts()),
            complete=self._records.complete,
        )

    def _acts(self) -> list[tuple[Party, str, datetime]]:
        """Return who of which party did something when."""
        acts = [(Party.CLINIC, self._order.placed_by, self._order.placed_at)]
        acts += [(Party(event.party), event.actor, event.at) for event in self._events]
        return acts + [(Party.LAB, fetch.uid, fetch.at) for fetch in self._fetches]

    def _numbered(self) -> dict[tuple[Party, str], str]:
        """Number people by party as they first appear: later records change nobody's number."""
        found: dict[tuple[Party, str], str] = {}
        count: Counter[Party] = Counter()
        for party, uid, _ in sorted(self._acts(), key=lambda act: act[2]):
            if (party, uid) not in found:
                count[party] += 1
                name = _MEMBERS[party]
                found[party, uid] = name if party is Party.SYSTEM else f"{name} {count[party]}"
        return found

    def _who(self, event: OrderEvent) -> str:
        return self._people[Party(event.party), event.actor]

    def _sent(self) -> list[_Sending]:
        found = [
            _sending(event.at, self._who(event), event) for event in self._events if event.files
        ]
        # Orders of before the history kept the files have what they hold now.
        order = self._order
        placer = self._people[Party.CLINIC, order.placed_by]
        return found or [_sending(order.placed_at, placer, order)]

    def _findings(self) -> list[FindingShown] | None:
        """Return what the case check found, sending by sending; None where it never looked."""
        if not any(sending.checked for sending in self._sendings):
            return None
        return [
            FindingShown(
                code=found.code,
                severity=found.severity,
                sentence=found.sentence,
                teeth=found.teeth,
                file_ids=found.file_ids,
                signed_off=found.signed_off,
                sent_at=sending.at,
                sent_with=number,
            )
            for number, sending in enumerate(self._sendings)
            for found in sending.findings
        ]

    def _files(self) -> list[FileShown]:
        latest = {file.file_id: file for sending in self._sendings for file in sending.files}
        found = [self._file(file) for file in latest.values()]
        jaws = list(JAWS)
        return sorted(found, key=lambda f: (f.sent_with, f.kind != "stl", jaws.index(f.jaw)))

    def _file(self, file: SharedFile) -> FileShown:
        within = [
            number
            for number, sending in enumerate(self._sendings)
            if any(each.file_id == file.file_id for each in sending.files)
        ]
        first, later = self._sendings[within[0]], self._sendings[within[-1] + 1 :]
        return FileShown(
            file_id=file.file_id,
            kind=file.kind,
            jaw=file.jaw,
            version=file.version,
            crc32c=file.content.crc32c,
            byte_size=file.content.byte_size,
            triangles=file.report.get("triangles"),
            size_mm=file.report.get("size_mm"),
            flags=[Flag(code=f["code"], sentence=f["sentence"]) for f in file.findings],
            signed_off=any(file.file_id in each.signed_off for each in self._sendings),
            sent_at=first.at,
            sent_by=first.who,
            sent_with=within[0],
            out_at=later[0].at if later else None,
            replaced_by=_successor(file, later[0].files) if later else None,
            fetches=self._fetched(file.file_id),
        )

    def _fetched(self, file_id: str) -> list[FetchShown]:
        times: dict[str, list[datetime]] = {}
        for fetch in self._fetches:
            if fetch.file_id == file_id:
                times.setdefault(self._people[Party.LAB, fetch.uid], []).append(fetch.at)
        return [
            FetchShown(member=member, times=len(at), first_at=at[0], last_at=at[-1])
            for member, at in times.items()
        ]

    def _step(self, event: OrderEvent) -> StepShown:
        return StepShown(
            at=event.at,
            party=event.party,
            who=self._who(event),
            action=OrderAction(event.action),
            state=event.state,
            reason=event.reason,
            due_on=event.due_on,
            shipment=event.shipment,
            sent=[file.file_id for file in event.files],
        )

    def _questions(self) -> list[Question]:
        """Return what was asked for; nothing but an answer follows, beside corrections."""
        asked: Counter[str] = Counter()
        found = []
        steps = [event for event in self._events if event.action != OrderAction.CORRECT]
        for event, after in zip(steps, [*steps[1:], None], strict=True):
            kind = _ASKING.get(OrderAction(event.action))
            if kind is None:
                continue
            asked[kind] += 1
            found.append(
                Question(
                    kind=kind,
                    number=asked[kind],
                    reason=event.reason,
                    asked_at=event.at,
                    asked_by=self._who(event),
                    answer=OrderAction(after.action) if after else None,
                    answered_at=after.at if after else None,
                    answered_by=self._who(after) if after else None,
                )
            )
        return found

    def _dates(self) -> Dates:
        order, times = self._order, self._order.times
        return Dates(
            wanted_on=order.wanted_on,
            due_on=order.due_on,
            placed_at=order.placed_at,
            accepted_at=times.get(OrderState.ACCEPTED),
            ready_at=times.get(OrderState.READY),
            shipped_at=times.get(OrderState.SHIPPED),
            delivered_at=times.get(OrderState.DELIVERED),
        )


def _sending(at: datetime, who: str, sent: Order | OrderEvent) -> _Sending:
    return _Sending(at, who, sent.files, sent.signed_off, sent.checked, sent.findings)


def _item(item: OrderItem) -> ItemShown:
    return ItemShown(
        name=item.name,
        work=item.work,
        teeth=_teeth(item),
        arches=[
            ArchShown(arch=arch, area=AREAS[arch], name=f"{arch} arch") for arch in item.for_arches
        ],
        material=item.material,
        shade=item.shade,
        quantity=item.quantity,
        notes=item.notes,
    )


def _teeth(item: OrderItem) -> list[ToothShown]:
    parts = {unit.tooth: unit.part for unit in item.units}
    return [
        ToothShown(number=tooth, name=name_of(tooth), part=parts.get(tooth))
        for tooth in item.for_teeth
    ]


def _successor(file: SharedFile, others: Sequence[SharedFile]) -> int | None:
    """Return the version that came in a file's place; photographs stand side by side."""
    same = (other.version for other in others if (other.kind, other.jaw) == (file.kind, file.jaw))
    return next(same, None) if file.kind == "stl" else None
