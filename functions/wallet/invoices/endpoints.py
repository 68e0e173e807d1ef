"""The callables of invoices, statements, billing and totals."""

from core.access import ADMINS, ORG_ROLES
from core.blobs import project_blobs
from core.callables import callable_function
from core.context import Context
from core.errors import CursorInvalid, NotOwner
from wallet.invoices import errors, monthly_billing, publication, totals
from wallet.invoices import requests as invoice_forms
from wallet.ledger import errors as ledger_errors


@callable_function(
    request=invoice_forms.StartBilling,
    response=invoice_forms.BillingStarted,
    roles=ADMINS,
)
def start_billing(ctx: Context, data: invoice_forms.StartBilling) -> invoice_forms.BillingStarted:
    """Have a month invoiced, of all wallets, as `wallet_bill_month` does by itself."""
    return monthly_billing.start(ctx, data)


@callable_function(
    request=invoice_forms.IssueInvoices,
    response=invoice_forms.InvoicesIssued,
    roles=ORG_ROLES | ADMINS,
    raises=(
        NotOwner,
        ledger_errors.WalletNotFound,
        ledger_errors.BillingMissing,
        errors.SupplierMissing,
    ),
)
def issue_invoices(ctx: Context, data: invoice_forms.IssueInvoices) -> invoice_forms.InvoicesIssued:
    """Invoice what was bought so far, without waiting for the month's end; owners and admins."""
    return publication.issue(ctx, data)


@callable_function(
    request=invoice_forms.ListInvoices,
    response=invoice_forms.Invoices,
    roles=ORG_ROLES | ADMINS,
    raises=(ledger_errors.WalletNotFound, CursorInvalid),
)
def list_invoices(ctx: Context, data: invoice_forms.ListInvoices) -> invoice_forms.Invoices:
    """List a wallet's invoices and credit notes, the last one first."""
    return publication.list_invoices(ctx, data)


@callable_function(
    request=invoice_forms.GetInvoiceLink,
    response=invoice_forms.DocumentLink,
    roles=ORG_ROLES | ADMINS,
    raises=(errors.InvoiceNotFound,),
)
def get_invoice_link(
    ctx: Context, data: invoice_forms.GetInvoiceLink
) -> invoice_forms.DocumentLink:
    """Get a short-lived signed link to the PDF of an invoice or a credit note."""
    return publication.invoice_link(ctx, project_blobs(), data)


@callable_function(
    request=invoice_forms.GetStatementFile,
    response=invoice_forms.DocumentLink,
    roles=ORG_ROLES | ADMINS,
    raises=(ledger_errors.WalletNotFound, errors.StatementTooLong, errors.StatementTooOld),
)
def get_statement_file(
    ctx: Context, data: invoice_forms.GetStatementFile
) -> invoice_forms.DocumentLink:
    """Get a short-lived signed link to a statement: every entry between two balances."""
    return publication.statement_link(ctx, project_blobs(), data)


@callable_function(request=invoice_forms.GetTotals, response=invoice_forms.Totals, roles=ADMINS)
def get_totals(ctx: Context, data: invoice_forms.GetTotals) -> invoice_forms.Totals:
    """Add up what the platform earned in some days, the tax on it, and how labs' wallets grew."""
    return totals.totals(ctx, data)
