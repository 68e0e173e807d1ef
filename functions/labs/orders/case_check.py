"""Checks what an order would send: what speaks against it, and what of it goes to the lab."""

from collections.abc import Iterable, Sequence
from typing import Any

from labs.orders.needs import OrderedWork, needs_of
from labs.orders.problems import Problem, problem
from labs.orders.requests import FiledElsewhere, FindingForClinic
from labs.orders.sent import OrderFinding, SharedPair
from scans import service as scans
from scans.service import CaseFinding, CheckedCase, FindingSeverity


class CaseCheck:
    """What was found in the scans of a case, for what is made from them."""

    def __init__(self, case: CheckedCase, works: Iterable[OrderedWork]) -> None:
        self._case = case
        self._found: Sequence[CaseFinding] = scans.case_findings(case, needs_of(works))

    def problems(self, proceed: bool) -> list[dict[str, Any]]:
        """Return what speaks against sending it; `proceed` is the clinic's sign-off."""
        asking = [each for each in self.for_clinic() if each.severity is FindingSeverity.WARNING]
        if proceed or not asking:
            return []
        said = [each.model_dump(mode="json") for each in asking]
        return [problem(Problem.CASE_HAS_FINDINGS, "file_ids", findings=said)]

    def for_clinic(self) -> list[FindingForClinic]:
        """Return all findings, with where else in the clinic a scan is filed."""
        return [
            FindingForClinic(**dict(each), filed_elsewhere=self._elsewhere(each))
            for each in self._found
        ]

    def for_order(self) -> list[OrderFinding]:
        """Return what is kept with an order that the clinic sent: nothing of other patients."""
        told = [scans.told_to_labs(self._case, each) for each in self._found]
        return [
            OrderFinding(**dict(each), signed_off=each.severity is FindingSeverity.WARNING)
            for each in told
        ]

    def pairs(self) -> list[SharedPair]:
        """Return the scans that lie beside each other, as the lab has them."""
        return [
            SharedPair(
                pair_id=pair.pair_id,
                file_ids=list(pair.file_ids),
                occlusion=pair.occlusion,
                **dict(pair.figures),
            )
            for pair in self._case.opposing()
        ]

    def _elsewhere(self, found: CaseFinding) -> list[FiledElsewhere]:
        return [
            FiledElsewhere(case_id=twin.case_id, reference=twin.reference, file_id=twin.file_id)
            for twin in scans.filed_elsewhere(self._case, found)
        ]
