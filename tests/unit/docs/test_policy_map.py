"""The privacy policy as code: every sentence is kept, and what is said to keep it is there."""

import re
import tomllib
from dataclasses import replace
from datetime import datetime
from typing import Annotated, ClassVar

import pytest
from pydantic import ValidationError

from core import settings
from core.documents import Document
from core.privacy import Retention, held
from tools.docs import collected, pages, promises, surface
from tools.docs.promises import ROOT, Row, Sentence

TEXT = (ROOT / promises.POLICY).read_text(encoding="utf-8")
SAID = promises.sentences(TEXT)
ROWS = promises.rows((ROOT / promises.KEPT_BY).read_text(encoding="utf-8"))
SURFACE = surface.load()
PAGE = pages.render(SURFACE)["docs/policy_map.md"]

#: A policy of two sentences, and what keeps them.
SMALL = "Policy\n1. Looks\nWe record looks. We do not sell.\n"
RECORD = "core.audit.record"
SHOWN = "tests/unit/test_projections.py::test_the_patients_name_is_the_clinics_alone"
KEPT = (
    Row("0", "Policy"),
    Row("1", "1. Looks"),
    Row("1.1", "We record looks.", (RECORD,), (SHOWN,)),
    Row("1.2", "We do not sell.", duty="Nobody sells."),
)


def without(name: str) -> tuple[Row, ...]:
    return tuple(row for row in KEPT if row.id != name)


def changed(name: str, **fields: object) -> tuple[Row, ...]:
    return tuple(replace(row, **fields) if row.id == name else row for row in KEPT)


# --- the policy that is in force -----------------------------------------------------------------


def test_every_sentence_is_kept():
    assert promises.faults(TEXT, ROWS) == []


def test_every_category_is_put_to_section_1():
    assert set(collected.by_category(SURFACE.documents)) == set(collected.CATEGORIES)
    named = {name for ids in collected.CATEGORIES.values() for name in ids}
    points = {s.id for s in SAID if s.id.startswith("1.")}
    assert named == points - {"1.2"}  # which only says that the points follow


def test_every_use_is_one_that_section_2_names():
    assert set(collected.by_use(SURFACE.documents)) == set(collected.USES)
    named = [name for ids in collected.USES.values() for name in ids]
    assert sorted(named) == sorted(s.id for s in SAID if s.id.startswith("2."))


def test_the_version_to_accept_is_that_of_the_text():
    (date,) = re.findall(r"Last updated: (.*)", TEXT)
    assert f"{datetime.strptime(date, '%B %Y'):%Y-%m}" == settings.POLICY_VERSION.value  # noqa: DTZ007


def test_no_word_of_the_policy_is_lost():
    together = " ".join(sentence.text for sentence in SAID)
    assert together.split() == re.sub(r"^- ", "", TEXT, flags=re.MULTILINE).split()


def test_headings_are_those_of_the_sections():
    assert [s.text.split(".")[0] for s in SAID if s.heading] == ["Privacy Policy", *"12345678"]


def test_the_page_says_every_sentence_with_what_keeps_it():
    rows = dict(re.findall(r"^\| (\d\.\d+) \| (.*) \|$", PAGE, re.MULTILINE))
    assert list(rows) == [s.id for s in SAID if not s.heading]
    for row in (row for row in ROWS if row.id in rows):
        assert rows[row.id].startswith(row.text)
        assert rows[row.id].endswith(row.duty)
        for name in (*row.enforced, *(node.split("/")[-1] for node in row.proved)):
            assert f"[`{name}`]" in rows[row.id]


def test_links_of_the_page_lead_to_files():
    links = set(re.findall(r"\]\(([^)#]*)(?:#[^)]*)?\)", PAGE))
    assert len(links) > 50
    assert not [link for link in links if not (ROOT / "docs" / link).is_file()]


def test_code_is_linked_to_where_it_is_made():
    assert (
        promises.place("labs.links.file_links.file_links") == "functions/labs/links/file_links.py"
    )
    assert promises.place("scans.visits.models.VisitAddress") == "functions/scans/visits/models.py"
    assert promises.place("core.settings.POLICY_VERSION") == "functions/core/settings.py"
    assert promises.place("scans.visits.reminders") == "functions/scans/visits/reminders.py"
    assert promises.place("storage.rules") == "storage.rules"


# --- the file ------------------------------------------------------------------------------------

WRITTEN = f"""
["0"]
text = "Policy"

["1"]
text = "1. Looks"

["1.1"]
text = "We record looks."
enforced = [
    "{RECORD}",
]
proved = [
    "{SHOWN}",
]

["1.2"]
text = '''
We do not
sell.
'''
duty = '''

Nobody
    sells.
'''
"""


def test_what_keeps_the_policy_is_read_with_lines_broken_anywhere():
    assert promises.rows(WRITTEN) == KEPT


def test_what_is_no_row_is_refused():
    assert len(promises.rows(f'{WRITTEN}["1.3"]\nduty = "x"\ntext = ""')) == 5
    with pytest.raises(tomllib.TOMLDecodeError):
        promises.rows(f'{WRITTEN}["1.2"]\nduty = "x"\ntext = ""')  # has one already
    with pytest.raises(ValidationError):
        promises.rows(f'{WRITTEN}["1.3"]\ndutty = "x"\ntext = ""')
    with pytest.raises(ValidationError):
        promises.rows(f'{WRITTEN}["1.3"]\nduty = "x"')
    with pytest.raises(ValidationError):
        promises.rows(f'{WRITTEN}["1.3"]\nproved = "x"\ntext = ""')


# --- what is wrong is named ----------------------------------------------------------------------


def test_a_policy_is_split_where_its_sentences_end():
    text = "Policy\n\n1. First\nOne thing. Another, e.g. this:\n- Point: a. B c\n2. Second\nLast.\n"
    assert promises.sentences(text) == [
        Sentence("0", "Policy"),
        Sentence("1", "1. First"),
        Sentence("1.1", "One thing."),
        Sentence("1.2", "Another, e.g. this:"),
        Sentence("1.3", "Point: a."),
        Sentence("1.4", "B c"),
        Sentence("2", "2. Second"),
        Sentence("2.1", "Last."),
    ]


@pytest.mark.parametrize(
    ("text", "rows", "fault"),
    [
        pytest.param(SMALL.replace("sell", "trade"), KEPT, "1.2: reads otherwise", id="changed"),
        pytest.param(SMALL + "And more.\n", KEPT, "1.3: has no row: And more.", id="added"),
        pytest.param(SMALL, without("1.1"), "1.1: has no row", id="row missing"),
        pytest.param(SMALL, without("1"), "1: has no row", id="heading missing"),
        pytest.param(SMALL, (*KEPT, Row("1.3", "", duty="x")), "1.3: is no sentence", id="extra"),
        pytest.param(SMALL, changed("1.2", duty=""), "1.2: nothing keeps it", id="no duty"),
        pytest.param(SMALL, changed("1.1", proved=()), "1.1: what is enforced", id="no proof"),
        pytest.param(SMALL, changed("1.1", enforced=()), "1.1: what is enforced", id="no code"),
        pytest.param(
            SMALL,
            changed("1.1", proved=(), duty="Somebody looks."),
            "1.1: what is enforced",
            id="a duty proves no code",
        ),
        pytest.param(
            SMALL,
            changed("1.1", enforced=("core.audit.recorded",)),
            "1.1: there is no core.audit.recorded.",
            id="code misspelt",
        ),
        pytest.param(
            SMALL,
            changed("1.1", proved=(f"{SHOWN}s",)),
            f"1.1: {SHOWN}s is no test of that file.",
            id="test renamed",
        ),
    ],
)
def test_what_is_not_kept_is_named(text: str, rows: tuple[Row, ...], fault: str):
    assert promises.faults(SMALL, KEPT) == []
    (found,) = promises.faults(text, rows)
    assert found.startswith(fault)


@pytest.mark.parametrize(
    "name",
    [
        "core.audit.recorded",
        "core.audits.record",
        "core.audit.record.nothing",
        "json.dumps",
        "tools.docs.promises.place",
        "firestore.rules:match /case/{caseId}",
        "firestore.rules:Clients read, functions write",  # a comment
        "fire.rules:match /cases/{caseId}",
        "../README.md:Documentation",
        "",
    ],
)
def test_what_is_not_there_enforces_nothing(name: str):
    assert promises.place("firestore.rules:match /cases/{caseId}") == "firestore.rules"
    assert promises.place(name) is None


BARE = "def test_a():\n    assert True\n"


@pytest.mark.parametrize(
    ("files", "runs"),
    [
        pytest.param({"tests/test_x.py": BARE}, True, id="plain"),
        pytest.param({"tests/test_x.py": f"@mark.parametrize('n', [1])\n{BARE}"}, True, id="many"),
        pytest.param({"tests/test_x.py": BARE.replace("_a", "_b")}, False, id="renamed"),
        pytest.param({"tests/test_x.py": f"class TestA:\n    {BARE!r}\n"}, False, id="a text"),
        pytest.param({"tests/x.py": BARE}, False, id="gone"),
        pytest.param({"tests/test_x.py": f"@pytest.mark.skip\n{BARE}"}, False, id="skipped"),
        pytest.param(
            {"tests/test_x.py": f"@pytest.mark.skipif(True, reason='')\n{BARE}"}, False, id="skipif"
        ),
        pytest.param({"tests/test_x.py": f"@pytest.mark.xfail()\n{BARE}"}, False, id="xfail"),
        pytest.param(
            {"tests/test_x.py": f"{BARE}    pytest.skip('later')\n"}, False, id="skips itself"
        ),
        pytest.param(
            {"tests/test_x.py": f"pytestmark = pytest.mark.skip\n{BARE}"}, False, id="file skipped"
        ),
        pytest.param(
            {"tests/test_x.py": f"@pytest.mark.skip\ndef test_b(): ...\n{BARE}"}, True, id="other"
        ),
        pytest.param(
            {"tests/test_x.py": f"@pytest.mark.skip\n{BARE}{BARE}"}, True, id="the last counts"
        ),
        pytest.param(
            {"tests/test_x.py": BARE, "tests/conftest.py": "collect_ignore = ['test_x.py']"},
            False,
            id="not collected",
        ),
        pytest.param(
            {"tests/test_x.py": BARE, "tests/conftest.py": "# python -m pytest"}, True, id="a note"
        ),
    ],
)
def test_a_proof_is_a_test_that_runs(tmp_path, files: dict[str, str], runs: bool):
    written(tmp_path, files)
    assert (promises.not_run("tests/test_x.py::test_a", tmp_path) == "") is runs


@pytest.mark.parametrize("options", ["--deselect tests/test_x.py::test_a", "-k b", "-q --ignore=x"])
def test_a_proof_is_not_left_out(tmp_path, options: str):
    written(tmp_path / "in", {"tests/test_x.py": BARE}, "-ra --strict-markers")
    written(tmp_path / "out", {"tests/test_x.py": BARE}, options)
    assert promises.not_run("tests/test_x.py::test_a", tmp_path / "in") == ""
    assert "left out" in promises.not_run("tests/test_x.py::test_a", tmp_path / "out")


def test_a_proof_stands_where_pytest_looks(tmp_path):
    written(tmp_path, {"tests/test_x.py": BARE, "tools/test_x.py": BARE, "tests/x.py": BARE})
    assert promises.not_run("tests/test_x.py::test_a", tmp_path) == ""
    assert "does not look" in promises.not_run("tools/test_x.py::test_a", tmp_path)
    assert "no test file" in promises.not_run("tests/x.py::test_a", tmp_path)


def written(root, files: dict[str, str], options: str = "") -> None:
    """Write a project of test files alone."""
    settings = f"[tool.pytest.ini_options]\ntestpaths = ['tests']\naddopts = '{options}'\n"
    for name, text in {"pyproject.toml": settings, **files}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)


def test_a_category_that_nobody_decided_about_is_named():
    class Shoe(Document):
        """A document of this test."""

        path: ClassVar[str] = "shoes/{shoe}"
        size: Annotated[int, held("user.size", use="marketing", kept=Retention.CASE)]

    ids = [sentence.id for sentence in SAID]
    assert collected.faults(SURFACE.documents, ids) == []
    found = collected.faults([*SURFACE.documents, Shoe], ids)
    assert [fault.split(":")[0] for fault in found] == ["user.size", "marketing"]
    with pytest.raises(surface.UndocumentedError, match=r"not kept:\n  user\.size"):
        pages.render(replace(SURFACE, documents=(*SURFACE.documents, Shoe)))
    assert collected.faults(SURFACE.documents, [i for i in ids if i != "1.5"])
