"""Who is told of what, where messaging is not the whole of it: payments, and visits at an hour."""

from __future__ import annotations

import pytest
from google.cloud.firestore import Client

from accounts import service as accounts
from core import firebase
from core.access import Role, Status
from core.store import Store
from messaging.models import InboxItem, Notice
from messaging.service import item_id
from scans.visits import announcements
from tests.support.account_records import joined, snapshot
from tests.support.clinic_fixture import ClinicFixture
from tests.support.moments import DAY, Clock, hour
from tests.support.payment_fixture import PaymentFixture
from tools.client import wait_for
from wallet.payments.gateway import CAPTURED, FAILED, ORDER_PAID


def test_the_owners_hear_of_a_payment_once(payments: PaymentFixture) -> None:
    practice = payments.practice
    started = payments.started(500)
    payments.deliver(payments.told(FAILED, started))
    assert practice.inbox("owner") == []
    told = payments.told(CAPTURED, started, id="pay_1")
    for event in (told, told, payments.told(ORDER_PAID, started, id="pay_1")):
        payments.deliver(event)
    (item,) = practice.notices("owner")
    assert (item["kind"], item["refs"]) == ("payment_received", {"payment": started.payment_id})
    assert practice.inbox("member") == practice.inbox("stranger") == []


def test_an_owner_who_is_shut_out_does_not_hear_of_payments(payments: PaymentFixture) -> None:
    practice = payments.practice
    practice.suspend("owner")
    payments.deliver(payments.told(CAPTURED, payments.started(500), id="pay_1"))
    assert practice.inbox("owner") == ["account_suspended"]
    assert payments.balance == 500


def _begins(practice: ClinicFixture, name: str) -> list[tuple[str, str | None]]:
    """The visits' notices of somebody, and when each visit begins."""
    return [(item["kind"], item["refs"].get("starts_at")) for item in practice.notices(name)]


def test_a_visit_is_told_with_its_hour_where_it_has_one(practice: ClinicFixture) -> None:
    visit_id = practice.request().visit_id
    practice.assign(visit_id)
    begins = DAY.starts_at.isoformat()
    assert _begins(practice, "operator") == [("visit_assigned", begins)]
    practice.clock.at = hour(1).starts_at
    practice.reschedule(visit_id)
    assert _begins(practice, "operator")[1:] == [("visit_cancelled", begins)]


def test_an_operator_who_is_replaced_hears_of_the_hour_that_is_off(practice: ClinicFixture) -> None:
    visit_id = practice.request().visit_id
    practice.assign(visit_id)
    practice.clock.at = hour(1).starts_at
    practice.assign(visit_id, "other operator", slot=hour(48))
    first, second = DAY.starts_at.isoformat(), hour(48).starts_at.isoformat()
    assert _begins(practice, "operator")[1:] == [("visit_cancelled", first)]
    assert _begins(practice, "other operator") == [("visit_assigned", second)]
    assert {begins for _, begins in _begins(practice, "member")} == {first, second}


# --- visits that were asked for ------------------------------------------------------------------


def _announce(client: Client, visit_id: str) -> tuple[int, int]:
    store = Store(client)
    announcements.announce(store, Clock(), visit_id)
    return store.tally.reads, store.tally.writes


def _heard(client: Client, uid: str) -> list[InboxItem]:
    found = client.collection(f"users/{uid}/inbox").get()
    return [InboxItem.model_validate(item.to_dict()) for item in found]


def test_active_admins_hear_of_a_visit_and_nobody_else(empty: Client) -> None:
    admins = [joined(empty, Role.ADMIN) for _ in range(2)]
    others = [joined(empty, Role.ADMIN, status) for status in Status if status != "active"]
    others += [joined(empty, role) for role in Role if role is not Role.ADMIN]
    assert _announce(empty, "v1") == (2, 2)
    for uid in admins:
        (item,) = _heard(empty, uid)
        assert (item.kind, item.refs) == (Notice.VISIT_REQUESTED, {"visit": "v1"})
    assert [_heard(empty, uid) for uid in others] == [[] for _ in others]


def test_an_event_that_comes_again_is_one_notice(empty: Client) -> None:
    uid = joined(empty, Role.ADMIN)
    for visit_id, heard in (("v1", 1), ("v1", 1), ("v2", 2)):
        _announce(empty, visit_id)
        assert len(_heard(empty, uid)) == heard


def test_as_many_admins_hear_as_the_settings_say(
    empty: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    admins = [joined(empty, Role.ADMIN) for _ in range(22)]
    assert _announce(empty, "v1") == (20, 20)
    assert sum(len(_heard(empty, uid)) for uid in admins) == 20
    monkeypatch.setenv("SCANNER_ADMINS_TOLD", "3")
    assert _announce(empty, "v2") == (3, 3)


def test_where_there_is_no_admin_nobody_hears(empty: Client) -> None:
    assert _announce(empty, "v1") == (1, 0)


@pytest.mark.deployed
def test_the_deployed_trigger_announces_visits(practice: ClinicFixture) -> None:
    """There, the first admins in the order of their uids hear of it."""
    visit_id = practice.request().visit_id
    store = Store(firebase.firestore_client())

    def told() -> list[str]:
        return [
            uid
            for uid in accounts.active_admins(store)
            if snapshot(
                f"users/{uid}/inbox/{item_id(uid, Notice.VISIT_REQUESTED, visit_id)}"
            ).exists
        ]

    assert wait_for(told, 120)
