"""The TypeScript that pages of the docs show, as one program that can be compiled and run.

A page's blocks follow each other in a scope of the page's own, after those of the first page. What
a reader does not see stands in comments that begin with ``<!-- run``: what other people do
meanwhile, and what has come of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_BLOCK = re.compile(r"^```ts\n(?P<shown>.*?)^```$|^<!-- run\n(?P<hidden>.*?)^-->$", re.M | re.S)
_IMPORT = re.compile(r"^import \{(?P<names>[^}]*)\} from '(?P<module>[^']+)';\n", re.M)


@dataclass(frozen=True)
class Block:
    """One piece of TypeScript, and where it stands."""

    page: Path
    line: int
    code: str


def blocks(page: Path) -> Iterator[Block]:
    """Yield the TypeScript of a page, in its order."""
    text = page.read_text(encoding="utf-8")
    for found in _BLOCK.finditer(text):
        line = text.count("\n", 0, found.start()) + 2
        yield Block(page, line, found["shown"] or found["hidden"])


def program(pages: Sequence[Path], prelude: str) -> str:
    """Return the program that pages are: what is imported, the first page, and each other one.

    Each block has a line before it that says where it is from. The prelude is more imports.
    """
    imports: dict[str, set[str]] = {}
    bodies: list[str] = []
    for number, page in enumerate(pages):
        body = [_body(block, imports) for block in blocks(page)]
        body.append(f"told('{page.name}');\n")
        bodies.append("".join(body) if number == 0 else "".join(["{\n", *body, "}\n"]))
    _taken(prelude, imports)
    lines = [
        f"import {{ {', '.join(sorted(names))} }} from '{module}';\n"
        for module, names in sorted(imports.items())
    ]
    return "".join([*lines, *bodies])


def place(text: str, line: int) -> str:
    """Return the page, and the line of it, that a line of a program comes from."""
    said = text.splitlines()[:line]
    start = max(n for n, each in enumerate(said) if each.startswith("// at "))
    page, _, first = said[start].removeprefix("// at ").rpartition(":")
    return f"{page}:{int(first) + line - start - 2}"


def _body(block: Block, imports: dict[str, set[str]]) -> str:
    """Return a block without its imports, which leave empty lines, so that lines stay countable."""
    _taken(block.code, imports)
    code = _IMPORT.sub(lambda found: "\n" * found.group().count("\n"), block.code)
    return f"// at {block.page.name}:{block.line}\n{code}"


def _taken(code: str, imports: dict[str, set[str]]) -> None:
    for found in _IMPORT.finditer(code):
        names = (name.strip() for name in found["names"].split(","))
        imports.setdefault(found["module"], set()).update(filter(None, names))
