"""The rules files held against what the models declare, without asking an emulator."""

from __future__ import annotations

import re

import pytest

from core.documents import Document
from core.privacy import Viewer
from tests.rules.rules_files import FIRESTORE, STORAGE, allows, code, matches
from tests.rules.specimens import SPECIMENS
from tests.support.registry import models
from tools.docs.surface import load

LISTS = load().lists
MODELS = [pytest.param(model, id=model.path) for model in models()]


@pytest.mark.parametrize("model", MODELS)
def test_every_registered_collection_has_a_rules_test(model: type[Document]) -> None:
    """Also those that nobody reads: `SPECIMENS` in specimens.py makes the tests of all of them."""
    specimens = [s for s in SPECIMENS if s.model is model]
    assert specimens, (
        f"add a specimen of {model.__name__} ({model.path}) to tests/rules/specimens.py"
    )
    for specimen in specimens:
        assert set(specimen.listed) <= model.readers


@pytest.mark.parametrize("model", MODELS)
def test_readers_see_every_field(model: type[Document]) -> None:
    """A rule shows whole documents: who may read one may see each of its fields."""
    for name, held in model.declarations():
        assert held is not None, f"{model.__name__}.{name} declares nothing"
        hidden = model.readers - held.seen_by
        assert not hidden, f"{model.__name__}.{name} is not for {sorted(hidden)}, who read it"


@pytest.mark.parametrize("model", MODELS)
def test_a_collection_is_readable_where_it_has_readers(model: type[Document]) -> None:
    assert bool(allows(model) & {"read", "get", "list"}) == bool(model.readers - {Viewer.SYSTEM})


@pytest.mark.parametrize("model", MODELS)
def test_clients_only_update_and_only_where_their_fields_are_named(model: type[Document]) -> None:
    """But for what is a person's own: their devices, which they add and remove."""
    writable = any(s.writable for s in SPECIMENS if s.model is model)
    own = any(s.own for s in SPECIMENS if s.model is model)
    expected = ({"update"} if writable else set()) | ({"create", "delete"} if own else set())
    assert allows(model) - {"read", "get", "list"} == expected


@pytest.mark.parametrize("model", MODELS)
def test_who_may_list_has_a_list(model: type[Document]) -> None:
    """What the rules let somebody list and no list declares, an app would find without an index."""
    may = {viewer for s in SPECIMENS if s.model is model for viewer in s.listed}
    assert {each.viewer for each in LISTS if each.model is model} == may


def test_no_rule_is_about_a_collection_that_no_model_declares() -> None:
    declared = {re.sub(r"\{\w+\}", "{}", model.path) for model in models()}
    ruled = {path for path, _ in matches()}
    assert ruled, "the parser of this test no longer understands the rules file"
    assert ruled <= declared


def test_no_rule_is_recursive() -> None:
    """A `{rest=**}` would let into collections that are yet to come."""
    assert "=**" not in code(FIRESTORE) + code(STORAGE)


def test_firestore_rules_look_up_one_document_at_most() -> None:
    """Ten look-ups are the limit, each is billed: one, the caller's account, in one function.

    Firestore charges the same document once in a request, however often the rules ask for it.
    """
    written = code(FIRESTORE)
    lookup = re.compile(r"(?<![.\w])(?:get|exists|getAfter|existsAfter)\(\s*/")
    assert len(lookup.findall(written)) == 1
    body = re.search(r"function account\(\) \{(.*?)\}\s*\n", written, re.DOTALL)
    assert body is not None
    assert "/documents/users/$(request.auth.uid)" in body.group(1)


def test_storage_rules_look_up_one_document_at_most() -> None:
    written = code(STORAGE)
    assert len(re.findall(r"firestore\.(?:get|exists)\(", written)) == 1
    assert len(re.findall(r"(?<!function )\bslot\(\)", written)) == 1
