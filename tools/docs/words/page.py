"""The words as a page of docs, and as data for apps in any language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tools.docs.words import named, places
from tools.docs.words.table import table

if TYPE_CHECKING:
    from tools.docs.surface import Surface

#: What each subject is, and how its texts are found.
SUBJECTS = {
    "errors": "Refusals of callables, by the `reason` in `details`, which fill the places.",
    "problems": "What speaks against an order, by the `reason` of each problem, which fills the "
    "places.",
    "findings": "What the gate says of a file, by the `template` of a finding; its `figures` "
    "fill the places. Of an earlier release they have no template: show their `sentence`.",
    "case_findings": "What the case check says, by `code`. A finding carries both languages "
    "filled: show them.",
    "notices": "What a notice of the inbox says, by `kind`; its `refs` fill the places.",
    "states": "States of visits and orders.",
    "terms": "Words that stand in findings for a figure that is a word.",
    "faults": "What is wrong with a field of a form, by the `problem` of `invalid-request`. Of a "
    "problem without a text say what the field takes.",
    "patterns": "What a field takes that has to match a pattern.",
    "takes": "What a field takes, by its kind and bounds, which fill the places.",
}


def as_data(surface: Surface) -> dict[str, Any]:
    """Return all words as docs/schemas/words.json has them."""
    from messaging.words.en import ENGLISH
    from messaging.words.hi import HINDI

    said = {"en": ENGLISH, "hi": HINDI}
    return {
        "description": "What people are told, in every language; docs/words.md tells how to read "
        "this.",
        "moments": {
            language: {
                "months": list(words.months),
                "parts": [list(part) for part in words.parts],
                "moment": words.moment,
            }
            for language, words in said.items()
        },
        **table(surface),
        **named.as_data(surface),
    }


def rows(surface: Surface) -> dict[str, Any]:
    """Return what the page is rendered from."""
    found = []
    for subject, entries in table(surface).items():
        texts = []
        for key, text in entries.items():
            if "en" in text:
                texts.append((key, text["en"], text["hi"]))
            else:
                texts += [(f"{key} ({part})", s["en"], s["hi"]) for part, s in text.items()]
        found.append((subject, SUBJECTS[subject], texts))
    found += named.rows(surface)
    return {"subjects": found, "ways": places.WAYS.items()}
