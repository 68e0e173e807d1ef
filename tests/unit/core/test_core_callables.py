"""Reading a request: what is wrong with it is told without repeating what was typed."""

import json
from copy import deepcopy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.callables import Spec, parse
from core.errors import InvalidRequest
from tools.docs.surface import load

load()
SPECS = sorted(Spec.registry.values(), key=lambda spec: spec.name)
SECRET = "zq7zq7"

#: The secret alone, and inside other types than the one that is asked for.
secrets = st.builds(
    lambda wrap, before, after: wrap(f"{before}{SECRET}{after}"),
    st.sampled_from(
        [
            lambda text: text,
            lambda text: [text],
            lambda text: [[text]],
            lambda text: {"value": text},
            lambda text: f"{text}@example.com",
            lambda text: f"2026-05-04T{text}",
        ]
    ),
    st.text(max_size=150),
    st.text(max_size=150),
)


def places(value, path=()):
    """Yield the path of every value in an example, containers included."""
    yield path
    if isinstance(value, dict | list):
        for key, child in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places(child, (*path, key))


def refusal(spec, data):
    """Return the error that the request meets, or None."""
    try:
        parse(spec.request, data)
    except InvalidRequest as err:
        return err
    return None


def put(example, path, value):
    """Return the example with the value at the path."""
    if not path:
        return value
    copy = deepcopy(example)
    inner = copy
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return copy


CASES = [
    pytest.param(spec, path, id=f"{spec.name}-{'.'.join(map(str, path)) or 'whole'}")
    for spec in SPECS
    for path in places({"extra": 1} | spec.request.example)
]


@pytest.mark.parametrize(("spec", "path"), CASES)
@settings(max_examples=25)
@given(secret=secrets)
def test_no_field_is_quoted(spec, path, secret):
    err = refusal(spec, put(spec.request.example, path, secret))
    if err is not None:
        assert SECRET not in json.dumps(err.details, ensure_ascii=False)
        assert SECRET not in str(err)
        assert err.details["problems"]


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name)
def test_the_example_is_taken_and_one_more_field_refused(spec):
    assert parse(spec.request, spec.request.example)
    with pytest.raises(InvalidRequest) as caught:
        parse(spec.request, spec.request.example | {"surplus": 1})
    assert [p["field"] for p in caught.value.details["problems"]] == ["surplus"]


#: Fields that may be left out, but not of the example: the request as a whole says so.
NEEDED_BY_THE_WHOLE = {
    ("privacy/move_breach", "risk"),
    ("privacy/open_breach", "lab_id"),
    ("scans/start_upload", "case_id"),
    ("scans/start_upload", "jaw"),
    ("wallet/record_payout_result", "utr"),
    ("wallet/set_payout_method", "account_number"),
    ("wallet/set_payout_method", "ifsc"),
}


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name)
def test_each_field_that_must_be_given_is_missed_by_name(spec):
    for name, field in spec.request.model_fields.items():
        given_without = {k: v for k, v in spec.request.example.items() if k != name}
        of_the_whole = (spec.name, name) in NEEDED_BY_THE_WHOLE
        if field.is_required() or of_the_whole:
            with pytest.raises(InvalidRequest) as caught:
                parse(spec.request, given_without)
            (problem,) = caught.value.details["problems"]
            assert problem["field"] == ("" if of_the_whole else name)
            assert not of_the_whole or name in problem["problem"]
        else:
            assert parse(spec.request, given_without)


@pytest.mark.parametrize("data", ["text", 1, [], [{}], True])
def test_a_request_that_is_no_object_is_refused(data):
    with pytest.raises(InvalidRequest):
        parse(Spec.registry["accounts/list_accounts"].request, data)


def test_no_data_is_an_empty_request():
    with pytest.raises(InvalidRequest) as caught:
        parse(Spec.registry["accounts/list_accounts"].request, None)
    assert [p["field"] for p in caught.value.details["problems"]] == ["status"]


def test_an_address_with_a_forbidden_domain_is_not_quoted():
    """The e-mail validator's own words quote the label that the IDNA rules refuse."""
    request = Spec.registry["accounts/invite_member"].request
    # Punycode of `zq7zq7` and a code point that IDNA forbids.
    domain = f"xn--{(SECRET + chr(0x0378)).encode('punycode').decode()}.com"
    with pytest.raises(InvalidRequest) as caught:
        parse(request, {"email": f"asha@{domain}"})
    assert SECRET not in json.dumps(caught.value.details, ensure_ascii=False)
