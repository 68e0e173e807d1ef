"""What a text STL is refused for, one function for each refusal."""

from scans.gate.stl.findings import StlCode, StlError


def damaged(facet: int | None) -> StlError:
    """The refusal of text that is not the grammar, at a facet or around the solids' lines."""
    if facet is None:
        return StlError(StlCode.ASCII_STRUCTURE)
    return StlError(StlCode.ASCII_STRUCTURE, "facet", triangle=facet + 1)


def no_number(before: int) -> StlError:
    """The refusal of a coordinate that is no number, after so many triangles."""
    return StlError(StlCode.ASCII_NUMBER, before=before)


def decimal_comma(before: int) -> StlError:
    """The refusal of a coordinate with a decimal comma, after so many triangles.

    It is not read as a point: where commas also part thousands or numbers, that would be a guess.
    """
    return StlError(StlCode.ASCII_NUMBER, "comma", before=before)


def cut_short() -> StlError:
    """The refusal of text without its last line."""
    return StlError(StlCode.TRUNCATED, "text")


def endless() -> StlError:
    """The refusal of a line, a number or a facet that does not end within a window."""
    return StlError(StlCode.ASCII_ENDLESS)


def wide(text: bytes) -> StlError | None:
    """The refusal of text in UTF-16, told by its byte order mark; None where it has none.

    Shells of Windows write it where the output of a program is sent to a file.
    """
    if not text.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None
    return StlError(StlCode.ASCII_ENCODING, "wide")


def mixed(text: bytes) -> StlError | None:
    """The refusal of what is no text at all; None where it is text."""
    if b"\0" not in text:
        return None
    return StlError(StlCode.ASCII_ENCODING)
