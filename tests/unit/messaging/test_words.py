"""The catalogue is complete, and every kind can be said in every language, with ids alone."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta

import pytest
from jinja2 import Environment, UndefinedError, meta
from jinja2.sandbox import SandboxedEnvironment
from pydantic import ValidationError

from labs.orders.models import OrderState
from messaging import catalogue, push
from messaging.catalogue import CATALOGUE, MANDATORY
from messaging.models import Channel, Group, InboxItem, Language, Notice, Preferences
from messaging.wording import WORDS, Wording, link
from scans.visits.models import VisitState
from tests.support.registry import models
from tests.support.sources import ROOT

AT = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
SAMPLES = {
    "state": "cancelled",
    "starts_at": "2026-05-05T09:30:00+00:00",
    "closes_at": "2026-06-03T09:30:00+00:00",
}
ID = "8KdQ3fZpLmN0aBcDeFgH"
EVERYTHING = [
    pytest.param(kind, language, id=f"{kind}-{language}")
    for kind in Notice
    for language in Language
]
#: What FCM keeps for itself: https://firebase.google.com/docs/reference/fcm/rest/v1/projects.messages
RESERVED = re.compile(r"^(from|message_type|collapse_key|google.*|gcm.*)$")


def notice(kind: Notice, *more: str, **refs: str) -> InboxItem:
    """A notice with the refs that its row asks for."""
    needed = {name: SAMPLES.get(name, ID) for name in (*CATALOGUE[kind].refs, *more)}
    item = InboxItem(kind=kind, refs={**needed, **refs}, sent_at=AT)
    return item.placed("u" * 28, ID)


def reader(language: Language = Language.ENGLISH, **chosen: object) -> Wording:
    return Wording(Preferences.model_validate({"language": language, **chosen}))


# --- completeness --------------------------------------------------------------------------------


def test_every_kind_has_a_row_and_words_in_every_language() -> None:
    assert set(CATALOGUE) == set(Notice)
    assert set(WORDS) == set(Language)
    for words in WORDS.values():
        assert set(words.notices) == set(Notice)


def test_every_group_and_channel_is_used() -> None:
    assert {row.group for row in CATALOGUE.values()} == set(Group)
    assert {channel for row in CATALOGUE.values() for channel in row.channels} == set(Channel)
    assert all(row.channels for row in CATALOGUE.values())


@pytest.mark.parametrize("language", Language)
def test_every_state_of_visits_and_orders_has_a_name(language: Language) -> None:
    states = {state.value for state in (*VisitState, *OrderState)}
    assert set(WORDS[language].states) == states


def test_no_state_of_an_order_is_insisted_on_that_there_is_not() -> None:
    insisted = {state for row in CATALOGUE.values() for state in row.insists}
    assert insisted == {OrderState.ON_HOLD, OrderState.LOST}


def test_languages_say_things_of_their_own() -> None:
    english, hindi = WORDS[Language.ENGLISH], WORDS[Language.HINDI]
    devanagari = re.compile(r"[\u0900-\u097f]")
    for kind in Notice:
        said = hindi.notices[kind]
        assert devanagari.search(said.title), kind
        assert devanagari.search(said.body), kind
        assert not devanagari.search(english.notices[kind].title + english.notices[kind].body)
    assert all(devanagari.search(name) for name in (*hindi.states.values(), *hindi.months))


# --- rendering -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "language"), EVERYTHING)
def test_every_kind_is_said_with_its_refs_alone(kind: Notice, language: Language) -> None:
    item = notice(kind)
    said, mail = reader(language).said(item), reader(language).mail(item)
    assert 5 <= len(said.title) <= 50
    assert 10 <= len(said.body) <= 170
    for text in (said.title, said.body, mail.text, mail.html):
        assert not re.search(r"[{}%]\s*[{}%]|None|Undefined", text)
    assert mail.subject == said.title
    assert said.body in mail.text
    assert link(item) in mail.text
    assert f'href="{link(item)}"' in mail.html
    assert f'lang="{language}"' in mail.html


@pytest.mark.parametrize(("kind", "language"), EVERYTHING)
def test_words_use_what_the_row_names_and_no_more(kind: Notice, language: Language) -> None:
    """But for `starts_at`, which words that may lack it ask for first."""
    said = WORDS[language].notices[kind]
    parsed = SandboxedEnvironment(extensions=[])
    parsed.filters["short"] = str
    used = meta.find_undeclared_variables(parsed.parse(said.title + said.body))
    assert used <= {*CATALOGUE[kind].refs, "states", "when", "starts_at"}


@pytest.mark.parametrize("kind", [kind for kind in Notice if CATALOGUE[kind].opens.count("{")])
def test_a_notice_that_lacks_a_ref_is_not_sent_half_said(kind: Notice) -> None:
    bare = InboxItem(kind=kind, refs={}, sent_at=AT).placed("u" * 28, ID)
    with pytest.raises((UndefinedError, KeyError)):
        reader().mail(bare)
    reader().mail(notice(kind))


def test_times_are_those_of_the_receivers_zone_and_language() -> None:
    item = notice(Notice.VISIT_REMINDER)
    assert "5 May 2026, 3:00 pm" in reader().said(item).body
    assert "5 मई 2026, दोपहर 3:00 बजे" in reader(Language.HINDI).said(item).body
    assert "5 May 2026, 10:30 am" in reader(zone="Europe/London").said(item).body
    assert "5 May 2026, 3:15 pm" in reader(zone="Asia/Kathmandu").said(item).body
    assert "Sent on: 4 May 2026, 5:30 am" in reader(zone="America/New_York").mail(item).text


@pytest.mark.parametrize(
    ("hour", "english", "hindi"),
    [
        (0, "12:05 am", "रात 12:05"),
        (3, "3:05 am", "रात 3:05"),
        (4, "4:05 am", "सुबह 4:05"),
        (11, "11:05 am", "सुबह 11:05"),
        (12, "12:05 pm", "दोपहर 12:05"),
        (16, "4:05 pm", "शाम 4:05"),
        (20, "8:05 pm", "रात 8:05"),
    ],
)
def test_the_parts_of_the_day(hour: int, english: str, hindi: str) -> None:
    at = datetime(2026, 1, 9, hour, 5, tzinfo=UTC)
    assert reader(zone="UTC").when(at) == f"9 Jan 2026, {english}"
    assert reader(Language.HINDI, zone="UTC").when(at) == f"9 जनवरी 2026, {hindi} बजे"


def test_a_visit_says_when_it_begins_where_that_is_known() -> None:
    for kind in (Notice.VISIT_ASSIGNED, Notice.VISIT_CANCELLED):
        for language, found in ((Language.ENGLISH, "5 May"), (Language.HINDI, "5 मई")):
            assert found in reader(language).said(notice(kind, "starts_at")).body
            assert found not in reader(language).said(notice(kind)).body


def test_ids_are_shortened_in_words_and_whole_in_links() -> None:
    mail = reader().mail(notice(Notice.ORDER_PLACED))
    assert "Order 8KdQ3f has" in mail.text
    assert f"/orders/{ID}" in mail.text
    assert ID not in mail.subject


def test_the_words_of_a_kind_are_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """An instance writes the same few again and again: compiling takes longer than all else."""
    first = reader().said(notice(Notice.VISIT_REQUESTED))
    compiled: list[object] = []
    real = Environment.compile
    monkeypatch.setattr(Environment, "compile", lambda *a, **k: compiled.append(a) or real(*a, **k))
    assert reader().said(notice(Notice.VISIT_REQUESTED)) == first
    assert compiled == []


def test_what_cannot_be_switched_off_says_so() -> None:
    words = WORDS[Language.ENGLISH]
    for kind, state, mandatory in (
        (Notice.ACCOUNT_SUSPENDED, "", True),
        (Notice.CONSENT_WITHDRAWN, "", True),
        (Notice.ORDER_MOVED, "on_hold", True),
        (Notice.ORDER_MOVED, "shipped", False),
        (Notice.VISIT_MOVED, "accepted", False),
    ):
        mail = reader().mail(notice(kind, **({"state": state} if state else {})))
        assert (words.mandatory in mail.html) is mandatory
        assert (words.settings in mail.text) is not mandatory


def test_markup_in_a_setting_stays_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCANNER_APP_URL", 'https://x.example/"><script>')
    mail = reader().mail(notice(Notice.ACCOUNT_APPROVED))
    assert "<script>" not in mail.html
    assert "<script>" in mail.text


# --- preferences ---------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", Notice)
def test_what_is_mandatory_comes_by_every_channel_and_the_rest_as_preferred(kind: Notice) -> None:
    row, refs = CATALOGUE[kind], notice(kind).refs
    silent = Preferences(channels={group: [] for group in Group})
    assert row.wanted(Preferences(), refs) == row.channels
    if row.group in MANDATORY:
        assert row.wanted(silent, refs) == set(Channel)
    else:
        assert row.wanted(silent, refs) == set()
        for channel in Channel:
            one = Preferences(channels={row.group: [channel]})
            assert row.wanted(one, refs) == {channel}


def test_an_order_on_hold_reaches_who_switched_orders_off() -> None:
    row, silent = CATALOGUE[Notice.ORDER_MOVED], Preferences(channels={Group.ORDERS: []})
    assert row.wanted(silent, {"state": "on_hold"}) == set(Channel)
    assert row.wanted(silent, {"state": "ready"}) == set()


def test_what_begins_soon_is_urgent() -> None:
    def urgent(**after: float) -> bool:
        return catalogue.urgent({"starts_at": (AT + timedelta(**after)).isoformat()}, AT)

    assert urgent(hours=0)
    assert urgent(hours=2)
    assert urgent(hours=12)
    assert not urgent(hours=12, seconds=1)
    assert not urgent(hours=24)
    assert not urgent(seconds=-1)
    assert not catalogue.urgent({}, AT)


# --- what is stored ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "value",
    ["Asha Rao", "asha@example.com", "Dr. Rao", "आशा", "", "a/b", "x" * 129, "upper jaw.stl"],
)
def test_refs_take_ids_codes_and_times_and_no_words(value: str) -> None:
    with pytest.raises(ValidationError):
        InboxItem(kind=Notice.UPLOAD_READY, refs={"upload": value}, sent_at=AT)
    for fits in (ID, "en_route", "SC-2627-000123", SAMPLES["starts_at"], "erase-x"):
        InboxItem(kind=Notice.UPLOAD_READY, refs={"upload": fits}, sent_at=AT)


@pytest.mark.parametrize("kind", Notice)
def test_no_ref_has_a_name_that_fcm_keeps_for_itself(kind: Notice) -> None:
    message = push.message("t", notice(kind), reader().said(notice(kind)), link(notice(kind)), AT)
    assert not [name for name in message.data if RESERVED.match(name)]
    assert not {"item", "kind"} & set(CATALOGUE[kind].refs)


def test_what_says_when_it_expires_is_taken_away_then() -> None:
    """What is kept by a rule of days alone; other expiries are the code's."""
    held = json.loads((ROOT / "firestore.indexes.json").read_text(encoding="utf-8"))
    ttl = {each["collectionGroup"] for each in held["fieldOverrides"] if each.get("ttl")}
    kept = {"message", "request", "job", "inbox", "count", "invite"}
    asked = {
        model.collection()
        for model in models()
        for name, declared in model.declarations()
        if name in {"expires_at", "gone_at"} and declared is not None and declared.kept in kept
    }
    named = {"deliveries", "inbox", "invites", "jobs", "link_counts", "mail", "notices", "requests"}
    assert asked == ttl == named
