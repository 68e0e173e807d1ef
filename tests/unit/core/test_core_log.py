"""Log lines: where and what kind, never what was typed."""

import json
import logging
from contextlib import contextmanager

import pytest
from firebase_functions.private import util
from flask import Flask

from core import log

SECRET = "Meera Joshi +919812345678"


def fail(*kinds: type[Exception]) -> None:
    """Raises errors of these kinds, each the cause of the one before."""
    kind, *causes = kinds
    try:
        if causes:
            fail(*causes)
    except Exception as err:
        raise kind(SECRET) from err
    raise kind(SECRET)


def test_a_failure_is_told_by_types_and_places(capsys):
    try:
        fail(RuntimeError, ValueError, KeyError)
    except RuntimeError as err:
        err.add_note(SECRET)
        log.failure("it failed", err, function="scans/open_case")
    printed = capsys.readouterr()
    assert SECRET not in printed.out + printed.err
    assert "Meera" not in printed.out + printed.err
    line = json.loads(printed.err)
    assert line["severity"] == "ERROR"
    assert line["message"] == "it failed"
    assert line["function"] == "scans/open_case"
    kinds = [text.split(" at ")[0] for text in line["error_chain"]]
    assert kinds == ["RuntimeError", "ValueError", "KeyError"]
    assert all("test_core_log.py:" in text and "fail" in text for text in line["error_chain"])


def test_an_error_that_was_never_raised_is_told_too(capsys):
    log.failure("it failed", ValueError(SECRET))
    printed = capsys.readouterr()
    assert SECRET not in printed.out + printed.err
    assert json.loads(printed.err)["error_chain"] == ["ValueError at "]


def test_the_other_lines_carry_their_fields(capsys):
    log.info("callable", function="f", milliseconds=3)
    log.warn("slow")
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert first == {"severity": "INFO", "message": "callable", "function": "f", "milliseconds": 3}
    assert second == {"severity": "WARNING", "message": "slow"}


# --- what firebase-functions logs ----------------------------------------------------------------


@pytest.fixture
def root():
    """What is logged past our own functions, line by line.

    `main`, which any test before may have imported, leaves its filter on the root logger: these
    tests put their own there.
    """
    lines: list[str] = []

    class Kept(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(self.format(record))

    logger, handler = logging.getLogger(), Kept()
    logger.addHandler(handler)
    before, logger.filters = logger.filters, []
    yield lines
    logger.filters = before
    logger.removeHandler(handler)


@contextmanager
def quieted():
    added = log.WithoutPayloads()
    logging.getLogger().addFilter(added)
    try:
        yield
    finally:
        logging.getLogger().removeFilter(added)


def refused() -> None:
    """Two requests that the library refuses: what is in the one, and the token of the other."""
    app = Flask("refused")
    with app.test_request_context(method="POST", json={"data": {}, "patient": "Asha Rao"}) as asked:
        util.valid_on_call_request(asked.request)
    headers = {"Authorization": "Bearer AshaSecret"}
    with app.test_request_context(method="POST", json={"data": {}}, headers=headers) as asked:
        util.on_call_check_tokens(asked.request)


def test_the_library_says_where_it_refused_and_not_what(root):
    with quieted():
        refused()
    assert len(root) >= 2
    assert all(line.startswith("firebase-functions: util:") for line in root)
    assert "Asha" not in "".join(root)


def test_without_that_it_says_what_it_refused(root):
    refused()
    assert "Asha Rao" in "".join(root)


def test_what_others_log_is_left_as_it_is(root):
    with quieted():
        logging.getLogger().warning("a line of %s", "ours")
    assert root == ["a line of ours"]
