"""The pages for app developers: all TypeScript in them is compiled and run as one program."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from tests.support import ids, page_programs
from tests.support.case_archives import packed
from tests.support.people import Cast
from tests.support.sdk import sdk_settings
from tests.support.sources import ROOT
from tests.support.typescript import ClientCopy, compiled
from tools import samples

PAGES = ROOT / "docs" / "apps"
HERE = Path(__file__).parent
_SECONDS = 480
_HANDS = (
    "admin, assert, attestation, email, file, finish, password, screen, show, told, until, verify,"
    " zip"
)
_PRELUDE = f"import {{ {_HANDS} }} from './page_hands.mjs';\n"
_OPTIONS = {
    "extends": "../tsconfig.json",
    "compilerOptions": {
        "rootDir": ".",
        "outDir": "built",
        "declaration": False,
        "noUnusedLocals": False,
        "skipLibCheck": True,
    },
    "include": ["pages.ts"],
}


def in_order() -> list[Path]:
    """The pages, as the first of them lists them."""
    first = PAGES / "README.md"
    rows = re.findall(r"^\| \[([\w-]+\.md)\]", first.read_text(encoding="utf-8"), re.MULTILINE)
    return [first, *(PAGES / name for name in rows)]


def moved(program: str, settings: dict[str, dict[str, int]]) -> str:
    """The program with the ports on which the emulators of this run listen."""
    emulators = json.loads((ROOT / "firebase.json").read_text(encoding="utf-8"))["emulators"]
    for name, port in settings["ports"].items():
        program = re.sub(rf"\b{emulators[name]['port']}\b", str(port), program)
    return program


def test_what_the_pages_show_compiles_and_runs(
    cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In the order of the table; what comes of it stands in the pages' own hidden blocks."""
    client = ClientCopy.at(tmp_path / "app")
    client.build()
    scan, archive = tmp_path / "upper.stl", tmp_path / "case.zip"
    scan.write_bytes(samples.arch("upper", 1000))
    files = {f"{jaw}Jaw.stl": samples.arch(jaw.lower(), 1000) for jaw in ("Upper", "Lower")}
    archive.write_bytes(packed(files))
    settings = {
        **sdk_settings(),
        "email": ids.email(),
        "password": "a long password",
        "admin": {"email": cast.admin.email, "password": cast.admin.password},
        "stl": str(scan),
        "zip": str(archive),
    }
    text = moved(page_programs.program(in_order(), _PRELUDE), settings) + "await finish();\n"
    folder = client.folder / "pages"
    folder.mkdir()
    (folder / "pages.ts").write_text(text, encoding="utf-8")
    (folder / "page_hands.d.mts").write_text((HERE / "page_hands.d.mts").read_text())
    (folder / "tsconfig.json").write_text(json.dumps(_OPTIONS))
    said = compiled(folder)
    faults = re.findall(r"pages\.ts\((\d+),\d+\): error (.*)", said)
    assert [f"{page_programs.place(text, int(line))} {fault}" for line, fault in faults] == []
    assert said == ""
    for helper in ("app.mjs", "page_hands.mjs"):
        client.add(HERE / helper)
    told = client.run(folder / "built" / "pages.js", settings, _SECONDS)
    with capsys.disabled():
        sys.stdout.write(f"\n{told}")


def test_every_page_is_in_the_table() -> None:
    assert sorted(PAGES.glob("*.md")) == sorted(in_order())
