"""The lists of what was measured between the scans of a case, for apps of clinics."""

from core.lists import ClientList, Own, Parameter, descending, equal
from core.privacy import Viewer
from scans.pairs.models import PairCheck

ClientList(
    "clinic_pairs_of_case",
    PairCheck,
    Viewer.CLINIC,
    "How the scans of a case lie beside each other, the last measured first.",
    where=(equal("clinic_id", Own.ORG),),
    order=descending("at"),
    parents=(Parameter("case_id", "The case."),),
)
