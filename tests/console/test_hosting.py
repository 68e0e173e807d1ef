"""The console as the hosting emulator serves it: with the headers that firebase.json declares."""

from __future__ import annotations

import http.client
import json
import os
from collections.abc import Callable
from contextlib import closing
from email.message import Message
from urllib.parse import urlsplit

import pytest

from tests.support.sources import ROOT
from tools.emulators.layout import BUCKET, PROJECT

DECLARED = json.loads((ROOT / "firebase.json").read_text(encoding="utf-8"))["hosting"]["headers"]
EVERYWHERE = {
    header["key"]: header["value"]
    for rule in DECLARED
    if rule["source"] == "**"
    for header in rule["headers"]
}
YEAR = "public, max-age=31536000, immutable"
BUILT = ROOT / "web" / "dist"


def got(console: str, path: str) -> tuple[int, Message, bytes]:
    """What a browser gets for a path."""
    with closing(http.client.HTTPConnection(urlsplit(console).netloc, timeout=30)) as connection:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()


@pytest.mark.parametrize("path", ["/", "/orders/x7Kd02", "/index.html", "/no/such/page.html"])
def test_a_link_into_the_console_opens_it_and_is_not_kept(console: str, path: str) -> None:
    """The console itself says what is not there; a new release is seen at once."""
    status, headers, body = got(console, path)
    assert (status, body) == (200, (BUILT / "index.html").read_bytes())
    assert headers["Content-Type"].startswith("text/html")
    assert headers["Cache-Control"] == "no-cache"


def test_what_is_named_by_its_content_is_kept_for_a_year(console: str) -> None:
    path = next(path for path in (BUILT / "assets").iterdir() if path.suffix == ".js")
    status, headers, body = got(console, f"/assets/{path.name}")
    assert (status, body) == (200, path.read_bytes())
    assert headers["Cache-Control"] == YEAR


def test_a_chunk_of_another_release_is_missing_and_no_page(console: str) -> None:
    status, _, body = got(console, "/assets/index-00000000.js")
    assert status == http.client.NOT_FOUND
    assert b"noscript" not in body


@pytest.mark.parametrize("path", ["/", "/orders/x7Kd02", "/icon.svg", "/assets/none.js"])
def test_every_answer_has_the_headers(console: str, path: str) -> None:
    """The policy is in test_hosting.py of the launcher's unit tests; here it has more."""
    _, headers, _ = got(console, path)
    for name, value in EVERYWHERE.items():
        if name != "Content-Security-Policy":
            assert headers.get_all(name) == [value], name
    (policy,) = headers.get_all("Content-Security-Policy", [])
    assert set(EVERYWHERE["Content-Security-Policy"].split("; ")[:5]) <= set(policy.split("; "))


def test_the_console_finds_its_project_and_the_emulators(console: str) -> None:
    _, headers, body = got(console, "/__/firebase/init.json")
    assert headers["Content-Type"].startswith("application/json")
    told = json.loads(body)
    assert told["projectId"] == PROJECT
    assert told["storageBucket"] == BUCKET
    status, headers, body = got(console, "/emulators.json")
    assert status == http.client.OK
    assert headers["Content-Type"].startswith("application/json")
    told = json.loads(body)
    for name in ("auth", "functions", "firestore", "storage"):
        assert told[name] == int(os.environ[f"SCANNER_{name.upper()}_PORT"])


def test_a_browser_keeps_to_the_policy(play: Callable[..., None]) -> None:
    play("policy", hub=int(os.environ["SCANNER_HUB_PORT"]))
