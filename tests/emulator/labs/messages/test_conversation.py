"""Messages on an order: who may write when, what goes along, who is told, and what it costs."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from core.errors import ScannerError
from labs.messages.conversation import MAX_MESSAGES
from labs.orders.models import Order, OrderState
from scans.gate.models import Finding
from tests.support import ids
from tests.support.account_records import state
from tests.support.clinic_fixture import ClinicFixture, snapshot
from tests.support.conversation_fixture import ConversationFixture
from tests.support.lab_fixture import LabFixture
from tests.support.moments import key, refused

MONTH, SECOND = timedelta(days=30), timedelta(seconds=1)
Act = Callable[[], object]


@pytest.fixture
def talk(practice: ClinicFixture) -> ConversationFixture:
    """An order that nobody has accepted yet."""
    return ConversationFixture(LabFixture(practice))


def nothing_changes(
    talk: ConversationFixture, call: Act, reason: str, *paths: str, **details: object
) -> None:
    """Make a call that must be refused and leave everything as it was."""
    practice, watched = talk.workshop.practice, (talk.path, *paths)
    before, said = snapshot(practice, *watched), talk.said()
    refused(call, reason, **details)
    assert (snapshot(practice, *watched), talk.said()) == (before, said)


def at(talk: ConversationFixture, to: str) -> None:
    """Put the order into a state, since now."""
    order = talk.workshop.order(talk.order_id)
    times = {**order.times, OrderState(to): talk.workshop.practice.clock.at}
    changed = Order.model_validate({**dict(order), "state": to, "times": times})
    talk.workshop.practice.tenants.seed(changed.placed(order.id))


# --- what is sent -------------------------------------------------------------------------------


def test_a_message_is_what_was_written_and_attached(talk: ConversationFixture) -> None:
    doubt = Finding(code="stl-many-pieces", severity="warning", sentence="Several pieces.")
    photo, scan = talk.attach(), talk.attach("member", doubt, kind="stl")
    sent = talk.say(scan, photo, text=" The margin\n\nis here. ")
    message = talk.message(sent.message_id)
    practice = talk.workshop.practice
    assert (message.party, message.author) == ("the clinic", practice.uid("member"))
    assert (message.clinic_id, message.lab_id) == (practice.tenants.clinic, practice.tenants.lab)
    assert (message.text, message.sent_at) == ("The margin\n\nis here.", practice.clock.at)
    found = [(a.attachment_id, a.kind, a.findings) for a in message.attachments]
    assert found == [(scan, "stl", [doubt]), (photo, "image", [])]
    assert "Meera" not in message.model_dump_json()
    for upload_id in (photo, scan):
        upload = practice.upload_of(upload_id)
        assert upload.sent_with == f"{talk.path}/messages/{sent.message_id}"
        assert upload.case_id == talk.workshop.case_id
    assert talk.said() == 1
    acts = [(act["action"], act["subject"]) for act in practice.acts()]
    assert ("labs.send_message", f"{talk.path}/messages/{sent.message_id}") in acts


def test_the_lab_answers(talk: ConversationFixture) -> None:
    talk.say()
    answer = talk.message(talk.say(talk.attach("technician"), who="technician").message_id)
    practice = talk.workshop.practice
    assert (answer.party, answer.author) == ("the lab", practice.uid("technician"))
    assert len(answer.attachments) == 1
    assert talk.said() == 2


def test_what_is_named_twice_is_sent_once(talk: ConversationFixture) -> None:
    photo = talk.attach()
    message = talk.message(talk.say(photo, photo).message_id)
    assert [a.attachment_id for a in message.attachments] == [photo]


def test_the_other_side_is_told(talk: ConversationFixture) -> None:
    """Of the clinic who placed the order; of the lab its owners until somebody accepts it."""
    practice, workshop = talk.workshop.practice, talk.workshop

    def news(call: Act) -> dict[str, int]:
        before = {name: practice.inbox(name).count("order_message") for name in practice.people}
        call()
        after = {name: practice.inbox(name).count("order_message") for name in practice.people}
        return {name: after[name] - before[name] for name in after if after[name] > before[name]}

    assert news(talk.say) == {"lab owner": 1}
    assert news(lambda: talk.say(who="owner")) == {"lab owner": 1, "member": 1}
    assert news(lambda: talk.say(who="technician")) == {"member": 1}
    workshop.move(talk.order_id, "accept")
    assert news(talk.say) == {"technician": 1}
    assert news(lambda: talk.say(who="lab owner")) == {"member": 1}


# --- who may ------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["stranger", "other lab", "admin", "operator"])
def test_nobody_but_the_two_sides(talk: ConversationFixture, who: str) -> None:
    nothing_changes(talk, lambda: talk.say(who=who), "order-not-found")
    nothing_changes(talk, lambda: talk.start(who), "order-not-found")
    talk.say(who="owner")
    talk.start("lab owner")


@pytest.mark.parametrize("ended", ["rejected", "completed", "cancelled"])
@pytest.mark.parametrize("who", ["member", "technician"])
def test_a_month_after_the_end_all_is_said(talk: ConversationFixture, ended: str, who: str) -> None:
    at(talk, ended)
    clock = talk.workshop.practice.clock
    clock.at += MONTH
    talk.say(who=who)
    clock.at += SECOND
    nothing_changes(talk, lambda: talk.say(who=who), "wrong-order-state", state=ended)
    nothing_changes(talk, lambda: talk.start(who), "wrong-order-state", state=ended)


@pytest.mark.parametrize("state", list(OrderState))
def test_files_go_along_unless_it_was_called_off(
    talk: ConversationFixture, state: OrderState
) -> None:
    """A slot may outlive that; what landed in it cannot be sent any more. Words always can."""
    photo = talk.attach()
    at(talk, state)
    talk.say()
    if state in {"rejected", "cancelled"}:
        path = f"uploads/{photo}"
        nothing_changes(talk, lambda: talk.say(photo), "wrong-order-state", path, state=state)
        nothing_changes(talk, talk.start, "wrong-order-state", state=state)
    else:
        talk.start()
        talk.say(photo)


def test_files_go_along_for_a_month(talk: ConversationFixture) -> None:
    photo, late, clock = talk.attach(), talk.attach(), talk.workshop.practice.clock
    at(talk, "completed")
    clock.at += MONTH
    talk.say(photo)
    clock.at += SECOND
    nothing_changes(talk, lambda: talk.say(late), "wrong-order-state", f"uploads/{late}")


@pytest.mark.parametrize("who", ["member", "technician"])
def test_nothing_is_shared_without_consent(talk: ConversationFixture, who: str) -> None:
    photo = talk.attach(who)
    talk.say(who=who)
    talk.workshop.withdraw_unheard()  # the trigger would end the order, which says no by itself
    for call in (lambda: talk.say(who=who), lambda: talk.say(photo, who=who)):
        nothing_changes(talk, call, "not-shared", f"uploads/{photo}", why="consent-withdrawn")
    nothing_changes(talk, lambda: talk.start(who), "not-shared", why="consent-withdrawn")


def test_a_withdrawal_closes_what_is_open(talk: ConversationFixture) -> None:
    waiting = talk.start("technician").upload_id
    practice = talk.workshop.practice
    assert practice.upload_of(waiting).open
    practice.withdraw(talk.workshop.case().consent_id)
    assert not practice.upload_of(waiting).open


def test_a_closed_case_is_talked_about(talk: ConversationFixture) -> None:
    talk.workshop.practice.close(talk.workshop.case_id)
    talk.say(talk.attach("technician"), who="technician")


def test_a_shut_out_member_loses_its_slots(talk: ConversationFixture) -> None:
    closed, kept = talk.start("technician"), talk.start("lab owner")
    practice = talk.workshop.practice
    practice.suspend("technician")
    assert not practice.upload_of(closed.upload_id).open
    assert practice.upload_of(kept.upload_id).open


# --- what goes along ----------------------------------------------------------------------------


def _another_order(talk: ConversationFixture) -> str:
    return ConversationFixture(talk.workshop).attach()


def _a_colleagues(talk: ConversationFixture) -> str:
    return talk.attach("owner")


def _the_other_sides(talk: ConversationFixture) -> str:
    return talk.attach("technician")


def _a_file_of_the_case(talk: ConversationFixture) -> str:
    return talk.workshop.practice.slot(case_id=talk.workshop.case_id).upload_id


def _nothing(_: ConversationFixture) -> str:
    return ids.document_id()


@pytest.mark.parametrize(
    "other", [_another_order, _a_colleagues, _the_other_sides, _a_file_of_the_case, _nothing]
)
def test_only_what_the_writer_uploaded_for_the_order(
    talk: ConversationFixture, other: Callable[[ConversationFixture], str]
) -> None:
    photo, wrong = talk.attach(), other(talk)
    paths = (f"uploads/{photo}", f"uploads/{wrong}")
    nothing_changes(talk, lambda: talk.say(photo, wrong), "attachment-not-found", *paths)
    talk.say(photo)


def test_only_what_passed(talk: ConversationFixture) -> None:
    photo, waiting = talk.attach(), talk.start().upload_id
    paths = (f"uploads/{photo}", f"uploads/{waiting}")
    nothing_changes(
        talk, lambda: talk.say(photo, waiting), "attachment-not-ready", *paths, state="issued"
    )
    talk.passes(waiting)
    talk.say(photo, waiting)


def test_it_is_sent_once(talk: ConversationFixture) -> None:
    photo = talk.attach()
    talk.say(photo)
    nothing_changes(talk, lambda: talk.say(photo), "attachment-sent", f"uploads/{photo}")
    talk.say(talk.attach())


def test_of_two_at_once_one_sends_it(talk: ConversationFixture) -> None:
    photo = talk.attach()

    def go(_: int) -> str:
        try:
            ConversationFixture(talk.workshop, talk.order_id).say(photo)
        except ScannerError as err:
            return err.reason
        return ""

    with ThreadPoolExecutor(3) as pool:
        outcomes = sorted(pool.map(go, range(3)))
    assert outcomes == ["", "attachment-sent", "attachment-sent"]
    assert talk.said() == 1


def test_an_order_has_so_many_messages(talk: ConversationFixture) -> None:
    order = talk.workshop.order(talk.order_id)

    def counts(messages: int) -> None:
        changed = Order.model_validate({**dict(order), "messages": messages})
        talk.workshop.practice.tenants.seed(changed.placed(order.id))

    counts(MAX_MESSAGES)
    before = state(talk.path)
    refused(talk.say, "too-many-messages", limit=500)
    assert state(talk.path) == before
    counts(MAX_MESSAGES - 1)
    talk.say()
    refused(talk.say, "too-many-messages")
    assert talk.workshop.order(talk.order_id).messages == MAX_MESSAGES


# --- retries and costs --------------------------------------------------------------------------


def test_a_retry_sends_nothing_more(talk: ConversationFixture) -> None:
    photo, again = talk.attach(), key()
    first = talk.say(photo, idempotency_key=again)
    assert talk.say(photo, idempotency_key=again) == first
    assert (talk.workshop.practice.tally.reads, talk.workshop.practice.tally.writes) == (1, 0)
    assert talk.said() == 1
    nothing_changes(
        talk, lambda: talk.say(idempotency_key=again, text="No."), "idempotency-key-reused"
    )
    slot = talk.start(idempotency_key=again)
    assert talk.start(idempotency_key=again) == slot
    refused(lambda: talk.start(idempotency_key=again, kind="stl"), "idempotency-key-reused")


def test_what_it_costs(talk: ConversationFixture) -> None:
    """The retry record, the order, the case and its consent are read; the rest is beside it."""
    photos, tally = [talk.attach() for _ in range(2)], lambda: talk.workshop.practice.tally

    def cost(call: Act) -> tuple[int, int, int]:
        call()
        return tally().reads, tally().writes, tally().transactions

    assert cost(talk.start) == (6, 3, 1)
    assert cost(lambda: talk.say(who="technician")) == (4, 5, 1)
    assert cost(talk.say) == (6, 5, 1)  # the lab and its owner
    talk.workshop.move(talk.order_id, "accept")
    assert cost(talk.say) == (4, 5, 1)
    assert cost(lambda: talk.say(*photos)) == (6, 7, 1)
