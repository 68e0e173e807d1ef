"""Pushes as firebase-admin encodes and sends them, up to the requests that would leave."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import firebase_admin
import pytest
import requests
from firebase_admin import exceptions, messaging
from firebase_admin._messaging_encoder import MessageEncoder
from google.auth.credentials import AnonymousCredentials

from messaging import push
from messaging.models import InboxItem, Language, Notice, Preferences
from messaging.push import Fcm, Noted
from messaging.wording import Wording, link

AT = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
ITEM = InboxItem(
    kind=Notice.VISIT_REMINDER,
    refs={"visit": "Vx93LkZpLmN0aBcDeFgH", "starts_at": "2026-05-05T09:30:00+00:00"},
    sent_at=AT,
).placed("u" * 28, "i" * 40)


def written(to: str = "t1", now: datetime = AT, item: InboxItem = ITEM) -> messaging.Message:
    said = Wording(Preferences(language=Language.HINDI)).said(item)
    return push.message(to, item, said, link(item), now)


def encoded(message: messaging.Message) -> dict[str, Any]:
    """What the library would send."""
    found: dict[str, Any] = MessageEncoder().default(message)
    return found


# --- the message ---------------------------------------------------------------------------------


def test_a_message_is_words_a_kind_and_ids() -> None:
    said = Wording(Preferences(language=Language.HINDI)).said(ITEM)
    assert encoded(written()) == {
        "token": "t1",
        "notification": {"title": said.title, "body": said.body},
        "data": {**ITEM.refs, "item": "i" * 40, "kind": "visit_reminder"},
        "android": {
            "priority": "normal",
            "ttl": "86400s",
            "notification": {"tag": "i" * 40},
        },
        "apns": {
            "headers": {
                "apns-collapse-id": "i" * 40,
                "apns-expiration": str(int(AT.timestamp()) + 86400),
                "apns-priority": "5",
            },
            "payload": {"aps": {"sound": "default", "thread-id": "reminders"}},
        },
        "webpush": {
            "headers": {"TTL": "86400", "Urgency": "normal"},
            "notification": {"tag": "i" * 40},
            "fcm_options": {"link": "https://app.scanner.example/visits/Vx93LkZpLmN0aBcDeFgH"},
        },
    }


def test_what_begins_soon_is_sent_with_priority() -> None:
    soon = encoded(written(now=datetime(2026, 5, 5, 7, 30, tzinfo=UTC)))
    assert soon["android"]["priority"] == "high"
    assert soon["apns"]["headers"]["apns-priority"] == "10"
    assert soon["webpush"]["headers"]["Urgency"] == "high"


@pytest.mark.parametrize("kind", Notice)
@pytest.mark.parametrize("language", Language)
def test_the_longest_message_fits(kind: Notice, language: Language) -> None:
    """FCM takes 4096 bytes; ids of customers' own making may have 128 characters."""
    refs = dict.fromkeys(("visit", "upload", "consent", "wallet", "payment", "invoice"), "x" * 128)
    refs |= dict.fromkeys(("patient", "payout", "lab"), "x" * 128)
    refs |= dict.fromkeys(("order", "request", "ticket", "account", "case", "review"), "x" * 128)
    refs |= {"event": "x" * 128, "what": "payment.dispute.action_required"}
    refs |= {"state": "on_hold", "version": "x" * 128}
    refs |= dict.fromkeys(("visits", "accounts", "tickets", "payouts"), "100000")
    refs |= dict.fromkeys(("starts_at", "closes_at"), "2026-05-05T09:30:00+00:00")
    item = InboxItem(kind=kind, refs=refs, sent_at=AT).placed("u" * 128, "i" * 40)
    said = Wording(Preferences(language=language)).said(item)
    sent = encoded(push.message("t" * 1000, item, said, link(item), AT))
    payload = {name: sent[name] for name in ("data", "notification", "apns", "webpush", "android")}
    assert len(json.dumps(payload, ensure_ascii=False).encode()) <= 4096
    assert len(sent["apns"]["headers"]["apns-collapse-id"].encode()) <= 64


def test_a_link_that_the_library_would_not_take_is_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SCANNER_APP_URL", "http://127.0.0.1:5000")
    assert "fcm_options" not in encoded(written())["webpush"]
    monkeypatch.setenv("SCANNER_APP_URL", "https://127.0.0.1:5000/")
    assert encoded(written())["webpush"]["fcm_options"]["link"].startswith(
        "https://127.0.0.1:5000/visits/"
    )


# --- the adapter ---------------------------------------------------------------------------------


class Server:
    """FCM at the level of HTTP: answers by the token, as FCM's reference says."""

    app: firebase_admin.App

    def __init__(self) -> None:
        self.asked: list[requests.PreparedRequest] = []

    def answer(self, request: requests.PreparedRequest) -> requests.Response:
        self.asked.append(request)
        message = json.loads(request.body or "{}")["message"]
        status, body = self.judged(message["token"])
        found = requests.Response()
        found.status_code, found.request, found._content = (
            status,
            request,
            json.dumps(body).encode(),
        )
        found.headers["Content-Type"] = "application/json"
        return found

    @staticmethod
    def judged(token: str) -> tuple[int, dict[str, Any]]:
        errors = {
            "gone": (404, "NOT_FOUND", "UNREGISTERED", "Requested entity was not found."),
            "foreign": (403, "PERMISSION_DENIED", "SENDER_ID_MISMATCH", "SenderId mismatch"),
            "malformed": (
                400,
                "INVALID_ARGUMENT",
                "INVALID_ARGUMENT",
                "The registration token is not a valid FCM registration token",
            ),
            "faulty": (400, "INVALID_ARGUMENT", "INVALID_ARGUMENT", "Message is too big"),
            "quota": (429, "RESOURCE_EXHAUSTED", "QUOTA_EXCEEDED", "Quota exceeded"),
        }
        if token not in errors:
            return 200, {"name": "projects/demo-push/messages/1"}
        code, status, reason, text = errors[token]
        kind = "type.googleapis.com/google.firebase.fcm.v1.FcmError"
        details = [{"@type": kind, "errorCode": reason}]
        error = {"code": code, "status": status, "message": text, "details": details}
        return code, {"error": error}


class Anonymous(firebase_admin.credentials.Base):  # type: ignore[misc]
    """Credentials that ask nobody for a token."""

    def get_credential(self) -> AnonymousCredentials:
        return AnonymousCredentials()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Any:
    """FCM in place of the network, for an app that would reach it."""
    fcm = Server()

    def send(_self: object, request: requests.PreparedRequest, **_: object) -> requests.Response:
        return fcm.answer(request)

    app = firebase_admin.initialize_app(Anonymous(), {"projectId": "demo-push"}, "push")
    monkeypatch.setattr(requests.adapters.HTTPAdapter, "send", send)
    fcm.app = app
    yield fcm
    firebase_admin.delete_app(app)


def test_the_adapter_sends_what_was_written(server: Server) -> None:
    answer = Fcm(server.app).send([written("t1"), written("t2")])
    assert [each.success for each in answer.responses] == [True, True]
    sent = {json.loads(r.body or "")["message"]["token"]: r for r in server.asked}
    assert set(sent) == {"t1", "t2"}
    request = sent["t1"]
    assert (request.method, request.url) == (
        "POST",
        "https://fcm.googleapis.com/v1/projects/demo-push/messages:send",
    )
    assert json.loads(request.body or "") == {"message": encoded(written("t1"))}


def test_a_token_is_dead_where_fcm_says_so_and_not_where_it_says_anything_else(
    server: Server,
) -> None:
    tokens = ["gone", "alive", "foreign", "malformed", "faulty", "quota"]
    answers = Fcm(server.app).send([written(token) for token in tokens]).responses
    errors = [answer.exception for answer in answers]
    assert [type(error) for error in errors] == [
        messaging.UnregisteredError,
        type(None),
        messaging.SenderIdMismatchError,
        exceptions.InvalidArgumentError,
        exceptions.InvalidArgumentError,
        messaging.QuotaExceededError,
    ]
    assert [push.dead(error) for error in errors] == [True, False, True, True, False, False]
    assert len(server.asked) == len(tokens)


@pytest.mark.parametrize(
    ("setting", "emulated", "expected"),
    [
        ("fcm", False, Fcm),
        ("fcm", True, Noted),
        ("log", False, Noted),
        ("log", True, Noted),
        ("none", False, type(None)),
    ],
)
def test_pushes_go_where_the_setting_says_and_never_from_the_emulators(
    setting: str, emulated: bool, expected: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCANNER_PUSH", setting)
    monkeypatch.delenv("STORAGE_EMULATOR_HOST", raising=False)
    if emulated:
        monkeypatch.setenv("STORAGE_EMULATOR_HOST", "http://127.0.0.1:1")
    assert type(push.configured()) is expected


def test_what_is_noted_is_ids(capsys: pytest.CaptureFixture[str]) -> None:
    answer = Noted().send([written("secret-token")])
    assert [each.success for each in answer.responses] == [True]
    printed = capsys.readouterr()
    assert "i" * 40 in printed.out + printed.err
    assert "secret-token" not in printed.out + printed.err
