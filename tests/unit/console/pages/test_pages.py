"""Links and notices lead to pages of whoever is shown them; every text is there in Hindi."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.access import Role
from messaging.catalogue import CATALOGUE, HEARD_BY
from messaging.models import Addressee, Notice
from tests.support.console_parts import answers_of

PART = Path(__file__).with_name("pages.mjs")
SOURCE = Path(__file__).parents[4] / "web/src"

_PAGE = re.compile(r"path: '(?P<path>[^']*)'.*?roles: \[(?P<roles>[^]]*)]", re.DOTALL)
_LOADED = re.compile(r"import\('([^']*)'\)")
_IMPORTED = re.compile(r"^(?:import|export)\b[^;]*?from '(\.[^']*)';", re.MULTILINE)
#: A path of the console within a module: in a link, or where a page is opened.
_LINK = re.compile(r"""['"`](/(?:[a-z][^'"`\n]*)?)['"`]""")
_PLACE = re.compile(r"\{(\w+)[^}]*}")
_HINDI = re.compile(r"[\u0900-\u097f]")

#: Scanner's own name, and the name of the other language on its button.
NAMES = {
    "ui/words.ts.words.scanner",
    "ui/words.ts.words.language",
    "rooms/messages/words.ts.words.parties.system",
}

#: Links that are shown to these roles alone of those that have the module: the module asks.
SHOWN_TO = {
    ("rooms/requests/Request.tsx", "/patients/-"): {Role.CLINIC},
    ("rooms/uploads/UploadPage.tsx", "/cases/-"): {Role.CLINIC},
    ("rooms/visits/Visits.tsx", "/visits/-"): {Role.CLINIC},
}
#: What makes paths of parts; `desk/test_desk.py` has the whole ones.
MADE_OF_PARTS = "rooms/audit/subjects.ts"

#: Who hears a notice, as one role. Those of clinics and labs are either's, and some reach an admin
#: in the place of people who have left, who has no page of what is theirs.
ROLE_OF = {
    Addressee.OPERATOR: Role.OPERATOR,
    Addressee.ADMIN: Role.ADMIN,
    Addressee.ADMINS: Role.ADMIN,
    Addressee.QUEUE: Role.ADMIN,
}


@pytest.fixture(scope="module")
def declared(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return answers_of(PART, tmp_path_factory.mktemp("pages"), {})


@pytest.fixture(scope="module")
def paths(declared: dict[str, Any]) -> dict[Role, set[str]]:
    return {
        role: {page["path"] for page in declared["pages"] if role.value in page["roles"]}
        for role in Role
    }


def leads(path: str, pages: set[str]) -> bool:
    """Whether a path is one of a page's: part by part, `:id` standing for anything."""
    own = path.split("/")
    return any(
        len(parts) == len(own)
        and all(part in {":" + part[1:], there} for part, there in zip(parts, own, strict=True))
        for parts in (page.split("/") for page in pages)
    )


def module(importer: Path, path: str) -> Path | None:
    for ending in ("", ".ts", ".tsx"):
        found = (importer.parent / f"{path}{ending}").resolve()
        if found.is_file():
            return found
    return None


def within(page: Path) -> set[Path]:
    """A page's module and all that it imports."""
    found: set[Path] = set()
    left = [page]
    while left:
        each = left.pop()
        if each in found or each.name == "pages.ts" or each.suffix not in {".ts", ".tsx"}:
            continue
        found.add(each)
        left += [at for path in _IMPORTED.findall(each.read_text()) if (at := module(each, path))]
    return found


def modules() -> dict[Path, set[Role]]:
    """The modules of rooms and components, and the roles that have a page with each in it."""
    found: dict[Path, set[Role]] = {}
    for file in sorted(SOURCE.glob("rooms/*/pages.ts")):
        text = file.read_text()
        pages = list(_PAGE.finditer(text))
        ends = [page.start() for page in pages[1:]] + [len(text)]
        for page, end in zip(pages, ends, strict=True):
            own = _LOADED.search(text, page.start(), end) or _LOADED.search(text)
            assert own, file
            loaded = module(file, own[1])
            assert loaded, own[1]
            for each in within(loaded):
                if each.is_relative_to(SOURCE / "rooms") or each.is_relative_to(SOURCE / "ui"):
                    found.setdefault(each, set()).update(
                        Role(role) for role in re.findall(r"'(\w+)'", page["roles"])
                    )
    return found


def links(text: str) -> Iterator[str]:
    for link in _LINK.findall(text):
        path = re.sub(r"\$\{[^}]*}", "-", link).split("?")[0]
        if not path.endswith(".svg"):
            yield path


def test_every_link_leads_to_a_page_of_whoever_is_shown_it(paths: dict[Role, set[str]]) -> None:
    found = modules()
    seen = {
        (str(file.relative_to(SOURCE)), path, role)
        for file, roles in found.items()
        for path in links(file.read_text())
        for role in SHOWN_TO.get((str(file.relative_to(SOURCE)), path), roles)
    }
    assert {role for *_, role in seen} == set(Role)
    dead = {
        each for each in seen if each[0] != MADE_OF_PARTS and not leads(each[1], paths[each[2]])
    }
    assert dead == set()


def test_a_link_to_another_role_s_page_is_found(paths: dict[Role, set[str]]) -> None:
    assert [leads("/cases/-", paths[role]) for role in (Role.CLINIC, Role.LAB)] == [True, False]
    assert list(links("href={`/cases/${own.id}`} to='/visits?show=all' src='/icon.svg'")) == [
        "/cases/-",
        "/visits",
    ]


def test_whoever_hears_a_notice_has_the_page_that_it_opens(paths: dict[Role, set[str]]) -> None:
    led = [
        (kind.value, ROLE_OF[heard], leads("/" + _PLACE.sub("-", opens), paths[ROLE_OF[heard]]))
        for kind in Notice
        if (opens := CATALOGUE[kind].opens)
        for heard in HEARD_BY[kind]
        if heard in ROLE_OF
    ]
    assert {role for _, role, _ in led} == {Role.OPERATOR, Role.ADMIN}
    assert [each for each in led if not each[2]] == []


def test_every_text_has_the_same_facts_in_both_languages(declared: dict[str, Any]) -> None:
    texts = declared["texts"]
    assert len(texts) > 2000
    differing = [
        name
        for name, english, hindi in texts
        if sorted(_PLACE.findall(english)) != sorted(_PLACE.findall(hindi))
    ]
    assert differing == []


def test_no_text_is_left_in_english(declared: dict[str, Any]) -> None:
    """Abbreviations, marks and places of facts are the same in both; sentences are not."""
    left = [
        name
        for name, english, hindi in declared["texts"]
        if not _HINDI.search(hindi) and re.search(r"[a-z]{3}", _PLACE.sub("", english))
        if name not in {f"src/{each}" for each in NAMES}
    ]
    assert left == []
