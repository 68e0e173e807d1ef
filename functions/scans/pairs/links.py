"""Signs links to the pictures of how two scans of a case meet, for the clinic itself."""

from core import audit
from core.access import Caller
from core.blobs import Blobs
from core.context import Context
from core.downloads import Occlusion
from core.machines import Party
from core.reading import Key
from core.units import UnitOfWork
from scans.cases.lifecycle import own_case
from scans.cases.states import CASE, CaseAction
from scans.pairs.errors import OcclusionNotFound
from scans.pairs.models import PairCheck
from scans.pairs.requests import GetOcclusionLinks, OcclusionLinks


def pairs_wanted(_: Caller, request: GetOcclusionLinks) -> list[Key]:
    """Return the pairs, which `occlusion_links` reads."""
    return [(PairCheck, request.case_id, pair_id) for pair_id in sorted(set(request.pair_ids))]


def occlusion_links(ctx: Context, blobs: Blobs, request: GetOcclusionLinks) -> OcclusionLinks:
    """Sign links to pictures of the occlusion, one audit entry for each, or none at all.

    Reads the case and each pair; writes an entry for each pair.

    Raises:
        CaseNotFound, WrongCaseStatus, GuardianRequired, OcclusionNotFound.
    """

    def work(unit: UnitOfWork) -> list[Occlusion]:
        case = own_case(unit, ctx, request.case_id)
        CASE.must(case.status, CaseAction.LINK, Party.CLINIC)
        wanted = ((request.case_id, pair_id) for pair_id in sorted(set(request.pair_ids)))
        pairs = unit.get_all(PairCheck, *wanted)
        found = [
            Occlusion(pair.id, (pair.first_file_id, pair.second_file_id), pair.occlusion)
            for pair in pairs
            if pair is not None and pair.occlusion is not None
        ]
        if len(found) < len(pairs):
            raise OcclusionNotFound
        for each in found:
            path = PairCheck.path_for(request.case_id, each.pair_id)
            audit.record(unit, ctx, "scans.link_occlusion", path)
        return found

    # The entries are committed before the first link is made: no link without its entry.
    return OcclusionLinks(links=[each.signed(blobs) for each in ctx.store.run(work)])
