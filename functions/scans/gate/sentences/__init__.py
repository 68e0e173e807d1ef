"""What the gate says of files, in English: a template for each thing that can be said.

A template's key is the code of the finding, with a variant behind a point where one code is said in
several ways. Places in braces are filled with figures as Python formats them: `:,` groups by
thousands, `:.4g` keeps four digits. A figure that is the key of a term stands for its phrase. A
sentence names no person, no file name and no text of the file: figures are all it quotes.
"""

from collections.abc import Mapping
from typing import Final

from scans.gate.sentences import archives, photos, stl, uploads

TEMPLATES: Final[Mapping[str, str]] = {
    **stl.TEMPLATES,
    **photos.TEMPLATES,
    **archives.TEMPLATES,
    **uploads.TEMPLATES,
}
"""The English sentence by its key."""

TERMS: Final[Mapping[str, str]] = {**stl.UNITS, **photos.CODINGS}
"""The English phrase of a term by its key."""
