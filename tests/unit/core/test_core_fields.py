"""Field types that packages share: what people type, in the forms that are stored."""

import pytest
from pydantic import TypeAdapter, ValidationError

from core.fields import DocId, Name, Pincode, Prose, Text, Uid

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
    *((Uid, text) for text in ("", "a/b", "/", "x" * 129)),
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
