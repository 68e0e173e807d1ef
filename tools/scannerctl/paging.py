"""Lists that come in pages and are shown up to a limit."""

from __future__ import annotations

from collections.abc import Callable, Sized
from typing import Annotated, TypeVar

import typer

Row = TypeVar("Row")

_PAGE = 100  # the most that one page of any service holds

Limit = Annotated[int, typer.Option(min=1, max=10_000, help="The most to list.")]


def collect(
    page: Callable[[int, str | None], tuple[list[Row], str | None]], most: int
) -> list[Row]:
    """Return rows, page after page, until there are no more or so many are there.

    Args:
        page: takes how many rows are wanted and a cursor; returns rows and the next cursor.
        most: one more than will be shown tells whether there are more.
    """
    rows: list[Row] = []
    cursor: str | None = None
    while len(rows) < most:
        found, cursor = page(min(_PAGE, most - len(rows)), cursor)
        rows += found
        if cursor is None:
            break
    return rows


def more(rows: Sized, limit: int) -> str:
    """Return the end of the sentence that counts the rows: whether some are left out."""
    return "; there are more, raise --limit" if len(rows) > limit else ""
