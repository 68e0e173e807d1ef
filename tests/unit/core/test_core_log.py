"""Log lines: where and what kind, never what was typed."""

import json

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
