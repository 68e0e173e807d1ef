"""The text of the privacy policy that an app shows is the one that is promised."""

from __future__ import annotations

import pytest

from accounts import policy
from core import settings
from tools.docs import promises

PROMISED = (promises.ROOT / promises.POLICY).read_text(encoding="utf-8")


def test_the_text_is_shown_under_the_version_in_force() -> None:
    shown = policy.in_force()
    assert (shown.version, shown.updated, shown.text) == ("2026-05", "May 2026", PROMISED.strip())


@pytest.mark.parametrize("version", ["2026-04", "2199-01"])
def test_no_text_is_shown_under_a_version_that_it_is_not(
    version: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(settings.POLICY_VERSION.name, version)
    shown = policy.in_force()
    assert (shown.version, shown.updated, shown.text) == (version, None, None)
