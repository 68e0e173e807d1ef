"""Field types that packages share: what people type, in the forms that are stored."""

from datetime import UTC, date, datetime
from typing import Annotated

import pytest
from pydantic import TypeAdapter, ValidationError

from core.documents import Record
from core.fields import (
    PRINTABLE,
    CalendarDay,
    DocId,
    Flag,
    Moment,
    Name,
    Pincode,
    Prose,
    StoredName,
    StoredProse,
    StoredText,
    Text,
    Uid,
    Whole,
)

TAKEN = [
    (Name, "x"),
    (Name, "x" * 120),
    (Name, "आशा राव"),
    (Name, "\N{TOOTH}" * 120),
    (Text, "x" * 300),
    (Prose, "x" * 2000),
    (Prose, "a\nb\n\nc"),
    (Prose, "क्\u200dष, اردو, \N{TOOTH}"),
    (Pincode, "411001"),
    (Pincode, "100000"),
    (Uid, "x"),
    (Uid, "x" * 128),
    (DocId, "x" * 20),
    (DocId, "x" * 40),
    (DocId, "Az09" * 5),
]
REFUSED = [
    *((kind, text) for kind in (Name, Text) for text in ("", " ", "a\nb", "a\x00b", "a\x85b")),
    *((Prose, f"a{hidden}b") for hidden in "\x00\t\r\x1b\x7f\x85\u2028\u2029\u202e\u2066\u2069"),
    *((Prose, text) for text in ("", " \n ", "x" * 2001, "a\n\u202ab")),
    (Name, "x" * 121),
    (Text, "x" * 301),
    *((Pincode, text) for text in ("011001", "41100", "4110011", "41100१", "411 001", "411001\n")),
    *((Uid, text) for text in ("", "a/b", "/", "x" * 129, ".", "..", "__a__", "a\x00")),
    *(
        (DocId, text)
        for text in ("x" * 19, "x" * 41, "x" * 19 + "/", "x" * 19 + "é", "x" * 20 + "\n")
    ),
]


@pytest.mark.parametrize(("kind", "text"), TAKEN)
def test_what_fits_is_stored_as_it_was_typed(kind, text):
    assert TypeAdapter(kind).validate_python(text) == text


@pytest.mark.parametrize(("kind", "text"), REFUSED)
def test_what_does_not_fit_is_refused(kind, text):
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(text)


@pytest.mark.parametrize("kind", [Name, Text])
def test_space_around_words_is_no_part_of_them(kind):
    """Also a line break at the end, as pasted text has it; the length is counted after."""
    assert TypeAdapter(kind).validate_python(" Asha Rao\n") == "Asha Rao"
    assert TypeAdapter(kind).validate_python(" " * 300 + "x") == "x"


@pytest.mark.parametrize("kind", [StoredName, StoredText, StoredProse])
def test_what_an_earlier_release_stored_is_read(kind):
    """It holds what requests no longer carry, and its document must not become unreadable."""
    for text in ("Asha\u200foaR", "\u200d", "\u0301", "A\u3164", "A\ufeff"):
        assert TypeAdapter(kind).validate_python(text) == text
        with pytest.raises(ValidationError):
            TypeAdapter(Prose).validate_python(text)
    # Not after releases that took it in names, but not in prose.
    taken = kind is not StoredProse
    try:
        assert TypeAdapter(kind).validate_python("a\u202eb") == "a\u202eb"
        assert taken
    except ValidationError:
        assert not taken


class _Parcel(Record):
    carrier: StoredName
    note: StoredName | None = None


@pytest.mark.parametrize("bad", ["a\u202eb", "\u200d", "\u00a0", " ", "a\u2028b"])
def test_a_record_that_is_stored_too_is_strict_in_a_request(bad):
    asked = TypeAdapter(Annotated[_Parcel, PRINTABLE])
    assert asked.validate_python({"carrier": " Blue Dart "}) == _Parcel(carrier="Blue Dart")
    with pytest.raises(ValidationError) as caught:
        asked.validate_python({"carrier": bad})
    assert [error["loc"] for error in caught.value.errors()] == [("carrier",)]
    assert "input" not in caught.value.errors(include_input=False)[0]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2026-05-04T09:30:00Z", datetime(2026, 5, 4, 9, 30, tzinfo=UTC)),
        ("2026-05-04T15:00:00.123+05:30", datetime(2026, 5, 4, 9, 30, 0, 123000, tzinfo=UTC)),
        ("2026-05-04t09:30:00.123456789z", datetime(2026, 5, 4, 9, 30, 0, 123456, tzinfo=UTC)),
        ("2026-05-04T09:30Z", datetime(2026, 5, 4, 9, 30, tzinfo=UTC)),
        ("2000-01-01T05:30:00+05:30", datetime(2000, 1, 1, tzinfo=UTC)),
        ("2099-12-31T23:59:59.999999Z", datetime(2099, 12, 31, 23, 59, 59, 999999, tzinfo=UTC)),
        ("2099-12-31T11:59:59-12:00", datetime(2099, 12, 31, 23, 59, 59, tzinfo=UTC)),
    ],
)
def test_a_moment_is_kept_in_utc(said, meant):
    found = TypeAdapter(Moment).validate_python(said)
    assert (found, found.utcoffset()) == (meant, meant.utcoffset())


@pytest.mark.parametrize(
    "said",
    [
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-12:00",
        "2000-01-01T05:29:59+05:30",
        "2100-01-01T00:00:00Z",
        "2099-12-31T12:00:00-12:00",
        "2026-05-04T09:30:00",
        "2026-05-04",
        "2026-02-30T00:00:00Z",
        "2026-05-04T25:00:00Z",
        "2026-05-04T09:30:00+99:00",
        "२०२६-05-04T09:30:00Z",
        "1777887000",
        1777887000,
        1777887000.5,
        True,
        None,
    ],
)
def test_no_other_moment_is_taken(said):
    with pytest.raises(ValidationError):
        TypeAdapter(Moment).validate_python(said)


def test_a_day_is_one_of_this_century():
    day = TypeAdapter(CalendarDay)
    for said in ("2000-01-01", "2026-05-04", "2099-12-31"):
        assert day.validate_python(said) == date.fromisoformat(said)
    for said in ("1999-12-31", "2100-01-01", "2026-02-30", "2026-5-4", "20260504", 20577, True):
        with pytest.raises(ValidationError):
            day.validate_python(said)


@pytest.mark.parametrize(("kind", "taken"), [(Whole, 5), (Flag, True)])
def test_what_reads_like_a_number_or_a_switch_is_none(kind, taken):
    assert TypeAdapter(kind).validate_python(taken) is taken
    others = [1 if kind is Flag else True, "1", "true", 1.0, -0.0, None, [taken]]
    for other in others:
        with pytest.raises(ValidationError):
            TypeAdapter(kind).validate_python(other)
