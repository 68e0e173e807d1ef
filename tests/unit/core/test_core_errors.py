"""The errors that callers meet: one class, one stable reason, one sentence each."""

import re

import pytest
from firebase_functions.https_fn import FunctionsErrorCode

from core.callables import Spec
from core.errors import COMMON_ERRORS, ErrorCode, InvalidRequest, ScannerError
from core.machines import Machine
from tools.docs.surface import load

load()


def descendants(cls: type[ScannerError]) -> list[type[ScannerError]]:
    return [found for child in cls.__subclasses__() for found in (child, *descendants(child))]


ERRORS = [e for e in descendants(ScannerError) if e.__module__.split(".")[-1] == "errors"]


def test_there_are_errors_of_every_package():
    assert {e.__module__ for e in ERRORS} >= {
        "core.errors",
        "accounts.errors",
        "scans.cases.errors",
    }


@pytest.mark.parametrize("error", ERRORS, ids=lambda e: e.__name__)
def test_an_error_is_declared_in_full(error):
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", error.reason)
    assert isinstance(error.code, ErrorCode)
    # One sentence: it ends with the only full stop that is followed by space or nothing.
    assert re.fullmatch(r"[A-Z`].*[^.!?]\.", error.sentence)
    assert not re.search(r"[.!?]\s", error.sentence)
    assert (error.__doc__ or "").strip().endswith(".")


def test_reasons_are_unique():
    assert len({e.reason for e in ERRORS}) == len(ERRORS)


def test_codes_are_those_of_the_callable_protocol():
    assert {code.value for code in ErrorCode} <= {code.value for code in FunctionsErrorCode}


#: Refusals of tables that no caller moves: a trigger claims and decides uploads, the payment
#: gateway tells of payments.
MET_BY_NOBODY = {"wrong-claim-state", "wrong-payment-state", "wrong-upload-state"}
#: Refusals of the ledger's operations on holds, which services use and no callable does yet.
MET_BY_SERVICES = {"hold-closed", "hold-not-found"}


def test_every_error_is_declared_by_some_callable():
    declared = {e for spec in Spec.registry.values() for e in (*COMMON_ERRORS, *spec.raises)}
    assert declared <= set(ERRORS)
    undeclared = {e for e in ERRORS if e not in declared}
    assert {e.reason for e in undeclared} == MET_BY_NOBODY | MET_BY_SERVICES
    refusals = {machine.refusal.reason for machine in Machine.registry}
    assert refusals >= MET_BY_NOBODY


def test_details_stay_out_of_the_text():
    """Frameworks print `str(err)`; what details hold is for the caller alone."""
    assert str(InvalidRequest(problems=["Asha Rao"])) == "invalid-request"
