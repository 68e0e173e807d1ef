"""The client's words are those of the functions: findings of files, and notices."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from core import settings
from messaging.catalogue import CATALOGUE
from messaging.models import InboxItem, Language, Notice, Preferences
from messaging.wording import Wording, link
from scans.gate.said import said
from scans.gate.sentences import TEMPLATES
from tests.support.typescript import ClientCopy
from tools.docs.words import places

SENT = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
#: Whole and broken, of few and of many digits.
NUMBERS = (0, 7, 1234, 9_999, 123_456, 12_345_678, 0.01, 25.1, 99.996, 1234.5, 9_999.6)
#: So small that it has an exponent: an extent alone may be.
TINY = 0.000012345
WORDS = {"formats": "JPEG, PNG", "last": "BMP", "coding": "hdr", "unit": "inches"}
ZONES = ("Asia/Kolkata", "America/St_Johns")


def findings() -> Iterator[dict[str, Any]]:
    for key, template in TEMPLATES.items():
        for number in (*NUMBERS, TINY) if ".4g" in template else NUMBERS:
            figures = {name: WORDS.get(name, number) for name in places.of(template)}
            code, _, variant = key.partition(".")
            found = said(code, variant, **figures).finding(code, "warning")
            yield {"finding": found.model_dump(mode="json"), "sentence": found.sentence}


def refs(kind: Notice, at: str) -> Iterator[dict[str, str]]:
    """What a notice may be told with: at the hours of a day, with and without what may be there."""
    needed = {name: f"{name}AbCdEf012345" for name in CATALOGUE[kind].refs}
    needed |= {name: at for name in needed if name.endswith("_at")}
    for state in ("uploaded", "en_route", "of_a_newer_release")[: 2 if "state" in needed else 1]:
        yield needed | ({"state": state} if "state" in needed else {}) | {"starts_at": at}
    if "starts_at" not in needed:
        yield needed | ({"state": "cancelled"} if "state" in needed else {})


def notices() -> Iterator[dict[str, Any]]:
    for kind in Notice:
        for hour in (0, 3, 6, 12, 18, 23):
            for shown in refs(kind, f"2026-12-31T{hour:02}:31:00+00:00"):
                item = InboxItem(kind=kind, refs=shown, sent_at=SENT)
                for language in Language:
                    for zone in ZONES:
                        told = Wording(Preferences(language=language, zone=zone)).said(item)
                        yield {
                            "kind": kind.value,
                            "refs": shown,
                            "language": language.value,
                            "zone": zone,
                            "title": told.title,
                            "body": told.body,
                            "path": link(item).removeprefix(settings.APP_URL.value) or None,
                        }


def test_the_client_says_what_the_functions_say(built: ClientCopy) -> None:
    cases = {"findings": list(findings()), "notices": list(notices())}
    assert built.run(Path(__file__).with_name("words.mjs"), cases) == ""
