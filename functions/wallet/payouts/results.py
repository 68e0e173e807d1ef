"""What the bank tells of payouts, as admins enter it: one by one, or the bank's result file."""

import csv
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from core.context import Context
from core.errors import DoneOtherwise
from core.units import UnitOfWork
from wallet.payouts import booking
from wallet.payouts.errors import (
    PayoutAtGateway,
    PayoutFileUnreadable,
    PayoutNotFound,
    WrongPayoutState,
)
from wallet.payouts.models import Failure, Payout, PayoutState
from wallet.payouts.requests.payouts import UTR, PayoutMoved
from wallet.payouts.requests.results import (
    LineOutcome,
    PayoutLine,
    PayoutResult,
    RecordPayoutFile,
    RecordPayoutResult,
    ResultsRecorded,
)
from wallet.payouts.states import COMES_LATE, PAYOUT, PayoutAction

_ACTIONS = {
    PayoutResult.PAID: PayoutAction.PAY,
    PayoutResult.FAILED: PayoutAction.FAIL,
    PayoutResult.RETURNED: PayoutAction.RETURN,
}
_NEEDED = {"reference", "result"}


def record(ctx: Context, body: RecordPayoutResult) -> PayoutMoved:
    """Book what the bank told of one payout: paid with its UTR, failed, or returned.

    Three reads and seven writes, a read more for what comes back; told again, the same is a read.

    Raises:
        PayoutNotFound, WrongPayoutState.
        PayoutAtGateway: it failed or came back, by the gateway, which has not said so.
        DoneOtherwise: it is recorded already, with another UTR or reason.
    """
    after = ctx.store.run(lambda unit: _recorded(unit, ctx, body)[0])
    return PayoutMoved(payout_id=after.id, state=after.state)


def _recorded(unit: UnitOfWork, ctx: Context, body: RecordPayoutResult) -> tuple[Payout, bool]:
    """Return the payout as it is now, and whether that is new."""
    payout, action = booking.found(unit, body.payout_id), _ACTIONS[body.result]
    if _gateway_tells(payout, action):
        raise PayoutAtGateway
    if (payout.state, action) in COMES_LATE:
        return _late(unit, payout, body.utr), False
    told: dict[str, object] = {"utr": body.utr} if body.utr else {}
    if body.failure:
        told["failure"] = body.failure
    said = {name: told.get(name) for name in PAYOUT.contents[action]}
    if PAYOUT.step(payout.state, action, kept=payout, said=said) is None:
        return payout, False
    if action is PayoutAction.RETURN and payout.utr:  # the transfer's own number stays
        told.pop("utr", None)
    return booking.take(unit, ctx, payout, action, **told), True


def _gateway_tells(payout: Payout, action: PayoutAction) -> bool:
    """Tell whether a step would give the lab money back that the gateway may still pay out."""
    under_way = payout.state is PayoutState.SENT and payout.gateway_id is not None
    return under_way and action is not PayoutAction.PAY


def _late(unit: UnitOfWork, payout: Payout, utr: str | None) -> Payout:
    """Note the number of a transfer that came back before anybody told that it was made."""
    if utr is None or payout.utr == utr:
        return payout
    if payout.utr is not None:
        raise DoneOtherwise(fields=["utr"])
    return unit.change(payout, utr=utr)


def record_file(ctx: Context, body: RecordPayoutFile) -> ResultsRecorded:
    """Book what a bank's result file tells, line by line; what does not fit stops no other line.

    Nothing is done where a line cannot be read. Costs as `record` for each line; again, it books
    nothing twice.

    Raises:
        PayoutFileUnreadable: naming the lines, by number.
    """
    lines = [
        PayoutLine(line=number, payout_id=asked.payout_id, outcome=_told(ctx, asked, paise))
        for number, asked, paise in _read(body.lines)
    ]
    return ResultsRecorded(lines=lines)


def _told(ctx: Context, asked: RecordPayoutResult, paise: int | None) -> LineOutcome:
    def work(unit: UnitOfWork) -> LineOutcome:
        if paise is not None and booking.found(unit, asked.payout_id).paise != paise:
            return LineOutcome.OTHER_AMOUNT
        return LineOutcome.BOOKED if _recorded(unit, ctx, asked)[1] else LineOutcome.ALREADY

    try:
        return ctx.store.run(work)
    except PayoutNotFound:
        return LineOutcome.UNKNOWN
    except (WrongPayoutState, PayoutAtGateway, DoneOtherwise):
        return LineOutcome.CONFLICT


def _read(said: list[str]) -> Iterator[tuple[int, RecordPayoutResult, int | None]]:
    """Read all lines before any is booked: a table with titles, `reference` and `result` at least.

    Raises:
        PayoutFileUnreadable.
    """
    rows = csv.reader(said)
    titles = [title.strip().lower() for title in next(rows, [])]
    if not _NEEDED.issubset(titles):
        raise PayoutFileUnreadable(lines=[1])
    read: list[tuple[int, RecordPayoutResult, int | None]] = []
    wrong: list[int] = []
    for row in rows:
        number = rows.line_num
        if not any(cell.strip() for cell in row):
            continue
        line = _line(dict(zip(titles, (cell.strip() for cell in row), strict=False)))
        if line is None:
            wrong.append(number)
        else:
            read.append((number, *line))
    if wrong or not read:
        raise PayoutFileUnreadable(lines=wrong[:20] or [1])
    return iter(read)


def _line(cells: dict[str, str]) -> tuple[RecordPayoutResult, int | None] | None:
    result, utr = cells.get("result", "").lower(), cells.get("utr", "")
    failure = cells.get("failure", "").lower()
    known = result in set(PayoutResult) and (not utr or re.fullmatch(UTR, utr))
    if not known or not re.fullmatch(r"[A-Za-z0-9]{20,40}", cells["reference"]):
        return None
    if result != PayoutResult.PAID and failure not in set(Failure):
        failure = Failure.OTHER
    try:
        paise = _paise(cells.get("amount", ""))
        asked = RecordPayoutResult(
            payout_id=cells["reference"],
            result=PayoutResult(result),
            utr=utr or None,
            failure=None if result == PayoutResult.PAID else Failure(failure),
        )
    except ValueError:  # pydantic's is one
        return None
    return asked, paise


def _paise(amount: str) -> int | None:
    """Read an amount in rupees, with two decimals at most and commas between; None for none."""
    if not amount:
        return None
    try:
        paise = Decimal(amount.replace(",", "")).scaleb(2)
    except InvalidOperation as err:
        raise ValueError("no amount") from err
    if not paise.is_finite() or paise != paise.to_integral_value():
        raise ValueError("no amount of paise")
    return int(paise)
