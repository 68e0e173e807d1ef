"""Shades of teeth, by the guides that dentists hold beside them."""

from enum import StrEnum


class ShadeGuide(StrEnum):
    """A set of samples by which the colour of teeth is named.

    Both are made by VITA Zahnfabrik, whose trademarks their names are.
    """

    VITA_CLASSICAL = "vita_classical"  # VITA classical A1-D4
    VITA_3D_MASTER = "vita_3d_master"  # VITA Toothguide 3D-MASTER


#: Sixteen shades in four groups: reddish-brownish, reddish-yellowish, greyish, reddish-grey.
_CLASSICAL = "A1 A2 A3 A3.5 A4 B1 B2 B3 B4 C1 C2 C3 C4 D2 D3 D4"
#: Twenty-six shades named by lightness 1 to 5, hue L, M or R, and chroma; group 0 are the three
#: of bleached teeth.
_MASTER = (
    "0M1 0M2 0M3 1M1 1M2 2L1.5 2L2.5 2M1 2M2 2M3 2R1.5 2R2.5 3L1.5 3L2.5 3M1 3M2 3M3 3R1.5 3R2.5 "
    "4L1.5 4L2.5 4M1 4M2 4M3 4R1.5 4R2.5 5M1 5M2 5M3"
)
_SHADES = {
    ShadeGuide.VITA_CLASSICAL: tuple(_CLASSICAL.split()),
    ShadeGuide.VITA_3D_MASTER: tuple(_MASTER.split()),
}


def shades_of(guide: ShadeGuide) -> tuple[str, ...]:
    """Return the shades of a guide, in its own order."""
    return _SHADES[guide]
