"""The names of values and fields: all of them, of nothing that is no more, and fit for a button."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

import pytest

from core.callables import Spec
from tests.support.request_fields import leaves
from tests.support.sources import ROOT
from tools.docs import enumerations, surface
from tools.docs.models import Models
from tools.docs.surface import UndocumentedError
from tools.docs.words import names

SCHEMAS = ROOT / "docs" / "schemas"
SURFACE = surface.load()
KNOWN = {
    name: set(each.meanings)
    for name, each in enumerations.by_name(SURFACE, Models.of(SURFACE)).items()
}

#: What is written in Latin letters within Hindi, as bills, forms and boxes of materials have it.
LATIN = {
    *("CGST", "GST", "GSTIN", "IFSC", "IGST", "IRN", "PAN", "SAC", "SGST", "TCS", "TDS", "UPI"),
    *("UTR", "CSV", "PDF", "SHA-256", "STL", "ZIP", "PETG", "PFM", "PMMA", "3D-MASTER", "VITA"),
    *("Scanner", "iOS"),
}

#: What is written with a capital letter within an English name.
CAPITALS = LATIN | {"Hindi", "E-mail", "ID", "PIN"}

#: How a request to somebody who is addressed as आप ends: करें, हटाएँ, हों.
POLITE = re.compile(r"(ें|एँ|ों)$")


def fields(schema: Any) -> Iterator[str]:
    """The names of all properties in a schema, nested ones too."""
    if isinstance(schema, dict):
        if isinstance(properties := schema.get("properties"), dict):
            yield from properties
        for part in schema.values():
            yield from fields(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from fields(part)


def named_in(pattern: str) -> set[str]:
    """The fields in the schemas of this kind."""
    found = list(SCHEMAS.glob(pattern))
    assert found
    return {name for path in found for name in fields(json.loads(path.read_text("utf-8")))}


def chosen(kind: Any) -> set[str]:
    """The plain strings that a field lets choose among; none of an enumeration."""
    values = get_args(kind) if get_origin(kind) is Literal else ()
    return {value for value in values if type(value) is str}


def groups() -> Iterator[tuple[str, dict[str, tuple[str, str]]]]:
    """What is chosen from at once."""
    yield from names.ENUMERATIONS.items()
    yield from names.VALUES.items()


def pairs() -> Iterator[tuple[str, tuple[str, str]]]:
    """All names, each with what it is the name of."""
    for name, values in (*groups(), ("LABELS", names.LABELS), *names.LABELS_WITHIN.items()):
        yield from ((f"{name}.{key}", pair) for key, pair in values.items())


def latin(hindi: str) -> set[str]:
    """The words of a Hindi name that are not in Devanagari and may not be so."""
    return {word for word in re.findall(r"[\w-]+", hindi) if re.search("[A-Za-z]", word)} - LATIN


def capitals(english: str) -> set[str]:
    """The words after the first that begin with a capital and are no names."""
    return {word for word in re.findall(r"[\w'-]+", english)[1:] if word[0].isupper()} - CAPITALS


def test_every_value_has_its_name_and_none_is_of_a_value_that_is_no_more() -> None:
    assert {name: set(values) for name, values in names.ENUMERATIONS.items()} == KNOWN


def test_every_field_of_a_request_has_its_label() -> None:
    assert named_in("*/*.request.json") - set(names.LABELS) == {"idempotency_key"}


def test_no_label_is_of_a_field_that_is_no_more() -> None:
    known = named_in("*/*.request.json") | named_in("*/*.response.json")
    assert set(names.LABELS) - known - named_in("documents/*.json") == set()


def test_what_is_chosen_among_plain_strings_has_its_names() -> None:
    """An enumeration is named by its class; a string does not say where it belongs."""
    plain: dict[str, dict[str, set[str]]] = defaultdict(dict)
    for name, spec in Spec.registry.items():
        for leaf in leaves(spec.request):
            if values := chosen(leaf.kind):
                plain[name][leaf.way[-1]] = values
    known = names.ENUMERATIONS | names.VALUES
    assert {name: set(of) for name, of in plain.items()} == {
        name: set(of) for name, of in names.CHOICES.items()
    }
    for name, of in plain.items():
        for field, values in of.items():
            assert values <= set(known[names.CHOICES[name][field]]), (name, field)


def test_a_name_beside_the_enumerations_is_of_a_choice() -> None:
    used = {source for of in names.CHOICES.values() for source in of.values()}
    assert set(names.VALUES) <= used
    assert not set(names.VALUES) & set(names.ENUMERATIONS)


def test_a_label_of_its_own_is_where_the_field_is_and_says_something_else() -> None:
    for place, labels in names.LABELS_WITHIN.items():
        found = (
            named_in(f"{place}.request.json")
            if "/" in place
            else set(Models.of(SURFACE).wire[place]["properties"])
        )
        assert set(labels) <= found, place
        for field, pair in labels.items():
            assert pair != names.LABELS[field], (place, field)


@pytest.mark.parametrize("language", [0, 1], ids=["en", "hi"])
def test_no_two_values_of_one_enumeration_have_one_name(language: int) -> None:
    for name, values in groups():
        times = Counter(pair[language] for pair in values.values())
        assert {said for said, count in times.items() if count > 1} == set(), name


def test_english_is_short_and_in_sentence_case() -> None:
    """It fits a badge beside something else on a phone."""
    for what, (english, _) in pairs():
        assert re.fullmatch(r"[A-Z0-9][^_{}<>.]*[^\s_{}<>.]", english), what
        assert not capitals(english), what
        assert len(english) <= 36, what
        assert "  " not in english, what


def test_hindi_is_short_and_in_devanagari() -> None:
    for what, (english, hindi) in pairs():
        assert not latin(hindi), what
        assert re.search(r"[\u0900-\u097f]{2}", hindi) or set(hindi.split()) <= LATIN, what
        assert re.fullmatch(r"[^\s_{}<>।].*[^\s_{}<>।]", hindi), what
        assert len(hindi) <= 40, what
        assert "  " not in hindi, what
        assert english != hindi or set(hindi.split()) <= LATIN, what


def test_letters_that_do_not_belong_are_found() -> None:
    assert latin("नया scan माँगें") == {"scan"}
    assert latin("स्कैन (STL)") == set()
    assert capitals("Ask for a New scan") == {"New"}
    assert capitals("Scan (STL)") == set()


def test_a_button_asks_politely() -> None:
    buttons = [(name, values) for name, values in groups() if name.endswith("Action")]
    assert buttons
    for name, values in buttons:
        assert {hindi for _, hindi in values.values() if not POLITE.search(hindi)} == set(), name
    assert not POLITE.search("नया स्कैन माँगो")
    assert not POLITE.search("नया स्कैन माँगना")


def test_buttons_that_say_the_same_say_it_in_both_languages() -> None:
    said = defaultdict(set)
    for name, values in groups():
        if name.endswith("Action"):
            for english, hindi in values.values():
                said[english].add(hindi)
    assert {english: hindi for english, hindi in said.items() if len(hindi) > 1} == {}


def test_two_modules_may_not_name_the_same() -> None:
    one, other = {"b": 1, "a": 2}, {"c": 3}
    assert list(names.merged((one, other)).items()) == [("a", 2), ("b", 1), ("c", 3)]
    with pytest.raises(UndocumentedError, match=r"two places: a\."):
        names.merged((one, other, {"a": 2}))
