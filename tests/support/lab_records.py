"""The documents of the tenants' lab and of an order to it, as the services make them."""

from __future__ import annotations

from datetime import timedelta

from core.privacy import Viewer
from core.projections import visible_to
from labs.catalogue.models import LabProfile, Material, Per, Service, WorkCalendar, WorkType
from labs.catalogue.shades import ShadeGuide
from labs.links.models import LinkCount, Share
from labs.messages.models import OrderMessage
from labs.orders.models import (
    Order,
    OrderEvent,
    OrderItem,
    OrderPatient,
    OrderState,
    Sender,
    SharedFile,
)
from scans.service import Attachment
from tests.support import ids, records
from tests.support.account_records import MADE, Tenants, clinic


def profile(tenants: Tenants) -> LabProfile:
    """What clinics see of the lab."""
    shown = LabProfile(
        name="Pearl Lab", city="Pune", accepting=True, calendar=WorkCalendar(), updated_at=MADE
    )
    return shown.placed(tenants.lab)


def service(tenants: Tenants) -> Service:
    """A zirconia crown at ₹2,500 a tooth."""
    crown = Service(
        name="Full-contour zirconia crown",
        work=WorkType.CROWN,
        materials=[Material.ZIRCONIA],
        shade_guide=ShadeGuide.VITA_CLASSICAL,
        per=Per.TOOTH,
        price=250_000,
        turnaround=5,
        updated_at=MADE,
    )
    return crown.placed(tenants.lab, ids.document_id())


def shared_file(tenants: Tenants) -> SharedFile:
    """A file of the case, as labs see it."""
    file = records.file(tenants)
    return SharedFile.model_validate({"file_id": file.id, **visible_to(Viewer.LAB, file)})


def order(tenants: Tenants, clinic_id: str | None = None, lab_id: str | None = None) -> Order:
    """A crown that was ordered."""
    placed = Order(
        clinic_id=clinic_id or tenants.clinic,
        lab_id=lab_id or tenants.lab,
        lab_name="Pearl Lab",
        case_id=tenants.case,
        sender=Sender.model_validate(visible_to(Viewer.LAB, clinic(tenants))),
        patient=OrderPatient(reference="P-1042"),
        items=[
            OrderItem(
                service_id=ids.document_id(),
                name="Full-contour zirconia crown",
                work=WorkType.CROWN,
                teeth=[26],
                material=Material.ZIRCONIA,
                shade="A2",
                per=Per.TOOTH,
                quantity=1,
                unit_price=250_000,
                price=250_000,
            )
        ],
        files=[shared_file(tenants)],
        wanted_on="2026-06-15",
        turnaround=5,
        price=250_000,
        times={OrderState.PLACED: MADE},
        placed_by=ids.uid(),
        placed_at=MADE,
    )
    return placed.placed(ids.document_id())


def event(tenants: Tenants, clinic_id: str | None = None, lab_id: str | None = None) -> OrderEvent:
    """The first line of an order's history."""
    line = OrderEvent(
        clinic_id=clinic_id or tenants.clinic,
        lab_id=lab_id or tenants.lab,
        action="place",
        state=OrderState.PLACED,
        actor=ids.uid(),
        party="the clinic",
        at=MADE,
    )
    return line.placed(ids.document_id(), ids.document_id())


def message(
    tenants: Tenants, clinic_id: str | None = None, lab_id: str | None = None
) -> OrderMessage:
    """What the clinic wrote, with a photo."""
    file = records.file(tenants)
    photo = Attachment(
        attachment_id=ids.document_id(),
        kind=file.kind,
        content=file.content,
        pictures=file.pictures,
        findings=[],
    )
    written = OrderMessage(
        clinic_id=clinic_id or tenants.clinic,
        lab_id=lab_id or tenants.lab,
        party="the clinic",
        author=ids.uid(),
        text="The margin is here.",
        attachments=[photo],
        sent_at=MADE,
    )
    return written.placed(ids.document_id(), ids.document_id())


def share(tenants: Tenants, clinic_id: str | None = None, lab_id: str | None = None) -> Share:
    """A link that a member of the lab got."""
    given = Share(
        clinic_id=clinic_id or tenants.clinic,
        patient_id=tenants.patient,
        case_id=tenants.case,
        order_id=ids.document_id(),
        lab_id=lab_id or tenants.lab,
        uid=ids.uid(),
        file_id=ids.document_id(),
        generation=1,
        at=MADE,
        expires_at=MADE + timedelta(minutes=10),
    )
    return given.placed(ids.document_id())


def link_count() -> LinkCount:
    """What a member of a lab fetched on a day."""
    uid = ids.uid()
    return LinkCount(uid=uid, day="2026-05-04", files=3).placed(f"{uid}-2026-05-04")
