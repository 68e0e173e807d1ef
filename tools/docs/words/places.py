"""Places in sentences: which facts fill them, and how each is shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from core.details import Detail

#: A place, with the way in which it is shown behind a colon.
PLACE = re.compile(r"\{(\w+)(?::([^{}]*))?\}")

#: The ways, beside those of numbers, which are Python's: `,` groups thousands, `,.4g` keeps digits.
WAYS = {
    "paise": "an amount in paise, shown in rupees as India groups them: ₹1,23,456.50",
    "bytes": "bytes, shown in MB of 1,048,576 bytes",
    "day": "a day such as 2026-05-04, shown as 4 May 2026",
    "moment": "a moment in ISO 8601, shown with its time on the reader's clock",
    "state": "a state, shown by its name of `states` where it has one",
    "id": "an id, of which the first six characters are shown",
    "list": "a list, shown with commas",
    "term": "a word, shown by its name of `terms` where it has one",
}


def of(text: str) -> dict[str, str]:
    """Return the places of a sentence: name -> way."""
    return {name: way or "" for name, way in PLACE.findall(text)}


def marked(sentence: str, facts: Iterable[Detail]) -> str:
    """Return an English sentence of an error with its facts, named in backquotes, as places.

    A list of objects is no place: its name stays.
    """
    for fact in facts:
        if not fact.parts:
            sentence = sentence.replace(f"`{fact.name}`", f"{{{fact.name}}}")
    return sentence


def shown(sentence: str, ways: Mapping[str, str]) -> str:
    """Return a sentence with the way behind each place that has one.

    Raises:
        KeyError: a place of a fact that is not there.
    """

    def place(found: re.Match[str]) -> str:
        way = found[2] or ways[found[1]]
        return f"{{{found[1]}:{way}}}" if way else f"{{{found[1]}}}"

    return PLACE.sub(place, sentence)


def way(fact: Detail) -> str:
    """Return how a fact of an error is shown."""
    if fact.name.endswith(("_paise", "_bytes")):
        return fact.name.rpartition("_")[2]
    if "ISO 8601" in fact.meaning:
        return "moment"
    if "such as 20" in fact.meaning:
        return "day"
    if fact.name == "state":
        return "state"
    if fact.name == "limit":
        return ","
    return "list" if fact.kind in (list[str], list[int]) else ""
