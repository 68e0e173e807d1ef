"""The table of all words: what is said by its code, in both languages."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tools.docs.errors import met
from tools.docs.surface import UndocumentedError
from tools.docs.words import faults, places
from tools.docs.words.forms import PATTERNS, TAKES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from core.details import Detail
    from tools.docs.surface import Surface

HINDI = Path(__file__).with_name("hi")

#: A text in both languages.
Text = dict[str, str]


@cache
def table(surface: Surface) -> dict[str, Any]:
    """Return all words by subject.

    Raises:
        UndocumentedError: a text lacks its Hindi, there is Hindi of what is no more, or the two
            have different places.
    """
    words: dict[str, Any] = {
        "errors": _errors(surface),
        "problems": _problems(),
        "findings": _findings(),
        "case_findings": _case_findings(),
        "notices": _notices(),
        "states": _states(),
        "terms": _terms(),
        "faults": _pairs(faults.texts()),
        "patterns": _pairs(PATTERNS),
        "takes": _pairs(TAKES),
    }
    if uneven := [fault for subject in words.values() for fault in _uneven(subject)]:
        raise UndocumentedError("\n  ".join(["words do not say the same:", *uneven]))
    return words


def hindi(subject: str) -> dict[str, Any]:
    """Return the Hindi of a subject by its keys."""
    return tomllib.loads((HINDI / f"{subject}.toml").read_text(encoding="utf-8"))


def both(subject: str, english: Mapping[str, str], said: Mapping[str, str]) -> dict[str, Text]:
    """Return texts in both languages.

    Raises:
        UndocumentedError: one of them says more than the other.
    """
    if alone := set(english) ^ set(said):
        raise UndocumentedError(f"{subject} in one language alone: {', '.join(sorted(alone))}.")
    return {key: {"en": english[key], "hi": said[key]} for key in english}


def _errors(surface: Surface) -> dict[str, Text]:
    from core.callables import INTERNAL

    facts = {error.reason: error.gives for error in met(surface)} | {"internal": ()}
    english = {error.reason: error.sentence for error in met(surface)} | {"internal": INTERNAL}
    return _filled("errors", english, facts)


def _problems() -> dict[str, Text]:
    from labs.orders.errors import OrderRefused
    from labs.orders.problems import SENTENCES

    parts = next(fact.parts for fact in OrderRefused.gives if fact.parts)
    english = {reason.value: sentence for reason, sentence in SENTENCES.items()}
    return _filled("problems", english, dict.fromkeys(english, parts))


def _filled(
    subject: str, english: Mapping[str, str], facts: Mapping[str, Iterable[Detail]]
) -> dict[str, Text]:
    marked = {key: places.marked(said, facts[key]) for key, said in english.items()}
    ways = {key: {fact.name: places.way(fact) for fact in of} for key, of in facts.items()}
    told = both(subject, marked, hindi(subject))
    try:
        return {
            key: {language: places.shown(said, ways[key]) for language, said in text.items()}
            for key, text in told.items()
        }
    except KeyError as err:
        raise UndocumentedError(f"A text of {subject} has a place of no fact: {err}.") from err


def _findings() -> dict[str, Text]:
    from scans.gate.sentences import TEMPLATES

    told = both("findings", TEMPLATES, hindi("findings")["templates"])
    words = {"coding": "term", "unit": "term"}
    return {
        key: {
            language: places.shown(said, dict.fromkeys(places.of(said), "") | words)
            for language, said in text.items()
        }
        for key, text in told.items()
    }


def _terms() -> dict[str, Text]:
    from scans.gate.sentences import TERMS

    return both("terms", TERMS, hindi("findings")["terms"])


def _case_findings() -> dict[str, dict[str, Text]]:
    from scans.checks.words import WORDS

    return {
        code.value: {"sentence": said.sentence.model_dump(), "mend": said.mend.model_dump()}
        for code, said in WORDS.items()
    }


def _notices() -> dict[str, dict[str, Text]]:
    from messaging.models import Notice
    from messaging.words.en import ENGLISH
    from messaging.words.hi import HINDI as OURS

    said = {"en": ENGLISH.notices, "hi": OURS.notices}
    return {
        kind.value: {
            "title": {language: _of_jinja(told[kind].title) for language, told in said.items()},
            "body": {language: _of_jinja(told[kind].body) for language, told in said.items()},
        }
        for kind in Notice
    }


def _states() -> dict[str, Text]:
    from messaging.words.en import ENGLISH
    from messaging.words.hi import HINDI as OURS

    return both("states", ENGLISH.states, OURS.states)


def _pairs(texts: Mapping[str, tuple[str, str]]) -> dict[str, Text]:
    return {key: {"en": english, "hi": said} for key, (english, said) in texts.items()}


#: Jinja as notices use it, and the place or the choice that it becomes.
_JINJA = (
    (r"\{\{ (\w+) \| short \}\}", r"{\1:id}"),
    (r"\{\{ when\((\w+)\) \}\}", r"{\1:moment}"),
    (r"\{\{ states\[state\] \}\}", r"{state:state}"),
    (r"\{\{ (\w+) \}\}", r"{\1}"),
    (r"\{% if (\w+) is defined %\}", r"[\1?"),
    (r"\{% if (\w+) == '(\w+)' %\}", r"[\1=\2?"),
    (r"\{% else %\}", r"|"),
    (r"\{% endif %\}", r"]"),
)


def _of_jinja(template: str) -> str:
    if set(re.sub(r"\{[{%].*?[%}]\}", "", template)) & set("[]|{}"):
        raise UndocumentedError(f"A notice has a mark of its own: {template}")
    for jinja, ours in _JINJA:
        template = re.sub(jinja, ours, template)
    if re.search(r"\{[{%]", template):
        raise UndocumentedError(f"A notice is put together in a way that apps cannot: {template}")
    return template


def _uneven(subject: Mapping[str, Any]) -> list[str]:
    """Return the texts whose languages have different places."""
    return [
        f"{key}: {said['en']}"
        for key, text in subject.items()
        for said in ((text,) if "en" in text else text.values())
        if places.of(said["en"]) != places.of(said["hi"])
    ]
