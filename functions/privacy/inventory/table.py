"""The data inventory: one entry for each collection, for account holders and patients.

Export and erasure follow it and nothing else. A collection without an entry fails a test. The
order is that of finding: what is found adds to what is known (`joins`), and entries further down
may be found by it. Erasure goes from the end to the beginning, so that what others are found by
goes last.
"""

from accounts.models import Clinic, Invite, Lab, User
from accounts.queries import INVITED
from core.audit import AuditEntry
from core.idempotency import Request
from core.jobs import Job
from core.queries import Query
from labs.catalogue.models import LabProfile, Service
from labs.links.models import LinkCount, Share
from labs.messages.models import OrderMessage
from labs.orders.models import Order, OrderEvent
from messaging.models import Announcement, Delivery, Device, InboxItem, Mail, Preferences
from privacy.inventory.entries import At, By, InventoryEntry, InventoryRow, SubjectKind, nothing
from privacy.inventory.queries import (
    ABOUT_SUBJECT,
    ASSIGNED,
    MESSAGES_OF_TICKET,
    VISITS_OF_CASE,
)
from privacy.models import AccessReview, Breach, Disclosure, LegalHold, PrivacyRequest, Seal
from scans.cases.models import Case, CaseEvent, File
from scans.cases.queries import CASES_OF_PATIENT
from scans.consents.models import Consent
from scans.consents.queries import CONSENTS_OF_PATIENT
from scans.pairs.models import PairCheck
from scans.patients.models import Patient, PatientCorrection, PatientReference
from scans.uploads.models import Upload
from scans.visits.models import Operator, Visit
from support.models import Ticket, TicketMessage
from wallet.invoices.models import Invoice, Series
from wallet.ledger.models import Hold, Transaction, Wallet, WalletEntry
from wallet.payments.models import Dispute, GatewayRefund, Payment, PaymentEvent
from wallet.payouts.models import Payout, PayoutBatch, PayoutMethod
from wallet.prices.models import PriceList

_OF_ORG = nothing("an organisation's, not a person's")
_MONEY = nothing("sums and ids of an organisation")
_NO_ACCOUNT = nothing("patients have no accounts")
_IDS = nothing("ids alone, which point at nothing once what they name is gone")
_OVERSIGHT = nothing("registers of oversight: ids, kept to prove what was done")
_OF_CLINIC = "a clinic's record of a patient; what the person did is told by the audit trail"

#: Queries of collections in which people are found; equalities alone, which need no index.
_REFERENCES = Query(PatientReference, (("patient_id", "=="),))
_ATTESTED = Query(Consent, (("attested_by", "=="),))
_UPLOADED = Query(Upload, (("uid", "=="),))

PLACES: tuple[InventoryEntry, ...] = (
    InventoryEntry(
        User,
        "The account",
        InventoryRow((At(("uid",)),), joins={"email": "email"}),
        _NO_ACCOUNT,
    ),
    InventoryEntry(
        Operator,
        "Where and when an operator works",
        InventoryRow((At(("uid",)),)),
        nothing("ids of visits alone"),
    ),
    InventoryEntry(
        Patient,
        "The patient's record",
        nothing(_OF_CLINIC, "added_by"),
        InventoryRow((At(("clinic", "patient")),)),
    ),
    InventoryEntry(
        PatientReference,
        "The patient's reference number, reserved",
        nothing("a patient's"),
        InventoryRow((By(_REFERENCES, ("patient",), "clinics/{clinic}"),)),
    ),
    InventoryEntry(
        PatientCorrection,
        "What the record said before it was corrected",
        nothing(_OF_CLINIC, "corrected_by"),
        InventoryRow((By(Query(PatientCorrection), (), "clinics/{clinic}/patients/{patient}"),)),
    ),
    InventoryEntry(
        Consent,
        "Consents",
        InventoryRow((By(_ATTESTED, ("uid",)),), names=("obtained_by",)),
        InventoryRow((By(CONSENTS_OF_PATIENT, ("clinic", "patient")),), joins={"consent": "id"}),
    ),
    InventoryEntry(
        Case,
        "Cases",
        nothing(_OF_CLINIC, "opened_by"),
        InventoryRow(
            (
                By(CASES_OF_PATIENT, ("clinic", "patient")),
                At(("case",)),
            ),
            joins={"case": "id"},
        ),
    ),
    InventoryEntry(
        CaseEvent,
        "What happened in the cases",
        nothing(_OF_CLINIC, "actor"),
        InventoryRow((By(Query(CaseEvent), (), "cases/{case}"),)),
    ),
    InventoryEntry(
        File,
        "Scans and photographs",
        nothing(_OF_CLINIC, "uploaded_by"),
        InventoryRow((By(Query(File), (), "cases/{case}"),)),
    ),
    InventoryEntry(
        PairCheck,
        "How the scans of a case lie to each other",
        nothing("measured by the platform; nobody is named in it"),
        InventoryRow((By(Query(PairCheck), (), "cases/{case}"),)),
    ),
    InventoryEntry(
        Visit,
        "Visits",
        InventoryRow((By(ASSIGNED, ("uid",)),), names=("assignee",)),
        InventoryRow(
            (By(VISITS_OF_CASE, ("case",)),),
            names=("patient.reference", "scans"),
        ),
    ),
    InventoryEntry(
        Upload,
        "Uploads",
        InventoryRow(
            (By(_UPLOADED, ("uid",)),),
            names=("uid", "operator", "object_name"),
        ),
        InventoryRow(
            (
                By(Query(Upload, (("case_id", "=="),)), ("case",)),
                By(Query(Upload, (("consent_id", "=="),)), ("consent",)),
            ),
            joins={"landing": "object_name"},
        ),
    ),
    InventoryEntry(
        Order,
        "Orders to labs",
        nothing("an order between a clinic and a lab", "placed_by", "accepted_by"),
        InventoryRow(
            (By(Query(Order, (("case_id", "=="),)), ("case",)), At(("order",))),
            names=("patient.reference", "patient.name", "items", "files", "signed_off"),
            joins={"order": "id"},
        ),
    ),
    InventoryEntry(
        OrderEvent,
        "What happened to the orders",
        nothing("an order between a clinic and a lab", "actor"),
        InventoryRow((By(Query(OrderEvent), (), "orders/{order}"),), names=("files", "signed_off")),
    ),
    InventoryEntry(
        OrderMessage,
        "What clinic and lab wrote to each other on the orders",
        nothing("an order between a clinic and a lab", "author"),
        InventoryRow(
            (By(Query(OrderMessage), (), "orders/{order}"),), names=("text", "attachments")
        ),
    ),
    InventoryEntry(
        Share,
        "What was shared with labs",
        nothing("to whom a patient's data went", "uid"),
        InventoryRow(
            (
                By(Query(Share, (("case_id", "=="),)), ("case",)),
                By(Query(Share, (("order_id", "=="),)), ("order",)),
            ),
            names=("patient_id", "case_id", "order_id", "lab_id", "file_id", "at"),
        ),
    ),
    InventoryEntry(
        LinkCount,
        "Links fetched in a day",
        InventoryRow((By(Query(LinkCount, (("uid", "=="),)), ("uid",)),)),
        nothing("counts of a lab's people"),
    ),
    InventoryEntry(
        Clinic,
        "Clinics",
        InventoryRow(
            (By(Query(Clinic, (("owners", "array_contains"),)), ("uid",)),), names=("owners",)
        ),
        _OF_ORG,
    ),
    InventoryEntry(
        Lab,
        "Labs",
        InventoryRow(
            (By(Query(Lab, (("owners", "array_contains"),)), ("uid",)),), names=("owners",)
        ),
        _OF_ORG,
    ),
    InventoryEntry(LabProfile, "What clinics see of a lab", _OF_ORG, _OF_ORG),
    InventoryEntry(Service, "What a lab makes", _OF_ORG, _OF_ORG),
    InventoryEntry(
        Invite,
        "Invitations",
        InventoryRow(
            (
                By(INVITED, ("email",)),
                # Nobody can take up what was sent by somebody who is gone.
                By(Query(Invite, (("invited_by", "=="),)), ("uid",)),
            )
        ),
        nothing("patients are not invited"),
    ),
    InventoryEntry(
        InboxItem,
        "Notices",
        InventoryRow((By(Query(InboxItem), (), "users/{uid}"),)),
        _IDS,
    ),
    InventoryEntry(
        Announcement,
        "Notices that are still to be sent",
        InventoryRow(
            (
                By(Query(Announcement, (("to.uids", "array_contains"),)), ("uid",)),
                By(Query(Announcement, (("to.actor", "=="),)), ("uid",)),
            ),
            names=("to.uids", "to.actor"),
        ),
        _IDS,
    ),
    InventoryEntry(
        Device,
        "Devices that pushes go to",
        InventoryRow((By(Query(Device), (), "users/{uid}"),)),
        _NO_ACCOUNT,
    ),
    InventoryEntry(
        Preferences,
        "How the person is told of what",
        InventoryRow((At(("uid",)),)),
        _NO_ACCOUNT,
    ),
    InventoryEntry(
        Delivery,
        "How notices were carried on",
        InventoryRow((By(Query(Delivery, (("uid", "=="),)), ("uid",)),)),
        _NO_ACCOUNT,
    ),
    InventoryEntry(
        Mail,
        "E-mails to be sent",
        InventoryRow(
            (
                By(Query(Mail, (("toUids", "array_contains"),)), ("uid",)),
                By(Query(Mail, (("former", "=="),)), ("uid",)),
            )
        ),
        _NO_ACCOUNT,
    ),
    InventoryEntry(
        Ticket,
        "Questions to support",
        InventoryRow((By(Query(Ticket, (("uid", "=="),)), ("uid",)),), joins={"ticket": "id"}),
        _NO_ACCOUNT,
    ),
    InventoryEntry(
        TicketMessage,
        "What was written on them",
        InventoryRow((By(MESSAGES_OF_TICKET, (), "tickets/{ticket}"),)),
        _NO_ACCOUNT,
    ),
    InventoryEntry(
        PrivacyRequest,
        "Requests about one's data",
        *2 * (InventoryRow((By(ABOUT_SUBJECT, ("subject",)),), joins={"request": "id"}),),
    ),
    InventoryEntry(
        AuditEntry,
        "What was done, by whom and to what",
        InventoryRow(
            (
                By(Query(AuditEntry, (("actor", "=="),)), ("uid",)),
                By(Query(AuditEntry, (("subject", "=="),)), ("subject",)),
            ),
            names=("actor", "action", "subject", "at", "refs"),
        ),
        nothing("ids alone: who did what", "subject", "refs"),
    ),
    InventoryEntry(AccessReview, "Reviews of who has access", *2 * (_OVERSIGHT,)),
    InventoryEntry(Breach, "Breaches", *2 * (_OVERSIGHT,)),
    # Told of to those concerned, by what their export says beside what is found: rights/disclosed.
    InventoryEntry(Disclosure, "What authorities asked for", *2 * (_OVERSIGHT,)),
    InventoryEntry(LegalHold, "What the law wants kept", *2 * (_OVERSIGHT,)),
    InventoryEntry(Seal, "Seals of the audit", *2 * (_OVERSIGHT,)),
    InventoryEntry(Job, "What is left to be done", _IDS, _IDS),
    InventoryEntry(
        Request, "Answers to repeated calls", *2 * (nothing("hashes and ids, for 7 days"),)
    ),
    InventoryEntry(Wallet, "Wallets", _MONEY, _MONEY),
    InventoryEntry(WalletEntry, "Entries of wallets", _MONEY, _MONEY),
    InventoryEntry(Hold, "Money set aside", _MONEY, _MONEY),
    InventoryEntry(
        Transaction,
        "Transactions",
        nothing("an organisation's accounts", "actor"),
        _MONEY,
    ),
    InventoryEntry(
        Payment,
        "Payments",
        nothing("an organisation's accounts", "started_by"),
        _MONEY,
    ),
    InventoryEntry(PayoutMethod, "Where labs are paid", _OF_ORG, _OF_ORG),
    InventoryEntry(
        Payout,
        "Payouts",
        nothing("an organisation's accounts", "requested_by", "approvers"),
        _MONEY,
    ),
    InventoryEntry(
        PayoutBatch,
        "Files of payouts for the bank",
        nothing("an organisation's accounts", "made_by"),
        _MONEY,
    ),
    InventoryEntry(PaymentEvent, "What the gateway told", _MONEY, _MONEY),
    InventoryEntry(GatewayRefund, "Payments given back at the gateway", _MONEY, _MONEY),
    InventoryEntry(Dispute, "Payments that a bank disputes", _MONEY, _MONEY),
    InventoryEntry(Invoice, "Invoices", _MONEY, _MONEY),
    InventoryEntry(Series, "Numbers of invoices", _MONEY, _MONEY),
    InventoryEntry(
        PriceList,
        "Prices",
        nothing("the platform's prices", "set_by"),
        nothing("the platform's prices"),
    ),
)

#: What of the bucket is somebody's beside the objects that documents name: folders, with names of
#: sets in braces.
FOLDERS: dict[SubjectKind, tuple[str, ...]] = {
    SubjectKind.USER: ("landing/{uid}/", "exports/{request}/"),
    SubjectKind.PATIENT: (
        "cases/{clinic}/{case}/",
        "consents/{clinic}/{consent}/",
        "receipts/{order}/",
        "exports/{request}/",
        "{landing}",
    ),
}
