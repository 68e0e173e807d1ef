"""Commands about money: whether it adds up, what the gateway has, what was withheld of labs."""

from __future__ import annotations

import csv
import os
import sys
from datetime import date, timedelta
from typing import Annotated

import typer
from rich.table import Table

from core.errors import ScannerError
from tools.emulators.layout import checkout
from tools.gateway import HOST, KEY_ID, KEY_SECRET
from tools.scannerctl.arguments import of_form
from tools.scannerctl.console import FailureError, aside, cell, facts, out, printable
from tools.scannerctl.paging import more
from tools.scannerctl.session import Session, Yes, operation
from wallet.invoices import number_audit
from wallet.invoices.statements import safe
from wallet.invoices.wording import plain
from wallet.ledger import verification
from wallet.ledger.models import Wallet
from wallet.payments import daily
from wallet.payments.gateway import Gateway
from wallet.payments.requests import Reconciled, ReconcilePayments
from wallet.payouts import verification as payouts_verification
from wallet.prices import verification as prices_verification
from wallet.withholding import totals
from wallet.withholding import verification as withholding_verification
from wallet.withholding.requests import ListWithholding, Period

app = typer.Typer(no_args_is_help=True)

#: Seconds after which what was found so far is shown, before further days.
_SECONDS = 20.0

#: The columns of what was withheld, by the field of the totals.
_COLUMNS = {
    "sold": "Sold (INR)",
    "returned": "Returned (INR)",
    "net": "Net (INR)",
    "tds": "TDS (INR)",
    "tcs_cgst": "TCS CGST (INR)",
    "tcs_sgst": "TCS SGST or UTGST (INR)",
    "tcs_igst": "TCS IGST (INR)",
}

#: What is verified of each wallet: each yields faults in words.
_VERIFIED = (
    verification.faults,
    prices_verification.faults,
    withholding_verification.faults,
    payouts_verification.faults,
    number_audit.faults,
)


@app.callback()
def about() -> None:
    """Wallets: sums, balances and chains; what was withheld of labs."""


@app.command()
def verify(
    ctx: typer.Context,
    wallet_id: Annotated[
        str | None, typer.Argument(metavar="[WALLET_ID]", help="One wallet; without it, all.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="The most wallets to look at.")] = 10_000,
) -> None:
    """Checks sums, balances, chains, terms, withholding and advances; fails at any fault."""
    with operation(ctx) as session:
        store = session.context.store
        one = [store.get(Wallet, wallet_id)] if wallet_id else None
        found = one or verification.wallets(store, limit + 1)
        faulty = 0
        for wallet in found[:limit]:
            if wallet is None:
                raise FailureError("There is no such wallet.")
            faults = [fault for each in _VERIFIED for fault in each(store, wallet)]
            faulty += bool(faults)
            for fault in faults:
                out.print(f"[red]✗[/] {wallet.id}  {printable(fault)}")
        seen = len(found[:limit])
        out.print(f"{seen} wallets verified, {seen - faulty} add up{more(found, limit)}")
        if faulty:
            raise FailureError(f"{faulty} wallets do not add up.")


@app.command()
def reconcile(
    ctx: typer.Context,
    first: Annotated[str, typer.Option("--from", metavar="DATE", help="The first day.")],
    last: Annotated[str, typer.Option("--to", metavar="DATE", help="The last day.")],
    yes: Yes = False,
) -> None:
    """Books what the gateway has and the books have not; fails when anything still differs.

    On a real project it takes the gateway's keys from RAZORPAY_KEY_ID and RAZORPAY_KEY_SECRET.
    """
    with operation(ctx) as session:
        day: date | None = _day(first)
        end = _day(last)
        at = _gateway(session)
        session.confirm(f"Book what is missing from {first} to {last}", yes=yes)
        differing = 0
        while day is not None:
            found = _reconciled(session, at, day, end)
            out.print(_report(day, end, found))
            differing += len(found.differences)
            day = found.next_day
        out.print(f"{differing} things differ")
        if differing:
            raise FailureError("The gateway and the books differ: see docs/operations/payments.md.")


def _reconciled(session: Session, at: Gateway, first: date, last: date) -> Reconciled:
    """Reconcile as many days as the time lasts for, and say where to go on if that fails."""
    request = ReconcilePayments(first_day=first, last_day=last)
    try:
        with aside():
            return daily.reconcile_on_demand(session.context, at, request, seconds=_SECONDS)
    except ScannerError:
        out.print(f"Cut off: go on with --from {first}.")
        raise


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as err:
        raise FailureError(f"{text} is no day: write it as YYYY-MM-DD.") from err


def _gateway(session: Session) -> Gateway:
    """Return the gateway of the environment; beside emulators their stand-in, and never another."""
    if session.target.emulated:
        port = os.environ.get("SCANNER_GATEWAY_PORT") or checkout().ports["gateway"]
        return Gateway(KEY_ID, KEY_SECRET, f"http://{HOST}:{port}")
    return Gateway.configured()


def _report(first: date, last: date, found: Reconciled) -> Table:
    through = found.next_day - timedelta(days=1) if found.next_day else last
    table = facts(f"{first} to {through}, amounts in paise")
    for name, value in found.model_dump(mode="json", exclude={"booked", "differences"}).items():
        if name != "next_day":
            table.add_row(name, cell(value))
    for entity in found.booked:
        table.add_row("booked now", cell(entity))
    for each in found.differences:
        there, here = (("-" if paise is None else paise) for paise in (each.there, each.here))
        table.add_row(f"differs: {each.kind}", cell(f"{each.subject}  there {there}, here {here}"))
    return table


@app.command()
def withholding(
    ctx: typer.Context,
    period: Annotated[
        str,
        typer.Argument(
            callback=of_form(Period, "month or quarter"),
            help="A month, 2026-05, or a quarter of the financial year, 2026Q1 for April to June.",
        ),
    ],
) -> None:
    """Lists what was withheld of each lab in a month or quarter, as CSV in rupees."""
    with operation(ctx) as session:
        table = csv.writer(sys.stdout)  # commas, quotes where needed, CRLF
        table.writerow(("Lab", "Name", "GSTIN", "PAN", *_COLUMNS.values()))
        cursor: str | None = None
        while True:
            request = ListWithholding(period=period, limit=50, cursor=cursor)
            with aside():
                page = totals.list_labs(session.context, request)
            for lab in page.labs:
                who = (lab.wallet_id, lab.legal_name or "", lab.gstin or "", lab.pan or "")
                sums = (plain(getattr(lab.withheld, name)) for name in _COLUMNS)
                table.writerow((*map(safe, who), *sums))
            cursor = page.cursor
            if cursor is None:
                return
