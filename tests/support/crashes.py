"""Instances that die or are overtaken, gateways and stores that fail them."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, field
from typing import Any

from core import firebase
from core.contention import OptimisticUnit
from core.store import Store, T
from core.units import UnitOfWork
from wallet.payments.gateway import Gateway


class CrashError(Exception):
    """The instance died."""


#: Steps that have a beginning: who dies before their end has written in part.
_LASTING = frozenset({"writing"})


def deaths(steps: Sequence[str], between: Container[str] = ()) -> list[tuple[int, bool]]:
    """Return where an instance may die, each as a step's number and whether after the step.

    Nothing is stored but by steps, so that who dies before one leaves just what is left by who
    dies after the one before it. Both are told where somebody else may come after that one (the
    steps `between`), and where a step takes its time.
    """
    return [
        (at, after)
        for at, step in enumerate(steps)
        for after in (False, True)
        if after or at == 0 or step in _LASTING or steps[at - 1] in between
    ]


class DyingGateway(Gateway):
    """A gateway to which the instance dies just after it made an order."""

    def make_order(self, receipt: str, paise: int) -> str:
        """Make it, and die."""
        super().make_order(receipt, paise)
        raise CrashError


@dataclass(frozen=True)
class OvertakenGateway(Gateway):
    """A gateway that takes so long over an order that another call comes first."""

    meanwhile: Callable[[], object] = field(kw_only=True)

    def make_order(self, receipt: str, paise: int) -> str:
        """Have the other call happen, then make the order."""
        self.meanwhile()
        return super().make_order(receipt, paise)


class DyingStore(Store):
    """A store whose instance dies at one of its transactions, before or after it commits."""

    def __init__(self, at: int, *, committed: bool, client: Any = None) -> None:
        super().__init__(client or firebase.firestore_client())
        self._left, self._committed = at, committed

    def run(self, work: Callable[[UnitOfWork], T]) -> T:
        """Run the transaction, if its time has not come."""
        return self._die_at(super().run, work)

    def compete(self, work: Callable[[OptimisticUnit], T]) -> T:
        """Likewise."""
        return self._die_at(super().compete, work)

    def _die_at(self, run: Callable[[Callable[[Any], T]], T], work: Callable[[Any], T]) -> T:
        self._left -= 1
        if self._left >= 0:
            return run(work)
        if self._committed:
            run(work)
            raise CrashError

        def unfinished(unit: UnitOfWork) -> T:
            work(unit)
            raise CrashError

        return run(unfinished)


class OvertakenStore(Store):
    """A store before whose first transaction somebody else does something."""

    def __init__(self, meanwhile: Callable[[], object], *, client: Any = None) -> None:
        super().__init__(client or firebase.firestore_client())
        self._meanwhile = [meanwhile]

    def run(self, work: Callable[[UnitOfWork], T]) -> T:
        """Run the transaction, after the other."""
        self._wait()
        return super().run(work)

    def compete(self, work: Callable[[OptimisticUnit], T]) -> T:
        """Likewise."""
        self._wait()
        return super().compete(work)

    def _wait(self) -> None:
        if self._meanwhile:
            self._meanwhile.pop()()


class AilingStore(Store):
    """A store that takes nothing."""

    def __init__(self, error: Exception) -> None:
        super().__init__(firebase.firestore_client())
        self._error = error

    def compete(self, work: Callable[[OptimisticUnit], T]) -> T:
        """Fail."""
        raise self._error
