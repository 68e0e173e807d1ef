"""What people prefer, and a notice on its way through the deployed functions."""

from __future__ import annotations

from typing import Any

import pytest

from core import firebase
from core.access import Role, Status
from core.store import Store
from messaging import preferences
from messaging.models import Delivery, InboxItem, Mail, Notice, Preferences, PushState
from messaging.requests import SetPreferences
from tests.support import messages, tokens
from tests.support.account_records import Tenants, snapshot, state
from tests.support.clinic_fixture import ClinicFixture
from tests.support.moments import key, refused
from tools.client import CallError, Person, wait_for

WISH: dict[str, Any] = {
    "language": "hi",
    "zone": "Asia/Kathmandu",
    "quiet": {"start": "22:00", "end": "06:30"},
    "channels": {"uploads": ["push"], "wallet": ["email", "email"], "orders": []},
}


@pytest.fixture
def person() -> Person:
    """An operator with an account in order."""
    return tokens.enrolled(Tenants().join(Role.OPERATOR))


def stored(person: Person) -> Preferences | None:
    return Store(firebase.firestore_client()).get(Preferences, person.uid)


# --- preferences ---------------------------------------------------------------------------------


@pytest.mark.deployed
def test_preferences_stand_as_they_were_said_and_are_read_by_the_person(person: Person) -> None:
    assert person.call("messaging/set_preferences", **WISH) == {}
    found = stored(person)
    assert found is not None
    assert found.model_dump(mode="json", exclude={"updated_at"}) == {
        **WISH,
        "channels": {"uploads": ["push"], "wallet": ["email"], "orders": []},
        "digest": "hourly",
    }
    read = person.read(f"preferences/{person.uid}")
    assert read is not None
    assert read["zone"] == "Asia/Kathmandu"


@pytest.mark.deployed
def test_what_is_left_out_is_as_for_who_said_nothing(person: Person) -> None:
    person.call("messaging/set_preferences", **WISH)
    person.call("messaging/set_preferences")
    found = stored(person)
    assert found is not None
    said = found.model_dump(exclude={"updated_at"})
    assert said == Preferences().model_dump(exclude={"updated_at"})


@pytest.mark.deployed
@pytest.mark.parametrize("quiet", [None, {"start": "21:00", "end": "21:00"}])
def test_quiet_hours_can_be_none(person: Person, quiet: object) -> None:
    person.call("messaging/set_preferences", quiet=quiet)
    found = stored(person)
    assert found is not None
    assert found.quiet is None


@pytest.mark.deployed
@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"zone": "Asia/Calcuta"}, "zone-unknown"),
        ({"zone": "../../etc/passwd"}, "invalid-request"),
        ({"zone": "Asia"}, "zone-unknown"),
        ({"zone": "IST"}, "zone-unknown"),
        ({"zone": ""}, "invalid-request"),
        ({"language": "mr"}, "invalid-request"),
        ({"quiet": {"start": "24:00", "end": "06:30"}}, "invalid-request"),
        ({"quiet": {"start": "9:00", "end": "06:30"}}, "invalid-request"),
        ({"quiet": {"start": "22:00"}}, "invalid-request"),
        ({"channels": {"gossip": ["push"]}}, "invalid-request"),
        ({"channels": {"uploads": ["sms"]}}, "invalid-request"),
        ({"channels": {"account": []}}, "group-mandatory"),
        ({"channels": {"uploads": [], "privacy": ["email"]}}, "group-mandatory"),
    ],
)
def test_what_cannot_be_preferred_is_refused(
    person: Person, changes: dict[str, Any], reason: str
) -> None:
    person.call("messaging/set_preferences", **WISH)
    before = state(f"preferences/{person.uid}")
    with pytest.raises(CallError) as caught:
        person.call("messaging/set_preferences", **{**WISH, **changes})
    assert caught.value.reason == reason
    assert state(f"preferences/{person.uid}") == before
    if reason == "group-mandatory":
        (group,) = caught.value.details["groups"]
        assert group in {"account", "privacy"}
    person.call("messaging/set_preferences", **WISH)


@pytest.mark.deployed
@pytest.mark.parametrize("status", Status)
def test_who_is_suspended_changes_nothing(status: Status) -> None:
    tenants, person = Tenants(), tokens.enrolled(tokens.person())
    tenants.seed(tenants.account(person, status=status))
    if status is Status.SUSPENDED:
        with pytest.raises(CallError) as caught:
            person.call("messaging/set_preferences", language="hi")
        assert caught.value.reason == "account-not-active"
        assert stored(person) is None
    else:
        person.call("messaging/set_preferences", language="hi")
        assert stored(person) is not None


@pytest.mark.deployed
def test_who_never_registered_prefers_nothing() -> None:
    person = tokens.enrolled(tokens.person())
    with pytest.raises(CallError) as caught:
        person.call("messaging/set_preferences", language="hi")
    assert caught.value.reason == "account-not-active"
    assert not snapshot(f"preferences/{person.uid}").exists


def test_preferences_cost_a_read_and_a_write(practice: ClinicFixture) -> None:
    ctx = practice.ctx()
    preferences.set_preferences(ctx, SetPreferences())
    assert (practice.tally.reads, practice.tally.writes) == (1, 1)
    refused(
        lambda: preferences.set_preferences(practice.ctx(), SetPreferences(zone="Mars/Phobos")),
        "zone-unknown",
    )


# --- the deployed trigger ------------------------------------------------------------------------


def only_notice(uid: str) -> str:
    (found,) = firebase.firestore_client().collection(f"users/{uid}/inbox").get()
    return str(found.id)


def delivered(item: str) -> Delivery:
    """Wait until the deployed function has claimed a notice."""
    store = Store(firebase.firestore_client())
    found: Delivery = wait_for(lambda: store.get(Delivery, item), 120)
    return found


@pytest.mark.deployed
def test_an_act_becomes_an_inbox_document_an_email_and_a_push(practice: ClinicFixture) -> None:
    """Through the trigger that is deployed. There, a push is noted in the log, by its id."""
    uid, store = practice.uid("operator"), Store(firebase.firestore_client())
    practice.tenants.seed(messages.device(uid), messages.preferences(uid, quiet=None))
    practice.suspend("operator")
    item = only_notice(uid)
    told = delivered(item)
    assert (told.uid, told.mailed, told.push) == (uid, True, PushState.DONE)
    mail = store.get(Mail, item)
    assert mail is not None
    assert mail.toUids == [uid]
    assert mail.message.subject == "आपका खाता रोक दिया गया है"


@pytest.mark.deployed
def test_a_push_waits_by_the_deployed_trigger_too(practice: ClinicFixture) -> None:
    """Quiet hours all day but for a minute: whenever the test runs."""
    uid = practice.uid("operator")
    quiet = {"start": "00:01", "end": "00:00"}
    practice.tenants.seed(messages.device(uid), messages.preferences(uid, quiet=quiet))
    practice.suspend("operator")
    item = only_notice(uid)
    told = delivered(item)
    if told.push is PushState.WAITING:  # not in the one minute of the day
        assert snapshot(f"jobs/push-{item}").exists
    assert told.mailed


# --- what is nowhere -----------------------------------------------------------------------------

PLANTED = ("Zerlina", "Quastel", "+919800000001", "Ottilie", "P-ZEBRA")


def test_no_name_reaches_a_notice_an_email_or_a_push(practice: ClinicFixture) -> None:
    """The receiver's and the patient's, planted where the records have them."""
    from tests.support.recipient_fixture import RecipientFixture

    admin, operator = practice.people["admin"], practice.people["operator"]
    for caller in (admin, operator, practice.people["member"]):
        person = Person(caller.uid, caller.email)
        account = practice.tenants.account(person, role=caller.role, org=caller.org)
        named = {"name": "Zerlina Quastel", "phone": "+919800000001"}
        practice.tenants.seed(account.model_copy(update=named).placed(caller.uid))
    patient_id = practice.patient(name="Ottilie Quastel", reference=f"P-ZEBRA-{key()[:8]}")
    consent_id = practice.consent(patient_id)
    asked = practice.scanning(patient_id=patient_id, consent_id=consent_id)
    practice.withdraw(consent_id)
    practice.announce()

    recipient = RecipientFixture()
    recipient.phone()
    client = firebase.firestore_client()
    found = [
        (uid, InboxItem.model_validate(item.to_dict()))
        for uid in (operator.uid, practice.uid("member"), practice.uid("owner"))
        for item in client.collection(f"users/{uid}/inbox").get()
    ]
    kinds = {item.kind for _, item in found}
    assert {Notice.VISIT_ASSIGNED, Notice.VISIT_MOVED, Notice.VISIT_CANCELLED} <= kinds
    sent: list[str] = []
    for _, item in found:
        told = recipient.told(item.kind, **item.refs)
        sent.append(repr((item, recipient.mail(told), recipient.claim(told), recipient.fcm.sent)))
    everything = "".join(sent)
    assert asked.visit_id in everything
    addresses = (operator.email, admin.email, practice.people["member"].email)
    for planted in (*PLANTED, *addresses):
        assert planted not in everything
