"""The deployment surface, imported as discovery imports it: with every package."""

from __future__ import annotations

import importlib
import json
import os
import sys
from pathlib import Path
from typing import Any

FUNCTIONS = Path(__file__).resolve().parents[1] / "functions"


def deployed() -> dict[str, dict[str, Any]]:
    """Return the deployed functions by package and name, whatever the environment says."""
    main = _main()
    found: dict[str, dict[str, Any]] = {}
    for module, names in main.FUNCTIONS.items():
        package = module.partition(".")[0]
        found.setdefault(package, {}).update({name: getattr(main, name) for name in names})
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
