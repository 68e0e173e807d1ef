"""Every notice of the catalogue, when whoever would hear has left: others hear, and nobody gone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from google.cloud.firestore import Client

from core.access import Caller, Role
from core.context import Context
from messaging import announcements
from messaging.catalogue import CATALOGUE, HEARD_BY
from messaging.models import Addressee, Audience, Notice
from tests.support.audience_fixture import LEAVING, AudienceFixture

_PERSON, _HOLDER, _ORG = Addressee.PERSON, Addressee.HOLDER, Addressee.ORGANISATION
_OPERATOR, _ADMIN, _ADMINS = Addressee.OPERATOR, Addressee.ADMIN, Addressee.ADMINS
_QUEUE = Addressee.QUEUE

#: Whom each kind is told to, written down by hand: a new kind needs its line here.
TOLD: dict[Notice, set[Addressee]] = {
    Notice.ACCOUNT_APPROVED: {_PERSON},
    Notice.ACCOUNT_REJECTED: {_PERSON},
    Notice.ACCOUNT_ROLE_CHANGED: {_PERSON},
    Notice.ACCOUNT_SUSPENDED: {_PERSON},
    Notice.ACCOUNT_REINSTATED: {_PERSON},
    Notice.ACCOUNT_INACTIVE: {_PERSON},
    Notice.EMAIL_CHANGED: {_PERSON},
    Notice.MEMBER_REMOVED: {_PERSON},
    Notice.OWNERSHIP_RECEIVED: {_PERSON},
    Notice.POLICY_CHANGED: {_PERSON},
    Notice.UPLOAD_READY: {_ORG, _OPERATOR, _HOLDER},
    Notice.UPLOAD_REJECTED: {_ORG, _OPERATOR, _HOLDER},
    Notice.VISIT_ASSIGNED: {_ORG, _OPERATOR},
    Notice.VISIT_MOVED: {_ORG, _OPERATOR},
    Notice.VISIT_CANCELLED: {_ORG, _OPERATOR},
    Notice.VISIT_RELEASED: {_ORG, _ADMINS},
    Notice.VISIT_REMINDER: {_ORG, _OPERATOR},
    Notice.CASE_CLOSED: {_ORG},
    Notice.GUARDIAN_NEEDED: {_ORG},
    Notice.VISIT_WAITS: {_OPERATOR},
    Notice.VISIT_GOES_ON: {_OPERATOR},
    Notice.ORDER_WAITS: {_ORG},
    Notice.ORDER_GOES_ON: {_ORG},
    Notice.CONSENT_WITHDRAWN: {_ORG},
    Notice.BALANCE_LOW: {_ORG},
    Notice.PAYMENT_RECEIVED: {_ORG},
    Notice.PAYMENT_REFUNDED: {_ORG},
    Notice.REFUND_FAILED: {_ORG},
    Notice.PAYMENT_DISPUTED: {_ORG},
    Notice.DISPUTE_WON: {_ORG},
    Notice.DISPUTE_LOST: {_ORG},
    Notice.PAYMENT_ALARM: {_ADMINS},
    Notice.INVOICE_ISSUED: {_ORG},
    Notice.PAYOUT_METHOD_CHANGED: {_ORG},
    Notice.PAYOUT_REQUESTED: {_QUEUE},
    Notice.PAYOUT_APPROVED: {_ORG},
    Notice.PAYOUT_REJECTED: {_ORG},
    Notice.PAYOUT_PAID: {_ORG},
    Notice.PAYOUT_FAILED: {_ORG},
    Notice.PAYOUT_RETURNED: {_ORG},
    Notice.ORDER_PLACED: {_ORG},
    Notice.ORDER_MOVED: {_ORG},
    Notice.ORDER_OVERDUE: {_ORG},
    Notice.ORDER_CORRECTED: {_ORG},
    Notice.ORDER_AMENDED: {_ORG},
    Notice.LAB_NOT_OPEN: {_ORG},
    Notice.ORDER_MESSAGE: {_ORG},
    Notice.PRIVACY_STEP: {_PERSON, _ORG, _ADMINS},
    Notice.SUPPORT_REPLY: {_HOLDER},
    Notice.ACCESS_REVIEW: {_ADMINS},
    Notice.QUEUE_WAITING: {_ADMINS},
    Notice.VISIT_REQUESTED: {_QUEUE},
    Notice.APPROVAL_PENDING: {_QUEUE},
    Notice.TICKET_WAITING: {_QUEUE, _ADMIN},
}
WALK = [(kind, each) for kind in sorted(TOLD) for each in sorted(TOLD[kind])]
walk = pytest.mark.parametrize(("kind", "addressee"), WALK)


@dataclass
class Town:
    """A clinic with an owner and two members, two operators, two admins; nobody else."""

    client: Client
    at: AudienceFixture = field(init=False)
    org: str = "the-clinic"

    def __post_init__(self) -> None:
        self.at = AudienceFixture(self.client)
        self.owner = self.at.join(Role.CLINIC, self.org, owner=True)
        self.member = self.at.join(Role.CLINIC, self.org)
        self.colleague = self.at.join(Role.CLINIC, self.org)
        self.operator = self.at.join(Role.OPERATOR)
        self.at.join(Role.OPERATOR)
        self.at.join(Role.CLINIC, "another-clinic", owner=True)
        self.admins = [self.at.join(Role.ADMIN) for _ in range(2)]

    def audience(self, addressee: Addressee) -> str | Audience:
        """The audience that such a notice has here."""
        made: dict[Addressee, Callable[[], str | Audience]] = {
            _PERSON: lambda: self.member,
            _HOLDER: lambda: Audience.holder(self.member),
            _ORG: lambda: Audience.organisation(Role.CLINIC, self.org, self.member),
            _OPERATOR: lambda: Audience.operator(self.operator),
            _ADMIN: lambda: Audience.admin(self.admins[0]),
            _ADMINS: Audience.admins,
            _QUEUE: Audience.queue,
        }
        return made[addressee]()

    def means(self, addressee: Addressee) -> str:
        """Who would hear of it: for admins one of them, who then leaves."""
        if addressee in {_PERSON, _HOLDER, _ORG}:
            return self.member
        return self.operator if addressee is _OPERATOR else self.admins[0]

    def heirs(self, addressee: Addressee, way: str) -> set[str]:
        """Who hears in the place of whoever has left; a ticket is its opener's in any role."""
        if addressee is _PERSON or (addressee is _HOLDER and way == "another role"):
            return {self.member}
        if addressee is _ORG:
            return {self.owner}
        return set(self.admins) - {self.means(addressee)}

    def tell(self, kind: Notice, addressee: Addressee, way: str | None = None) -> set[str]:
        """Tell it, let somebody leave before it is sent, and send it; who has it then."""
        refs = dict.fromkeys(CATALOGUE[kind].refs, "2026-05-04T09:30:00+00:00")
        self.at.notify(self.audience(addressee), kind, **refs)
        if way is not None:
            self.at.leave(self.means(addressee), way)
        self.at.announce()
        self.at.digest(visits=1)
        assert self.at.pending() == 0
        return set(self.at.heard())


def test_the_walk_has_every_notice_of_the_catalogue() -> None:
    assert {kind: set(HEARD_BY[kind]) for kind in Notice} == TOLD


@walk
def test_who_acted_hears_and_no_other(empty: Client, kind: Notice, addressee: Addressee) -> None:
    town = Town(empty)
    every = set(town.admins) if addressee in {_ADMINS, _QUEUE} else {town.means(addressee)}
    assert town.tell(kind, addressee) == every


@pytest.mark.parametrize("way", sorted(LEAVING))
@walk
def test_when_that_person_has_left_others_hear(
    empty: Client, kind: Notice, addressee: Addressee, way: str
) -> None:
    """What is about oneself is heard by oneself, and is no matter of others."""
    town = Town(empty)
    heirs = town.heirs(addressee, way)
    assert town.tell(kind, addressee, way) == heirs
    town.at.deliver()
    if addressee is _PERSON and way == "erased":
        assert town.at.mailed() == [], "there is no address any more"
    else:
        assert set(town.at.mailed()) <= heirs


@pytest.mark.parametrize("kind", sorted(k for k in TOLD if _ORG in TOLD[k]))
def test_when_the_owners_have_left_too_the_admins_hear(empty: Client, kind: Notice) -> None:
    town = Town(empty)
    town.at.leave(town.owner, "suspended")
    assert town.tell(kind, _ORG, "removed") == set(town.admins)


# --- organisations -------------------------------------------------------------------------------


def _of(town: Town, *acted: str | None, owners: bool = False) -> Audience:
    return Audience.organisation(Role.CLINIC, town.org, *acted, owners=owners)


@pytest.mark.parametrize("acted", [(), (None,)])
def test_where_nobody_acted_yet_the_owners_hear(empty: Client, acted: tuple[None, ...]) -> None:
    town = Town(empty)
    second = town.at.join(Role.CLINIC, town.org, owner=True)
    town.at.told(_of(town, *acted), Notice.CASE_CLOSED, case="c1")
    assert set(town.at.heard()) == {town.owner, second}
    town.at.leave(second, "suspended")
    town.at.told(_of(town, *acted), Notice.CASE_CLOSED, case="c2")
    assert {uid: len(kinds) for uid, kinds in town.at.heard().items()} == {town.owner: 2, second: 1}


def test_of_several_who_acted_those_hear_who_are_left(empty: Client) -> None:
    town = Town(empty)
    town.at.leave(town.member, "removed")
    town.at.told(_of(town, town.member, town.colleague), Notice.CASE_CLOSED, case="c1")
    assert set(town.at.heard()) == {town.colleague}


def test_owners_hear_beside_who_acted_where_that_is_asked_for(empty: Client) -> None:
    town = Town(empty)
    told = _of(town, town.member, town.owner, owners=True)
    town.at.told(told, Notice.CONSENT_WITHDRAWN, consent="c1")
    expected = [Notice.CONSENT_WITHDRAWN]
    assert town.at.heard() == {town.member: expected, town.owner: expected}, "each once"


def _caller(uid: str, role: Role = Role.CLINIC, org: str | None = "the-clinic") -> Caller:
    return Caller(uid, "", True, role, org)


def test_who_acts_does_not_hear(empty: Client) -> None:
    """Nor does anybody in the place of somebody who is there and knows."""
    town = Town(empty)
    told = _of(town, town.member, town.colleague).but(_caller(town.member))
    town.at.told(told, Notice.CASE_CLOSED, case="c1")
    assert set(town.at.heard()) == {town.colleague}
    town.at.leave(town.colleague, "removed")
    town.at.told(told, Notice.CASE_CLOSED, case="c2")
    assert {uid: len(kinds) for uid, kinds in town.at.heard().items()} == {town.colleague: 1}


def test_where_nobody_else_would_hear_nothing_is_written(empty: Client) -> None:
    town = Town(empty)
    alone = _of(town, town.member).but(_caller(town.member))
    assert alone is None
    assert town.at.notify(alone, Notice.CASE_CLOSED, case="c1").writes == 0
    owners = _of(town, town.member, owners=True).but(_caller(town.member))
    assert town.at.notify(owners, Notice.CASE_CLOSED, case="c1").writes == 1


def test_who_acts_as_something_else_by_now_does_not_stand_for_the_clinic(empty: Client) -> None:
    town = Town(empty)
    told = _of(town, town.member).but(_caller(town.member, Role.ADMIN, None))
    town.at.leave(town.member, "another role")
    town.at.told(told, Notice.CASE_CLOSED, case="c1")
    assert set(town.at.heard()) == {town.owner}


# --- once, at what cost ---------------------------------------------------------------------------


def test_a_notice_is_one_write_and_no_read(empty: Client) -> None:
    town = Town(empty)
    tally = town.at.notify(_of(town, town.member), Notice.CASE_CLOSED, case="c1")
    assert (tally.reads, tally.writes) == (0, 1)


@pytest.mark.parametrize(
    ("left", "reads", "writes"), [([], 2, 2), (["member"], 3, 2), (["member", "owner"], 5, 3)]
)
def test_what_sending_costs(empty: Client, left: list[str], reads: int, writes: int) -> None:
    """The notice and who acted; the owners; at last the admins: two of them."""
    town = Town(empty)
    for name in left:
        town.at.leave(getattr(town, name), "suspended")
    town.at.notify(_of(town, town.member), Notice.CASE_CLOSED, case="c1")
    (found,) = empty.collection("notices").get()
    for expected in ((reads, writes), (1, 0), (1, 0)):
        store = town.at.store
        announcements.send(store, town.at.clock, found.id)
        assert (store.tally.reads, store.tally.writes) == expected, "an event that comes again"
    assert sum(len(kinds) for kinds in town.at.heard().values()) == max(1, len(left))


@pytest.mark.parametrize(("hours", "left"), [(24, 1), (26, 0)])
def test_the_sweep_sends_what_no_event_sent(empty: Client, hours: int, left: int) -> None:
    town = Town(empty)
    town.at.notify(_of(town, town.member), Notice.CASE_CLOSED, case="c1")
    broken = {"kind": "case_closed", "at": town.at.clock.at, "to": {"addressee": "nobody"}}
    empty.document("notices/a-broken-one").set(broken)
    town.at.clock.at += timedelta(hours=hours)
    ctx = Context.of_system(town.at.store, town.at.clock)
    assert announcements.send_left(ctx) == 1 - left
    assert town.at.pending() == 1 + left
    assert len(town.at.heard()) == 1 - left


def test_as_many_admins_hear_as_the_settings_say(
    empty: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = AudienceFixture(empty)
    for _ in range(22):
        people.join(Role.ADMIN)
    people.told(Audience.admins(), Notice.ACCESS_REVIEW, review="2026-05")
    assert len(people.heard()) == 20
    monkeypatch.setenv("SCANNER_ADMINS_TOLD", "3")
    people.told(Audience.admins(), Notice.ACCESS_REVIEW, review="2026-06")
    assert sum(len(kinds) for kinds in people.heard().values()) == 23


def test_a_kind_is_told_to_no_audience_but_its_own(empty: Client) -> None:
    town = Town(empty)
    with pytest.raises(AssertionError, match="not told to this audience"):
        town.at.notify(town.member, Notice.CASE_CLOSED, case="c1")
    with pytest.raises(AssertionError, match="not told to this audience"):
        town.at.notify(Audience.admins(), Notice.CASE_CLOSED, case="c1")
    assert town.at.pending() == 0
    assert town.at.heard() == {}


# --- who leaves before it is delivered ----------------------------------------------------------


@pytest.mark.parametrize("way", sorted(LEAVING))
def test_who_leaves_before_the_mail_gets_none_and_the_owner_does(empty: Client, way: str) -> None:
    town = Town(empty)
    town.at.told(_of(town, town.member), Notice.CASE_CLOSED, case="c1")
    town.at.leave(town.member, way)
    town.at.deliver()
    assert town.at.mailed() == []
    town.at.announce()
    town.at.deliver()
    assert town.at.mailed() == [town.owner]
    town.at.announce()
    assert town.at.heard()[town.owner] == [Notice.CASE_CLOSED], "once"


def test_who_stays_gets_the_mail_and_nobody_else(empty: Client) -> None:
    town = Town(empty)
    town.at.told(_of(town, town.member), Notice.CASE_CLOSED, case="c1")
    town.at.deliver()
    town.at.announce()
    town.at.deliver()
    assert town.at.mailed() == [town.member]
    assert set(town.at.heard()) == {town.member}


def test_where_others_heard_too_it_is_not_told_anew(empty: Client) -> None:
    town = Town(empty)
    town.at.told(_of(town, town.member, town.colleague), Notice.CASE_CLOSED, case="c1")
    town.at.leave(town.member, "removed")
    town.at.deliver()
    assert town.at.pending() == 0
    assert town.at.mailed() == [town.colleague]


def test_who_is_no_owner_any_more_hears_nothing_that_owners_hear(empty: Client) -> None:
    town = Town(empty)
    town.at.told(_of(town), Notice.INVOICE_ISSUED, invoice="SC-1")
    town.at.leave(town.owner, "suspended")  # and back, as a member
    town.at.client.document(f"users/{town.owner}").update({"status": "active", "owner": False})
    town.at.client.document(f"users/{town.member}").update({"owner": True})
    town.at.deliver()
    town.at.announce()
    town.at.deliver()
    assert town.at.mailed() == [town.member]
