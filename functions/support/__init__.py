"""A ticket is what somebody asks of support, with the messages about it.

Here tickets are opened, listed, assigned and closed, and people and admins write to one another,
with files. Requests about one's own data are in `privacy.data_requests`.

Below: `accounts`, `core`, `labs`, `messaging`, `scans`, `wallet`.
"""
