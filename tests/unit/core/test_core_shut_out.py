"""Who is shut out while a call is under way: it changes nothing, though its transaction is retried.

The account is read in the call's transaction. Whoever writes it meanwhile has that aborted, and the
work that is then done again asks for no account.
"""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Annotated, Any, ClassVar

import pytest
from firebase_functions import https_fn
from google.api_core import exceptions

from core import callables
from core import store as stores
from core.access import CLINICS, Role, Standing, Status
from core.callables import Message, Spec, callable_function
from core.context import Context
from core.documents import Document
from core.privacy import Retention, held
from core.store import Store
from tests.support.memory_firestore import MemoryFirestore, MemoryTransaction


class Ledge(Document):
    """What the callable of this test changes."""

    path: ClassVar[str] = "ledges/{ledge_id}"
    partial: ClassVar[bool] = True

    pots: Annotated[int, held("system.operations", kept=Retention.JOB)] = 0


class PutPot(Message):
    """Its request."""

    ledge_id: str


class PotPut(Message):
    """Its answer."""

    pots: int


@callable_function(request=PutPot, response=PotPut, roles=CLINICS, locks=(Ledge,))
def put_pot(ctx: Context, request: PutPot) -> PotPut:
    """Puts a pot on a ledge."""

    def work(unit: Any) -> PotPut:
        ledge = unit.get(Ledge, request.ledge_id)
        return PotPut(pots=unit.change(ledge, pots=ledge.pots + 1).pots)

    return ctx.store.run(work)


@pytest.fixture
def database(monkeypatch: pytest.MonkeyPatch) -> MemoryFirestore:
    """A database with a ledge, and an account that may put a pot on it."""
    monkeypatch.setattr(stores.time, "sleep", lambda _: None)  # type: ignore[attr-defined]
    database = MemoryFirestore()
    put(database, Ledge(pots=1), "l1")
    put(database, standing(), "u1")
    return database


def standing(status: Status = Status.ACTIVE, org: str = "c1", *, owner: bool = True) -> Standing:
    """The account of who calls."""
    return Standing(status=status, role=Role.CLINIC, org=org, owner=owner)


def put(database: Any, document: Document, at: str) -> None:
    """Write a document, as another instance does."""
    Store(database).run(lambda unit: unit.put(document, at))


def once(act: Callable[[], None]) -> Callable[[], None]:
    """What is done the first time only."""
    left = [act]
    return lambda: left.pop()() if left else None


def call(database: Any) -> Any:
    """Call it as the account; the answer, or the reason of the refusal."""
    spec: Spec[Any, Any] = put_pot
    auth = SimpleNamespace(uid="u1", token={"role": "clinic", "org": "c1"})
    request: Any = SimpleNamespace(auth=auth, data={"ledge_id": "l1"})
    try:
        return callables.answer("f", lambda: spec, request, lambda _: None, database)
    except https_fn.HttpsError as err:
        return err.details["reason"]  # type: ignore[index]


class NotedTransaction(MemoryTransaction):
    """A transaction that notes how it ended, if it read something."""

    end = ""

    def _commit(self) -> None:
        super()._commit()
        self.end = "committed"

    def _rollback(self) -> None:
        super()._rollback()
        self.end = "rolled back"


def noted(database: Any) -> list[NotedTransaction]:
    """Return the transactions that a database begins, as they come."""
    begun: list[NotedTransaction] = []

    def transaction(max_attempts: int = 1) -> NotedTransaction:
        del max_attempts
        begun.append(NotedTransaction(database))
        return begun[-1]

    database.transaction = transaction
    return begun


def pots(database: Any) -> int | None:
    """What stands on the ledge."""
    ledge = Store(database).get(Ledge, "l1")
    return ledge.pots if ledge is not None else None


@pytest.mark.parametrize(
    ("meanwhile", "told"),
    [
        (standing(), {"pots": 2}),
        (standing(Status.SUSPENDED), "account-not-active"),
        (standing(org="c2"), "claims-stale"),
        (standing(owner=False), "busy"),
    ],
)
def test_who_is_shut_out_while_it_calls_changes_nothing(
    database: MemoryFirestore, meanwhile: Standing, told: object
) -> None:
    begun = noted(database)
    database.before_commit = once(lambda: put(database, meanwhile, "u1"))
    assert call(database) == told
    assert pots(database) == (2 if isinstance(told, dict) else 1)
    ends = ["rolled back", "committed" if isinstance(told, dict) else "rolled back"]
    assert [each.end for each in begun if each.end] == ends, "nothing stays locked"


def test_another_who_was_faster_shuts_nobody_out(database: MemoryFirestore) -> None:
    database.before_commit = once(lambda: put(database, Ledge(pots=7), "l1"))
    assert call(database) == {"pots": 8}


class ContendedFirestore(MemoryFirestore):
    """A database that aborts the first reads of transactions, as Firestore may."""

    aborts = 1

    def get_all(self, references: Any, transaction: Any = None) -> Any:
        """Read several, unless it is aborted."""
        if transaction is not None and self.aborts:
            self.aborts -= 1
            raise exceptions.Aborted("contention")
        return super().get_all(references, transaction)


@pytest.mark.parametrize(("aborts", "told"), [(0, {"pots": 2}), (3, {"pots": 2}), (12, "busy")])
def test_what_is_aborted_while_it_is_opened_is_tried_again(
    database: MemoryFirestore, aborts: int, told: object
) -> None:
    contended = ContendedFirestore(database.documents)
    contended.aborts = aborts
    begun = noted(contended)
    assert call(contended) == told
    assert [each.end for each in begun if each.end][:aborts] == ["rolled back"] * aborts
    assert pots(contended) == (2 if isinstance(told, dict) else 1)


class StuckTransaction(MemoryTransaction):
    """A transaction that Firestore has forgotten."""

    def _rollback(self) -> None:
        raise exceptions.InvalidArgument("expired")


def test_a_failure_to_let_go_does_not_hide_what_led_there(database: MemoryFirestore) -> None:
    database.transaction = lambda max_attempts=1: StuckTransaction(database)  # type: ignore[method-assign]
    database.before_commit = once(lambda: put(database, Ledge(pots=7), "l1"))
    assert call(database) == {"pots": 8}
    put(database, standing(Status.SUSPENDED), "u1")
    assert call(database) == "account-not-active"
