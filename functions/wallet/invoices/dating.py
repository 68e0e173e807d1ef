"""The dates of documents: what was supplied in a month is dated in it, within the time of the law.

An invoice of services is due within 30 days of the supply: CGST Rules 2017, rule 47.
"""

from datetime import datetime, timedelta

from core import settings
from wallet.ledger.accounting_periods import end_of, month_of

#: Rule 47 of the CGST Rules 2017.
DUE_WITHIN = timedelta(days=30)


def dated(supplied_at: datetime, now: datetime) -> datetime:
    """Return the date of a document that is made now for what was supplied at a moment.

    That is now while the month of the supply lasts, and the month's last moment as long as its
    books are open. Afterwards its return is filed, and the date is that of now.
    """
    end = end_of(month_of(supplied_at))
    books_close = end + timedelta(days=settings.CLOSING_DAYS.value)
    return end - timedelta(microseconds=1) if end <= now < books_close else now


def due_in(month: str) -> datetime:
    """Return before which moment a supply would pass its 30 days until a month is billed."""
    return end_of(month) - DUE_WITHIN
