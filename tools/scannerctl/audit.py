"""Commands about the audit: whether it is what was sealed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from rich.progress import Progress
from rich.table import Table

from core.audit import AuditEntry
from core.clock import start_of
from core.queries import Query
from core.store import Store
from privacy.audit import verification
from privacy.audit.chain import AuditFinding
from privacy.audit.verification import SealRange
from tools.scannerctl.audit_progress import Done, Progressed, started
from tools.scannerctl.audit_workers import verified
from tools.scannerctl.console import FailureError, cell, err, out, printable
from tools.scannerctl.paging import Limit, collect, more
from tools.scannerctl.session import Session, Yes, operation

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


def place(text: str) -> int | date:
    """Read the number of a seal, or a day of India."""
    try:
        return int(text) if text.isdecimal() and int(text) > 0 else date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter("this is neither a seal's number nor a day, YYYY-MM-DD") from error


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
    since: Annotated[
        str | None,
        typer.Option("--from", metavar="SEAL|DAY", help="The first seal, or the first day (IST)."),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option("--to", metavar="SEAL|DAY", help="The last seal, or the last day (IST)."),
    ] = None,
    parallel: Annotated[
        int, typer.Option(min=1, max=32, help="How many parts are verified at once.")
    ] = 1,
    resume: Annotated[
        Path | None,
        typer.Option(
            help="A file, kept outside the database, that notes each part once it is verified: "
            "given again, they are not read again.",
        ),
    ] = None,
    note: Annotated[
        bool,
        typer.Option("--note", help="Put on record in the audit up to where it was verified."),
    ] = False,
    yes: Yes = False,
) -> None:
    """Compares entries with their seals; fails when one was changed, added, moved or is gone."""
    expected = dict(head(text) for text in heads or [])
    places = [None if text is None else place(text) for text in (since, until)]
    with operation(ctx) as session:
        store, now = session.context.store, session.context.clock.now()
        if note:
            session.confirm("Note in the audit that it was verified", yes=yes)
        newest = verification.newest(store)
        asked = _asked(store, newest, expected, *places)
        every = verification.parts(asked, newest)
        noted = started(resume, session.target.project, store) if resume else Progressed()
        # What is noted elsewhere of a seal was not compared when its part was read before.
        done = [part for part in every if part in noted and not _holds(part, expected)]
        left = [part for part in every if part not in done]
        found = [each for part in done for each in noted.of(part)]
        _show(found)
        with Progress(console=err, transient=True) as bar:
            task = bar.add_task("seals", total=max(newest, asked.first) - asked.first + 1)
            bar.advance(task, sum(_length(part, newest) for part in done))
            for part, findings in verified(store, now, left, expected, parallel):
                _show(findings)
                found += findings
                noted.add(Done.of(store, part, findings, now))
                bar.advance(task, _length(part, newest))
        if asked == SealRange():
            behind = list(verification.untimed(store, now, newest))
            _show(behind)
            found += behind
        _conclude(session, asked, newest, len(found), note=note)


def _asked(
    store: Store,
    newest: int,
    heads: Mapping[int, str],
    first: int | date | None,
    last: int | date | None,
) -> SealRange:
    """Return the seals that are asked for; a day's are those with its moments in them.

    Raises:
        FailureError: there are none, or what is noted of a seal would not be compared with it.
    """
    if isinstance(first, date):
        begins = verification.covering(store, start_of(first))
        if begins is None:
            raise FailureError(f"Nothing that is sealed is of {first} or later.")
        first = begins
    if isinstance(last, date):
        last = verification.covering(store, start_of(last + timedelta(days=1)))
    if last is not None and last < (first or 1):
        raise FailureError("--to lies before --from.")
    asked = SealRange(first or 1, last)
    if asked.first > newest + 1:
        raise FailureError(f"There are {newest} seals: --from {asked.first} is behind the last.")
    for number in heads:
        if number not in asked and number != asked.first - 1:
            raise FailureError(
                f"--head {number} is of no seal that is asked for, nor of the one before: it would "
                "not be compared."
            )
    return asked


def _holds(part: SealRange, heads: Mapping[int, str]) -> bool:
    """Tell whether a part compares what is noted of a seal: its own, or the one before."""
    return any(number in part or number == part.first - 1 for number in heads)


def _length(part: SealRange, newest: int) -> int:
    return max((newest if part.last is None else part.last) - part.first + 1, 0)


def _show(findings: list[AuditFinding]) -> None:
    for finding in findings:
        times = f" ({finding.times})" if finding.times > 1 else ""
        out.print(f"[red]✗[/] {escape(printable(finding.path))}  {finding.fault}{times}")


def _conclude(session: Session, asked: SealRange, newest: int, found: int, *, note: bool) -> None:
    """Say up to where it was verified, and fail with any finding.

    Raises:
        FailureError: there were findings.
    """
    last = newest if asked.last is None else asked.last
    seal = verification.seal(session.context.store, last) if last else None
    said = str((seal.model_extra or {}).get("hash")) if seal else "none"
    out.print(f"seals {asked.first} to {last} verified, {found} findings", soft_wrap=True)
    out.print(f"--head {last}:{printable(said)}", soft_wrap=True, markup=False)
    if note and seal is not None:
        verification.note(session.context, asked, seal, found)
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
        table.columns[0].no_wrap = True
        table.columns[2].overflow = table.columns[3].overflow = "fold"  # ids are shown whole
        for entry in entries[:limit]:
            refs = " ".join(f"{name}={value}" for name, value in sorted(entry.refs.items()))
            at = f"{entry.at:%Y-%m-%d %H:%M:%S}"
            table.add_row(at, cell(entry.action), cell(entry.subject), cell(refs))
        out.print(table)
        out.print(f"{min(len(entries), limit)} acts{more(entries, limit)}")
