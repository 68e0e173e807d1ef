"""How the fields of oversight are held: admins see them, and erasure keeps them."""

from core.privacy import Erasure, FieldPolicy, Retention, Viewer, held

_GROUND = "security of processing: who did what must stay provable (policy section 4)"


def provable(category: str, *viewers: Viewer) -> FieldPolicy:
    """Declare a field that proves what was done: ids, codes, times and figures only."""
    return held(
        category,
        *viewers,
        kept=Retention.AUDIT,
        use="essential.service.security",
        erased=Erasure.KEEP,
        ground=_GROUND,
    )


#: What the chain of seals is made of.
SEAL = provable("system.operations")
