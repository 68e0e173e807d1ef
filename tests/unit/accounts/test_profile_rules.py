"""What people may write under the rules is what the models read and would store themselves.

A name that the rules let in and the model refuses would make the account unreadable for every
function, the admins' list of accounts among them.

Rules use RE2. Rust's engine, pydantic's, takes the same syntax for what stands there.
"""

import re
from pathlib import Path
from typing import Annotated

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import StringConstraints, TypeAdapter, ValidationError

from core.fields import Name

RULES = (Path(__file__).resolve().parents[3] / "firestore.rules").read_text(encoding="utf-8")
#: All of Unicode's white space, control characters and joiners among ordinary letters.
TRICKY = (
    "\t\n\x0b\x0c\r\x1c\x1f\x85\xa0\u1680\u2000\u200a\u2028\u2029\u202f\u205f\u3000"
    "\u200b\u200c\u200d\u2060\ufeff\x00\x7f ab.é मी漢😀"
)


def rules(field: str) -> list[TypeAdapter[str]]:
    """Return what checks the patterns that the rules hold a field against."""
    patterns = re.findall(rf"\b{field}\.matches\('([^']*)'\)", RULES)
    plain = [pattern.replace("\\\\", "\\") for pattern in patterns]
    assert plain
    assert all(each.startswith("^") for each in plain), "`matches` takes the whole: say so as well"
    assert all(each.endswith("$") for each in plain)
    return [TypeAdapter(Annotated[str, StringConstraints(pattern=each)]) for each in plain]


def let_in(rules: list[TypeAdapter[str]], text: str) -> bool:
    """Tell whether the rules let a text in."""
    return all(stored(each, text) is not None for each in rules)


def stored(model: TypeAdapter[str], text: str) -> str | None:
    """Return what the model makes of a text, or None where it refuses it."""
    try:
        return model.validate_python(text)
    except ValidationError:
        return None


NAME = TypeAdapter(Name)
NAME_RULES = rules("said")

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
    "Asha\u202eoaR": False,
    "\u200d\u200c": False,
    "\u0301a": False,
    "Asha\u3164": False,
}


@pytest.mark.parametrize(("text", "allowed"), NAMES.items())
def test_names(text, allowed):
    assert let_in(NAME_RULES, text) == allowed
    assert (stored(NAME, text) == text) == allowed


@settings(max_examples=1000)
@given(st.text(alphabet=st.sampled_from(TRICKY), max_size=5) | st.text(max_size=130))
@example("a\nb")
def test_whatever_the_rules_let_in_the_model_stores_just_so(text):
    assert let_in(NAME_RULES, text) == (stored(NAME, text) == text)
