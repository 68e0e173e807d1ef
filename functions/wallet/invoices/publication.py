"""What callables do with invoices and statements: make, list and link to them."""

import hashlib
from datetime import timedelta

from core import audit, links
from core.access import ORG_ROLES, Role
from core.blobs import Blobs
from core.context import Context
from core.errors import NotOwner
from core.objects import StoredObject
from core.queries import Query
from core.units import UnitOfWork
from wallet.invoices import invoicing, statements
from wallet.invoices.errors import InvoiceNotFound
from wallet.invoices.models import Invoice
from wallet.invoices.requests import (
    DocumentLink,
    GetInvoiceLink,
    GetStatementFile,
    InvoiceRow,
    Invoices,
    InvoicesIssued,
    IssueInvoices,
    ListInvoices,
)
from wallet.ledger.callers import named
from wallet.ledger.models import Wallet

OF_WALLET = Query(Invoice, where=(("wallet_id", "=="),), order=(("issued_at", "DESCENDING"),))

_PDF, _CSV = "application/pdf", "text/csv; charset=utf-8"


def issue(ctx: Context, request: IssueInvoices) -> InvoicesIssued:
    """Make out what was bought so far; the audit entry is written with the documents.

    Cost: see `invoicing.issue`.

    Raises:
        NotOwner: only owners, and admins for them, have invoices made out.
        WalletNotFound, BillingMissing, SupplierMissing, Busy.
    """
    caller = ctx.caller
    wallet_id = named(ctx, request.wallet_id)
    if caller.role in ORG_ROLES and not caller.owner:
        raise NotOwner
    # All there is, whatever the clocks of instances say.
    to_come = ctx.clock.now() + timedelta(days=1)
    numbers = invoicing.issue(ctx.store, ctx.clock, caller.uid, wallet_id, to_come)
    return InvoicesIssued(numbers=numbers)


def list_invoices(ctx: Context, request: ListInvoices) -> Invoices:
    """Return one page of a wallet's documents, the last first. One read each.

    Raises:
        WalletNotFound, CursorInvalid.
    """
    wallet_id = named(ctx, request.wallet_id)
    page = ctx.store.page(OF_WALLET, wallet_id, limit=request.limit, cursor=request.cursor)
    return Invoices(invoices=[_row(invoice) for invoice in page.items], cursor=page.cursor)


def invoice_link(ctx: Context, blobs: Blobs, request: GetInvoiceLink) -> DocumentLink:
    """Sign a link to a document's PDF; its audit entry is committed before.

    Two reads and a write; the first time the PDF is made, and its object noted by a write more.

    Raises:
        InvoiceNotFound.
    """
    found = ctx.store.get(Invoice, request.invoice_id)
    if found is None or (ctx.caller.role is not Role.ADMIN and found.wallet_id != ctx.caller.org):
        raise InvoiceNotFound
    pdf = found.pdf or _printed(blobs, found)

    def work(unit: UnitOfWork) -> StoredObject:
        now = unit.get(Invoice, request.invoice_id) or found
        audit.record(unit, ctx, "wallet.link_invoice", Invoice.path_for(request.invoice_id))
        if now.pdf is None:
            unit.change(now, pdf=pdf)
        return now.pdf or pdf

    return _link(blobs, ctx.store.run(work), f"{request.invoice_id}.pdf")


def statement_link(ctx: Context, blobs: Blobs, request: GetStatementFile) -> DocumentLink:
    """Write a statement to a file of its own and sign a link to it; the audit entry comes before.

    Three reads, one an entry, and one write.

    Raises:
        WalletNotFound, StatementTooLong, StatementTooOld, Busy.
    """
    wallet_id = named(ctx, request.wallet_id)
    span = statements.read(
        ctx.store,
        wallet_id,
        request.first_day,
        request.last_day,
        ctx.clock.now(),
        request.format,
    )
    name = f"statements/{wallet_id}/{ctx.store.new_id()}/statement.{request.format}"
    if request.format == "csv":
        with blobs.writing(name, _CSV) as out:
            statements.write_csv(span, out)
        kept = blobs.described(name)
    else:
        from wallet.invoices import statement_layout  # fpdf: only who prints waits for it

        wallet = ctx.store.get(Wallet, wallet_id)
        customer = wallet.billing if wallet else None
        made = statement_layout.statement(span, customer, wallet_id, ctx.clock.now())
        kept = blobs.write(name, made, _PDF)
    path = Wallet.path_for(wallet_id)
    ctx.store.run(lambda unit: audit.record(unit, ctx, "wallet.link_statement", path))
    days = f"{request.first_day.isoformat()}-to-{request.last_day.isoformat()}"
    return _link(blobs, kept, f"statement-{days}.{request.format}")


def _printed(blobs: Blobs, invoice: Invoice) -> StoredObject:
    """Write a document's PDF, once: made again it is the same, byte by byte.

    A part of the name tells the content, so that a retry after an update of the layout does not
    meet what was written before it and never noted.
    """
    from wallet.invoices import layouts  # as above

    data = layouts.invoice(invoice)
    digest = hashlib.sha256(data).hexdigest()[:12]
    return blobs.write(f"invoices/{invoice.wallet_id}/{invoice.id}-{digest}.pdf", data, _PDF)


def _link(blobs: Blobs, kept: StoredObject, file_name: str) -> DocumentLink:
    link = links.to_object(blobs, kept, file_name)
    return DocumentLink(url=link.url, file_name=file_name, expires_at=link.expires_at)


def _row(invoice: Invoice) -> InvoiceRow:
    return InvoiceRow(
        invoice_id=invoice.id,
        kind=invoice.kind,
        issued_at=invoice.issued_at,
        totals=invoice.totals,
        follows=invoice.follows,
    )
