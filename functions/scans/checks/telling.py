"""Tells what was found: fills the words of a case finding, in both languages."""

from collections.abc import Iterable, Mapping

from scans.checks.findings import CaseCode, CaseFinding, FindingPicture
from scans.checks.models import Bilingual
from scans.checks.words import WORDS

#: A word for both languages, or what is the same in both.
Word = Bilingual | str | int


def finding(
    code: CaseCode,
    *,
    file_ids: Iterable[str] = (),
    teeth: Iterable[int] = (),
    figures: Mapping[str, float] | None = None,
    picture: FindingPicture | None = None,
    **words: Word,
) -> CaseFinding:
    """Return a finding in words; `words` fill the places in its sentences, as teeth and figures do.

    A length is told in tenths of a millimetre.
    """
    said, figures, teeth = WORDS[code], figures or {}, sorted(teeth)
    values: dict[str, Word] = {**words, "teeth": ", ".join(map(str, teeth))}
    values |= {name: _shown(name, figure) for name, figure in figures.items()}
    return CaseFinding(
        code=code,
        severity=said.severity,
        sentence=_filled(said.sentence, values),
        mend=_filled(said.mend, values),
        file_ids=list(file_ids),
        teeth=teeth,
        figures=dict(figures),
        picture=picture,
    )


def _shown(name: str, figure: float) -> str:
    return f"{figure:.1f}" if name.endswith("_mm") else f"{figure:.0f}"


def _filled(said: Bilingual, values: Mapping[str, Word]) -> Bilingual:
    english = {n: v.en if isinstance(v, Bilingual) else v for n, v in values.items()}
    hindi = {n: v.hi if isinstance(v, Bilingual) else v for n, v in values.items()}
    return Bilingual(en=said.en.format(**english), hi=said.hi.format(**hindi))
