"""The shapes of stored documents as last released, and what has become of them since."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from tools.docs import additive, fields

if TYPE_CHECKING:
    from core.documents import Document

#: Where the schemas of documents stand: those of the code, and those of the last release.
PRESENT = "docs/schemas/documents"
RELEASED = "docs/schemas/released"


def name_of(model: type[Document]) -> str:
    """Return what the schema of a collection is called: its path without ids."""
    return "_".join(part for part in model.path.split("/") if not part.startswith("{"))


def schema(model: type[Document]) -> fields.Schema:
    """Return the JSON Schema of a collection's documents.

    What is computed need not be there, for nobody reads it back; and there may be more fields, of
    a newer release.
    """
    body = fields.schema(model, model.path, response=True)
    computed = model.model_computed_fields
    body["required"] = [name for name in body.get("required", ()) if name not in computed]
    for record in (body, *body.get("$defs", {}).values()):
        if record.get("additionalProperties") is False:
            del record["additionalProperties"]
    return fields.published(body)


def faults(
    root: Path, present: Mapping[str, fields.Schema], migrations: Mapping[str, str]
) -> list[str]:
    """Return what speaks against releasing these shapes: changes and migrations that do not match.

    `present` are the schemas of the code, by name.
    """
    files = (root / RELEASED).glob("*.json")
    before = {path.stem: fields.published(json.loads(path.read_text())) for path in files}
    changed = additive.changes(before, present)
    unnamed = [change for change in changed if change not in migrations]
    unneeded = [change for change in migrations if change not in changed]
    missing = [path for path in migrations.values() if not (root / path).is_file()]
    return [
        *(f"{change} (not additive: name its migration)" for change in unnamed),
        *(f"{change} (named to be migrated, and no change)" for change in unneeded),
        *(f"{path} (named as a migration, and not there)" for path in missing),
    ]


def freeze(root: Path, texts: Mapping[str, str]) -> None:
    """Keep schemas, by name, as those that were released last; those before are gone."""
    folder = root / RELEASED
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.glob("*.json"):
        path.unlink()
    for name, text in texts.items():
        (folder / f"{name}.json").write_text(text, encoding="utf-8")
