"""Who can sign in, as a table on the terminal."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from tools.seed.accounts import password_of
from tools.seed.plan import ORGANISATIONS, Plan


def accounts(plan: Plan, seed: int) -> None:
    """Print the accounts with their passwords, each whole, on a line of its own."""
    table = Table(title="Accounts", title_justify="left", box=None)
    for title in ("e-mail", "password", "role", "who"):
        table.add_column(title, no_wrap=True)
    for person in plan.people:
        role = person.role.value + (", owner" if person.owner else "")
        role += "" if person.status == "active" else f", {person.status.value}"
        of = f", {ORGANISATIONS[person.org].name}" if person.org else ""
        table.add_row(person.email, password_of(seed), role, person.name + of)
    # A terminal that is narrower wraps the lines; an address cut off could not be copied.
    Console(highlight=False, width=max(Console().width, 110)).print(table)
