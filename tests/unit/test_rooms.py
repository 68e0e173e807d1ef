"""What stands where: packages know each other one way, and each kind of class has its room."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator

import pytest

from core.callables import Spec
from tests.support.sources import FUNCTIONS, PACKAGES, SOURCES, imported, shown, tree
from tools.docs.surface import load

SURFACE = load()


# --- imports go one way --------------------------------------------------------------------------


def crossings() -> Iterator[tuple[str, str, str, str]]:
    """Yield (package, other package, module of the other, file) of all imports between ours."""
    for path in SOURCES:
        package = path.relative_to(FUNCTIONS).parts[0]
        for name in imported(path):
            other, _, module = name.partition(".")
            if other in PACKAGES and other != package:
                yield package, other, _module(module), shown(path)


def _module(dotted: str) -> str:
    """Leave out of `room.module.name`, or `module.name`, the name."""
    return dotted.rpartition(".")[0] or dotted


def allowed(package: str, other: str, module: str) -> bool:
    """Tell whether a package may import a module of another.

    Everybody uses core, which uses nobody. Other packages are used through their service alone;
    privacy, which sees every model, its states and the queries for it, is used by jobs alone, which
    keeps its promises.
    """
    if other == "core":
        return True
    if package == "core" or (other == "privacy" and package != "jobs"):
        return False
    parts = module.split(".")
    seen = bool({"models", "states", "queries"} & {*parts})
    return module == "service" or (package == "privacy" and seen)


def test_imports_go_one_way():
    found = {crossing for crossing in crossings() if not allowed(*crossing[:3])}
    assert not found


@pytest.mark.parametrize(
    ("crossing", "expected"),
    [
        (("accounts", "core", "store"), True),
        (("accounts", "messaging", "service"), True),
        (("accounts", "messaging", "models"), False),
        (("core", "accounts", "service"), False),
        (("labs", "privacy", "service"), False),
        (("privacy", "labs", "models"), True),
        (("privacy", "labs", "orders.models"), True),
        (("privacy", "labs", "orders.states"), True),
        (("privacy", "scans", "cases.queries"), True),
        (("privacy", "labs", "orders.placement"), False),
        (("labs", "scans", "cases.models"), False),
        (("labs", "scans", "cases.queries"), False),
        (("jobs", "privacy", "service"), True),
        (("jobs", "privacy", "holds.register"), False),
    ],
)
def test_the_rule_itself(crossing, expected):
    assert allowed(*crossing) is expected


def test_packages_import_each_other_in_no_circle():
    uses = {(package, other) for package, other, _, _ in crossings()}
    order: list[str] = []
    while left := [package for package in PACKAGES if package not in order]:
        free = [p for p in left if all(o in order for package, o in uses if package == p)]
        assert free, f"a circle among {left}"
        order += free
    assert order[0] == "core"


def test_main_imports_packages_by_target_alone():
    own = {name.split(".")[0] for name in imported(FUNCTIONS / "main.py")} & set(PACKAGES)
    assert own == {"core"}


# --- rooms ---------------------------------------------------------------------------------------

#: The rooms and modules of a package, floor by floor: each imports from the floors below its own.
FLOORS: dict[str, tuple[tuple[str, ...], ...]] = {
    "labs": (
        ("catalogue",),
        ("orders",),
        ("figures", "follow_ups", "links"),
        ("messages", "receipts"),
        ("service",),
    ),
    "privacy": (
        ("directory", "identity", "models"),
        ("audit", "breaches", "inventory"),
        ("corrections", "holds"),
        ("data_requests",),
        ("export", "inactivity"),
        ("access_reviews", "consents", "disclosures", "erasure"),
        ("retention",),
        ("service",),
    ),
    "scans": (
        ("declarations", "examples", "gate"),
        ("checks", "patients", "uploads"),
        ("archives", "consents"),
        ("cases",),
        ("pairs", "visits"),
        ("effects", "intake", "sharing"),
        ("service",),
    ),
    "wallet": (
        ("declarations", "examples"),
        ("ledger",),
        ("prices",),
        ("accounts", "invoices", "withholding"),
        ("payouts",),
        ("payments",),
        ("fees",),
        ("service",),
    ),
}
#: What modules of a room are called where they hold it: fixed, so that a room is read like another.
FIXED = frozenset({"endpoints", "requests", "models", "states", "errors", "triggers", "tasks"})


def home(module: str) -> tuple[str, str]:
    """Return the package and the room, or the module beside the rooms, that a name stands in."""
    package, room, *_ = (*module.split("."), "")
    return package, room


def climbing(package: str, floors: tuple[tuple[str, ...], ...]) -> set[tuple[str, str, str]]:
    """Return the imports within a package that lead to their own floor or up."""
    at = {room: number for number, floor in enumerate(floors) for room in floor}
    found = set()
    for path in SOURCES:
        own, room = home(".".join(path.relative_to(FUNCTIONS).with_suffix("").parts))
        if own != package or room == "__init__":
            continue
        targets = {target for other, target in map(home, imported(path)) if other == package}
        found |= {(room, t, shown(path)) for t in targets - {room} if at[t] >= at[room]}
    return found


@pytest.mark.parametrize("package", FLOORS)
def test_the_floors_name_each_room_once(package):
    there = {p.name for p in (FUNCTIONS / package).iterdir() if (p / "__init__.py").exists()}
    there |= {p.stem for p in (FUNCTIONS / package).glob("*.py") if p.stem != "__init__"}
    named = [room for floor in FLOORS[package] for room in floor]
    assert sorted(named) == sorted(there)


@pytest.mark.parametrize("package", FLOORS)
def test_rooms_import_from_the_floors_below(package):
    assert climbing(package, FLOORS[package]) == set()


def test_an_import_from_above_is_found():
    """Of a package whose floors are turned round, every import between rooms leads up."""
    turned = tuple(reversed(FLOORS["scans"]))
    assert ("cases", "gate", "scans/cases/models.py") in climbing("scans", turned)


def uses() -> dict[str, set[str]]:
    """Return for each module those of ours that it imports, for types too, wherever it does."""
    names = {".".join(path.relative_to(FUNCTIONS).with_suffix("").parts): path for path in SOURCES}
    modules = {name.removesuffix(".__init__"): path for name, path in names.items()}
    found: dict[str, set[str]] = {}
    for module, path in modules.items():
        targets = ({name, name.rpartition(".")[0]} & modules.keys() for name in imported(path))
        nearest = {max(each, key=len) for each in targets if each} - {module}
        found[module] = {name for name in nearest if not module.startswith(f"{name}.")}
    return found


def circle(imports: dict[str, set[str]]) -> set[str]:
    """Return the modules of which each is imported by another one of them, directly or not."""
    left = dict(imports)
    while free := {module for module, targets in left.items() if not targets & left.keys()}:
        left = {module: targets for module, targets in left.items() if module not in free}
    return set(left)


def test_modules_import_each_other_in_no_circle():
    assert circle(uses()) == set()


def test_a_circle_is_found():
    assert circle({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": set()}) == {"a", "b", "c"}


def test_one_name_is_one_class():
    """Who searches for a class finds one, and one only."""
    homes: dict[str, list[str]] = {}
    for path in SOURCES:
        for node in tree(path).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                homes.setdefault(node.name, []).append(shown(path))
    assert {name: paths for name, paths in homes.items() if len(paths) > 1} == {}


def rooms() -> list[str]:
    return [
        f"{package}/{path.name}"
        for package in FLOORS
        for path in sorted((FUNCTIONS / package).iterdir())
        if (path / "__init__.py").exists()
    ]


@pytest.mark.parametrize("room", rooms())
def test_no_module_is_named_as_its_room(room):
    """The modules with fixed names are listed above; another says what it does."""
    stems = {path.stem for path in (FUNCTIONS / room).glob("*.py")}
    assert room.rpartition("/")[2] not in stems
    assert stems - FIXED - {"__init__"} or stems & FIXED


def leaf(thing: type) -> str:
    """Return the fixed name of the module that a class stands in, wherever in its package."""
    parts = thing.__module__.split(".")
    return next((part for part in parts if part in FIXED), parts[-1])


@pytest.mark.parametrize("model", SURFACE.documents, ids=lambda model: model.path)
def test_documents_are_declared_among_the_models(model):
    assert home(model.__module__)[0] == "core" or leaf(model) == "models"


def offered(error: type) -> bool:
    """Tell whether a package's service hands an error of its own to the others."""
    service = f"{home(error.__module__)[0]}.service"
    return service in sys.modules and error.__name__ in getattr(sys.modules[service], "__all__", ())


@pytest.mark.parametrize("spec", Spec.registry.values(), ids=lambda spec: spec.name)
def test_messages_and_errors_are_declared_in_their_modules(spec):
    package = home(spec.request.__module__)[0]
    for message in (spec.request, spec.response):
        assert (home(message.__module__)[0], leaf(message)) == (package, "requests")
    for error in spec.raises:
        own = home(error.__module__)[0]
        assert leaf(error) == "errors"
        assert own in {package, "core"} or offered(error)
