"""64-bit integers in the form of the SDKs for Apple and Android."""

import pytest

from core.callables import parse
from core.errors import InvalidRequest
from core.wire import decoded
from wallet.payments.requests import StartTopUp

KIND = "type.googleapis.com/google.protobuf.Int64Value"
UNSIGNED = "type.googleapis.com/google.protobuf.UInt64Value"


@pytest.mark.parametrize(
    ("sent", "meant"),
    [
        ({"@type": KIND, "value": "250000"}, 250000),
        ({"@type": KIND, "value": "-9223372036854775808"}, -(2**63)),
        ({"@type": UNSIGNED, "value": "18446744073709551615"}, 2**64 - 1),
        ({"a": [{"@type": KIND, "value": "7"}, "7"]}, {"a": [7, "7"]}),
    ],
)
def test_a_long_is_a_number(sent, meant):
    assert decoded(sent) == meant


@pytest.mark.parametrize(
    "sent",
    [
        {"@type": KIND, "value": "1.5"},
        {"@type": KIND, "value": "\u0667"},
        {"@type": KIND, "value": "9" * 21},
        {"@type": KIND, "value": 7},
        {"@type": KIND, "value": "7", "more": 1},
        {"@type": "type.googleapis.com/google.protobuf.StringValue", "value": "7"},
        {"@type": [KIND], "value": "7"},
    ],
)
def test_what_is_none_stays_as_it_is(sent):
    assert decoded(sent) == sent


def test_no_depth_is_too_deep():
    deep: object = {"@type": KIND, "value": "7"}
    for _ in range(5000):
        deep = [deep]
    decoded(deep)


def test_a_request_takes_it_within_its_bounds():
    example = StartTopUp.example
    assert (
        parse(StartTopUp, {**example, "paise": {"@type": KIND, "value": "250000"}}).paise == 250000
    )
    with pytest.raises(InvalidRequest) as caught:
        parse(StartTopUp, {**example, "paise": {"@type": KIND, "value": str(2**53)}})
    assert caught.value.details["problems"][0]["field"] == "paise"
