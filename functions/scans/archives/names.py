"""Tells from the name of a file in a case's archive what it shows, as scanners name their exports.

Names seen: `…-UpperJaw.stl`, `…-upperjaw.stl` with `-bite0` and `-bite1` (exocad, Shining 3D),
`UpperJawScan.stl` (3Shape), `maxilla.stl` or `maxillary` with `occlusion` (Medit, Ray),
`123_shell_occlusion_u.stl` (iTero), `Oberkiefer` or `OK` (German). A name is read word by word, so
that a patient called Kupper has no upper jaw for that. It proposes; what it says twice, it does not
say.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from scans.uploads.models import Jaw

_WORD: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")

#: What words are, or begin with, that name a jaw, the surest first: `maxilar inferior` is the lower
#: jaw, and a word of two letters may be somebody's name.
_OF_JAWS: Final = "(jaw|arch|scan|teeth|model|full|pre|situ|ging|wax|cad).*"
_JAWS: Final = (
    {
        Jaw.UPPER: re.compile(rf"upper({_OF_JAWS})?|(oberk|superior|superieur).*"),
        Jaw.LOWER: re.compile(rf"lower({_OF_JAWS})?|(unterk|inferior|inferieur).*"),
    },
    {Jaw.UPPER: re.compile("maxil.*"), Jaw.LOWER: re.compile("mandib.*")},
    {Jaw.UPPER: re.compile("ok"), Jaw.LOWER: re.compile("uk")},
)
_LETTERS: Final = {"u": Jaw.UPPER, "l": Jaw.LOWER}
#: Not more of them: people are called Bitencourt, Bissett and Lowery.
_BITE: Final = re.compile(
    "(bite|biss)(s|scan|reg|nahme|right|left|rechts|links|[lr]$).*|.*bite|biss"
    "|(occlusion|okklusion|oclusion|buccal|bukkal|vestibular|mordida).*"
)
_SIDES: Final = {
    Jaw.BITE_RIGHT: ("right", "rechts", "droite", "derech", "destra"),
    Jaw.BITE_LEFT: ("left", "links", "gauche", "izquierd", "sinistra"),
}
#: A further scan of a jaw, beside the one that the work is made on: before the preparation, of the
#: gingiva or a scan body, a wax-up, or what was designed on it.
_VARIANTS: Final = frozenset(
    {
        "preop", "pre", "op", "situ", "gingiva", "scanbody", "scanmarker", "marker", "emergence",
        "waxup", "wax", "temp", "mockup", "body", "bodies", "denture", "edentulous", "model",
        "base", "die", "crown", "bridge", "abutment", "design", "cad", "old", "copy", "backup",
    }
)  # fmt: skip
#: Of those, what also stands within a longer word.
_INSIDE: Final = ("preop", "gingiva", "scanbod", "waxup", "mockup", "provis")


@dataclass(frozen=True)
class Proposal:
    """What a name says: the jaw, or None; and how many of its words are those of a further scan.

    A case may be called `Crown 26`, and so each of its files: only the difference says something.
    """

    jaw: Jaw | None
    variant: int = 0


def proposed(name: str) -> Proposal:
    """Read a name: the file's own first, its folder's where that says nothing of a jaw."""
    *folders, own = [part for part in re.split(r"[/\\]", name) if part] or [""]
    words = _words(own.rpartition(".")[0] or own)
    variant = sum(_is_variant(word) for word in words)
    jaw, said = _jaw(words)
    if not said and folders:
        jaw, _ = _jaw(_words(folders[-1]))
    return Proposal(jaw, variant)


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return [word.lower() for word in _WORD.findall(plain)]


def _jaw(words: list[str]) -> tuple[Jaw | None, bool]:
    """Return the jaw that words name, and whether they speak of one at all."""
    shell = "shell" in words  # of iTero, whose jaws are in occlusion
    bite = any(_BITE.fullmatch(word) for word in words if not (shell and word == "occlusion"))
    *sure, short = _JAWS
    for spelt in sure:
        if found := _found(words, spelt):
            return (found.pop() if len(found) == 1 and not bite else None), True
    if bite:
        return _side(words), True
    found = _found(words, short) or {_LETTERS[word] for word in words[-1:] if word in _LETTERS}
    return (found.pop() if len(found) == 1 else None), bool(found)


def _found(words: list[str], spelt: Mapping[Jaw, re.Pattern[str]]) -> set[Jaw]:
    return {jaw for jaw, form in spelt.items() if any(form.fullmatch(word) for word in words)}


def _side(words: list[str]) -> Jaw:
    """Return the side of a bite; both, or none, is the bite as a whole."""
    found = {jaw for jaw, starts in _SIDES.items() if _any(words, starts) or _joined(words, starts)}
    letters = {"r": Jaw.BITE_RIGHT, "l": Jaw.BITE_LEFT}
    found |= {letters[word] for word in words[-1:] if word in letters}
    return found.pop() if len(found) == 1 else Jaw.BITE


def _joined(words: Iterable[str], starts: tuple[str, ...]) -> bool:
    """Tell whether a word such as `biteright` ends with one of these."""
    return any(_BITE.fullmatch(word) and word.endswith(starts) for word in words)


def _any(words: Iterable[str], starts: tuple[str, ...]) -> bool:
    return any(word.startswith(starts) for word in words)


def _is_variant(word: str) -> bool:
    return word in _VARIANTS or any(inside in word for inside in _INSIDE)
