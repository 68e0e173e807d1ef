"""What a person writes without calling a function: their name, and read marks.

The rules check the forms that the models demand. Whatever they let through must load as the model
it is: one account that does not would break every list that it is on.
"""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from accounts.models import User
from core.access import Role, Status
from core.fields import Name
from core.firebase import firestore_client
from core.store import Store
from core.unknown import stored
from tests.support import account_records, tokens, wire
from tests.support.account_records import Tenants, state
from tools.client import DeniedError, Person

FAMILY = "\N{MAN}\N{ZERO WIDTH JOINER}\N{WOMAN}\N{ZERO WIDTH JOINER}\N{GIRL}"
NAMES = [
    "A",
    "Asha Rao",
    "आशा राव",
    "José O'Neill-Ñandú",
    "李 小龍",
    FAMILY,
    "\N{SMILING FACE WITH OPEN MOUTH}" * 120,
    "x" * 120,
]
NO_NAMES = [
    pytest.param("", id="empty"),
    pytest.param("x" * 121, id="too_long"),
    pytest.param("\N{SMILING FACE WITH OPEN MOUTH}" * 121, id="too_long_in_code_points"),
    pytest.param(" Asha", id="space_before"),
    pytest.param("Asha ", id="space_after"),
    pytest.param(" ", id="space_only"),
    pytest.param("\N{NO-BREAK SPACE}", id="no_break_space_only"),
    pytest.param("\N{IDEOGRAPHIC SPACE}Asha", id="ideographic_space_before"),
    pytest.param("Asha\N{EM SPACE}", id="em_space_after"),
    pytest.param("Asha\N{LINE SEPARATOR}", id="line_separator_after"),
    pytest.param("\v", id="vertical_tab_only"),
    pytest.param("\N{NEXT LINE}", id="next_line_only"),
    pytest.param("Asha\nRao", id="line_break_within"),
    pytest.param("Asha\n", id="line_break_after"),
    pytest.param("Asha\u202eoaR", id="read_backwards"),
    pytest.param("\u200d\u200c", id="zero_width_only"),
    pytest.param("\u0301\u0301", id="marks_only"),
    pytest.param("\u3164", id="filler_only"),
    pytest.param("Asha\x1b[31m", id="escape_within"),
    pytest.param("Asha\u2028Rao", id="line_separator_within"),
    pytest.param(7, id="integer"),
    pytest.param(True, id="boolean"),
    pytest.param(None, id="null"),
    pytest.param(["Asha"], id="list"),
    pytest.param({"first": "Asha"}, id="map"),
]


@pytest.fixture
def person() -> Person:
    """A clinic's member with an account in order."""
    tenants = Tenants()
    return tenants.join(Role.CLINIC, tenants.clinic)


def _path(person: Person) -> str:
    return f"users/{person.uid}"


def _load(person: Person) -> User:
    found = Store(firestore_client()).get(User, person.uid)
    assert found is not None
    return found


def _write(person: Person, path: str = "", **fields: object) -> None:
    """Change a profile, the person's own unless another is named, as an app does."""
    wire.stamp(person, path or _path(person), "updated_at", **fields)


def _refused(person: Person, path: str = "", **fields: object) -> None:
    before = state(path or _path(person))
    with pytest.raises(DeniedError):
        _write(person, path, **fields)
    assert state(path or _path(person)) == before


def _mark_refused(person: Person, path: str, read_at: object) -> None:
    before = state(path)
    with pytest.raises(DeniedError):
        wire.write(person, path, read_at=read_at)
    assert state(path) == before


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_fits(person: Person, name: str) -> None:
    _write(person, name=name)
    assert _load(person).name == name


@pytest.mark.parametrize("name", NO_NAMES)
def test_a_name_that_does_not(person: Person, name: object) -> None:
    _refused(person, name=name)
    _write(person, name="Asha")
    assert _load(person).name == "Asha"


_SPACES = "\t\n\v\f\r\x1c \x85\xa0\u1680\u2003\u2028\u200b\u202f\u205f\u3000\ufeff"
_TEXT = st.text(
    st.one_of(
        st.sampled_from(_SPACES),
        st.characters(codec="utf-8", exclude_characters="\0"),
    ),
    max_size=5,
)
_FORM: TypeAdapter[str] = TypeAdapter(Name)


@settings(
    max_examples=80,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(middle=_TEXT, around=_TEXT)
def test_what_the_rules_let_through_is_what_the_model_stores(
    person: Person, middle: str, around: str
) -> None:
    """The rules may be narrower than the model, by what is newer than their Unicode; not wider."""
    name = around + middle
    try:
        _write(person, name=name)
    except DeniedError:
        newer = any(unicodedata.ucd_3_2_0.category(each) == "Cn" for each in name)
        assert newer or not _fits(name)
    else:
        assert _fits(name)
        assert _load(person).name == name


def _fits(value: str) -> bool:
    """Whether the model takes the value, and as it is."""
    try:
        return _FORM.validate_python(value) == value
    except ValidationError:
        return False


@pytest.mark.parametrize("field", ["name", "phone", "email", "updated_at"])
def test_no_field_of_the_profile_can_be_taken_away(person: Person, field: str) -> None:
    before = state(_path(person))
    with pytest.raises(DeniedError):
        wire.write(person, _path(person), gone=(field,))
    assert state(_path(person)) == before
    _write(person, name="Asha R")


@pytest.mark.parametrize(
    ("field", "value"), [("phone", "+919812345670"), ("email", "new@example.com")]
)
def test_phone_and_email_are_changed_by_callables_alone(
    person: Person, field: str, value: str
) -> None:
    """Rules cannot read a number, and see no more of an address than one token says."""
    _refused(person, **{field: value})
    _refused(person, name="Asha R", **{field: value})
    _refused(person, email=person.email.upper())
    _write(person, name="Asha R")


def test_a_name_can_be_corrected_where_no_phone_is_known() -> None:
    """An appointed admin has no phone number; that must not stand in the way of the name."""
    tenants, person = Tenants(), tokens.person(role="admin")
    tenants.seed(tenants.account(person, role=Role.ADMIN, phone=None))
    _write(person, name="Ada Admin")
    assert (_load(person).name, _load(person).phone) == ("Ada Admin", None)


@pytest.mark.parametrize("status", [s for s in Status if s is not Status.SUSPENDED])
def test_who_is_not_suspended_corrects_their_profile(status: Status) -> None:
    """Pending, rejected and removed people too: it is what an admin decides on."""
    tenants, person = Tenants(), tokens.person()
    tenants.seed(tenants.account(person, status=status))
    _write(person, name="Asha R")
    assert _load(person).name == "Asha R"


def test_who_is_suspended_changes_nothing() -> None:
    tenants = Tenants()
    person = tenants.join(Role.CLINIC, tenants.clinic)
    _write(person, name="Asha R")
    tenants.seed(
        tenants.account(person, role=Role.CLINIC, org=tenants.clinic, status=Status.SUSPENDED)
    )
    _refused(person, name="Asha X")


@pytest.mark.parametrize(
    "extra", ["status", "role", "org", "owner", "reason", "nickname", "claims_at"]
)
def test_a_field_more_than_allowed_spoils_the_whole_write(person: Person, extra: str) -> None:
    _refused(person, **{"name": "Asha R", extra: "admin"})
    _write(person, name="Asha R")
    assert _load(person).name == "Asha R"


@pytest.mark.parametrize("who", ["colleague", "owner", "admin", "anonymous", "unregistered"])
def test_a_profile_is_its_persons_own(who: str) -> None:
    tenants = Tenants()
    subject = tenants.join(Role.CLINIC, tenants.clinic)
    others = {
        "colleague": lambda: tenants.join(Role.CLINIC, tenants.clinic),
        "owner": lambda: tenants.join(Role.CLINIC, tenants.clinic, owner=True),
        "admin": lambda: tenants.join(Role.ADMIN),
        "anonymous": Person,
        "unregistered": tokens.person,
    }
    _refused(others[who](), _path(subject), name="Asha R")
    _write(subject, name="Asha R")


def test_an_account_is_not_made_by_writing_it() -> None:
    person, registered = tokens.person(), tokens.person()
    Tenants().seed(Tenants().account(registered, status=Status.PENDING))
    _refused(person, name="Asha R")
    for status in (Status.PENDING, Status.ACTIVE):
        _refused(person, **stored(Tenants().account(person, status=status)))
    _write(registered, name="Asha R")


def test_a_read_mark_carries_the_time_of_the_request(person: Person) -> None:
    item = account_records.inbox_item(person.uid)
    Tenants().seed(item)
    path = item.path_for(*item.ids)
    _mark_refused(person, path, datetime(2026, 5, 5, tzinfo=UTC))
    _mark_refused(person, path, datetime.now(UTC))
    _mark_refused(person, path, True)
    wire.stamp(person, path, "read_at")
    data, written = state(path)
    assert timedelta(0) <= written - data["read_at"] < timedelta(seconds=10)
    assert {**data, "read_at": None} == item.model_dump(mode="python")


def test_a_read_mark_comes_alone(person: Person) -> None:
    item = account_records.inbox_item(person.uid)
    Tenants().seed(item)
    path = item.path_for(*item.ids)
    before = state(path)
    for field in ("kind", "sent_at", "undeclared"):
        with pytest.raises(DeniedError):
            wire.stamp(person, path, "read_at", field)
    with pytest.raises(DeniedError):
        wire.stamp(person, path, "read_at", refs={})
    assert state(path) == before
    wire.stamp(person, path, "read_at")


def test_what_was_read_is_not_unread_again(person: Person) -> None:
    item = account_records.inbox_item(person.uid)
    Tenants().seed(item)
    path = item.path_for(*item.ids)
    wire.stamp(person, path, "read_at")
    before = state(path)
    with pytest.raises(DeniedError):
        wire.stamp(person, path, "read_at")
    _mark_refused(person, path, None)
    with pytest.raises(DeniedError):
        wire.write(person, path, gone=("read_at",))
    assert state(path) == before


@pytest.mark.parametrize("who", ["colleague", "owner", "admin", "anonymous"])
def test_a_read_mark_is_set_by_the_reader(who: str) -> None:
    tenants = Tenants()
    subject = tenants.join(Role.CLINIC, tenants.clinic)
    others = {
        "colleague": lambda: tenants.join(Role.CLINIC, tenants.clinic),
        "owner": lambda: tenants.join(Role.CLINIC, tenants.clinic, owner=True),
        "admin": lambda: tenants.join(Role.ADMIN),
        "anonymous": Person,
    }
    item = account_records.inbox_item(subject.uid)
    tenants.seed(item)
    path = item.path_for(*item.ids)
    before = state(path)
    with pytest.raises(DeniedError):
        wire.stamp(others[who](), path, "read_at")
    assert state(path) == before
    wire.stamp(subject, path, "read_at")
