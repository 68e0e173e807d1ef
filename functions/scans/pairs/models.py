"""The documents of pairs: what was measured between two scans of a case."""

from typing import Annotated, ClassVar

from pydantic import AwareDatetime

from core.documents import Document, Record
from core.objects import StoredObject
from core.privacy import Viewer
from scans.checks.models import BiteFigures, PairFigures
from scans.declarations import of_case
from scans.uploads.models import Jaw


class BiteCheck(Record):
    """A scan of the bite beside the two jaws of a pair."""

    file_id: Annotated[str, of_case("system.operations")]
    figures: BiteFigures


class PairCheck(Document):
    """`cases/{case_id}/pairs/{pair_id}`: two scans of a case beside each other, measured once.

    The id is that of the one and that of the other, with `_` between them: first the upper jaw's,
    or, of two of one jaw, that of the newer.
    """

    path: ClassVar[str] = "cases/{case_id}/pairs/{pair_id}"
    readers = frozenset({Viewer.CLINIC})

    clinic_id: Annotated[str, of_case("user.contact.organization")]
    first_file_id: Annotated[str, of_case("system.operations")]
    second_file_id: Annotated[str, of_case("system.operations")]
    first_jaw: Annotated[Jaw, of_case("user.health_and_medical", Viewer.LAB)]
    second_jaw: Annotated[Jaw, of_case("user.health_and_medical", Viewer.LAB)]
    #: Of two scans of one jaw, the relation alone, and whether they face each other as two jaws do.
    figures: PairFigures
    #: The picture of the occlusion; None where nothing is to be seen on it.
    occlusion: Annotated[StoredObject | None, of_case("user.health_and_medical", Viewer.LAB)] = None
    #: The scans of the bite that were looked at beside these jaws.
    bites: list[BiteCheck] = []
    at: Annotated[AwareDatetime, of_case("system.operations")]


def pair_id(first_file_id: str, second_file_id: str) -> str:
    """Return the id of a pair."""
    return f"{first_file_id}_{second_file_id}"
