"""Probes that read: documents that are there and that are not, and lists of every form."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from core.documents import Document
from tests.rules.probes import oracle
from tests.rules.probes.oracle import WHOSE
from tests.rules.probes.probe import Fields, Filter, Method, Principal, Probe
from tests.rules.probes.world import ProbedWorld, Standing
from tests.support import ids
from tests.support.registry import models

_ROOTS = ("settings", "admins", "User", "userss", "_private")
_METHODS: tuple[Method, ...] = ("list", "create", "update", "delete")
#: Of documents that name somebody else, of each kind, so many are asked for.
_OTHERS = 1
#: Of lists that are refused, so many are asked; of those that are answered, all.
_SHARE = 0.15


def gets(world: ProbedWorld, seed: int) -> Iterator[Probe]:
    """Yield everybody asking for their own, all of the organisations, and some of the others'."""
    draw = Random(seed)
    names = {who.uid for who in world.people if who.uid}
    shared = [each for each in world.standing if each.named not in names]
    personal: dict[str, list[Standing]] = {}
    for each in world.standing:
        if each.named in names:
            personal.setdefault(each.what.partition(" of ")[0], []).append(each)
    for who in world.people:
        own = [each for each in world.standing if who.uid and each.named == who.uid]
        others = [each for kind in personal.values() for each in draw.sample(kind, _OTHERS)]
        for each in dict.fromkeys((*shared, *own, *others)):
            yield _get(who, each.model, each.at, each.fields, each.what)
            if draw.random() < _SHARE or each.named == who.uid or each.at[0] in {org(who), who.uid}:
                yield _list_one(who, each)
        yield from _missing(world, who)


def org(who: Principal) -> str:
    """The organisation that the account is of, or else the token."""
    return who.org or str(who.claims.get("org") or "")


def _list_one(who: Principal, each: Standing) -> Probe:
    may = oracle.lists_one(who, each.model, each.at, each.fields)
    return Probe(who, "list", each.path, f"{each.what}, by its id", may, before=each.fields)


def _get(
    who: Principal, model: type[Document], at: tuple[str, ...], held: Fields | None, what: str
) -> Probe:
    may = oracle.reads(who, model, at, held)
    return Probe(who, "get", model.path_for(*at), what, may, before=held)


def _missing(world: ProbedWorld, who: Principal) -> Iterator[Probe]:
    """Yield what is not there: of an id in the path alone does it follow whose it would be."""
    uid = who.uid or ids.uid()
    for model in models():
        braces = model.path.count("{")
        for first in (uid, world.tenants.clinic, world.tenants.lab, ids.document_id()):
            at = (first, *(ids.document_id() for _ in range(braces - 1)))
            if model.path_for(*at) not in world.stored:
                yield _get(who, model, at, None, f"{model.__name__} that is not there")


def lists(world: ProbedWorld, seed: int) -> Iterator[Probe]:
    """Yield everybody listing below the parents of a document, of each kind and tenants."""
    draw = Random(seed)
    names = {who.uid for who in world.people if who.uid}
    shared = [e for e in world.standing if e.named not in names and not e.nobodys]
    for who in world.people:
        own = [each for each in world.standing if who.uid and each.named == who.uid]
        asked: dict[tuple[object, ...], Probe] = {}
        for each in (*shared, *own):
            collection = each.path.rpartition("/")[0]
            for filters, about in _filters(world, who, each, draw):
                key = (collection, repr(filters))
                if key not in asked:
                    counted = len(asked) % 3 == 1
                    asked[key] = _list(who, each, filters, f"{each.what}, {about}", counted=counted)
        for probe in asked.values():
            if probe.allowed or draw.random() < _SHARE:
                yield probe


def _list(
    who: Principal, each: Standing, filters: tuple[Filter, ...], about: str, *, counted: bool
) -> Probe:
    parents = each.at[:-1]
    collection = each.path.rpartition("/")[0]
    may = oracle.lists(who, each.model, parents, filters)
    return Probe(who, "list", collection, about, may, filters=filters, counted=counted)


def _filters(
    world: ProbedWorld, who: Principal, each: Standing, draw: Random
) -> Iterator[tuple[tuple[Filter, ...], str]]:
    """Yield what a list may be filtered by: what is the reader's, the document's, and anybody's."""
    yield (), "all"
    by = {n for n in WHOSE.get(each.model.path, {}).values() if not n.startswith("{")}
    for name in sorted(by or {next(iter(each.fields))}):
        its = each.fields.get(name)
        said = (its, who.org, who.claims.get("org"), who.uid, who.email.lower())
        values = {each for each in said if isinstance(each, str) and each}
        for value in sorted(values):
            yield ((name, "EQUAL", value),), f"{name} that"
            yield ((name, "IN", [value]),), f"{name} among one"
        mine = draw.choice(sorted(values)) if values else ids.document_id()
        beside = world.others.clinic if mine != world.others.clinic else world.tenants.clinic
        yield ((name, "IN", [mine, beside]),), f"{name} among one's own and another's"
        for op in ("NOT_EQUAL", "GREATER_THAN_OR_EQUAL", "LESS_THAN_OR_EQUAL"):
            yield ((name, op, mine),), f"{name} {op}"
        yield ((name, "EQUAL", None),), f"{name} null"
        yield ((name, "EQUAL", ""),), f"{name} empty"
        yield (("undeclared", "EQUAL", mine),), "another field that"
        yield ((name, "EQUAL", mine), ("undeclared", "EQUAL", 1)), f"{name} and another field"


def groups(world: ProbedWorld) -> Iterator[Probe]:
    """Yield lists of every collection across parents: nobody may ask for one."""
    for who in world.people:
        for model in models():
            for filters in ((), (("clinic_id", "EQUAL", who.claims.get("org") or ""),)):
                about, counted = f"all {model.collection()} across parents", bool(filters)
                yield Probe(
                    who, "list", model.collection(), about, False,
                    filters=filters, group=True, counted=counted,
                )  # fmt: skip


def undeclared(world: ProbedWorld) -> Iterator[Probe]:
    """Yield reads and writes where no model is: at the root, below documents, and half declared."""
    below: dict[str, Standing] = {}
    for each in world.standing:
        below.setdefault(each.model.path, each)
    for who in world.people:
        own = [e.path for e in world.standing if who.uid and e.named == who.uid]
        documents = [*own, *(each.path for each in below.values()), f"users/{who.uid or 'x'}"]
        nested = [e.path for e in below.values() if e.path.count("/") > 1]
        half = {f"settings/{org(who) or 'x'}/{'/'.join(path.split('/')[2:-1])}" for path in nested}
        half |= {f"settings/{who.uid or 'x'}/{'/'.join(path.split('/')[2:-1])}" for path in nested}
        for above in (*_ROOTS, *sorted(half), *(f"{path}/undeclared" for path in documents)):
            yield from _nowhere(who, above)


def _nowhere(who: Principal, above: str) -> Iterator[Probe]:
    """Yield each method where whatever a rule may ask for is one's own."""
    uid, own = who.uid or "x", org(who)
    mine = dict.fromkeys(("clinic_id", "lab_id", "wallet_id", "org"), own)
    mine |= dict.fromkeys(("uid", "assignee", "operator", "holder"), uid)
    held = {**mine, "email": who.email.lower(), "open": True}
    for at in filter(None, dict.fromkeys((uid, own))):
        yield Probe(who, "get", f"{above}/{at}", "undeclared", False, before=held)
    for method in _METHODS:
        path = above if method == "list" else f"{above}/{uid}"
        before = None if method in {"list", "create"} else held
        after = held if method in {"create", "update"} else None
        yield Probe(who, method, path, "undeclared", False, before=before, after=after)
