"""Links to what went with a message: who gets one when, named how, and what is on record of it."""

from __future__ import annotations

import re
from datetime import timedelta
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from core import settings
from labs.orders.models import OrderState
from tests.support import ids
from tests.support.clinic_fixture import ClinicFixture
from tests.support.conversation_fixture import MONTH, SECOND, ConversationFixture, at
from tests.support.lab_fixture import LabFixture
from tests.support.moments import refused

FETCHABLE = set(OrderState) - {OrderState.REJECTED, OrderState.CANCELLED}


@pytest.fixture
def conversation(practice: ClinicFixture) -> ConversationFixture:
    """An order that nobody has accepted yet."""
    return ConversationFixture(LabFixture(practice))


def handed_out(conversation: ConversationFixture) -> tuple[int, int]:
    """How many shares and entries there are of files that were handed out."""
    acts = [act["action"] for act in conversation.lab.practice.acts()]
    return len(conversation.lab.shares(conversation.order_id)), acts.count("labs.link_file")


def test_the_lab_gets_links_that_are_on_record(conversation: ConversationFixture) -> None:
    photo, scan = conversation.attach(), conversation.attach(kind="stl")
    sent = conversation.say(photo, scan)
    first, second = conversation.links(sent.message_id).links
    tally = conversation.lab.practice.tally
    assert (tally.reads, tally.writes, tally.transactions) == (5, 5, 1)
    assert (first.file_id, second.file_id) == (photo, scan)
    (one, _) = conversation.message(sent.message_id).attachments
    query = parse_qs(urlsplit(first.url).query)
    assert query["generation"] == [str(one.content.generation)]
    assert int(query["X-Goog-Expires"][0]) == 60 * settings.LINK_MINUTES.value
    name = unquote(query["response-content-disposition"][0])
    assert f"{conversation.order_id}-{photo}.stl" in name
    for url in (first.url, first.thumbnail_url or "", second.url, second.thumbnail_url or ""):
        assert url
        assert "Meera" not in url
        assert not re.search(r"P-\w{12}", url), "no reference of a patient"
    shares = {share.file_id: share for share in conversation.lab.shares(conversation.order_id)}
    assert set(shares) == {photo, scan}
    share, practice = shares[photo], conversation.lab.practice
    assert (share.uid, share.patient_id, share.generation) == (
        practice.uid("technician"), conversation.lab.case().patient_id, one.content.generation,
    )  # fmt: skip
    assert handed_out(conversation) == (2, 2)


@pytest.mark.parametrize("sender", ["member", "technician"])
def test_the_clinic_gets_links_without_a_share(
    conversation: ConversationFixture, sender: str
) -> None:
    sent = conversation.say(conversation.attach(sender), who=sender)
    assert conversation.links(sent.message_id, "owner").links
    tally = conversation.lab.practice.tally
    assert (tally.reads, tally.writes, tally.transactions) == (4, 1, 1)
    assert handed_out(conversation) == (0, 1)


@pytest.mark.parametrize("who", ["stranger", "other lab", "admin", "operator"])
def test_nobody_else_does(conversation: ConversationFixture, who: str) -> None:
    sent = conversation.say(conversation.attach())
    refused(lambda: conversation.links(sent.message_id, who), "order-not-found")
    assert handed_out(conversation) == (0, 0)
    conversation.links(sent.message_id)


def test_only_what_went_with_a_message_of_the_order(conversation: ConversationFixture) -> None:
    sent, other = conversation.say(conversation.attach()), ConversationFixture(conversation.lab)
    for message_id in (ids.document_id(), other.say(other.attach()).message_id):
        refused(lambda m=message_id: conversation.links(m), "message-not-found")  # type: ignore[misc]
    assert handed_out(conversation) == (0, 0)
    conversation.links(sent.message_id)


def test_a_message_without_files_has_no_links(conversation: ConversationFixture) -> None:
    sent = conversation.say()
    assert conversation.links(sent.message_id).links == []
    tally = conversation.lab.practice.tally
    assert (tally.reads, tally.writes) == (4, 0)


@pytest.mark.parametrize("state", list(OrderState))
def test_a_lab_fetches_unless_it_was_called_off(
    conversation: ConversationFixture, state: OrderState
) -> None:
    sent = conversation.say(conversation.attach())
    at(conversation, state)
    if state in FETCHABLE:
        assert conversation.links(sent.message_id).links
    else:
        refused(lambda: conversation.links(sent.message_id), "wrong-order-state", state=state)
        assert handed_out(conversation) == (0, 0)
    assert conversation.links(sent.message_id, "member").links


def test_a_lab_fetches_for_a_month_and_the_clinic_as_long_as_it_has_the_case(
    conversation: ConversationFixture,
) -> None:
    sent, clock = conversation.say(conversation.attach()), conversation.lab.practice.clock
    at(conversation, "completed")
    clock.at += MONTH
    conversation.links(sent.message_id)
    clock.at += SECOND
    refused(lambda: conversation.links(sent.message_id), "wrong-order-state")
    assert handed_out(conversation) == (1, 1)
    assert conversation.links(sent.message_id, "member").links


@pytest.mark.parametrize("who", ["technician", "member"])
def test_no_link_once_the_consent_is_withdrawn(conversation: ConversationFixture, who: str) -> None:
    sent = conversation.say(conversation.attach())
    conversation.links(sent.message_id, who)
    before = handed_out(conversation)
    conversation.lab.withdraw_unheard()  # the trigger would end the order, which says no by itself
    refused(lambda: conversation.links(sent.message_id, who), "not-shared", why="consent-withdrawn")
    assert handed_out(conversation) == before


def test_a_day_has_so_many_links(
    conversation: ConversationFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of a message or nothing; files of the order count among them."""
    monkeypatch.setenv("SCANNER_LAB_LINKS_A_DAY", "3")
    sent = conversation.say(conversation.attach(), conversation.attach())
    conversation.lab.links(conversation.order_id)
    conversation.links(sent.message_id)
    refused(lambda: conversation.links(sent.message_id), "links-used-up", limit=3)
    assert handed_out(conversation) == (3, 3)
    conversation.links(sent.message_id, "member")
    conversation.lab.practice.clock.at += timedelta(hours=9)  # past midnight in India
    conversation.links(sent.message_id)
    assert handed_out(conversation) == (5, 7)
