"""What a lab's wallet says of a year of sales, once retention has taken entries."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from core.access import Role
from core.store import Store
from tests.support.memory_firestore import MemoryFirestore
from wallet.ledger.models import Forward, Wallet, YearOfSales
from wallet.withholding import verification


@pytest.mark.parametrize(
    ("gone_until", "judged"),
    [
        (datetime(2026, 3, 31, 18, 29, tzinfo=UTC), True),  # all of the year is there
        (datetime(2026, 3, 31, 18, 30, tzinfo=UTC), False),  # 1 April in India
        (datetime(2027, 3, 31, 18, 30, tzinfo=UTC), False),  # nothing of it is
    ],
)
def test_a_year_is_judged_only_while_all_of_it_is_there(gone_until: datetime, judged: bool) -> None:
    wallet = Wallet(
        kind=Role.LAB,
        sales=YearOfSales(year="2627", value=5_000),
        brought_forward=Forward(number=9, hash="", available=0, held=0, at=gone_until),
    ).placed("lab1")
    store = Store(MemoryFirestore(clock=lambda: gone_until))  # type: ignore[arg-type]
    assert bool(list(verification.faults(store, wallet))) is judged
