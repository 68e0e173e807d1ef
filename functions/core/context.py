"""The context of a request, which a service is handed: store, caller and clock."""

from dataclasses import dataclass
from typing import Self

from core.access import SYSTEM, Caller
from core.clock import Clock
from core.errors import RoleNotAllowed
from core.store import Store


@dataclass(frozen=True)
class Context:
    """One request's surroundings; tests make their own, with their own clock."""

    store: Store
    caller: Caller
    clock: Clock

    @classmethod
    def of_system(cls, store: Store, clock: Clock) -> Self:
        """Return the surroundings of what nobody asked for: the actor on record is `system`."""
        return cls(store, SYSTEM, clock)


def clinic_of(ctx: Context) -> str:
    """Return the id of the caller's clinic.

    Raises:
        RoleNotAllowed: the caller acts for none; callables let only clinics come here.
    """
    if ctx.caller.org is None:
        raise RoleNotAllowed
    return ctx.caller.org
