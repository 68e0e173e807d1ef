"""Commands about accounts: the first admin, the lists, one account in full.

Personal data appears here and only here: on the terminal of whoever asked for it.
"""

from __future__ import annotations

from typing import Annotated, Any

import typer
from rich.table import Table

from accounts import decisions
from accounts.identity import FirebaseIdentity
from accounts.models import User
from accounts.requests import AccountRow, ListAccounts
from core.access import Status
from core.context import Context
from tools.scannerctl import directory
from tools.scannerctl.console import FailureError, cell, facts, lines, out
from tools.scannerctl.directory import AuthAccount
from tools.scannerctl.paging import Limit, collect, more
from tools.scannerctl.session import Yes, operation

app = typer.Typer()


@app.command("grant-admin")
def grant_admin(
    ctx: typer.Context,
    email: Annotated[str, typer.Argument(help="of an account that has signed up already")],
    yes: Yes = False,
    unverified: Annotated[
        bool,
        typer.Option(
            "--unverified", help="Accept an address that Auth has not verified (real projects)."
        ),
    ] = False,
) -> None:
    """Makes an account an active admin: the way to the first one. Running it again repairs it."""
    with operation(ctx) as session:
        person = _appointable(email, unverified=unverified or session.target.emulated)
        session.confirm(f"Make {email} an admin", yes=yes)
        name = (person.name or email.partition("@")[0])[:120]
        account = decisions.appoint(session.context, FirebaseIdentity(), person.uid, name, email)
        out.print(cell(f"{email} ({account.uid}) is an {account.status} {account.role} now."))


@app.command()
def suspend(
    ctx: typer.Context,
    uid: Annotated[str, typer.Argument(metavar="UID")],
    reason: Annotated[str, typer.Option(help="Why; its holder reads it.")],
    yes: Yes = False,
) -> None:
    """Shuts an account out at once and ends its sign-ins: where no other admin is at hand."""
    with operation(ctx) as session:
        session.confirm(f"Suspend {uid}", yes=yes)
        account = decisions.suspend(session.context, FirebaseIdentity(), uid, reason)
        out.print(cell(f"{uid} is {account.status} now."))


@app.command()
def users(
    ctx: typer.Context,
    status: Annotated[Status | None, typer.Option(help="Only accounts of this status.")] = None,
    limit: Limit = 50,
) -> None:
    """Lists accounts by status, the oldest first."""
    with operation(ctx) as session:
        rows: list[AccountRow] = []
        for each in [status] if status else list(Status):
            rows += _accounts(session.context, each, limit + 1 - len(rows))
        out.print(_listing(rows[:limit]))
        out.print(f"{min(len(rows), limit)} accounts{more(rows, limit)}")


@app.command()
def show(
    ctx: typer.Context,
    account: Annotated[str, typer.Argument(metavar="UID_OR_EMAIL")],
) -> None:
    """Shows an account's document, its claims in Auth, and whether the two agree."""
    with operation(ctx) as session:
        person = directory.find(account)
        if person is None and "@" in account:
            raise FailureError(f"No account in Auth has the e-mail address {account}.")
        user = session.context.store.get(User, person.uid if person else account)
        if person is None and user is None:
            raise FailureError(f"There is no account {account}, neither in Auth nor in users/.")
        out.print(_document(user), _auth(user, person), _agreement(user, person))


def _appointable(email: str, *, unverified: bool) -> AuthAccount:
    """Find the account to appoint.

    Raises:
        FailureError: there is none, or it is not one to trust with everything.
    """
    person = directory.find(email) if "@" in email else None
    if person is None:
        raise FailureError(
            f"No account in Auth has the e-mail address {email}: let the person sign up first."
        )
    if person.disabled:
        raise FailureError(f"The account of {email} is disabled in Auth: enable it there first.")
    if not person.verified and not unverified:
        # Anybody can sign up with somebody else's address; only its owner can verify it.
        raise FailureError(
            f"Auth has not verified {email}: let the person verify it, or pass --unverified."
        )
    return person


def _accounts(context: Context, status: Status, most: int) -> list[AccountRow]:
    def page(limit: int, cursor: str | None) -> tuple[list[AccountRow], str | None]:
        body = ListAccounts(status=status, limit=limit, cursor=cursor)
        found = decisions.list_accounts(context, FirebaseIdentity(), body)
        return found.accounts, found.cursor

    return collect(page, most)


def _listing(rows: list[AccountRow]) -> Table:
    """Return the accounts as a table that shows a uid whole on a terminal of 80 columns."""
    table = Table("uid", "account", "who", show_lines=True)
    table.columns[0].no_wrap = True  # what is shown gets copied into the next command
    table.columns[2].overflow = "fold"
    for row in rows:
        place = row.organisation.name if row.organisation else row.org
        role = row.role or f"wants {row.wants}"
        account = lines(row.status, role, f"{row.created_at:%Y-%m-%d}")
        proved = f"verified: e-mail {row.email_verified}, phone {row.phone_verified}"
        table.add_row(cell(row.uid), account, lines(row.name, row.email, place, proved))
    return table


def _document(user: User | None) -> Table:
    table = facts("users/ document")
    if user is None:
        table.add_row("", "there is none: this person has not registered")
        return table
    table.add_row("uid", cell(user.id))
    for name, value in _flat(user.model_dump(mode="json")):
        table.add_row(name, cell(value))
    return table


def _auth(user: User | None, person: AuthAccount | None) -> Table:
    table = facts("Auth")
    if person is None:
        table.add_row("", "there is no such account")
        return table
    table.add_row("uid", cell(person.uid))
    table.add_row("e-mail", cell(person.email))
    table.add_row("e-mail verified", cell("yes" if person.verified else "no"))
    table.add_row("phone", cell(person.phone))
    if user is not None:  # what admins go by, as the list of accounts has it
        proved = person.contacts
        table.add_row("verifies the document's e-mail", cell(proved.of_email(user.email)))
        table.add_row("verifies the document's phone", cell(proved.of_phone(user.phone)))
    table.add_row("disabled", cell("yes" if person.disabled else "no"))
    claims = ", ".join(f"{key}={value}" for key, value in sorted(person.claims.items()))
    table.add_row("claims", cell(claims or "none"))
    return table


def _agreement(user: User | None, person: AuthAccount | None) -> str:
    granted = user.claims() if user else {}
    if person is None:
        return "[red]The document has no account in Auth: nobody can sign in to it.[/]"
    if granted == person.claims:
        return "[green]Document and claims agree.[/]"
    return (
        "[red]Document and claims disagree; the document decides, so nobody is let in by mistake. "
        "Repeat the last decision on this account to repair the claims.[/]"
    )


def _flat(fields: dict[str, Any], prefix: str = "") -> list[tuple[str, Any]]:
    rows: list[tuple[str, Any]] = []
    for name, value in fields.items():
        inner = _flat(value, f"{prefix}{name}.") if isinstance(value, dict) else []
        rows += inner or [(f"{prefix}{name}", value)]
    return rows
