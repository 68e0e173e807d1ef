"""The audit is the append-only list of acts; a seal chains an hour of it by hash.

Entries are written by `core.audit`, in the transaction of the act. Here they are sealed, and
verified against their seals. The entries and seals whose time is over are taken away by
`retention`.

Below: `models`.
"""
