"""Who puts what into the bucket: the holder of an open slot, one object that fits it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from core.access import Status
from tests.rules.slots import ATTACHMENT, CLINIC, DATA, FORM, OPERATOR, Attempt, Holder, put, there
from tests.support import ids
from tests.support.account_records import state
from tools.client import DeniedError, Person

pytestmark = [pytest.mark.deployed, pytest.mark.usefixtures("trigger_is_up")]
HOLDERS = [
    pytest.param(CLINIC, id="clinic"),
    pytest.param(OPERATOR, id="operator"),
    pytest.param(FORM, id="form"),
    pytest.param(ATTACHMENT, id="attachment"),
]


@pytest.mark.parametrize("holder", HOLDERS)
def test_an_open_slot_takes_its_file(holder: Holder) -> None:
    """Each type that it names; a slot takes one object, so there is a slot for each."""
    for content_type in holder.attempt().slot.content_types:
        attempt = holder.attempt()
        attempt.content_type = content_type
        attempt.go()
        assert there(attempt.name) == DATA


def _other_person(a: Attempt) -> None:
    """A colleague, or another operator."""
    a.person = a.holder.join(a.tenants)


def _other_persons_folder(a: Attempt) -> None:
    """The slot is one's own; the folder is a colleague's."""
    a.name = f"landing/{ids.uid()}/{a.slot.id}/original"


def _other_persons_slot(a: Attempt) -> None:
    """The folder is one's own; the slot was issued to a colleague."""
    a.rewrite(uid=ids.uid())


def _anonymous(a: Attempt) -> None:
    a.person = Person()


def _closed(a: Attempt) -> None:
    a.rewrite(open=False)


def _expired(a: Attempt) -> None:
    a.rewrite(expires_at=datetime.now(UTC) - timedelta(seconds=1))


def _a_byte_short(a: Attempt) -> None:
    a.data = DATA[:-1]


def _a_byte_more(a: Attempt) -> None:
    a.data = DATA + b"\0"


def _empty(a: Attempt) -> None:
    a.data = b""


def _html(a: Attempt) -> None:
    a.content_type = "text/html"


def _type_with_parameter(a: Attempt) -> None:
    a.content_type = f"{a.content_type}; charset=utf-8"


def _type_that_begins_alike(a: Attempt) -> None:
    a.content_type = f"{a.content_type}x"


def _type_not_of_this_slot(a: Attempt) -> None:
    a.rewrite(content_types=["image/png"])


def _type_of_another_slot(a: Attempt) -> None:
    a.content_type = "image/png"


def _no_slot(a: Attempt) -> None:
    a.name = f"landing/{a.person.uid}/{ids.document_id()}/original"


def _other_file_name(a: Attempt) -> None:
    a.name = a.name.replace("/original", "/copy")


def _below_the_file_name(a: Attempt) -> None:
    a.name = f"{a.name}/more"


def _without_file_name(a: Attempt) -> None:
    a.name = a.name.removesuffix("/original")


def _outside_the_landing_zone(a: Attempt) -> None:
    a.name = a.name.replace("landing/", "elsewhere/")


def _into_the_clean_zone(a: Attempt) -> None:
    a.name = f"cases/{a.tenants.clinic}/{a.tenants.case}/{a.slot.id}/content"


def _to_be_saved(a: Attempt) -> None:
    a.noted["contentDisposition"] = "attachment"


def _under_a_name(a: Attempt) -> None:
    a.noted["contentDisposition"] = 'inline; filename="scan.exe"'


def _compressed(a: Attempt) -> None:
    a.noted["contentEncoding"] = "gzip"


def _with_a_note(a: Attempt) -> None:
    a.noted["metadata"] = {"patient": "Meera Joshi"}


TWISTS: tuple[Callable[[Attempt], None], ...] = (
    _other_person,
    _other_persons_folder,
    _other_persons_slot,
    _anonymous,
    _closed,
    _expired,
    _a_byte_short,
    _a_byte_more,
    _empty,
    _html,
    _type_with_parameter,
    _type_that_begins_alike,
    _type_not_of_this_slot,
    _type_of_another_slot,
    _no_slot,
    _other_file_name,
    _below_the_file_name,
    _without_file_name,
    _outside_the_landing_zone,
    _into_the_clean_zone,
    _to_be_saved,
    _under_a_name,
    _compressed,
    _with_a_note,
)


@pytest.mark.parametrize(
    "twist", [pytest.param(t, id=t.__name__.removeprefix("_")) for t in TWISTS]
)
@pytest.mark.parametrize("holder", HOLDERS)
def test_anything_else_is_refused(holder: Holder, twist: Callable[[Attempt], None]) -> None:
    """One thing differs; the twin without the difference goes through."""
    attempt = holder.attempt()
    twist(attempt)
    slot = attempt.slot.path_for(attempt.slot.id)
    before = state(slot)
    with pytest.raises(DeniedError):
        attempt.go()
    assert there(attempt.name) is None
    assert state(slot) == before
    twin = holder.attempt()
    twin.go()
    assert there(twin.name) == DATA


@pytest.mark.parametrize("encoding", ["br", "GZIP", "x-gzip", "deflate", "gzip, identity", " "])
def test_no_encoding_is_let_through(attempt: Attempt, encoding: str) -> None:
    """What is stored would be smaller than what is read; `identity` below is the twin."""
    attempt.noted["contentEncoding"] = encoding
    with pytest.raises(DeniedError):
        attempt.go()
    assert there(attempt.name) is None


@pytest.mark.parametrize(
    "noted",
    [
        pytest.param({"contentDisposition": "inline"}, id="disposition"),
        pytest.param({"contentDisposition": "inline; filename*=utf-8''original"}, id="its name"),
        pytest.param({"contentEncoding": "identity"}, id="encoding"),
        pytest.param({"metadata": {}}, id="no note"),
        pytest.param({"contentDisposition": None, "metadata": None}, id="null"),
    ],
)
def test_what_a_server_says_of_a_file_is_let_through(attempt: Attempt, noted: dict[str, object]):
    attempt.noted = noted
    attempt.go()
    assert there(attempt.name) == DATA


@pytest.mark.parametrize("holder", HOLDERS)
def test_a_slot_takes_one_object(holder: Holder) -> None:
    """The slot is still open: that something lies there is what refuses the second."""
    attempt = holder.attempt()
    put(attempt.name, b"first")
    with pytest.raises(DeniedError):
        attempt.go()
    assert there(attempt.name) == b"first"
    twin = holder.attempt()
    twin.go()
    with pytest.raises(DeniedError):
        twin.go()


@pytest.mark.parametrize("holder", HOLDERS)
def test_a_shut_out_account_loses_its_slots_and_not_its_colleagues(holder: Holder) -> None:
    """Suspension closes the slots in its own transaction; see the accounts' tests. Here: the rest.

    The rules spend their one look-up on the slot, so an account is shut out through it.
    """
    shut_out, colleague = holder.attempt(), holder.attempt()
    standing = {"role": holder.role, "org": None, "status": Status.SUSPENDED}
    shut_out.tenants.seed(shut_out.tenants.account(shut_out.person, **standing))
    shut_out.rewrite(open=False)
    with pytest.raises(DeniedError):
        shut_out.go()
    colleague.go()


def test_an_operator_released_from_the_visit_uploads_no_more() -> None:
    """A release closes the slot and takes the operator's name off it; see the visits' tests."""
    released, twin = OPERATOR.attempt(), OPERATOR.attempt()
    released.rewrite(operator=None, open=False)
    with pytest.raises(DeniedError):
        released.go()
    twin.go()
