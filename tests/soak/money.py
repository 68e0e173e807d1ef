"""A hundred thousand operations with money, in memory, beside a model that reckons by the law.

    PYTHONPATH=functions:. python -m tests.soak.money --operations 100000 --seed 1

Clinics pay in through the gateway, ask for visits and orders, are refunded and move to other
states; labs are credited, and withheld of; admins correct and transfer; months are billed.
Meanwhile webhooks are lost and doubled, payments are given back and disputed at the gateway,
instances die at each of their commits or are overtaken by others, and works fail in batches with
others. After each operation the wallets stand as the model has them. At the end each line of each
document is one that the law asks for, numbers have no gaps, and what verifies wallets finds
nothing.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from datetime import date
from pathlib import Path
from typing import Any
from unittest import mock

from tests.soak.money_books import Line
from tests.soak.money_operations import WEIGHTS, Operations
from tests.soak.money_world import SETTINGS, World
from tests.support import gst_rules
from wallet.invoices import monthly_billing, number_audit
from wallet.ledger import verification
from wallet.ledger.models import Wallet
from wallet.payouts import verification as payouts_verification
from wallet.prices import verification as prices_verification
from wallet.withholding import verification as withholding_verification

#: Days that the whole run takes, long enough for credit notes to come too late.
DAYS = 1_000.0
#: The share of operations that a fault befalls.
FAULTS = 0.05
#: What `scannerctl wallet verify` asks of each wallet.
VERIFIED = (
    verification.faults,
    prices_verification.faults,
    withholding_verification.faults,
    payouts_verification.faults,
    number_audit.faults,
)
#: Documents of advances, of which the model has no lines: the law and the audit judge them.
VOUCHERS = {"receipt_voucher", "refund_voucher"}


def play(
    operations: int, seed: int, tell: Callable[[str], object] = lambda _: None
) -> tuple[Operations, Counter[str]]:
    """Do so many operations; the world afterwards, all of it billed, and how often each was done.

    `tell` hears of each twentieth of them.

    Raises:
        AssertionError: the code and the model differ.
    """
    with mock.patch.dict(os.environ, SETTINGS), _silence():
        world = Operations(seed, DAYS / operations)
        done: Counter[str] = Counter()
        names, weights = list(WEIGHTS), list(WEIGHTS.values())
        month = _month(world)
        for number in range(operations):
            (name,) = world.drawn.choices(names, weights)
            world.faults.plan(FAULTS)
            getattr(world, name)()
            world.faults.plan(0)
            done[name] += 1
            if number % max(1, operations // 20) == 0:
                tell(f"{number} of {operations}, {world.at:%d %B %Y}")
            compare(world, f"{number} {name}")
            world.at += world.step
            if _month(world) != month:
                _bill(world, month)
                month = _month(world)
        while world.lost:
            world.redeliver()
        _bill(world, month)
        compare(world, "the end")
        return world, done


@contextmanager
def _silence() -> Iterator[None]:
    """Leave out what the services log: a line or more for each operation."""
    with Path(os.devnull).open("w") as nowhere, redirect_stdout(nowhere), redirect_stderr(nowhere):
        yield


def compare(world: World, at: str) -> None:
    """Hold the wallets to the model."""
    for wallet_id, expected in world.books.balances.items():
        stored, _ = world.database.documents[f"wallets/{wallet_id}"]
        has = stored["available"], stored["held"]
        assert has == (expected.available, expected.held), f"{at}: {wallet_id} has {has}"


def faults(world: World) -> list[str]:
    """Everything that is wrong with wallets and documents after a run; nothing where all is right.

    An invoice of each month is expected of the day when it is billed, so the lines alone say more
    than a total: place of supply, the customer's number, the month, each tax.
    """
    with mock.patch.dict(os.environ, SETTINGS):
        wallets = [world.store.get(Wallet, each) for each in world.books.balances]
        found = [
            f"{wallet.id}: {fault}"
            for wallet in wallets
            for verify in VERIFIED
            for fault in verify(world.store, wallet)
        ]
    documents = _documents(world)
    series: dict[str, list[str]] = {}
    for number, made in documents.items():
        original = documents.get(str(made["follows"]))
        found += [f"{number}: {fault}" for fault in gst_rules.faults(made, number, original)]
        series.setdefault(number.rpartition("-")[0], []).append(number)
    found += [f"{name} has gaps" for name, of in series.items() if not gst_rules.consecutive(of)]
    found += gst_rules.advance_faults(documents)
    sold = [made for made in documents.values() if made["kind"] not in VOUCHERS]
    lines = Counter(line for made in sold for line in _lines(made))
    found += [f"no document has {line}" for line in (world.books.lines - lines).elements()]
    found += [f"nothing was sold as {line}" for line in (lines - world.books.lines).elements()]
    return found


def _documents(world: World) -> dict[str, dict[str, Any]]:
    return {
        path.partition("/")[2]: fields
        for path, (fields, _) in world.database.documents.items()
        if path.startswith("invoices/")
    }


def _lines(made: dict[str, Any]) -> list[Line]:
    who = (made["place"], made["customer"]["gstin"])
    found: list[Line] = []
    for line in made["lines"]:
        on = gst_rules.day(line["at"])
        amounts = (line["net"], line["cgst"], line["sgst"], line["igst"])
        of = (str(made["kind"]), made["wallet_id"], line["hold_id"])
        found.append((*of, *who, (on.year, on.month), *amounts))
    return found


def _month(world: World) -> date:
    return gst_rules.day(world.at).replace(day=1)


def _bill(world: World, month: date) -> None:
    """Bill each wallet a month that is over; an instance may die of it, and others be faster."""
    for wallet_id in world.books.balances:
        world.faults.plan(FAULTS)
        task = {"wallet_id": wallet_id, "month": f"{month:%Y-%m}"}
        ended = world.ends(lambda task=task: monthly_billing.bill(world.store, world, task))  # type: ignore[misc]
        assert ended is None
    world.faults.plan(0)


def main() -> None:
    """Play it as the command line says, and print what was done."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--operations", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    began = time.monotonic()
    terminal = sys.stderr  # which what the services log is kept from
    world, done = play(
        arguments.operations, arguments.seed, lambda line: print(line, file=terminal, flush=True)
    )
    played = time.monotonic() - began
    wrong = faults(world)
    documents = _documents(world)
    lines = sum(world.books.lines.values())
    print(f"{arguments.operations} operations in {played:.0f} s, seed {arguments.seed}")
    print(f"{dict(done)}; faults: {world.faults.counted}")
    print(f"{len(documents)} documents with {lines} lines, {len(wrong)} faults")
    for fault in wrong[:20]:
        print(fault)
    if wrong:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
