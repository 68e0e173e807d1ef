"""The deployment surface, imported as discovery imports it, and the callables besides."""

from __future__ import annotations

import importlib
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from core.callables import Spec
    from core.router import Router

FUNCTIONS = Path(__file__).resolve().parents[1] / "functions"


def routers() -> tuple[Router, ...]:
    """Return the callable functions with the callables that each serves; imports none of these."""
    found: tuple[Router, ...] = _main().CALLABLES
    return found


def functions() -> dict[str, Any]:
    """Return every function by name, with its declaration, whatever the environment says."""
    main = _main()
    found = {router.function: getattr(main, router.function) for router in routers()}
    for of_package in events().values():
        found |= of_package
    return found


def events() -> dict[str, dict[str, Any]]:
    """Return the functions that no client calls, by package and name."""
    main = _main()
    found: dict[str, dict[str, Any]] = {}
    for module, names in main.EVENTS.items():
        package = module.partition(".")[0]
        found.setdefault(package, {}).update({name: getattr(main, name) for name in names})
    return found


def callables() -> dict[str, list[Spec[Any, Any]]]:
    """Import every callable; return them by the package that defines them."""
    found: dict[str, list[Spec[Any, Any]]] = {}
    for router in routers():
        for spec in router.specs():
            package = spec.handler.__module__.partition(".")[0]
            found.setdefault(package, []).append(spec)
    return found


def _main() -> Any:  # noqa: ANN401
    if str(FUNCTIONS) not in sys.path:
        sys.path.insert(0, str(FUNCTIONS))
    # The storage trigger asks for its bucket as it is declared; nobody here uses its name.
    before = {name: os.environ.get(name) for name in ("FUNCTION_TARGET", "FIREBASE_CONFIG")}
    os.environ["FUNCTION_TARGET"] = ""
    os.environ["FIREBASE_CONFIG"] = json.dumps({"storageBucket": "documented"})
    try:
        return importlib.import_module("main")
    finally:
        for name, value in before.items():
            os.environ.pop(name)
            os.environ.update({name: value} if value is not None else {})
