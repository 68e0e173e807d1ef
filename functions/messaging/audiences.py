"""Audiences: which people they are at this moment.

Accounts are read as far as `core.access` knows them, outside of transactions: within one, every
change of an account would wait for the notices that are sent.
"""

from core import settings
from core.access import Role, Standing, Status
from core.queries import Query
from core.store import Store
from messaging.models import Addressee, Audience, HeardAs

ADMINS = Query(Standing, where=(("role", "=="), ("status", "==")))
OWNERS = Query(Standing, where=(("org", "=="), ("role", "=="), ("owner", "=="), ("status", "==")))

#: Owners of one organisation that hear of one event; more are not read.
MOST_OWNERS = 20

#: Admins of whom it is looked at how often each prefers to hear.
MOST_ADMINS = 200

#: What a person named in an audience has to be; None where any active account will do.
_NAMED = {Addressee.HOLDER: None, Addressee.OPERATOR: Role.OPERATOR, Addressee.ADMIN: Role.ADMIN}


def fits(standing: Standing | None, heard: HeardAs | None) -> bool:
    """Tell whether somebody is active, and still as what a notice was told to."""
    if standing is None or standing.status is not Status.ACTIVE:
        return False
    if heard is None or heard.role is None:
        return True
    same = (standing.role, standing.org) == (heard.role, heard.org)
    return same and (standing.owner or not heard.owner)


def people(store: Store, audience: Audience) -> dict[str, HeardAs] | None:
    """Return who hears now, each with what it hears as; None for all admins in their digests.

    A read for each person named. Where it comes to that, one for each owner and at last for each
    admin, one at least: of these as many as the settings let hear of one event.
    """
    found = _named(store, audience)
    wanted = audience.owners or not found
    if audience.addressee is Addressee.ORGANISATION and wanted:
        found = _owners(store, audience) | found
    if found:
        alone = len(found) == 1
        return {uid: heard.model_copy(update={"alone": alone}) for uid, heard in found.items()}
    if audience.addressee in {Addressee.ADMIN, Addressee.QUEUE}:
        return None
    return dict.fromkeys(active_admins(store), HeardAs(role=Role.ADMIN))


def active_admins(store: Store, limit: int | None = None) -> list[str]:
    """Return active admins; without a limit as many as hear of one event. A read each."""
    limit = settings.ADMINS_TOLD.value if limit is None else limit
    found: list[Standing] = store.find(ADMINS, Role.ADMIN, Status.ACTIVE, limit=limit)
    return [admin.id for admin in found]


def without(heard: HeardAs) -> Audience:
    """Return who hears in the place of somebody who was told alone and has left since."""
    if heard.role is not None and heard.org is not None:
        return Audience.organisation(heard.role, heard.org)
    return Audience.queue() if heard.role is Role.ADMIN else Audience.admins()


def _named(store: Store, audience: Audience) -> dict[str, HeardAs]:
    as_what = HeardAs(role=_NAMED.get(audience.addressee, audience.role), org=audience.org)
    standings = store.several(Standing, *audience.uids)
    return {found.id: as_what for found in standings if found and fits(found, as_what)}


def _owners(store: Store, audience: Audience) -> dict[str, HeardAs]:
    found: list[Standing] = store.find(
        OWNERS, audience.org, audience.role, True, Status.ACTIVE, limit=MOST_OWNERS
    )
    as_owner = HeardAs(role=audience.role, org=audience.org, owner=True)
    return {owner.id: as_owner for owner in found}
