"""Reads rules far enough to change them: statements, and the conditions in them as trees."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

_TOKEN = re.compile(
    r"""\s*(?:
        (?P<string>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
      | (?P<path>/(?:[\w/]|\$?\([^()]*\))+)
      | (?P<op>&&|\|\||==|!=|<=|>=|[<>!()\[\].,])
      | (?P<word>\w+)
    )""",
    re.VERBOSE,
)
_STATEMENT = re.compile(
    r"match\s+(?P<match>\S+)\s*\{|function\s+(?P<function>\w+)\([^)]*\)\s*\{|(?P<open>\{)|(?P<close>\})"
    r"|allow\s+(?P<verbs>[\w, ]+?)\s*:\s*if\s+(?P<condition>[^;]+);"
    r"|(?:return|let\s+\w+\s*=)\s+(?P<value>[^;]+);"
)
_COMPARED = {"==", "!=", "<", "<=", ">", ">=", "in", "is"}


@dataclass
class Node:
    """A part of a condition.

    Attributes:
        kind: `or`, `and`, `not`, `compare` or `term`.
        start: where it begins in the file.
        end: where it ends.
        parts: what it is made of.
        joints: where its operators are: of `a && b && c` two.
    """

    kind: str
    start: int
    end: int
    parts: list[Node] = field(default_factory=list)
    joints: list[tuple[int, int]] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        """Yield it and all below it."""
        yield self
        for part in self.parts:
            yield from part.walk()


@dataclass(frozen=True)
class Statement:
    """An `allow`, a `return` or a `let`.

    Attributes:
        where: the path of its match block, or the function's name within that.
        start: where it begins in the file.
        end: where it ends, semicolon included.
        verbs: where an `allow` has what it allows; empty for others.
        condition: what it says.
    """

    where: str
    start: int
    end: int
    verbs: tuple[int, int] | None
    condition: Node


def blank(text: str) -> str:
    """Return rules with their comments made spaces, so that everything stays where it is."""
    return re.sub(r"//[^\n]*", lambda found: " " * len(found.group()), text)


def statements(text: str) -> list[Statement]:
    """Return everything that decides something, in order."""
    bare, found, blocks = _without_strings(blank(text)), list[Statement](), list[str]()
    at = 0
    while (hit := _STATEMENT.search(bare, at)) is not None:
        at = hit.end()
        if hit["match"] or hit["function"] or hit["open"]:
            name = hit["match"] or (f" {hit['function']}()" if hit["function"] else "")
            blocks.append(name)
        elif hit["close"]:
            blocks.pop()
        else:
            part = "condition" if hit["condition"] else "value"
            condition = _Reader(blank(text), *hit.span(part)).read()
            verbs = hit.span("verbs") if hit["verbs"] else None
            found.append(Statement(_where(blocks), hit.start(), hit.end(), verbs, condition))
    return found


def paths(text: str) -> list[tuple[int, int]]:
    """Return where the paths of the match blocks are."""
    return [m.span(1) for m in re.finditer(r"match\s+(\S+)\s*\{", blank(text))][1:]


def _where(blocks: list[str]) -> str:
    root = next((each for each in blocks if each.startswith("/")), "")
    return "".join(blocks).removeprefix(root).strip() or "everywhere"


def _without_strings(text: str) -> str:
    """Make what is quoted harmless to the search for braces and semicolons."""
    quoted = r"""'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*\""""
    return re.sub(quoted, lambda found: "_" * len(found.group()), text)


class _Reader:
    """Reads one condition."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._tokens: list[tuple[str, int, int]] = []
        at = start
        while at < end and (hit := _TOKEN.match(text, at, end)) is not None:
            at = hit.end()
            kind = hit.lastgroup or ""
            self._tokens.append((hit[kind], *hit.span(kind)))
        if text[at:end].strip():
            raise ValueError(f"these rules are not understood: {text[at:end][:60]!r}")
        self._at = 0

    def read(self) -> Node:
        found = self._either()
        if self._at != len(self._tokens):
            raise ValueError(f"these rules are not understood at {self._tokens[self._at]}")
        return found

    def _peek(self) -> str:
        return self._tokens[self._at][0] if self._at < len(self._tokens) else ""

    def _take(self) -> tuple[int, int]:
        self._at += 1
        return self._tokens[self._at - 1][1:]

    def _either(self) -> Node:
        return self._chain("or", "||", lambda: self._chain("and", "&&", self._not))

    def _chain(self, kind: str, operator: str, part: Callable[[], Node]) -> Node:
        parts, joints = [part()], []
        while self._peek() == operator:
            joints.append(self._take())
            parts.append(part())
        if len(parts) == 1:
            return parts[0]
        return Node(kind, parts[0].start, parts[-1].end, parts, joints)

    def _not(self) -> Node:
        if self._peek() != "!":
            return self._compared()
        start, _ = self._take()
        inner = self._not()
        return Node("not", start, inner.end, [inner])

    def _compared(self) -> Node:
        left = self._term()
        if self._peek() not in _COMPARED:
            return left
        joint = self._take()
        right = self._term()
        return Node("compare", left.start, right.end, [left, right], [joint])

    def _term(self) -> Node:
        """Read a name, a literal, a list or what is in brackets, and what is asked of it."""
        start, end = self._tokens[self._at][1:]
        parts: list[Node] = []
        if self._peek() in {"(", "["}:
            end = self._bracketed(parts)
        else:
            self._take()
        while self._peek() in {".", "(", "["}:
            if self._peek() == ".":
                self._take()
                _, end = self._take()
            else:
                end = self._bracketed(parts)
        return Node("term", start, end, parts)

    def _bracketed(self, parts: list[Node]) -> int:
        self._take()
        while self._peek() not in {")", "]"}:
            parts.append(self._either())
            if self._peek() == ",":
                self._take()
        return self._take()[1]
