"""Commands about money: whether every wallet adds up, and what was withheld of labs."""

from __future__ import annotations

import csv
import sys
from typing import Annotated

import typer

from tools.scannerctl.arguments import of_form
from tools.scannerctl.console import FailureError, aside, out, printable
from tools.scannerctl.paging import more
from tools.scannerctl.session import operation
from wallet.invoices.statements import safe
from wallet.invoices.wording import plain
from wallet.ledger import verification
from wallet.ledger.models import Wallet
from wallet.prices import verification as prices_verification
from wallet.withholding import totals
from wallet.withholding import verification as withholding_verification
from wallet.withholding.requests import ListWithholding, Period

app = typer.Typer(no_args_is_help=True)

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
_VERIFIED = (verification.faults, prices_verification.faults, withholding_verification.faults)


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
    """Checks sums, balances, chains, terms and withholding of wallets; fails at any fault."""
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
