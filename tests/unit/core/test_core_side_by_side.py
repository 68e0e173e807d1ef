"""What does not depend on each other waits at the same time, and what fails fails for all."""

import threading

import pytest

from core.side_by_side import AT_ONCE, side_by_side, steps


def test_works_of_a_step_wait_for_each_other() -> None:
    """Each ends only when all of its step have begun: one after the other would wait for ever."""
    all_begun = threading.Barrier(AT_ONCE, timeout=30)

    def work() -> int:
        return all_begun.wait()

    assert sorted(side_by_side([work] * AT_ONCE)) == list(range(AT_ONCE))


def test_what_they_return_is_in_their_order() -> None:
    works = [lambda n=n: n for n in range(2 * AT_ONCE + 1)]
    assert side_by_side(works) == list(range(2 * AT_ONCE + 1))
    assert side_by_side([]) == []


def test_the_first_of_a_step_is_done_by_who_calls() -> None:
    """So that who counts requests by thread counts the steps."""
    own = threading.get_ident()
    by = side_by_side([threading.get_ident] * (AT_ONCE + 2))
    mine = [place for place, thread in enumerate(by) if thread == own]
    assert mine == [0, AT_ONCE]
    assert [steps(n) for n in (0, 1, AT_ONCE, AT_ONCE + 1)] == [0, 1, 1, 2]


@pytest.mark.parametrize("failing", [0, 1])
def test_one_that_fails_is_told_when_all_have_ended(failing: int) -> None:
    """Nothing of a transaction is sent any more once it is given up."""
    others, ended = threading.Event(), []

    def fails() -> None:
        others.set()
        raise KeyError("it failed")

    def goes_on() -> None:
        assert others.wait(30)
        ended.append("the other")

    works = [goes_on, goes_on]
    works[failing] = fails
    with pytest.raises(KeyError):
        side_by_side(works)
    assert ended == ["the other"]
