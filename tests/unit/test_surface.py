"""What holds for the deployment as a whole: names, what loads, indexes and the data map."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from fideslang.default_taxonomy import DEFAULT_TAXONOMY

from core.callables import Spec
from core.queries import Query, Total
from tests.support.sources import FUNCTIONS, PACKAGES, ROOT, SOURCES, shown, tree
from tools.docs.surface import load

SURFACE = load()


# --- names ---------------------------------------------------------------------------------------


def deployed() -> dict[str, tuple[str, ...]]:
    import main

    return main.FUNCTIONS


def test_main_names_every_callable_and_nothing_else():
    named = [name for names in deployed().values() for name in names]
    assert len(named) == len(set(named))
    triggers = {trigger.name for package in SURFACE.packages for trigger in package.triggers}
    assert set(named) == set(Spec.registry) | triggers
    assert not set(Spec.registry) & triggers


def all_endpoints() -> list[Path]:
    return sorted([*FUNCTIONS.glob("*/endpoints.py"), *FUNCTIONS.glob("*/endpoints/*.py")])


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(FUNCTIONS).with_suffix("").parts)


def test_main_deploys_what_the_endpoints_define():
    defined = {
        (module_of(path), node.name)
        for path in all_endpoints()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef) and node.decorator_list
    }
    assert defined == {(module, name) for module, names in deployed().items() for name in names}


@pytest.mark.parametrize(
    ("package", "name"),
    [(module.partition(".")[0], name) for module, names in deployed().items() for name in names],
)
def test_a_name_begins_with_its_package(package, name):
    """Task queues are one word, for Cloud Tasks takes no underscore; callables never are."""
    import main

    assert name.startswith(f"{package}_") or name not in Spec.registry
    assert getattr(main, name).__name__ == name


def test_endpoints_hold_no_logic():
    """At most 35 lines each: parse, authorise, one service call."""
    for path in all_endpoints():
        for node in tree(path).body:
            if isinstance(node, ast.FunctionDef):
                lines = (node.end_lineno or 0) - node.lineno
                assert lines <= 35, f"{shown(path)}: {node.name} has {lines} lines"


# --- what an instance loads ----------------------------------------------------------------------

#: Imports main as an instance does, with the network closed; prints what was loaded.
_INSTANCE = """
import json, sys

def closed(event, arguments):
    if event in {"socket.connect", "socket.getaddrinfo", "socket.sendto", "socket.gethostbyname"}:
        raise AssertionError(f"{event} at import")
    if event == "open" and "credentials" in str(arguments[0]).rsplit("/", 1)[-1]:
        if str(arguments[0]).endswith(".json"):
            raise AssertionError("credentials read at import")

sys.addaudithook(closed)
import main
print(json.dumps([sorted(sys.modules), sorted(vars(main))]))
"""


@cache
def instance(target: str | None) -> tuple[frozenset[str], frozenset[str]]:
    """Return the modules that an instance of a function loads, and the names in its main."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": "/nonexistent",
        "PYTHONPATH": str(FUNCTIONS),
        "GOOGLE_APPLICATION_CREDENTIALS": "/nonexistent/credentials.json",
        "FIREBASE_CONFIG": json.dumps({"projectId": "demo-x", "storageBucket": "demo-x"}),
    } | ({"FUNCTION_TARGET": target} if target else {})
    done = subprocess.run(
        [sys.executable, "-c", _INSTANCE],
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    modules, names = json.loads(done.stdout)
    return frozenset(modules), frozenset(names)


def packages_in(modules: frozenset[str]) -> set[str]:
    return {module.split(".")[0] for module in modules} & set(PACKAGES)


HEAVY = {"numpy", "PIL", "fpdf", "google.cloud.storage", "google.cloud.firestore"}


@pytest.mark.parametrize(
    ("target", "loaded"),
    [
        ("accounts_list", {"core", "accounts", "messaging"}),
        ("labs_save_service", {"core", "labs", "scans"}),
        ("labs_get_receipt", {"core", "labs", "scans"}),
        ("support_show", {"core", "labs", "messaging", "scans", "support"}),
        ("scans_open_case", {"core", "scans", "wallet"}),
        ("messaging_set_preferences", {"core", "messaging"}),
        ("wallet_adjust", {"core", "wallet"}),
    ],
)
def test_an_instance_loads_its_function_and_what_that_uses(target, loaded):
    modules, names = instance(target)
    assert packages_in(modules) == loaded
    assert not HEAVY & modules
    assert names & {name for of_package in deployed().values() for name in of_package} == {target}


def test_the_rooms_of_other_packages_stay_shut():
    """Of other packages, a function of scans loads the service and what that needs, no more."""
    modules, _ = instance("scans_open_case")
    assert {name for name in modules if ".endpoints." in name} == {"scans.endpoints.cases"}
    assert "accounts.endpoints" not in modules
    assert {name for name in modules if name.startswith("wallet.")} == {
        "wallet.service",
        "wallet.errors",
    }


def test_discovery_loads_them_all():
    _, names = instance(None)
    assert names >= {name for names in deployed().values() for name in names}


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


_STORES = {"core/reading.py", "core/store.py", "core/contention.py"}


def test_only_the_store_queries():
    """Any other query would escape the check of its index, and the tally of reads."""
    assert [line for path in SOURCES if shown(path) not in _STORES for line in querying(path)] == []
    assert len(querying(FUNCTIONS / "core" / "reading.py")) > 5


def test_the_indexes_are_those_that_the_queries_need():
    held = json.loads((ROOT / "firestore.indexes.json").read_text(encoding="utf-8"))["indexes"]
    asked = (*Query.registry, *Total.registry)
    needed = [index for query in asked if (index := query.index()) is not None]

    def canonical(indexes: list[dict[str, object]]) -> list[str]:
        return sorted({json.dumps(index, sort_keys=True) for index in indexes})

    assert canonical(held) == canonical(needed)
    assert len(held) == len(canonical(held)), "an index is listed twice"


def test_queries_ask_for_fields_that_are_stored():
    for query in Query.registry:
        fields = {name for name, _ in query.model.declarations()}
        stored = fields | set(query.model.model_fields)
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
