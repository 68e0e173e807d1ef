"""Callables by path as clients reach them: through the framework, the token check and the router.

The functions run in this process, behind the application that functions-framework makes of them;
App Check, which is decided when a function is declared, is tried in processes of their own.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import functions_framework
import pytest
import requests
from werkzeug.test import Client, TestResponse

from core.callables import Spec
from tests.support import tokens
from tests.support.sources import FUNCTIONS
from tools import deployed
from tools.client import Person
from tools.served import served

UNKNOWN = "There is no such function: check its name, or update the app."
NAMES = sorted(spec.name for specs in deployed.callables().values() for spec in specs)
NOBODY = Person()

Serve = Callable[[str], Client]


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch) -> Serve:
    """Serve one function, as an instance of it does."""
    monkeypatch.setitem(sys.modules, "main", sys.modules["main"])
    monkeypatch.setattr(sys, "path", [*sys.path])
    monkeypatch.setenv("THREADS", "1")

    def instance(function: str) -> Client:
        monkeypatch.setenv("FUNCTION_TARGET", function)
        return Client(functions_framework.create_app(function, str(FUNCTIONS / "main.py")))

    return instance


def ask(client: Client, path: str, person: Person = NOBODY, data: Any = None) -> TestResponse:
    """Call what is at a path, in the form in which the SDKs call."""
    headers = {"Authorization": f"Bearer {person.token}"} if person.token else {}
    return client.post(path, json={"data": data}, headers=headers)


def logged(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    """The log lines of calls."""
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines() if line[:1] == "{"]
    return [line for line in lines if line["message"] == "callable"]


def reason(answer: TestResponse) -> str:
    """Why a call was refused."""
    assert answer.json is not None
    return str(answer.json["error"]["details"]["reason"])


@pytest.mark.parametrize("name", NAMES)
def test_each_callable_is_reached_by_its_path(
    name: str, serve: Serve, capsys: pytest.CaptureFixture[str]
) -> None:
    function, _, path = name.partition("/")
    answer = ask(serve(function), f"/{path}")
    assert (answer.status_code, reason(answer)) == (401, "sign-in-required")
    (line,) = logged(capsys)
    assert (line["function"], line["outcome"], line["uid"]) == (name, "sign-in-required", None)


@pytest.mark.parametrize(
    "path", ["/", "/open_case/", "/open_case/Meera", "/Meera%20Joshi", "/scans/open_case"]
)
def test_what_no_function_serves_is_told_by_its_reason_and_not_logged(
    path: str, serve: Serve, capsys: pytest.CaptureFixture[str]
) -> None:
    scans, person = serve("scans"), tokens.person()
    answer = ask(scans, path, person)
    assert (answer.status_code, reason(answer)) == (404, "callable-unknown")
    assert answer.json == {
        "error": {
            "status": "NOT_FOUND",
            "message": UNKNOWN,
            "details": {"reason": "callable-unknown", "sentence": UNKNOWN},
        }
    }
    printed = capsys.readouterr()
    (line,) = [json.loads(line) for line in printed.out.splitlines() if line[:1] == "{"]
    assert (line["function"], line["outcome"]) == ("scans", "callable-unknown")
    assert "Meera" not in printed.out + printed.err

    assert reason(ask(scans, "/open_case", person)) == "account-not-active"
    assert [line["function"] for line in logged(capsys)] == ["scans/open_case"]


def test_one_instance_serves_two_callables(
    serve: Serve, capsys: pytest.CaptureFixture[str]
) -> None:
    scans, person = serve("scans"), tokens.person()
    for path in ("/open_case", "/get_figures", "/open_case"):
        assert reason(ask(scans, path, person)) == "account-not-active"
    told = [(line["function"], line["uid"]) for line in logged(capsys)]
    assert told == [
        ("scans/open_case", person.uid),
        ("scans/get_figures", person.uid),
        ("scans/open_case", person.uid),
    ]


@pytest.mark.parametrize("spoil", [lambda token: token[:-30], lambda token: "x.y.z"])
def test_a_token_is_verified_before_the_callable(
    spoil: Callable[[str], str], serve: Serve, capsys: pytest.CaptureFixture[str]
) -> None:
    scans, person = serve("scans"), tokens.person()
    spoiled = Person(token=spoil(person.token))
    answer = ask(scans, "/open_case", spoiled)
    assert answer.status_code == 401
    assert answer.json == {"error": {"status": "UNAUTHENTICATED", "message": "Unauthenticated"}}
    assert logged(capsys) == []
    assert reason(ask(scans, "/open_case", person)) == "account-not-active"


def test_app_check_is_asked_for_where_it_is_enforced(tmp_path: Path) -> None:
    """The two differ in the setting alone."""
    person = tokens.person()
    found: dict[str, tuple[int, str | None]] = {}
    for enforced in ("true", "false"):
        with served("scans", tmp_path / enforced, SCANNER_ENFORCE_APP_CHECK=enforced) as function:
            answer = requests.post(
                f"{function.url}/open_case",
                json={"data": None},
                headers={"Authorization": f"Bearer {person.token}"},
                timeout=60,
            )
        details = answer.json()["error"].get("details", {})
        found[enforced] = (answer.status_code, details.get("reason"))
        lines = (tmp_path / enforced).read_text()
        assert ('"function": "scans/open_case"' in lines) is (enforced == "false")
    assert found == {"true": (401, None), "false": (403, "account-not-active")}


def test_the_names_here_are_all_that_there_are() -> None:
    assert set(NAMES) == set(Spec.registry)
