"""Commands about money: whether every wallet adds up."""

from __future__ import annotations

from typing import Annotated

import typer

from tools.scannerctl.console import FailureError, out, printable
from tools.scannerctl.paging import more
from tools.scannerctl.session import operation
from wallet.ledger import verification
from wallet.ledger.models import Wallet
from wallet.payouts import verification as payouts

app = typer.Typer(no_args_is_help=True)


@app.callback()
def about() -> None:
    """Wallets: sums, balances and chains."""


@app.command()
def verify(
    ctx: typer.Context,
    wallet_id: Annotated[
        str | None, typer.Argument(metavar="[WALLET_ID]", help="One wallet; without it, all.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="The most wallets to look at.")] = 10_000,
) -> None:
    """Checks sums, balances and chains of wallets; fails when anything does not add up."""
    with operation(ctx) as session:
        store = session.context.store
        one = [store.get(Wallet, wallet_id)] if wallet_id else None
        found = one or verification.wallets(store, limit + 1)
        faulty = 0
        for wallet in found[:limit]:
            if wallet is None:
                raise FailureError("There is no such wallet.")
            faults = [*verification.faults(store, wallet), *payouts.faults(store, wallet)]
            faulty += bool(faults)
            for fault in faults:
                out.print(f"[red]✗[/] {wallet.id}  {printable(fault)}")
        seen = len(found[:limit])
        out.print(f"{seen} wallets verified, {seen - faulty} add up{more(found, limit)}")
        if faulty:
            raise FailureError(f"{faulty} wallets do not add up.")
