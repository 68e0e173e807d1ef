"""The names of values and the labels of fields as texts: each with what it is the name of."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tools.docs.enumerations import by_name
from tools.docs.models import Models
from tools.docs.surface import UndocumentedError
from tools.docs.words.names import ENUMERATIONS, LABELS, LABELS_WITHIN, VALUES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tools.docs.surface import Surface
    from tools.docs.words.table import Text

    Pairs = Mapping[str, tuple[str, str]]

#: What a request needs beside what people fill in.
_KEY = "idempotency_key"

#: What each table holds.
SUBJECTS = {
    "names": "Values of enumerations, for buttons, badges and choices.",
    "labels": "Fields of requests and of what is shown of documents and answers.",
    "labels_within": "Labels of fields that mean something else in one callable or record.",
}


@cache
def tables(surface: Surface) -> dict[str, dict[str, dict[str, Text]]]:
    """Return all names by subject, and by what they belong to.

    Raises:
        UndocumentedError: a value of an enumeration or a field of a request has no name.
    """
    models = Models.of(surface)
    known = {name: list(each.meanings) for name, each in by_name(surface, models).items()}
    asked = {
        field: None for name in models.asked for field in models.wire[name].get("properties", {})
    }
    needed = {**known, "labels": [field for field in asked if field != _KEY]}
    given = {**ENUMERATIONS, "labels": LABELS}
    missing = [
        f"{name}.{value}"
        for name, values in needed.items()
        for value in values
        if value not in given.get(name, {})
    ]
    if missing:
        raise UndocumentedError(f"no names in tools/docs/words/names: {', '.join(missing)}.")
    named = {name: {value: ENUMERATIONS[name][value] for value in known[name]} for name in known}
    return {
        "names": {name: _texts(each) for name, each in sorted((named | VALUES).items())},
        "labels": {"": _texts(LABELS)},
        "labels_within": {name: _texts(each) for name, each in LABELS_WITHIN.items()},
    }


def rows(surface: Surface) -> list[tuple[str, str, list[tuple[str, str, str]]]]:
    """Return the same as the tables of a page: subject, meaning, lines."""
    return [
        (
            subject,
            SUBJECTS[subject],
            [
                (f"{name}.{key}" if name else key, said["en"], said["hi"])
                for name, texts in table.items()
                for key, said in texts.items()
            ],
        )
        for subject, table in tables(surface).items()
    ]


def as_data(surface: Surface) -> dict[str, object]:
    """Return the same as data; labels by their fields alone."""
    found = tables(surface)
    return {**found, "labels": found["labels"][""]}


def _texts(pairs: Pairs) -> dict[str, Text]:
    return {key: {"en": english, "hi": hindi} for key, (english, hindi) in pairs.items()}
