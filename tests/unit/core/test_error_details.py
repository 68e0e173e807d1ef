"""Errors declare what their details hold, and tell just that: apps are built on it."""

import ast

import pytest

from core.details import Detail
from core.errors import ScannerError
from core.machines import Machine
from tests.support.sources import SOURCES, shown, tree
from tools.docs.surface import load

load()


def descendants(cls):
    return [found for child in cls.__subclasses__() for found in (child, *descendants(child))]


ERRORS = {e.__name__: e for e in descendants(ScannerError) if e.__module__.endswith("errors")}


def made():
    """Yield (place, error, names told) wherever code makes an error of a known class."""
    for path in SOURCES:
        for node in ast.walk(tree(path)):
            match node:
                case ast.Call(func=ast.Name(id=name), keywords=told) if name in ERRORS:
                    # `**more` is checked where it is made
                    if all(each.arg for each in told):
                        yield f"{shown(path)}:{node.lineno}", name, {each.arg for each in told}
                case ast.Raise(exc=ast.Name(id=name)) if name in ERRORS:
                    yield f"{shown(path)}:{node.lineno}", name, set()


def test_an_error_tells_what_it_declares():
    wrong = []
    for place, name, told in made():
        known = {detail.name for detail in ERRORS[name].gives}
        needed = {detail.name for detail in ERRORS[name].gives if detail.always}
        if not needed <= told <= known:
            wrong.append((place, name, told))
    assert wrong == []


def test_a_problem_of_an_order_tells_what_the_refusal_declares():
    (problems,) = ERRORS["OrderRefused"].gives
    known = {part.name for part in problems.parts}
    told = {
        each.arg
        for path in SOURCES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "problem"
        for each in node.keywords
        if each.arg
    }
    assert told
    assert told <= known
    assert {"reason", "at", "sentence"} == {part.name for part in problems.parts if part.always}


@pytest.mark.parametrize("error", ERRORS.values(), ids=lambda e: e.__name__)
def test_a_detail_is_declared_once_and_names_nothing_that_all_errors_tell(error):
    names = [detail.name for detail in error.gives]
    assert len(set(names)) == len(names)
    assert not {"reason", "sentence"} & set(names)
    assert all(detail.meaning.endswith(".") for detail in error.gives)


@pytest.mark.parametrize("machine", Machine.registry, ids=lambda m: m.title)
def test_a_refused_step_names_state_and_action(machine):
    for refusal in (machine.refusal, *machine.own.values()):
        assert {"state", "action"} <= {detail.name for detail in refusal.gives}


def test_a_detail_that_is_told_at_times_is_the_same_otherwise():
    fact = Detail("limit", int, "How many.")
    assert fact.always
    assert fact.at_times() == Detail("limit", int, "How many.", always=False)
