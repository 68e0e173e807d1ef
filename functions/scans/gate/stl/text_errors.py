"""What a text STL is refused for, one sentence each that says what to do."""

from scans.gate.stl.findings import StlCode, StlError

_AGAIN = "export the scan again, as binary STL if the scanner offers it."


def damaged(facet: int | None) -> StlError:
    """The refusal of text that is not the grammar, at a facet or around the solids' lines."""
    place = "around its closing lines" if facet is None else f"at triangle {facet + 1:,}"
    return StlError(
        StlCode.ASCII_STRUCTURE, f"The text of the STL file is damaged {place}: {_AGAIN}"
    )


def no_number(before: int) -> StlError:
    """The refusal of a coordinate that is no number, after so many triangles."""
    return StlError(
        StlCode.ASCII_NUMBER, f"A coordinate after triangle {before:,} is not a number: {_AGAIN}"
    )


def decimal_comma(before: int) -> StlError:
    """The refusal of a coordinate with a decimal comma, after so many triangles.

    It is not read as a point: where commas also part thousands or numbers, that would be a guess.
    """
    return StlError(
        StlCode.ASCII_NUMBER,
        f"A coordinate after triangle {before:,} has a decimal comma, and STL has decimal points: "
        "set the scanner's software or computer to decimal points, or export the scan as binary "
        "STL.",
    )


def cut_short() -> StlError:
    """The refusal of text without its last line."""
    return StlError(
        StlCode.TRUNCATED,
        "The file was cut short: its closing line is missing; export the scan again and upload "
        "the whole file.",
    )


def endless() -> StlError:
    """The refusal of a line, a number or a facet that does not end within a window."""
    return StlError(
        StlCode.ASCII_ENDLESS,
        f"The file has a line without an end, which no scanner writes: {_AGAIN}",
    )


def wide(text: bytes) -> StlError | None:
    """The refusal of text in UTF-16, told by its byte order mark; None where it has none.

    Shells of Windows write it where the output of a program is sent to a file.
    """
    if not text.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None
    return StlError(
        StlCode.ASCII_ENCODING, f"The text of the file is UTF-16, and that of STL is not: {_AGAIN}"
    )


def mixed(text: bytes) -> StlError | None:
    """The refusal of what is no text at all; None where it is text."""
    if b"\0" not in text:
        return None
    return StlError(StlCode.ASCII_ENCODING, f"The file mixes text with other data: {_AGAIN}")
