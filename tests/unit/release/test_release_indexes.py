"""A release waits for its indexes, and names those that do not come up."""

from __future__ import annotations

import json

import pytest

from tests.support.sources import ROOT
from tests.unit.release.deployments import PROJECT
from tests.unit.release.projects_stand_in import Project
from tests.unit.release.releasing import release
from tools.release import indexes
from tools.release.runner import ReleaseError

DECLARED = json.loads((ROOT / "firestore.indexes.json").read_text(encoding="utf-8"))


class Pauses(list[float]):
    """The pauses that were taken: none of them takes any time."""


def test_indexes_are_waited_for(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project.checkout.write(targets=["firestore:indexes"])
    project.building = 3
    pauses = Pauses()
    client = indexes.connect(project.url)
    indexes.wait(client, PROJECT, DECLARED, pauses.append)
    assert pauses == [15.0] * 3
    declared = len(DECLARED["indexes"])
    overrides = DECLARED["fieldOverrides"]
    ttl = sum(1 for each in overrides if each.get("ttl"))
    own = sum(1 for each in overrides if each["indexes"])
    printed = capsys.readouterr().out
    assert f"{declared + ttl + own} are being built, such as audit by action, at." in printed


@pytest.mark.parametrize("targets", [[], ["firestore:indexes"]])
def test_what_does_not_come_up_ends_the_release_and_is_named(
    targets: list[str], project: Project
) -> None:
    project.checkout.write(targets=targets)
    project.building = 99
    client = indexes.connect(project.url)
    with pytest.raises(ReleaseError, match=r"not ready yet, such as audit by action, at"):
        indexes.wait(client, PROJECT, DECLARED, Pauses().append, looks=2)


def test_an_index_that_is_broken_is_not_waited_for(project: Project) -> None:
    project.checkout.write(targets=["firestore:indexes"])
    project.building, project.state = 1, "NEEDS_REPAIR"
    client, pauses = indexes.connect(project.url), Pauses()
    with pytest.raises(ReleaseError, match="audit by action, at has to be repaired"):
        indexes.wait(client, PROJECT, DECLARED, pauses.append)
    assert pauses == []


@pytest.mark.parametrize("part", ["order", "scope", "ttl"])
def test_an_index_of_another_kind_is_not_the_one(part: str, project: Project) -> None:
    project.checkout.write(targets=["firestore:indexes"])
    client = indexes.connect(project.url)
    assert list(indexes.unready(client, PROJECT, DECLARED)) == []
    wanted = json.loads(json.dumps(DECLARED))
    if part == "order":
        wanted["indexes"][0]["fields"][1]["order"] = "ASCENDING"
        named = "audit by action, at"
    if part == "scope":
        wanted["indexes"][0]["queryScope"] = "COLLECTION_GROUP"
        named = "audit by action, at"
    if part == "ttl":
        wanted["fieldOverrides"].append(
            {"collectionGroup": "audit", "fieldPath": "expires_at", "ttl": True, "indexes": []}
        )
        assert list(indexes.unready(client, PROJECT, wanted)) == [
            "the TTL by audit.expires_at",
            "the indexes of audit.expires_at",
        ]
        return
    assert list(indexes.unready(client, PROJECT, wanted)) == [named]


@pytest.mark.parametrize(
    ("config", "kept"),
    [
        ({"indexes": []}, True),
        ({"indexes": [], "reverting": True}, False),
        ({"indexes": [], "usesAncestorConfig": True}, False),
    ],
)
def test_an_exemption_of_another_release_is_in_the_way_of_queries(
    config: dict[str, object], kept: bool, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    """firebase-tools leaves what the file does not name, and a query by it is refused."""
    of_orders = f"projects/{PROJECT}/databases/(default)/collectionGroups/orders/fields/tags"
    project.others = [{"name": of_orders, "indexConfig": config}]
    if not kept:
        project.checkout.write(targets=["firestore:indexes"])
        left = list(indexes.unready(indexes.connect(project.url), PROJECT, DECLARED))
        assert left == (["the indexes of orders.tags"] if "reverting" in config else [])
        return
    assert release(project) == 1
    assert project.checkout.state["targets"] == ["firestore:indexes"]
    assert (
        "gcloud firestore indexes fields update tags --collection-group=orders "
        f"--database='(default)' --clear-exemption --project={PROJECT}"
    ) in capsys.readouterr().err
    project.others = []
    assert release(project) == 0
