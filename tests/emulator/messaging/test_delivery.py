"""A notice on its way: by which channels, once, to which devices, and when."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core.access import Status
from core.jobs import JobKind, JobState
from core.store import Store
from messaging import delivery
from messaging.models import Notice, PushState
from messaging.service import item_id, push_later
from tests.support import ids, messages
from tests.support.account_records import MADE
from tests.support.delivery_fixture import DAY, MORNING, NIGHT, DeliveryFixture, elsewhere

HOUR = timedelta(hours=1)


@pytest.fixture
def post() -> DeliveryFixture:
    """A person of the test's own."""
    return DeliveryFixture()


class Crash(Exception):
    """The instance died."""


# --- by which channels ---------------------------------------------------------------------------


def test_a_notice_becomes_an_email_and_a_push(post: DeliveryFixture) -> None:
    phone = post.phone()
    told = post.told()
    mail, claim = post.mail(told), post.claim(told)
    assert mail is not None
    assert claim is not None
    assert (mail.toUids, mail.delivery) == ([post.uid], None)
    assert mail.message.subject == "A file was not accepted"
    assert mail.expires_at == claim.expires_at == DAY + timedelta(days=30)
    assert (claim.uid, claim.mailed, claim.push, claim.at) == (post.uid, True, PushState.DONE, DAY)
    assert post.fcm.tokens == [phone.token]
    assert post.fcm.sent[0]["notification"]["title"] == "A file was not accepted"  # type: ignore[index]
    assert post.item(told).read_at is None


def test_a_kind_has_the_channels_of_its_row(post: DeliveryFixture) -> None:
    post.phone()
    ready = post.told(Notice.UPLOAD_READY)
    assert (post.mail(ready), len(post.fcm.sent)) == (None, 1)
    invoice = post.told(Notice.INVOICE_ISSUED, invoice="SC-2627-000123")
    assert post.mail(invoice) is not None
    assert len(post.fcm.sent) == 1
    claim = post.claim(invoice)
    assert claim is not None
    assert claim.push is PushState.NONE


@pytest.mark.parametrize(
    ("channels", "mailed", "pushed"),
    [([], 0, 0), (["email"], 1, 0), (["push"], 0, 1), (["email", "push"], 1, 1), (None, 1, 1)],
)
def test_preferences_decide(
    post: DeliveryFixture, channels: list[str] | None, mailed: int, pushed: int
) -> None:
    post.phone()
    post.prefer(channels={} if channels is None else {"uploads": channels})
    told = post.told()
    assert (post.mail(told) is not None, len(post.fcm.sent)) == (bool(mailed), pushed)


def test_preferences_of_another_group_or_person_do_not(post: DeliveryFixture) -> None:
    post.phone()
    post.prefer(channels={"orders": [], "visits": []})
    other = DeliveryFixture()
    other.prefer(channels={"uploads": []})
    told = post.told()
    assert post.mail(told) is not None
    assert len(post.fcm.sent) == 1


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
    post: DeliveryFixture, kind: Notice, refs: dict[str, str], arrives: bool
) -> None:
    """Not even by preferences that the callable would not have taken."""
    post.phone()
    post.prefer(channels=SILENT)
    told = post.told(kind, **refs)
    assert (post.mail(told) is not None) is arrives
    assert len(post.fcm.sent) == arrives


def test_language_and_zone_are_the_receivers(post: DeliveryFixture) -> None:
    post.phone()
    post.prefer(language="hi", zone="Asia/Kathmandu", channels={})
    told = post.told(Notice.VISIT_REMINDER, visit="v1", starts_at="2026-05-05T09:30:00+00:00")
    mail = post.mail(told)
    assert mail is not None
    assert "5 मई 2026, दोपहर 3:15 बजे" in mail.message.text
    assert "दोपहर 3:15 बजे" in str(post.fcm.sent[0]["notification"])


@pytest.mark.parametrize("status", [s for s in Status if s is not Status.ACTIVE])
def test_who_is_shut_out_hears_of_that_and_of_nothing_else(
    post: DeliveryFixture, status: Status
) -> None:
    post.phone()
    post.stands(status=status)
    work = post.told()
    claim = post.claim(work)
    assert claim is not None
    assert (post.mail(work), post.fcm.sent, claim.push) == (None, [], PushState.NONE)
    about = post.told(Notice.ACCOUNT_SUSPENDED, role="operator")
    assert post.mail(about) is not None
    assert len(post.fcm.sent) == 1
    post.stands()
    assert post.mail(post.told()) is not None


# --- once ----------------------------------------------------------------------------------------


def test_a_notice_that_is_delivered_twice_is_sent_once(post: DeliveryFixture) -> None:
    post.phone()
    told = post.told()
    before = post.everything(told)
    post.clock.at += HOUR
    post.deliver(told)
    assert post.everything(told) == before
    assert len(post.fcm.sent) == 1
    assert (post.store.tally.reads, post.store.tally.writes) == (1, 0)


def test_an_instance_that_dies_before_the_claim_leaves_it_all_to_the_next(
    post: DeliveryFixture,
) -> None:
    class Dying(Store):
        def run(self, work: object) -> object:  # type: ignore[override]
            del work
            raise Crash

    post.phone()
    told = post.notice()
    with pytest.raises(Crash):
        delivery.deliver(Dying(elsewhere()), post.clock, post.fcm, post.uid, told)
    assert (post.claim(told), post.mail(told), post.fcm.sent) == (None, None, [])
    post.deliver(told)
    assert post.mail(told) is not None
    assert len(post.fcm.sent) == 1


def test_an_instance_that_dies_after_the_claim_loses_the_push_and_repeats_nothing(
    post: DeliveryFixture,
) -> None:
    class Dying(Store):
        def run(self, work):  # type: ignore[no-untyped-def]
            super().run(work)
            raise Crash

    post.phone()
    told = post.notice()
    with pytest.raises(Crash):
        delivery.deliver(Dying(elsewhere()), post.clock, post.fcm, post.uid, told)
    before = post.everything(told)
    post.deliver(told)
    assert post.everything(told) == before
    assert post.mail(told) is not None
    assert post.fcm.sent == []
    assert post.item(told).read_at is None  # the inbox has it


def test_an_event_of_a_notice_that_is_gone_does_nothing(post: DeliveryFixture) -> None:
    post.phone()
    told = post.notice()
    elsewhere().document(f"users/{post.uid}/inbox/{told}").delete()
    post.deliver(told)
    assert (post.claim(told), post.mail(told), post.fcm.sent) == (None, None, [])


def test_an_event_with_a_key_is_one_notice_whoever_tells_of_it(post: DeliveryFixture) -> None:
    post.phone()
    told = post.notice(key="visits/1/24h")
    assert told == item_id(post.uid, Notice.UPLOAD_REJECTED, "visits/1/24h")
    post.deliver(told)
    with pytest.raises(ValueError, match="not enough values"):
        post.notice(key="visits/1/24h")  # there is no second one
    post.deliver(told)
    assert len(post.fcm.sent) == 1
    assert post.notice(key="visits/1/2h") != told
    assert post.notice(Notice.UPLOAD_READY, key="visits/1/24h") != told
    assert DeliveryFixture().notice(key="visits/1/24h") != told


# --- to which devices ----------------------------------------------------------------------------


def test_devices_that_are_gone_are_removed_and_others_stay(post: DeliveryFixture) -> None:
    alive, gone, foreign, broken, busy = (post.phone(known=n == 0) for n in range(5))
    post.fcm.foreign.add(foreign.token)
    post.fcm.malformed.add(broken.token)
    post.fcm.busy.add(busy.token)
    post.told()
    assert post.fcm.tokens == [alive.token]
    assert post.devices() == {alive.id, busy.id}
    assert gone.id not in post.devices()


def test_a_device_that_registers_anew_while_its_old_token_is_refused_stays(
    post: DeliveryFixture,
) -> None:
    device = post.phone(known=False)

    class Meanwhile(messages.StandIn):
        def send(self, sent):  # type: ignore[no-untyped-def]
            post.seed(messages.device(post.uid, to="renewed").placed(*device.ids))
            return super().send(sent)

    post.fcm = Meanwhile()
    post.told()
    assert post.devices() == {device.id}


def test_the_freshest_twenty_devices_hear_and_what_was_read_beyond_goes(
    post: DeliveryFixture,
) -> None:
    devices = [post.phone(MADE + n * HOUR) for n in range(23)]
    post.told()
    assert set(post.fcm.tokens) == {device.token for device in devices[3:]}
    assert post.devices() == {device.id for device in devices[3:]}


def test_a_token_that_stands_twice_is_written_to_once(post: DeliveryFixture) -> None:
    old = post.phone(MADE)
    new = post.phone(MADE + HOUR, to=old.token)
    post.told()
    assert post.fcm.tokens == [new.token]
    assert post.devices() == {new.id}


def test_who_has_no_device_gets_the_email(post: DeliveryFixture) -> None:
    told = post.told()
    assert post.mail(told) is not None
    assert post.fcm.sent == []


def test_where_pushes_are_switched_off_the_email_still_goes(post: DeliveryFixture) -> None:
    post.phone()
    told = post.notice()
    delivery.deliver(post.store, post.clock, None, post.uid, told)
    assert post.mail(told) is not None


# --- when ----------------------------------------------------------------------------------------


def test_a_push_waits_for_the_morning_and_an_email_does_not(post: DeliveryFixture) -> None:
    phone = post.phone()
    post.clock.at = NIGHT
    told = post.told()
    job, claim = post.job(told), post.claim(told)
    assert job is not None
    assert claim is not None
    assert (job.kind, job.due_at, job.state) == (JobKind.PUSH_LATER, MORNING, JobState.DUE)
    assert job.subject == f"users/{post.uid}/inbox/{told}"
    assert (post.mail(told) is not None, claim.push, post.fcm.sent) == (True, PushState.WAITING, [])

    post.clock.at = MORNING
    assert post.later(told) is None
    assert post.fcm.tokens == [phone.token]
    assert post.later(told) is None
    assert len(post.fcm.sent) == 1
    assert (post.store.tally.reads, post.store.tally.writes) == (1, 0)


def test_by_day_nothing_waits(post: DeliveryFixture) -> None:
    post.phone()
    told = post.told()
    assert (post.job(told), len(post.fcm.sent)) == (None, 1)


@pytest.mark.parametrize(
    "chosen",
    [
        {"quiet": None},
        {"quiet": {"start": "22:00", "end": "07:00"}},
        {"zone": "Europe/London"},
    ],
)
def test_the_night_is_the_receivers(post: DeliveryFixture, chosen: dict[str, object]) -> None:
    post.phone()
    post.clock.at = NIGHT
    post.prefer(channels={}, **chosen)
    told = post.told()
    assert (post.job(told), len(post.fcm.sent)) == (None, 1)


@pytest.mark.parametrize(("after", "waits"), [(2, False), (11, False), (13, True)])
def test_what_begins_soon_does_not_wait(post: DeliveryFixture, after: int, waits: bool) -> None:
    post.phone()
    post.clock.at = NIGHT
    starts_at = (NIGHT + after * HOUR).isoformat()
    told = post.told(Notice.VISIT_CANCELLED, visit="v", state="cancelled", starts_at=starts_at)
    assert (post.job(told) is not None, len(post.fcm.sent)) == (waits, not waits)


def _waiting(post: DeliveryFixture) -> str:
    post.phone()
    post.clock.at = NIGHT
    return post.told()


def test_a_job_that_comes_too_early_waits_on(post: DeliveryFixture) -> None:
    told = _waiting(post)
    post.clock.at = MORNING - HOUR
    assert post.later(told) == MORNING
    assert post.fcm.sent == []
    post.prefer(channels={}, quiet={"start": "21:00", "end": "09:00"})
    post.clock.at = MORNING
    assert post.later(told) == MORNING + 2 * HOUR
    post.clock.at = MORNING + 2 * HOUR
    assert post.later(told) is None
    assert len(post.fcm.sent) == 1


def test_what_was_read_at_night_is_not_pushed_in_the_morning(post: DeliveryFixture) -> None:
    told = _waiting(post)
    elsewhere().document(f"users/{post.uid}/inbox/{told}").update({"read_at": NIGHT})
    post.clock.at = MORNING
    assert post.later(told) is None
    claim = post.claim(told)
    assert claim is not None
    assert (claim.push, post.fcm.sent) == (PushState.NONE, [])


@pytest.mark.parametrize("turn", ["suspended", "switched off", "erased", "never promised"])
def test_a_push_that_nobody_wants_any_more_is_dropped(post: DeliveryFixture, turn: str) -> None:
    told = _waiting(post)
    post.clock.at = MORNING
    if turn == "suspended":
        post.stands(status=Status.SUSPENDED)
    elif turn == "switched off":
        post.prefer(channels={"uploads": ["email"]})
    elif turn == "erased":
        elsewhere().document(f"users/{post.uid}/inbox/{told}").delete()
    else:
        told = ids.document_id()
    assert post.later(told) is None
    assert post.fcm.sent == []


def test_the_job_itself_is_what_the_handler_takes(
    post: DeliveryFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The service chooses the channel by the settings: here, nothing leaves the machine."""
    monkeypatch.setenv("SCANNER_PUSH", "log")
    told = _waiting(post)
    job = post.job(told)
    assert job is not None
    post.clock.at = MORNING - HOUR
    assert push_later(post.ctx, job) == MORNING
    post.clock.at = MORNING
    assert push_later(post.ctx, job) is None
    claim = post.claim(told)
    assert claim is not None
    assert claim.push is PushState.DONE


# --- what it costs, and what is nowhere ----------------------------------------------------------


def test_what_a_delivery_costs(post: DeliveryFixture) -> None:
    post.told()
    assert (post.store.tally.reads, post.store.tally.writes) == (5, 2)  # finding no device is one
    post.phone()
    post.told()
    assert (post.store.tally.reads, post.store.tally.writes) == (5, 2)
    post.phone(known=False)
    post.told()
    assert (post.store.tally.reads, post.store.tally.writes) == (7, 3)
    post.clock.at = NIGHT
    told = post.told()
    assert (post.store.tally.reads, post.store.tally.writes) == (4, 3)
    post.clock.at = MORNING
    post.later(told)
    assert (post.store.tally.reads, post.store.tally.writes) == (5, 1)


def test_a_claim_is_one_transaction(post: DeliveryFixture) -> None:
    seen: list[int] = []

    class Counting(Store):
        def run(self, work):  # type: ignore[no-untyped-def]
            found = super().run(work)
            seen.append(self.tally.writes)
            return found

    told = post.notice()
    delivery.deliver(Counting(elsewhere()), post.clock, post.fcm, post.uid, told)
    assert seen == [2]
