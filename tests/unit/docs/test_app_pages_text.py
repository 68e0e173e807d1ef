"""The pages for app developers: nothing that they show escapes the program that is made of them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from core import settings
from tests.support import page_programs
from tests.support.sources import ROOT

APPS = ROOT / "docs" / "apps"
FIRST = """\
Text.

```ts
import { a } from 'x';
import { b, type C } from 'y';

const one = a(b);
```

<!-- run
check(one);
-->

```
make nothing
```
"""
SECOND = "```ts\nimport {\n  b,\n  d,\n} from 'y';\nconst two = d(one);\n```\n"


@pytest.fixture
def pages(tmp_path: Path) -> list[Path]:
    """Two pages, the second of which uses what the first has made."""
    written = [tmp_path / "first.md", tmp_path / "second.md"]
    for path, text in zip(written, (FIRST, SECOND), strict=True):
        path.write_text(text, encoding="utf-8")
    return written


def test_pages_become_one_program(pages: list[Path]) -> None:
    text = page_programs.program(pages, "import { check } from './hands.mjs';\n")
    assert text.split("// at ")[0] == (
        "import { check } from './hands.mjs';\n"
        "import { a } from 'x';\n"
        "import { b, d, type C } from 'y';\n"
    )
    assert [
        line for line in text.splitlines() if line and not line.startswith(("//", "import"))
    ] == [
        "const one = a(b);",
        "check(one);",
        "told('first.md');",
        "{",
        "const two = d(one);",
        "told('second.md');",
        "}",
    ]
    assert "make nothing" not in text


@pytest.mark.parametrize(
    ("code", "place"),
    [("const one", "first.md:7"), ("check(one)", "first.md:11"), ("const two", "second.md:6")],
)
def test_a_fault_is_told_by_page_and_line(pages: list[Path], code: str, place: str) -> None:
    text = page_programs.program(pages, "import { check } from './hands.mjs';\n")
    (line,) = [n for n, each in enumerate(text.splitlines(), 1) if each.startswith(code)]
    assert page_programs.place(text, line) == place
    name, _, number = place.partition(":")
    shown = next(page for page in pages if page.name == name).read_text().splitlines()
    assert shown[int(number) - 1].startswith(code)


#: Its code is of another language, and followed by `test_openapi_document` and a journey.
ELSEWHERE = APPS / "other-languages.md"


@pytest.mark.parametrize(
    "page", sorted({*APPS.glob("*.md")} - {ELSEWHERE}), ids=lambda page: page.name
)
def test_all_code_of_a_page_is_in_the_program(page: Path) -> None:
    """A block of another name, or one that is indented, would be shown and not run."""
    text = page.read_text(encoding="utf-8")
    fences = re.findall(r"^[ >]*```(.*)$", text, re.MULTILINE)
    assert set(fences) <= {"", "ts"}
    comments = re.findall(r"<!--.*", text)
    assert set(comments) <= {"<!-- run"}
    assert len(list(page_programs.blocks(page))) == fences.count("ts") + len(comments)


def test_origins_of_apps_may_read_and_no_more() -> None:
    (rule,) = json.loads((ROOT / "cors.json").read_text(encoding="utf-8"))
    assert rule["origin"] == [settings.APP_URL.default]
    assert sorted(rule["method"]) == ["GET", "HEAD"]


@pytest.mark.parametrize(
    "row",
    [
        "| a scan (`stl`) | 72 MiB | `SCANNER_STL_MAX_BYTES` |",
        "| how long a slot is open | 60 minutes | `SCANNER_SLOT_MINUTES` |",
        "| how long a link works | 10 minutes | `SCANNER_LINK_MINUTES` |",
        "| files of one call for links, to a clinic | 20 |  |",
        "| entries of a page | 50, at most 100 |  |",
        "| how long a call takes | 60 seconds |  |",
    ],
)
def test_limits_are_told_in_numbers(row: str) -> None:
    """As the settings' page and the requests' schemas have them."""
    assert row in (APPS / "limits.md").read_text(encoding="utf-8")


def test_the_page_of_the_example_takes_the_sdk_that_is_tested() -> None:
    version = json.loads((ROOT / "package.json").read_text())["devDependencies"]["firebase"]
    page = (APPS / "example" / "index.html").read_text(encoding="utf-8")
    found = re.findall(r'"(firebase/[\w-]+)": "https://www\.gstatic\.com/firebasejs/([^/]+)/', page)
    assert {each for _, each in found} == {version}
    used = "\n".join(
        path.read_text() for path in (ROOT / "clients" / "typescript" / "src").rglob("*.ts")
    ) + (APPS / "example" / "app.ts").read_text(encoding="utf-8")
    assert {name for name, _ in found} == set(re.findall(r"'(firebase/[\w-]+)'", used))
