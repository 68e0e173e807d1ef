"""Messages on an order: who may write when, what goes along, who is told, and what it costs."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from core.errors import ScannerError
from labs.messages.conversation import MAX_MESSAGES
from labs.orders.models import Order, OrderState
from scans.gate.models import FileFinding
from tests.support import ids
from tests.support.account_records import state
from tests.support.clinic_fixture import ClinicFixture
from tests.support.conversation_fixture import (
    MONTH,
    SECOND,
    Act,
    ConversationFixture,
    at,
    nothing_changes,
)
from tests.support.lab_fixture import LabFixture
from tests.support.moments import key, refused


@pytest.fixture
def conversation(practice: ClinicFixture) -> ConversationFixture:
    """An order that nobody has accepted yet."""
    return ConversationFixture(LabFixture(practice))


# --- what is sent -------------------------------------------------------------------------------


def test_a_message_is_what_was_written_and_attached(conversation: ConversationFixture) -> None:
    doubt = FileFinding(code="stl-many-pieces", severity="warning", sentence="Several pieces.")
    photo, scan = conversation.attach(), conversation.attach("member", doubt, kind="stl")
    sent = conversation.say(scan, photo, text=" The margin\n\nis here. ")
    message = conversation.message(sent.message_id)
    practice = conversation.lab.practice
    assert (message.party, message.author) == ("the clinic", practice.uid("member"))
    assert (message.clinic_id, message.lab_id) == (practice.tenants.clinic, practice.tenants.lab)
    assert (message.text, message.sent_at) == ("The margin\n\nis here.", practice.clock.at)
    found = [(a.attachment_id, a.kind, a.findings) for a in message.attachments]
    assert found == [(scan, "stl", [doubt]), (photo, "image", [])]
    assert "Meera" not in message.model_dump_json()
    for upload_id in (photo, scan):
        upload = practice.upload_of(upload_id)
        assert upload.sent_with == f"{conversation.path}/messages/{sent.message_id}"
        assert upload.case_id == conversation.lab.case_id
    assert conversation.said() == 1
    acts = [(act["action"], act["subject"]) for act in practice.acts()]
    assert ("labs.send_message", f"{conversation.path}/messages/{sent.message_id}") in acts


def test_the_lab_answers(conversation: ConversationFixture) -> None:
    conversation.say()
    answer = conversation.message(
        conversation.say(conversation.attach("technician"), who="technician").message_id
    )
    practice = conversation.lab.practice
    assert (answer.party, answer.author) == ("the lab", practice.uid("technician"))
    assert len(answer.attachments) == 1
    assert conversation.said() == 2


def test_what_is_named_twice_is_sent_once(conversation: ConversationFixture) -> None:
    photo = conversation.attach()
    message = conversation.message(conversation.say(photo, photo).message_id)
    assert [a.attachment_id for a in message.attachments] == [photo]


def test_the_other_side_is_told(conversation: ConversationFixture) -> None:
    """Of the clinic who placed the order; of the lab its owners until somebody accepts it."""
    practice, lab = conversation.lab.practice, conversation.lab

    def news(call: Act) -> dict[str, int]:
        before = {name: practice.inbox(name).count("order_message") for name in practice.people}
        call()
        after = {name: practice.inbox(name).count("order_message") for name in practice.people}
        return {name: after[name] - before[name] for name in after if after[name] > before[name]}

    assert news(conversation.say) == {"lab owner": 1}
    assert news(lambda: conversation.say(who="owner")) == {"lab owner": 1, "member": 1}
    assert news(lambda: conversation.say(who="technician")) == {"member": 1}
    lab.move(conversation.order_id, "accept")
    assert news(conversation.say) == {"technician": 1}
    assert news(lambda: conversation.say(who="lab owner")) == {"member": 1}


# --- who may ------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["stranger", "other lab", "admin", "operator"])
def test_nobody_but_the_two_sides(conversation: ConversationFixture, who: str) -> None:
    nothing_changes(conversation, lambda: conversation.say(who=who), "order-not-found")
    nothing_changes(conversation, lambda: conversation.start(who), "order-not-found")
    conversation.say(who="owner")
    conversation.start("lab owner")


@pytest.mark.parametrize("ended", ["rejected", "completed", "cancelled"])
@pytest.mark.parametrize("who", ["member", "technician"])
def test_a_month_after_the_end_all_is_said(
    conversation: ConversationFixture, ended: str, who: str
) -> None:
    at(conversation, ended)
    clock = conversation.lab.practice.clock
    clock.at += MONTH
    conversation.say(who=who)
    clock.at += SECOND
    nothing_changes(
        conversation, lambda: conversation.say(who=who), "wrong-order-state", state=ended
    )
    nothing_changes(conversation, lambda: conversation.start(who), "wrong-order-state", state=ended)


@pytest.mark.parametrize("state", list(OrderState))
def test_files_go_along_unless_it_was_called_off(
    conversation: ConversationFixture, state: OrderState
) -> None:
    """A slot may outlive that; what landed in it cannot be sent any more. Words always can."""
    photo = conversation.attach()
    at(conversation, state)
    conversation.say()
    if state in {"rejected", "cancelled"}:
        path = f"uploads/{photo}"
        nothing_changes(
            conversation, lambda: conversation.say(photo), "wrong-order-state", path, state=state
        )
        nothing_changes(conversation, conversation.start, "wrong-order-state", state=state)
    else:
        conversation.start()
        conversation.say(photo)


def test_files_go_along_for_a_month(conversation: ConversationFixture) -> None:
    photo, late, clock = (
        conversation.attach(),
        conversation.attach(),
        conversation.lab.practice.clock,
    )
    at(conversation, "completed")
    clock.at += MONTH
    conversation.say(photo)
    clock.at += SECOND
    nothing_changes(
        conversation, lambda: conversation.say(late), "wrong-order-state", f"uploads/{late}"
    )


@pytest.mark.parametrize("who", ["member", "technician"])
def test_nothing_is_shared_without_consent(conversation: ConversationFixture, who: str) -> None:
    photo = conversation.attach(who)
    conversation.say(who=who)
    conversation.lab.withdraw_unheard()  # the trigger would end the order, which says no by itself
    for call in (lambda: conversation.say(who=who), lambda: conversation.say(photo, who=who)):
        nothing_changes(
            conversation, call, "not-shared", f"uploads/{photo}", why="consent-withdrawn"
        )
    nothing_changes(
        conversation, lambda: conversation.start(who), "not-shared", why="consent-withdrawn"
    )


def test_a_withdrawal_closes_what_is_open(conversation: ConversationFixture) -> None:
    waiting = conversation.start("technician").upload_id
    practice = conversation.lab.practice
    assert practice.upload_of(waiting).open
    practice.withdraw(conversation.lab.case().consent_id)
    assert not practice.upload_of(waiting).open


def test_a_closed_case_is_talked_about(conversation: ConversationFixture) -> None:
    conversation.lab.practice.close(conversation.lab.case_id)
    conversation.say(conversation.attach("technician"), who="technician")


def test_a_shut_out_member_loses_its_slots(conversation: ConversationFixture) -> None:
    closed, kept = conversation.start("technician"), conversation.start("lab owner")
    practice = conversation.lab.practice
    practice.suspend("technician")
    assert not practice.upload_of(closed.upload_id).open
    assert practice.upload_of(kept.upload_id).open


# --- what goes along ----------------------------------------------------------------------------


def _another_order(conversation: ConversationFixture) -> str:
    return ConversationFixture(conversation.lab).attach()


def _a_colleagues(conversation: ConversationFixture) -> str:
    return conversation.attach("owner")


def _the_other_sides(conversation: ConversationFixture) -> str:
    return conversation.attach("technician")


def _a_file_of_the_case(conversation: ConversationFixture) -> str:
    return conversation.lab.practice.slot(case_id=conversation.lab.case_id).upload_id


def _nothing(_: ConversationFixture) -> str:
    return ids.document_id()


@pytest.mark.parametrize(
    "other", [_another_order, _a_colleagues, _the_other_sides, _a_file_of_the_case, _nothing]
)
def test_only_what_the_writer_uploaded_for_the_order(
    conversation: ConversationFixture, other: Callable[[ConversationFixture], str]
) -> None:
    photo, wrong = conversation.attach(), other(conversation)
    paths = (f"uploads/{photo}", f"uploads/{wrong}")
    nothing_changes(
        conversation, lambda: conversation.say(photo, wrong), "attachment-not-found", *paths
    )
    conversation.say(photo)


def test_only_what_passed(conversation: ConversationFixture) -> None:
    photo, waiting = conversation.attach(), conversation.start().upload_id
    paths = (f"uploads/{photo}", f"uploads/{waiting}")
    nothing_changes(
        conversation,
        lambda: conversation.say(photo, waiting),
        "attachment-not-ready",
        *paths,
        state="issued",
    )
    conversation.passes(waiting)
    conversation.say(photo, waiting)


def test_it_is_sent_once(conversation: ConversationFixture) -> None:
    photo = conversation.attach()
    conversation.say(photo)
    nothing_changes(
        conversation, lambda: conversation.say(photo), "attachment-sent", f"uploads/{photo}"
    )
    conversation.say(conversation.attach())


def test_of_two_at_once_one_sends_it(conversation: ConversationFixture) -> None:
    photo = conversation.attach()

    def go(_: int) -> str:
        try:
            ConversationFixture(conversation.lab, conversation.order_id).say(photo)
        except ScannerError as err:
            return err.reason
        return ""

    with ThreadPoolExecutor(3) as pool:
        outcomes = sorted(pool.map(go, range(3)))
    assert outcomes == ["", "attachment-sent", "attachment-sent"]
    assert conversation.said() == 1


def test_an_order_has_so_many_messages(conversation: ConversationFixture) -> None:
    order = conversation.lab.order(conversation.order_id)

    def counts(messages: int) -> None:
        changed = Order.model_validate({**dict(order), "messages": messages})
        conversation.lab.practice.tenants.seed(changed.placed(order.id))

    counts(MAX_MESSAGES)
    before = state(conversation.path)
    refused(conversation.say, "too-many-messages", limit=500)
    assert state(conversation.path) == before
    counts(MAX_MESSAGES - 1)
    conversation.say()
    refused(conversation.say, "too-many-messages")
    assert conversation.lab.order(conversation.order_id).messages == MAX_MESSAGES


# --- retries and costs --------------------------------------------------------------------------


def test_a_retry_sends_nothing_more(conversation: ConversationFixture) -> None:
    photo, again = conversation.attach(), key()
    first = conversation.say(photo, idempotency_key=again)
    assert conversation.say(photo, idempotency_key=again) == first
    assert (conversation.lab.practice.tally.reads, conversation.lab.practice.tally.writes) == (1, 0)
    assert conversation.said() == 1
    nothing_changes(
        conversation,
        lambda: conversation.say(idempotency_key=again, text="No."),
        "idempotency-key-reused",
    )
    slot = conversation.start(idempotency_key=again)
    assert conversation.start(idempotency_key=again) == slot
    refused(lambda: conversation.start(idempotency_key=again, kind="stl"), "idempotency-key-reused")


def test_what_it_costs(conversation: ConversationFixture) -> None:
    """The retry record, the order, the case and its consent are read; the rest is beside it."""
    photos, tally = (
        [conversation.attach() for _ in range(2)],
        lambda: conversation.lab.practice.tally,
    )

    def cost(call: Act) -> tuple[int, int, int]:
        call()
        return tally().reads, tally().writes, tally().transactions

    assert cost(conversation.start) == (6, 3, 1)
    assert cost(lambda: conversation.say(who="technician")) == (4, 5, 1)
    assert cost(conversation.say) == (4, 5, 1)
    conversation.lab.move(conversation.order_id, "accept")
    assert cost(conversation.say) == (4, 5, 1)
    assert cost(lambda: conversation.say(*photos)) == (6, 7, 1)
