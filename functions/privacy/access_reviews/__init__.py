"""An access review lists once a month who may do what, and what of it looks odd.

It is compiled from Auth and the accounts, page by page, and an admin notes that it was read. It
changes nobody's access: that is done in `accounts`.

Below: `audit`, `inactivity`, `models`.
"""
