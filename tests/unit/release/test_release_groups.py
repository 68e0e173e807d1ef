"""The groups that functions are deployed in."""

from __future__ import annotations

from tools import deployed
from tools.release.groups import VCPU, groups

#: The event functions, by hand: all of them are delivered again after a failure.
RETRIED = {
    "labs_correct_orders",
    "labs_stop_orders",
    "messaging_announce",
    "messaging_deliver",
    "scans_receive_upload",
}


def test_groups_hold_each_function_once_and_are_within_the_quota() -> None:
    functions = deployed.functions()
    found = groups(functions)
    names = [name for group in found for name in group.functions]
    assert sorted(names) == sorted(functions)
    for group in found:
        cpus = [functions[name].__firebase_endpoint__.cpu for name in group.functions]
        assert 0 < sum(cpus) <= VCPU
    assert 2 * VCPU <= 20  # the revisions that are replaced hold as much


def test_what_is_retried_is_forced_and_first_and_nothing_else() -> None:
    found = groups(deployed.functions())
    assert {name for group in found if group.forced for name in group.functions} == RETRIED
    forced = [group.forced for group in found]
    assert forced == sorted(forced, reverse=True)
