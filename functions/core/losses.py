"""What an account loses with its standing: it goes in the transaction that takes the standing.

Open grants are closed for every role. What else a role holds is in the hands of a package that
stands above whoever takes the standing: it is named here by its path, as callables are in
`main.py`, and imported when it is needed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from core import access
from core.access import Grant, Role, Standing

if TYPE_CHECKING:
    from core.context import Context
    from core.units import UnitOfWork


class Loss(Protocol):
    """What one package takes back, read before anything is written."""

    def write(self, unit: "UnitOfWork", ctx: "Context") -> None:
        """Write it."""


#: The service of a package, and its function `(unit, uid) -> Loss | None`, for what a role holds.
HELD_BY: Mapping[Role, tuple[str, str]] = {Role.OPERATOR: ("scans.service", "lost_operator")}


@dataclass(frozen=True)
class Losses:
    """All that an account loses, read before anything is written."""

    grants: Sequence[Grant]
    loss: Loss | None

    def write(self, unit: "UnitOfWork", ctx: "Context") -> None:
        """Close the grants, and take back what the role held."""
        access.close_grants(unit, self.grants)
        if self.loss is not None:
            self.loss.write(unit, ctx)


def prepare(unit: "UnitOfWork", uid: str, standing: Standing | None) -> Losses:
    """Read what an account loses, by the standing that it had.

    One read for each open grant, at least one, and those of the role.
    """
    grants = access.open_grants(unit, uid)
    found = HELD_BY.get(standing.role) if standing is not None and standing.role else None
    if found is None:
        return Losses(grants, None)
    module, name = found
    return Losses(grants, getattr(import_module(module), name)(unit, uid))
