"""What a reconciliation with the gateway found: what it booked, and what still differs."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class DifferenceKind(StrEnum):
    """How the gateway and the books differ; the docs say what an admin does about each."""

    NOT_BOOKED = "not_booked"  # the gateway was paid, for an order that nobody made here
    SECOND_PAYMENT = "second_payment"  # it was paid again, for an order that was booked
    OTHER_AMOUNT = "other_amount"  # both have it, and in another amount or currency
    NOT_THERE = "not_there"  # it is booked, and the gateway does not have it
    REFUND_NOT_BOOKED = "refund_not_booked"  # money went back there, and is not booked
    DISPUTE_NOT_BOOKED = "dispute_not_booked"  # a dispute, and nothing is set aside or taken
    OTHER_STATE = "other_state"  # a refund or dispute stands otherwise there
    SETTLED_NOT_BOOKED = "settled_not_booked"  # the bank was paid what is not booked
    SETTLED_OTHERWISE = "settled_otherwise"  # a settlement is not the sum of what is in it
    UNREADABLE = "unreadable"  # the gateway says it in a form that nobody knows here


@dataclass(frozen=True)
class Difference:
    """One thing that differs.

    Attributes:
        kind: how.
        subject: what about: the gateway's id, which is a refund's or dispute's id here as well.
        there: the amount there, in paise; None where it has none.
        here: the amount that is booked; None where nothing is.
    """

    kind: DifferenceKind
    subject: str
    there: int | None = None
    here: int | None = None


@dataclass
class ReconciliationReport:
    """What a reconciliation looked at and found, in paise.

    Attributes:
        through: the last day that was done; None where none was.
        payments: how many payments were taken there, and `paid` what they come to.
        refunds: how many refunds were made there, and `refunded` what was processed of them.
        disputes: how many disputes were raised there, or go on.
        booked: ids of what was missing here, and is booked now.
        differences: what still differs, each once.
        settled: what reached the bank; `fees` is what the gateway kept of it, `tax` included.
    """

    through: date | None = None
    payments: int = 0
    paid: int = 0
    refunds: int = 0
    refunded: int = 0
    disputes: int = 0
    booked: list[str] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    settled: int = 0
    fees: int = 0
    tax: int = 0

    def differs(self, found: Iterable[Difference]) -> None:
        """Add what differs, unless it is known."""
        self.differences += [each for each in found if each not in self.differences]
