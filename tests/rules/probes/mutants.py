"""Mutants of rules: files that say one thing otherwise, as a slip or a careless change would."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.rules.probes.grammar import Node, Statement, blank, paths, statements

_OPERATORS = {
    "==": ("!=",),
    "!=": ("==",),
    "<": ("<=", ">"),
    ">": (">=", "<"),
    "<=": ("<",),
    ">=": (">",),
}
_VERBS = {
    "get": ("read", "list", "get, write"),
    "read": ("get", "list", "read, write"),
    "update": ("write", "create", "update, delete"),
    "create": ("write", "update", "create, delete"),
    "delete": ("write", "create"),
}
_ROLES = ("clinic", "lab", "operator", "admin")
#: A word for another one of its kind, wherever it stands by itself.
_WORDS = {
    "clinic_id": ("lab_id",),
    "lab_id": ("clinic_id",),
    "wallet_id": ("customer",),
    "assignee": ("case_id",),
    "operator": ("uid", "assignee"),
    "holder": ("uid",),
    "hasOnly": ("hasAny", "hasAll"),
    "true": ("false",),
    "false": ("true",),
    "string": ("int",),
    "isAdmin": ("signedIn", "isActive"),
    "isActive": ("signedIn",),
    "request.resource": ("resource",),
    "request.time": ("resource.data.updated_at",),
    "created_at": ("updated_at",),
    "updated_at": ("created_at",),
    "affectedKeys": ("changedKeys",),
    "uid": ("email",),
}
#: Of what is longer than two of these, only so much of each end is told.
_LONG = 50
_STATUS = {"active": ("pending", "suspended"), "suspended": ("active", "pending")}


@dataclass(frozen=True)
class Mutant:
    """A file of rules that differs in one thing.

    Attributes:
        name: where it differs and how: it stays what it is while lines move.
        line: of the file.
        text: the whole file.
        blocks: the match blocks where it can be felt; empty for everywhere.
    """

    name: str
    line: int
    text: str
    blocks: frozenset[str]


def mutants(text: str) -> list[Mutant]:
    """Return all mutants of a file; no two are the same text."""
    felt = _felt(text)
    found: dict[str, Mutant] = {}
    counts: dict[str, int] = {}
    for where, start, end, new in _changes(text):
        changed = text[:start] + new + text[end:]
        if changed == text or changed in found:
            continue
        name = f"{where}: {_told(text[start:end], new)}"
        counts[name] = counts.get(name, 0) + 1
        if counts[name] > 1:
            name = f"{name} ({counts[name]})"
        line = text.count("\n", 0, start) + 1
        found[changed] = Mutant(name, line, changed, felt.get(where, frozenset()))
    return list(found.values())


def _felt(text: str) -> dict[str, frozenset[str]]:
    """Return for each place of statements the match blocks that come to it, by way of functions."""
    said: dict[str, str] = {}
    for each in statements(text):
        said[each.where] = said.get(each.where, "") + text[each.start : each.end] + "\n"
    felt = {where: {where.partition(" ")[0]} if where.startswith("/") else set() for where in said}
    for _ in felt:  # as long a way as there are places
        for where, body in said.items():
            for called in felt:
                name = called.rpartition(" ")[2].removesuffix("()")
                if called.endswith("()") and re.search(rf"\b{name}\(", body):
                    felt[called] |= felt[where]
    return {where: frozenset(blocks) for where, blocks in felt.items()}


def _changes(text: str) -> Iterator[tuple[str, int, int, str]]:
    for statement in statements(text):
        for start, end, new in _of_statement(text, statement):
            yield statement.where, start, end, new
    for start, end in paths(text):
        path = text[start:end]
        for hit in re.finditer(r"\{(\w+)\}", path):
            yield "paths", start, end, f"{path[: hit.start()]}{{{hit[1]}=**}}{path[hit.end() :]}"
        for hit in re.finditer(r"(?<=/)\w+", path):
            yield "paths", start, end, f"{path[: hit.start()]}{{any}}{path[hit.end() :]}"


def _of_statement(text: str, statement: Statement) -> Iterator[tuple[int, int, str]]:
    condition = statement.condition
    if statement.verbs:
        yield statement.start, statement.end, ""
        yield from _verbs(text, *statement.verbs)
    boolean = statement.verbs or condition.kind != "term" or text[condition.start] == "("
    if boolean or statement.where.endswith("()"):
        for value in ("true", "false"):
            yield condition.start, condition.end, value
    for node in condition.walk():
        yield from _of_node(text, node)
    yield from _literals(text, condition)


def _verbs(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    verbs = [each.strip() for each in text[start:end].split(",")]
    for number, verb in enumerate(verbs):
        others = verbs[:number] + verbs[number + 1 :]
        if others:
            yield start, end, ", ".join(others)
        for other in _VERBS[verb]:
            yield start, end, ", ".join([*others, other])


def _of_node(text: str, node: Node) -> Iterator[tuple[int, int, str]]:
    """Yield a part taken away, turned round, or joined otherwise."""
    said = text[node.start : node.end]
    if node.kind in {"and", "or"}:
        yield from _of_chain(text, node)
    elif node.kind == "not":
        yield node.start, node.end, text[node.parts[0].start : node.parts[0].end]
    elif node.kind == "compare":
        ((start, end),) = node.joints
        for new in _OPERATORS.get(text[start:end], ()):
            yield start, end, new
        if text[start:end] == "in":
            yield node.start, node.end, f"!({said})"
    elif said.startswith("[") and len(node.parts) > 1:
        for part in node.parts:
            rest = [text[p.start : p.end] for p in node.parts if p is not part]
            yield node.start, node.end, f"[{', '.join(rest)}]"


def _of_chain(text: str, node: Node) -> Iterator[tuple[int, int, str]]:
    """Yield each part taken away with its operator, turned round, and each operator changed."""
    other = "||" if node.kind == "and" else "&&"
    for part, after in zip(node.parts, node.parts[1:], strict=False):
        yield part.start, after.start, ""
    yield node.parts[-2].end, node.end, ""
    for part in node.parts:
        yield part.start, part.end, f"!({text[part.start : part.end]})"
    for start, end in node.joints:
        yield start, end, other


def _literals(text: str, condition: Node) -> Iterator[tuple[int, int, str]]:
    """Yield words and quoted text for others of their kind."""
    said = blank(text)[condition.start : condition.end]
    quoted = [m.span() for m in re.finditer(r"'(?:[^'\\]|\\.)*'", said)]
    for start, end in quoted:
        for new in _quoted(said[start + 1 : end - 1], said[max(0, start - 9) : start]):
            yield condition.start + start, condition.start + end, f"'{new}'"
    for hit in re.finditer(r",\s*(null|''|false)\)", said):
        for new in ("null", "''", "false", "true"):
            yield condition.start + hit.start(1), condition.start + hit.end(1), new
    for start, end, new in _words(said):
        if not any(first < start < last for first, last in quoted):
            yield condition.start + start, condition.start + end, new


def _words(said: str) -> Iterator[tuple[int, int, str]]:
    for word, others in _WORDS.items():
        for hit in re.finditer(rf"(?<!\w){word}\b", said):
            for new in others:
                yield *hit.span(), new
    for hit in re.finditer(r"\.lower\(\)", said):
        yield *hit.span(), ""


def _quoted(said: str, before: str) -> Iterator[str]:
    if before.endswith("matches("):
        yield ".*"
        yield said.removeprefix("^")
        yield said.removesuffix("$")
        for hit in re.finditer(r"\{(\d+),(\d+)\}", said):
            low, high = int(hit[1]), int(hit[2])
            for one, two in ((low - 1, high), (low + 1, high), (low, high - 1), (low, high + 1)):
                yield f"{said[: hit.start()]}{{{one},{two}}}{said[hit.end() :]}"
        return
    if said in _ROLES:
        yield from (each for each in _ROLES if each != said)
    yield from _STATUS.get(said, ())


def _told(old: str, new: str) -> str:
    """Say a change in a line; of what is long, both ends."""
    return " -> ".join(_in_short(each) or "nothing" for each in (old, new))


def _in_short(text: str) -> str:
    line = re.sub(r"\s+", " ", blank(text)).strip()
    return line if len(line) <= 2 * _LONG else f"{line[:_LONG]} … {line[-_LONG:]}"
