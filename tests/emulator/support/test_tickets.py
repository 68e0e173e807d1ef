"""Tickets: who opens them about what, who is shown, assigned and told, and what it costs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from google.cloud.firestore import Client

from core.access import Caller, Role, Status
from core.context import Context
from core.store import Store
from messaging.models import InboxItem
from support import messages, tickets
from support.models import Ticket, TicketState
from support.requests import OpenTicket, SendTicketMessage
from tests.emulator.labs.orders.test_races import at_once
from tests.support import ids
from tests.support.account_records import joined
from tests.support.clinic_fixture import ClinicFixture, snapshot
from tests.support.conversation_fixture import ConversationFixture
from tests.support.lab_fixture import LabFixture
from tests.support.moments import Clock, key, refused
from tests.support.ticket_fixture import TicketFixture, open_ticket

Act = Callable[[], object]
MINUTE = timedelta(minutes=1)


@pytest.fixture
def desk(practice: ClinicFixture, monkeypatch: pytest.MonkeyPatch) -> TicketFixture:
    """A ticket of the clinic's member; one admin hears of each event, whichever it is."""
    monkeypatch.setenv("SCANNER_ADMINS_TOLD", "1")
    practice.join("second admin", Role.ADMIN)
    return TicketFixture(practice)


def nothing_changes(
    desk: TicketFixture, call: Act, reason: str, *paths: str, **details: object
) -> None:
    """Make a call that must be refused and leave everything as it was."""
    before, said = snapshot(desk.practice, desk.path, *paths), desk.said()
    refused(call, reason, **details)
    assert (snapshot(desk.practice, desk.path, *paths), desk.said()) == (before, said)


def put(desk: TicketFixture, **fields: object) -> None:
    """Put the ticket as it may come to stand."""
    changed = Ticket.model_validate({**dict(desk.ticket()), **fields})
    desk.practice.tenants.seed(changed.placed(desk.ticket_id))


def cost(desk: TicketFixture, call: Act) -> tuple[int, int, int]:
    call()
    tally = desk.practice.tally
    return tally.reads, tally.writes, tally.transactions


# --- opening ------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["member", "operator", "lab", "admin"])
def test_anybody_opens_a_ticket(practice: ClinicFixture, who: str) -> None:
    desk = TicketFixture(
        practice, open_ticket(practice, who, subject=" No link ", text=" It\nfails. ")
    )
    ticket, caller = desk.ticket(), practice.people[who]
    assert (ticket.uid, ticket.role, ticket.org) == (caller.uid, caller.role, caller.org)
    assert (ticket.subject, ticket.about, ticket.case_id) == ("No link", None, None)
    assert (ticket.state, ticket.assignee) == ("open", None)
    assert ticket.opened_at == ticket.since == ticket.last_at == practice.clock.at
    assert (ticket.first_answered_at, ticket.first_answer_minutes) == (None, None)
    (first,) = desk.show().messages
    assert (first.author, first.party, first.text) == (caller.uid, "the person", "It\nfails.")
    acts = [(act["action"], act["subject"]) for act in practice.acts()]
    assert ("support.open_ticket", desk.path) in acts
    assert desk.said() == 1


def test_an_account_has_so_many_tickets_that_are_not_closed(
    desk: TicketFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCANNER_OPEN_TICKETS", "2")
    answered = TicketFixture(desk.practice)
    answered.say(who="admin")
    assert answered.ticket().state == "answered"
    again = key()
    nothing_changes(desk, lambda: open_ticket(desk.practice), "too-many-tickets", limit=2)
    open_ticket(desk.practice, "owner")  # each account for itself
    desk.close()
    opened = open_ticket(desk.practice, idempotency_key=again)
    assert open_ticket(desk.practice, idempotency_key=again) == opened


def test_tickets_opened_at_once_are_not_more_than_that(
    desk: TicketFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCANNER_OPEN_TICKETS", "3")
    found = sorted(at_once(*[lambda: open_ticket(desk.practice)] * 4))
    assert found == ["", "", "too-many-tickets", "too-many-tickets"]


def test_who_was_listed_is_on_record(desk: TicketFixture) -> None:
    second = TicketFixture(desk.practice)
    for each in (desk, second):
        each.assign()
    wish = {"assignee": desk.practice.uid("admin")}
    shown = [row.ticket_id for row in desk.listed(**wish).tickets]
    assert (desk.practice.tally.reads, desk.practice.tally.writes) == (2, 1)
    (look,) = (act for act in desk.practice.acts() if act["action"] == "support.list")
    assert (look["subject"], look["refs"]) == ("tickets", {"shown": " ".join(shown)})
    assert set(shown) == {desk.ticket_id, second.ticket_id}


@pytest.mark.parametrize("who", ["stranger", "operator", "admin", "lab"])
def test_a_case_is_its_own_clinics_to_ask_about(practice: ClinicFixture, who: str) -> None:
    about = f"cases/{practice.case()}"
    refused(lambda: open_ticket(practice, who, about=about), "case-not-found")
    gone = f"cases/{ids.document_id()}"
    refused(lambda: open_ticket(practice, about=gone), "case-not-found")
    assert not [act for act in practice.acts() if act["action"] == "support.open_ticket"]
    for member in ("member", "owner"):
        ticket = TicketFixture(practice, open_ticket(practice, member, about=about)).ticket()
        assert (ticket.about, ticket.case_id) == (about, about.split("/")[1])


def test_a_namesake_of_the_clinic_is_not_its_member(practice: ClinicFixture) -> None:
    practice.join("namesake", Role.LAB, practice.tenants.clinic)
    about = f"cases/{practice.case()}"
    refused(lambda: open_ticket(practice, "namesake", about=about), "case-not-found")
    open_ticket(practice, about=about)


@pytest.mark.parametrize("who", ["stranger", "other lab", "admin", "operator"])
def test_an_order_is_its_sides_to_ask_about(practice: ClinicFixture, who: str) -> None:
    talk = ConversationFixture(LabFixture(practice))
    refused(lambda: open_ticket(practice, who, about=talk.path), "order-not-found")
    gone = f"orders/{ids.document_id()}"
    refused(lambda: open_ticket(practice, about=gone), "order-not-found")
    for side in ("member", "technician"):
        ticket = TicketFixture(practice, open_ticket(practice, side, about=talk.path)).ticket()
        assert (ticket.about, ticket.case_id) == (talk.path, talk.workshop.case_id)


# --- the first answer, and who has it -----------------------------------------------------------


def test_the_first_answer_takes_its_time_and_stays(desk: TicketFixture) -> None:
    clock = desk.practice.clock
    clock.at += 89.5 * MINUTE
    desk.say()
    assert desk.ticket().first_answer_minutes is None
    clock.at += MINUTE
    desk.say(who="admin")
    first = desk.ticket()
    assert (first.first_answered_at, first.first_answer_minutes) == (clock.at, 90)
    clock.at += MINUTE
    desk.say(who="second admin")
    assert desk.ticket().first_answered_at == first.first_answered_at
    assert desk.ticket().last_at == clock.at


def test_who_answers_first_has_it(desk: TicketFixture) -> None:
    desk.say(who="second admin")
    desk.say(who="admin")
    assert desk.ticket().assignee == desk.practice.uid("second admin")


def test_who_was_assigned_keeps_it(desk: TicketFixture) -> None:
    heard = desk.heard("admin").count("ticket_waiting")
    assert desk.assign("admin", who="second admin").assignee == desk.practice.uid("admin")
    assert desk.heard("admin").count("ticket_waiting") == heard + 1
    assert desk.ticket().state == "open"
    desk.say(who="second admin")
    assert desk.ticket().assignee == desk.practice.uid("admin")
    acts = [act for act in desk.practice.acts() if act["action"] == "support.assign"]
    assert [act["refs"] for act in acts] == [{"assignee": desk.practice.uid("admin")}]


def test_who_assigns_it_to_oneself_is_not_told(desk: TicketFixture) -> None:
    before = desk.heard("admin")
    desk.assign("admin")
    assert desk.heard("admin") == before


@pytest.mark.parametrize("to", ["member", "operator", "second admin"])
def test_it_is_assigned_to_active_admins(desk: TicketFixture, to: str) -> None:
    if to == "second admin":
        desk.practice.suspend(to)
    nothing_changes(desk, lambda: desk.assign(to), "not-an-admin")
    desk.assign("admin")


# --- states -------------------------------------------------------------------------------------


@pytest.mark.parametrize("state", list(TicketState))
def test_every_act_in_every_state(desk: TicketFixture, state: TicketState) -> None:
    def after(act: Act) -> str:
        put(desk, state=state, messages=desk.said())
        act()
        return desk.ticket().state

    assert after(desk.say) == "open"
    assert after(lambda: desk.say(who="admin")) == "answered"
    assert after(desk.close) == "closed"
    assert after(lambda: desk.close("admin")) == "closed"
    if state == "closed":
        put(desk, state=state)
        nothing_changes(desk, desk.assign, "wrong-ticket-state", state="closed", action="assign")
    else:
        assert after(desk.assign) == state


def test_how_long_it_waits_begins_once(desk: TicketFixture) -> None:
    opened, clock = desk.practice.clock.at, desk.practice.clock
    clock.at += MINUTE
    desk.say()
    assert desk.ticket().since == opened
    clock.at += MINUTE
    desk.say(who="admin")
    assert desk.ticket().since == clock.at
    clock.at += MINUTE
    desk.say()
    assert desk.ticket().since == clock.at


@pytest.mark.parametrize("who", ["member", "admin"])
def test_it_is_taken_up_again_within_a_month(desk: TicketFixture, who: str) -> None:
    clock = desk.practice.clock
    desk.close()
    clock.at += timedelta(days=30)
    desk.start(who)
    clock.at += timedelta(microseconds=1)
    late = {"state": "closed"}
    nothing_changes(desk, lambda: desk.say(who=who), "wrong-ticket-state", **late)
    nothing_changes(desk, lambda: desk.start(who), "wrong-ticket-state", **late)
    clock.at -= timedelta(microseconds=1)
    desk.say(who=who)
    assert desk.ticket().state == ("open" if who == "member" else "answered")


def test_closing_it_again_changes_nothing(desk: TicketFixture) -> None:
    desk.close()
    closed = desk.practice.clock.at
    desk.practice.clock.at += MINUTE
    assert cost(desk, lambda: desk.close("admin")) == (2, 1, 1)
    assert desk.ticket().since == closed
    assert [act["action"] for act in desk.practice.acts()].count("support.close") == 1


# --- who may ------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["owner", "stranger", "operator", "lab"])
def test_nobody_but_the_opener_and_admins(desk: TicketFixture, who: str) -> None:
    sent = desk.say(desk.attach())
    calls = (
        lambda: desk.say(who=who),
        lambda: desk.start(who),
        lambda: desk.close(who),
        lambda: desk.show(who),
        lambda: desk.links(sent.message_id, who),
    )
    for call in calls:
        nothing_changes(desk, call, "ticket-not-found")
    for twin in ("member", "admin"):
        desk.say(who=twin)
        desk.start(twin)
        desk.links(sent.message_id, twin)
        desk.close(twin)


def test_an_admin_who_asks_is_answered_by_others(desk: TicketFixture) -> None:
    own = TicketFixture(desk.practice, open_ticket(desk.practice, "admin"))
    own.say(who="admin")
    assert (own.ticket().state, own.ticket().first_answered_at) == ("open", None)
    own.say(who="second admin")
    assert own.ticket().state == "answered"


# --- lists and looks ----------------------------------------------------------------------------


def test_a_list_has_the_longest_waiting_first_and_nobodys_words(practice: ClinicFixture) -> None:
    practice.join("me", Role.ADMIN)
    desks = []
    for _ in range(3):
        practice.clock.at += MINUTE
        desks.append(TicketFixture(practice))
        desks[-1].assign("me")
    desks[0].say(who="me")
    practice.clock.at += MINUTE
    desks[0].say()  # it waits anew, and for less long than the others
    mine = {"assignee": practice.uid("me")}
    assert [row.ticket_id for row in desks[0].listed(**mine).tickets] == [
        desk.ticket_id for desk in (desks[1], desks[2], desks[0])
    ]
    page = desks[0].listed(**mine, limit=2)
    assert practice.tally.reads == 2
    rest = desks[0].listed(**mine, limit=2, cursor=page.cursor)
    assert [row.ticket_id for row in rest.tickets] == [desks[0].ticket_id]
    assert "No link" not in page.model_dump_json()
    assert desks[0].listed(**mine, state="closed").tickets == []
    desks[1].close()
    assert [row.state for row in desks[0].listed(**mine, state="closed").tickets] == ["closed"]
    assert len(desks[0].listed(limit=1).tickets) == 1  # of everybody's


def test_a_look_is_on_record(desk: TicketFixture) -> None:
    desk.practice.clock.at += MINUTE
    sent = desk.say(photo := desk.attach())
    shown = desk.show()
    assert (desk.practice.tally.reads, desk.practice.tally.writes) == (3, 1)
    assert (shown.subject, shown.ticket.uid) == ("No link", desk.practice.uid("member"))
    assert [message.text for message in shown.messages] == ["It fails.", "Here."]
    assert shown.messages[1].message_id == sent.message_id
    assert shown.messages[1].attachment_ids == [photo]
    looks = [act for act in desk.practice.acts() if act["action"] == "support.show"]
    assert [(look["actor"], look["subject"]) for look in looks] == [
        (desk.practice.uid("admin"), desk.path)
    ]


# --- who is told --------------------------------------------------------------------------------


def test_the_one_assigned_hears_of_every_message(desk: TicketFixture) -> None:
    desk.assign()
    before = len(desk.heard("admin"))
    for heard in (1, 2):
        desk.say()
        assert desk.heard("admin") == ["ticket_waiting"] * (before + heard)
    assert desk.told("admin")[0]["refs"] == {"ticket": desk.ticket_id}
    assert desk.heard("member") == []


def test_the_opener_hears_of_every_answer(desk: TicketFixture) -> None:
    sent = desk.say(who="admin")
    (item,) = desk.told("member")
    assert item["kind"] == "support_reply"
    assert item["refs"] == {"ticket": desk.ticket_id, "message": sent.message_id}
    desk.say()
    assert desk.heard("member") == ["support_reply"]


def _admin(client: Client) -> Caller:
    return Caller(joined(client, Role.ADMIN), "", True, Role.ADMIN)


def _heard(client: Client, uid: str) -> list[str]:
    found = client.collection(f"users/{uid}/inbox").get()
    return [InboxItem.model_validate(item.to_dict()).kind for item in found]


def test_all_admins_hear_when_a_ticket_begins_to_wait(empty: Client) -> None:
    """Once, and not of each further line, until somebody has it; again when nobody has any more."""
    admins = [_admin(empty) for _ in range(3)]
    person = Caller(joined(empty, Role.OPERATOR), "", True, Role.OPERATOR)
    shut_out = joined(empty, Role.ADMIN, Status.SUSPENDED)

    def ctx(caller: Caller) -> Context:
        return Context(Store(empty), caller, Clock())

    def say(caller: Caller) -> None:
        wish = SendTicketMessage(ticket_id=ticket_id, text="Here.", idempotency_key=key())
        messages.send(ctx(caller), wish)

    def heard() -> list[int]:
        return [_heard(empty, admin.uid).count("ticket_waiting") for admin in admins]

    wish = OpenTicket(subject="No link", text="It fails.", idempotency_key=key())
    ticket_id = tickets.open_ticket(ctx(person), wish).ticket_id
    assert heard() == [1, 1, 1]
    say(person)
    assert heard() == [1, 1, 1]
    say(admins[0])
    say(person)
    assert heard() == [2, 1, 1]
    say(admins[0])
    empty.document(f"users/{admins[0].uid}").update({"status": "suspended"})
    say(person)
    assert heard() == [2, 2, 2]
    assert _heard(empty, shut_out) == []
    assert set(_heard(empty, person.uid)) == {"support_reply"}


# --- retries and costs --------------------------------------------------------------------------


def test_a_retry_does_nothing_more(desk: TicketFixture) -> None:
    again = key()
    ticket_id = open_ticket(desk.practice, idempotency_key=again)
    assert open_ticket(desk.practice, idempotency_key=again) == ticket_id
    refused(
        lambda: open_ticket(desk.practice, idempotency_key=again, text="No."),
        "idempotency-key-reused",
    )
    first = desk.say(idempotency_key=again)
    assert cost(desk, lambda: desk.say(idempotency_key=again)) == (1, 0, 1)
    assert desk.said() == 2
    assert first.state == "open"
    assert cost(desk, lambda: desk.assign(idempotency_key=again)) == (3, 3, 1)
    assert cost(desk, lambda: desk.assign(idempotency_key=again)) == (1, 0, 1)


def test_what_it_costs(desk: TicketFixture) -> None:
    """The retry record is read and written each time; one admin is told where all would be."""
    practice = desk.practice
    about = f"cases/{practice.case()}"
    # Each reads the tickets of the caller that are not closed: the desk's, and the one before.
    assert cost(desk, lambda: open_ticket(practice)) == (2 + 1, 5, 1)
    assert cost(desk, lambda: open_ticket(practice, about=about)) == (3 + 2, 5, 1)
    assert cost(desk, desk.start) == (4, 3, 1)
    assert cost(desk, desk.say) == (2, 4, 1)  # waiting already, nobody's
    assert cost(desk, lambda: desk.assign(who="second admin")) == (3, 4, 1)
    assert cost(desk, desk.say) == (3, 5, 1)
    assert cost(desk, lambda: desk.say(who="admin")) == (2, 5, 1)
    photos = [desk.attach() for _ in range(2)]
    assert cost(desk, lambda: desk.say(*photos)) == (5, 7, 1)
    assert cost(desk, desk.close) == (2, 3, 1)
