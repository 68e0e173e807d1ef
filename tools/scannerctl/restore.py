"""Commands for after a backup was put back: what files and accounts say otherwise than documents.

What was erased is erased again by `privacy replay`, what was paid is booked by `wallet reconcile`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import typer
from google.cloud.storage import Bucket
from rich.markup import escape

from accounts.models import User
from accounts.policy import ALL
from core.firebase import app as firebase_app
from core.firebase import clean_bucket, landing_bucket
from core.store import Store
from tools.scannerctl import stored_files
from tools.scannerctl.console import FailureError, out, printable
from tools.scannerctl.session import Yes, operation
from tools.scannerctl.stored_files import FileCheck

app = typer.Typer(no_args_is_help=True)


@app.callback()
def about() -> None:
    """Restoring: documents beside files, and beside the accounts of Auth."""


@app.command()
def files(ctx: typer.Context) -> None:
    """Compares every file with the documents that name it; changes nothing, fails at any fault."""
    with operation(ctx) as session:
        check = FileCheck(session.context.store.client, _buckets())
        for each in check.faults():
            where = f"  named by {each.document}" if each.document else ""
            _fault(f"{each.fault}  {each.name}{where}")
        counts = ", ".join(f"{n} {fault}" for fault, n in sorted(check.found.items()))
        total = sum(check.found.values())
        out.print(f"{check.objects} objects, named {check.named} times: {counts or 'all agree'}")
        if total:
            raise FailureError(f"{total} files differ: see docs/operations/drills/restore.md.")


@app.command()
def relink(ctx: typer.Context, yes: Yes = False) -> None:
    """Has documents name files that were put back with the same bytes. May be repeated."""
    with operation(ctx) as session:
        session.confirm("Have documents name the files that stand", yes=yes)
        changed = stored_files.relink(session.context.store.client, _buckets())
        out.print(f"{changed} documents name what stands now")


@app.command()
def accounts(ctx: typer.Context) -> None:
    """Compares the accounts with those of Auth; changes nothing, fails where any differs."""
    with operation(ctx) as session:
        seen = differing = 0
        for each in compared(session.context.store):
            seen += 1
            if each.problem:
                differing += 1
                _fault(f"{each.uid}  {each.problem}")
        out.print(f"{seen} accounts compared, {differing} differ")
        if differing:
            raise FailureError(
                f"{differing} accounts differ: see docs/operations/drills/restore.md."
            )


def _buckets() -> tuple[Bucket, Bucket]:
    """Return where files are: what was written while there was one bucket lies in the other."""
    return clean_bucket(), landing_bucket()


@dataclass(frozen=True)
class Compared:
    """An account, and what its document and Auth say otherwise; empty where they agree."""

    uid: str
    problem: str = ""


def compared(store: Store) -> Iterator[Compared]:
    """Yield each account that either knows. Reads every account, and asks Auth for 1,000 at a time.

    Documents decide, here as everywhere: nobody is let in by claims alone.
    """
    from firebase_admin import auth

    users = {user.id: user for user in store.each(ALL)}
    for record in auth.list_users(app=firebase_app()).iterate_all():
        user = users.pop(record.uid, None)
        yield Compared(record.uid, _problem(user, record.custom_claims or {}))
    for uid in users:
        yield Compared(uid, "has no account in Auth: nobody can sign in to it")


def _problem(user: User | None, claims: dict[str, str]) -> str:
    if user is None:
        return "has no document: its holder registers again" if claims else ""
    if user.claims() == claims:
        return ""
    held = " ".join(f"{key}={value}" for key, value in sorted(claims.items())) or "none"
    return f"is {user.status} here, and its claims in Auth are: {held}"


def _fault(text: str) -> None:
    out.print(f"[red]✗[/] {escape(printable(text))}", soft_wrap=True)
