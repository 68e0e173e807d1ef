"""An account is one person's access to Scanner, in one role, once an admin approved it.

Here people sign up, admins approve, suspend and change roles, and owners run the membership of
their clinic or lab. It alone writes the claims of ID tokens. Whether a caller is let in at this
moment is decided by `core.access`; what happens to an account's data on request is in `privacy`.

Below: `core`, `messaging`.
"""
