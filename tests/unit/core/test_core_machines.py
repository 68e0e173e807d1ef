"""State machines: what a table allows, to whom, and what a retry of an action is."""

from enum import StrEnum
from itertools import product
from types import SimpleNamespace

import pytest

from core.errors import DoneOtherwise, ErrorCode, RoleNotAllowed, ScannerError
from core.machines import Machine, Party, Step, step_to


class WrongLight(ScannerError):
    """The light does not take that now."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "wrong-light"
    sentence = "The light does not take that now."


class Light(StrEnum):
    """The states of a lamp."""

    OFF = "off"
    ON = "on"
    BROKEN = "broken"


class Act(StrEnum):
    """What is done to a lamp."""

    BUY = "buy"
    SWITCH_ON = "switch_on"
    SWITCH_OFF = "switch_off"
    SHAKE = "shake"
    BREAK = "break"


LAMP: Machine[Light, Act] = Machine(
    "Lamp",
    "A lamp of these tests.",
    {
        (None, Act.BUY): step_to(Light.OFF, Party.CLINIC),
        (Light.OFF, Act.SWITCH_ON): step_to(Light.ON, Party.CLINIC, Party.ADMIN),
        (Light.ON, Act.SWITCH_OFF): step_to(Light.OFF, Party.CLINIC),
        (Light.ON, Act.SHAKE): step_to(None, Party.SYSTEM),
        (Light.OFF, Act.BREAK): step_to(Light.BROKEN, Party.SYSTEM),
        (Light.ON, Act.BREAK): step_to(Light.BROKEN, Party.SYSTEM),
        (Light.BROKEN, Act.BREAK): step_to(Light.BROKEN, Party.SYSTEM),
    },
    WrongLight,
    {Act.SWITCH_ON: ("colour", "level")},
)
Machine.registry.remove(LAMP)  # the docs print what the registry holds

#: What a lamp says of itself that was switched on.
WHITE = SimpleNamespace(colour="white", level=1)

STATES = (None, *Light)
EVERYTHING = list(product(STATES, Act))
#: Where an action was done already: its end, unless the table has it start there too.
DONE = {
    (Light.OFF, Act.BUY),
    (Light.ON, Act.SWITCH_ON),
    (Light.OFF, Act.SWITCH_OFF),
}


@pytest.mark.parametrize(("state", "action"), EVERYTHING)
def test_what_is_listed_is_allowed_and_what_is_not_is_refused(state, action):
    listed = (state, action) in LAMP.table
    assert LAMP.allows(state, action) is listed
    if listed:
        assert LAMP.must(state, action) is LAMP.table[state, action]
        return
    with pytest.raises(WrongLight) as refused:
        LAMP.must(state, action)
    assert refused.value.details == {"state": state, "action": action}


@pytest.mark.parametrize(("state", "action"), EVERYTHING)
def test_what_was_done_already_is_a_retry(state, action):
    """As `must`, but for the ends of an action; a transition that is listed there is taken."""
    if (state, action) in DONE:
        assert LAMP.step(state, action, kept=WHITE, said={"colour": "white", "level": 1}) is None
    elif (state, action) in LAMP.table:
        assert LAMP.step(state, action) is LAMP.table[state, action]
    else:
        with pytest.raises(WrongLight):
            LAMP.step(state, action)


@pytest.mark.parametrize("method", [LAMP.step, LAMP.must])
@pytest.mark.parametrize("party", Party)
def test_a_party_takes_its_own_transitions_only(method, party):
    if party in {Party.CLINIC, Party.ADMIN}:
        assert method(Light.OFF, Act.SWITCH_ON, party).to is Light.ON
    else:
        with pytest.raises(RoleNotAllowed):
            method(Light.OFF, Act.SWITCH_ON, party)


@pytest.mark.parametrize("method", [LAMP.step, LAMP.must])
def test_what_the_state_forbids_is_told_before_who_may(method):
    """Nobody may: a caller of another role would not fare better."""
    with pytest.raises(WrongLight):
        method(Light.BROKEN, Act.SWITCH_ON, Party.OPERATOR)


def test_a_retry_is_one_whoever_retries():
    """It changes nothing and tells the state, which the caller was let in to see."""
    said = {"colour": "white", "level": 1}
    assert LAMP.step(Light.ON, Act.SWITCH_ON, Party.OPERATOR, kept=WHITE, said=said) is None


@pytest.mark.parametrize(
    ("said", "differing"),
    [
        ({"colour": "white", "level": 1}, []),
        ({"colour": "red", "level": 1}, ["colour"]),
        ({"colour": "red", "level": 2}, ["colour", "level"]),
        ({"colour": None, "level": 1}, ["colour"]),
        ({"colour": "white", "level": 1, "by": "hand"}, []),
    ],
)
def test_a_step_again_with_another_content_is_refused(said, differing):
    def step():
        return LAMP.step(Light.ON, Act.SWITCH_ON, kept=WHITE, said=said)

    if not differing:
        assert step() is None
        return
    with pytest.raises(DoneOtherwise) as refused:
        step()
    assert refused.value.details == {"fields": differing}


def test_what_is_not_on_record_is_not_the_same():
    with pytest.raises(DoneOtherwise):
        LAMP.step(Light.ON, Act.SWITCH_ON, said={"colour": "white", "level": 1})


def test_a_content_is_compared_only_where_the_step_is_taken_again():
    """Where the table has the step it is taken, whatever it says."""
    said = {"colour": "red", "level": 2}
    found = LAMP.step(Light.OFF, Act.SWITCH_ON, kept=WHITE, said=said)
    assert found is LAMP.table[Light.OFF, Act.SWITCH_ON]
    assert LAMP.step(Light.OFF, Act.SWITCH_OFF, kept=WHITE, said=said) is None


def test_the_ends_of_an_action():
    """An end that follows from other facts is none that a retry could be told by."""
    assert {action: LAMP.ends(action) for action in Act} == {
        Act.BUY: {Light.OFF},
        Act.SWITCH_ON: {Light.ON},
        Act.SWITCH_OFF: {Light.OFF},
        Act.SHAKE: frozenset(),
        Act.BREAK: {Light.BROKEN},
    }
    assert LAMP.must(Light.ON, Act.SHAKE).to is None


def test_a_thing_that_is_not_made_yet_is_no_retry():
    """Its state is None, as is the end that the table does not name: the two are not the same."""
    with pytest.raises(WrongLight):
        LAMP.step(None, Act.SHAKE)


def test_a_line_of_a_table():
    assert step_to(Light.ON, Party.CLINIC, Party.ADMIN) == Step(
        Light.ON, frozenset({Party.ADMIN, Party.CLINIC})
    )


def test_every_machine_is_registered_once_and_in_order():
    def machine(title: str) -> Machine[Light, Act]:
        return Machine(title, "A machine of this test.", LAMP.table, WrongLight)

    before = list(Machine.registry)
    made = [machine("A"), machine("B")]
    try:
        assert Machine.registry == [*before, *made]
        assert LAMP not in Machine.registry
    finally:
        for each in made:
            Machine.registry.remove(each)
