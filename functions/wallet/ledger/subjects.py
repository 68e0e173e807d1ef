"""What money is for, as its sides call it: kept with the hold and all that follows from it."""

from typing import Annotated, Self

from pydantic import StringConstraints

from core.access import Role
from core.documents import Record
from core.fields import StoredName


class Subject(Record):
    """The visit or the order that money is for, so that a line of a paper is recognised.

    It names no patient, not even by the reference that the clinic gave: accounts stand for eight
    years, invoices never change and entries are chained, so that it could not be erased from them.
    """

    #: The day in India of the visit, or that the work is wanted by.
    on: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")] | None = None
    #: The sides of an order, by the names that they have on it.
    clinic: StoredName | None = None
    lab: StoredName | None = None

    def seen_by(self, side: Role) -> Self:
        """Return it for the papers of one side, which need not be told who that is."""
        own = {Role.CLINIC: "clinic", Role.LAB: "lab"}.get(side)
        return self.model_copy(update={own: None}) if own else self
