"""The deployed functions of the wallet."""

from zoneinfo import ZoneInfo

from firebase_functions import https_fn, options, scheduler_fn, tasks_fn
from flask import Request, Response

from core import log, settings
from core.access import Role
from core.blobs import Blobs
from core.callables import callable_function
from core.clock import SystemClock
from core.context import Context
from core.errors import CursorInvalid, KeyReused, NotOwner
from core.firebase import bucket, firestore_client
from core.store import Store
from wallet import (
    errors,
    expiry,
    invoices,
    monthly,
    operations,
    payments,
    periods,
    prices,
    terms,
    totals,
    webhook,
)
from wallet.gateway import Gateway
from wallet.requests import invoices as invoice_forms
from wallet.requests.payments import StartTopUp, TopUpStarted
from wallet.requests.prices import GetPrices, PublishPrices, Quote
from wallet.requests.wallets import (
    Adjust,
    Balance,
    BillingSet,
    Booked,
    GetBalance,
    GetStatement,
    Refund,
    Released,
    ReleaseExpired,
    SetBilling,
    SetTerms,
    Statement,
    TermsSet,
)

_SEEING = frozenset({Role.CLINIC, Role.LAB, Role.ADMIN})
_OWNERS = frozenset({Role.CLINIC, Role.LAB})
_ADMIN = frozenset({Role.ADMIN})


@callable_function(
    request=GetBalance, response=Balance, roles=_SEEING, raises=(errors.WalletNotFound,)
)
def wallet_get_balance(ctx: Context, data: GetBalance) -> Balance:
    """Tell what a clinic's or lab's wallet has, in paise."""
    return operations.balance(ctx, data)


@callable_function(
    request=GetStatement,
    response=Statement,
    roles=_SEEING,
    raises=(errors.WalletNotFound, CursorInvalid),
)
def wallet_get_statement(ctx: Context, data: GetStatement) -> Statement:
    """List a wallet's entries, the last one first, with the balances after each."""
    return operations.statement(ctx, data)


@callable_function(
    request=Adjust,
    response=Booked,
    roles=_ADMIN,
    raises=(errors.WalletNotFound, errors.InsufficientFunds, KeyReused),
)
def wallet_adjust(ctx: Context, data: Adjust) -> Booked:
    """Credit or debit a wallet by hand, with the reason; the transaction is the record of it."""
    return operations.adjust(ctx, data)


@callable_function(
    request=SetTerms, response=TermsSet, roles=_ADMIN, raises=(errors.WalletNotFound,)
)
def wallet_set_terms(ctx: Context, data: SetTerms) -> TermsSet:
    """Grant a wallet credit, or take it back, and choose the tariff that it pays."""
    return terms.set_terms(ctx, data)


@callable_function(request=SetBilling, response=BillingSet, roles=_OWNERS, raises=(NotOwner,))
def wallet_set_billing(ctx: Context, data: SetBilling) -> BillingSet:
    """Say whom the organisation's invoices are made out to; owners only."""
    return terms.set_billing(ctx, data)


@callable_function(request=GetPrices, response=Quote, roles=_SEEING)
def wallet_get_prices(ctx: Context, data: GetPrices) -> Quote:
    """Tell what visits cost; a request for one names the price list that was shown."""
    return prices.quote(ctx, data)


@callable_function(
    request=PublishPrices,
    response=Quote,
    roles=_ADMIN,
    raises=(errors.PricesChanged, KeyReused),
)
def wallet_publish_prices(ctx: Context, data: PublishPrices) -> Quote:
    """Publish the next version of a tariff; visits that were asked for keep their prices."""
    return prices.publish(ctx, data)


@callable_function(
    request=Refund,
    response=Booked,
    roles=_ADMIN,
    raises=(
        errors.TransactionNotFound,
        errors.AmountTooLarge,
        errors.AmountTooSmall,
        errors.InsufficientFunds,
        KeyReused,
    ),
)
def wallet_refund(ctx: Context, data: Refund) -> Booked:
    """Give a captured fee back to its wallet, whole or in part; a credit note follows."""
    return operations.refund(ctx, data)


@callable_function(request=ReleaseExpired, response=Released, roles=_ADMIN)
def wallet_release_expired(ctx: Context, data: ReleaseExpired) -> Released:
    """Release holds whose time is over, as the sweep does by itself."""
    return expiry.release_on_demand(ctx, operations.CLERK, data)


@callable_function(
    request=StartTopUp,
    response=TopUpStarted,
    roles=_OWNERS,
    raises=(
        errors.OnlinePaymentNotConfigured,
        errors.PaymentGatewayUnavailable,
        KeyReused,
    ),
    secrets=(settings.RAZORPAY_KEY_SECRET,),
)
def wallet_start_top_up(ctx: Context, data: StartTopUp) -> TopUpStarted:
    """Make an order at the payment gateway, for the app to open Razorpay Checkout with."""
    return payments.start(ctx, Gateway.configured(), data)


@https_fn.on_request(
    region=settings.REGION,
    memory=options.MemoryOption.MB_512,
    timeout_sec=60,
    secrets=[settings.RAZORPAY_WEBHOOK_SECRET],
)
def wallet_receive_payment(request: Request) -> Response:
    """Take in an event of the payment gateway: its webhook, which nobody else's signature opens."""
    status = webhook.answer(Store(firestore_client()), SystemClock(), request)
    return Response(status=status)


# --- invoices, statements and totals ------------------------------------------------------------


@callable_function(
    request=invoice_forms.IssueInvoices,
    response=invoice_forms.InvoicesIssued,
    roles=_SEEING,
    raises=(NotOwner, errors.WalletNotFound, errors.BillingMissing, errors.SupplierMissing),
)
def wallet_issue_invoices(
    ctx: Context, data: invoice_forms.IssueInvoices
) -> invoice_forms.InvoicesIssued:
    """Invoice what was bought so far, without waiting for the month's end; owners and admins."""
    return invoices.issue(ctx, data)


@callable_function(
    request=invoice_forms.ListInvoices,
    response=invoice_forms.Invoices,
    roles=_SEEING,
    raises=(errors.WalletNotFound, CursorInvalid),
)
def wallet_list_invoices(ctx: Context, data: invoice_forms.ListInvoices) -> invoice_forms.Invoices:
    """List a wallet's invoices and credit notes, the last one first."""
    return invoices.list_invoices(ctx, data)


@callable_function(
    request=invoice_forms.GetInvoiceLink,
    response=invoice_forms.FileLink,
    roles=_SEEING,
    raises=(errors.InvoiceNotFound,),
)
def wallet_get_invoice_link(
    ctx: Context, data: invoice_forms.GetInvoiceLink
) -> invoice_forms.FileLink:
    """Get a short-lived signed link to the PDF of an invoice or a credit note."""
    return invoices.invoice_link(ctx, Blobs(bucket()), data)


@callable_function(
    request=invoice_forms.GetStatementFile,
    response=invoice_forms.FileLink,
    roles=_SEEING,
    raises=(errors.WalletNotFound, errors.StatementTooLong, errors.StatementTooOld),
)
def wallet_get_statement_file(
    ctx: Context, data: invoice_forms.GetStatementFile
) -> invoice_forms.FileLink:
    """Get a short-lived signed link to a statement: every entry between two balances."""
    return invoices.statement_link(ctx, Blobs(bucket()), data)


@callable_function(request=invoice_forms.GetTotals, response=invoice_forms.Totals, roles=_ADMIN)
def wallet_get_totals(ctx: Context, data: invoice_forms.GetTotals) -> invoice_forms.Totals:
    """Add up what the platform earned in some days, the tax on it, and what it owes labs."""
    return totals.totals(ctx, data)


@callable_function(
    request=invoice_forms.StartBilling,
    response=invoice_forms.BillingStarted,
    roles=_ADMIN,
    raises=(CursorInvalid,),
)
def wallet_start_billing(
    ctx: Context, data: invoice_forms.StartBilling
) -> invoice_forms.BillingStarted:
    """Have a month invoiced, a page of wallets a call, as `wallet_bill_month` does by itself."""
    return monthly.start(ctx, data)


@scheduler_fn.on_schedule(
    schedule="0 2 1 * *",
    timezone=ZoneInfo("Asia/Kolkata"),
    region=settings.REGION,
    memory=options.MemoryOption.MB_512,
    timeout_sec=540,
    retry_count=3,
)
def wallet_bill_month(event: scheduler_fn.ScheduledEvent) -> None:
    """Have the month that is over invoiced, a task for each clinic; again, it adds none."""
    month = periods.month_before(SystemClock().now())
    enqueued = monthly.start_all(Store(firestore_client()), month)
    log.info("billing started", job=event.job_name, month=month, enqueued=enqueued)


@tasks_fn.on_task_dispatched(
    region=settings.REGION,
    memory=options.MemoryOption.MB_512,
    timeout_sec=300,
    retry_config=options.RetryConfig(max_attempts=5, min_backoff_seconds=60),
    rate_limits=options.RateLimits(max_concurrent_dispatches=8),
)
def bill(request: https_fn.CallableRequest[object]) -> None:
    """Make out one wallet's invoices of a month; tried again unless only people can help."""
    try:
        monthly.bill(Store(firestore_client()), SystemClock(), request.data)
    except Exception as err:
        log.failure("billing failed", err)
        # The library logs the text of all errors but its own, and a text may quote a person.
        raise https_fn.HttpsError(https_fn.FunctionsErrorCode.INTERNAL, "INTERNAL") from err
