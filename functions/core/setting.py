"""A setting: a typed value of the environment with a default in the code, refused if it is no such.

`functions/.env` and `functions/.env.<project id>` reach the functions' environment by themselves:
firebase-tools hands every line over. So a setting is no Firebase param. A param is asked for
although it has a default, and the answer is frozen into `.env.<project id>`, where a later default
of the code never applies (decision 77).
"""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class SettingInvalidError(ValueError):
    """The environment has a value that the setting cannot take. Says the name and what to do."""


@dataclass(frozen=True)
class Setting(Generic[T]):
    """One setting. It is read from the environment each time, and once when it is declared.

    So an instance that was given a bad value does not start, and a deployment ends before it
    changed anything.

    Attributes:
        name: in the environment.
        default: what holds where the environment has nothing.
        says: what it decides and in which unit; the page of settings prints it.
        read: makes the value of a text. Raises ValueError with what it takes instead.
        shown: the default as the page shows it; empty: as the code has it.
    """

    name: str
    default: T
    says: str
    read: Callable[[str], T]
    shown: str = ""

    def __post_init__(self) -> None:
        """Refuse a second setting of the name, and a value that the environment has and is none."""
        if self.name in DECLARED:
            raise ValueError(f"{self.name} is declared twice")
        DECLARED[self.name] = self
        self.of(os.environ.get(self.name))

    @property
    def value(self) -> T:
        """Return the value that holds now.

        Raises:
            SettingInvalidError: the environment has one that it cannot take.
        """
        return self.of(os.environ.get(self.name))

    def of(self, text: str | None) -> T:
        """Return the value of a text, the default of None.

        Raises:
            SettingInvalidError: the text is none that it can take.
        """
        if text is None:
            return self.default
        try:
            return self.read(text)
        except ValueError as err:
            raise SettingInvalidError(
                f"{self.name} takes {err}, and not {text!r}: mend it in functions/.env or "
                "functions/.env.<project id>, or leave it out."
            ) from None


#: Every setting by its name, in the order in which they were declared.
DECLARED: dict[str, Setting[Any]] = {}


def whole(least: int = 0, most: int | None = None) -> Callable[[str], int]:
    """Read whole numbers within bounds, both included."""
    takes = f"a whole number from {least} on" if most is None else f"{least} to {most}"

    def read(text: str) -> int:
        if not re.fullmatch(r"-?\d{1,18}", text.strip(), re.ASCII):
            raise ValueError(takes)
        number = int(text)
        if number < least or (most is not None and number > most):
            raise ValueError(takes)
        return number

    return read


def fraction(text: str) -> float:
    """Read a number that is not negative, such as `0.25`."""
    if not re.fullmatch(r"\d+(\.\d+)?", text.strip(), re.ASCII):
        raise ValueError("a number such as 0.25")
    return float(text)


def matching(pattern: str, takes: str) -> Callable[[str], str]:
    """Read texts that a pattern matches as a whole, without the spaces around them."""

    def read(text: str) -> str:
        if not re.fullmatch(pattern, text.strip()):
            raise ValueError(takes)
        return text.strip()

    return read


def one_of(*values: str) -> Callable[[str], str]:
    """Read one of some words."""

    def read(text: str) -> str:
        if text.strip() not in values:
            raise ValueError(f"{', '.join(values[:-1])} or {values[-1]}")
        return text.strip()

    return read


def flag(text: str) -> bool:
    """Read `true` or `false`."""
    return one_of("true", "false")(text) == "true"


def hours(text: str) -> tuple[float, ...]:
    """Read hours with commas between them, such as `24,2`; an empty text has none."""
    try:
        return tuple(fraction(each) for each in text.split(",") if each.strip())
    except ValueError:
        raise ValueError("hours such as 24,2") from None


def day(text: str) -> date | None:
    """Read a day such as `2027-04-01`; an empty text is none."""
    try:
        return date.fromisoformat(text.strip()) if text.strip() else None
    except ValueError:
        raise ValueError("a day such as 2027-04-01") from None


def day_of_year(text: str) -> tuple[int, int]:
    """Read the month and the day of `11-30`: one that every year has."""
    try:
        found = date.fromisoformat(f"2001-{text.strip()}")
    except ValueError:
        raise ValueError("a month and a day such as 11-30") from None
    return found.month, found.day


def days_by_year(text: str) -> dict[str, date]:
    """Read days by financial year, such as `2526=2026-10-15,2627=2027-10-20`."""
    pairs = [each.strip().partition("=") for each in text.split(",") if each.strip()]
    try:
        found = {year.strip(): date.fromisoformat(on.strip()) for year, _, on in pairs}
    except ValueError:
        raise ValueError("days by financial year such as 2526=2026-10-15") from None
    if not all(re.fullmatch(r"\d{4}", year, re.ASCII) for year in found):
        raise ValueError("days by financial year such as 2526=2026-10-15")
    return found


def columns(fields: frozenset[str]) -> Callable[[str], tuple[tuple[str, str], ...]]:
    """Read columns of a table, `Title=field,…`, of some fields."""

    def read(text: str) -> tuple[tuple[str, str], ...]:
        pairs = [each.partition("=") for each in text.split(",")]
        found = tuple((title.strip(), name.strip()) for title, _, name in pairs)
        if not all(title and name in fields for title, name in found):
            raise ValueError(f"Title=field,… with the fields {', '.join(sorted(fields))}")
        return found

    return read
