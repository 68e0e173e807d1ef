"""The names of the client: what values and fields are called on a screen, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.docs.typescript.source import comment, key, literal
from tools.docs.words.named import SUBJECTS, as_data

if TYPE_CHECKING:
    from tools.docs.surface import Surface


def render(surface: Surface) -> str:
    """Return the module of names, apart from that of sentences: an app may load one alone."""
    data = as_data(surface)
    return "\n".join(
        f"{comment(SUBJECTS[subject])}export const {subject.upper()} = {_object(data[subject])} "
        "as const;\n"
        for subject in SUBJECTS
    )


def _object(part: object, indent: str = "") -> str:
    """Return an object of texts, each on a line of its own."""
    if not isinstance(part, dict) or "en" in part:
        return literal(part)
    inner = f"{indent}  "
    lines = "".join(f"{inner}{key(name)}: {_object(each, inner)},\n" for name, each in part.items())
    return f"{{\n{lines}{indent}}}"
