"""Tickets: who opens them about what, who is shown, assigned and told, and what it costs."""

from __future__ import annotations

from datetime import timedelta

import pytest
from google.cloud.firestore import Client

from core.access import Caller, Role
from core.context import Context
from support import messages, tickets
from support.models import TicketState
from support.requests import OpenTicket, SendTicketMessage
from tests.support import ids
from tests.support.audience_fixture import LEAVING, AudienceFixture
from tests.support.clinic_fixture import ClinicFixture
from tests.support.concurrency import refusals_at_once
from tests.support.conversation_fixture import ConversationFixture
from tests.support.lab_fixture import LabFixture
from tests.support.moments import key, refused
from tests.support.ticket_fixture import Act, TicketFixture, cost, nothing_changes, open_ticket, put

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


@pytest.fixture
def ticket(practice: ClinicFixture) -> TicketFixture:
    """A ticket of the clinic's member."""
    practice.join("second admin", Role.ADMIN)
    return TicketFixture(practice)


# --- opening ------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["member", "operator", "lab", "admin"])
def test_anybody_opens_a_ticket(practice: ClinicFixture, who: str) -> None:
    ticket = TicketFixture(
        practice, open_ticket(practice, who, subject=" No link ", text=" It\nfails. ")
    )
    kept, caller = ticket.ticket(), practice.people[who]
    assert (kept.uid, kept.role, kept.org) == (caller.uid, caller.role, caller.org)
    assert (kept.subject, kept.about, kept.case_id) == ("No link", None, None)
    assert (kept.state, kept.assignee) == ("open", None)
    assert kept.opened_at == kept.since == kept.last_at == practice.clock.at
    assert (kept.first_answered_at, kept.first_answer_minutes) == (None, None)
    (first,) = ticket.show().messages
    assert (first.author, first.party, first.text) == (caller.uid, "the person", "It\nfails.")
    acts = [(act["action"], act["subject"]) for act in practice.acts()]
    assert ("support.open_ticket", ticket.path) in acts
    assert ticket.said() == 1


def test_an_account_has_so_many_tickets_that_are_not_closed(
    ticket: TicketFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCANNER_OPEN_TICKETS", "2")
    answered = TicketFixture(ticket.practice)
    answered.say(who="admin")
    assert answered.ticket().state == "answered"
    again = key()
    nothing_changes(ticket, lambda: open_ticket(ticket.practice), "too-many-tickets", limit=2)
    open_ticket(ticket.practice, "owner")  # each account for itself
    ticket.close()
    opened = open_ticket(ticket.practice, idempotency_key=again)
    assert open_ticket(ticket.practice, idempotency_key=again) == opened


def test_tickets_opened_at_once_are_not_more_than_that(
    ticket: TicketFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCANNER_OPEN_TICKETS", "3")
    found = sorted(refusals_at_once(*[lambda: open_ticket(ticket.practice)] * 4))
    assert found == ["", "", "too-many-tickets", "too-many-tickets"]


def test_who_was_listed_is_on_record(ticket: TicketFixture) -> None:
    second = TicketFixture(ticket.practice)
    for each in (ticket, second):
        each.assign()
    request = {"assignee": ticket.practice.uid("admin")}
    shown = [row.ticket_id for row in ticket.listed(**request).tickets]
    assert (ticket.practice.tally.reads, ticket.practice.tally.writes) == (2, 1)
    (look,) = (act for act in ticket.practice.acts() if act["action"] == "support.list")
    assert (look["subject"], look["refs"]) == ("tickets", {"shown": " ".join(shown)})
    assert set(shown) == {ticket.ticket_id, second.ticket_id}


@pytest.mark.parametrize("who", ["stranger", "operator", "admin", "lab"])
def test_a_case_is_its_own_clinics_to_ask_about(practice: ClinicFixture, who: str) -> None:
    about = f"cases/{practice.case()}"
    refused(lambda: open_ticket(practice, who, about=about), "case-not-found")
    gone = f"cases/{ids.document_id()}"
    refused(lambda: open_ticket(practice, about=gone), "case-not-found")
    assert not [act for act in practice.acts() if act["action"] == "support.open_ticket"]
    for member in ("member", "owner"):
        kept = TicketFixture(practice, open_ticket(practice, member, about=about)).ticket()
        assert (kept.about, kept.case_id) == (about, about.split("/")[1])


def test_a_namesake_of_the_clinic_is_not_its_member(practice: ClinicFixture) -> None:
    practice.join("namesake", Role.LAB, practice.tenants.clinic)
    about = f"cases/{practice.case()}"
    refused(lambda: open_ticket(practice, "namesake", about=about), "case-not-found")
    open_ticket(practice, about=about)


@pytest.mark.parametrize("who", ["stranger", "other lab", "admin", "operator"])
def test_an_order_is_its_sides_to_ask_about(practice: ClinicFixture, who: str) -> None:
    conversation = ConversationFixture(LabFixture(practice))
    refused(lambda: open_ticket(practice, who, about=conversation.path), "order-not-found")
    gone = f"orders/{ids.document_id()}"
    refused(lambda: open_ticket(practice, about=gone), "order-not-found")
    for side in ("member", "technician"):
        kept = TicketFixture(
            practice, open_ticket(practice, side, about=conversation.path)
        ).ticket()
        assert (kept.about, kept.case_id) == (conversation.path, conversation.lab.case_id)


# --- the first answer, and who has it -----------------------------------------------------------


def test_the_first_answer_takes_its_time_and_stays(ticket: TicketFixture) -> None:
    clock = ticket.practice.clock
    clock.at += 89.5 * MINUTE
    ticket.say()
    assert ticket.ticket().first_answer_minutes is None
    clock.at += MINUTE
    ticket.say(who="admin")
    first = ticket.ticket()
    assert (first.first_answered_at, first.first_answer_minutes) == (clock.at, 90)
    clock.at += MINUTE
    ticket.say(who="second admin")
    assert ticket.ticket().first_answered_at == first.first_answered_at
    assert ticket.ticket().last_at == clock.at


def test_who_answers_first_has_it(ticket: TicketFixture) -> None:
    ticket.say(who="second admin")
    ticket.say(who="admin")
    assert ticket.ticket().assignee == ticket.practice.uid("second admin")


def test_who_was_assigned_keeps_it(ticket: TicketFixture) -> None:
    heard = ticket.heard("admin").count("ticket_waiting")
    assert ticket.assign("admin", who="second admin").assignee == ticket.practice.uid("admin")
    assert ticket.heard("admin").count("ticket_waiting") == heard + 1
    assert ticket.ticket().state == "open"
    ticket.say(who="second admin")
    assert ticket.ticket().assignee == ticket.practice.uid("admin")
    acts = [act for act in ticket.practice.acts() if act["action"] == "support.assign"]
    assert [act["refs"] for act in acts] == [{"assignee": ticket.practice.uid("admin")}]


def test_who_assigns_it_to_oneself_is_not_told(ticket: TicketFixture) -> None:
    before = ticket.heard("admin")
    ticket.assign("admin")
    assert ticket.heard("admin") == before


@pytest.mark.parametrize("to", ["member", "operator", "second admin"])
def test_it_is_assigned_to_active_admins(ticket: TicketFixture, to: str) -> None:
    if to == "second admin":
        ticket.practice.suspend(to)
    nothing_changes(ticket, lambda: ticket.assign(to), "not-an-admin")
    ticket.assign("admin")


# --- states -------------------------------------------------------------------------------------


@pytest.mark.parametrize("state", list(TicketState))
def test_every_act_in_every_state(ticket: TicketFixture, state: TicketState) -> None:
    def after(act: Act) -> str:
        put(ticket, state=state, messages=ticket.said())
        act()
        return ticket.ticket().state

    assert after(ticket.say) == "open"
    assert after(lambda: ticket.say(who="admin")) == "answered"
    assert after(ticket.close) == "closed"
    assert after(lambda: ticket.close("admin")) == "closed"
    if state == "closed":
        put(ticket, state=state)
        nothing_changes(
            ticket, ticket.assign, "wrong-ticket-state", state="closed", action="assign"
        )
    else:
        assert after(ticket.assign) == state


def test_how_long_it_waits_begins_once(ticket: TicketFixture) -> None:
    opened, clock = ticket.practice.clock.at, ticket.practice.clock
    clock.at += MINUTE
    ticket.say()
    assert ticket.ticket().since == opened
    clock.at += MINUTE
    ticket.say(who="admin")
    assert ticket.ticket().since == clock.at
    clock.at += MINUTE
    ticket.say()
    assert ticket.ticket().since == clock.at


@pytest.mark.parametrize("who", ["member", "admin"])
def test_it_is_taken_up_again_within_a_month(ticket: TicketFixture, who: str) -> None:
    clock = ticket.practice.clock
    ticket.close()
    clock.at += timedelta(days=30)
    ticket.start(who)
    clock.at += timedelta(microseconds=1)
    late = {"state": "closed"}
    nothing_changes(ticket, lambda: ticket.say(who=who), "wrong-ticket-state", **late)
    nothing_changes(ticket, lambda: ticket.start(who), "wrong-ticket-state", **late)
    clock.at -= timedelta(microseconds=1)
    ticket.say(who=who)
    assert ticket.ticket().state == ("open" if who == "member" else "answered")


def test_closing_it_again_changes_nothing(ticket: TicketFixture) -> None:
    ticket.close()
    closed = ticket.practice.clock.at
    ticket.practice.clock.at += MINUTE
    assert cost(ticket, lambda: ticket.close("admin")) == (2, 1, 1)
    assert ticket.ticket().since == closed
    assert [act["action"] for act in ticket.practice.acts()].count("support.close") == 1


# --- who may ------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["owner", "stranger", "operator", "lab"])
def test_nobody_but_the_opener_and_admins(ticket: TicketFixture, who: str) -> None:
    sent = ticket.say(ticket.attach())
    calls = (
        lambda: ticket.say(who=who),
        lambda: ticket.start(who),
        lambda: ticket.close(who),
        lambda: ticket.show(who),
        lambda: ticket.links(sent.message_id, who),
    )
    for call in calls:
        nothing_changes(ticket, call, "ticket-not-found")
    for twin in ("member", "admin"):
        ticket.say(who=twin)
        ticket.start(twin)
        ticket.links(sent.message_id, twin)
        ticket.close(twin)


def test_an_admin_who_asks_is_answered_by_others(ticket: TicketFixture) -> None:
    own = TicketFixture(ticket.practice, open_ticket(ticket.practice, "admin"))
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
        ticket.ticket_id for ticket in (desks[1], desks[2], desks[0])
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


def test_a_look_is_on_record(ticket: TicketFixture) -> None:
    ticket.practice.clock.at += MINUTE
    sent = ticket.say(photo := ticket.attach())
    shown = ticket.show()
    assert (ticket.practice.tally.reads, ticket.practice.tally.writes) == (3, 1)
    assert (shown.subject, shown.ticket.uid) == ("No link", ticket.practice.uid("member"))
    assert [message.text for message in shown.messages] == ["It fails.", "Here."]
    assert shown.messages[1].message_id == sent.message_id
    assert shown.messages[1].attachment_ids == [photo]
    looks = [act for act in ticket.practice.acts() if act["action"] == "support.show"]
    assert [(look["actor"], look["subject"]) for look in looks] == [
        (ticket.practice.uid("admin"), ticket.path)
    ]


# --- who is told --------------------------------------------------------------------------------


def test_the_one_assigned_hears_of_every_message(ticket: TicketFixture) -> None:
    ticket.assign()
    before = len(ticket.heard("admin"))
    for heard in (1, 2):
        ticket.say()
        assert ticket.heard("admin") == ["ticket_waiting"] * (before + heard)
    assert ticket.told("admin")[0]["refs"] == {"ticket": ticket.ticket_id}
    assert ticket.heard("member") == []


def test_the_opener_hears_of_every_answer(ticket: TicketFixture) -> None:
    sent = ticket.say(who="admin")
    (item,) = ticket.told("member")
    assert item["kind"] == "support_reply"
    assert item["refs"] == {"ticket": ticket.ticket_id, "message": sent.message_id}
    ticket.say()
    assert ticket.heard("member") == ["support_reply"]


def test_admins_hear_in_their_digests_of_what_is_nobodys(empty: Client) -> None:
    """Once, when it begins to wait, until somebody has it; again when nobody has any more."""
    people = AudienceFixture(empty)
    admins = [people.join(Role.ADMIN) for _ in range(3)]
    opener = people.join(Role.OPERATOR)

    def ctx(uid: str, role: Role) -> Context:
        return Context(people.store, Caller(uid, "", True, role), people.clock)

    def say(uid: str, role: Role = Role.OPERATOR) -> None:
        people.clock.at += 2 * HOUR
        request = SendTicketMessage(ticket_id=ticket_id, text="Here.", idempotency_key=key())
        messages.send(ctx(uid, role), request)

    def heard() -> list[tuple[int, int]]:
        """Of each admin: notices of the ticket itself, and digests."""
        people.announce()
        people.digest(tickets=1)
        kinds = [people.heard().get(uid, []) for uid in admins]
        return [(each.count("ticket_waiting"), each.count("queue_waiting")) for each in kinds]

    request = OpenTicket(subject="No link", text="It fails.", idempotency_key=key())
    ticket_id = tickets.open_ticket(ctx(opener, Role.OPERATOR), request).ticket_id
    assert heard() == [(0, 1)] * 3
    say(opener)
    assert heard() == [(0, 1)] * 3
    say(admins[0], Role.ADMIN)
    say(opener)
    assert heard() == [(1, 1), (0, 1), (0, 1)]
    say(admins[0], Role.ADMIN)
    people.leave(admins[0], "suspended")
    say(opener)
    assert heard() == [(1, 1), (0, 2), (0, 2)]
    assert set(people.heard()[opener]) == {"support_reply"}


@pytest.mark.parametrize("way", sorted(LEAVING))
def test_an_answer_to_somebody_who_is_shut_out_is_told_to_admins(empty: Client, way: str) -> None:
    """Who has another role still has the ticket, and hears."""
    people = AudienceFixture(empty)
    admin, opener = people.join(Role.ADMIN), people.join(Role.OPERATOR)
    ctx = Context(people.store, Caller(opener, "", True, Role.OPERATOR), people.clock)
    request = OpenTicket(subject="No link", text="It fails.", idempotency_key=key())
    ticket_id = tickets.open_ticket(ctx, request).ticket_id
    people.leave(opener, way)
    answer = SendTicketMessage(ticket_id=ticket_id, text="Here.", idempotency_key=key())
    other = Caller(ids.uid(), "", True, Role.ADMIN)
    messages.send(Context(people.store, other, people.clock), answer)
    people.announce()
    assert list(people.heard()) == [opener if way == "another role" else admin]


# --- retries and costs --------------------------------------------------------------------------


def test_a_retry_does_nothing_more(ticket: TicketFixture) -> None:
    again = key()
    ticket_id = open_ticket(ticket.practice, idempotency_key=again)
    assert open_ticket(ticket.practice, idempotency_key=again) == ticket_id
    refused(
        lambda: open_ticket(ticket.practice, idempotency_key=again, text="No."),
        "idempotency-key-reused",
    )
    first = ticket.say(idempotency_key=again)
    assert cost(ticket, lambda: ticket.say(idempotency_key=again)) == (1, 0, 1)
    assert ticket.said() == 2
    assert first.state == "open"
    assert cost(ticket, lambda: ticket.assign(idempotency_key=again)) == (3, 3, 1)
    assert cost(ticket, lambda: ticket.assign(idempotency_key=again)) == (1, 0, 1)


def test_what_it_costs(ticket: TicketFixture) -> None:
    """The retry record is read and written each time; the notice is a write."""
    practice = ticket.practice
    about = f"cases/{practice.case()}"
    # Each reads the tickets of the caller that are not closed: this one, and the one before.
    assert cost(ticket, lambda: open_ticket(practice)) == (1 + 1, 5, 1)
    assert cost(ticket, lambda: open_ticket(practice, about=about)) == (2 + 2, 5, 1)
    assert cost(ticket, ticket.start) == (4, 3, 1)
    assert cost(ticket, ticket.say) == (2, 4, 1)  # waiting already, nobody's
    assert cost(ticket, lambda: ticket.assign(who="second admin")) == (3, 4, 1)
    assert cost(ticket, ticket.say) == (2, 5, 1)
    assert cost(ticket, lambda: ticket.say(who="admin")) == (2, 5, 1)
    photos = [ticket.attach() for _ in range(2)]
    assert cost(ticket, lambda: ticket.say(*photos)) == (4, 7, 1)
    assert cost(ticket, ticket.close) == (2, 3, 1)
