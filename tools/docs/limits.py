"""The gate's limits as the docs tell them: each field with its value and its docstring."""

from __future__ import annotations

import ast
import inspect
import itertools
import textwrap
from dataclasses import dataclass, fields
from typing import Any

from tools.docs.surface import UndocumentedError

_MIB = 2**20


@dataclass(frozen=True)
class Limit:
    """One limit: the setting that changes it, its value in words, and why it is so."""

    setting: str
    value: str
    reason: str


def of(limits: Any, prefix: str) -> list[Limit]:  # noqa: ANN401
    """Return the limits that a dataclass declares, whose settings begin with `prefix`.

    Raises:
        UndocumentedError: a field has no docstring below it.
    """
    reasons = _docstrings(type(limits))
    if undocumented := [each.name for each in fields(limits) if each.name not in reasons]:
        raise UndocumentedError(f"{type(limits).__name__} says no reason for {undocumented}.")
    return [
        Limit(f"{prefix}_{each.name.upper()}", _value(each.name, limits), reasons[each.name])
        for each in fields(limits)
    ]


def _value(name: str, limits: Any) -> str:  # noqa: ANN401
    value = getattr(limits, name)
    if name.endswith("_bytes") and value % _MIB == 0:
        return f"{value // _MIB} MiB"
    if name.endswith("_mm"):
        return f"{value:,} mm"
    return f"{value:.1%}" if name.endswith("_share") else f"{value:,}"


def _docstrings(declared: type) -> dict[str, str]:
    """Return the text below each field, which Python itself does not keep."""
    source = ast.parse(textwrap.dedent(inspect.getsource(declared)))
    body = next(node.body for node in source.body if isinstance(node, ast.ClassDef))
    found: dict[str, str] = {}
    for pair in itertools.pairwise(body):
        match pair:
            case ast.AnnAssign(target=ast.Name(name)), ast.Expr(ast.Constant(str(text))):
                found[name] = text
    return found
