"""Settings: typed, read anew each time, and refused before anything starts on a bad one."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from typing import Any

import pytest

from core import setting, settings
from core.setting import DECLARED, Setting, SettingInvalidError
from scans.gate import limit_settings
from tests.support.sources import FUNCTIONS

#: By hand: what a setting takes, the value of it, and what it refuses.
TRIED: dict[str, tuple[str, Any, str]] = {
    "SCANNER_REGION": ("europe-west1", "europe-west1", "Mumbai"),
    "SCANNER_ENFORCE_APP_CHECK": ("true", True, "True"),
    "SCANNER_SWEEP_MINUTES": (" 60 ", 60, "61"),
    "SCANNER_CLEAN_BUCKET": ("scans-of-mine", "scans-of-mine", "Scans"),
    "SCANNER_POLICY_VERSION": ("2027-01", "2027-01", "2027"),
    "SCANNER_INVITE_DAYS": ("1", 1, "0"),
    "SCANNER_RIGHTS_DAYS": ("1", 1, "0"),
    "SCANNER_COOLING_OFF_DAYS": ("0", 0, "-1"),
    "SCANNER_EXPORT_DAYS": ("29", 29, "30"),
    "SCANNER_INACTIVE_MONTHS": ("1", 1, "0"),
    "SCANNER_INACTIVE_NOTICE_DAYS": ("1", 1, "a month"),
    "SCANNER_OPEN_TICKETS": ("1", 1, ""),
    "SCANNER_LINK_MINUTES": ("15", 15, "15.5"),
    "SCANNER_SLOT_MINUTES": ("15", 15, "1e2"),
    "SCANNER_REMINDER_HOURS": ("30, 0.5", (30.0, 0.5), "30;5"),
    "SCANNER_CASE_IDLE_MONTHS": ("1", 1, "0"),
    "SCANNER_COMPLETION_DAYS": ("1", 1, "0"),
    "SCANNER_PARCEL_DAYS": ("0", 0, "-1"),
    "SCANNER_LOSS_ANSWER_DAYS": ("0", 0, "-1"),
    "SCANNER_LAB_LINKS_A_DAY": ("1", 1, "0"),
    "SCANNER_STATE": ("29", "29", "Karnataka"),
    "SCANNER_LEGAL_NAME": ("A & Co", "A & Co", " "),
    "SCANNER_ADDRESS": ("1 A Road", "1 A Road", ""),
    "SCANNER_GSTIN": ("", "", "27AAPFU0939F1Z"),
    "SCANNER_SAC_VISIT": ("999312", "999312", "99931"),
    "SCANNER_SAC_CANCELLATION": ("999312", "999312", "9993123"),
    "SCANNER_SAC_COMMISSION": ("999312", "999312", ""),
    "SCANNER_VOUCHERS_FROM": ("2027-04-01", date(2027, 4, 1), "1 April 2027"),
    "SCANNER_ADVANCE_TAX": ("500", 500, "10001"),
    "SCANNER_SAC_ADVANCE": ("999312", "999312", "none"),
    "SCANNER_CLOSING_DAYS": ("0", 0, "29"),
    "SCANNER_CREDIT_NOTES_UNTIL": ("09-30", (9, 30), "02-29"),
    "SCANNER_ANNUAL_RETURNS": (
        "2526=2026-10-15, 2627=2027-10-20",
        {"2526": date(2026, 10, 15), "2627": date(2027, 10, 20)},
        "2025-26=2026-10-15",
    ),
    "SCANNER_LATE_REFUND_TAX": ("platform", "platform", "clinic"),
    "SCANNER_TDS_RATE": ("10", 10, "0.1"),
    "SCANNER_TDS_RATE_WITHOUT_PAN": ("0", 0, "5 %"),
    "SCANNER_TDS_EXEMPT_SALES": ("0", 0, "-1"),
    "SCANNER_TCS_RATE": ("50", 50, "10001"),
    "SCANNER_LAB_PRICES_GST": ("500", 500, "none"),
    "RAZORPAY_URL": ("http://127.0.0.1:1", "http://127.0.0.1:1", "api.razorpay.com"),
    "RAZORPAY_KEY_ID": ("rzp_live_1a", "rzp_live_1a", "rzp live"),
    "RAZORPAYX_ACCOUNT": ("7878780080316316", "7878780080316316", "78-78"),
    "SCANNER_RECONCILED_DAYS": ("1", 1, "0"),
    "SCANNER_PAYOUT_WAIT_HOURS": ("0", 0, "-1"),
    "SCANNER_PAYOUT_LEAST": ("1", 1, "0"),
    "SCANNER_PAYOUT_SECOND_APPROVAL": ("0", 0, "-1"),
    "SCANNER_PAYOUT_SCHEDULE": (" Friday ", "Friday", "29"),
    "SCANNER_PAYOUT_COLUMNS": (
        "Ref = reference,Rs=amount",
        (("Ref", "reference"), ("Rs", "amount")),
        "Ref=reference,What=pan",
    ),
    "SCANNER_PAYOUT_MODE": ("IMPS", "IMPS", "RTGS"),
    "SCANNER_APP_URL": ("https://a.example", "https://a.example", "a.example"),
    "SCANNER_PUSH": ("log", "log", "pigeon"),
    "SCANNER_ADMINS_TOLD": ("1", 1, "0"),
    "SCANNER_COMPILED_DRAWING": ("false", False, "off"),
}
LIMITS = {
    each.name
    for group in (limit_settings.STL, limit_settings.IMAGE, limit_settings.ARCHIVE)
    for each in group.values()
}


def test_every_setting_is_tried() -> None:
    assert set(TRIED) == set(DECLARED) - LIMITS


@pytest.mark.parametrize("name", TRIED)
def test_a_setting_takes_what_it_is_and_nothing_else(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken, value, refused = TRIED[name]
    declared = DECLARED[name]
    monkeypatch.setenv(name, taken)
    assert declared.value == value
    assert type(declared.value) is type(value)
    assert type(declared.default) in {type(value), type(None)}
    assert declared.value != declared.default
    monkeypatch.setenv(name, refused)
    with pytest.raises(SettingInvalidError) as raised:
        _ = declared.value
    said = str(raised.value)
    assert said.startswith(f"{name} takes ")
    assert repr(refused) in said
    assert "functions/.env" in said
    monkeypatch.delenv(name)
    assert declared.value == declared.default


@pytest.mark.parametrize("name", sorted(LIMITS))
def test_a_limit_takes_no_word(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "many")
    with pytest.raises(SettingInvalidError, match=rf"^{name} takes a (whole )?number"):
        _ = DECLARED[name].value


@pytest.mark.parametrize("schedule", ["", "monday", "SUNDAY", "1", "9", "10", "19", "20", "28"])
def test_a_schedule_has_a_day_in_every_month(
    schedule: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCANNER_PAYOUT_SCHEDULE", schedule)
    assert schedule == settings.PAYOUT_SCHEDULE.value


@pytest.mark.parametrize("schedule", ["29", "0", "mon", "-1", "friday,monday", "05"])
def test_a_schedule_without_such_a_day_is_refused(
    schedule: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCANNER_PAYOUT_SCHEDULE", schedule)
    with pytest.raises(SettingInvalidError, match="monday to sunday, 1 to 28, or nothing"):
        _ = settings.PAYOUT_SCHEDULE.value


def test_the_default_of_the_code_holds_where_the_environment_has_nothing() -> None:
    """A default that a deployment froze somewhere would not be the code's any more."""
    assert settings.POLICY_VERSION.value == settings.POLICY_VERSION.default
    assert settings.POLICY_VERSION.name not in os.environ


def test_a_name_is_declared_once() -> None:
    before = dict(DECLARED)
    with pytest.raises(ValueError, match="SCANNER_LINK_MINUTES is declared twice"):
        Setting("SCANNER_LINK_MINUTES", 1, "again", setting.whole())
    assert before == DECLARED


def imported(**environ: str) -> subprocess.CompletedProcess[str]:
    """Import what every instance imports first, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", "from core import settings"],
        cwd=FUNCTIONS,
        env={"PATH": os.environ["PATH"], **environ},
        capture_output=True,
        text=True,
        check=False,
    )


def test_an_instance_does_not_start_on_a_bad_value() -> None:
    """And does on a good one: nothing waits for the first call."""
    refused = imported(SCANNER_TDS_RATE="0.1")
    assert refused.returncode == 1
    assert (
        "core.setting.SettingInvalidError: SCANNER_TDS_RATE takes 0 to 10000, and not '0.1': mend "
        "it in functions/.env or functions/.env.<project id>, or leave it out."
    ) in refused.stderr
    assert imported(SCANNER_TDS_RATE="10").returncode == 0
