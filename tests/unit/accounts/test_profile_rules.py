r"""What people may write under the rules is what the models read and would store themselves.

A name that the rules let in and the model refuses would make the account unreadable for every
function, the admins' list of accounts among them.

Rules use RE2. Rust's engine, pydantic's, has the same syntax and differs in two classes, which
are spelled out here: RE2's `\s` is ASCII and without the vertical tab, its `\v` is that tab.
"""

import re
from pathlib import Path
from typing import Annotated

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import StringConstraints, TypeAdapter, ValidationError

from accounts.models import Name

RULES = (Path(__file__).resolve().parents[3] / "firestore.rules").read_text(encoding="utf-8")
#: All of Unicode's white space, control characters and joiners among ordinary letters.
TRICKY = (
    "\t\n\x0b\x0c\r\x1c\x1f\x85\xa0\u1680\u2000\u200a\u2028\u2029\u202f\u205f\u3000"
    "\u200b\u200c\u200d\u2060\ufeff\x00\x7f ab.é मी漢😀"
)


def rule(field: str) -> TypeAdapter[str]:
    """Return what checks the pattern that the rules hold a field against."""
    (pattern,) = re.findall(rf"\.{field}\.matches\('([^']*)'\)", RULES)
    plain = pattern.replace("\\\\", "\\")
    assert plain.startswith("^"), "`matches` takes the whole string; say so in the pattern too"
    assert plain.endswith("$")
    re2 = plain.replace(r"\s", r"\t\n\x0C\r\x20").replace(r"\v", r"\x0B")
    return TypeAdapter(Annotated[str, StringConstraints(pattern=re2)])


def stored(model: TypeAdapter[str], text: str) -> str | None:
    """Return what the model makes of a text, or None where it refuses it."""
    try:
        return model.validate_python(text)
    except ValidationError:
        return None


NAME = TypeAdapter(Name)
NAME_RULE = rule("name")

NAMES = {
    "Asha Rao": True,
    "A": True,
    "मीरा जोशी": True,
    "നമ്\u200dപൂതിരി": True,  # Malayalam spells with joiners
    "O'Neill-Šmíd 3rd.": True,
    "a" * 120: True,
    "漢" * 120: True,
    "a" * 121: False,
    "": False,
    " ": False,
    " Asha": False,
    "Asha ": False,
    "Asha\n": False,
    "\tAsha": False,
    "\xa0": False,
    "Asha\u3000": False,
    "\u2028Asha": False,
    "\x85Asha": False,
    "\x0bAsha": False,
    "Asha\x1b[2J": False,
    "As\x00ha": False,
    "As\x85ha": False,
}


@pytest.mark.parametrize(("text", "allowed"), NAMES.items())
def test_names(text, allowed):
    assert (stored(NAME_RULE, text) is not None) == allowed
    assert (stored(NAME, text) == text) == allowed


@settings(max_examples=1000)
@given(st.text(alphabet=st.sampled_from(TRICKY), max_size=5) | st.text(max_size=130))
@example("a\nb")
def test_whatever_the_rules_let_in_the_model_stores_just_so(text):
    if stored(NAME_RULE, text) is not None:
        assert stored(NAME, text) == text
    elif stored(NAME, text) == text:
        assert "\n" in text, "only a line break inside a name is for callables alone"
