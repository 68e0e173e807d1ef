"""What stands where: packages know each other one way, and each kind of class has its room."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from core.callables import Spec
from tests.support.sources import FUNCTIONS, PACKAGES, SOURCES, imported, shown
from tools.docs.surface import load

SURFACE = load()


# --- imports go one way --------------------------------------------------------------------------


def crossings() -> Iterator[tuple[str, str, str, str]]:
    """Yield (package, other package, module of the other, file) of all imports between ours."""
    for path in SOURCES:
        package = path.relative_to(FUNCTIONS).parts[0]
        for name in imported(path):
            other, module = (*name.split("."), "")[:2]
            if other in PACKAGES and other != package:
                yield package, other, module, shown(path)


def allowed(package: str, other: str, module: str) -> bool:
    """Tell whether a package may import a module of another.

    Everybody uses core, which uses nobody. Other packages are used through their service alone;
    privacy, which sees every model, is used by jobs alone, which keeps its promises.
    """
    if other == "core":
        return True
    if package == "core" or (other == "privacy" and package != "jobs"):
        return False
    return module == "service" or (package == "privacy" and module == "models")


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
        (("jobs", "privacy", "service"), True),
        (("jobs", "privacy", "holding"), False),
        (("privacy", "labs", "models"), True),
        (("privacy", "labs", "members"), False),
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


def room(thing: type) -> tuple[str, str]:
    """Return the package and the room, one module or a folder of them, that a class stands in."""
    package, module, *_ = (*thing.__module__.split("."), "")
    return package, module


@pytest.mark.parametrize("model", SURFACE.documents, ids=lambda model: model.path)
def test_documents_are_declared_among_the_models(model):
    package, module = room(model)
    assert package == "core" or module == "models"


def offered(error: type) -> bool:
    """Tell whether a package's service hands an error of its own to the others."""
    service = f"{room(error)[0]}.service"
    return service in sys.modules and error.__name__ in getattr(sys.modules[service], "__all__", ())


@pytest.mark.parametrize("spec", Spec.registry.values(), ids=lambda spec: spec.name)
def test_messages_and_errors_are_declared_in_their_rooms(spec):
    package = spec.handler.__module__.partition(".")[0]
    assert {room(spec.request), room(spec.response)} == {(package, "requests")}
    assert {room(e) for e in spec.raises if not offered(e)} <= {
        (package, "errors"),
        ("core", "errors"),
    }
