"""Preferences: what people say about how they want to hear."""

from functools import cache
from zoneinfo import available_timezones

from core.access import Role, Standing, Status
from core.context import Context
from core.errors import AccountNotActive
from core.units import UnitOfWork
from messaging.catalogue import MANDATORY
from messaging.errors import DigestForAdmins, GroupMandatory, ZoneUnknown
from messaging.models import Digest, Preferences, QuietHours
from messaging.requests import PreferencesSet, SetPreferences


@cache
def _zones() -> frozenset[str]:
    """Return the names of time zones; to list them takes longer than all else that a call does."""
    return frozenset(available_timezones())


def set_preferences(ctx: Context, request: SetPreferences) -> PreferencesSet:
    """Put the caller's preferences in place of the ones before. One read, one write.

    Who waits for approval may choose the language in which to hear of it; who is suspended changes
    nothing, as in the rules.

    Raises:
        ZoneUnknown, GroupMandatory, DigestForAdmins, AccountNotActive.
    """
    if request.zone not in _zones():
        raise ZoneUnknown
    if refused := sorted(MANDATORY & request.channels.keys()):
        raise GroupMandatory(groups=refused)
    quiet = request.quiet if request.quiet and request.quiet.start != request.quiet.end else None

    def work(unit: UnitOfWork) -> PreferencesSet:
        standing = unit.get(Standing, ctx.caller.uid)
        if standing is None or standing.status is Status.SUSPENDED:
            raise AccountNotActive
        if request.digest is not None and standing.role is not Role.ADMIN:
            raise DigestForAdmins
        chosen = Preferences(
            language=request.language,
            zone=request.zone,
            quiet=QuietHours(start=quiet.start, end=quiet.end) if quiet else None,
            channels={group: sorted(set(wanted)) for group, wanted in request.channels.items()},
            digest=request.digest or Digest.HOURLY,
            updated_at=ctx.clock.now(),
        )
        unit.put(chosen, ctx.caller.uid)
        return PreferencesSet()

    return ctx.store.run(work)
