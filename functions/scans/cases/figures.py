"""Counts scans that the gate warned of or refused, and those that labs wanted anew."""

from core.context import Context
from core.figures import rate, subject
from core.queries import Query
from scans.cases.models import CaseEvent, Verdict
from scans.cases.requests import GetScanFigures, ScanFigures

JUDGED = Query(
    CaseEvent,
    where=(("scan.by", "=="), ("scan.verdict", "=="), ("at", ">="), ("at", "<")),
    group=True,
)


def figures(ctx: Context, request: GetScanFigures) -> ScanFigures:
    """Count the verdicts of some days on the scans of a clinic's own people, or of an operator.

    What counts is when a verdict was given: a lab may have asked for a new scan of one that was
    made before these days. A scan that came too late, or was closed meanwhile, has no verdict. Four
    reads, and one more for each further thousand of a verdict.

    Raises:
        RoleNotAllowed: another side's, to anybody but admins.
        InvalidRequest: an admin names nobody.
    """
    by = subject(ctx.caller, request.scanned_by, "scanned_by")
    moments = request.moments()
    counts = ctx.store.aggregate(*(JUDGED.counted(by, each, *moments) for each in Verdict))
    found = dict(zip(Verdict, counts, strict=True))
    let_in = found[Verdict.SOUND] + found[Verdict.WARNED]
    return ScanFigures(
        scanned_by=by,
        warned=found[Verdict.WARNED],
        rejected=found[Verdict.REJECTED],
        defects=rate(
            found[Verdict.WARNED] + found[Verdict.REJECTED], let_in + found[Verdict.REJECTED]
        ),
        rescans=rate(found[Verdict.RESCAN], let_in),
    )
