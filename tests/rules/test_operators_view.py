"""What an operator sees: the visit it is assigned to and its own uploads there, while assigned.

The matrix has everybody with everything; here is one operator with one visit, and what surrounds
it. Whatever is refused to the operator has a twin that differs by one field or one filter.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from core.access import ORG_ROLES, Role
from core.documents import Document
from tests.support import account_records, records, wire
from tests.support.account_records import Tenants
from tests.support.wire import Filter
from tools.client import DeniedError, Person


@dataclass
class Work:
    """Somebody whom a visit names, with a slot there; nothing is seeded but the account.

    An operator, or what became of one: of another clinic, for the visit's own sees it anyway.
    """

    tenants: Tenants = field(default_factory=Tenants)
    role: Role = Role.OPERATOR

    def __post_init__(self) -> None:
        org = self.tenants.other_clinic if self.role in ORG_ROLES else None
        self.operator = self.tenants.join(self.role, org)
        self.visit = records.visit(self.tenants, self.operator.uid)
        self.upload = records.upload_at_visit(self.tenants, self.operator.uid)

    def seed(self, **changes: object) -> None:
        """Write the visit and the upload; the one that has a changed field is written with it."""
        for document in (self.visit, self.upload):
            own = {k: v for k, v in changes.items() if k in type(document).model_fields}
            changed = type(document).model_validate({**dict(document), **own})
            self.tenants.seed(changed.placed(document.id))


@pytest.fixture
def work() -> Work:
    """Somebody at work."""
    found = Work()
    found.seed()
    return found


def sees(person: Person, document: Document) -> bool:
    """Tell whether somebody reads a document that is there."""
    try:
        return person.read(document.path_for(*document.ids)) is not None
    except DeniedError:
        return False


@pytest.mark.parametrize("to", ["nobody", "another operator"])
def test_the_view_ends_with_the_assignment(work: Work, to: str) -> None:
    """One field each says who is assigned: released, or given to somebody else."""
    other = work.tenants.join(Role.OPERATOR)
    assert sees(work.operator, work.visit)
    assert sees(work.operator, work.upload)
    assert not sees(other, work.visit)
    now = None if to == "nobody" else other.uid
    work.seed(assignee=now, operator=now)
    assert not sees(work.operator, work.visit)
    assert not sees(work.operator, work.upload)
    assert (sees(other, work.visit), sees(other, work.upload)) == (bool(now), bool(now))


@pytest.mark.parametrize(("collection", "name"), [("visits", "assignee"), ("uploads", "operator")])
def test_a_list_of_ones_own_ends_with_the_assignment(
    work: Work, collection: str, name: str
) -> None:
    """Operators' apps listen to this query: it stays allowed, and what was released is gone."""
    mine: Filter = (name, "EQUAL", work.operator.uid)
    document = work.visit if collection == "visits" else work.upload
    assert wire.query(work.operator, collection, mine) == [document.id]
    work.seed(**{name: None})
    assert wire.query(work.operator, collection, mine) == []


@pytest.mark.parametrize("name", ["clinic_id", "case_id", "state"])
@pytest.mark.parametrize("collection", ["visits", "uploads"])
def test_a_list_that_does_not_name_the_operator(work: Work, collection: str, name: str) -> None:
    """The same list with the operator's own filter beside it is the twin."""
    document = work.visit if collection == "visits" else work.upload
    wider: Filter = (name, "EQUAL", getattr(document, name))
    mine = ("assignee" if collection == "visits" else "operator", "EQUAL", work.operator.uid)
    assert wire.query(work.operator, collection, wider, mine) == [document.id]
    with pytest.raises(DeniedError):
        wire.query(work.operator, collection, wider)


@pytest.mark.parametrize(("collection", "name"), [("visits", "assignee"), ("uploads", "operator")])
def test_a_list_that_reaches_to_another_operator(work: Work, collection: str, name: str) -> None:
    other = Work()
    other.seed()
    uids = [work.operator.uid, other.operator.uid]
    assert wire.query(work.operator, collection, (name, "IN", uids[:1]))
    for further in ((name, "IN", uids), (name, "EQUAL", uids[1]), (name, "NOT_EQUAL", uids[1])):
        with pytest.raises(DeniedError):
            wire.query(work.operator, collection, further)


def test_of_the_clinic_nothing_but_the_projection(work: Work) -> None:
    """The clinic, its patient and case stay the clinic's, whose member is the twin."""
    tenants = work.tenants
    around: tuple[Document, ...] = (
        account_records.clinic(tenants),
        records.patient(tenants),
        records.correction(tenants),
        records.consent(tenants),
        records.case(tenants),
        records.event(tenants),
        records.file(tenants),
        records.upload(tenants, tenants.join(Role.CLINIC, tenants.clinic).uid),
    )
    tenants.seed(*around)
    member = tenants.join(Role.CLINIC, tenants.clinic)
    for document in around:
        assert sees(member, document), document.path
        assert not sees(work.operator, document), document.path
    assert sees(work.operator, work.visit)


@pytest.mark.parametrize("role", [Role.CLINIC, Role.LAB, Role.ADMIN])
def test_who_is_no_operator_any_more(role: Role) -> None:
    """Named by the visit, with an account and a token in order: only the role differs."""
    twin, former = Work(), Work(role=role)
    for each in (twin, former):
        each.seed()
    assert sees(twin.operator, twin.visit)
    assert sees(twin.operator, twin.upload)
    assert not sees(former.operator, former.visit)
    assert not sees(former.operator, former.upload)


@pytest.mark.parametrize("role", [Role.CLINIC, Role.LAB])
def test_a_roster_outlives_the_role_unread(role: Role) -> None:
    twin, former = Work(), Work(role=role)
    rosters = [records.roster(each.tenants, each.operator.uid) for each in (twin, former)]
    twin.tenants.seed(*rosters)
    assert sees(twin.operator, rosters[0])
    assert not sees(former.operator, rosters[1])
