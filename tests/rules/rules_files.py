"""The rules files as text: what they allow, without asking an emulator."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from core.documents import Document
from tests.support.sources import ROOT

FIRESTORE = (ROOT / "firestore.rules").read_text()
STORAGE = (ROOT / "storage.rules").read_text()
_ROOT_MATCH = "/databases/{database}/documents"


def code(rules: str) -> str:
    """Return rules without their comments."""
    return re.sub(r"//.*", "", rules)


@cache
def matches() -> tuple[tuple[str, str], ...]:
    """Return the path of every match block of firestore.rules, ids as `{}`, with what it allows."""
    return tuple(_matches())


def _matches() -> Iterator[tuple[str, str]]:
    open_blocks: list[str] = []
    path_of: dict[int, str] = {}
    token = re.compile(r"match\s+(\S+)\s*\{|(\{)|(\})|allow\s+([\w, ]+)[:;]")
    for found in token.finditer(code(FIRESTORE)):
        path, opened, closed, allowed = found.groups()
        if path or opened:
            open_blocks.append(path or "")
            path_of[len(open_blocks)] = "".join(open_blocks)
        elif closed:
            open_blocks.pop()
        else:
            whole = "".join(open_blocks).removeprefix(_ROOT_MATCH)
            yield re.sub(r"\{\w+\}", "{}", whole).removeprefix("/"), allowed.strip()


def allows(model: type[Document]) -> set[str]:
    """Return what the rules allow anybody with such a document, conditions aside."""
    path = re.sub(r"\{\w+\}", "{}", model.path)
    return {verb for at, verbs in matches() if at == path for verb in verbs.split(", ")}
