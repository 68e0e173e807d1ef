"""What holds for the deployment as a whole: names, what loads, indexes and the data map."""

from __future__ import annotations

import ast
import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from fideslang.default_taxonomy import DEFAULT_TAXONOMY

from core.callables import Spec
from core.lists import ClientList
from core.queries import Query, Total
from core.router import Router
from tests.support.sources import FUNCTIONS, ROOT, SOURCES, shown, tree
from tools.docs.surface import load

SURFACE = load()


# --- names ---------------------------------------------------------------------------------------


def serving() -> tuple[Router, ...]:
    import main

    return main.CALLABLES


def set_off() -> dict[str, tuple[str, ...]]:
    import main

    return main.EVENTS


#: Each callable: the function that serves it, the module that defines it, its handler.
CALLABLES = [
    (router.function, module, name)
    for router in serving()
    for module, names in router.modules.items()
    for name in names
]
EVENTS = {(module, name) for module, names in set_off().items() for name in names}


def test_main_names_everything_once():
    functions = [router.function for router in serving()] + [name for _, name in EVENTS]
    assert len(functions) == len(set(functions))
    wire = [f"{function}/{name}" for function, _, name in CALLABLES]
    assert len(wire) == len(set(wire))
    assert set(wire) == set(Spec.registry)


def all_endpoints() -> list[Path]:
    """Return the modules that what enters comes in by: calls, events, tasks and schedules."""
    modules = {module for module, _, _ in decorated()}
    return [path for path in SOURCES if module_of(path) in modules]


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(FUNCTIONS).with_suffix("").parts)


def decorated() -> set[tuple[str, str, bool]]:
    """Return (module, name, whether it is a callable) of all that is deployed somehow."""
    found = set()
    for path in SOURCES:
        for node in tree(path).body:
            if isinstance(node, ast.FunctionDef) and (marks := node.decorator_list):
                text = " ".join(map(ast.unparse, marks))
                if "callable_function" in text or "_fn.on_" in text:
                    found.add((module_of(path), node.name, "callable_function" in text))
    return found


def test_main_deploys_what_is_defined():
    assert {(m, n) for m, n, called in decorated() if called} == {(m, n) for _, m, n in CALLABLES}
    assert {(m, n) for m, n, called in decorated() if not called} == EVENTS


def test_a_module_defines_callables_or_what_events_set_off():
    """Discovery imports the one kind and not the other."""
    assert not {module for _, module, _ in CALLABLES} & {module for module, _ in EVENTS}


@pytest.mark.parametrize("callable_", CALLABLES, ids=lambda c: f"{c[0]}/{c[2]}")
def test_a_callable_is_its_package_and_verb_noun(callable_):
    """What needs the gateway's key is a function of its own."""
    function, module, name = callable_
    package = module.partition(".")[0]
    keyed = {"wallet.payments.endpoints", "wallet.payouts.endpoints.sending"}
    assert function == ("payments" if module in keyed else package)
    assert re.fullmatch(r"[a-z]+(_[a-z]+)+", name)


@pytest.mark.parametrize("event", sorted(EVENTS), ids=lambda event: event[1])
def test_what_an_event_sets_off_begins_with_its_package(event):
    """Task queues and schedules may be one word: Cloud Tasks takes no underscore."""
    import main

    module, name = event
    assert name.startswith(f"{module.partition('.')[0]}_") or "_" not in name
    assert getattr(main, name).__name__ == name


#: Files in which an old name may stand: what was is history.
_HISTORY = ("CHANGELOG.md", "docs/decisions/")
_TEXTS = {
    ".py",
    ".md",
    ".mjs",
    ".cjs",
    ".json",
    ".j2",
    ".rules",
    ".toml",
    ".txt",
    ".in",
    ".html",
    "",
}


def texts() -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each file that is kept under version control."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True)
    for name in listed.stdout.decode().split("\0"):
        path = ROOT / name
        if path.is_file() and path.suffix in _TEXTS and not name.startswith(_HISTORY):
            yield name, path.read_text(encoding="utf-8")


def test_no_callable_goes_by_an_old_name():
    """Before, each was a function: `<package>_<verb>_<noun>`, or `<package>_<verb>` alone.

    Nor does anything look for how such a name begins.
    """
    packages = [(module.partition(".")[0], name) for _, module, name in CALLABLES]
    old = {f"{package}_{name}" for package, name in packages}
    old |= {f"{package}_{name.partition('_')[0]}" for package, name in packages}
    old |= {f"{name}_" for name in old} | {f"{package}_" for package, _ in packages}
    old.remove("privacy_request")  # a stored request about one's data
    assert {"_".join(words) for words in (("scans", "open_case"), ("accounts", "approve"))} <= old
    words = {name: set(re.findall(r"[A-Za-z0-9_]+", text)) for name, text in texts()}
    # A generated module of Python is called so: nothing that is deployed.
    words["docs/apps/other-languages.md"].remove("_".join(("scans", "open_case")))
    assert {name: found for name in words if (found := words[name] & old)} == {}


def test_every_name_on_the_wire_is_that_of_a_callable():
    """Services name the callable for its idempotency keys."""
    functions = "|".join(router.function for router in serving())
    wire = re.compile(rf"(?:{functions})/[a-z]+_[a-z_]+")
    named = {
        node.value
        for path in SOURCES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and wire.fullmatch(node.value)
    }
    assert "scans/open_case" in named
    assert named <= set(Spec.registry)


def test_endpoints_hold_no_logic():
    """At most 35 lines each: parse, authorise, one service call."""
    for path in all_endpoints():
        for node in tree(path).body:
            if isinstance(node, ast.FunctionDef):
                lines = (node.end_lineno or 0) - node.lineno
                assert lines <= 35, f"{shown(path)}: {node.name} has {lines} lines"


# --- Firestore -----------------------------------------------------------------------------------

#: Methods that build or run queries; `collection()` without arguments is Document's own, and what
#: a `unit` reads is counted.
_QUERYING = frozenset(
    {"where", "stream", "order_by", "start_after", "collection_group", "get_all", "on_snapshot"}
)


def querying(path: Path) -> list[str]:
    return [
        f"{shown(path)}:{node.lineno} .{node.func.attr}("
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and not (isinstance(node.func.value, ast.Name) and node.func.value.id in {"np", "unit"})
        and (
            node.func.attr in _QUERYING
            or (node.func.attr in {"collection", "document"} and (node.args or node.keywords))
        )
    ]


_STORES = {
    "core/attempts.py",
    "core/contention.py",
    "core/reading.py",
    "core/store.py",
    "core/units.py",
}


def test_only_the_store_queries():
    """Any other query would escape the check of its index, and the tally of reads."""
    assert [line for path in SOURCES if shown(path) not in _STORES for line in querying(path)] == []
    assert len(querying(FUNCTIONS / "core" / "reading.py")) > 5


def test_the_indexes_are_those_that_the_queries_need():
    held = json.loads((ROOT / "firestore.indexes.json").read_text(encoding="utf-8"))["indexes"]
    asked = (*Query.registry, *Total.registry, *ClientList.registry)
    needed = [index for query in asked if (index := query.index()) is not None]

    def canonical(indexes: list[dict[str, object]]) -> list[str]:
        return sorted({json.dumps(index, sort_keys=True) for index in indexes})

    assert canonical(held) == canonical(needed)
    assert len(held) == len(canonical(held)), "an index is listed twice"


def test_no_query_is_declared_twice():
    """Who asks what another module asks imports it: one declaration, and one place to change."""
    assert {q for q, times in Counter(Query.registry).items() if times > 1} == set()


def test_queries_ask_for_fields_that_are_stored():
    for query in Query.registry:
        fields = {name for name, _ in query.model.declarations()}
        stored = fields | set(query.model.model_fields) | {"__name__"}
        asked = {name for name, _ in (*query.where, *query.order)}
        assert {n if n in stored else n.split(".")[0] for n in asked} <= stored, query
    for total in Total.registry:
        assert total.field in {name for name, _ in total.query.model.declarations()}


def test_claims_are_written_in_one_place():
    writers = {
        shown(path)
        for path in SOURCES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and node.attr == "set_custom_user_claims"
    }
    assert writers == {"accounts/identity.py"}


# --- the data map --------------------------------------------------------------------------------

CATEGORIES = {category.fides_key for category in DEFAULT_TAXONOMY.data_category}
USES = {use.fides_key for use in DEFAULT_TAXONOMY.data_use}
FIELDS = [
    pytest.param(model, declared, id=f"{model.path}:{name}")
    for model in SURFACE.documents
    for name, declared in model.declarations()
]


@pytest.mark.parametrize(("model", "declared"), FIELDS)
def test_every_stored_field_is_declared(model, declared):
    assert declared is not None, "say what it is: annotate the field with `held(...)`"
    assert declared.category in CATEGORIES
    assert declared.use in USES
    assert declared.seen_by >= model.readers, "the rules let read it who may not see it"


def test_every_collection_has_one_model():
    paths = [model.path for model in SURFACE.documents]
    assert len(paths) == len(set(paths))
    assert {"users/{uid}", "cases/{case_id}", "audit/{entry_id}"} <= set(paths)


# --- documentation of the code -------------------------------------------------------------------


def test_everything_public_says_what_it_is():
    for path in SOURCES:
        assert ast.get_docstring(tree(path)), shown(path)
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                assert ast.get_docstring(node), f"{shown(path)}: {node.name}"
