"""Figures on support: counted again by hand over generated tickets; by day, at a cost."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from core.access import Role
from core.clock import start_of
from support import figures
from support.models import Ticket, TicketState
from support.requests import GetSupportFigures, SupportFigures
from tests.support import ids, ticket_records
from tests.support.own_database import OwnDatabase

DAY, INSTANT = timedelta(days=1), timedelta(microseconds=1)
MAY = date(2026, 5, 1)
FROM, UNTIL = start_of(MAY), start_of(MAY + 31 * DAY)


@pytest.fixture
def alone() -> OwnDatabase:
    """A database of the test's own: figures are on all tickets that there are."""
    return OwnDatabase()


def asked(alone: OwnDatabase, **changes: Any) -> SupportFigures:
    """Ask for the figures of May; that costs six counts."""
    body = {"first_day": MAY, "last_day": date(2026, 5, 31), **changes}
    ctx = alone.ctx()
    found = figures.figures(ctx, GetSupportFigures.model_validate(body))
    assert (ctx.store.tally.reads, ctx.store.tally.writes) == (6, 0)
    return found


def ticket(alone: OwnDatabase, **fields: Any) -> Ticket:
    """A ticket in the database."""
    made = ticket_records.ticket(ids.uid(), Role.CLINIC)
    changed = Ticket.model_validate({**dict(made), **fields}).placed(made.id)
    alone.ctx().store.run(lambda unit: unit.create(changed, changed.id))
    return changed


def generated(alone: OwnDatabase, chance: random.Random) -> Ticket:
    """A ticket opened around May, often at midnight, answered and closed at any time, or not."""

    def moment() -> datetime:
        midnight = start_of(MAY + chance.randint(-3, 34) * DAY)
        return midnight + chance.choice([-INSTANT, timedelta(), chance.random() * DAY])

    opened, closed = sorted((moment(), moment()))
    slow = chance.choice([timedelta(minutes=59), timedelta(hours=24), timedelta(hours=23)])
    answered = opened + slow + chance.choice([timedelta(), 59 * timedelta(seconds=1)])
    return ticket(
        alone,
        opened_at=opened,
        first_answered_at=chance.choice([None, answered]),
        state=chance.choice(list(TicketState)),
        since=closed,
    )


def test_they_are_those_of_the_tickets(alone: OwnDatabase) -> None:
    chance = random.Random(7)
    found = [generated(alone, chance) for _ in range(60)]

    def within(at: datetime | None) -> bool:
        return at is not None and FROM <= at < UNTIL

    took = [t.first_answer_minutes or 0 for t in found if within(t.first_answered_at)]
    assert asked(alone).model_dump() == {
        "opened": sum(within(t.opened_at) for t in found),
        "answered": len(took),
        "average_minutes": round(sum(took) / len(took)),
        "slow": {"part": sum(minutes >= 24 * 60 for minutes in took), "whole": len(took)},
        "closed": sum(t.state == "closed" and within(t.since) for t in found),
        "waiting": sum(t.state == "open" for t in found),
    }
    assert 0 < sum(minutes >= 24 * 60 for minutes in took) < len(took) < 60


@pytest.mark.parametrize(("minutes", "slow"), [(119, 0), (120, 1)])
def test_an_answer_is_slow_from_so_many_hours_on(
    alone: OwnDatabase, minutes: int, slow: int
) -> None:
    answered = FROM + timedelta(minutes=minutes)
    ticket(alone, opened_at=FROM, first_answered_at=answered)
    found = asked(alone, hours=2)
    assert found.slow is not None
    assert (found.slow.part, found.slow.whole, found.average_minutes) == (slow, 1, minutes)


def test_where_nothing_was_answered_there_is_no_average(alone: OwnDatabase) -> None:
    ticket(alone, opened_at=FROM, first_answered_at=None)
    found = asked(alone)
    assert (found.opened, found.answered, found.average_minutes, found.slow) == (1, 0, None, None)


@pytest.mark.parametrize(
    "body", [{"hours": 0}, {"first_day": "2026-06-01"}, {"first_day": "2024-05-01"}]
)
def test_days_and_hours_make_sense(body: dict[str, Any]) -> None:
    said = {"first_day": MAY, "last_day": date(2026, 5, 31)}
    assert GetSupportFigures.model_validate(said)
    with pytest.raises(ValueError, match="1 validation error"):
        GetSupportFigures.model_validate(said | body)
