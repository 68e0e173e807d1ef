"""Drives the ledger and a model of it side by side, and finds where they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any, ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    MultipleResults,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    rule,
)

from core.access import Role
from core.errors import ScannerError
from tests.unit.wallet.ledger.model import Balances, Outcome
from tests.unit.wallet.ledger.shelf import Shelf, new_hold, order
from wallet.ledger import chain, chart, gateway_operations, operations
from wallet.ledger.journal import Journal, PostingRequest
from wallet.ledger.models import Posting, Transaction, Wallet

KINDS = {"c1": Role.CLINIC, "c2": Role.CLINIC, "l1": Role.LAB, "l2": Role.LAB}
WALLETS = st.sampled_from(sorted(KINDS))
LABS = st.sampled_from(["l1", "l2"])
PAISE = st.integers(1, 10_000)
PERCENT = st.sampled_from([1, 33, 50, 99, 100, 101, 150])

Work = Callable[[Journal, PostingRequest], Transaction]


def shares_of(lab: str, paise: int, sign: int) -> tuple[list[Posting], int]:
    """Split an amount between revenue, tax and a lab; returns the lab's share with them."""
    revenue, tax = paise // 3, paise // 7
    rest = paise - revenue - tax
    split = {chart.REVENUE: revenue, chart.CGST: tax, chart.available(KINDS[lab], lab): rest}
    return [Posting(account=at, paise=sign * part) for at, part in split.items()], rest


class LedgerMachine(RuleBasedStateMachine):
    """Operations in a journal that stays open until `commit`, as the clerk's does for a group."""

    holds = Bundle("holds")
    disputes = Bundle("disputes")
    #: The ledger's operations and its journal; where bugs are planted, to see them found.
    book: ClassVar[Any] = operations
    gateway: ClassVar[Any] = gateway_operations
    journals: ClassVar[type[Journal]] = Journal

    def __init__(self) -> None:
        super().__init__()
        self.shelf, self.model = Shelf(), Balances()
        self.unit, self.journal = self.shelf.journal(self.journals)
        self.count = 0

    def order(self) -> PostingRequest:
        """Return an order of a key that nobody used yet."""
        self.count += 1
        return order(self.count)

    def wallet(self, wallet_id: str) -> Wallet:
        """Read a wallet through the open journal."""
        return self.journal.wallet(wallet_id, KINDS[wallet_id])

    def outcome(self, mine: PostingRequest, work: Work) -> Outcome:
        """Do what the clerk does with one work."""
        try:
            if self.journal.answered(mine) is None:
                work(self.journal, mine)
        except ScannerError as err:
            return err.reason, err.details
        return None

    def same(self, mine: PostingRequest, work: Work, expected: Outcome) -> None:
        """Do the work and compare how it ends with what the model said."""
        assert self.outcome(mine, work) == expected
        if expected is None:
            self.model.keys[mine.key] = mine.fingerprint

    @initialize()
    def pay_in(self) -> None:
        """So that most holds succeed."""
        for at in KINDS:
            self.top_up(at, 8_000)

    @rule(at=WALLETS, paise=PAISE)
    def top_up(self, at: str, paise: int) -> None:
        wallet, expected = self.wallet(at), self.model.move(**{at: paise})
        self.same(
            self.order(),
            lambda j, o: self.book.top_up(j, o, wallet, paise, "payments/p1"),
            expected,
        )

    @rule(at=WALLETS, paise=st.integers(-10_000, 10_000))
    def adjust(self, at: str, paise: int) -> None:
        wallet, expected = self.wallet(at), self.model.move(**{at: paise})
        self.same(self.order(), lambda j, o: self.book.adjust(j, o, wallet, paise, "why"), expected)

    @rule(giver=WALLETS, taker=WALLETS, paise=PAISE)
    def transfer(self, giver: str, taker: str, paise: int) -> None:
        source, target = self.wallet(giver), self.wallet(taker)
        moved = {giver: 0} if giver == taker else {giver: -paise, taker: paise}
        expected = self.model.move(**moved)
        self.same(
            self.order(),
            lambda j, o: self.book.transfer(j, o, source, target, paise, "x/1"),
            expected,
        )

    @rule(target=holds, at=WALLETS, paise=PAISE)
    def hold(self, at: str, paise: int) -> tuple[str, str] | MultipleResults[tuple[str, str]]:
        mine, wallet = self.order(), self.wallet(at)
        expected = self.model.hold(at, mine.transaction_id, paise)
        self.same(mine, lambda j, o: self.book.hold(j, o, wallet, new_hold(paise)), expected)
        return multiple() if expected else (at, mine.transaction_id)

    @rule(of=holds, lab=LABS, percent=PERCENT)
    def capture(self, of: tuple[str, str], lab: str, percent: int) -> None:
        amount = self.model.holds.get(of, {}).get("amount", 100)
        paise = max(1, amount * percent // 100)
        shares, rest = shares_of(lab, paise, 1)
        wallet, _ = self.wallet(of[0]), self.wallet(lab)
        expected = self.model.close(*of, paise, **{lab: rest})
        self.same(
            self.order(), lambda j, o: self.book.capture(j, o, wallet, of[1], shares), expected
        )

    @rule(at=WALLETS, paise=PAISE)
    def payment_refund(self, at: str, paise: int) -> None:
        """The gateway gave it back: it is gone, whatever the wallet still has."""
        wallet, expected = self.wallet(at), self.model.move(overdraw=True, **{at: -paise})
        self.same(
            self.order(),
            lambda j, o: self.gateway.refund_payment(j, o, wallet, paise, "payments/p1"),
            expected,
        )

    @rule(at=WALLETS, paise=PAISE)
    def payment_refund_of_more_than_is_there(self, at: str, paise: int) -> None:
        wallet = self.model.wallet(at)
        self.payment_refund(at, max(0, wallet["available"] + wallet["credit"]) + paise)

    @rule(at=WALLETS, paise=PAISE)
    def refund_reversal(self, at: str, paise: int) -> None:
        wallet, expected = self.wallet(at), self.model.move(**{at: paise})
        self.same(
            self.order(),
            lambda j, o: self.gateway.reverse_refund(j, o, wallet, paise, "payments/p1"),
            expected,
        )

    @rule(target=disputes, at=WALLETS, paise=PAISE)
    def dispute(self, at: str, paise: int) -> tuple[str, str]:
        mine, wallet = self.order(), self.wallet(at)
        expected = self.model.hold(at, mine.transaction_id, paise, overdraw=True)
        self.same(
            mine,
            lambda j, o: self.gateway.hold_disputed(j, o, wallet, paise, "payments/p1"),
            expected,
        )
        return at, mine.transaction_id

    @rule(of=disputes, percent=PERCENT)
    def lose_dispute(self, of: tuple[str, str], percent: int) -> None:
        paise = max(1, self.model.holds[of]["amount"] * percent // 100)
        wallet, expected = self.wallet(of[0]), self.model.close(*of, paise)
        self.same(
            self.order(),
            lambda j, o: self.gateway.lose_disputed(j, o, wallet, of[1], paise),
            expected,
        )

    @rule(of=disputes)
    def win_dispute(self, of: tuple[str, str]) -> None:
        wallet, expected = self.wallet(of[0]), self.model.close(*of, 0)
        self.same(
            self.order(), lambda j, o: self.gateway.release_disputed(j, o, wallet, of[1]), expected
        )

    @rule(of=holds)
    def release(self, of: tuple[str, str]) -> None:
        wallet, expected = self.wallet(of[0]), self.model.close(*of, 0)
        self.same(self.order(), lambda j, o: self.book.release(j, o, wallet, of[1]), expected)

    @rule(of=holds, lab=LABS, percent=PERCENT)
    def refund(self, of: tuple[str, str], lab: str, percent: int) -> None:
        captured = self.model.holds.get(of, {}).get("captured", 0)
        paise = max(1, captured * percent // 100)
        shares, rest = shares_of(lab, paise, -1)
        wallet, _ = self.wallet(of[0]), self.wallet(lab)
        expected = self.model.refund(*of, paise, **{lab: rest})
        self.same(
            self.order(),
            lambda j, o: self.book.refund(j, o, wallet, of[1], shares, "For the test."),
            expected,
        )

    @rule(at=WALLETS, lab=LABS, paise=PAISE)
    def give_back_twice(self, at: str, lab: str, paise: int) -> None:
        """A fee is taken, given back whole, and asked for again: drawn apart, that is too rare."""
        self.top_up(at, paise)
        mine, wallet = self.order(), self.wallet(at)
        expected = self.model.hold(at, mine.transaction_id, paise)
        self.same(mine, lambda j, o: self.book.hold(j, o, wallet, new_hold(paise)), expected)
        if expected is None:
            of = at, mine.transaction_id
            self.capture(of, lab, 100)
            self.refund(of, lab, 100)
            self.refund(of, lab, 100)

    @rule(of=holds, at=WALLETS)
    def release_from_another_wallet(self, of: tuple[str, str], at: str) -> None:
        wallet, expected = self.wallet(at), self.model.close(at, of[1], 0)
        self.same(self.order(), lambda j, o: self.book.release(j, o, wallet, of[1]), expected)

    @rule(data=st.data(), at=WALLETS, other=st.booleans())
    def a_key_comes_again(self, data: st.DataObject, at: str, other: bool) -> None:
        """A retry books nothing; another request under the same key is refused."""
        if not self.model.keys:
            return
        key, fingerprint = data.draw(st.sampled_from(sorted(self.model.keys.items())))
        mine = PostingRequest("admin", key, "other" if other else fingerprint)
        wallet = self.wallet(at)
        expected = ("idempotency-key-reused", {}) if other else None
        assert (
            self.outcome(mine, lambda j, o: self.book.top_up(j, o, wallet, 7, "payments/p2"))
            == expected
        )

    @rule()
    def commit(self) -> None:
        self.journal.write()
        self.unit.flush()
        self.unit, self.journal = self.shelf.journal(self.journals)

    @rule(at=WALLETS, credit=st.integers(0, 5_000))
    def grant(self, at: str, credit: int) -> None:
        """An admin grants credit, or takes it back: what is owed by then stays owed."""
        self.commit()
        unit, _ = self.shelf.journal(self.journals)
        found = unit.get(Wallet, at)
        if found is None:
            return
        unit.change(found, credit_limit=credit)
        unit.flush()
        wallet = self.model.wallet(at)
        wallet.update(credit=credit, most_credit=max(credit, wallet["most_credit"]))

    @invariant()
    def the_journal_agrees_with_the_model(self) -> None:
        for wallet_id, wallet in self.model.wallets.items():
            mine = self.wallet(wallet_id)
            assert (mine.available, mine.held) == (wallet["available"], wallet["held"])
            assert mine.available >= -wallet["most_credit"] - wallet["owed"]
            open_holds = [
                hold["amount"]
                for (owner, _), hold in self.model.holds.items()
                if owner == wallet_id and hold["state"] == "open"
            ]
            assert mine.held == sum(open_holds)

    def teardown(self) -> None:
        """Commit and audit everything that is stored."""
        self.commit()
        balances: Counter[str] = Counter()
        transactions = list(self.shelf.of(Transaction))
        for transaction in transactions:
            assert sum(posting.paise for posting in transaction.postings) == 0
            for posting in transaction.postings:
                balances[posting.account] += posting.paise
        assert len(transactions) == len(self.model.keys)
        assert sum(balances.values()) == 0
        for wallet in self.shelf.of(Wallet):
            self._audit(wallet, balances)
        platform = sum(paise for at, paise in balances.items() if at.startswith("platform/"))
        assert platform == self.model.outside

    def _audit(self, wallet: Wallet, balances: Counter[str]) -> None:
        expected = self.model.wallet(wallet.id)
        assert wallet.credit_limit == expected["credit"]
        assert wallet.available == balances[chart.available(wallet.kind, wallet.id)]
        assert wallet.held == balances[chart.set_aside(wallet.kind, wallet.id)]
        entries = self.shelf.entries(wallet.id)
        assert list(chain.faults(wallet, entries)) == []
        assert len(entries) == expected["entries"]
        assert {
            hold_id: hold.model_dump(include=fields.keys())
            for hold_id, hold in self.shelf.holds(wallet.id).items()
            if (fields := self.model.holds[wallet.id, hold_id])
        } == {at[1]: hold for at, hold in self.model.holds.items() if at[0] == wallet.id}
