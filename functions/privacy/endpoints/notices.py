"""The callable that drafts the notice of a breach."""

from core.access import ADMINS
from core.callables import callable_function
from core.context import Context
from privacy import errors, notices
from privacy.requests.notices import DraftNotice, NoticeDraft


@callable_function(
    request=DraftNotice, response=NoticeDraft, roles=ADMINS, raises=(errors.BreachNotFound,)
)
def draft_notice(ctx: Context, data: DraftNotice) -> NoticeDraft:
    """Draft the notice to those whom a breach concerns; people fill in what is in brackets."""
    return notices.draft_notice(ctx, data)
