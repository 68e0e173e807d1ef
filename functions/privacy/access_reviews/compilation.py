"""Compiles the month's access review, a page of accounts at a time."""

from collections import Counter
from datetime import timedelta
from functools import partial

from accounts.models import User
from core import audit, settings
from core.access import Role, Status
from core.clock import day_of
from core.context import Context
from core.queries import Query
from core.units import UnitOfWork
from labs.links.models import LinkCount
from messaging.service import Audience, Notice, notify
from privacy.access_reviews.states import REVIEW, ReviewAction
from privacy.audit import spot_check
from privacy.directory import Directory, SignIn
from privacy.inactivity import accounts as inactivity_accounts
from privacy.models import AccessReview, AdminSeen, LinksSeen

#: Accounts in one page, and pages in one run.
PAGE = 100
MOST = 5
#: An admin's account that nobody used for so long is one too many.
DORMANT = timedelta(days=90)
#: What a review lists of a kind at most; it counts them all.
LISTED = 500
#: Days of many links that a review lists, those of a month.
LINKS_LISTED = 100
MONTH = timedelta(days=31)

MANY_LINKS = Query(LinkCount, where=(("files", ">="),), order=(("files", "DESCENDING"),))


def review_access(ctx: Context, directory: Directory, most: int = MOST) -> int:
    """Make the month's review, or go on with it; return how many pages of accounts were read.

    One read where it is made already. A page costs a read for each account and two besides, and a
    write; see `inactivity` for accounts that nobody uses. The last one costs an entry, a notice to
    each admin, a read for each day of many links, and what comparing some seals of the audit does
    (`spot_check`). May run twice, and at the same time: a page
    counts once.
    """
    month, done = f"{day_of(ctx.clock.now()):%Y-%m}", 0
    review = ctx.store.get(AccessReview, month)
    while done < most and _unfinished(review):
        review = _go_on(ctx, directory, month, review)
        done += 1
    return done


def _unfinished(review: AccessReview | None) -> bool:
    return review is None or REVIEW.allows(review.state, ReviewAction.GO_ON)


def _go_on(
    ctx: Context, directory: Directory, month: str, review: AccessReview | None
) -> AccessReview:
    """Add one page of accounts; return the review as it stands then, whoever wrote it."""
    found, token = directory.page(review.page if review else None, PAGE)
    users = ctx.store.several(User, *(each.uid for each in found))
    before = review or AccessReview(begun_at=ctx.clock.now())
    accounts = list(zip(found, users, strict=True))
    grown, unused = _with(ctx, before, accounts), inactivity_accounts.to_be_told(ctx, accounts)
    if token is None:
        state = REVIEW.must(before.state, ReviewAction.FINISH).to
        now = ctx.clock.now()
        ended = {
            "state": state,
            "ended_at": now,
            "links": _many_links(ctx),
            "seals": spot_check.check(ctx.store, now, month),
        }
        grown = grown.model_copy(update={**ended, "page": None})
    else:
        grown = grown.model_copy(update={"page": token})
    return ctx.store.run(partial(_write, ctx, review, grown.placed(month), unused))


def _with(
    ctx: Context, review: AccessReview, page: list[tuple[SignIn, User | None]]
) -> AccessReview:
    """Return the review with a page of accounts in it."""
    accounts = Counter(review.accounts) + Counter(_kind(user) for _, user in page)
    differing = [s.uid for s, user in page if dict(s.claims) != (user.claims() if user else {})]
    admins = [_admin(ctx, s, user) for s, user in page if user and _is_admin(user)]
    return review.model_copy(
        update={
            "accounts": dict(accounts),
            "admins": [*review.admins, *admins],
            "differing": [*review.differing, *differing][:LISTED],
            "differing_count": review.differing_count + len(differing),
        }
    )


def _kind(user: User | None) -> str:
    return f"{user.role or 'none'}/{user.status}" if user else "none/unregistered"


def _is_admin(user: User) -> bool:
    return user.role is Role.ADMIN and user.status is Status.ACTIVE


def _admin(ctx: Context, account: SignIn, user: User) -> AdminSeen:
    last = account.last_active
    return AdminSeen(
        uid=account.uid,
        since=user.claims_at or user.created_at,
        last_active=last,
        dormant=last is None or last < ctx.clock.now() - DORMANT,
    )


def _many_links(ctx: Context) -> list[LinksSeen]:
    """Find the days on which a member got at least half of the links that a day allows."""
    since = day_of(ctx.clock.now() - MONTH).isoformat()
    many = settings.LAB_LINKS_A_DAY.value // 2
    found: list[LinkCount] = ctx.store.find(MANY_LINKS, many, limit=LINKS_LISTED)
    return [LinksSeen(**dict(each)) for each in found if each.day >= since]


def _write(
    ctx: Context,
    before: AccessReview | None,
    review: AccessReview,
    unused: list[str],
    unit: UnitOfWork,
) -> AccessReview:
    """Write a review unless another run has written its page first; tell those it found unused."""
    now = unit.get(AccessReview, review.id)
    if now != before:
        return now or review
    unit.put(review)
    for uid in unused:
        inactivity_accounts.tell(unit, ctx, uid)
    if review.ended_at:
        audit.record(unit, ctx, "privacy.review_access", AccessReview.path_for(review.id))
        admins = Audience.admins()
        notify(unit, ctx.store, ctx.clock, admins, Notice.ACCESS_REVIEW, review=review.id)
    return review
