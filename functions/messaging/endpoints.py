"""The callables of messaging."""

from core.callables import callable_function
from core.context import Context
from messaging import errors, preferences
from messaging.requests import PreferencesSet, SetPreferences


@callable_function(
    request=SetPreferences,
    response=PreferencesSet,
    roles=None,
    locks=(),
    raises=(errors.ZoneUnknown, errors.GroupMandatory, errors.DigestForAdmins),
)
def set_preferences(ctx: Context, data: SetPreferences) -> PreferencesSet:
    """Choose language, time zone, quiet hours and, for each group of messages, the channels.

    Messages about the account and about privacy are always sent.
    """
    return preferences.set_preferences(ctx, data)
