"""Writes TypeScript: names, comments, literals, and the frame of a file.

Sentences are broken at the width of the repository's code, so that a change of one word shows as
the change of one line or two.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterable, Mapping
from typing import Any

#: Where the generated parts of the client stand.
PARTS = "clients/typescript/src/generated"

_HEADER = "// Generated from the models by `make docs`: do not edit.\n"
_WIDTH = 100
_PLAIN = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]*")


def file(text: str) -> str:
    """Return a whole file: the header, and the text with single blank lines between its parts."""
    body = re.sub(r"\n{3,}", "\n\n", text).strip()
    return f"{_HEADER}\n{body}\n"


def camel(name: str) -> str:
    """Return `open_case` or `WalletEntry` as `openCase`, `walletEntry`."""
    first, *others = name.split("_")
    return first[:1].lower() + first[1:] + "".join(part.capitalize() for part in others)


def key(name: str) -> str:
    """Return a property's name, in quotation marks where it needs them."""
    return name if _PLAIN.fullmatch(name) else quoted(name)


def quoted(text: str) -> str:
    """Return a text as a literal."""
    inner = json.dumps(text, ensure_ascii=False)[1:-1].replace('\\"', '"').replace("'", "\\'")
    return f"'{inner}'"


def union(values: Iterable[str]) -> str:
    """Return the type of some texts, `never` for none."""
    return " | ".join(map(quoted, values)) or "never"


def literal(value: Any) -> str:  # noqa: ANN401
    """Return a JSON value as an expression on one line."""
    match value:
        case str():
            return quoted(value)
        case Mapping():
            inner = ", ".join(f"{key(name)}: {literal(each)}" for name, each in value.items())
            return f"{{ {inner} }}" if inner else "{}"
        case list() | tuple():
            return f"[{', '.join(map(literal, value))}]"
    return json.dumps(value)


def comment(*paragraphs: str, indent: str = "") -> str:
    """Return a TSDoc comment of some paragraphs, with its line's end; nothing where all are empty.

    A paragraph that begins with `@` is a tag.
    """
    told = [" ".join(text.split()).replace("*/", "*\\/") for text in paragraphs if text.strip()]
    if not told:
        return ""
    if len(told) == 1 and len(indent) + len(told[0]) + 7 <= _WIDTH:
        return f"{indent}/** {told[0]} */\n"
    lines: list[str] = []
    for text in told:
        lines += [""] if lines and not text.startswith("@") else []
        lines += textwrap.wrap(
            text, _WIDTH - len(indent) - 3, break_long_words=False, break_on_hyphens=False
        )
    body = "".join(f"{indent} * {line}".rstrip() + "\n" for line in lines)
    return f"{indent}/**\n{body}{indent} */\n"


def imports(names: Iterable[str], module: str) -> str:
    """Return the line that imports some types from a module; none where there are none."""
    listed = sorted(set(names))
    if not listed:
        return ""
    inner = "".join(f"  {name},\n" for name in listed)
    return f"import type {{\n{inner}}} from '{module}';\n"
