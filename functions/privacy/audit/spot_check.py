"""Compares a few seals with their entries, drawn anew each time: bounded, whatever there is.

Who tampers cannot know which will be drawn: the draw is by the hash of the newest seal, which is
over what other people did last. Where one in a hundred seals does not fit, it is found in one month
of six, where one in ten does not, in seven of eight; all are compared by `scannerctl audit verify`.
"""

from datetime import datetime
from hashlib import sha256

from core.store import Store
from privacy.audit import verification
from privacy.audit.verification import SealRange
from privacy.models import SealsChecked

#: Seals that are drawn, of 500 entries at most.
MOST = 20


def check(store: Store, now: datetime, month: str) -> SealsChecked | None:
    """Compare the seals that are drawn for a month; None where nothing is sealed.

    Two reads, one per 1,000 seals, and for each that is drawn those of `verification.of_part`:
    10,042 at most where all fits, beside the count.
    """
    newest = verification.newest(store)
    head = verification.seal(store, newest) if newest else None
    if head is None:
        return None
    seed = str((head.model_extra or {}).get("hash"))
    numbers = drawn(month, seed, newest)
    wrong = [n for n in numbers if any(verification.of_part(store, now, SealRange(n, n), {}))]
    return SealsChecked(newest=newest, seed=seed, numbers=numbers, differing=wrong)


def drawn(month: str, seed: str, newest: int) -> list[int]:
    """Draw numbers of seals up to the newest, all of them where there are few; in their order.

    The n-th draw is the SHA-256 of `<month>:<seed>:<n>`, as a number, modulo the newest number,
    and 1; what was drawn before is drawn again.
    """
    if newest <= MOST:
        return list(range(1, newest + 1))
    found: set[int] = set()
    n = 0
    while len(found) < MOST:
        found.add(int(sha256(f"{month}:{seed}:{n}".encode()).hexdigest(), 16) % newest + 1)
        n += 1
    return sorted(found)
