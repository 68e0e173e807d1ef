"""What an order needs of the scans of its case, jaw by jaw; the prescription is the lab's."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

#: Teeth of each jaw that a whole arch reaches on both sides. The second premolar stands where a
#: child's last deciduous molar does, and few adults who get such work have lost both it and all
#: behind it.
WHOLE: Final[Mapping[str, tuple[int, ...]]] = {"upper": (15, 25), "lower": (35, 45)}


@dataclass(frozen=True)
class JawNeeds:
    """What is needed of one jaw.

    Attributes:
        worked_on: something is made for it.
        bitten_on: something that is made for the other jaw bites on it.
        whole: all of its arch is needed.
        reached: teeth, by ISO 3950, at whose place the scan has to be.
        worked_teeth: teeth beside which a hole matters.
        implants: teeth that stand on implants, and so are designed on a scan body.
    """

    worked_on: bool = False
    bitten_on: bool = False
    whole: bool = False
    reached: tuple[int, ...] = ()
    worked_teeth: tuple[int, ...] = ()
    implants: tuple[int, ...] = ()


@dataclass(frozen=True)
class CaseNeeds:
    """What is needed of a case's scans.

    Attributes:
        jaws: by `upper` and `lower`.
        bite: how the jaws meet matters.
    """

    jaws: Mapping[str, JawNeeds] = field(default_factory=dict)
    bite: bool = False

    def of(self, jaw: str) -> JawNeeds:
        """Return what is needed of a jaw; nothing where it is not named."""
        return self.jaws.get(jaw, JawNeeds())


#: Of scans that nothing is ordered from yet: they are looked at beside each other all the same.
NOTHING_ORDERED: Final = CaseNeeds(bite=True)
