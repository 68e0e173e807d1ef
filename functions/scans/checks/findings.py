"""A case finding is what a laboratory would send a case back for, told before the order.

It has a stable code, a sentence and what mends it in both languages, and where it can be seen.
"""

from enum import StrEnum
from typing import Any, ClassVar, Literal

from pydantic import Field

from core.documents import Record
from scans.checks.models import Bilingual, FindingSeverity


class CaseCode(StrEnum):
    """The stable codes of case findings, each with what was found."""

    # by what is ordered
    ARCH_MISSING = "case-arch-missing"  # no scan of the jaw that the work is made for
    ANTAGONIST_MISSING = "case-antagonist-missing"  # no scan of the jaw that the work bites on
    BITE_MISSING = "case-bite-missing"  # no bite scan, and the jaws' position could not be judged
    SCAN_BODY_MISSING = "case-scan-body-missing"  # a scan body is needed, and cannot be told
    ARCH_NOT_WHOLE = "case-arch-not-whole"  # a whole arch is needed, and the scan ends before
    TOOTH_NOT_SCANNED = "case-tooth-not-scanned"  # the scan does not reach a tooth of the order
    HOLE_AT_TOOTH = "case-hole-at-tooth"  # a hole in the surface beside a tooth of the order
    HOLES = "case-holes"  # holes in the surface elsewhere
    # by how the scans lie to each other
    JAWS_EXCHANGED = "case-jaws-exchanged"  # what is named lower is the upper jaw
    JAWS_BOTH_UPPER = "case-jaws-both-upper"  # two scans face each other, both named upper
    JAWS_BOTH_LOWER = "case-jaws-both-lower"  # two scans face each other, both named lower
    JAWS_APART = "case-jaws-apart"  # the jaws face each other and touch nowhere
    JAWS_CROSSING = "case-jaws-crossing"  # the jaws go deep into each other
    BITE_NOT_ALIGNED = "case-bite-not-aligned"  # the jaws do not lie as they bite
    BITE_DOES_NOT_FIT = (
        "case-bite-does-not-fit"  # a bite scan does not lie on the scans of the jaws
    )
    # by what is filed already
    SCAN_TWICE_JAW = "case-scan-twice-jaw"  # one surface is filed under two names
    SCAN_TWICE_VERSION = "case-scan-twice-version"  # a newer scan is the same as an older one
    SCAN_OF_ANOTHER_PATIENT = "case-scan-of-another-patient"  # filed under another patient as well
    IDENTITY_CONFIRMED = "case-identity-confirmed"  # labs are told this in place of the last one
    # what was not judged
    NOT_CHECKED = "case-not-checked"  # no row of teeth was recognised in the scan of a jaw
    FILED_BEFORE = "case-filed-before"  # the scan of a jaw was filed before scans were measured
    BEING_CHECKED = "case-being-checked"  # the scan of a jaw is ready and still being measured
    JAWS_NOT_COMPARED = "case-jaws-not-compared"  # how the jaws lie to each other is not on record


class FindingPicture(Record):
    """The picture that shows a finding, which links are given out to."""

    of: str = Field(
        description="Whose picture it is: the id of a file, or of a pair of files for `occlusion`."
    )
    name: Literal["marked", "occlusion"] = Field(
        description="Which of its pictures: `marked` has the row of teeth and the holes marked, "
        "`occlusion` shows both jaws coloured by their distance."
    )


class CaseFinding(Record):
    """What was found, in words to show to people, and where it can be seen."""

    code: CaseCode = Field(description="The stable code of what was found.")
    severity: FindingSeverity = Field(description="What it asks for.")
    sentence: Bilingual = Field(description="What was found, in words to show to people.")
    mend: Bilingual = Field(description="What would mend it, in words to show to people.")
    file_ids: list[str] = Field(
        default=[], description="The scans that it was found on; empty where one is missing."
    )
    teeth: list[int] = Field(
        default=[],
        description="The teeth that it is about, by two digits as ISO 3950 names them; empty where "
        "it is about none.",
    )
    figures: dict[str, float] = Field(
        default={},
        description="The figures in the sentence by name: lengths end with `_mm`; empty where "
        "there are none.",
    )
    picture: FindingPicture | None = Field(
        default=None, description="The picture that shows it; null where there is none."
    )

    example: ClassVar[dict[str, Any]] = {
        "code": "case-jaws-apart",
        "severity": "warning",
        "sentence": {
            "en": "The jaws stand 30.0 mm apart and touch nowhere.",
            "hi": "जबड़ों के स्कैन 30.0 मि.मी. दूर हैं और कहीं नहीं मिलते।",
        },
        "mend": {
            "en": "Export the scans as they bite, or scan the bite again.",
            "hi": "स्कैन बाइट की स्थिति में निर्यात करें, या बाइट दोबारा स्कैन करें।",
        },
        "file_ids": ["h4Jr9PzQwE6sTy1uMx3C", "k8Wd3RvLm5XbNc2yQt7F"],
        "teeth": [],
        "figures": {"gap_mm": 30.0},
        "picture": {"of": "h4Jr9PzQwE6sTy1uMx3C_k8Wd3RvLm5XbNc2yQt7F", "name": "occlusion"},
    }
