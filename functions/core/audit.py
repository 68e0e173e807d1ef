"""Audit entries: append-only, written in the same transaction as the act they record."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import AwareDatetime

from core.documents import Document
from core.privacy import Erasure, FieldPolicy, Retention, Viewer, held

if TYPE_CHECKING:
    from core.context import Context
    from core.queries import Query
    from core.reading import Page
    from core.units import UnitOfWork


def _entry(about: str | None = None) -> FieldPolicy:
    return held(
        "user.unique_id",
        Viewer.ADMIN,
        kept=Retention.AUDIT,
        use="essential.service.security",
        erased=Erasure.KEEP,
        ground="security of processing: who did what must stay provable (policy section 4)",
        about=about,
    )


_WHO, _WHAT = _entry(), _entry(about="")
#: Refs that are codes, figures, and ids of what is no person. What another one holds may be an id
#: of somebody, and is told to nobody else.
CODES = frozenset(
    {
        "active",
        "authority",
        "file",
        "findings",
        "first",
        "gone",
        "head",
        "month",
        "objects",
        "org",
        "plan",
        "price",
        "released",
        "role",
        "row",
        "told",
        "version",
    }
)


class AuditEntry(Document):
    """Who did what to which document, and when: one act. Ids only, never a person's data."""

    path: ClassVar[str] = "audit/{entry_id}"
    readers = frozenset({Viewer.ADMIN})

    actor: Annotated[str, _WHO]
    action: Annotated[str, _WHAT]
    subject: Annotated[str, _WHO]
    at: Annotated[AwareDatetime, _WHAT]
    refs: Annotated[dict[str, str], _WHO] = {}


def record(unit: "UnitOfWork", ctx: "Context", action: str, subject: str, **refs: str) -> None:
    """Add the entry for an act to its transaction. One write.

    `subject` is the path of the document acted on; `refs` are further ids, codes and figures.
    """
    unit.create(entry(ctx, action, subject, **refs), ctx.store.new_id())


def looked(ctx: "Context", action: str, subject: str, shown: Iterable[str]) -> None:
    """Put on record whose data an admin is about to be shown: before the answer, or there is none.

    `shown` are ids. One write.
    """
    seen = " ".join(shown)
    ctx.store.run(lambda unit: record(unit, ctx, action, subject, shown=seen))


def page_shown(
    ctx: "Context",
    action: str,
    query: "Query",
    *values: object,
    limit: int,
    cursor: str | None,
    lenient: bool = False,
) -> "Page[Any]":
    """Return a page of a query, after noting what of it an admin is shown. A read each, a write.

    `lenient` as `Store.page` has it: where a list is what is left to do, and no register.

    Raises:
        CursorInvalid.
    """
    page = ctx.store.page(query, *values, limit=limit, cursor=cursor, lenient=lenient)
    looked(ctx, action, query.model.collection(), (each.id for each in page.items))
    return page


def entry(ctx: "Context", action: str, subject: str, **refs: str) -> AuditEntry:
    """Return the entry for an act of the caller, for who writes it otherwise."""
    return AuditEntry(
        actor=ctx.caller.uid, action=action, subject=subject, at=ctx.clock.now(), refs=refs
    )
