"""Who reads what: every actor gets and lists a real document of every collection.

A refusal has its allowed twin among the cases beside it, one field apart: the same document asked
for by its reader, the same reader with an account in order, the same list with its filter.
"""

from __future__ import annotations

import pytest

from accounts.models import User
from core.access import Role
from core.documents import Document
from core.privacy import Viewer
from core.unknown import stored
from tests.rules.matrix import (
    NAMED,
    TOKEN_TWISTS,
    TWISTS,
    UNREGISTERED,
    Actor,
    Played,
    pairs,
    play,
)
from tests.rules.specimens import Filters, Specimen, everything
from tests.support import account_records, records, tokens, wire
from tests.support.account_records import Tenants
from tools.client import DeniedError, Person

READING = [(s, a) for s, a in pairs() if a.reads(s)]


@pytest.fixture(
    scope="module",
    params=[pytest.param(pair, id=f"{pair[0].name}-{pair[1].name}") for pair in pairs()],
)
def asking(request: pytest.FixtureRequest) -> tuple[Specimen, Actor, Played]:
    """A specimen that stands there for one actor: reading changes nothing, so one serves all."""
    specimen, actor = request.param
    return specimen, actor, play(specimen, actor)


def _ids(played: Played, filters: Filters) -> list[str]:
    """List with the filter, or everything from the document on where it filters nothing."""
    where = filters(*_asked(played)) or (("__name__", "GREATER_THAN_OR_EQUAL", played.path),)
    collection = type(played.document).collection()
    return wire.query(played.person, collection, *where, parent=played.parent)


def test_get(asking: tuple[Specimen, Actor, Played]) -> None:
    specimen, actor, played = asking
    if actor.reads(specimen):
        found = played.person.read(played.path)
        assert found is not None
        assert set(found) - {"id"} == set(stored(played.document))
    else:
        with pytest.raises(DeniedError):
            played.person.read(played.path)


def test_list_with_the_filter_of_each_reader(asking: tuple[Specimen, Actor, Played]) -> None:
    """A filter works for who may list by it, and for an admin where admins read; nobody else."""
    specimen, actor, played = asking
    for reader, filters in specimen.listed.items():
        alike = {viewer for viewer, other in specimen.listed.items() if other is filters}
        may = bool(actor.reads(specimen) & {*alike, Viewer.ADMIN})
        assert _lists(played, filters) is may, f"as {reader}"


def test_list_without_a_filter(asking: tuple[Specimen, Actor, Played]) -> None:
    """All of a collection is for admins that read it; one's own inbox or patients, for those."""
    specimen, actor, played = asking
    whole = {viewer for viewer, f in specimen.listed.items() if not f(*_asked(played))}
    collection = type(played.document).collection()
    if actor.reads(specimen) & whole:
        assert wire.query(played.person, collection, parent=played.parent, limit=1)
    else:
        with pytest.raises(DeniedError):
            wire.query(played.person, collection, parent=played.parent, limit=1)


def _gets(played: Played) -> bool:
    """Tell whether the document is read; it is there, so that nothing is no answer."""
    try:
        assert played.person.read(played.path)
    except DeniedError:
        return False
    return True


def _lists(played: Played, filters: Filters) -> bool:
    """Tell whether the list is answered; it has the document then."""
    try:
        found = _ids(played, filters)
    except DeniedError:
        return False
    assert played.document.id in found
    return True


def _asked(played: Played) -> tuple[Tenants, Document, Person]:
    return played.tenants, played.document, played.person


@pytest.mark.parametrize(
    ("specimen", "actor"),
    [
        pytest.param(s, a, id=f"{s.name}-{a.name}")
        for s, a in READING
        if not a.reads(s) & set(s.listed)
    ],
)
def test_a_reader_without_a_list_gets_only(specimen: Specimen, actor: Actor) -> None:
    """One's own account and organisation are read by their id; a list of that one is a list."""
    played = play(specimen, actor)
    assert played.person.read(played.path)
    with pytest.raises(DeniedError):
        wire.query(
            played.person, type(played.document).collection(), ("__name__", "EQUAL", played.path)
        )


@pytest.mark.parametrize(
    ("specimen", "actor"), [pytest.param(s, a, id=f"{s.name}-{a.name}") for s, a in READING]
)
def test_a_token_that_the_account_no_longer_bears_out(specimen: Specimen, actor: Actor) -> None:
    """Suspended, removed, moved or demoted: refused on the next request, with the token as it was.

    What is about oneself stays readable where its readers are declared so (`Viewer.SUBJECT`), and
    is refused where they must be active (`Viewer.ACTIVE_SUBJECT`): the data map tells it as it is.
    """
    straight, readers = play(specimen, actor), actor.reads(specimen) & set(specimen.listed)
    assert straight.person.read(straight.path)
    assert all(_lists(straight, specimen.listed[reader]) for reader in readers)
    always = actor is NAMED and specimen.named is not None and specimen.named.always
    for twist in (*TWISTS, *TOKEN_TWISTS, UNREGISTERED):
        if twist == UNREGISTERED and actor is NAMED and specimen.model is User:
            continue  # the document is the account
        played = play(specimen, actor, twist)
        assert _gets(played) is always, twist
        if not always:
            told = {reader for reader in readers if _lists(played, specimen.listed[reader])}
            assert not told, twist


@pytest.mark.parametrize("role", [Role.CLINIC, Role.LAB])
def test_ownership_given_away_ends_the_sight_of_members(role: Role) -> None:
    """The token does not carry ownership; the account alone decides, on the next request."""
    tenants = Tenants()
    owner, plain = (
        tenants.join(role, tenants.clinic, owner=True),
        tenants.join(role, tenants.clinic),
    )
    colleague = tenants.join(role, tenants.clinic)
    assert owner.read(f"users/{colleague.uid}")
    with pytest.raises(DeniedError):
        plain.read(f"users/{colleague.uid}")


def test_an_account_that_is_gone() -> None:
    tenants = Tenants()
    member = tenants.join(Role.CLINIC, tenants.clinic)
    ghost = tokens.person(role="clinic", org=tenants.clinic)
    case = records.case(tenants)
    tenants.seed(case)
    assert member.read(f"cases/{case.id}")
    with pytest.raises(DeniedError):
        ghost.read(f"cases/{case.id}")


def test_the_account_that_is_not_registered_yet_can_be_listened_to() -> None:
    """Clients listen to their account from before they register; only to theirs."""
    person, other = tokens.person(), tokens.person()
    assert person.read(f"users/{person.uid}") is None
    with pytest.raises(DeniedError):
        person.read(f"users/{other.uid}")


def test_a_member_of_a_former_organisation_is_out_of_its_owners_sight() -> None:
    tenants = Tenants()
    owner = tenants.join(Role.CLINIC, tenants.clinic, owner=True)
    member, former = tokens.person(), tokens.person()
    tenants.seed(
        tenants.account(member, role="clinic", org=tenants.clinic),
        tenants.account(former, role="clinic", former_org=tenants.clinic),
    )
    assert owner.read(f"users/{member.uid}")
    with pytest.raises(DeniedError):
        owner.read(f"users/{former.uid}")


def test_an_owner_to_be_sees_nobody_until_approved() -> None:
    """An invitation sets organisation and ownership on the account that still waits."""
    tenants = Tenants()
    colleague = tenants.join(Role.CLINIC, tenants.clinic)
    approved = tenants.join(Role.CLINIC, tenants.clinic, owner=True)
    waiting = tokens.person()
    tenants.seed(tenants.account(waiting, status="pending", org=tenants.clinic, owner=True))
    assert approved.read(f"users/{colleague.uid}")
    with pytest.raises(DeniedError):
        waiting.read(f"users/{colleague.uid}")


@pytest.mark.parametrize("field", ["email", "email_verified"])
def test_an_invitation_is_read_by_a_verified_address_only(field: str) -> None:
    tenants = Tenants()
    invited = tokens.person()
    invite = account_records.invite(tenants.clinic, Role.CLINIC, invited.email)
    tenants.seed(invite)
    verified = field != "email_verified"
    twin = tokens.person(email="" if verified else invited.email, email_verified=verified)
    where = ("email", "EQUAL", invited.email)
    assert invited.read(f"invites/{invite.id}")
    assert wire.query(invited, "invites", where) == [invite.id]
    with pytest.raises(DeniedError):
        twin.read(f"invites/{invite.id}")
    with pytest.raises(DeniedError):
        wire.query(twin, "invites", where)


def test_an_invitation_is_found_whatever_the_case_of_the_address() -> None:
    """Invitations are stored in lower case; Auth keeps the address as the person wrote it."""
    tenants = Tenants()
    invited = tokens.person(email="Asha.Rao@Example.com")
    invite = account_records.invite(tenants.clinic, Role.CLINIC, "asha.rao@example.com")
    tenants.seed(invite)
    assert invited.read(f"invites/{invite.id}")


@pytest.mark.parametrize("collection", ["cases", "consents", "uploads", "visits"])
def test_a_list_that_reaches_into_another_clinic(collection: str) -> None:
    tenants = Tenants()
    member = tenants.join(Role.CLINIC, tenants.clinic)
    other = Tenants(clinic=tenants.other_clinic)
    for each in (tenants, other):
        tenants.seed(records.case(each), records.consent(each), records.visit(each, None))
        tenants.seed(records.upload(each, member.uid))
    assert wire.query(member, collection, ("clinic_id", "IN", [tenants.clinic]))
    with pytest.raises(DeniedError):
        wire.query(member, collection, ("clinic_id", "IN", [tenants.clinic, tenants.other_clinic]))


def test_nobody_lists_a_collection_across_its_parents(
    asking: tuple[Specimen, Actor, Played],
) -> None:
    """Collection group queries have no rule; the same filter below one parent is the twin."""
    specimen, actor, played = asking
    if specimen.model.path.count("{") == 1:
        return  # it has no parent
    collection = specimen.model.collection()
    where = next(iter(specimen.listed.values()), everything)(*_asked(played))
    if actor.reads(specimen) & set(specimen.listed):
        assert wire.query(played.person, collection, *where, parent=played.parent)
    with pytest.raises(DeniedError):
        wire.query(played.person, collection, *where, group=True)
