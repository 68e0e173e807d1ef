"""Compares what a service holds with what is wanted of it, and says what differs and where.

What is wanted is a part of what is held: fields that it does not name are the project's own affair.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


class Wanted:
    """A wish that no plain value says."""

    def met(self, held: object) -> bool:
        """Return whether what is held is as wanted."""
        raise NotImplementedError

    def example(self) -> Any:  # noqa: ANN401
        """Return a value that is as wanted."""
        raise NotImplementedError


@dataclass(frozen=True)
class Exactly(Wanted):
    """One value and nothing beside it, where more would do harm."""

    value: Any

    def met(self, held: object) -> bool:
        """Return whether it is the value."""
        return bool(held == self.value)

    def example(self) -> Any:  # noqa: ANN401
        """Return the value."""
        return self.value

    def __str__(self) -> str:
        return _shown(self.value)


@dataclass(frozen=True)
class AtLeast(Wanted):
    """A whole number that is not smaller; -1 is no limit, as Service Usage has it."""

    least: int

    def met(self, held: object) -> bool:
        """Return whether it is large enough; int64 comes as text."""
        text = str(held)
        return text == "-1" or (text.isdecimal() and int(text) >= self.least)

    def example(self) -> Any:  # noqa: ANN401
        """Return the least."""
        return str(self.least)

    def __str__(self) -> str:
        return f"at least {self.least}"


@dataclass(frozen=True)
class SameText(Wanted):
    """The text of a file, which is named and not printed."""

    file: str
    text: str

    def met(self, held: object) -> bool:
        """Return whether it is the text."""
        return held == self.text

    def example(self) -> Any:  # noqa: ANN401
        """Return the text."""
        return self.text

    def __str__(self) -> str:
        return f"that of {self.file}"


@dataclass(frozen=True)
class Chosen(Wanted):
    """Something that a person chooses; only that there is something can be told."""

    what: str
    sample: Any

    def met(self, held: object) -> bool:
        """Return whether there is something."""
        return bool(held)

    def example(self) -> Any:  # noqa: ANN401
        """Return the sample."""
        return self.sample

    def __str__(self) -> str:
        return self.what


@dataclass(frozen=True)
class Without(Wanted):
    """A list that has some values and lacks others."""

    has: tuple[str, ...]
    lacks: tuple[str, ...]

    def met(self, held: object) -> bool:
        """Return whether both hold."""
        values = set(held) if isinstance(held, list) else set()
        return values >= set(self.has) and not values & set(self.lacks)

    def example(self) -> Any:  # noqa: ANN401
        """Return what it has."""
        return list(self.has)

    def __str__(self) -> str:
        return f"{_shown(list(self.has))}, without {_shown(list(self.lacks))}"


@dataclass(frozen=True)
class IndexFields(Wanted):
    """The fields of an index, in order. Firestore adds the document's name by itself."""

    fields: tuple[tuple[str, str], ...]

    def met(self, held: object) -> bool:
        """Return whether these are the fields, whatever was added behind them."""
        if not isinstance(held, list):
            return False
        found = [(f.get("fieldPath"), f.get("order") or f.get("arrayConfig")) for f in held]
        if found and found[-1][0] == "__name__" and len(found) > len(self.fields):
            found.pop()
        return found == list(self.fields)

    def example(self) -> Any:  # noqa: ANN401
        """Return them as Firestore lists them."""
        kinds = {"CONTAINS": "arrayConfig"}
        return [{"fieldPath": p, kinds.get(k, "order"): k} for p, k in self.fields] + [
            {"fieldPath": "__name__", "order": "ASCENDING"}
        ]

    def __str__(self) -> str:
        return ", ".join(f"{path} {kind.lower()}" for path, kind in self.fields)


@dataclass(frozen=True)
class Named(Wanted):
    """The name of a resource by its end: services write projects by id or by number."""

    end: str

    def met(self, held: object) -> bool:
        """Return whether it ends so."""
        return str(held).endswith(self.end)

    def example(self) -> Any:  # noqa: ANN401
        """Return such a name."""
        return f"projects/any{self.end}"

    def __str__(self) -> str:
        return f"…{self.end}"


@dataclass(frozen=True)
class Part(Wanted):
    """The name of a resource by a part of it: its id is the service's to give."""

    part: str

    def met(self, held: object) -> bool:
        """Return whether it has the part."""
        return self.part in str(held)

    def example(self) -> Any:  # noqa: ANN401
        """Return such a name."""
        return f"projects/any{self.part}CICAgOi3kJAK"

    def __str__(self) -> str:
        return f"…{self.part}…"


@dataclass(frozen=True)
class Lacks(Wanted):
    """A list that has nothing of a kind: what would do harm if it were there."""

    kind: Json

    def met(self, held: object) -> bool:
        """Return whether no member is of the kind."""
        members = held if isinstance(held, list) else []
        return not any(matches(self.kind, each) for each in members)

    def example(self) -> Any:  # noqa: ANN401
        """Return an empty list."""
        return []

    def __str__(self) -> str:
        return f"without {_shown(self.kind)}"


@dataclass(frozen=True)
class OnlyNamed(Wanted):
    """Members whose names all end as one of some: any other would do harm.

    Attributes:
        ends: how they end.
        besides: what is in the names of others that are of no concern.
    """

    ends: tuple[str, ...]
    besides: str = ""

    def met(self, held: object) -> bool:
        """Return whether there is no other."""
        members = held if isinstance(held, list) else []
        names = [str(each.get("name")) for each in members]
        return all(
            name.endswith(self.ends) or (self.besides and self.besides in name) for name in names
        )

    def example(self) -> Any:  # noqa: ANN401
        """Return an empty list."""
        return []

    def __str__(self) -> str:
        return f"none but {_shown(list(self.ends))}"


def differences(wanted: object, held: object, where: str = "") -> Iterator[str]:
    """Yield what differs, a line each. `None` is wanted of what must not be there.

    Of a list every wanted element has to be among the held ones, in any order.
    """
    if isinstance(wanted, dict) and (held is None or isinstance(held, dict)):
        # A message that says nothing is left out of an answer as well as one that is off.
        for name, value in wanted.items():
            below = f"{where}.{name}" if where else name
            yield from differences(value, (held or {}).get(name), below)
    elif isinstance(wanted, list) and isinstance(held, list):
        for each in wanted:
            if not any(matches(each, other) for other in held):
                yield f"{where or 'it'} lacks {_shown(each)}"
    elif not matches(wanted, held):
        yield f"{where or 'it'} is {_shown(held)}, not {_shown(wanted)}"


def matches(wanted: object, held: object) -> bool:
    """Return whether what is held is as wanted."""
    if isinstance(wanted, Wanted):
        return wanted.met(held)
    if isinstance(wanted, dict):
        return not any(differences(wanted, held))
    if isinstance(wanted, list):
        return isinstance(held, list) and not any(differences(wanted, held))
    # A field that is off is left out of an answer: absent, false, 0 and "" are one.
    return bool(held == wanted) or (not held and not wanted)


def example(wanted: object) -> Any:  # noqa: ANN401
    """Return a value that is as wanted: what a service would hold."""
    if isinstance(wanted, Wanted):
        return wanted.example()
    if isinstance(wanted, dict):
        return {name: example(value) for name, value in wanted.items() if value is not None}
    return [example(each) for each in wanted] if isinstance(wanted, list) else wanted


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {_shown(each)}" for name, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_shown, value)) + "]"
    return "absent" if value is None else str(value)
