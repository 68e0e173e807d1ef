"""Files that go with a ticket's messages: whose, when, and the links to them."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from support.tickets import MAX_MESSAGES
from tests.support import ids
from tests.support.clinic_fixture import ClinicFixture
from tests.support.conversation_fixture import ConversationFixture
from tests.support.lab_fixture import LabFixture
from tests.support.moments import refused
from tests.support.ticket_fixture import TicketFixture, cost, nothing_changes, open_ticket, put
from tools.client import wait_for


@pytest.fixture
def ticket(practice: ClinicFixture) -> TicketFixture:
    """A ticket of the clinic's member about nothing in particular."""
    return TicketFixture(practice)


def links_on_record(ticket: TicketFixture) -> int:
    """How many files were handed out."""
    return [act["action"] for act in ticket.practice.acts()].count("support.link_file")


@pytest.mark.parametrize("who", ["member", "admin"])
def test_a_file_goes_along_both_ways(ticket: TicketFixture, who: str) -> None:
    photo, scan = ticket.attach(who), ticket.attach(who, kind="stl")
    sent = ticket.say(scan, photo, who=who)
    message = ticket.message(sent.message_id)
    assert [a.attachment_id for a in message.attachments] == [scan, photo]
    assert (message.uid, message.author) == (
        ticket.practice.uid("member"),
        ticket.practice.uid(who),
    )
    assert message.party == ("the person" if who == "member" else "an admin")
    assert "Meera" not in message.model_dump_json()
    for upload_id in (photo, scan):
        upload = ticket.practice.upload_of(upload_id)
        assert upload.sent_with == f"{ticket.path}/messages/{sent.message_id}"
        assert upload.case_id is None
    assert ticket.said() == 2


def _another_ticket(ticket: TicketFixture) -> str:
    return TicketFixture(ticket.practice).attach()


def _an_admins(ticket: TicketFixture) -> str:
    return ticket.attach("admin")


def _nothing(_: TicketFixture) -> str:
    return ids.document_id()


@pytest.mark.parametrize("other", [_another_ticket, _an_admins, _nothing])
def test_only_what_the_writer_uploaded_for_the_ticket(
    ticket: TicketFixture, other: Callable[[TicketFixture], str]
) -> None:
    photo, wrong = ticket.attach(), other(ticket)
    paths = (f"uploads/{photo}", f"uploads/{wrong}")
    nothing_changes(ticket, lambda: ticket.say(photo, wrong), "attachment-not-found", *paths)
    ticket.say(photo)
    nothing_changes(ticket, lambda: ticket.say(photo), "attachment-sent", *paths)


def test_a_ticket_has_so_many_messages(ticket: TicketFixture) -> None:
    put(ticket, messages=MAX_MESSAGES)
    refused(ticket.say, "ticket-full", limit=500)
    assert ticket.ticket().messages == MAX_MESSAGES
    put(ticket, messages=MAX_MESSAGES - 1)
    ticket.say()
    assert ticket.ticket().messages == MAX_MESSAGES
    refused(lambda: ticket.say(who="admin"), "ticket-full")


@pytest.mark.parametrize("who", ["member", "admin"])
def test_links_are_on_record_and_name_no_patient(ticket: TicketFixture, who: str) -> None:
    photo = ticket.attach()
    sent = ticket.say(photo, ticket.attach())
    first, _ = ticket.links(sent.message_id, who).links
    assert (ticket.practice.tally.reads, ticket.practice.tally.writes) == (2, 2)
    assert links_on_record(ticket) == 2
    assert first.file_id == photo
    query = parse_qs(urlsplit(first.url).query)
    (attached, _) = ticket.message(sent.message_id).attachments
    assert query["generation"] == [str(attached.content.generation)]
    name = unquote(query["response-content-disposition"][0])
    assert f"{ticket.ticket_id}-{photo}.stl" in name
    assert first.thumbnail_url


def test_only_what_went_with_a_message_of_the_ticket(ticket: TicketFixture) -> None:
    other = TicketFixture(ticket.practice)
    for message_id in (ids.document_id(), other.say(other.attach()).message_id):
        refused(lambda m=message_id: ticket.links(m), "ticket-message-not-found")  # type: ignore[misc]
    assert links_on_record(ticket) == 0
    assert ticket.links(ticket.say().message_id).links == []


@pytest.mark.deployed
@pytest.mark.parametrize("about", ["case", "order"])
def test_a_withdrawn_consent_stops_files_and_not_words(practice: ClinicFixture, about: str) -> None:
    """Somebody has to be able to ask what becomes of the case now."""
    lab = LabFixture(practice)
    path = ConversationFixture(lab).path if about == "order" else f"cases/{lab.case_id}"
    ticket = TicketFixture(practice, open_ticket(practice, about=path))
    sent, photo, waiting = ticket.say(ticket.attach()), ticket.attach(), ticket.start().upload_id
    assert cost(ticket, lambda: ticket.links(sent.message_id)) == (3, 1, 1)
    assert practice.upload_of(waiting).case_id == lab.case_id
    practice.withdraw(lab.case().consent_id)
    assert not practice.upload_of(waiting).open
    if about == "order":  # the trigger ends it and tells both sides
        assert wait_for(lambda: lab.order(path.rpartition("/")[2]).state == "cancelled")
    for who in ("member", "admin"):
        refused(lambda who=who: ticket.links(sent.message_id, who), "files-stopped")  # type: ignore[misc]
        nothing_changes(ticket, lambda who=who: ticket.start(who), "files-stopped")  # type: ignore[misc]
    nothing_changes(ticket, lambda: ticket.say(photo), "files-stopped", f"uploads/{photo}")
    assert links_on_record(ticket) == 1
    ticket.say()
    ticket.say(who="admin")


def test_a_closed_case_is_asked_about(practice: ClinicFixture) -> None:
    case_id = practice.case()
    ticket = TicketFixture(practice, open_ticket(practice, about=f"cases/{case_id}"))
    practice.close(case_id)
    sent = ticket.say(ticket.attach())
    assert ticket.links(sent.message_id).links


def test_a_shut_out_opener_loses_its_slots(ticket: TicketFixture) -> None:
    closed, kept = ticket.start(), ticket.start("admin")
    ticket.practice.suspend("member")
    assert not ticket.practice.upload_of(closed.upload_id).open
    assert ticket.practice.upload_of(kept.upload_id).open
