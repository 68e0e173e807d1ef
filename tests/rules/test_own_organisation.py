"""Whose organisation a token names: one that names none is a member of none.

A document without an organisation, such as somebody's own request about their data, has `null`
where others have a clinic, and so has a token without one. That the two are equal opens nothing.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from core.access import Role
from core.documents import Document
from core.unknown import stored
from tests.support import ids, records, tokens, wire
from tests.support.account_records import Tenants
from tools.client import DeniedError

#: What a token says, by name; the account beside it says the same.
NAMELESS: dict[str, dict[str, object]] = {
    "no claim": {},
    "null": {"org": None},
    "empty": {"org": ""},
}
#: What is read by a clinic's members and may be nobody's: made for an organisation, or for none.
MADE: dict[str, Callable[[Tenants, str], Document]] = {
    "privacy request": lambda _, uid: records.privacy_request(uid=uid),
    "attachment": records.upload_attached,
}


@pytest.mark.parametrize("org", [None, ""], ids=["null", "empty"])
@pytest.mark.parametrize("said", NAMELESS)
@pytest.mark.parametrize("made", MADE)
def test_who_names_no_organisation_reads_nothing_that_has_none(
    made: str, said: str, org: str | None
) -> None:
    """Whatever either calls it; the twin's token, account and document name one clinic."""
    tenants = Tenants()
    document = MADE[made](tenants, ids.uid())
    claims = NAMELESS[said]
    nobody = tokens.person(role=Role.CLINIC.value, **claims)
    member = tokens.person(role=Role.CLINIC.value, org=tenants.clinic)
    accounts = {
        nobody.uid: tenants.account(nobody, role=Role.CLINIC, org=claims.get("org")),
        member.uid: tenants.account(member, role=Role.CLINIC, org=tenants.clinic),
    }
    collection, fields = type(document).collection(), stored(document)
    nobodys, clinics = (f"{collection}/{ids.document_id()}" for _ in range(2))
    wire.seed(
        {
            **{f"users/{uid}": stored(account) for uid, account in accounts.items()},
            nobodys: {**fields, "clinic_id": org},
            clinics: {**fields, "clinic_id": tenants.clinic},
        }
    )
    assert member.read(clinics)
    with pytest.raises(DeniedError):
        member.read(nobodys)
    for path in (nobodys, clinics):
        with pytest.raises(DeniedError):
            nobody.read(path)
    with pytest.raises(DeniedError):
        wire.query(nobody, collection, ("clinic_id", "EQUAL", org))
    assert wire.query(member, collection, ("clinic_id", "EQUAL", tenants.clinic))


@pytest.mark.parametrize("role", [None, Role.CLINIC], ids=["account without", "account with"])
def test_an_owner_without_a_role_in_the_token_sees_no_members(role: Role | None) -> None:
    """The twin's token says the role that the account has."""
    tenants = Tenants()
    colleague = tenants.join(Role.CLINIC, tenants.clinic)
    roleless = tokens.person(org=tenants.clinic)
    owner = tokens.person(role=Role.CLINIC.value, org=tenants.clinic)
    tenants.seed(
        tenants.account(roleless, role=role, org=tenants.clinic, owner=True),
        tenants.account(owner, role=Role.CLINIC, org=tenants.clinic, owner=True),
    )
    assert owner.read(f"users/{colleague.uid}")
    with pytest.raises(DeniedError):
        roleless.read(f"users/{colleague.uid}")
