"""Who can sign in, as a table on the terminal."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from tools.seed.accounts import password_of
from tools.seed.plan import ORGANISATIONS, Plan


def accounts(plan: Plan, seed: int) -> None:
    """Print the accounts with their passwords."""
    table = Table("role", "who", "of", "e-mail", "password", title="Accounts", title_justify="left")
    for person in plan.people:
        role = person.role.value + (", owner" if person.owner else "")
        role += "" if person.status == "active" else f", {person.status.value}"
        org = ORGANISATIONS[person.org].name if person.org else ""
        table.add_row(role, person.name, org, person.email, password_of(seed))
    Console(highlight=False).print(table)
