"""What benchmarks found: judged, summed up, and put into the docs between its marks alone."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from rich.console import Console
from rich.table import Table

from benchmarks import builds, published, readers, results
from benchmarks.__main__ import ALONE, ON_EMULATORS


def a_result(ratio: float, aim: float, *, at_most: bool = True) -> results.Result:
    return results.Result("stl", "a scan", "1 s", "2 s, peer", "", ratio, aim, at_most)


@pytest.mark.parametrize(
    ("result", "verdict"),
    [
        (a_result(1.15, 1.15), "met"),
        (a_result(1.38, 1.15), "missed by 20%"),
        (a_result(3, 3, at_most=False), "met"),
        (a_result(1.5, 3, at_most=False), "missed by 50%"),
    ],
)
def test_a_result_says_by_how_much_it_misses(result, verdict):
    assert result.verdict == verdict
    assert result.met == (verdict == "met")


def test_what_was_shown_and_told_is_read_back(tmp_path, monkeypatch):
    file = tmp_path / "told"
    monkeypatch.setenv(results.FILE, str(file))
    table = Table(title="Times")
    table.add_column("mesh")
    table.add_column("seconds", justify="right")
    table.add_row("arch", "[green]1.0[/]")
    with (tmp_path / "screen").open("w") as screen:
        results.show(Console(file=screen), "stl", table, "[red]slow[/]")
        results.show(Console(file=screen), "stl", table)
    assert not results.tell(a_result(2, 1), a_result(1, 1))
    shown = "Times:\n\n| mesh | seconds |\n| --- | ---: |\n| arch | 1.0 |"
    assert results.read(file) == (
        [a_result(2, 1), a_result(1, 1)],
        {"stl": f"{shown}\n\nslow\n\n{shown}"},
    )


PAGE = (
    "# P\n<!-- bench:stl -->\nold\n<!-- /bench -->\nprose\n<!-- bench:wallet -->\n<!-- /bench -->\n"
)


def test_a_table_replaces_what_stood_between_its_marks(tmp_path):
    page = tmp_path / "performance.md"
    page.write_text(PAGE)
    published.write({"stl": "| new \\1 |"}, ["0a1b2c3", "55637e5"], page)
    begin, _, rest = page.read_text().partition("| new \\1 |\n\n*")
    stamp, _, rest = rest.partition("*\n")
    assert begin == "# P\n<!-- bench:stl -->\n"
    assert "0a1b2c3 beside 55637e5, on " in stamp
    assert rest == PAGE.partition("old\n")[2]


def test_a_table_without_marks_is_refused_and_nothing_written(tmp_path):
    page = tmp_path / "performance.md"
    page.write_text(PAGE)
    with pytest.raises(KeyError, match="bench:viewer"):
        published.write({"stl": "new", "viewer": "new"}, ["today"], page)
    assert page.read_text() == PAGE


def test_the_page_has_marks_for_every_benchmark():
    page = published.PAGE.read_text(encoding="utf-8")
    for name in ("summary", *ALONE, *ON_EMULATORS):
        assert page.count(f"<!-- bench:{name} -->") == 1, name
    assert page.count("<!-- bench:") == page.count("<!-- /bench -->")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository of one commit, whose build is asked for."""
    git = ["git", "-C", str(tmp_path), "-c", "user.name=a", "-c", "user.email=a@example.org"]
    (tmp_path / "functions").mkdir()
    (tmp_path / "functions" / "main.py").write_text("committed\n")
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "first"]):
        subprocess.run([*git, *words], check=True)
    (tmp_path / "functions" / "main.py").write_text("changed since\n")
    monkeypatch.setenv("BASE", "HEAD")
    return tmp_path


def test_a_base_is_the_source_of_its_commit(repository):
    today, base = builds.builds(repository)
    assert (today.name, (today.functions / "main.py").read_text()) == ("today", "changed since\n")
    assert (base.functions / "main.py").read_text() == "committed\n"
    assert base.has("functions/main.py")
    assert not base.has("functions/main.py", "functions/core")
    assert base.environment()["PYTHONPATH"].split(os.pathsep)[0] == str(base.functions)
    assert builds.base(root=repository) == base  # it stands there, and is taken as it is


def test_a_build_is_told_by_its_commit(repository):
    def head() -> str:
        words = ["git", "-C", str(repository), "rev-parse", "--short=7", "HEAD"]
        return subprocess.run(words, check=True, capture_output=True, text=True).stdout.strip()

    today, base = builds.builds(repository)
    assert (today.commit, base.commit) == (f"{head()} with changes", head())
    (repository / "functions" / "main.py").write_text("committed\n")
    (repository / "page.md").write_text("not what is measured\n")
    assert today.commit == head()


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (RuntimeError("curl: (33) No byte ranges.\nMore"), "fails: No byte ranges."),
        (ValueError(OSError("not gzip", ValueError("header"))), "fails: not gzip"),
        (TimeoutError(), "fails: TimeoutError"),
    ],
)
def test_what_a_reader_says_is_told_in_words(error, words):
    assert readers.said(error) == words


def test_a_base_that_is_no_commit_is_refused(repository, monkeypatch):
    monkeypatch.setenv("BASE", "no-such")
    with pytest.raises(builds.BaseError, match="BASE=no-such is no commit"):
        builds.builds(repository)
    assert not (repository / ".scanner").exists()


def test_without_a_base_there_is_today_alone(repository, monkeypatch):
    monkeypatch.delenv("BASE")
    assert [build.name for build in builds.builds(repository)] == ["today"]
