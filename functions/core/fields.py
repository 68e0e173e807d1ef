"""Field types that several packages share, for what people type.

A type that means the same wherever it stands carries its description; of the others each field
tells its own.
"""

from dataclasses import dataclass
from typing import Annotated

from pydantic import AwareDatetime, StringConstraints

#: One line for people to read: no control characters, which a terminal or a log would obey.
Name = Annotated[
    str,
    StringConstraints(min_length=1, max_length=120, strip_whitespace=True, pattern=r"^[^\p{Cc}]*$"),
]
Text = Annotated[
    str,
    StringConstraints(min_length=1, max_length=300, strip_whitespace=True, pattern=r"^[^\p{Cc}]*$"),
]
#: Inside a pattern's brackets: what never shows and deceives those who read. Control characters,
#: line and paragraph separators, and the characters that make the rest of a line read backwards
#: (Unicode TR 36, 3.4). The joiners that Indian scripts are written with stay allowed.
UNSEEN = r"\p{Cc}\p{Zl}\p{Zp}\u{202A}-\u{202E}\u{2066}-\u{2069}"
#: What people write to one another, in as many lines as they like.
Prose = Annotated[
    str,
    StringConstraints(
        min_length=1, max_length=2000, strip_whitespace=True, pattern=rf"^(?:\n|[^{UNSEEN}])*$"
    ),
]


@dataclass(frozen=True)
class Past:
    """Marks a time at which something has happened already, as the client says."""


#: The moment of something that is over. The service compares it by `core.clock.past`, which allows
#: for a client's clock that runs ahead; tests find the fields by the mark.
PastTime = Annotated[AwareDatetime, Past()]
#: India Post's Postal Index Number: six digits, the first not zero; the first three name the
#: sorting district. https://en.wikipedia.org/wiki/Postal_Index_Number
Pincode = Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]{5}$")]
#: Firebase Auth's uids are at most 128 characters; a slash would leave the collection.
Uid = Annotated[str, StringConstraints(pattern=r"^[^/]{1,128}$")]
#: An id that Firestore made, or one of ours, which are longer.
DocId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]{20,40}$")]
