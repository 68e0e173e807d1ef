"""Payouts from the asking to the bank and back: who may, what is booked, and what comes twice."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest

from core import firebase, settings
from core.context import Context
from core.fields import END
from privacy.inventory.obstacles import blocks
from privacy.inventory.subjects import DataSubject
from tests.support import money
from tests.support.account_records import Tenants
from tests.support.clinic_fixture import ClinicFixture
from tests.support.crashes import CrashError, DyingStore, OvertakenStore
from tests.support.moments import key, refused
from tests.support.own_database import OwnDatabase
from tests.support.payout_fixture import ACCOUNT_DETAILS, EARNED, SMALL, PayoutFixture
from tools.gateway import ACCOUNT, KEY_ID, KEY_SECRET, StandIn
from wallet.accounts import expiry
from wallet.accounts.admin_operations import CLERK
from wallet.ledger.models import Hold, Transaction, Wallet
from wallet.payouts import asking, gateway_events, listing, methods, results
from wallet.payouts.models import MethodKind, PayoutMethod, PayoutState
from wallet.payouts.payout_gateway import PayoutGateway
from wallet.payouts.requests.payouts import GetPayoutMethod, ListPayouts
from wallet.payouts.requests.results import RecordPayoutFile

WHOLE, ASIDE = (EARNED, 0), (EARNED - SMALL, SMALL)
UTR = "HDFCN52026050412"
#: Two lakh rupees: from here on two admins approve. Written down from the page, not the setting.
LARGE = 20_000_000


@pytest.fixture
def lab(practice: ClinicFixture) -> Iterator[PayoutFixture]:
    """The practice's lab, which has earned something."""
    with StandIn() as stand_in:
        yield PayoutFixture(practice, gateway_stand_in=stand_in)


# --- the whole way -------------------------------------------------------------------------------


def test_a_payout_is_set_aside_approved_exported_and_paid(lab: PayoutFixture) -> None:
    payout_id = lab.ask()
    assert lab.balance == ASIDE
    assert lab.approve(payout_id) == "approved"
    made = lab.export(payout_id)
    assert (made.count, made.total_paise, made.left_out) == (1, SMALL, [])
    assert lab.file(made.batch_id) == [
        "Payment Mode,Beneficiary Name,Beneficiary Account Number,IFSC,Amount,Narration,Reference",
        "NEFT,Pearl Dental Lab LLP,050100123456789,HDFC0001234,10000.00,"
        f"Scanner payout {payout_id[:12]},{payout_id}",
    ]
    assert lab.balance == ASIDE
    assert lab.record(payout_id, "paid", utr=UTR) == "paid"
    assert lab.balance == (EARNED - SMALL, 0)
    payout = lab.payout(payout_id)
    assert (payout.utr, payout.ended_at) == (UTR, lab.practice.clock.now())
    booked = lab.store.get(Transaction, payout.paid_by or "")
    assert booked is not None
    assert {(each.account, each.paise) for each in booked.postings} == {
        (f"lab/{lab.lab}/held", -SMALL),
        ("platform/bank", SMALL),
    }
    assert (booked.kind, booked.sale, booked.payable) == ("payout", None, -SMALL)
    acts = [act["action"] for act in lab.practice.acts() if "payout" in act["action"]]
    assert sorted(acts) == [
        "wallet.export_payouts",
        "wallet.payout_approve",
        "wallet.payout_pay",
        "wallet.request_payout",
        "wallet.set_payout_method",
    ]


def test_a_lab_is_paid_out_the_payout_fails_is_paid_again_and_comes_back(
    lab: PayoutFixture,
) -> None:
    first = lab.exported()
    lab.record(first, "failed", failure="account_invalid")
    assert lab.balance == WHOLE
    lab.set_method(account_number="050100999999999")
    lab.later(hours=24)
    second = lab.sent()
    assert lab.hear(second, "processed") == "booked"
    assert lab.balance == (EARNED - SMALL, 0)
    lab.later(days=20)
    assert lab.hear(second, "reversed") == "booked"
    assert (lab.state(first), lab.state(second), lab.balance) == ("failed", "returned", WHOLE)


@pytest.mark.parametrize("way", ["cancelled", "rejected", "failed", "returned"])
def test_what_does_not_leave_is_in_the_wallet_again(lab: PayoutFixture, way: str) -> None:
    """Done again, it is the same; the hold then has its end, from which on the books keep it."""
    ways = {
        "cancelled": (lab.ask, lab.cancel),
        "rejected": (lab.approved, lab.reject),
        "failed": (lab.exported, partial(lab.record, result="failed", failure="other")),
        "returned": (lab.exported, partial(lab.record, result="returned", failure="other")),
    }
    begin, end = ways[way]
    payout_id = begin()
    hold = lab.store.get(Hold, lab.lab, lab.payout(payout_id).hold_id)
    assert (lab.balance, hold and hold.expires_at) == (ASIDE, END)
    assert end(payout_id) == way
    before = lab.payout(payout_id)
    assert end(payout_id) == way
    assert (lab.payout(payout_id), lab.balance) == (before, WHOLE)
    hold = lab.store.get(Hold, lab.lab, before.hold_id)
    assert hold is not None
    assert hold.expires_at == lab.practice.clock.now()


# --- asking --------------------------------------------------------------------------------------


def test_a_key_is_one_payout_and_one_hold(lab: PayoutFixture) -> None:
    again = key()
    payout_id = lab.ask(again=again)
    assert lab.ask(again=again) == payout_id
    refused(lambda: lab.ask(SMALL + 1, again=again), "idempotency-key-reused")
    assert lab.balance == ASIDE


def test_money_is_not_asked_for_twice_nor_lent(lab: PayoutFixture) -> None:
    lab.store.run(lambda u: u.change(u.get(Wallet, lab.lab), credit_limit=SMALL))
    refused(lambda: lab.ask(EARNED + 1), "insufficient-funds")
    assert lab.balance == WHOLE
    lab.ask(EARNED)
    assert lab.balance == (0, EARNED)
    refused(lambda: lab.ask(10_000), "insufficient-funds")
    assert lab.balance == (0, EARNED)


def test_too_little_is_not_paid_out(lab: PayoutFixture) -> None:
    refused(lambda: lab.ask(9_999), "payout-too-small")
    assert lab.balance == WHOLE
    lab.ask(10_000)
    assert lab.balance == (EARNED - 10_000, 10_000)


def test_upi_takes_a_lakh_at_once(lab: PayoutFixture) -> None:
    lab.set_method(vpa="pearl.lab@okbank", account_number=None, ifsc=None)
    refused(lambda: lab.ask(10_000_001), "amount-too-large")
    assert lab.balance == WHOLE
    lab.ask(10_000_000)
    assert lab.balance == (EARNED - 10_000_000, 10_000_000)


def test_only_owners_say_where_and_how_much(lab: PayoutFixture) -> None:
    lab.practice.join("member of lab", lab.practice.people["lab owner"].role, lab.lab)
    payout_id = lab.ask()
    for call in (
        lambda who: lab.set_method(who, account_number="111111111"),
        lambda who: lab.ask(who=who),
        lambda who: lab.cancel(payout_id, who),
    ):
        refused(lambda call=call: call("member of lab"), "not-owner")
    shown = methods.method(lab.practice.ctx("member of lab"), GetPayoutMethod())
    assert (shown.to, lab.balance) == ("HDFC0001234 ****6789", ASIDE)
    refused(lambda: lab.cancel(payout_id, "other lab owner"), "payout-not-found")
    assert lab.cancel(payout_id) == "cancelled"


def test_without_an_account_nothing_is_asked_for(lab: PayoutFixture) -> None:
    lab.store.run(lambda u: u.delete(u.get(PayoutMethod, lab.lab)))
    refused(lab.ask, "payout-method-missing")
    assert lab.balance == WHOLE
    lab.set_method()
    lab.ask()
    assert lab.balance == ASIDE


def test_no_hold_of_a_payout_expires(lab: PayoutFixture) -> None:
    payout_id = lab.ask()
    lab.later(days=365 * 5)
    released = expiry.release_expired(lab.store, lab.practice.clock, CLERK, wallet_id=lab.lab)
    assert (released, lab.balance, lab.state(payout_id)) == (0, ASIDE, "requested")


# --- the account ---------------------------------------------------------------------------------


def test_a_payout_waits_after_the_account_changed(lab: PayoutFixture) -> None:
    lab.set_method(account_number="050100999999999")
    payout_id = lab.ask()
    lab.later(hours=23, minutes=59)
    refused(lambda: lab.approve(payout_id), "payout-method-too-new")
    assert lab.state(payout_id) == "requested"
    lab.later(minutes=1)
    assert lab.approve(payout_id) == "approved"


@pytest.mark.parametrize("changes", [{"automatic": True}, {"holder": "Another Person"}])
def test_another_account_than_was_asked_for_is_not_paid(
    lab: PayoutFixture, changes: dict[str, object]
) -> None:
    """The wish to be paid by itself is no change of the account."""
    waiting, ready = lab.ask(), lab.approved()
    lab.set_method(**changes)
    if "automatic" in changes:
        assert lab.approve(waiting) == "approved"
        assert lab.export(ready).count == 1
        return
    lab.later(hours=25)
    refused(lambda: lab.approve(waiting), "payout-method-changed")
    refused(lambda: lab.export(ready), "nothing-to-export")
    assert lab.send(ready) == "not_ready"
    assert (lab.state(waiting), lab.state(ready)) == ("requested", "approved")
    assert lab.reject(ready, "account_changed") == "rejected"


def test_the_owners_are_told_of_another_account_and_of_no_same_one(lab: PayoutFixture) -> None:
    def told() -> int:
        lab.practice.announce()
        uid = lab.practice.uid("lab owner")
        inbox = firebase.firestore_client().collection(f"users/{uid}/inbox").get()
        return sum(item.get("kind") == "payout_method_changed" for item in inbox)

    assert told() == 1
    since = lab.set_method().since
    assert (told(), since) == (1, lab.set_method(automatic=True).since)
    lab.set_method(ifsc="ICIC0000001")
    assert told() == 2


# --- approving -----------------------------------------------------------------------------------


def test_from_a_limit_on_two_admins_approve(lab: PayoutFixture) -> None:
    small, large = lab.ask(LARGE - 1), lab.ask(LARGE)
    assert lab.approve(small) == "approved"
    assert lab.approve(large) == "endorsed"
    assert lab.approve(large) == "endorsed", "the same admin again"
    refused(lambda: lab.export(large), "nothing-to-export")
    assert lab.approve(large, "second admin") == "approved"
    assert lab.payout(large).approvers == [
        lab.practice.uid("admin"),
        lab.practice.uid("second admin"),
    ]


def test_who_asked_does_not_approve(lab: PayoutFixture) -> None:
    """The owner of the lab became an admin meanwhile."""
    payout_id = lab.ask()
    owner, admin = lab.practice.people["lab owner"], lab.practice.people["admin"]
    lab.practice.people["turned admin"] = type(admin)(owner.uid, "", True, admin.role)
    refused(lambda: lab.approve(payout_id, "turned admin"), "own-payout")
    assert lab.state(payout_id) == "requested"
    assert lab.approve(payout_id) == "approved"


# --- the file for the bank -----------------------------------------------------------------------


def test_a_payout_is_in_one_file_and_the_same_key_is_the_same_file(lab: PayoutFixture) -> None:
    one, other, again = lab.approved(), lab.approved(LARGE - 1), key()
    made = lab.export(one, again=again)
    assert lab.export(one, again=again) == made
    refused(lambda: lab.export(one, other, again=again), "idempotency-key-reused")
    more = lab.export(one, other)
    assert [(each.payout_id, each.reason) for each in more.left_out] == [(one, "not_approved")]
    assert (more.count, more.total_paise) == (1, LARGE - 1)
    assert lab.send(one) == "not_ready"
    assert lab.link(made.batch_id).startswith("http")
    lab.later(days=7)
    refused(lambda: lab.link(made.batch_id), "payout-file-gone")


@pytest.mark.parametrize("committed", [False, True])
def test_an_export_that_dies_is_gone_on_with(lab: PayoutFixture, committed: bool) -> None:
    payout_id, again, ctx = lab.approved(), key(), lab.practice.ctx("admin")
    dying = Context(DyingStore(0, committed=committed), ctx.caller, ctx.clock)
    with pytest.raises(CrashError):
        lab.export(payout_id, again=again, ctx=dying)
    made = lab.export(payout_id, again=again)
    assert (made.count, lab.payout(payout_id).batch_id) == (1, made.batch_id)
    assert len(lab.file(made.batch_id)) == 2


def test_an_account_that_changes_while_the_file_is_made_is_not_in_it(lab: PayoutFixture) -> None:
    safe, ctx = lab.approved(), lab.practice.ctx("admin")
    slow = Context(
        OvertakenStore(lambda: lab.set_method(account_number="999999999")), ctx.caller, ctx.clock
    )
    refused(lambda: lab.export(safe, ctx=slow), "nothing-to-export")
    assert lab.state(safe) == "approved"


def test_a_lab_that_owes_is_in_no_file_and_admins_see_what(lab: PayoutFixture) -> None:
    """Also where it comes to owe while the file is made."""
    ready, waiting, ctx = lab.approved(), lab.ask(), lab.practice.ctx("admin")
    wallet = lab.store.client.document(f"wallets/{lab.lab}")
    slow = Context(OvertakenStore(lambda: wallet.update({"available": -7})), ctx.caller, ctx.clock)
    left_out = [{"payout_id": ready, "reason": "lab_in_debt"}]
    refused(lambda: lab.export(ready, ctx=slow), "nothing-to-export", left_out=left_out)
    refused(lambda: lab.approve(waiting), "lab-in-debt", owed_paise=7)
    listed = listing.list_payouts(ctx, ListPayouts(lab_id=lab.lab)).payouts
    assert {each.payout_id: each.owed_paise for each in listed} == {ready: 7, waiting: 7}
    assert (lab.state(ready), lab.state(waiting)) == ("approved", "requested")
    wallet.update({"available": EARNED - 2 * SMALL})
    assert lab.export(ready).count == 1
    assert lab.approve(waiting) == "approved"


# --- what the bank tells -------------------------------------------------------------------------


def test_a_result_is_recorded_once_and_says_the_same(lab: PayoutFixture) -> None:
    payout_id = lab.approved()
    refused(lambda: lab.record(payout_id, "paid", utr=UTR), "wrong-payout-state")
    assert lab.balance == ASIDE
    lab.export(payout_id)
    lab.record(payout_id, "paid", utr=UTR)
    before = lab.payout(payout_id)
    assert lab.record(payout_id, "paid", utr=UTR) == "paid"
    refused(lambda: lab.record(payout_id, "paid", utr="HDFCN52026050413"), "done-otherwise")
    refused(lambda: lab.record(payout_id, "failed", failure="other"), "wrong-payout-state")
    assert (lab.payout(payout_id), lab.balance) == (before, (EARNED - SMALL, 0))


def test_that_a_payout_was_made_may_be_told_after_it_came_back(lab: PayoutFixture) -> None:
    payout_id = lab.exported()
    lab.record(payout_id, "returned", failure="account_closed")
    assert lab.record(payout_id, "paid", utr=UTR) == "returned"
    refused(lambda: lab.record(payout_id, "paid", utr="HDFCN52026050413"), "done-otherwise")
    assert (lab.payout(payout_id).utr, lab.balance) == (UTR, WHOLE)


def test_a_result_file_is_booked_line_by_line_and_again_nothing(lab: PayoutFixture) -> None:
    paid, failed, other = (lab.exported() for _ in range(3))
    unknown = "0" * 40
    lines = [
        "Reference,Result,UTR,Amount,Failure",
        f'{paid},PAID,{UTR},"10,000.00",',
        "",
        f"{failed},failed,,,no such reason",
        f"{other},paid,{UTR},10000.01,",
        f"{unknown},paid,{UTR},,",
    ]

    def told(*said: str) -> list[tuple[int, str]]:
        body = RecordPayoutFile(lines=list(said))
        found = results.record_file(lab.practice.ctx("admin"), body).lines
        return [(line.line, line.outcome) for line in found]

    first = [(2, "booked"), (4, "booked"), (5, "other_amount"), (6, "unknown")]
    assert told(*lines) == first
    assert lab.balance == (EARNED - 2 * SMALL, SMALL)
    again = [(2, "already"), (4, "already"), (5, "other_amount"), (6, "unknown")]
    assert told(*lines) == again
    assert told(lines[0], f"{paid},failed,,,") == [(2, "conflict")]
    refused(
        lambda: told(lines[0], f"{other},paid,{UTR},,", f"{other},lost,,,", "x"),
        "payout-file-unreadable",
        lines=[3, 4],
    )
    assert lab.state(other) == "exported"


# --- the gateway ---------------------------------------------------------------------------------

EVENTS = [
    ("processed",),
    ("processed", "processed"),
    ("processed", "reversed"),
    ("reversed", "processed"),
    ("reversed", "reversed", "processed", "processed"),
    ("failed",),
    ("failed", "failed"),
    ("rejected",),
    ("queued", "processing", "updated", "processed"),
]


@pytest.mark.parametrize("told", EVENTS, ids="-".join)
def test_whatever_order_the_gateway_tells_it_in_the_end_is_the_same(
    lab: PayoutFixture, told: tuple[str, ...]
) -> None:
    payout_id = lab.sent()
    outcomes = [lab.hear(payout_id, status) for status in told]
    ends = {"reversed": "returned", "failed": "failed", "rejected": "failed"}
    end = next((ends[status] for status in told if status in ends), "paid")
    assert outcomes.count("booked") == (2 if told == ("processed", "reversed") else 1)
    assert not gateway_events.ALARMS & set(outcomes), "nobody has to look into it"
    assert lab.state(payout_id) == end
    assert lab.balance == ((EARNED - SMALL, 0) if end == "paid" else WHOLE)
    if end != "failed":
        assert lab.payout(payout_id).utr == "STAND0000000001"


@pytest.mark.parametrize(
    ("first", "status", "changes", "outcome"),
    [
        ("failed", "processed", {}, "conflict"),
        ("processed", "failed", {}, "conflict"),
        (None, "processed", {"amount": SMALL + 1}, "wrong_amount"),
        (None, "processed", {"id": "pout_another"}, "conflict"),
        (None, "processed", {"reference_id": "0" * 40}, "unknown"),
        (None, "processed", {"reference_id": None}, "unknown"),
        (None, "processed", {"amount": "a lot"}, "malformed"),
        (None, "processing", {"utr": None}, "unhandled"),
    ],
)
def test_what_does_not_fit_books_nothing(
    lab: PayoutFixture, first: str | None, status: str, changes: dict[str, object], outcome: str
) -> None:
    payout_id = lab.sent()
    if first:
        lab.hear(payout_id, first)
    before, balance = lab.payout(payout_id), lab.balance
    assert lab.hear(payout_id, status, **changes) == outcome
    now = lab.payout(payout_id)
    assert (now.state, now.paid_by, lab.balance) == (before.state, before.paid_by, balance)


def test_a_payout_of_a_file_is_not_the_gateways_to_tell(lab: PayoutFixture) -> None:
    sent, exported = lab.sent(), lab.exported()
    assert lab.hear(sent, "processed", reference_id=exported, id="pout_other") == "conflict"
    assert lab.state(exported) == "exported"


@pytest.mark.parametrize("mishap", ["fail", "drop"])
def test_a_gateway_that_does_not_answer_is_asked_again_and_pays_once(
    lab: PayoutFixture, mishap: str
) -> None:
    payout_id = lab.approved()
    lab.stand_in.mishaps.append(mishap)
    assert lab.send(payout_id) == "unanswered"
    assert (lab.state(payout_id), lab.balance) == ("sent", ASIDE)
    assert lab.send(payout_id) == "sent"
    assert lab.send(payout_id) == "sent"
    (made,) = lab.stand_in.payouts.payouts.values()
    assert (made["reference_id"], made["amount"], made["mode"]) == (payout_id, SMALL, "NEFT")
    assert lab.payout(payout_id).gateway_id == made["id"]


def test_an_event_that_was_lost_is_caught_up_with(lab: PayoutFixture) -> None:
    payout_id = lab.sent()
    lab.stand_in.payouts.settle(payout_id, "processed")
    assert (lab.state(payout_id), lab.send(payout_id)) == ("sent", "sent")
    assert (lab.state(payout_id), lab.balance) == ("paid", (EARNED - SMALL, 0))
    assert lab.hear(payout_id, "processed") == "already"


@pytest.mark.parametrize("at", [0, 1])
@pytest.mark.parametrize("committed", [False, True])
def test_a_sending_that_dies_is_gone_on_with(lab: PayoutFixture, at: int, committed: bool) -> None:
    payout_id, ctx = lab.approved(), lab.practice.ctx("admin")
    dying = Context(DyingStore(at, committed=committed), ctx.caller, ctx.clock)
    with pytest.raises(CrashError):
        lab.send(payout_id, ctx=dying)
    assert lab.send(payout_id) == "sent"
    assert len(lab.stand_in.payouts.payouts) == 1
    assert lab.hear(payout_id, "processed") == "booked"
    assert lab.balance == (EARNED - SMALL, 0)


def test_an_account_changed_between_two_attempts_is_not_paid_by_the_second(
    lab: PayoutFixture,
) -> None:
    """Nor is the first given up: it may have arrived. People find out, and record it."""
    payout_id = lab.approved()
    lab.stand_in.mishaps.append("fail")
    lab.send(payout_id)
    lab.set_method(account_number="050100999999999")
    assert lab.send(payout_id) == "unanswered"
    assert (lab.state(payout_id), lab.stand_in.payouts.payouts) == ("sent", {})
    assert lab.record(payout_id, "failed", failure="gateway_refused") == "failed"
    assert lab.balance == WHOLE


def test_what_the_gateway_refuses_is_in_the_wallet_again(lab: PayoutFixture) -> None:
    payout_id = lab.approved()
    wrong = PayoutGateway(KEY_ID, KEY_SECRET, "000", lab.stand_in.url)
    assert lab.send(payout_id, wrong) == "refused"
    assert (lab.state(payout_id), lab.balance) == ("failed", WHOLE)
    assert wrong.account != ACCOUNT


def test_keys_that_are_wrong_give_nothing_up(lab: PayoutFixture) -> None:
    payout_id = lab.approved()
    wrong = PayoutGateway(KEY_ID, "wrong", ACCOUNT, lab.stand_in.url)
    assert lab.send(payout_id, wrong) == "unanswered"
    assert (lab.state(payout_id), lab.balance) == ("sent", ASIDE)
    assert lab.send(payout_id) == "sent"


def test_upi_and_large_amounts_go_their_own_way(lab: PayoutFixture) -> None:
    large = lab.ask(LARGE)
    lab.approve(large)
    lab.approve(large, "second admin")
    assert lab.send(large) == "sent"
    lab.set_method(vpa="pearl.lab@okbank", account_number=None, ifsc=None)
    lab.later(hours=24)
    upi = lab.approved()
    assert lab.send(upi) == "sent"
    modes = {each["reference_id"]: each["mode"] for each in lab.stand_in.payouts.payouts.values()}
    assert modes == {large: "RTGS", upi: "UPI"}


# --- the schedule, and lists ---------------------------------------------------------------------


def test_labs_that_want_it_are_paid_on_the_day_and_once(
    lab: PayoutFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The practice's clock begins on Monday 4 May 2026 and a day is over: it is Tuesday."""
    monkeypatch.setenv("SCANNER_PAYOUT_SCHEDULE", "friday")
    assert lab.practice.clock.now().strftime("%A") == "Tuesday"

    def asked() -> bool:
        return asking.ask_for(lab.system, lab.lab)

    assert asked() == 0
    lab.set_method(automatic=True)
    lab.later(days=2)
    assert (asked(), lab.balance) == (0, WHOLE)
    lab.later(days=1)
    assert asked() == 1
    lab.adjust(SMALL)
    assert asked() == 0, "this payday is over"
    assert lab.balance == (SMALL, EARNED)
    lab.later(days=7)
    assert (asked(), lab.balance) == (1, (0, EARNED + SMALL))
    lab.later(days=7)
    assert asked() == 0, "nothing is left"


def test_without_a_schedule_nobody_is_looked_at(lab: PayoutFixture) -> None:
    assert settings.PAYOUT_SCHEDULE.value == ""
    lab.set_method(automatic=True)
    lab.later(days=400)
    assert (asking.ask_on_schedule(lab.system), lab.balance) == (0, WHOLE)


def test_a_lab_lists_its_own_and_an_admin_what_is_named(lab: PayoutFixture) -> None:
    first = lab.ask()
    lab.later(minutes=1)
    second = lab.approved()

    def listed(who: str, **asked: str) -> list[str]:
        body = ListPayouts.model_validate(asked)
        return [r.payout_id for r in listing.list_payouts(lab.practice.ctx(who), body).payouts]

    assert listed("lab owner") == [second, first]
    assert listed("other lab owner") == []
    refused(lambda: listed("other lab owner", lab_id=lab.lab), "wallet-not-found")
    assert listed("admin", lab_id=lab.lab) == [second, first]


def test_what_waits_for_an_admin_is_counted() -> None:
    database, tenants = OwnDatabase(), Tenants()
    for state in (PayoutState.REQUESTED, PayoutState.ENDORSED, PayoutState.APPROVED):
        waiting = money.payout(tenants).model_copy(update={"state": state})
        database.client.document(f"payouts/{waiting.id}").set(waiting.model_dump(mode="python"))
    assert database.ctx().store.aggregate(listing.waiting()) == [2]


def test_a_upi_id_is_masked(lab: PayoutFixture) -> None:
    shown = lab.set_method(vpa="pearl.lab@okbank", account_number=None, ifsc=None)
    assert (shown.kind, shown.to) == (MethodKind.UPI, "pe***@okbank")
    assert ACCOUNT_DETAILS["account_number"] not in str(lab.set_method())


# --- a lab that leaves, and what it costs ---------------------------------------------------------


def test_the_last_owner_leaves_once_the_lab_is_paid_out(lab: PayoutFixture) -> None:
    owner = DataSubject.user(lab.practice.uid("lab owner"))

    def money_left() -> bool:
        return "money-left" in lab.store.run(lambda unit: blocks(unit, owner))

    assert money_left()
    payout_id = lab.ask(EARNED)
    assert money_left()
    lab.approve(payout_id)
    lab.approve(payout_id, "second admin")
    lab.export(payout_id)
    assert money_left()
    lab.record(payout_id, "paid", utr=UTR)
    assert not money_left()


def test_what_comes_back_after_the_lab_is_gone_is_in_its_wallet(lab: PayoutFixture) -> None:
    payout_id = lab.exported()
    lab.record(payout_id, "paid", utr=UTR)
    gone = [f"payout_methods/{lab.lab}", f"labs/{lab.lab}"]
    for path in [*gone, f"users/{lab.practice.uid('lab owner')}"]:
        lab.store.client.document(path).delete()
    assert lab.record(payout_id, "returned", failure="account_closed") == "returned"
    assert (lab.payout(payout_id).utr, lab.balance) == (UTR, WHOLE)


def test_what_each_step_costs(lab: PayoutFixture) -> None:
    def cost() -> tuple[int, int]:
        return lab.practice.tally.reads, lab.practice.tally.writes

    again = key()
    payout_id = lab.ask(again=again)
    assert cost() == (3, 7)
    lab.ask(again=again)
    assert cost() == (1, 0)
    lab.approve(payout_id)
    assert cost() == (3, 3)
    lab.export(payout_id)
    assert cost() == (8, 3)
    lab.record(payout_id, "paid", utr=UTR)
    assert cost() == (3, 7)
    lab.record(payout_id, "paid", utr=UTR)
    assert cost() == (1, 0)
    lab.later(days=1)
    lab.record(payout_id, "returned", failure="other")
    assert cost() == (4, 7)
