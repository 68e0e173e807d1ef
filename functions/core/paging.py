"""The forms of paged lists: which page a request asks for, and how to ask for the next one."""

from pydantic import Field

from core.callables import Message
from core.fields import Cursor, Whole


class CursorRequest(Message):
    """Base of every request that goes on where the page before ended."""

    cursor: Cursor | None = Field(
        default=None,
        description="Where the page begins: the `cursor` of the response before, with all else in "
        "the request as it was. Null or left out for the first page.",
    )


class PageRequest(CursorRequest):
    """Base of every request for one page of a list."""

    limit: Whole = Field(
        default=50, ge=1, le=100, description="How many entries the page has at most."
    )


class CostlyPageRequest(CursorRequest):
    """Base of every request for a page of which each entry takes several queries."""

    limit: Whole = Field(
        default=20, ge=1, le=50, description="How many entries are looked at for the page at most."
    )


class PageResponse(Message):
    """Base of every response that is one page: it says how to ask for the next one."""

    cursor: str | None = Field(
        description="Send it as `cursor` for the next page; it is opaque. Null: this was the last "
        "page."
    )


class WorkPage(PageResponse):
    """Base of every page of work to do, on which one document must not hide all others."""

    left_out: int = Field(
        default=0,
        ge=0,
        description="How many more belong on the page: a newer release stored them, and they show "
        "in some minutes.",
    )
