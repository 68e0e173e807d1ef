"""Declarations that the documents of scans share: how patients' data is held."""

from core.privacy import Erasure, Held, Retention, Viewer, held


def of_case(category: str, *also: Viewer, erased: Erasure = Erasure.DELETE) -> Held:
    """Declare a field of a case record: the clinic's, kept as long as the case."""
    return held(category, Viewer.CLINIC, *also, kept=Retention.CASE, erased=erased)
