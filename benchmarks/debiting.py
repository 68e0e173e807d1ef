"""One instance that debits a wallet by several threads, as a program: any commit's ledger.

`python debiting.py FUNCTIONS WALLET PAISE THREADS SECONDS` books by the code in the folder
FUNCTIONS, which may be another checkout's. It pays PAISE in, says `ready`, starts at a line on its
standard input, and ends with a line of JSON: the seconds that each debit took, by its answer.
"""

from __future__ import annotations

import importlib
import json
import sys
import threading
import time
import uuid
from typing import Any

#: Where the ledger stands, what asks it for a posting, and its operations: now, and in 55637e5.
LAYOUTS = (
    ("wallet.ledger", "PostingRequest", "operations"),
    ("wallet", "Order", "ledger"),
)

Answers = dict[str, list[float]]


class Debits:
    """A wallet, and the clerk of this process who books on it."""

    def __init__(self, wallet_id: str) -> None:
        from core.clock import SystemClock
        from core.firebase import firestore_client

        package, asked, operations = next(each for each in LAYOUTS if _is_there(f"{each[0]}.clerk"))
        journal = importlib.import_module(f"{package}.journal")
        self._request = getattr(journal, asked)
        self._operations: Any = importlib.import_module(f"{package}.{operations}")
        self._refused = importlib.import_module(f"{package}.errors").InsufficientFunds
        self._clerk = importlib.import_module(f"{package}.clerk").Clerk()
        self._client, self._clock = firestore_client(), SystemClock()
        self._wallet_id = wallet_id

    def book(self, paise: int) -> str:
        """Book an amount under a fresh key; returns how it was answered."""
        from core.access import Role
        from core.errors import Busy
        from core.store import Store

        asked = self._request("benchmark", uuid.uuid4().hex, "same")

        def work(journal: Any) -> Any:  # noqa: ANN401
            wallet = journal.wallet(self._wallet_id, Role.CLINIC)
            return self._operations.adjust(journal, asked, wallet, paise, "benchmark")

        try:  # a store for each request, as the callables have it
            store = Store(self._client)
            self._clerk.book(store, self._clock, self._wallet_id, asked, work)
        except self._refused:
            return "refused"
        except Busy:
            return "busy"
        return "done"

    def debit(self, until: float, answers: Answers) -> None:
        """Take a paisa, again and again."""
        while (started := time.monotonic()) < until:
            answer = self.book(-1)
            answers.setdefault(answer, []).append(time.monotonic() - started)


def _is_there(module: str) -> bool:
    try:
        importlib.import_module(module)
    except ModuleNotFoundError:
        return False
    return True


def main(functions: str, wallet_id: str, paise: str, threads: str, seconds: str) -> None:
    """Debit when told to, and say what came of it."""
    sys.path.insert(0, functions)
    debits = Debits(wallet_id)
    debits.book(int(paise))  # opens the connection as well
    print("ready", flush=True)
    sys.stdin.readline()
    answers: list[Answers] = [{} for _ in range(int(threads))]
    until = time.monotonic() + float(seconds)
    running = [threading.Thread(target=debits.debit, args=(until, mine)) for mine in answers]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()
    total: Answers = {}
    for mine in answers:
        for answer, times in mine.items():
            total.setdefault(answer, []).extend(times)
    print(json.dumps(total), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
