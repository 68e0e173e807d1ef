"""The callables of invoices, statements and totals."""

from core.access import ADMINS, ORG_ROLES
from core.blobs import Blobs
from core.callables import callable_function
from core.context import Context
from core.errors import CursorInvalid, NotOwner
from core.firebase import bucket
from wallet import errors, invoices, terms, totals
from wallet.requests import invoices as invoice_forms
from wallet.requests.wallets import BillingSet, SetBilling


@callable_function(request=SetBilling, response=BillingSet, roles=ORG_ROLES, raises=(NotOwner,))
def set_billing(ctx: Context, data: SetBilling) -> BillingSet:
    """Say whom the organisation's invoices are made out to; owners only."""
    return terms.set_billing(ctx, data)


@callable_function(
    request=invoice_forms.IssueInvoices,
    response=invoice_forms.InvoicesIssued,
    roles=ORG_ROLES | ADMINS,
    raises=(NotOwner, errors.WalletNotFound, errors.BillingMissing, errors.SupplierMissing),
)
def issue_invoices(ctx: Context, data: invoice_forms.IssueInvoices) -> invoice_forms.InvoicesIssued:
    """Invoice what was bought so far, without waiting for the month's end; owners and admins."""
    return invoices.issue(ctx, data)


@callable_function(
    request=invoice_forms.ListInvoices,
    response=invoice_forms.Invoices,
    roles=ORG_ROLES | ADMINS,
    raises=(errors.WalletNotFound, CursorInvalid),
)
def list_invoices(ctx: Context, data: invoice_forms.ListInvoices) -> invoice_forms.Invoices:
    """List a wallet's invoices and credit notes, the last one first."""
    return invoices.list_invoices(ctx, data)


@callable_function(
    request=invoice_forms.GetInvoiceLink,
    response=invoice_forms.FileLink,
    roles=ORG_ROLES | ADMINS,
    raises=(errors.InvoiceNotFound,),
)
def get_invoice_link(ctx: Context, data: invoice_forms.GetInvoiceLink) -> invoice_forms.FileLink:
    """Get a short-lived signed link to the PDF of an invoice or a credit note."""
    return invoices.invoice_link(ctx, Blobs(bucket()), data)


@callable_function(
    request=invoice_forms.GetStatementFile,
    response=invoice_forms.FileLink,
    roles=ORG_ROLES | ADMINS,
    raises=(errors.WalletNotFound, errors.StatementTooLong, errors.StatementTooOld),
)
def get_statement_file(
    ctx: Context, data: invoice_forms.GetStatementFile
) -> invoice_forms.FileLink:
    """Get a short-lived signed link to a statement: every entry between two balances."""
    return invoices.statement_link(ctx, Blobs(bucket()), data)


@callable_function(request=invoice_forms.GetTotals, response=invoice_forms.Totals, roles=ADMINS)
def get_totals(ctx: Context, data: invoice_forms.GetTotals) -> invoice_forms.Totals:
    """Add up what the platform earned in some days, the tax on it, and what it owes labs."""
    return totals.totals(ctx, data)
