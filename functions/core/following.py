"""What followed from a document the last time, which an instance asks for with the first requests.

A document names others: a case its consent, a wallet its tariff. Who has not read it cannot ask for
them. They seldom change, though, so that an instance remembers their names and asks for them beside
what names them. It remembers names and no contents, and decides nothing by them: what it remembers
wrongly is read for nothing, once.
"""

from collections import OrderedDict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from core.queries import Search
from core.reading import Key, Reader

if TYPE_CHECKING:
    from core.access import Caller
    from core.units import UnitOfWork

#: Documents of which it is remembered; the one that was met longest ago goes first.
MOST = 1_000


class Following:
    """What follows from the documents that one kind of work reads; each organisation's apart."""

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[str | None, str], tuple[Key | Search, ...]] = OrderedDict()

    def recalled(self, caller: "Caller", wanted: Sequence[Key]) -> list[Key | Search]:
        """Return what followed the last time from the documents that are wanted now."""
        return [each for key in wanted for each in self._known.get(_place(caller, key), ())]

    def read(
        self,
        unit: "Reader | UnitOfWork",
        caller: "Caller",
        *steps: tuple[Key, Sequence[Key | Search]],
    ) -> None:
        """Read at once what follows from documents, as far as it was not recalled; remember it."""
        for key, follows in steps:
            place = _place(caller, key)
            self._known.pop(place, None)
            self._known[place] = tuple(follows)
        while len(self._known) > MOST:
            self._known.popitem(last=False)
        unit.ahead(*(each for _, follows in steps for each in follows))


def _place(caller: "Caller", key: Key) -> tuple[str | None, str]:
    model, *ids = key
    return caller.org, model.path_for(*ids)
