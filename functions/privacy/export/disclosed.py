"""Tells those concerned of disclosures: to whom their data went, when and by what law."""

from typing import Any

from core.privacy import Viewer
from core.projections import visible_to
from core.queries import Query
from core.store import Store
from privacy.inventory.entries import SubjectKind
from privacy.inventory.subjects import DataSubject
from privacy.models import Disclosure, DisclosureState

ABOUT = Query(Disclosure, (("scope", "array_contains"), ("state", "==")))


def told(store: Store, subject: DataSubject) -> list[dict[str, Any]]:
    """Return the disclosures of a subject's data, the oldest first; not those kept secret by law.

    Of a scope they have what is the subject's own. A read for each, and one for each case and order
    of the subject that was in none.
    """
    viewer = Viewer.SUBJECT if subject.kind is SubjectKind.USER else Viewer.CLINIC
    own = {subject.path} | {
        f"{name}s/{record_id}"
        for name in ("case", "order")
        for record_id in subject.known.get(name, ())
    }
    found: dict[str, Disclosure] = {}
    for path in sorted(own):
        for each in store.each(ABOUT, path, DisclosureState.DISCLOSED):
            if each.secrecy is None:
                found[each.id] = each
    shown = [visible_to(viewer, each) for each in found.values()]
    rows = [{**row, "scope": sorted(own & set(row["scope"]))} for row in shown]
    return sorted(rows, key=lambda row: (row["disclosed_at"], row["authority"]))
