"""The words of the client: each text in both languages by its code, with the places to fill."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from messaging.catalogue import CATALOGUE
from tools.docs.typescript.source import comment, key, quoted
from tools.docs.words.page import SUBJECTS, as_data

if TYPE_CHECKING:
    from tools.docs.surface import Surface


def render(surface: Surface) -> str:
    """Return the module of words."""
    data = as_data(surface)
    parts = [
        f"{comment('How days and moments are written, by language.')}"
        f"export const MOMENTS = {_object(data['moments'])} as const;\n",
        *(
            f"{comment(meaning)}export const {subject.upper()} = "
            f"{_object(data[subject])} as const;\n"
            for subject, meaning in SUBJECTS.items()
        ),
        f"{comment('What a notice opens in the app, as its e-mail does; of its refs.')}"
        f"export const OPENS = {_object(_opened())} as const;\n",
    ]
    return "\n".join(parts)


def _opened() -> dict[str, str]:
    return {kind.value: row.opens for kind, row in CATALOGUE.items() if row.opens}


def _object(value: Any, indent: str = "") -> str:  # noqa: ANN401 - JSON of any kind
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, list):
        return f"[{', '.join(_object(each) for each in value)}]"
    if not isinstance(value, dict):
        return str(value)
    inner = indent + "  "
    lines = (f"{inner}{key(k)}: {_object(each, inner)},\n" for k, each in value.items())
    return f"{{\n{''.join(lines)}{indent}}}"
