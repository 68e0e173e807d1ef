"""Probes that write: every document, and of those that people write themselves every field."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from accounts.models import User
from messaging.models import Device, InboxItem
from tests.rules.probes import oracle
from tests.rules.probes.probe import NOW, Fields, Method, Principal, Probe
from tests.rules.probes.world import ProbedWorld, Standing
from tests.support import ids

#: What people write themselves, and a change of it that is in order.
_ORDINARY: dict[type, Fields] = {
    User: {"name": "Asha R", "updated_at": NOW},
    InboxItem: {"read_at": NOW},
    Device: {"token": "t" * 40, "updated_at": NOW},
}
_PAST = datetime(2026, 5, 5, tzinfo=UTC)
#: Values of every type, and names, tokens and platforms at the edges of what is taken.
_VALUES: tuple[Any, ...] = (
    None, True, 7, "", "x", "x" * 120, "x" * 121, "t" * 1000, "t" * 1001, "two words", " x", "x ",
    "a\nb", "\u202ex", "आशा राव", "ios", "windows", "~", "!", "\x7f", "admin", "active", "clinic",
    [], ["x"], {}, {"first": "x"}, NOW, _PAST, _PAST + timedelta(days=3650),
)  # fmt: skip
#: Who tries all of them; the others try so many each.
_THOROUGH = ("unregistered", "pending", "clinic member", "clinic member, suspended", "operator")
_SOME = 2
#: Of those who try to change somebody else's, so many for each document.
_OTHERS = 40
_DEVICES = ("d", "D-1_x", "d" * 64, "d" * 65, "a.b", "a b", "ü", "a~b", "1")


def writes(world: ProbedWorld) -> Iterator[Probe]:
    """Yield everybody making, changing and deleting each document, as it is and for themselves."""
    names = {who.uid for who in world.people if who.uid}
    for who in world.people:
        for each in world.standing:
            if each.named in names and each.named != who.uid:
                continue
            beside = (*each.at[:-1], ids.document_id())
            yield _write(who, each, beside, None, each.fields, f"another {each.what}")
            changed = {**each.fields, "undeclared": 1}
            yield _write(who, each, each.at, each.fields, changed, f"{each.what}, one field more")
            yield _write(who, each, each.at, each.fields, None, each.what)


def own_fields(world: ProbedWorld, seed: int) -> Iterator[Probe]:
    """Yield changes of every field of what people write themselves, by themselves.

    Some people try all values, each of the others some.
    """
    draw = Random(seed)
    people = {who.uid: who for who in world.people if who.uid}
    for each in world.standing:
        if each.model in _ORDINARY and each.named in people:
            who = people[each.named]
            yield from _tampered(who, each, None if who.name in _THOROUGH else draw)
    yield from _read_before(world)


def others_fields(world: ProbedWorld, seed: int) -> Iterator[Probe]:
    """Yield people changing in order what is somebody else's; a draw of them, for each theirs."""
    draw = Random(seed)
    theirs = [each for each in world.standing if each.model in _ORDINARY and each.named]
    for each in theirs:
        for who in draw.sample(world.people, min(_OTHERS, len(world.people))):
            if each.named != who.uid:
                changed = {**each.fields, **_ORDINARY[each.model]}
                yield _write(who, each, each.at, each.fields, changed, f"{each.what}, in order")


def _tampered(who: Principal, each: Standing, draw: Random | None) -> Iterator[Probe]:
    def values() -> Sequence[Any]:
        return draw.sample(_VALUES, _SOME) if draw else _VALUES

    held, ordinary = each.fields, _ORDINARY[each.model]
    yield _write(who, each, each.at, held, {**held, **ordinary}, f"{each.what}, in order")
    yield _write(who, each, each.at, held, held, f"{each.what}, unchanged")
    for name in sorted({*held, *ordinary, "undeclared"}):
        for value in (*values(), *([held[name]] if name in held else [])):
            about = f"{each.what}, {name} = {str(value)[:20]!r}"
            yield _write(who, each, each.at, held, {**held, name: value}, about)
            together = {**held, **ordinary, name: value}
            yield _write(who, each, each.at, held, together, f"{about} beside what is in order")
        gone = {n: v for n, v in {**held, **ordinary}.items() if n != name}
        yield _write(who, each, each.at, held, gone, f"{each.what}, without {name}")
    if each.model is Device:
        yield from _devices(who, each, values)


def _devices(
    who: Principal, each: Standing, values: Callable[[], Sequence[Any]]
) -> Iterator[Probe]:
    new = {"token": "t" * 40, "platform": "web", "created_at": NOW, "updated_at": NOW}
    for name in (*new, "undeclared"):
        for value in values():
            about = f"new device, {name} = {str(value)[:20]!r}"
            at = (each.at[0], ids.document_id())
            yield _write(who, each, at, None, {**new, name: value}, about)
        less = {n: v for n, v in new.items() if n != name}
        yield _write(who, each, (each.at[0], ids.document_id()), None, less, f"new, no {name}")
    for device in _DEVICES:
        at = (each.at[0], device)
        yield _write(who, each, at, None, new, f"new device called {device!r}")
        renewed = {**each.fields, "updated_at": NOW, "token": "t"}
        yield _write(who, each, at, each.fields, renewed, f"device called {device!r}, renewed")


def _read_before(world: ProbedWorld) -> Iterator[Probe]:
    """Yield read marks set once more, and taken away."""
    for each in world.standing:
        if each.model is InboxItem:
            before = {**each.fields, "read_at": _PAST}
            for who in world.people:
                if who.uid == each.named:
                    for value in (NOW, None, _PAST + timedelta(days=1)):
                        after = {**before, "read_at": value}
                        yield _write(who, each, each.at, before, after, "read before")


def _write(
    who: Principal,
    each: Standing,
    at: tuple[str, ...],
    before: Fields | None,
    after: Fields | None,
    about: str,
) -> Probe:
    method: Method = "create" if before is None else "delete" if after is None else "update"
    may = oracle.writes(who, each.model, at, before, after)
    path = each.model.path_for(*at)
    return Probe(who, method, path, about, may, before=before, after=after)
