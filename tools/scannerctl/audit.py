"""Commands about the audit: whether it is what was sealed."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.markup import escape
from rich.progress import Progress
from rich.table import Table

from core.audit import AuditEntry
from core.queries import Query
from privacy.audit import verification
from tools.scannerctl.console import FailureError, cell, err, out, printable
from tools.scannerctl.paging import Limit, collect, more
from tools.scannerctl.session import operation

app = typer.Typer(no_args_is_help=True)

#: As the list `admin_audit_of_actor` of the apps, and by its index.
OF_ACTOR = Query(AuditEntry, where=(("actor", "=="),), order=(("at", "DESCENDING"),))


@app.callback()
def about() -> None:
    """Audit: who did what, sealed."""


def head(text: str) -> tuple[int, str]:
    """Read `<number>:<hash>`."""
    number, _, hash_ = text.partition(":")
    if not (number.isdecimal() and len(hash_) == 64):
        raise typer.BadParameter("this is no <number>:<hash>, as the log has them")
    return int(number), hash_


@app.command()
def verify(
    ctx: typer.Context,
    heads: Annotated[
        list[str] | None,
        typer.Option(
            "--head",
            metavar="NUMBER:HASH",
            help="A seal as the log `audit sealed` has it; without one, a chain that was replaced "
            "as a whole goes unnoticed. May be given several times.",
        ),
    ] = None,
) -> None:
    """Compares every entry with its seal; fails when one was changed, added, moved or is gone."""
    expected = dict(head(text) for text in heads or [])
    with operation(ctx) as session:
        store, found = session.context.store, 0
        total = verification.size(store)
        with Progress(console=err, transient=True) as bar:
            task = bar.add_task("entries", total=total)
            for finding in verification.faults(
                store,
                session.context.clock.now(),
                expected,
                lambda count: bar.advance(task, count),
            ):
                found += 1
                times = f" ({finding.times})" if finding.times > 1 else ""
                out.print(f"[red]✗[/] {escape(printable(finding.path))}  {finding.fault}{times}")
        out.print(f"{total} entries verified, {found} findings")
        if found:
            raise FailureError(f"The audit has {found} findings.")


@app.command()
def acts(
    ctx: typer.Context,
    uid: Annotated[str, typer.Argument(metavar="UID", help="Whose acts.")],
    limit: Limit = 50,
) -> None:
    """Lists what an account did and what it was shown, the last first; ids alone."""
    with operation(ctx) as session:

        def page(size: int, cursor: str | None) -> tuple[list[AuditEntry], str | None]:
            found = session.context.store.page(
                OF_ACTOR, uid, limit=size, cursor=cursor, lenient=True
            )
            return list(found.items), found.cursor

        entries = collect(page, limit + 1)
        table = Table("at (UTC)", "act", "about", "further ids")
        for entry in entries[:limit]:
            refs = " ".join(f"{name}={value}" for name, value in sorted(entry.refs.items()))
            at = f"{entry.at:%Y-%m-%d %H:%M:%S}"
            table.add_row(at, cell(entry.action), cell(entry.subject), cell(refs))
        out.print(table)
        out.print(f"{min(len(entries), limit)} acts{more(entries, limit)}")
