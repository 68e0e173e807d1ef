"""A notice on its way: by which channels, once, to which devices, and when."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core.access import Status
from core.jobs import JobKind, JobState
from core.store import Store
from messaging import delivery
from messaging.models import Notice, PushState
from messaging.service import push_later
from tests.support import ids, messages
from tests.support.account_records import MADE
from tests.support.recipient_fixture import DAY, MORNING, NIGHT, RecipientFixture, unheard

HOUR = timedelta(hours=1)
POLICY = (Notice.POLICY_CHANGED,)


@pytest.fixture
def recipient() -> RecipientFixture:
    """A person of the test's own."""
    return RecipientFixture()


class Crash(Exception):
    """The instance died."""


# --- by which channels ---------------------------------------------------------------------------


def test_a_notice_becomes_an_email_and_a_push(recipient: RecipientFixture) -> None:
    phone = recipient.phone()
    told = recipient.told()
    mail, claim = recipient.mail(told), recipient.claim(told)
    assert mail is not None
    assert claim is not None
    assert (mail.toUids, mail.delivery) == ([recipient.uid], None)
    assert mail.message.subject == "A file was not accepted"
    assert mail.expires_at == claim.expires_at == DAY + timedelta(days=30)
    assert (claim.uid, claim.mailed, claim.push, claim.at) == (
        recipient.uid,
        True,
        PushState.DONE,
        DAY,
    )
    assert recipient.fcm.tokens == [phone.token]
    assert recipient.fcm.sent[0]["notification"]["title"] == "A file was not accepted"  # type: ignore[index]
    assert recipient.item(told).read_at is None


def test_a_kind_has_the_channels_of_its_row(recipient: RecipientFixture) -> None:
    recipient.phone()
    ready = recipient.told(Notice.UPLOAD_READY)
    assert (recipient.mail(ready), len(recipient.fcm.sent)) == (None, 1)
    invoice = recipient.told(Notice.INVOICE_ISSUED, invoice="SC-2627-000123")
    assert recipient.mail(invoice) is not None
    assert len(recipient.fcm.sent) == 1
    claim = recipient.claim(invoice)
    assert claim is not None
    assert claim.push is PushState.NONE


@pytest.mark.parametrize(
    ("channels", "mailed", "pushed"),
    [([], 0, 0), (["email"], 1, 0), (["push"], 0, 1), (["email", "push"], 1, 1), (None, 1, 1)],
)
def test_preferences_decide(
    recipient: RecipientFixture, channels: list[str] | None, mailed: int, pushed: int
) -> None:
    recipient.phone()
    recipient.prefer(channels={} if channels is None else {"uploads": channels})
    told = recipient.told()
    assert (recipient.mail(told) is not None, len(recipient.fcm.sent)) == (bool(mailed), pushed)


def test_preferences_of_another_group_or_person_do_not(recipient: RecipientFixture) -> None:
    recipient.phone()
    recipient.prefer(channels={"orders": [], "visits": []})
    other = RecipientFixture()
    other.prefer(channels={"uploads": []})
    told = recipient.told()
    assert recipient.mail(told) is not None
    assert len(recipient.fcm.sent) == 1


SILENT = {
    group: []
    for group in ("account", "privacy", "visits", "reminders", "uploads", "orders", "wallet")
}


@pytest.mark.parametrize(
    ("kind", "refs", "arrives"),
    [
        (Notice.ACCOUNT_SUSPENDED, {}, True),
        (Notice.ACCOUNT_APPROVED, {}, True),
        (Notice.CONSENT_WITHDRAWN, {"consent": "c"}, True),
        (Notice.PRIVACY_STEP, {"request": "r"}, True),
        (Notice.ORDER_MOVED, {"order": "o", "state": "on_hold"}, True),
        (Notice.ORDER_MOVED, {"order": "o", "state": "ready"}, False),
        (Notice.VISIT_CANCELLED, {"visit": "v", "state": "cancelled"}, False),
        (Notice.BALANCE_LOW, {"wallet": "w"}, False),
    ],
)
def test_what_is_mandatory_cannot_be_switched_off(
    recipient: RecipientFixture, kind: Notice, refs: dict[str, str], arrives: bool
) -> None:
    """Not even by preferences that the callable would not have taken."""
    recipient.phone()
    recipient.prefer(channels=SILENT)
    told = recipient.told(kind, **refs)
    assert (recipient.mail(told) is not None) is arrives
    assert len(recipient.fcm.sent) == arrives


def test_language_and_zone_are_the_receivers(recipient: RecipientFixture) -> None:
    recipient.phone()
    recipient.prefer(language="hi", zone="Asia/Kathmandu", channels={})
    told = recipient.told(Notice.VISIT_REMINDER, visit="v1", starts_at="2026-05-05T09:30:00+00:00")
    mail = recipient.mail(told)
    assert mail is not None
    assert "5 मई 2026, दोपहर 3:15 बजे" in mail.message.text
    assert "दोपहर 3:15 बजे" in str(recipient.fcm.sent[0]["notification"])


@pytest.mark.parametrize("status", [s for s in Status if s is not Status.ACTIVE])
def test_who_is_shut_out_hears_of_that_and_of_nothing_else(
    recipient: RecipientFixture, status: Status
) -> None:
    recipient.phone()
    recipient.stands(status=status)
    work = recipient.told()
    claim = recipient.claim(work)
    assert claim is not None
    assert (recipient.mail(work), recipient.fcm.sent, claim.push) == (None, [], PushState.NONE)
    about = recipient.told(Notice.ACCOUNT_SUSPENDED, role="operator")
    assert recipient.mail(about) is not None
    assert len(recipient.fcm.sent) == 1
    recipient.stands()
    assert recipient.mail(recipient.told()) is not None


# --- once ----------------------------------------------------------------------------------------


def test_a_notice_that_is_delivered_twice_is_sent_once(recipient: RecipientFixture) -> None:
    recipient.phone()
    told = recipient.told()
    before = recipient.everything(told)
    recipient.clock.at += HOUR
    recipient.deliver(told)
    assert recipient.everything(told) == before
    assert len(recipient.fcm.sent) == 1
    assert (recipient.store.tally.reads, recipient.store.tally.writes) == (1, 0)


def test_an_instance_that_dies_before_the_claim_leaves_it_all_to_the_next(
    recipient: RecipientFixture,
) -> None:
    class Dying(Store):
        def run(self, work: object) -> object:  # type: ignore[override]
            del work
            raise Crash

    recipient.phone()
    told = recipient.notice()
    with pytest.raises(Crash):
        delivery.deliver(Dying(unheard()), recipient.clock, recipient.fcm, recipient.uid, told)
    assert (recipient.claim(told), recipient.mail(told), recipient.fcm.sent) == (None, None, [])
    recipient.deliver(told)
    assert recipient.mail(told) is not None
    assert len(recipient.fcm.sent) == 1


def test_an_instance_that_dies_after_the_claim_loses_the_push_and_repeats_nothing(
    recipient: RecipientFixture,
) -> None:
    class Dying(Store):
        def run(self, work):  # type: ignore[no-untyped-def]
            super().run(work)
            raise Crash

    recipient.phone()
    told = recipient.notice()
    with pytest.raises(Crash):
        delivery.deliver(Dying(unheard()), recipient.clock, recipient.fcm, recipient.uid, told)
    before = recipient.everything(told)
    recipient.deliver(told)
    assert recipient.everything(told) == before
    assert recipient.mail(told) is not None
    assert recipient.fcm.sent == []
    assert recipient.item(told).read_at is None  # the inbox has it


def test_an_event_of_a_notice_that_is_gone_does_nothing(recipient: RecipientFixture) -> None:
    recipient.phone()
    told = recipient.notice()
    unheard().document(f"users/{recipient.uid}/inbox/{told}").delete()
    recipient.deliver(told)
    assert (recipient.claim(told), recipient.mail(told), recipient.fcm.sent) == (None, None, [])


def test_an_event_with_a_key_is_one_notice_whoever_tells_of_it(recipient: RecipientFixture) -> None:
    recipient.phone()
    told = recipient.notice(*POLICY, key="2026-05", version="2026-05")
    recipient.deliver(told)
    with pytest.raises(ValueError, match="not enough values"):
        recipient.notice(*POLICY, key="2026-05", version="2026-05")  # there is no second one
    recipient.deliver(told)
    assert len(recipient.fcm.sent) == 1
    assert recipient.notice(*POLICY, key="2026-06", version="2026-06") != told
    assert recipient.notice(Notice.ACCOUNT_APPROVED, key="2026-05") != told
    assert RecipientFixture().notice(*POLICY, key="2026-05", version="2026-05") != told


# --- to which devices ----------------------------------------------------------------------------


def test_devices_that_are_gone_are_removed_and_others_stay(recipient: RecipientFixture) -> None:
    alive, gone, foreign, broken, busy = (recipient.phone(known=n == 0) for n in range(5))
    recipient.fcm.foreign.add(foreign.token)
    recipient.fcm.malformed.add(broken.token)
    recipient.fcm.busy.add(busy.token)
    recipient.told()
    assert recipient.fcm.tokens == [alive.token]
    assert recipient.devices() == {alive.id, busy.id}
    assert gone.id not in recipient.devices()


def test_a_device_that_registers_anew_while_its_old_token_is_refused_stays(
    recipient: RecipientFixture,
) -> None:
    device = recipient.phone(known=False)

    class Meanwhile(messages.StandIn):
        def send(self, sent):  # type: ignore[no-untyped-def]
            recipient.seed(messages.device(recipient.uid, to="renewed").placed(*device.ids))
            return super().send(sent)

    recipient.fcm = Meanwhile()
    recipient.told()
    assert recipient.devices() == {device.id}


def test_the_freshest_twenty_devices_hear_and_what_was_read_beyond_goes(
    recipient: RecipientFixture,
) -> None:
    devices = [recipient.phone(MADE + n * HOUR) for n in range(23)]
    recipient.told()
    assert set(recipient.fcm.tokens) == {device.token for device in devices[3:]}
    assert recipient.devices() == {device.id for device in devices[3:]}


def test_a_token_that_stands_twice_is_written_to_once(recipient: RecipientFixture) -> None:
    old = recipient.phone(MADE)
    new = recipient.phone(MADE + HOUR, to=old.token)
    recipient.told()
    assert recipient.fcm.tokens == [new.token]
    assert recipient.devices() == {new.id}


def test_who_has_no_device_gets_the_email(recipient: RecipientFixture) -> None:
    told = recipient.told()
    assert recipient.mail(told) is not None
    assert recipient.fcm.sent == []


def test_where_pushes_are_switched_off_the_email_still_goes(recipient: RecipientFixture) -> None:
    recipient.phone()
    told = recipient.notice()
    delivery.deliver(recipient.store, recipient.clock, None, recipient.uid, told)
    assert recipient.mail(told) is not None


# --- when ----------------------------------------------------------------------------------------


def test_a_push_waits_for_the_morning_and_an_email_does_not(recipient: RecipientFixture) -> None:
    phone = recipient.phone()
    recipient.clock.at = NIGHT
    told = recipient.told()
    job, claim = recipient.job(told), recipient.claim(told)
    assert job is not None
    assert claim is not None
    assert (job.kind, job.due_at, job.state) == (JobKind.PUSH_LATER, MORNING, JobState.DUE)
    assert job.subject == f"users/{recipient.uid}/inbox/{told}"
    assert (recipient.mail(told) is not None, claim.push, recipient.fcm.sent) == (
        True,
        PushState.WAITING,
        [],
    )

    recipient.clock.at = MORNING
    assert recipient.later(told) is None
    assert recipient.fcm.tokens == [phone.token]
    assert recipient.later(told) is None
    assert len(recipient.fcm.sent) == 1
    assert (recipient.store.tally.reads, recipient.store.tally.writes) == (1, 0)


def test_by_day_nothing_waits(recipient: RecipientFixture) -> None:
    recipient.phone()
    told = recipient.told()
    assert (recipient.job(told), len(recipient.fcm.sent)) == (None, 1)


@pytest.mark.parametrize(
    "chosen",
    [
        {"quiet": None},
        {"quiet": {"start": "22:00", "end": "07:00"}},
        {"zone": "Europe/London"},
    ],
)
def test_the_night_is_the_receivers(recipient: RecipientFixture, chosen: dict[str, object]) -> None:
    recipient.phone()
    recipient.clock.at = NIGHT
    recipient.prefer(channels={}, **chosen)
    told = recipient.told()
    assert (recipient.job(told), len(recipient.fcm.sent)) == (None, 1)


@pytest.mark.parametrize(("after", "waits"), [(2, False), (11, False), (13, True)])
def test_what_begins_soon_does_not_wait(
    recipient: RecipientFixture, after: int, waits: bool
) -> None:
    recipient.phone()
    recipient.clock.at = NIGHT
    starts_at = (NIGHT + after * HOUR).isoformat()
    told = recipient.told(Notice.VISIT_CANCELLED, visit="v", state="cancelled", starts_at=starts_at)
    assert (recipient.job(told) is not None, len(recipient.fcm.sent)) == (waits, not waits)


def _waiting(recipient: RecipientFixture) -> str:
    recipient.phone()
    recipient.clock.at = NIGHT
    return recipient.told()


def test_a_job_that_comes_too_early_waits_on(recipient: RecipientFixture) -> None:
    told = _waiting(recipient)
    recipient.clock.at = MORNING - HOUR
    assert recipient.later(told) == MORNING
    assert recipient.fcm.sent == []
    recipient.prefer(channels={}, quiet={"start": "21:00", "end": "09:00"})
    recipient.clock.at = MORNING
    assert recipient.later(told) == MORNING + 2 * HOUR
    recipient.clock.at = MORNING + 2 * HOUR
    assert recipient.later(told) is None
    assert len(recipient.fcm.sent) == 1


def test_what_was_read_at_night_is_not_pushed_in_the_morning(recipient: RecipientFixture) -> None:
    told = _waiting(recipient)
    unheard().document(f"users/{recipient.uid}/inbox/{told}").update({"read_at": NIGHT})
    recipient.clock.at = MORNING
    assert recipient.later(told) is None
    claim = recipient.claim(told)
    assert claim is not None
    assert (claim.push, recipient.fcm.sent) == (PushState.NONE, [])


@pytest.mark.parametrize("turn", ["suspended", "switched off", "erased", "never promised"])
def test_a_push_that_nobody_wants_any_more_is_dropped(
    recipient: RecipientFixture, turn: str
) -> None:
    told = _waiting(recipient)
    recipient.clock.at = MORNING
    if turn == "suspended":
        recipient.stands(status=Status.SUSPENDED)
    elif turn == "switched off":
        recipient.prefer(channels={"uploads": ["email"]})
    elif turn == "erased":
        unheard().document(f"users/{recipient.uid}/inbox/{told}").delete()
    else:
        told = ids.document_id()
    assert recipient.later(told) is None
    assert recipient.fcm.sent == []


def test_the_job_itself_is_what_the_handler_takes(
    recipient: RecipientFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The service chooses the channel by the settings: here, nothing leaves the machine."""
    monkeypatch.setenv("SCANNER_PUSH", "log")
    told = _waiting(recipient)
    job = recipient.job(told)
    assert job is not None
    recipient.clock.at = MORNING - HOUR
    assert push_later(recipient.ctx, job) == MORNING
    recipient.clock.at = MORNING
    assert push_later(recipient.ctx, job) is None
    claim = recipient.claim(told)
    assert claim is not None
    assert claim.push is PushState.DONE


# --- what it costs, and what is nowhere ----------------------------------------------------------


def test_what_a_delivery_costs(recipient: RecipientFixture) -> None:
    recipient.told()
    assert (recipient.store.tally.reads, recipient.store.tally.writes) == (
        5,
        2,
    )  # finding no device is one
    recipient.phone()
    recipient.told()
    assert (recipient.store.tally.reads, recipient.store.tally.writes) == (5, 2)
    recipient.phone(known=False)
    recipient.told()
    assert (recipient.store.tally.reads, recipient.store.tally.writes) == (7, 3)
    recipient.clock.at = NIGHT
    told = recipient.told()
    assert (recipient.store.tally.reads, recipient.store.tally.writes) == (4, 3)
    recipient.clock.at = MORNING
    recipient.later(told)
    assert (recipient.store.tally.reads, recipient.store.tally.writes) == (5, 1)


def test_a_claim_is_one_transaction(recipient: RecipientFixture) -> None:
    seen: list[int] = []

    class Counting(Store):
        def run(self, work):  # type: ignore[no-untyped-def]
            found = super().run(work)
            seen.append(self.tally.writes)
            return found

    told = recipient.notice()
    delivery.deliver(Counting(unheard()), recipient.clock, recipient.fcm, recipient.uid, told)
    assert seen == [2]
