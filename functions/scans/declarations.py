"""Declarations that the documents of scans share: how patients' data is held."""

from core.privacy import Erasure, FieldPolicy, Retention, Viewer, held

#: Why a record says who did what in it, when the patient or that person is erased: the id is
#: random, and names nobody once the account is gone.
WHO = "legal claims: who did what stays provable (DPDP Act 2023, section 17(1)(a))"
#: Why a consent outlives the patient's erasure: the clinic must be able to prove it.
PROOF = "the burden of proof of consent (DPDP Act 2023, section 6(10))"
#: Why records that stay name others that went: the id points at nothing then.
LINK = (
    "accounts and legal claims: the id of a record that is gone (DPDP Act 2023, section 17(1)(a))"
)


def of_case(
    category: str,
    *also: Viewer,
    erased: Erasure = Erasure.DELETE,
    ground: str = "",
    about: str | None = None,
) -> FieldPolicy:
    """Declare a field of a case record: the clinic's, kept as long as the case."""
    return held(
        category,
        Viewer.CLINIC,
        *also,
        kept=Retention.CASE,
        erased=erased,
        ground=ground,
        about=about,
    )


def who(*also: Viewer) -> FieldPolicy:
    """Declare the uid of whoever did something in a patient's record."""
    return of_case("user.unique_id", *also, erased=Erasure.KEEP, ground=WHO)


def proof(category: str = "user.privacy_preferences") -> FieldPolicy:
    """Declare what proves a consent: ids, codes and times, which admins are shown on record."""
    return of_case(category, Viewer.ADMIN, erased=Erasure.KEEP, ground=PROOF)
