"""A job is work that is due at some time: a stored record, and the alarm that wakes it.

Here jobs are run, found by the sweep when no alarm woke them, listed for admins and run again.
`handlers` names the service that does each kind of job, and `chores` what the sweep does besides.
Jobs are recorded with `core.jobs`, by the package whose work it is.

Below: `accounts`, `core`, `labs`, `messaging`, `privacy`, `scans`, `support`, `wallet`.
"""
