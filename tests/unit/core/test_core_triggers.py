"""Triggers that fail: the log says how by kinds and places, and no text of an error goes on."""

from __future__ import annotations

import json
import traceback

import pytest

from core.triggers import FailedError, telling

SECRET = "Meera Joshi"


def test_what_fails_is_told_without_its_text(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(FailedError) as caught, telling("upload failed", generation=7):
        raise ValueError(SECRET)
    (line,) = capsys.readouterr().err.splitlines()
    assert json.loads(line)["generation"] == 7
    assert "ValueError" in line
    assert SECRET not in line + "".join(traceback.format_exception(caught.value))


def test_what_was_told_already_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(FailedError), telling("upload failed"):
        raise FailedError
    assert capsys.readouterr().err == ""


def test_what_goes_well_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with telling("upload failed"):
        pass
    assert capsys.readouterr().err == ""
