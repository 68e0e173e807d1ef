"""A restore in little: a backup is put into an empty project, and held to files and accounts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from firebase_admin import auth

from core.access import Role, Status
from core.blobs import Blobs
from core.firebase import app, clean_bucket, firestore_client
from core.store import Store
from core.unknown import stored
from scans.cases.models import File
from tests.support import records
from tests.support.account_records import Tenants
from tools.client import Person
from tools.drills import backups
from tools.drills.acting import scannerctl
from tools.drills.backups import EmptyProject

DATA = b"what a scanner wrote"
PICTURE = b"what was drawn of it"


@dataclass
class Scene:
    """A file with its objects, and the empty project that it was restored into."""

    file: File
    restored: EmptyProject

    @property
    def path(self) -> str:
        """Where the file's document stands."""
        return File.path_for(*self.file.ids)

    def run(self, *words: str, code: int = 0) -> list[str]:
        """Run a command in the restored project; the lines that it printed."""
        return scannerctl(*words, place=self.restored.variables, code=code).splitlines()

    def restored_fields(self) -> dict[str, object]:
        """What the document says now."""
        return self.restored.client().document(self.path).get().to_dict() or {}


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    """What was stored before the backup, restored; a document that came later is not."""
    store, blobs, made = Store(firestore_client()), Blobs(clean_bucket()), records.file(Tenants())
    content = blobs.write(made.content.name, DATA, "model/stl")
    thumbnail = blobs.write(made.pictures.thumbnail.name, PICTURE, "image/png")
    pictures = made.pictures.model_copy(update={"thumbnail": thumbnail})
    file = made.model_copy(update={"content": content, "pictures": pictures})
    store.run(lambda unit: unit.create(file, *file.ids))
    backup = backups.take(tmp_path_factory.mktemp("backup") / "taken")
    later = records.file(Tenants())
    store.run(lambda unit: unit.create(later, *later.ids))
    scene = Scene(file, EmptyProject.fresh())
    backups.restore(backup, scene.restored)
    backups.copy_objects(scene.restored)
    yield scene
    for each in (file, later):
        firestore_client().document(File.path_for(*each.ids)).delete()


def test_the_backup_gives_back_what_stood_then_and_no_more(scene: Scene) -> None:
    found = backups.documents(scene.restored.name)
    assert list(found) == [scene.path]
    assert found[scene.path].fields == firestore_client().document(scene.path).get().to_dict()


def test_files_that_were_put_back_are_named_anew_and_others_are_told(scene: Scene) -> None:
    content, thumbnail = scene.file.content, scene.file.pictures.thumbnail
    told = scene.run("restore", "files", code=1)
    assert f"✗ put back  {content.name}  named by {scene.path}" in told
    assert f"✗ put back  {thumbnail.name}  named by {scene.path}" in told
    assert told[-1] == "2 objects, named 2 times: 2 put back"
    assert scene.restored_fields() == stored(scene.file), "nothing is changed by looking"

    assert scene.run("restore", "relink", "--yes") == ["1 documents name what stands now"]
    assert scene.run("restore", "files")[-1] == "2 objects, named 2 times: all agree"
    linked = File.model_validate(scene.restored_fields())
    assert linked.content.generation != content.generation
    same = {"generation": content.generation}
    assert linked.content.model_copy(update=same) == content
    assert scene.run("restore", "relink", "--yes") == ["0 documents name what stands now"]

    there = scene.restored.bucket()
    there.blob(content.name).upload_from_string(b"other bytes", content_type="model/stl")
    there.blob(thumbnail.name).delete()
    for name in ("cases/a/b/c/content", "exports/a/b.zip", "erasures/a.json"):
        there.blob(name).upload_from_string(b"x")
    told = scene.run("restore", "files", code=1)
    assert sorted(line for line in told if line.startswith("✗")) == [
        f"✗ differs  {content.name}  named by {scene.path}",
        f"✗ missing  {thumbnail.name}  named by {scene.path}",
        "✗ unnamed  cases/a/b/c/content",
    ]
    before = scene.restored_fields()
    assert scene.run("restore", "relink", "--yes") == ["0 documents name what stands now"]
    assert scene.restored_fields() == before


def test_accounts_that_say_otherwise_than_their_documents_are_told(scene: Scene) -> None:
    people = {name: auth.create_user(app=app()).uid for name in ("same", "since", "new", "lost")}
    claims = {"role": "operator"}
    for name in ("same", "new"):
        auth.set_custom_user_claims(people[name], claims, app=app())
    auth.delete_user(people["lost"], app=app())
    backups.copy_accounts(scene.restored)
    store = Store(scene.restored.client())
    for name in ("same", "since", "lost"):
        person = Person(people[name], f"{name}@example.com")
        account = Tenants().account(person, status=Status.ACTIVE, role=Role.OPERATOR)
        store.run(lambda unit, a=account, p=person: unit.create(a, p.uid))

    told = scene.run("restore", "accounts", code=1)
    assert sorted(line for line in told if line.startswith("✗")) == sorted(
        [
            f"✗ {people['since']}  is active here, and its claims in Auth are: none",
            f"✗ {people['new']}  has no document: its holder registers again",
            f"✗ {people['lost']}  has no account in Auth: nobody can sign in to it",
        ]
    )
    assert told[-1] == "4 accounts compared, 3 differ"
    for name in ("since", "new", "lost"):
        store.client.document(f"users/{people[name]}").delete()
    for name in ("same", "since", "new"):
        auth.delete_user(people[name], app=app())
