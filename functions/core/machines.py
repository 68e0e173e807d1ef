"""State machines as tables: (state, action) -> (next state, who may), for code, tests and docs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, ClassVar, Generic, TypeVar

from core.errors import DoneOtherwise, RoleNotAllowed, ScannerError

S = TypeVar("S", bound=StrEnum)
A = TypeVar("A", bound=StrEnum)


class Party(StrEnum):
    """Who a caller is to the thing that an action is about; the docs print the values."""

    PERSON = "the person"
    OWNER = "an owner of the organisation"
    CLINIC = "the clinic"
    LAB = "the lab"
    OPERATOR = "the assigned operator"
    ADMIN = "an admin"
    SYSTEM = "the system"


@dataclass(frozen=True)
class Step(Generic[S]):
    """The end of a transition and the parties that may take it.

    `to` is None where the next state is not the table's to say: it follows from other facts.
    """

    to: S | None
    who: frozenset[Party]


def step_to(to: S | None, *who: Party) -> Step[S]:
    """Write one line of a table."""
    return Step(to, frozenset(who))


@dataclass(frozen=True)
class Machine(Generic[S, A]):
    """A life cycle as a table: state and action -> next state and who may; others are refused.

    A state of None is that of a thing that is yet to be made.

    Attributes:
        title: what the docs call it.
        doc: what it is the life of; whole sentences.
        table: the steps.
        refusal: what is raised for all that is not listed.
        contents: for an action that says more than which step to take, the names of what it says,
            as the document keeps it: a repeated step is compared with what was said the first time.
        own: refusals of states that have a reason of their own, which says what to do about them.
    """

    title: str
    doc: str
    table: Mapping[tuple[S | None, A], Step[S]]
    refusal: type[ScannerError]
    contents: Mapping[A, tuple[str, ...]] = field(default_factory=dict)
    own: Mapping[S, type[ScannerError]] = field(default_factory=dict)
    registry: ClassVar[list["Machine[Any, Any]"]] = []

    def __post_init__(self) -> None:
        Machine.registry.append(self)

    def step(
        self,
        state: S | None,
        action: A,
        party: Party | None = None,
        *,
        kept: object = None,
        said: Mapping[str, object] | None = None,
    ) -> Step[S] | None:
        """Return the transition, or None where the action was done already: a retry, then.

        Without a party, who may act was decided before. `said` is what the step says beside the
        action, by the names of `contents`, and `kept` is the record that holds it once the step was
        taken. Actions without contents need neither.

        Raises:
            ScannerError: `refusal`, or the state's own, where the table has no such transition and
                the state is not where the action leads.
            RoleNotAllowed: the transition is another party's.
            DoneOtherwise: the action was done already, and said something else.
        """
        if not self.allows(state, action) and state in self.ends(action):
            self.same(action, kept, said or {})
            return None
        return self.must(state, action, party)

    def same(self, action: A, kept: object, said: Mapping[str, object]) -> None:
        """Make sure that an action says what it said when it was done.

        Raises:
            DoneOtherwise: naming the fields that differ.
        """
        names = self.contents.get(action, ())
        if differing := [n for n in names if kept is None or getattr(kept, n) != said[n]]:
            raise DoneOtherwise(fields=differing)

    def must(self, state: S | None, action: A, party: Party | None = None) -> Step[S]:
        """Return the transition; what was done already is refused like all that is not listed.

        Raises:
            ScannerError, RoleNotAllowed: as `step`.
        """
        found = self.table.get((state, action))
        if found is None:
            refusal = self.own.get(state, self.refusal) if state is not None else self.refusal
            raise refusal(state=state, action=action)
        if party is not None and party not in found.who:
            raise RoleNotAllowed
        return found

    def allows(self, state: S | None, action: A) -> bool:
        """Tell whether the table has such a transition, whoever may take it."""
        return (state, action) in self.table

    def ends(self, action: A) -> frozenset[S]:
        """Return the states that an action leads to."""
        return frozenset(s.to for (_, a), s in self.table.items() if a is action and s.to)
