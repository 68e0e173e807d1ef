"""The retention schedule: a row for each collection says how the end of what it has is found.

A collection without a row fails a test, and so does a row with another rule than the fields have.
"""

from collections.abc import Iterator
from datetime import datetime

from accounts.models import Clinic, Invite, Lab, User
from core.audit import AuditEntry
from core.documents import Document
from core.idempotency import Request
from core.jobs import Job
from core.objects import StoredObject
from core.privacy import Retention
from core.queries import Op, Query
from labs.catalogue.models import LabProfile, Service
from labs.links.models import LinkCount, Share
from labs.messages.models import OrderMessage
from labs.orders.models import Order, OrderEvent
from messaging.models import Announcement, Delivery, Device, InboxItem, Mail, Preferences
from privacy.inventory.search import objects
from privacy.models import (
    AccessReview,
    Breach,
    Disclosure,
    DisclosureState,
    LegalHold,
    PrivacyRequest,
    Seal,
)
from privacy.retention import deferred
from privacy.retention.rules import ByQuery, Never, RetentionRow, Ttl, WhileActive, With
from scans.cases.models import Case, CaseEvent, File
from scans.consents.models import Consent
from scans.pairs.models import PairCheck
from scans.patients.models import Patient, PatientCorrection, PatientReference
from scans.uploads.models import Upload, UploadState
from scans.visits.models import Operator, Visit
from support.models import Ticket, TicketMessage, TicketState
from wallet.invoices.models import Invoice, Series
from wallet.ledger.models import Hold, HoldState, Transaction, Wallet, WalletEntry
from wallet.payments.models import (
    Dispute,
    DisputeState,
    GatewayRefund,
    Payment,
    PaymentEvent,
)
from wallet.payments.states import UNDECIDED
from wallet.payouts.models import Payout, PayoutBatch, PayoutMethod
from wallet.prices.models import PriceList


def _before(model: type[Document], name: str, *first: tuple[str, Op], group: bool = False) -> Query:
    """Declare a query for what has a time before another, the oldest first."""
    return Query(model, (*first, (name, "<")), ((name, "ASCENDING"),), group=group)


def _of_upload(upload: Upload) -> datetime | None:
    return None if upload.state is UploadState.PROCESSING else upload.expires_at


def _unsent(upload: Upload) -> Iterator[StoredObject]:
    """What was sent belongs to the message, what was filed to the case."""
    if upload.subject is not None and upload.sent_with is None:
        yield from objects(upload)


def _of_disclosure(found: Disclosure) -> datetime | None:
    """One that was approved goes on until it is disclosed."""
    ended = {
        DisclosureState.REFUSED: found.decided_at,
        DisclosureState.DISCLOSED: found.disclosed_at,
    }
    return ended.get(found.state)


_CASE, _MONEY, _LOG = Retention.CASE, Retention.FINANCIAL, Retention.AUDIT
_ACCOUNT, _ORG = Retention.ACCOUNT, Retention.ORGANISATION
_OVER = sorted(set(HoldState) - {HoldState.OPEN})
_DECIDED = sorted(set(DisputeState) - UNDECIDED)

ROWS: tuple[RetentionRow, ...] = (
    # --- accounts and organisations -----------------------------------------------------------
    RetentionRow(User, _ACCOUNT, WhileActive()),
    RetentionRow(Operator, _ACCOUNT, WhileActive()),
    RetentionRow(Device, _ACCOUNT, WhileActive()),
    RetentionRow(Preferences, _ACCOUNT, WhileActive()),
    RetentionRow(Invite, Retention.INVITE, Ttl("gone_at")),
    RetentionRow(
        Clinic,
        _ORG,
        ByQuery(
            Query(Clinic, (("owners", "=="),)),
            lambda found: found.created_at,
            ([],),
            timed=False,
            waits=deferred.for_members,
        ),
    ),
    RetentionRow(
        Lab,
        _ORG,
        ByQuery(
            Query(Lab, (("owners", "=="),)),
            lambda found: found.created_at,
            ([],),
            timed=False,
            waits=deferred.for_members,
        ),
    ),
    RetentionRow(LabProfile, _ORG, With("labs")),
    RetentionRow(Service, _ORG, With("labs")),
    RetentionRow(PayoutMethod, _ORG, With("labs")),
    # --- patients and cases -------------------------------------------------------------------
    RetentionRow(
        Patient,
        _CASE,
        ByQuery(_before(Patient, "idle_since", group=True), lambda found: found.idle_since),
    ),
    RetentionRow(PatientReference, _CASE, With("patients")),
    RetentionRow(PatientCorrection, _CASE, With("patients")),
    RetentionRow(Consent, _CASE, With("patients")),
    RetentionRow(
        Case,
        _CASE,
        ByQuery(_before(Case, "closed_at"), lambda found: found.closed_at),
        then=("patients",),
    ),
    RetentionRow(CaseEvent, _CASE, With("cases")),
    RetentionRow(File, _CASE, With("cases")),
    RetentionRow(PairCheck, _CASE, With("cases")),
    RetentionRow(Visit, _CASE, With("cases")),
    RetentionRow(Order, _CASE, With("cases")),
    RetentionRow(OrderEvent, _CASE, With("cases")),
    RetentionRow(OrderMessage, _CASE, With("cases")),
    RetentionRow(Share, _CASE, With("cases")),
    RetentionRow(
        Upload,
        Retention.LANDING,
        ByQuery(_before(Upload, "expires_at"), _of_upload, objects=_unsent),
    ),
    RetentionRow(LinkCount, Retention.COUNT, Ttl("expires_at")),
    # --- messages -----------------------------------------------------------------------------
    RetentionRow(InboxItem, Retention.INBOX, Ttl("expires_at")),
    RetentionRow(Announcement, Retention.MESSAGE, Ttl("expires_at")),
    RetentionRow(Delivery, Retention.MESSAGE, Ttl("expires_at")),
    RetentionRow(Mail, Retention.MESSAGE, Ttl("expires_at")),
    RetentionRow(
        Ticket,
        Retention.SUPPORT,
        ByQuery(
            _before(Ticket, "since", ("state", "==")),
            lambda found: found.since,
            (TicketState.CLOSED,),
        ),
    ),
    RetentionRow(TicketMessage, Retention.SUPPORT, With("tickets")),
    # --- what proves what was done ------------------------------------------------------------
    RetentionRow(
        PrivacyRequest,
        _LOG,
        ByQuery(_before(PrivacyRequest, "done_at"), lambda found: found.done_at),
        earlier={Retention.REQUEST: "the job that takes an export away"},
    ),
    RetentionRow(AuditEntry, _LOG, ByQuery(_before(AuditEntry, "at"), lambda found: found.at)),
    RetentionRow(
        Seal, _LOG, Never("each is chained to the one before, and holds ids and hashes alone")
    ),
    RetentionRow(
        AccessReview,
        _LOG,
        ByQuery(
            _before(AccessReview, "begun_at"),
            lambda found: found.acknowledged_at or found.ended_at,
        ),
    ),
    RetentionRow(
        Breach, _LOG, ByQuery(_before(Breach, "closed_at"), lambda found: found.closed_at)
    ),
    RetentionRow(
        LegalHold,
        _LOG,
        ByQuery(_before(LegalHold, "released_at"), lambda found: found.released_at),
    ),
    RetentionRow(
        Disclosure,
        _LOG,
        ByQuery(_before(Disclosure, "decided_at"), _of_disclosure),
        earlier={Retention.REQUEST: "the job that takes an archive away"},
    ),
    # --- the machinery ------------------------------------------------------------------------
    RetentionRow(Job, Retention.JOB, Ttl("expires_at")),
    RetentionRow(Request, Retention.REQUEST, Ttl("expires_at")),
    # --- money --------------------------------------------------------------------------------
    RetentionRow(Wallet, _MONEY, With("entries")),
    RetentionRow(
        WalletEntry,
        _MONEY,
        # Found by their wallets, for only the oldest of a chain may go.
        ByQuery(_before(Wallet, "oldest_at"), lambda found: found.oldest_at),
        then=("transactions", "invoices"),
    ),
    RetentionRow(
        Hold,
        _MONEY,
        ByQuery(
            _before(Hold, "expires_at", ("state", "in"), group=True),
            lambda found: found.expires_at,
            (_OVER,),
        ),
    ),
    RetentionRow(
        Transaction,
        _MONEY,
        ByQuery(
            _before(Transaction, "at"), lambda found: found.at, waits=deferred.for_entries_of_sums
        ),
    ),
    RetentionRow(
        Payment,
        _MONEY,
        ByQuery(_before(Payment, "started_at"), lambda found: found.settled_at or found.started_at),
    ),
    RetentionRow(
        GatewayRefund,
        _MONEY,
        ByQuery(_before(GatewayRefund, "first_told_at"), lambda found: found.first_told_at),
    ),
    RetentionRow(
        Dispute,
        _MONEY,
        ByQuery(
            _before(Dispute, "said_at", ("state", "in")), lambda found: found.said_at, (_DECIDED,)
        ),
    ),
    RetentionRow(
        Payout, _MONEY, ByQuery(_before(Payout, "ended_at"), lambda found: found.ended_at)
    ),
    RetentionRow(
        PayoutBatch, _MONEY, ByQuery(_before(PayoutBatch, "made_at"), lambda found: found.made_at)
    ),
    RetentionRow(
        PaymentEvent,
        _MONEY,
        ByQuery(_before(PaymentEvent, "received_at"), lambda found: found.received_at),
    ),
    RetentionRow(
        Invoice,
        _MONEY,
        ByQuery(
            _before(Invoice, "issued_at"),
            lambda found: found.issued_at,
            waits=deferred.for_entries_billed,
        ),
    ),
    RetentionRow(Series, _MONEY, Never("a number that was given is never given again")),
    RetentionRow(
        PriceList,
        _MONEY,
        ByQuery(
            _before(PriceList, "set_at", group=True),
            lambda found: found.set_at,
            waits=deferred.for_successors,
        ),
    ),
)


#: The rows in which something is looked for, by name.
QUERIED = {each.name: each for each in ROWS if isinstance(each.how, ByQuery)}


def gone_with(name: str) -> frozenset[type]:
    """Return the models that go with a document of a row."""
    return frozenset(each.model for each in ROWS if each.how == With(name))
