"""The errors that callers may meet, and what their details are of: for the pages and clients."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from core.details import Detail
    from core.errors import ScannerError
    from core.machines import Machine
    from tools.docs.surface import Surface


def met(surface: Surface) -> list[type[ScannerError]]:
    """Return the errors that a caller may meet, by reason."""
    from core.errors import COMMON_ERRORS

    found = {error.reason: error for error in COMMON_ERRORS}
    for package in surface.packages:
        for spec in package.specs:
            found |= {error.reason: error for error in spec.raises}
    return [found[reason] for reason in sorted(found)]


def told(surface: Surface) -> set[type[StrEnum]]:
    """Return the enumerations in details."""
    facts = [fact for error in met(surface) for fact in error.gives]
    return {kind for fact in facts for kind in enumerations(fact)}


def machines(surface: Surface) -> dict[str, Machine[Any, Any]]:
    """Return the state machine of each reason for which one refuses a step."""
    return {
        error.reason: machine
        for machine in surface.machines
        for error in (machine.refusal, *machine.own.values())
    }


def enumerations(fact: Detail) -> list[type[StrEnum]]:
    """Return the enumerations in one fact."""
    found = [each.kind for each in (fact, *fact.parts)]
    return [kind for kind in found if isinstance(kind, type) and issubclass(kind, StrEnum)]
