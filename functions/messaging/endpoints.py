"""The deployed functions of messaging: preferences, and the trigger that delivers."""

from typing import TYPE_CHECKING

from firebase_functions import firestore_fn, options

from core import settings
from core.callables import callable_function
from core.clock import SystemClock
from core.context import Context
from core.firebase import firestore_client
from core.store import Store
from core.triggers import retried, telling
from messaging import errors, preferences
from messaging.requests import PreferencesSet, SetPreferences

if TYPE_CHECKING:
    from google.cloud.firestore import DocumentSnapshot


@callable_function(
    request=SetPreferences,
    response=PreferencesSet,
    roles=None,
    raises=(errors.ZoneUnknown, errors.GroupMandatory),
)
def messaging_set_preferences(ctx: Context, data: SetPreferences) -> PreferencesSet:
    """Choose language, time zone, quiet hours and, for each group of messages, the channels.

    Messages about the account and about privacy are always sent.
    """
    return preferences.set_preferences(ctx, data)


@retried
@firestore_fn.on_document_created(
    document="users/{uid}/inbox/{item_id}",
    region=settings.REGION,
    memory=options.MemoryOption.MB_512,
)
def messaging_deliver(event: "firestore_fn.Event[DocumentSnapshot | None]") -> None:
    """Carry a new notice on by e-mail and push, as its reader prefers."""
    from messaging import delivery, push

    uid, item_id = event.params["uid"], event.params["item_id"]
    with telling("notice not delivered", item=item_id):
        store = Store(firestore_client())
        delivery.deliver(store, SystemClock(), push.configured(), uid, item_id)
