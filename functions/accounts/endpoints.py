"""The callables of accounts: parse, authorise, one service call."""

from accounts import decisions, errors, members, policy, profile
from accounts.identity import FirebaseIdentity
from accounts.models import Invite, User
from accounts.requests import (
    AcceptPolicy,
    Account,
    Accounts,
    ChangePhone,
    ChangeRole,
    Done,
    EmailNow,
    FollowEmail,
    GetPolicy,
    Invited,
    InviteMember,
    ListAccounts,
    OneAccount,
    PhoneNow,
    PolicyAccepted,
    PolicyInForce,
    Register,
    SubjectWithReason,
    WithdrawInvite,
)
from core.access import ADMINS, ORG_ROLES
from core.callables import callable_function
from core.context import Context
from core.errors import CursorInvalid, DoneOtherwise, ErasurePending, NotOwner

_DECISION = (errors.AccountNotFound, errors.WrongStatus, errors.OwnAccount)


@callable_function(
    request=Register,
    response=Account,
    roles=None,
    raises=(
        errors.EmailNotVerified,
        errors.PolicyNotCurrent,
        errors.AlreadyRegistered,
        errors.InviteNotOpen,
        errors.OrgNotFound,
        ErasurePending,
    ),
)
def register_account(ctx: Context, data: Register) -> Account:
    """Ask for an account. It is pending, and sees nothing but itself, until an admin decides.

    The caller's e-mail address must be verified: it is the account's, and mail goes to it.

    Clients then listen to `users/{uid}` and refresh the ID token when `claims_at` changes.
    """
    return members.register(ctx, data)


@callable_function(request=GetPolicy, response=PolicyInForce, roles=None)
def get_policy(ctx: Context, data: GetPolicy) -> PolicyInForce:
    """Return the privacy policy in force: its version, and the text to show.

    For everybody who is signed in, registered or not: registration takes the version that was
    shown. Nothing is read from Firestore.
    """
    return policy.in_force()


@callable_function(
    request=AcceptPolicy,
    response=PolicyAccepted,
    roles=None,
    raises=(errors.PolicyNotCurrent, errors.AccountNotFound),
    locks=(),
)
def accept_policy(ctx: Context, data: AcceptPolicy) -> PolicyAccepted:
    """Accept the privacy policy in force, once a new version was shown.

    Until then, functions that take in new personal data refuse with `policy-not-accepted`; reading,
    support and the rights over one's data stay open.
    """
    return policy.accept(ctx, data)


@callable_function(
    request=ChangePhone,
    response=PhoneNow,
    roles=None,
    raises=(errors.AccountNotFound,),
    locks=(),
)
def change_phone(ctx: Context, data: ChangePhone) -> PhoneNow:
    """Put another phone number on one's own account. Who is suspended changes nothing."""
    return profile.change_phone(ctx, data)


@callable_function(
    request=FollowEmail,
    response=EmailNow,
    roles=None,
    raises=(errors.EmailNotVerified, errors.AccountNotFound),
    locks=(),
)
def follow_email(ctx: Context, data: FollowEmail) -> EmailNow:
    """Have one's own account take over the e-mail address that Firebase Auth has verified.

    To be called once the address was changed in Auth and verified; the account follows at the next
    call that needs a role as well. Mail goes to the new address from then on, and the old one is
    told.
    """
    del data
    return profile.follow_email(ctx, FirebaseIdentity())


@callable_function(
    request=OneAccount,
    response=Account,
    roles=ADMINS,
    raises=(*_DECISION, errors.ApplicantNotVerified, errors.OrgNotFound),
    locks=(User,),
)
def approve_account(ctx: Context, data: OneAccount) -> Account:
    """Approve a pending account; makes its clinic or lab. Calling again repairs a half-done one."""
    return decisions.approve(ctx, FirebaseIdentity(), data.uid)


@callable_function(
    request=SubjectWithReason,
    response=Account,
    roles=ADMINS,
    raises=(*_DECISION, DoneOtherwise),
    locks=(User,),
)
def reject_account(ctx: Context, data: SubjectWithReason) -> Account:
    """Reject a pending account with a reason; the person may apply again."""
    return decisions.reject(ctx, data.uid, data.reason)


@callable_function(
    request=ChangeRole,
    response=Account,
    roles=ADMINS,
    raises=(*_DECISION, errors.OrgNotFound, errors.LastOwner, ErasurePending),
    locks=(User,),
)
def change_role(ctx: Context, data: ChangeRole) -> Account:
    """Give an active account another role, and organisation where the role has one."""
    return decisions.change_role(ctx, FirebaseIdentity(), data)


@callable_function(
    request=SubjectWithReason,
    response=Account,
    roles=ADMINS,
    raises=(*_DECISION, DoneOtherwise),
    locks=(User,),
)
def suspend_account(ctx: Context, data: SubjectWithReason) -> Account:
    """Suspend an active account with a reason: shut out from its very next request on."""
    return decisions.suspend(ctx, FirebaseIdentity(), data.uid, data.reason)


@callable_function(
    request=OneAccount,
    response=Account,
    roles=ADMINS,
    raises=_DECISION,
    locks=(User,),
)
def reinstate_account(ctx: Context, data: OneAccount) -> Account:
    """Reinstate a suspended account with the role it had."""
    return decisions.reinstate(ctx, FirebaseIdentity(), data.uid)


@callable_function(request=ListAccounts, response=Accounts, roles=ADMINS, raises=(CursorInvalid,))
def list_accounts(ctx: Context, data: ListAccounts) -> Accounts:
    """List the accounts of a status, oldest first, page by page.

    Each with whether Firebase Auth has verified the e-mail address and the phone number on it.
    """
    return decisions.list_accounts(ctx, FirebaseIdentity(), data)


@callable_function(
    request=InviteMember,
    response=Invited,
    roles=ORG_ROLES,
    submits=True,
    begins=True,
    raises=(NotOwner, errors.AlreadyMember),
    locks=(),
)
def invite_member(ctx: Context, data: InviteMember) -> Invited:
    """Invite a person by e-mail into the caller's clinic or lab; an admin still approves them."""
    return members.invite(ctx, data)


@callable_function(
    request=WithdrawInvite,
    response=Done,
    roles=ORG_ROLES,
    raises=(NotOwner, errors.InviteNotOpen),
    locks=(Invite,),
)
def withdraw_invite(ctx: Context, data: WithdrawInvite) -> Done:
    """Take an invitation back."""
    return members.withdraw_invite(ctx, data.invite_id)


@callable_function(
    request=OneAccount,
    response=Account,
    roles=ORG_ROLES,
    raises=(
        NotOwner,
        errors.AccountNotFound,
        errors.WrongStatus,
        errors.LastOwner,
    ),
    locks=(User,),
)
def remove_member(ctx: Context, data: OneAccount) -> Account:
    """Remove a member from the caller's organisation, or leave it oneself."""
    return members.remove(ctx, FirebaseIdentity(), data.uid)


@callable_function(
    request=OneAccount,
    response=Account,
    roles=ORG_ROLES,
    raises=(
        NotOwner,
        errors.OwnAccount,
        errors.AccountNotFound,
        errors.WrongStatus,
        errors.OrgNotFound,
    ),
    begins=True,
    locks=(User, members.own),
)
def hand_over_ownership(ctx: Context, data: OneAccount) -> Account:
    """Hand the ownership to another active member; the caller stays on as a member."""
    return members.hand_over(ctx, data.uid)
