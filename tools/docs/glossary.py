"""The terms of the domain, each with the docstring that defines it.

A definition is typed once, in the code: the first paragraph of the docstring of the package, room,
module, class or function that is the thing, or the comment beside a member of an enumeration. Here
stands only which of them a term is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from tools.docs import fields, outline, promises

#: Term -> dotted name of what defines it.
TERMS: dict[str, str] = {
    "access review": "privacy.access_reviews",
    "account": "accounts",
    "adjustment": "wallet.ledger.models.TransactionKind.ADJUSTMENT",
    "admin": "core.access.Role.ADMIN",
    "announcement": "messaging.models.Announcement",
    "antagonist": "labs.catalogue.teeth.Arch",
    "arch": "labs.catalogue.teeth.Arch",
    "attachment": "scans.uploads.attachments",
    "audience": "messaging.models.Audience",
    "audit": "privacy.audit",
    "audit entry": "core.audit.AuditEntry",
    "billing details": "wallet.ledger.billing.Billing",
    "bite": "scans.visits.models.ScanKind.BITE",
    "book": "wallet.ledger.chart.Book",
    "breach": "privacy.breaches",
    "capture": "wallet.ledger.models.TransactionKind.CAPTURE",
    "case": "scans.cases",
    "catalogue": "labs.catalogue",
    "channel": "messaging.models.Channel",
    "chore": "jobs.chores",
    "claims": "accounts.identity",
    "clean zone": "core.objects",
    "conclusion": "labs.receipts.conclusions",
    "consent": "scans.consents",
    "consent record": "privacy.consents",
    "consent scope": "scans.consents.models.Scope",
    "correction, of an organisation": "privacy.corrections",
    "correction, of a patient": "scans.effects.correction",
    "credit note": "wallet.invoices.models.Paper.CREDIT_NOTE",
    "data inventory": "privacy.inventory",
    "data request": "privacy.data_requests",
    "data subject": "privacy.inventory.subjects.DataSubject",
    "declaration, of a field": "core.privacy.FieldPolicy",
    "digest": "messaging.digests",
    "disclosure": "privacy.disclosures",
    "effect": "scans.effects",
    "entry, of a wallet": "wallet.ledger.models.WalletEntry",
    "erasure": "privacy.erasure",
    "export": "privacy.export",
    "FDI number": "labs.catalogue.teeth",
    "fee": "wallet.fees",
    "fingerprint, of a scan": "scans.gate.fingerprints",
    "finding": "scans.gate.models.FileFinding",
    "follow-up": "labs.follow_ups",
    "gate": "scans.gate",
    "grant": "core.access.Grant",
    "guardian": "scans.consents.models.Guardian",
    "hash chain": "wallet.ledger.chain",
    "hold": "wallet.ledger.models.Hold",
    "idempotency key": "core.idempotency",
    "inactive account": "privacy.inactivity",
    "inbox": "messaging.models.InboxItem",
    "intake": "scans.intake",
    "invitation": "accounts.models.Invite",
    "invoice": "wallet.invoices.models.Paper.INVOICE",
    "ISO 3950": "labs.catalogue.teeth",
    "item, of an order": "labs.orders.models.OrderItem",
    "job": "jobs",
    "journal": "wallet.ledger.journal",
    "lab": "labs",
    "landing zone": "scans.intake.landing",
    "least disclosure": "core.projections",
    "ledger": "wallet.ledger",
    "legal hold": "privacy.holds",
    "message, of an order": "labs.messages",
    "notice": "messaging",
    "obstacle": "privacy.inventory.obstacles",
    "operator": "core.access.Role.OPERATOR",
    "optimistic unit of work": "core.contention.OptimisticUnit",
    "order": "labs.orders",
    "organisation": "accounts.models.Organisation",
    "party": "core.machines.Party",
    "patient": "scans.patients",
    "payment": "wallet.payments",
    "payout": "wallet.payouts",
    "posting": "wallet.ledger.models.Posting",
    "preparation": "scans.visits.models.ScanKind.PREPARATION",
    "price list": "wallet.prices.models.PriceList",
    "projection": "core.projections",
    "quiet hours": "messaging.models.QuietHours",
    "receipt, of an erasure": "privacy.erasure.receipts.ErasureReceipt",
    "receipt, of an order": "labs.receipts",
    "redaction": "privacy.inventory.redaction",
    "refund": "wallet.ledger.models.TransactionKind.REFUND",
    "release, of a hold": "wallet.ledger.models.TransactionKind.RELEASE",
    "release, of an operator": "scans.visits.releases",
    "reminder": "scans.visits.reminders",
    "remake": "labs.orders.states.OrderAction.REQUEST_REMAKE",
    "rescan": "labs.orders.states.OrderAction.REQUEST_RESCAN",
    "retention rule": "core.privacy.Retention",
    "retention schedule": "privacy.retention",
    "role": "core.access.Role",
    "roster": "scans.visits.models.Operator",
    "scan": "scans",
    "seal": "privacy.models.seals.Seal",
    "series": "wallet.invoices.models.Series",
    "service, of a lab": "labs.catalogue.models.Service",
    "shade guide": "labs.catalogue.shades.ShadeGuide",
    "share": "labs.links",
    "signed link": "core.links.Link",
    "slot, of a visit": "scans.visits.models.VisitSlot",
    "standing": "core.access.Standing",
    "state machine": "core.machines.Machine",
    "statement": "wallet.invoices.statements",
    "sweep": "jobs.sweeping",
    "tariff": "wallet.prices",
    "terms": "wallet.ledger.terms.Terms",
    "ticket": "support",
    "timeline": "scans.cases.models.CaseEvent",
    "top-up": "wallet.ledger.models.TransactionKind.TOP_UP",
    "transaction": "wallet.ledger.models.Transaction",
    "transfer": "wallet.ledger.models.TransactionKind.TRANSFER",
    "twin, of a scan": "scans.checks.models.Twin",
    "unit of work": "core.units.UnitOfWork",
    "upload": "scans.uploads",
    "upload slot": "scans.uploads.models.Upload",
    "verdict": "scans.cases.models.Verdict",
    "viewer": "core.privacy.Viewer",
    "visit": "scans.visits",
    "wallet": "wallet",
    "withholding": "wallet.withholding",
    "withdrawal": "scans.effects.withdrawal",
    "work type": "labs.catalogue.models.WorkType",
    "working day": "labs.catalogue.workdays",
}

#: What a docstring may begin with before its sentence: the path of a document.
_PATH = re.compile(r"^`[^`]+`: ")
#: A sentence, and no label with a colon behind it.
SENTENCE = re.compile(r"(?!\S+( \S+)?: )[A-Z].*\.")


@dataclass(frozen=True)
class Term:
    """A term, its definition, the dotted name that defines it and the file of that."""

    name: str
    definition: str
    source: str
    file: str


def terms(table: Mapping[str, str] = TERMS) -> list[Term]:
    """Return the terms with their definitions, those without left out: see `faults`."""
    return [
        Term(name, definition(source), source, str(promises.place(source)))
        for name, source in sorted(table.items(), key=lambda row: row[0].casefold())
        if definition(source)
    ]


def faults(table: Mapping[str, str] = TERMS) -> Iterator[str]:
    """Yield the terms that nothing defines, and those whose definition is no sentence."""
    for name, source in table.items():
        if promises.find(source) is None:
            yield f"{name}: there is no {source}."
        elif not SENTENCE.fullmatch(definition(source)):
            yield f"{name}: {source} does not begin with a sentence: {definition(source)!r}"


def definition(source: str) -> str:
    """Return what a dotted name says of itself, nothing where it says nothing or is not there."""
    thing = promises.find(source)
    if isinstance(thing, StrEnum):
        said = fields.meanings(type(thing))[thing]
        return f"{said[:1].upper()}{said[1:]}." if said else ""
    doc = vars(thing).get("__doc__") if isinstance(thing, type) else thing.__doc__  # its own
    said = _PATH.sub("", outline.first(doc)) if doc else ""
    return f"{said[:1].upper()}{said[1:]}"
