"""Figures: counts over some days of India, which Firestore adds up when somebody asks."""

from datetime import date, datetime, timedelta
from typing import ClassVar, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from core.access import Caller, Role
from core.callables import Message
from core.clock import start_of
from core.errors import InvalidRequest, RoleNotAllowed
from core.fields import CalendarDay

#: A leap year: nothing is added up over more days at once.
_MOST_DAYS = 366


class DateRange(Message):
    """Some days in India, the last one included: a year at most."""

    first_day: CalendarDay = Field(
        description="The first day that counts, in India's time; from 2020 on."
    )
    last_day: CalendarDay = Field(
        description="The last day that counts, itself included: 366 days at most in all."
    )

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not timedelta() <= self.last_day - self.first_day < timedelta(days=_MOST_DAYS):
            raise PydanticCustomError("days", "Give a first and a last day, a year apart at most")
        if not date(2020, 1, 1) <= self.first_day <= self.last_day:
            raise PydanticCustomError("years", "Give days from 2020 on")
        return self

    def moments(self) -> tuple[datetime, datetime]:
        """Return when the days begin, and when they are over."""
        return start_of(self.first_day), start_of(self.last_day + timedelta(days=1))


class Rate(Message):
    """So many of so many, as counts: how to divide and round them is the reader's affair."""

    part: int = Field(description="How many of the whole it is true of.")
    whole: int = Field(description="How many there are in all; never 0.")

    example: ClassVar = {"part": 3, "whole": 40}


def rate(part: int, whole: int) -> Rate | None:
    """Return a rate; None where there is nothing that it could be of."""
    return Rate(part=part, whole=whole) if whole else None


def subject(caller: Caller, named: str | None, field: str) -> str:
    """Return whom the figures are about: the caller's own side or, for admins, the one named.

    That is an organisation, or an operator. `field` is the request's, for the refusal.

    Raises:
        RoleNotAllowed: another side is named by somebody who is no admin.
        InvalidRequest: an admin, who has no side, names none.
    """
    if caller.role is Role.ADMIN:
        if named is None:
            raise InvalidRequest(problems=[{"field": field, "problem": "Admins name one"}])
        return named
    own = caller.org or caller.uid
    if named not in {None, own}:
        raise RoleNotAllowed
    return own
