"""What was recorded of the scans of a case, as findings are derived from it."""

from collections.abc import Iterator
from dataclasses import dataclass

from core.objects import StoredObject
from scans.checks.models import ArchFigures, BiteFigures, PairFigures, ScanFeatures, Twin

#: The jaws, by the names of `uploads.models.Jaw`; its other members are bites.
UPPER, LOWER = "upper", "lower"


@dataclass(frozen=True)
class CheckedScan:
    """A scan as it was checked.

    Attributes:
        file_id: its id in the case.
        jaw: what it was named, by the values of `uploads.models.Jaw`.
        version: which scan of its name it is.
        features: what was measured on it; None for one that was filed before scans were.
        twins: other files of the clinic with the same surface, or nearly the same.
        drawn: it was measured, or tried to; false for the seconds in which that is still done.
        marked: it has a picture with its row of teeth and its holes marked.
    """

    file_id: str
    jaw: str
    version: int = 1
    features: ScanFeatures | None = None
    twins: tuple[Twin, ...] = ()
    drawn: bool = True
    marked: bool = False

    @property
    def arch(self) -> ArchFigures | None:
        """The row of teeth that was recognised; None where none was."""
        return self.features.arch if self.features is not None else None

    @property
    def of_a_jaw(self) -> bool:
        """Whether it was named as a jaw; else it is of a bite."""
        return self.jaw in {UPPER, LOWER}


@dataclass(frozen=True)
class CheckedPair:
    """Two scans of jaws beside each other.

    Attributes:
        pair_id: under which it is recorded.
        upper_file_id, lower_file_id: which is which by their names. Where a scan took the place of
            another one of its name, the newer is told as the upper one.
        figures: what was measured.
        occlusion: the picture of the occlusion, where there is one.
    """

    pair_id: str
    upper_file_id: str
    lower_file_id: str
    figures: PairFigures
    occlusion: StoredObject | None = None

    @property
    def file_ids(self) -> tuple[str, str]:
        """Both scans."""
        return self.upper_file_id, self.lower_file_id


@dataclass(frozen=True)
class CheckedBite:
    """A scan of the bite on the scans of both jaws."""

    file_id: str
    upper_file_id: str
    lower_file_id: str
    figures: BiteFigures

    @property
    def file_ids(self) -> tuple[str, str, str]:
        """All three, the bite first."""
        return self.file_id, self.upper_file_id, self.lower_file_id


@dataclass(frozen=True)
class CheckedCase:
    """What was recorded of some scans of a case, and of them beside each other.

    Attributes:
        patient_id, case_id: whose they are.
        scans: the scans, photographs left out.
        pairs: those whose two scans are among them, and those of two scans of one name.
        bites: those whose three scans are among them.
        uncompared: an upper and a lower scan of which nothing is on record yet, though both have a
            row of teeth, or may turn out to: they were filed this minute, or comparing them failed.
    """

    patient_id: str
    case_id: str
    scans: tuple[CheckedScan, ...] = ()
    pairs: tuple[CheckedPair, ...] = ()
    bites: tuple[CheckedBite, ...] = ()
    uncompared: tuple[tuple[str, str], ...] = ()

    def of_jaw(self, jaw: str) -> tuple[CheckedScan, ...]:
        """Return the scans that were named so."""
        return tuple(scan for scan in self.scans if scan.jaw == jaw)

    def of_bites(self) -> tuple[CheckedScan, ...]:
        """Return the scans of the bite."""
        return tuple(scan for scan in self.scans if not scan.of_a_jaw)

    def opposing(self) -> Iterator[CheckedPair]:
        """Yield the pairs of an upper and a lower scan among these."""
        upper = {scan.file_id for scan in self.of_jaw(UPPER)}
        lower = {scan.file_id for scan in self.of_jaw(LOWER)}
        yield from (
            pair
            for pair in self.pairs
            if pair.upper_file_id in upper and pair.lower_file_id in lower
        )
