"""What is written for people: short at first, and everything is found from there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.sources import ROOT

README = ROOT / "README.md"
#: Characters that somebody reads who only wants to know what this is.
LIMIT = 9_000
_FOLDERS = ("benchmarks", "docs", "tests")
PAGES = sorted([*ROOT.glob("*.md"), *(page for f in _FOLDERS for page in (ROOT / f).rglob("*.md"))])
_CODE = re.compile(r"^```.*?^```|`[^`\n]*`", re.MULTILINE | re.DOTALL)
#: A file of this repository, by its path from the root, from functions/ or from the page.
_FILE = re.compile(r"`((?:[\w.-]+/)+[\w.-]+\.(?:py|rules|json|md|toml|txt|mjs))(?:::\w+)?`")
_LINK = re.compile(r"\]\(([^)\s]+)\)")


def links(page: Path, text: str | None = None) -> Iterator[tuple[Path, str]]:
    """Yield where the links of a page lead in this repository: a file or folder, and a heading."""
    text = page.read_text(encoding="utf-8") if text is None else text
    for link in _LINK.findall(_CODE.sub("", text)):
        if not re.match(r"\w+:", link):
            path, _, heading = link.partition("#")
            yield (page.parent / path).resolve() if path else page, heading


def headings(page: Path) -> set[str]:
    """The names by which a page's headings are linked to."""
    found = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in found}


def broken(page: Path, text: str | None = None) -> list[str]:
    """The links of a page that lead nowhere."""
    return [
        f"{path.relative_to(ROOT)}#{heading}"
        for path, heading in links(page, text)
        if not path.exists() or (heading and heading not in headings(path))
    ]


def missing(page: Path, text: str | None = None) -> list[str]:
    """The files that a page names in backticks and that are not there."""
    text = page.read_text(encoding="utf-8") if text is None else text
    folders = (ROOT, ROOT / "functions", page.parent)
    return [name for name in _FILE.findall(text) if not any((f / name).exists() for f in folders)]


def clicks(start: Path, most: int) -> set[Path]:
    """What is reached by so many clicks; a click on a folder shows what is in it."""
    reached, last = {start}, {start}
    for _ in range(most):
        pages = [page for page in last if page.is_dir() or page.suffix == ".md"]
        last = {
            path
            for page in pages
            for path in (page.iterdir() if page.is_dir() else (path for path, _ in links(page)))
        } - reached
        reached |= last
    return reached


def test_the_readme_is_read_in_minutes():
    assert 0 < len(README.read_text(encoding="utf-8")) <= LIMIT


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_the_docs_lead_somewhere(page: Path):
    assert broken(page) == []


def test_a_link_that_leads_nowhere_is_found():
    text = (
        "[a](docs/README.md) [b](docs/readme.txt) [c](docs/states.md#account) [d](#three-commands)"
        " [e](docs/states.md#nobody) [f](https://example.com/x.md) `[g](h)`\n```\n[i](j)\n```\n"
    )
    assert broken(README, text) == ["docs/readme.txt#", "docs/states.md#nobody"]


#: What was is history.
TELLING = [page for page in PAGES if page.name != "CHANGELOG.md"]


@pytest.mark.parametrize("page", TELLING, ids=lambda page: str(page.relative_to(ROOT)))
def test_files_that_the_docs_name_are_there(page: Path):
    assert missing(page) == []


def test_a_file_that_is_not_there_is_found():
    text = "`core/store.py` `core/stores.py` `functions/core/store.py` `x.py` `tests/a.md::test_b`"
    assert missing(README, text) == ["core/stores.py", "tests/a.md"]


def test_every_document_is_two_clicks_away():
    reached = clicks(README, 2)
    documents = [page for page in PAGES if page.is_relative_to(ROOT / "docs")]
    documents += [*ROOT.glob("*.md"), *(ROOT / "tests").glob("*/README.md")]
    assert len(documents) > 40
    assert [str(page.relative_to(ROOT)) for page in documents if page not in reached] == []


def test_the_index_of_the_docs_names_all_of_them():
    named = {path for path, _ in links(ROOT / "docs" / "README.md")}
    pages = {page for page in PAGES if page.is_relative_to(ROOT / "docs")}
    unnamed = {p for p in pages if p not in named and not named.intersection(p.parents)}
    assert unnamed == {ROOT / "docs" / "README.md"}
