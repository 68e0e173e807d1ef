"""Links to how two scans meet, for the clinic: on record, and for nobody else."""

from __future__ import annotations

from core.blobs import project_blobs
from scans.pairs import links
from scans.pairs.models import PairCheck
from scans.pairs.requests import GetOcclusionLinks, OcclusionLinks
from tests.support import records
from tests.support.clinic_fixture import ClinicFixture
from tests.support.moments import refused


def pair(practice: ClinicFixture, case_id: str, **changes: object) -> PairCheck:
    """Two scans of a case that were looked at beside each other."""
    made = records.pair(practice.tenants)
    content = made.occlusion
    assert content is not None
    picture = content.model_copy(update={"generation": 1_780_000_000_000_000})
    found = made.model_copy(update={"occlusion": picture, **changes}).placed(case_id, made.id)
    practice.tenants.seed(found)
    return found


def ask(
    practice: ClinicFixture, case_id: str, *pair_ids: str, who: str = "member"
) -> OcclusionLinks:
    request = GetOcclusionLinks(case_id=case_id, pair_ids=list(pair_ids))
    return links.occlusion_links(practice.ctx(who), project_blobs(), request)


def entries(practice: ClinicFixture) -> int:
    """How many times such a link is on record."""
    return [act["action"] for act in practice.acts()].count("scans.link_occlusion")


def test_the_clinic_gets_a_link_that_is_on_record(practice: ClinicFixture) -> None:
    case_id = practice.case()
    seen = pair(practice, case_id)
    (link,) = ask(practice, case_id, seen.id, seen.id).links
    assert (link.pair_id, link.file_ids) == (seen.id, seen.id.split("_"))
    assert seen.occlusion is not None
    assert str(seen.occlusion.generation) in link.url
    assert (practice.tally.reads, practice.tally.writes, entries(practice)) == (2, 1, 1)


def test_what_has_no_picture_has_no_link(practice: ClinicFixture) -> None:
    case_id = practice.case()
    seen, unseen = pair(practice, case_id), pair(practice, case_id, occlusion=None)
    for wrong in (unseen.id, "a_b"):
        refused(lambda wrong=wrong: ask(practice, case_id, seen.id, wrong), "occlusion-not-found")
    assert entries(practice) == 0
    ask(practice, case_id, seen.id)


def test_nobody_else_gets_one(practice: ClinicFixture) -> None:
    case_id = practice.case()
    seen = pair(practice, case_id)
    refused(lambda: ask(practice, case_id, seen.id, who="stranger"), "case-not-found")
    assert entries(practice) == 0
    ask(practice, case_id, seen.id)


def test_once_the_consent_is_withdrawn_nobody_gets_one(practice: ClinicFixture) -> None:
    case_id = practice.case()
    seen = pair(practice, case_id)
    ask(practice, case_id, seen.id)
    practice.withdraw(practice.case_of(case_id).consent_id)
    refused(lambda: ask(practice, case_id, seen.id), "wrong-case-status")
    assert entries(practice) == 1
