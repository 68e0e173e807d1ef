"""Field types that several packages share: what people type, in the forms that are stored."""

from typing import Annotated

from pydantic import StringConstraints

#: One line for people to read: no control characters, which a terminal or a log would obey.
Name = Annotated[
    str,
    StringConstraints(min_length=1, max_length=120, strip_whitespace=True, pattern=r"^[^\p{Cc}]*$"),
]
Text = Annotated[
    str,
    StringConstraints(min_length=1, max_length=300, strip_whitespace=True, pattern=r"^[^\p{Cc}]*$"),
]
#: India Post's Postal Index Number: six digits, the first not zero; the first three name the
#: sorting district. https://en.wikipedia.org/wiki/Postal_Index_Number
Pincode = Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]{5}$")]
#: Firebase Auth's uids are at most 128 characters; a slash would leave the collection.
Uid = Annotated[str, StringConstraints(pattern=r"^[^/]{1,128}$")]
#: An id that Firestore made, or one of ours, which are longer.
DocId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]{20,40}$")]
