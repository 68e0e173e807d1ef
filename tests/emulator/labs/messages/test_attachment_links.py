"""Links to what went with a message: who gets one when, named how, and what is on record of it."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from core import settings
from labs.orders.models import OrderState
from tests.emulator.labs.messages.test_conversation import MONTH, SECOND, at
from tests.support import ids
from tests.support.clinic_fixture import ClinicFixture
from tests.support.conversation_fixture import ConversationFixture
from tests.support.lab_fixture import LabFixture
from tests.support.moments import refused

FETCHABLE = set(OrderState) - {OrderState.REJECTED, OrderState.CANCELLED}


@pytest.fixture
def talk(practice: ClinicFixture) -> ConversationFixture:
    """An order that nobody has accepted yet."""
    return ConversationFixture(LabFixture(practice))


def handed_out(talk: ConversationFixture) -> tuple[int, int]:
    """How many shares and entries there are of files that were handed out."""
    acts = [act["action"] for act in talk.workshop.practice.acts()]
    return len(talk.workshop.shares(talk.order_id)), acts.count("labs.link_file")


def test_the_lab_gets_links_that_are_on_record(talk: ConversationFixture) -> None:
    photo, scan = talk.attach(), talk.attach(kind="stl")
    sent = talk.say(photo, scan)
    first, second = talk.links(sent.message_id).links
    tally = talk.workshop.practice.tally
    assert (tally.reads, tally.writes, tally.transactions) == (5, 5, 1)
    assert (first.file_id, second.file_id) == (photo, scan)
    (one, _) = talk.message(sent.message_id).attachments
    query = parse_qs(urlsplit(first.url).query)
    assert query["generation"] == [str(one.content.generation)]
    assert int(query["X-Goog-Expires"][0]) == 60 * settings.LINK_MINUTES.value
    name = unquote(query["response-content-disposition"][0])
    assert f"{talk.order_id}-{photo}.stl" in name
    for url in (first.url, first.thumbnail_url or "", second.url, second.thumbnail_url or ""):
        assert url
        assert "Meera" not in url
        assert "P-" not in url
    shares = {share.file_id: share for share in talk.workshop.shares(talk.order_id)}
    assert set(shares) == {photo, scan}
    share, practice = shares[photo], talk.workshop.practice
    assert (share.uid, share.patient_id, share.generation) == (
        practice.uid("technician"), talk.workshop.case().patient_id, one.content.generation,
    )  # fmt: skip
    assert handed_out(talk) == (2, 2)


@pytest.mark.parametrize("sender", ["member", "technician"])
def test_the_clinic_gets_links_without_a_share(talk: ConversationFixture, sender: str) -> None:
    sent = talk.say(talk.attach(sender), who=sender)
    assert talk.links(sent.message_id, "owner").links
    tally = talk.workshop.practice.tally
    assert (tally.reads, tally.writes, tally.transactions) == (4, 1, 1)
    assert handed_out(talk) == (0, 1)


@pytest.mark.parametrize("who", ["stranger", "other lab", "admin", "operator"])
def test_nobody_else_does(talk: ConversationFixture, who: str) -> None:
    sent = talk.say(talk.attach())
    refused(lambda: talk.links(sent.message_id, who), "order-not-found")
    assert handed_out(talk) == (0, 0)
    talk.links(sent.message_id)


def test_only_what_went_with_a_message_of_the_order(talk: ConversationFixture) -> None:
    sent, other = talk.say(talk.attach()), ConversationFixture(talk.workshop)
    for message_id in (ids.document_id(), other.say(other.attach()).message_id):
        refused(lambda m=message_id: talk.links(m), "message-not-found")  # type: ignore[misc]
    assert handed_out(talk) == (0, 0)
    talk.links(sent.message_id)


def test_a_message_without_files_has_no_links(talk: ConversationFixture) -> None:
    sent = talk.say()
    assert talk.links(sent.message_id).links == []
    tally = talk.workshop.practice.tally
    assert (tally.reads, tally.writes) == (4, 0)


@pytest.mark.parametrize("state", list(OrderState))
def test_a_lab_fetches_unless_it_was_called_off(
    talk: ConversationFixture, state: OrderState
) -> None:
    sent = talk.say(talk.attach())
    at(talk, state)
    if state in FETCHABLE:
        assert talk.links(sent.message_id).links
    else:
        refused(lambda: talk.links(sent.message_id), "wrong-order-state", state=state)
        assert handed_out(talk) == (0, 0)
    assert talk.links(sent.message_id, "member").links


def test_a_lab_fetches_for_a_month_and_the_clinic_as_long_as_it_has_the_case(
    talk: ConversationFixture,
) -> None:
    sent, clock = talk.say(talk.attach()), talk.workshop.practice.clock
    at(talk, "completed")
    clock.at += MONTH
    talk.links(sent.message_id)
    clock.at += SECOND
    refused(lambda: talk.links(sent.message_id), "wrong-order-state")
    assert handed_out(talk) == (1, 1)
    assert talk.links(sent.message_id, "member").links


@pytest.mark.parametrize("who", ["technician", "member"])
def test_no_link_once_the_consent_is_withdrawn(talk: ConversationFixture, who: str) -> None:
    sent = talk.say(talk.attach())
    talk.links(sent.message_id, who)
    before = handed_out(talk)
    talk.workshop.withdraw_unheard()  # the trigger would end the order, which says no by itself
    refused(lambda: talk.links(sent.message_id, who), "not-shared", why="consent-withdrawn")
    assert handed_out(talk) == before


def test_a_day_has_so_many_links(
    talk: ConversationFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of a message or nothing; files of the order count among them."""
    monkeypatch.setenv("SCANNER_LAB_LINKS_A_DAY", "3")
    sent = talk.say(talk.attach(), talk.attach())
    talk.workshop.links(talk.order_id)
    talk.links(sent.message_id)
    refused(lambda: talk.links(sent.message_id), "links-used-up", limit=3)
    assert handed_out(talk) == (3, 3)
    talk.links(sent.message_id, "member")
    talk.workshop.practice.clock.at += timedelta(hours=9)  # past midnight in India
    talk.links(sent.message_id)
    assert handed_out(talk) == (5, 7)
