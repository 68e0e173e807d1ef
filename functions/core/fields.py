"""Field types that several packages share, for what people type and clients send.

A type that means the same wherever it stands carries its description; of the others each field
tells its own. What a request carries has one of these types, or a pattern of its own: a test holds
every request to that. What is stored keeps the forms of the releases that stored it: strictness is
for what comes in, and a document outlives it (docs/decisions/0042-text-dates-and-numbers.md).
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import Annotated

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BeforeValidator,
    Strict,
    StringConstraints,
)
from pydantic_core import (
    InitErrorDetails,
    PydanticCustomError,
    SchemaValidator,
    ValidationError,
    core_schema,
)

from core import text

# --- text in requests -----------------------------------------------------------------------------

#: One printable line for people to read, as `core.text` defines it.
Name = Annotated[
    str,
    StringConstraints(min_length=1, max_length=120, strip_whitespace=True, pattern=text.LINE),
]
Text = Annotated[
    str,
    StringConstraints(min_length=1, max_length=300, strip_whitespace=True, pattern=text.LINE),
]
#: What people write to one another, in as many lines as they like.
Prose = Annotated[
    str,
    StringConstraints(min_length=1, max_length=2000, strip_whitespace=True, pattern=text.LINES),
]

# --- text as it is stored -------------------------------------------------------------------------

_NO_CONTROLS = r"^[^\p{Cc}]*$"
StoredName = Annotated[
    str,
    StringConstraints(min_length=1, max_length=120, strip_whitespace=True, pattern=_NO_CONTROLS),
]
StoredText = Annotated[
    str,
    StringConstraints(min_length=1, max_length=300, strip_whitespace=True, pattern=_NO_CONTROLS),
]
#: Inside a pattern's brackets: what prose, subjects and file names never held.
NEVER_STORED = r"\p{Cc}\p{Zl}\p{Zp}\u{202A}-\u{202E}\u{2066}-\u{2069}"
StoredProse = Annotated[
    str,
    StringConstraints(
        min_length=1,
        max_length=2000,
        strip_whitespace=True,
        pattern=rf"^(?:\n|[^{NEVER_STORED}])*$",
    ),
]


@cache
def _line() -> SchemaValidator:
    return SchemaValidator(core_schema.str_schema(pattern=text.LINE))


def _printable(record: object) -> object:
    """Hold each text of a record, which is stored as well, to what a request may carry.

    The space around it is cut off, as requests have it. A record that code made is left alone.
    """
    if not isinstance(record, dict):
        return record
    stripped = {k: v.strip() if isinstance(v, str) else v for k, v in record.items()}
    faults = []
    for name, value in stripped.items():
        try:
            if isinstance(value, str) and value:  # how long it is says the record
                _line().validate_python(value)
        except ValidationError as err:
            (fault,) = err.errors(include_url=False)
            named = InitErrorDetails(
                type=fault["type"], loc=(name,), input=value, ctx=fault.get("ctx", {})
            )
            faults.append(named)
    if faults:
        raise ValidationError.from_exception_data("text", faults, hide_input=True)
    return stripped


#: In a request, beside a record whose texts are lines that are stored.
PRINTABLE = BeforeValidator(_printable)

# --- days and moments in requests -----------------------------------------------------------------

#: What requests carry lies in this century: the offset of every zone fits around it, and so does
#: every period that is added to it.
FIRST, END = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
_OUT = PydanticCustomError("out_of_bounds", "Give a date from the year 2000 to 2099")
#: RFC 3339, section 5.6, which `Date.toISOString` and its like on other platforms write; seconds
#: may be left out. pydantic would take a count of seconds as well.
_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,9})?)?"
    r"([Zz]|[+-][0-9]{2}:[0-9]{2})"
)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _written(form: re.Pattern[str], words: str) -> BeforeValidator:
    """Take strings of one form, and what code hands in ready-made."""

    def check(value: object) -> object:
        if isinstance(value, date) or (isinstance(value, str) and form.fullmatch(value)):
            return value
        raise PydanticCustomError("date_form", words)

    return BeforeValidator(check)


def _in_utc(moment: datetime) -> datetime:
    if not FIRST <= moment < END:  # compares without converting, which could overflow
        raise _OUT
    return moment.astimezone(UTC)


def _in_bounds(day: date) -> date:
    if not FIRST.date() <= day < END.date():
        raise _OUT
    return day


#: A moment with its offset from UTC, kept in UTC.
Moment = Annotated[
    AwareDatetime,
    _written(_MOMENT, "Give a moment as 2026-05-04T09:30:00Z, with its offset from UTC"),
    AfterValidator(_in_utc),
]


@dataclass(frozen=True)
class Past:
    """Marks a time at which something has happened already, as the client says."""


#: The moment of something that is over. The service compares it by `core.clock.past`, which allows
#: for a client's clock that runs ahead; tests find the fields by the mark.
PastTime = Annotated[Moment, Past()]
#: A day, where code counts with it; `labs.catalogue.models.Day` is one that is stored.
CalendarDay = Annotated[
    date, _written(_DAY, "Give a day as 2026-05-04"), AfterValidator(_in_bounds)
]

# --- numbers and switches in requests -------------------------------------------------------------

#: A whole number, sent as one; each field has its own bounds, all below 2^53, up to which
#: JavaScript tells one from the next.
Whole = Annotated[int, Strict()]
#: True or false, and nothing that could be read so.
Flag = Annotated[bool, Strict()]

# --- ids ------------------------------------------------------------------------------------------

#: India Post's Postal Index Number: six digits, the first not zero; the first three name the
#: sorting district. https://en.wikipedia.org/wiki/Postal_Index_Number
Pincode = Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]{5}$")]
#: Inside a pattern: one part of a document's path. Firestore reserves `.`, `..` and `__x__`.
PATH_PART = r"[A-Za-z0-9][!-.0-~]{0,127}"
#: Firebase Auth's uids are at most 128 characters; a slash would leave the collection.
Uid = Annotated[str, StringConstraints(pattern=rf"^{PATH_PART}$")]
#: An id that Firestore made, or one of ours, which are longer.
DocId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]{20,40}$")]
#: Where a page begins, as the response before said: `core.queries` reads it.
Cursor = Annotated[str, StringConstraints(max_length=500, pattern=r"^[A-Za-z0-9_=-]+$")]
#: A version of a text that people agreed to, such as `2026-05`.
Version = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9.-]{1,20}$")]
