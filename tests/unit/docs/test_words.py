"""The words of both languages: whole, of nothing that is no more, and the same things said."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

import pytest

from core.callables import Spec
from core.errors import COMMON_ERRORS, ScannerError
from labs.orders.problems import Problem
from messaging.models import Notice
from scans.checks.findings import CaseCode
from scans.gate.archive_errors import ArchiveCode
from scans.gate.photos.errors import ImageCode
from scans.gate.photos.findings import ImageNotice
from scans.gate.said import said
from scans.gate.sentences import TEMPLATES, TERMS
from scans.gate.sentences.uploads import TEMPLATES as UPLOADS
from scans.gate.stl.findings import StlCode
from tools.deployed import FUNCTIONS
from tools.docs import surface
from tools.docs.surface import UndocumentedError
from tools.docs.words import places
from tools.docs.words.table import both, table

WORDS = table(surface.load())

#: Endings of verbs that speak to a child or a friend, where the platform says आप; and the pronouns.
FAMILIAR = re.compile(r"(?<!\S)(तू|तुम|तुम्हें|तुम्हारा|तुम्हारी|करो|चुनो|देखो|जाँचो|लिखो|भेजो|सुधारो)(?!\S)")


def texts(words: Any = WORDS) -> Iterator[dict[str, str]]:
    for subject, entries in words.items():
        for entry in entries.values():
            if subject not in {"states", "terms"}:
                yield from (entry,) if "en" in entry else entry.values()


def sentences() -> list[dict[str, str]]:
    titles = [entry["title"] for entry in WORDS["notices"].values()]
    return [text for text in texts() if text not in titles]


def classes(of: type[ScannerError] = ScannerError) -> Iterator[type[ScannerError]]:
    for each in of.__subclasses__():
        yield from (each, *classes(each))


def refused_as() -> set[str]:
    """The codes of refusals that the intake words by itself."""
    found = set()
    for path in (FUNCTIONS / "scans" / "intake").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and "refusal" in ast.unparse(node.func):
                found |= {a.value for a in node.args[:1] if isinstance(a, ast.Constant)}
    return found


def test_every_code_has_its_words_and_none_is_of_a_code_that_is_no_more() -> None:
    answered = {e.reason for spec in Spec.registry.values() for e in spec.raises}
    common = {error.reason for error in COMMON_ERRORS}
    assert set(WORDS["errors"]) == answered | common | {"internal"}
    assert set(WORDS["problems"]) == {each.value for each in Problem}
    assert set(WORDS["notices"]) == {each.value for each in Notice}
    assert set(WORDS["case_findings"]) == {each.value for each in CaseCode}
    codes = {e.value for kind in (StlCode, ImageCode, ImageNotice, ArchiveCode) for e in kind}
    assert {key.partition(".")[0] for key in TEMPLATES} == codes | set(UPLOADS)
    assert set(UPLOADS) == refused_as()
    assert set(WORDS["findings"]) == set(TEMPLATES)
    assert set(WORDS["terms"]) == set(TERMS)


def test_a_code_has_a_template_of_its_own() -> None:
    """That is what is said of it without a variant."""
    assert {key.partition(".")[0] for key in TEMPLATES} <= set(TEMPLATES)


@pytest.mark.parametrize("subject", ["errors", "problems", "findings"])
def test_a_text_in_one_language_is_told(subject: str) -> None:
    english = {key: text["en"] for key, text in WORDS[subject].items()}
    hindi = {key: text["hi"] for key, text in WORDS[subject].items()}
    assert both(subject, english, hindi) == WORDS[subject]
    for one, other in ((english, hindi), (hindi, english)):
        missing = dict(list(other.items())[1:])
        with pytest.raises(UndocumentedError, match=next(iter(other))):
            both(subject, *((one, missing) if one is english else (missing, one)))


def test_both_languages_have_the_same_places() -> None:
    assert [t for t in texts() if places.of(t["en"]) != places.of(t["hi"])] == []
    used = {way for text in texts() for way in places.of(text["en"]).values()}
    assert used - set(places.WAYS) <= {"", ",", ",.0f", ",.4g"}


def test_hindi_is_hindi() -> None:
    """In Devanagari, a whole sentence, to somebody who is addressed as आप."""
    for text in texts():
        assert re.search(r"[\u0900-\u097f]{2}", text["hi"]), text
        assert not FAMILIAR.search(text["hi"]), text
        assert "  " not in text["hi"]
        assert text["hi"] == text["hi"].strip()
    for text in sentences():
        assert text["hi"].rstrip("]").endswith("।"), text
        assert text["en"].rstrip("]").endswith("."), text


def test_what_is_familiar_is_found() -> None:
    assert FAMILIAR.search("फ़ाइल दोबारा अपलोड करो और देखें।")
    assert not FAMILIAR.search("फ़ाइल दोबारा अपलोड करें।")


def test_the_english_of_errors_is_what_the_server_says() -> None:
    """With its places as names in backquotes."""
    for error in {each.reason: each for each in classes()}.values():
        if error.reason in WORDS["errors"]:
            text = WORDS["errors"][error.reason]["en"]
            assert places.PLACE.sub(r"`\1`", text) == error.sentence


FIGURES = {"formats": "JPEG, PNG", "last": "BMP", "coding": "hdr", "unit": "inches"}


@pytest.mark.parametrize("figure", [0, 7, 1234, 123_456_789, 0.01, 25.1])
def test_a_finding_carries_what_its_sentence_is_made_of(figure: float) -> None:
    """What Hindi, or any other language, fills its own template with."""
    for key, template in TEMPLATES.items():
        figures = {name: FIGURES.get(name, figure) for name in places.of(template)}
        code, _, variant = key.partition(".")
        found = said(code, variant, **figures).finding(code, "warning")
        shown = {n: TERMS.get(str(v), v) for n, v in found.figures.items()}
        assert (found.template, found.figures) == (key, figures)
        assert TEMPLATES[found.template].format(**shown) == found.sentence
        assert not re.search(r"[{}]", found.sentence)
