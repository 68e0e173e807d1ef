"""Says something of a file: its sentence, and what other languages need to say the same."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from scans.gate.sentences import TEMPLATES, TERMS

if TYPE_CHECKING:
    from scans.gate.models import Figure, FileFinding


@dataclass(frozen=True)
class FileSentence:
    """One thing that is said.

    Attributes:
        template: the key of its template.
        sentence: the sentence in English.
        figures: what fills the places of the template, by name.
    """

    template: str
    sentence: str
    figures: dict[str, Figure] = field(default_factory=dict, hash=False)

    def finding(self, code: str, severity: str) -> FileFinding:
        """Return it as a finding, as it is stored."""
        # Stored records need pydantic, which the STL engine by itself does without.
        from scans.gate.models import FileFinding

        return FileFinding(
            code=code,
            severity=severity,
            sentence=self.sentence,
            template=self.template,
            figures=self.figures,
        )


def said(code: str, variant: str = "", **figures: Figure) -> FileSentence:
    """Return what is said of a code, in this variant, with these figures."""
    template = f"{code}.{variant}" if variant else str(code)
    shown = {n: TERMS.get(v, v) if isinstance(v, str) else v for n, v in figures.items()}
    return FileSentence(template, TEMPLATES[template].format(**shown), figures)


class RefusedFileError(ValueError):
    """A file is refused. Carries a stable `code`, and a `sentence` to show."""

    def __init__(self, code: StrEnum, variant: str = "", **figures: Figure) -> None:
        self.code = code
        self.said = said(code, variant, **figures)
        super().__init__(self.said.sentence)

    @property
    def sentence(self) -> str:
        """What is wrong, and what to do."""
        return self.said.sentence
