"""What the functions say of a field of a request that is wrong, each with its texts for people.

They say it by a sentence, which is its own code here, as there is no other. What the library says
of a bound or a form speaks to developers: what the field takes is said instead.
"""

from __future__ import annotations

import ast
from functools import cache
from typing import TYPE_CHECKING

from core import text
from tools.deployed import FUNCTIONS
from tools.docs.surface import UndocumentedError
from tools.docs.words.forms import FAULTS

if TYPE_CHECKING:
    from collections.abc import Iterator

#: What a call of these has as its second argument is what a client is told.
_TELLING = frozenset({"PydanticCustomError", "_written"})
_KEY = "problem"


def texts() -> dict[str, tuple[str, str]]:
    """Return the texts by what the functions say.

    Raises:
        UndocumentedError: something that is said has no texts, or there are texts of what no
            function says any more.
    """
    said = sentences()
    if alone := said ^ FAULTS.keys():
        raise UndocumentedError(f"tools/docs/words/forms.py does not fit: {sorted(alone)}.")
    return FAULTS


@cache
def sentences() -> frozenset[str]:
    """Return all that the functions themselves say of fields.

    Raises:
        UndocumentedError: a text has a place to fill, which an app could not do.
    """
    found = {f"Give {words}" for words in text.WORDS.values()}
    packages = (init.parent for init in FUNCTIONS.glob("*/__init__.py"))
    for path in sorted(path for package in packages for path in package.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        if any(name in source for name in (*_TELLING, f'"{_KEY}"')):
            found.update(told(ast.parse(source)))
    if filled := [said for said in found if "{" in said]:
        raise UndocumentedError(f"A problem has a place that apps cannot fill: {filled}.")
    return frozenset(found)


def told(tree: ast.AST) -> Iterator[str]:
    """Yield what a module says of fields."""
    for node in ast.walk(tree):
        said: list[ast.expr | None] = []
        if isinstance(node, ast.Call) and ast.unparse(node.func) in _TELLING:
            said = [*node.args[1:2]]
        elif isinstance(node, ast.Dict):
            said = [
                value
                for key, value in zip(node.keys, node.values, strict=True)
                if isinstance(key, ast.Constant) and key.value == _KEY
            ]
        yield from (
            e.value for e in said if isinstance(e, ast.Constant) and isinstance(e.value, str)
        )
