"""What mends the Storage emulator's generations, where the moment of two requests is chosen."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.support.sources import ROOT
from tools.emulators import environment

#: Pairs of requests that each begin before the other one has changed anything; prints their ends.
_PAIRS = """
const { heeding } = require(process.argv[1]);
const from = 'firebase-tools/lib/emulator';
const { EmulatorRegistry } = require(`${from}/registry`);
const { StorageLayer } = require(`${from}/storage/files`);
const { Persistence } = require(`${from}/storage/persistence`);
const { UploadService } = require(`${from}/storage/upload`);
EmulatorRegistry.url = () => new URL('http://127.0.0.1/');
const persistence = new Persistence(process.argv[2]);
const uploads = new UploadService(persistence);
const permits = { validate: async () => true };
const told = { dispatch() {} };
const layer = new StorageLayer('demo-a', new Map(), new Map(), permits, permits, persistence, told);
const refuse = (status) => { throw new Error(status); };
const at = (objectId) => ({ bucketId: 'b', objectId });
const asked = (objectId) => ({ bucketId: 'b', decodedObjectId: objectId });
const upload = (name, text, query) => heeding(layer, query, refuse).uploadObject(
  uploads.mediaUpload({ ...at(name), dataRaw: Buffer.from(text), contentType: 'model/stl' }));
const patch = (name, query) => heeding(layer, query, refuse).updateObjectMetadata(
  { ...asked(name), metadata: { metadata: { noted: 'yes' } } });
const remove = (name, query) => heeding(layer, query, refuse).deleteObject(asked(name));
const both = async (...pair) => (await Promise.allSettled(pair)).map(
  ({ reason }) => (reason ? reason.message || reason.constructor.name : 'done'));
const holds = (name) => layer.getBytes('b', name)?.toString() ?? null;
const number = (name) => String(layer.getMetadata('b', name).generation);
(async () => {
  const found = {};
  const first = { ifGenerationMatch: '0' };
  found.new = await both(upload('new', 'one', first), upload('new', 'two', first));
  found['new holds'] = holds('new');
  const known = { ifGenerationMatch: number('new') };
  found.replaced = await both(upload('new', 'three', known), upload('new', 'four', known));
  found['replaced holds'] = holds('new');
  const once = { ifMetagenerationMatch: '1' };
  found.noted = await both(patch('new', once), patch('new', once));
  const there = { ifGenerationMatch: number('new') };
  found.gone = await both(remove('new', there), remove('new', there));
  await upload('new', 'five', {});
  const before = { ifGenerationMatch: number('new') };
  found.late = await both(upload('new', 'six', {}), remove('new', before));
  found['late holds'] = holds('new');
  await Promise.all([...'abcdefgh'].map((name) => upload(name, name, {})));
  found.numbers = [...'abcdefgh'].map(number);
  console.log(JSON.stringify(found));
})();
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """How each pair ended."""
    mend = Path(environment.__file__).with_name("generations.cjs")
    done = subprocess.run(
        ["node", "-e", _PAIRS, mend, tmp_path_factory.mktemp("objects")],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    ends: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return ends


def test_of_two_uploads_that_both_found_it_as_demanded_the_first_is_kept(
    found: dict[str, object],
) -> None:
    assert (found["new"], found["new holds"]) == (["done", "412"], "one")
    assert (found["replaced"], found["replaced holds"]) == (["done", "412"], "three")


def test_of_two_changes_that_both_found_it_as_demanded_the_first_is_made(
    found: dict[str, object],
) -> None:
    assert found["noted"] == ["done", "412"]


def test_what_was_replaced_meanwhile_is_not_deleted(found: dict[str, object]) -> None:
    assert (found["late"], found["late holds"]) == (["done", "412"], "six")


def test_of_two_deletions_the_second_finds_nothing(found: dict[str, object]) -> None:
    assert found["gone"] == ["done", "NotFoundError"]


def test_each_write_has_a_generation_of_its_own(found: dict[str, object]) -> None:
    """However fast they come; in microseconds as in Cloud Storage, so that later is larger."""
    numbers = found["numbers"]
    assert isinstance(numbers, list)
    assert len(set(numbers)) == 8
    assert all(len(number) == 16 for number in numbers)
