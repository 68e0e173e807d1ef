"""Verifies parts of the audit, several at once: each process has a connection of its own.

Most of the work is reading documents and hashing them, which threads of one process would do one
after the other.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from datetime import datetime

from core.firebase import app as firebase_app
from core.firebase import firestore_client
from core.store import Store
from privacy.audit import verification
from privacy.audit.chain import AuditFinding
from privacy.audit.verification import SealRange


def verified(
    store: Store, now: datetime, parts: Sequence[SealRange], heads: Mapping[int, str], parallel: int
) -> Iterator[tuple[SealRange, list[AuditFinding]]]:
    """Yield each part with what was found in it, as soon as it is done: in no order if parallel.

    Args:
        store: where parts are read where none is read beside another.
        now: the present moment.
        parts: what is verified.
        heads: hashes of seals, by number, that were noted elsewhere.
        parallel: how many processes; they find the project in the environment.
    """
    if parallel == 1 or len(parts) < 2:
        for part in parts:
            yield part, list(verification.of_part(store, now, part, heads))
        return
    # A forked process would share the connection of this one.
    spawned = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(parallel, len(parts)), spawned) as pool:
        futures = {pool.submit(_in_a_process, now, part, dict(heads)): part for part in parts}
        for future in as_completed(futures):
            yield futures[future], future.result()


def _in_a_process(now: datetime, part: SealRange, heads: dict[int, str]) -> list[AuditFinding]:
    firebase_app()
    return list(verification.of_part(Store(firestore_client()), now, part, heads))
