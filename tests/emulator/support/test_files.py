"""Files that go with a ticket's messages: whose, when, and the links to them."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from support.tickets import MAX_MESSAGES
from tests.emulator.support.test_tickets import cost, nothing_changes, put
from tests.support import ids
from tests.support.clinic_fixture import ClinicFixture
from tests.support.conversation_fixture import ConversationFixture
from tests.support.lab_fixture import LabFixture
from tests.support.moments import refused
from tests.support.ticket_fixture import TicketFixture, open_ticket
from tools.client import wait_for


@pytest.fixture(autouse=True)
def one_admin_hears(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever it is: the tests of other practices go on beside these."""
    monkeypatch.setenv("SCANNER_ADMINS_TOLD", "1")


@pytest.fixture
def desk(practice: ClinicFixture) -> TicketFixture:
    """A ticket of the clinic's member about nothing in particular."""
    return TicketFixture(practice)


def links_on_record(desk: TicketFixture) -> int:
    """How many files were handed out."""
    return [act["action"] for act in desk.practice.acts()].count("support.link_file")


@pytest.mark.parametrize("who", ["member", "admin"])
def test_a_file_goes_along_both_ways(desk: TicketFixture, who: str) -> None:
    photo, scan = desk.attach(who), desk.attach(who, kind="stl")
    sent = desk.say(scan, photo, who=who)
    message = desk.message(sent.message_id)
    assert [a.attachment_id for a in message.attachments] == [scan, photo]
    assert (message.uid, message.author) == (desk.practice.uid("member"), desk.practice.uid(who))
    assert message.party == ("the person" if who == "member" else "an admin")
    assert "Meera" not in message.model_dump_json()
    for upload_id in (photo, scan):
        upload = desk.practice.upload_of(upload_id)
        assert upload.sent_with == f"{desk.path}/messages/{sent.message_id}"
        assert upload.case_id is None
    assert desk.said() == 2


def _another_ticket(desk: TicketFixture) -> str:
    return TicketFixture(desk.practice).attach()


def _an_admins(desk: TicketFixture) -> str:
    return desk.attach("admin")


def _nothing(_: TicketFixture) -> str:
    return ids.document_id()


@pytest.mark.parametrize("other", [_another_ticket, _an_admins, _nothing])
def test_only_what_the_writer_uploaded_for_the_ticket(
    desk: TicketFixture, other: Callable[[TicketFixture], str]
) -> None:
    photo, wrong = desk.attach(), other(desk)
    paths = (f"uploads/{photo}", f"uploads/{wrong}")
    nothing_changes(desk, lambda: desk.say(photo, wrong), "attachment-not-found", *paths)
    desk.say(photo)
    nothing_changes(desk, lambda: desk.say(photo), "attachment-sent", *paths)


def test_a_ticket_has_so_many_messages(desk: TicketFixture) -> None:
    put(desk, messages=MAX_MESSAGES)
    refused(desk.say, "ticket-full", limit=500)
    assert desk.ticket().messages == MAX_MESSAGES
    put(desk, messages=MAX_MESSAGES - 1)
    desk.say()
    assert desk.ticket().messages == MAX_MESSAGES
    refused(lambda: desk.say(who="admin"), "ticket-full")


@pytest.mark.parametrize("who", ["member", "admin"])
def test_links_are_on_record_and_name_no_patient(desk: TicketFixture, who: str) -> None:
    photo = desk.attach()
    sent = desk.say(photo, desk.attach())
    first, _ = desk.links(sent.message_id, who).links
    assert (desk.practice.tally.reads, desk.practice.tally.writes) == (2, 2)
    assert links_on_record(desk) == 2
    assert first.file_id == photo
    query = parse_qs(urlsplit(first.url).query)
    (attached, _) = desk.message(sent.message_id).attachments
    assert query["generation"] == [str(attached.content.generation)]
    name = unquote(query["response-content-disposition"][0])
    assert f"{desk.ticket_id}-{photo}.stl" in name
    assert first.thumbnail_url


def test_only_what_went_with_a_message_of_the_ticket(desk: TicketFixture) -> None:
    other = TicketFixture(desk.practice)
    for message_id in (ids.document_id(), other.say(other.attach()).message_id):
        refused(lambda m=message_id: desk.links(m), "ticket-message-not-found")  # type: ignore[misc]
    assert links_on_record(desk) == 0
    assert desk.links(desk.say().message_id).links == []


@pytest.mark.deployed
@pytest.mark.parametrize("about", ["case", "order"])
def test_a_withdrawn_consent_stops_files_and_not_words(practice: ClinicFixture, about: str) -> None:
    """Somebody has to be able to ask what becomes of the case now."""
    workshop = LabFixture(practice)
    path = ConversationFixture(workshop).path if about == "order" else f"cases/{workshop.case_id}"
    desk = TicketFixture(practice, open_ticket(practice, about=path))
    sent, photo, waiting = desk.say(desk.attach()), desk.attach(), desk.start().upload_id
    assert cost(desk, lambda: desk.links(sent.message_id)) == (3, 1, 1)
    assert practice.upload_of(waiting).case_id == workshop.case_id
    practice.withdraw(workshop.case().consent_id)
    assert not practice.upload_of(waiting).open
    if about == "order":  # the trigger ends it and tells both sides
        assert wait_for(lambda: workshop.order(path.rpartition("/")[2]).state == "cancelled")
    for who in ("member", "admin"):
        refused(lambda who=who: desk.links(sent.message_id, who), "files-stopped")  # type: ignore[misc]
        nothing_changes(desk, lambda who=who: desk.start(who), "files-stopped")  # type: ignore[misc]
    nothing_changes(desk, lambda: desk.say(photo), "files-stopped", f"uploads/{photo}")
    assert links_on_record(desk) == 1
    desk.say()
    desk.say(who="admin")


def test_a_closed_case_is_asked_about(practice: ClinicFixture) -> None:
    case_id = practice.case()
    desk = TicketFixture(practice, open_ticket(practice, about=f"cases/{case_id}"))
    practice.close(case_id)
    sent = desk.say(desk.attach())
    assert desk.links(sent.message_id).links


def test_a_shut_out_opener_loses_its_slots(desk: TicketFixture) -> None:
    closed, kept = desk.start(), desk.start("admin")
    desk.practice.suspend("member")
    assert not desk.practice.upload_of(closed.upload_id).open
    assert desk.practice.upload_of(kept.upload_id).open
