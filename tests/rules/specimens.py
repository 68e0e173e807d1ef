"""A specimen of every collection: a real document, whose it is, and how its readers list it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from accounts.models import Clinic, Invite, Lab, User
from core.access import Role
from core.audit import AuditEntry
from core.documents import Document
from core.idempotency import Request
from core.jobs import Job
from core.privacy import Viewer
from labs.catalogue.models import LabProfile, Service
from labs.links.models import LinkCount, Share
from labs.messages.models import OrderMessage
from labs.orders.models import Order, OrderEvent
from messaging.models import Announcement, Delivery, Device, InboxItem, Mail, Preferences
from privacy.models import (
    AccessReview,
    Breach,
    Disclosure,
    LegalHold,
    LegalHoldState,
    PrivacyRequest,
    Seal,
)
from scans.cases.models import Case, CaseEvent, File
from scans.consents.models import Consent
from scans.pairs.models import PairCheck
from scans.patients.models import Patient, PatientCorrection, PatientReference
from scans.uploads.models import Upload
from scans.visits.models import Operator, Visit
from support.models import Ticket, TicketMessage
from tests.support import (
    account_records,
    ids,
    lab_records,
    messages,
    money,
    privacy_records,
    records,
    ticket_records,
)
from tests.support.account_records import Tenants
from tests.support.wire import Filter
from tools.client import Person
from wallet.invoices.models import Invoice, Series
from wallet.ledger.models import Hold, Transaction, Wallet, WalletEntry
from wallet.payments.models import Dispute, GatewayRefund, Payment, PaymentEvent
from wallet.payouts.models import Payout, PayoutBatch, PayoutMethod
from wallet.prices.models import PriceList

Standing = Callable[[Tenants], dict[str, Any]]
Filters = Callable[[Tenants, Document, Person], tuple[Filter, ...]]


@dataclass(frozen=True)
class Named:
    """The one person whom a document names, beside those that it belongs to.

    Attributes:
        viewer: as what it names them.
        standing: their account's standing.
    """

    viewer: Viewer
    standing: Standing

    @property
    def always(self) -> bool:
        """They read it as long as they can sign in: a suspended person reads there why.

        That is declared, of every field and reader: the data map says so to everybody.
        """
        return self.viewer is Viewer.SUBJECT


@dataclass(frozen=True)
class Specimen:
    """A document that a test seeds, and how its readers list it.

    Attributes:
        name: shown in the test's id.
        model: the document's class.
        make: builds it, for the tenants and the person whom it names.
        party: whose organisation it belongs to: `clinic`, `lab` or nobody's.
        listed: for each reader that may list, the filter that the rules demand. A reader without
            one may only `get`.
        named: the person whom it names, if any.
        writable: fields that this person writes; their own tests say in which forms.
        own: this person makes and deletes it as well.
        by_id: its organisation is told by the id in the path alone, whichever kind that is.
    """

    name: str
    model: type[Document]
    make: Callable[[Tenants, Person], Document]
    party: str = ""
    listed: Mapping[Viewer, Filters] = field(default_factory=dict)
    named: Named | None = None
    writable: frozenset[str] = frozenset()
    own: bool = False
    by_id: bool = False


def everything(_scene: Tenants, _document: Document, _person: Person) -> tuple[Filter, ...]:
    """No filter: the whole collection, below one parent."""
    return ()


def _of_field(name: str) -> Filters:
    """Filter by a field of the document: what its reader knows to be theirs."""
    return lambda _scene, document, _person: ((name, "EQUAL", getattr(document, name)),)


def clinic_member(owner: bool = False) -> Standing:
    """A member of the tenants' clinic."""
    return lambda s: {"role": Role.CLINIC, "org": s.clinic, "owner": owner}


def lab_member(owner: bool = False) -> Standing:
    """A member of the tenants' lab."""
    return lambda s: {"role": Role.LAB, "org": s.lab, "owner": owner}


def operator(_scene: Tenants) -> dict[str, Any]:
    """An operator."""
    return {"role": Role.OPERATOR}


def _account(standing: Standing) -> Callable[[Tenants, Person], Document]:
    return lambda s, person: s.account(person, **standing(s))


def _invite(org: str, role: Role) -> Callable[[Tenants, Person], Document]:
    return lambda s, person: account_records.invite(getattr(s, org), role, person.email)


def _of_clinic(make: Callable[[Tenants], Document]) -> Callable[[Tenants, Person], Document]:
    return lambda s, _person: make(s)


def _money(
    model: type[Document],
    make: Callable[[Tenants, Role], Document],
    listed: Mapping[Role, Mapping[Viewer, Filters]],
) -> tuple[Specimen, ...]:
    """The clinic's and the lab's: what is below a wallet is listed by its own members."""
    return tuple(
        Specimen(
            f"{model.__name__.lower()}_of_{kind}",
            model,
            lambda s, _, kind=kind: make(s, kind),  # type: ignore[misc]
            kind,
            listed.get(kind, {}),
            by_id=True,
        )
        for kind in (Role.CLINIC, Role.LAB)
    )


def _sides(
    model: type[Document],
    make: Callable[..., Document],
    listed: Mapping[str, Mapping[Viewer, Filters]],
) -> tuple[Specimen, ...]:
    """What belongs to a clinic and a lab: once the tenants' clinic's, once the tenants' lab's."""
    name, stranger = model.__name__.lower(), ids.document_id()
    return (
        Specimen(
            f"{name}_of_clinic", model, lambda s, _: make(s, lab_id=stranger), "clinic",
            listed["clinic"],
        ),
        Specimen(
            f"{name}_of_lab", model, lambda s, _: make(s, clinic_id=stranger), "lab", listed["lab"]
        ),
    )  # fmt: skip


def _person(standing: Standing) -> Named:
    return Named(Viewer.SUBJECT, standing)


def _active(standing: Standing) -> Named:
    return Named(Viewer.ACTIVE_SUBJECT, standing)


_ADMINS = {Viewer.ADMIN: everything}
_USERS: dict[Viewer, Filters] = {Viewer.ORG_OWNER: _of_field("org"), **_ADMINS}
_INVITES = {Viewer.ORG_OWNER: _of_field("org"), Viewer.SUBJECT: _of_field("email")}
_CLINIC = {Viewer.CLINIC: _of_field("clinic_id")}
_BELOW_CLINIC = {Viewer.CLINIC: everything}
_BELOW_WALLET = {Role.CLINIC: _BELOW_CLINIC, Role.LAB: {Viewer.LAB: everything}}
_OF_WALLET = {
    Role.CLINIC: {Viewer.CLINIC: _of_field("wallet_id")},
    Role.LAB: {Viewer.LAB: _of_field("wallet_id")},
}
_CATALOGUE: dict[Viewer, Filters] = {Viewer.ANY_CLINIC: everything, **_ADMINS}
_OF_LAB: dict[Viewer, Filters] = {Viewer.LAB: everything}
_ORDERS = {
    "clinic": {Viewer.CLINIC: _of_field("clinic_id")},
    "lab": {Viewer.LAB: _of_field("lab_id")},
}
_EVENTS = _ORDERS
#: A lab sees its own on the receipt of an order, without the patient, and reads none.
_SHARES: dict[str, dict[Viewer, Filters]] = {"clinic": {**_CLINIC, **_ADMINS}, "lab": _ADMINS}
_VISITS = {**_CLINIC, Viewer.OPERATOR: _of_field("assignee")}
_UPLOADS = {**_CLINIC, Viewer.OPERATOR: _of_field("operator")}
_PROFILE = frozenset({"name", "updated_at"})
_READ = frozenset({"read_at"})
_DEVICE = frozenset({"token", "platform", "updated_at"})
_OPERATOR = _person(operator)
_AT_WORK = Named(Viewer.OPERATOR, operator)

SPECIMENS = (
    *(
        Specimen(name, User, _account(standing), party, _USERS, _person(standing), _PROFILE)
        for name, party, standing in (
            ("user_of_clinic", "clinic", clinic_member()),
            ("user_of_lab", "lab", lab_member()),
        )
    ),
    Specimen("user_without_org", User, _account(operator), "", _ADMINS, _OPERATOR, _PROFILE),
    Specimen(
        "inbox_item",
        InboxItem,
        lambda _, person: account_records.inbox_item(person.uid),
        listed={Viewer.SUBJECT: everything},
        named=_OPERATOR,
        writable=_READ,
    ),
    Specimen(
        "device",
        Device,
        lambda _, person: messages.device(person.uid),
        listed={Viewer.SUBJECT: everything},
        named=_OPERATOR,
        writable=_DEVICE,
        own=True,
    ),
    Specimen(
        "preferences",
        Preferences,
        lambda _, person: messages.preferences(person.uid),
        named=_OPERATOR,
    ),
    Specimen("announcement", Announcement, lambda _, person: messages.announcement(person.uid)),
    Specimen("delivery", Delivery, lambda _, person: messages.delivery(person.uid)),
    Specimen("mail", Mail, lambda _, person: messages.mail(person.uid)),
    *(
        Specimen(f"invite_of_{party}", Invite, _invite(party, role), party, _INVITES, _OPERATOR)
        for party, role in (("clinic", Role.CLINIC), ("lab", Role.LAB))
    ),
    Specimen("clinic", Clinic, _of_clinic(account_records.clinic), "clinic", _ADMINS),
    Specimen("lab", Lab, lambda s, _: account_records.lab(s), "lab", _ADMINS),
    Specimen("patient", Patient, _of_clinic(records.patient), "clinic", _BELOW_CLINIC),
    Specimen(
        "correction", PatientCorrection, _of_clinic(records.correction), "clinic", _BELOW_CLINIC
    ),
    Specimen("patient_reference", PatientReference, _of_clinic(records.reference), "clinic"),
    Specimen("consent", Consent, _of_clinic(records.consent), "clinic", _CLINIC),
    Specimen("case", Case, _of_clinic(records.case), "clinic", _CLINIC),
    Specimen("file", File, _of_clinic(records.file), "clinic", _CLINIC),
    Specimen("pair", PairCheck, _of_clinic(records.pair), "clinic", _CLINIC),
    Specimen("event", CaseEvent, _of_clinic(records.event), "clinic", _CLINIC),
    Specimen(
        "visit", Visit, lambda s, person: records.visit(s, person.uid), "clinic", _VISITS, _AT_WORK
    ),
    Specimen("visit_unassigned", Visit, lambda s, _: records.visit(s, None), "clinic", _VISITS),
    Specimen("upload", Upload, lambda s, _: records.upload(s, ids.uid()), "clinic", _UPLOADS),
    Specimen(
        "upload_at_visit",
        Upload,
        lambda s, person: records.upload_at_visit(s, person.uid),
        "clinic",
        _UPLOADS,
        _AT_WORK,
    ),
    *(
        Specimen(
            f"attachment_of_{role}",
            Upload,
            lambda s, person: records.upload_attached(s, person.uid),
            listed={Viewer.ACTIVE_SUBJECT: _of_field("holder")},
            named=_active(standing),
        )
        for role, standing in (("clinic", clinic_member()), ("lab", lab_member()))
    ),
    Specimen(
        "roster",
        Operator,
        lambda s, person: records.roster(s, person.uid),
        listed=_ADMINS,
        named=_active(operator),
    ),
    Specimen("job", Job, _of_clinic(records.job), "clinic"),
    *_money(Wallet, money.wallet, {}),
    *_money(WalletEntry, money.entry, _BELOW_WALLET),
    *_money(Hold, money.hold, _BELOW_WALLET),
    *_money(Invoice, money.invoice, _OF_WALLET),
    Specimen("series", Series, lambda *_: money.series()),
    Specimen("transaction", Transaction, _of_clinic(money.transaction), "clinic"),
    Specimen("payment", Payment, _of_clinic(money.payment), "clinic"),
    Specimen("payout_method", PayoutMethod, _of_clinic(money.payout_method), "lab"),
    Specimen("payout", Payout, _of_clinic(money.payout), "lab"),
    Specimen("payout_batch", PayoutBatch, lambda *_: money.payout_batch()),
    Specimen("payment_event", PaymentEvent, lambda *_: money.payment_event()),
    Specimen("gateway_refund", GatewayRefund, lambda *_: money.gateway_refund()),
    Specimen("dispute", Dispute, lambda *_: money.dispute()),
    Specimen("lab_profile", LabProfile, _of_clinic(lab_records.profile), "lab", _CATALOGUE),
    Specimen("service", Service, _of_clinic(lab_records.service), "lab", {**_CATALOGUE, **_OF_LAB}),
    *_sides(Order, lab_records.order, _ORDERS),
    *_sides(OrderEvent, lab_records.event, _EVENTS),
    *_sides(OrderMessage, lab_records.message, _EVENTS),
    *_sides(Share, lab_records.share, _SHARES),
    Specimen("link_count", LinkCount, lambda *_: lab_records.link_count()),
    *(
        Specimen(
            f"{model.__name__.lower()}_of_{role}",
            model,
            lambda s, person, make=make, of=standing: make(person.uid, **of(s)),  # type: ignore[misc]
            listed={Viewer.ACTIVE_SUBJECT: _of_field("uid")},
            named=_active(standing),
        )
        for model, make in (
            (Ticket, ticket_records.ticket),
            (TicketMessage, ticket_records.message),
        )
        for role, standing in (("clinic", clinic_member()), ("operator", operator))
    ),
    Specimen("price_list", PriceList, lambda *_: money.price_list()),
    Specimen("access_review", AccessReview, lambda *_: privacy_records.review()),
    Specimen("breach", Breach, lambda *_: privacy_records.breach()),
    Specimen("disclosure", Disclosure, lambda *_: privacy_records.disclosure()),
    Specimen(  # let go of, for one in force would hold up other tests' erasures
        "legal_hold", LegalHold, lambda *_: privacy_records.hold(state=LegalHoldState.RELEASED)
    ),
    Specimen("seal", Seal, lambda *_: privacy_records.seal()),
    Specimen(
        "privacy_request_of_user",
        PrivacyRequest,
        lambda _, person: records.privacy_request(uid=person.uid),
        listed={Viewer.SUBJECT: _of_field("uid")},
        named=_OPERATOR,
    ),
    Specimen(
        "privacy_request_of_patient",
        PrivacyRequest,
        lambda s, _: records.privacy_request(clinic_id=s.clinic),
        "clinic",
        _CLINIC,
    ),
    Specimen("audit_entry", AuditEntry, lambda *_: account_records.audit_entry(), listed=_ADMINS),
    Specimen("request", Request, lambda *_: account_records.answered_request()),
)
