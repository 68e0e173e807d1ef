"""A bug planted for each invariant of the ledger, and found by the machine that drives it."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from core.access import Role
from tests.unit.wallet.ledger.machine import LedgerMachine
from wallet.ledger import gateway_operations, operations
from wallet.ledger.journal import Journal, PostingRequest
from wallet.ledger.models import Hold, Posting, Transaction, Wallet


def with_bug(**planted: Any) -> Any:
    """The ledger's operations, some of them in another form."""
    return SimpleNamespace(**{**vars(operations), **planted})


def top_up_unbalanced(
    journal: Journal, order: PostingRequest, wallet: Wallet, paise: int, reference: str
) -> Transaction:
    """Money comes from nowhere."""
    gain = Posting(account=f"{wallet.kind}/{wallet.id}/available", paise=paise)
    return journal.post(order, operations.TransactionKind.TOP_UP, [gain], reference)


def capture_and_leave_open(
    journal: Journal, order: PostingRequest, wallet: Wallet, hold_id: str, shares: Sequence[Posting]
) -> Transaction:
    """A hold that was captured can be captured again."""
    before = journal.hold(wallet.id, hold_id)
    booked = operations.capture(journal, order, wallet, hold_id, shares)
    if before is not None:
        journal.set_hold(wallet.id, hold_id, before)
    return booked


def refund_and_forget(
    journal: Journal,
    order: PostingRequest,
    wallet: Wallet,
    hold_id: str,
    shares: Sequence[Posting],
    reason: str,
) -> Transaction:
    """A fee that was given back can be given back again."""
    before = journal.hold(wallet.id, hold_id)
    booked = operations.refund(journal, order, wallet, hold_id, shares, reason)
    if before is not None:
        journal.set_hold(wallet.id, hold_id, before)
    return booked


def release_too_much(
    journal: Journal, order: PostingRequest, wallet: Wallet, hold_id: str
) -> Transaction:
    """A release gives back more than was set aside."""
    found = journal.hold(wallet.id, hold_id)
    if found is not None:
        journal.set_hold(wallet.id, hold_id, found.model_copy(update={"amount": found.amount + 1}))
    return operations.release(journal, order, wallet, hold_id)


def refund_what_is_there(
    journal: Journal, order: PostingRequest, wallet: Wallet, paise: int, reference: str
) -> Transaction:
    """What the gateway gave back is refused where the wallet has spent it."""
    return operations.adjust(journal, order, wallet, -paise, reference)


class Overdrawing(Journal):
    """Wallets fall below zero."""

    def wallet(self, wallet_id: str, kind: Role) -> Wallet:
        """Grant everybody credit that the model knows nothing of."""
        found = super().wallet(wallet_id, kind).model_copy(update={"credit_limit": 10**9})
        self._wallets[wallet_id] = found
        return found


class Renumbering(Journal):
    """Two entries of a wallet get one number."""

    def wallet(self, wallet_id: str, kind: Role) -> Wallet:
        """Forget the last number where there is one."""
        known = wallet_id in self._wallets
        found = super().wallet(wallet_id, kind)
        if not known and found.sequence > 1:
            found = found.model_copy(update={"sequence": found.sequence - 1})
            self._wallets[wallet_id] = found
        return found


class Forgetful(Journal):
    """A key that comes again is booked again."""

    def answered(self, order: PostingRequest) -> Transaction | None:
        """Know of nothing."""
        return None


class Losing(Journal):
    """A hold's end is booked, and not stored."""

    def set_hold(self, wallet_id: str, hold_id: str, hold: Hold) -> None:
        """Store new holds alone."""
        if hold.state is operations.HoldState.OPEN:
            super().set_hold(wallet_id, hold_id, hold)


PLANTED: dict[str, dict[str, Any]] = {
    "unbalanced posting": {"book": with_bug(top_up=top_up_unbalanced)},
    "double capture": {"book": with_bug(capture=capture_and_leave_open)},
    "double refund": {"book": with_bug(refund=refund_and_forget)},
    "more released than held": {"book": with_bug(release=release_too_much)},
    "debt that is refused": {
        "gateway": SimpleNamespace(
            **{**vars(gateway_operations), "refund_payment": refund_what_is_there}
        )
    },
    "negative balance": {"journals": Overdrawing},
    "reused number": {"journals": Renumbering},
    "reused key": {"journals": Forgetful},
    "hold that stays open": {"journals": Losing},
}


def find(machine: type[LedgerMachine]) -> None:
    """Drive a machine for a while; raises what it finds, however long the way there was."""
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=80,
            stateful_step_count=60,
            derandomize=True,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.mark.parametrize("bug", PLANTED)
def test_a_planted_bug_is_found(bug: str) -> None:
    with pytest.raises(AssertionError):
        find(type("Planted", (LedgerMachine,), PLANTED[bug]))


def test_without_one_nothing_is_found() -> None:
    find(LedgerMachine)
