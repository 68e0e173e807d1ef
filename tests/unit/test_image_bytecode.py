"""An instance compiles no source whose bytecode its image holds, and takes no other bytecode."""

from __future__ import annotations

import compileall
import json
import os
import shutil
from pathlib import Path

import pytest

from tests.support.sources import FUNCTIONS
from tests.unit.instances import run

#: What buildpacks' lifecycle gives all files of an image (1980-01-01 00:00:01 UTC), and another.
IMAGE, ANOTHER = 315_532_801, 315_532_803
#: Prints what is compiled of a folder while a callable's module is loaded.
_COMPILED = """
import json, sys
folder, compiled = sys.argv[1], []

def watch(event, arguments):
    if event == "compile" and str(arguments[1]).startswith(folder):
        compiled.append(str(arguments[1])[len(folder) + 1:])

sys.addaudithook(watch)
import main
routers = {router.function: router for router in main.CALLABLES}
routers["messaging"].find("/set_preferences")
print(json.dumps([sorted(compiled), sys.modules["messaging.endpoints"].__file__]))
"""
#: Needed to use the others: compiled at each start.
FIRST = ["core/__init__.py", "core/bytecode.py", "main.py"]


@pytest.fixture
def image(tmp_path: Path) -> Path:
    """The source as the buildpack compiles it."""
    folder = tmp_path / "workspace"
    for name in ("core", "messaging", "main.py"):
        source = FUNCTIONS / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    assert compileall.compile_dir(folder, force=True, quiet=2)
    return folder


def timed(folder: Path, time: int) -> None:
    """Give all files and folders one time."""
    for path in (folder, *folder.rglob("*")):
        os.utime(path, (time, time))


def compiled(folder: Path) -> list[str]:
    found, file = json.loads(run(_COMPILED, "messaging", str(folder), source=folder))
    assert file == str(folder / "messaging" / "endpoints.py")
    return found


def test_an_image_compiles_what_finds_the_bytecode_and_nothing_else(image):
    timed(image, IMAGE)
    assert compiled(image) == FIRST


def test_elsewhere_bytecode_of_another_time_is_stale(image):
    timed(image, ANOTHER)
    assert {*FIRST, "core/callables.py", "messaging/endpoints.py"} <= set(compiled(image))


def test_source_of_another_length_is_compiled(image):
    changed = image / "messaging" / "endpoints.py"
    changed.write_text(changed.read_text(encoding="utf-8") + "#\n", encoding="utf-8")
    timed(image, IMAGE)
    assert compiled(image) == sorted([*FIRST, "messaging/endpoints.py"])


def test_source_without_bytecode_is_compiled(image):
    (bytecode,) = (image / "messaging" / "__pycache__").glob("endpoints.*.pyc")
    bytecode.unlink()
    timed(image, IMAGE)
    assert compiled(image) == sorted([*FIRST, "messaging/endpoints.py"])
