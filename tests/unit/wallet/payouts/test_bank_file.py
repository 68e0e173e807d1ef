"""The file for the bank, and the days on which labs are paid by themselves."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from core import settings
from tests.support import money
from tests.support.account_records import MADE, Tenants
from wallet.payouts import bank_file, calendar
from wallet.payouts.models import MethodKind, Payout, PayoutMethod

TENANTS = Tenants()
#: What a spreadsheet takes for the beginning of a formula.
#: Source: OWASP, CSV Injection.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def payout(paise: int) -> Payout:
    return money.payout(TENANTS).model_copy(update={"paise": paise}).placed("ab12" * 10)


def upi() -> PayoutMethod:
    return PayoutMethod(
        kind=MethodKind.UPI, holder="Pearl", vpa="pearl@okbank", since=MADE, next_at=MADE
    )


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("ascii"))))


def test_a_line_says_where_how_much_and_by_which_way() -> None:
    bank = money.payout_method(TENANTS)
    pairs = [(payout(1), bank), (payout(19_999_999), bank), (payout(20_000_000), bank)]
    lines = rows(bank_file.written([*pairs, (payout(123_456), upi())]))
    assert [line[0] for line in lines] == ["Payment Mode", "NEFT", "NEFT", "RTGS", "UPI"]
    assert [line[4] for line in lines[1:]] == ["0.01", "199999.99", "200000.00", "1234.56"]
    assert lines[1][1:4] == ["Pearl Dental Lab LLP", "50100123456789", "HDFC0001234"]
    assert lines[4][1:4] == ["Pearl", "pearl@okbank", ""]
    assert {line[6] for line in lines[1:]} == {"ab12" * 10}


def test_no_cell_is_a_formula_and_a_comma_stays_in_its_cell() -> None:
    bank = money.payout_method(TENANTS).model_copy(update={"holder": "Pearl, Dental (Lab) & Co."})
    lines = rows(bank_file.written([(payout(100), bank), (payout(100), upi())]))
    assert {len(line) for line in lines} == {7}
    assert lines[1][1] == "Pearl, Dental (Lab) & Co."
    assert not [cell for line in lines for cell in line if cell.startswith(FORMULA)]
    narration = lines[1][5]
    assert len(narration) <= 30
    assert narration.replace(" ", "").isalnum()


def test_columns_and_the_way_are_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCANNER_PAYOUT_COLUMNS", "Ref = reference, Rs=amount,Ccy=currency,By=mode")
    monkeypatch.setenv("SCANNER_PAYOUT_MODE", "IMPS")
    lines = rows(bank_file.written([(payout(500), money.payout_method(TENANTS))]))
    assert lines == [["Ref", "Rs", "Ccy", "By"], ["ab12" * 10, "5.00", "INR", "IMPS"]]


def test_every_field_can_be_a_column() -> None:
    assert set(bank_file.fields(payout(1), upi())) == settings.PAYOUT_FIELDS


# --- paydays -------------------------------------------------------------------------------------

#: Midnight in India is 18:30 UTC of the day before. 4 May 2026 is a Monday.
MONDAY = datetime(2026, 5, 4, 6, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        ("friday", datetime(2026, 5, 7, 18, 30, tzinfo=UTC)),
        ("monday", datetime(2026, 5, 10, 18, 30, tzinfo=UTC)),
        ("5", datetime(2026, 5, 4, 18, 30, tzinfo=UTC)),
        ("4", datetime(2026, 6, 3, 18, 30, tzinfo=UTC)),
        ("28", datetime(2026, 5, 27, 18, 30, tzinfo=UTC)),
        ("", datetime(2026, 5, 3, 18, 30, tzinfo=UTC)),
    ],
)
def test_the_next_payday_is_after_today(schedule: str, expected: datetime) -> None:
    assert calendar.next_day(schedule, MONDAY) == expected


@pytest.mark.parametrize("schedule", [*calendar.WEEKDAYS, *map(str, range(1, 29))])
def test_there_is_a_payday_in_every_stretch_of_days(schedule: str) -> None:
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(800)]
    paydays = [day for day in days if calendar.is_payday(schedule, day)]
    gaps = {(b - a).days for a, b in pairwise(paydays)}
    assert gaps <= ({7} if schedule in calendar.WEEKDAYS else {28, 29, 30, 31})


@pytest.mark.parametrize("schedule", ["29", "0", "mon", "-1", "friday,monday"])
def test_a_schedule_without_such_a_day_is_refused(schedule: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        calendar.is_payday(schedule, date(2026, 5, 4))
