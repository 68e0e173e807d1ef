"""The lists of accounts, organisations and invitations, for owners, admins and who is invited."""

from accounts.models import Clinic, Invite, InviteState, Lab, User
from core.lists import ClientList, Own, Parameter, ascending, descending, equal
from core.privacy import Viewer

_OF_ORG = equal("org", Own.ORG)
_IN_STATUS = equal("status", Parameter("status", "The status."))
_OPEN = equal("state", InviteState.OPEN)
_BY_NAME = ascending("name")
_LAST_MADE = descending("created_at")

ClientList(
    "owner_members",
    User,
    Viewer.ORG_OWNER,
    "The members of the owner's clinic or lab, by name.",
    where=(_OF_ORG,),
    order=_BY_NAME,
)
ClientList(
    "owner_members_by_status",
    User,
    Viewer.ORG_OWNER,
    "The members of the owner's clinic or lab whose accounts have one status, by name.",
    where=(_OF_ORG, _IN_STATUS),
    order=_BY_NAME,
)
ClientList(
    "owner_invites",
    Invite,
    Viewer.ORG_OWNER,
    "The invitations to the owner's clinic or lab, the last one first.",
    where=(_OF_ORG,),
    order=_LAST_MADE,
)
ClientList(
    "owner_invites_open",
    Invite,
    Viewer.ORG_OWNER,
    "The invitations to the owner's clinic or lab that nobody took up or withdrew, the last first. "
    "Some may have lapsed: see `expires_at`.",
    where=(_OF_ORG, _OPEN),
    order=_LAST_MADE,
)
ClientList(
    "own_invites_open",
    Invite,
    Viewer.SUBJECT,
    "The invitations of the person who is signed in, before registering too, the last one first. "
    "Some may have lapsed: see `expires_at`.",
    where=(equal("email", Own.EMAIL), _OPEN),
    order=_LAST_MADE,
)
ClientList(
    "admin_users_by_status",
    User,
    Viewer.ADMIN,
    "The accounts of one status, such as those to be approved, the oldest first.",
    where=(_IN_STATUS,),
    order=ascending("created_at"),
)
ClientList(
    "admin_users_by_role",
    User,
    Viewer.ADMIN,
    "The accounts of one role, by name.",
    where=(equal("role", Parameter("role", "The role.")),),
    order=_BY_NAME,
)
ClientList(
    "admin_users_of_organisation",
    User,
    Viewer.ADMIN,
    "The accounts of one clinic or lab, by name.",
    where=(equal("org", Parameter("org", "The clinic or lab.")),),
    order=_BY_NAME,
)
ClientList("admin_clinics", Clinic, Viewer.ADMIN, "All clinics, by name.", order=_BY_NAME)
ClientList("admin_labs", Lab, Viewer.ADMIN, "All labs, by name.", order=_BY_NAME)
