"""Access reviews: made page by page, once a month, and read by an admin."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from core.access import Role, Status
from core.unknown import stored
from labs.links.models import LinkCount
from privacy.access_reviews import acknowledgement, compilation
from privacy.directory import FirebaseDirectory, SignIn
from privacy.directory import moment as of_auth
from privacy.identity import FirebaseAccounts
from privacy.models import AdminSeen, LinksSeen, ReviewState
from tests.emulator.privacy.access_reviews.review_fixture import (
    MAY,
    ReviewFixture,
)
from tests.support import ids
from tests.support.crashes import CrashError, DyingStore
from tests.support.moments import NOW, refused
from tests.support.queries import ACTS_BY_NAME
from tools.client import Person

DAY = timedelta(days=1)


@pytest.fixture
def accounts() -> ReviewFixture:
    """Nobody yet."""
    return ReviewFixture()


def test_accounts_are_counted_by_role_and_status(accounts: ReviewFixture) -> None:
    for _ in range(2):
        accounts.join(role=Role.CLINIC, org="c" * 20)
    accounts.join(role=Role.CLINIC, org="c" * 20, status=Status.SUSPENDED)
    accounts.join(status=Status.PENDING)
    accounts.listed.append(SignIn(ids.uid(), {}, None))
    assert accounts.look() == 2
    counted = {
        "clinic/active": 2, "clinic/suspended": 1, "none/pending": 1, "none/unregistered": 1,
    }  # fmt: skip
    assert accounts.review.accounts == counted
    assert (accounts.review.state, accounts.review.differing_count) == (ReviewState.OPEN, 0)


@pytest.mark.parametrize(
    ("used", "dormant"),
    [(NOW - 90 * DAY, False), (NOW - 91 * DAY, True), (None, True)],
)
def test_an_admin_whom_nobody_sees_is_dormant(
    accounts: ReviewFixture, used: datetime | None, *, dormant: bool
) -> None:
    uid = accounts.join(used=used, role=Role.ADMIN, claims_at=NOW - 200 * DAY)
    accounts.join(used=None, role=Role.OPERATOR)
    accounts.join(used=None, role=Role.ADMIN, status=Status.SUSPENDED)
    accounts.look()
    seen = AdminSeen(uid=uid, since=NOW - 200 * DAY, last_active=used, dormant=dormant)
    assert accounts.review.admins == [seen]


def test_claims_that_the_document_does_not_say_are_listed(accounts: ReviewFixture) -> None:
    accounts.join(role=Role.OPERATOR)
    more = accounts.join(role=Role.OPERATOR, claims={"role": "admin"})
    left = accounts.join(role=Role.OPERATOR, status=Status.SUSPENDED, claims={"role": "operator"})
    nobody = SignIn(ids.uid(), {"role": "admin"}, NOW)
    accounts.listed.append(nobody)
    accounts.look()
    assert accounts.review.differing == [more, left, nobody.uid]
    assert accounts.review.differing_count == 3


@pytest.mark.parametrize(("files", "day", "listed"), [(100, 30, 1), (99, 30, 0), (100, 32, 0)])
def test_many_links_in_a_day_are_listed(
    accounts: ReviewFixture, files: int, day: int, listed: int
) -> None:
    accounts.join()
    uid, on = ids.uid(), f"{NOW - day * DAY:%Y-%m-%d}"
    count = LinkCount(uid=uid, day=on, files=files)
    accounts.client.document(f"link_counts/{uid}-{on}").set(stored(count))
    accounts.look()
    assert accounts.review.links == [LinksSeen(uid=uid, day=on, files=files)] * listed


def test_a_review_goes_on_where_it_stopped_and_costs_what_it_should(
    accounts: ReviewFixture,
) -> None:
    uid = accounts.join(role=Role.ADMIN)
    for _ in range(4):
        accounts.join(role=Role.OPERATOR)
    costs = []
    for _ in range(3):
        ctx = accounts.ctx()
        done = compilation.review_access(ctx, accounts, 1)
        costs.append((done, ctx.store.tally.reads, ctx.store.tally.writes))
        if done:
            assert sum(accounts.review.accounts.values()) == min(5, 3 * len(costs))
    # The review, its accounts, the review anew; at last the days of many links, and the last seal.
    assert costs == [(1, 1 + 3 + 1, 1), (1, 1 + 2 + 1 + 1 + 1, 3), (0, 1, 0)]
    assert accounts.notices(uid) == [("access_review", {"review": MAY.month})]
    assert accounts.acts("privacy.review_access") == ["system"]


@pytest.mark.parametrize("at", [0, 1])
@pytest.mark.parametrize("committed", [False, True])
def test_an_instance_that_dies_counts_nobody_twice(
    accounts: ReviewFixture, at: int, *, committed: bool
) -> None:
    uid = accounts.join(role=Role.ADMIN)
    for _ in range(4):
        accounts.join(role=Role.OPERATOR)
    with pytest.raises(CrashError):
        accounts.look(store=DyingStore(at, committed=committed, client=accounts.client))
    accounts.look()
    assert accounts.review.accounts == {"admin/active": 1, "operator/active": 4}
    assert len(accounts.notices(uid)) == 1


def test_two_runs_at_once_count_nobody_twice(accounts: ReviewFixture) -> None:
    """The second looks at the same page, and finds it written when it comes to write."""
    for _ in range(4):
        accounts.join(role=Role.OPERATOR)

    class Overtaken(ReviewFixture):
        """A listing during which another run gets ahead."""

        def page(self, token: str | None, most: int) -> tuple[list[SignIn], str | None]:
            found = accounts.page(token, most)
            accounts.look()
            return found

    late = Overtaken(accounts.variables, accounts.clock, accounts.listed)
    compilation.review_access(accounts.ctx(), late, 5)
    assert accounts.review.accounts == {"operator/active": 4}
    assert accounts.acts("privacy.review_access") == ["system"]


def test_each_month_has_its_own(accounts: ReviewFixture) -> None:
    """Months are those of India."""
    uid = accounts.join(role=Role.ADMIN)
    accounts.look()
    accounts.clock.at = datetime(2026, 5, 31, 18, 29, tzinfo=UTC)
    assert accounts.look() == 0
    accounts.clock.at += timedelta(minutes=1)
    assert accounts.look() == 1
    assert [refs["review"] for _, refs in accounts.notices(uid)].count("2026-06") == 1


# --- reading it ----------------------------------------------------------------------------------


def test_a_review_is_acknowledged_once(accounts: ReviewFixture) -> None:
    accounts.join(role=Role.ADMIN)
    accounts.look()
    first, second = accounts.admin(), accounts.admin()
    answer = acknowledgement.acknowledge(first, MAY)
    who = first.caller.uid
    assert (answer.state, answer.acknowledged_by) == ("acknowledged", who)
    assert (first.store.tally.reads, first.store.tally.writes) == (1, 2)
    assert acknowledgement.acknowledge(second, MAY) == answer
    assert second.store.tally.writes == 0
    assert accounts.acts("privacy.acknowledge_review") == [who]
    assert accounts.look() == 0


def test_a_review_that_is_not_done_is_not_acknowledged(accounts: ReviewFixture) -> None:
    for _ in range(4):
        accounts.join()
    refused(lambda: acknowledgement.acknowledge(accounts.admin(), MAY), "review-not-found")
    accounts.look(1)
    refused(
        lambda: acknowledgement.acknowledge(accounts.admin(), MAY),
        "wrong-review-state",
        state=ReviewState.BUILDING,
    )
    assert accounts.review.state is ReviewState.BUILDING
    accounts.look()
    assert acknowledgement.acknowledge(accounts.admin(), MAY).state is ReviewState.ACKNOWLEDGED


def test_who_reads_a_review_is_on_record(accounts: ReviewFixture) -> None:
    uid = accounts.join(role=Role.ADMIN)
    other = accounts.join(role=Role.OPERATOR, claims={})
    refused(lambda: acknowledgement.get_review(accounts.admin(), MAY), "review-not-found")
    accounts.look()
    ctx = accounts.admin()
    review = acknowledgement.get_review(ctx, MAY)
    assert [admin.uid for admin in review.admins] == [uid]
    assert (ctx.store.tally.reads, ctx.store.tally.writes) == (1, 1)
    (entry,) = ctx.store.find(ACTS_BY_NAME, "privacy.get_access_review", limit=2)
    assert (entry.actor, entry.refs) == (ctx.caller.uid, {"shown": f"{uid} {other}"})


# --- Auth ----------------------------------------------------------------------------------------


@pytest.mark.deployed
def test_auth_tells_claims_and_when_an_account_was_used() -> None:
    person = Person.sign_up()
    directory, token, found = FirebaseDirectory(), None, None
    while found is None:
        page, token = directory.page(token, 1000)
        found = next((each for each in page if each.uid == person.uid), None)
        assert found or token, "the account is not listed"
    assert found.claims == {}
    assert found.last_active is not None
    assert found.created_at is not None
    for moment in (found.last_active, found.created_at):
        assert abs(moment - datetime.now(UTC)) < timedelta(minutes=10)
    one = FirebaseAccounts().described(person.uid)
    assert one is not None
    used = [of_auth(one[at]) for at in ("last_sign_in_at", "last_refresh_at")]
    assert max(at for at in used if at is not None) == found.last_active
    assert of_auth(one["created_at"]) == found.created_at


@pytest.mark.deployed
def test_auth_is_read_page_by_page() -> None:
    Person.sign_up()
    Person.sign_up()
    directory = FirebaseDirectory()
    first, token = directory.page(None, 1)
    second, _ = directory.page(token, 1)
    assert len(first) == len(second) == 1
    assert first[0].uid != second[0].uid
