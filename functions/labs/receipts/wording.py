"""Wording: what is ordered, sent and done, in the words of those who read a receipt."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from labs.orders.states import OrderAction

if TYPE_CHECKING:
    from labs.receipts.requests import FileShown

_A = OrderAction

#: What a step was, of who took it: "the lab …".
DONE = {
    _A.PLACE: "ordered",
    _A.ACCEPT: "accepted",
    _A.REJECT: "rejected the order",
    _A.START: "started work",
    _A.PUT_ON_HOLD: "put the order on hold",
    _A.RESUME: "went on",
    _A.REQUEST_RESCAN: "asked for new scans",
    _A.SEND_RESCAN: "sent new scans",
    _A.FINISH: "finished",
    _A.SHIP: "shipped",
    _A.REPORT_LOST: "reported the parcel as lost",
    _A.DELIVER: "confirmed the delivery",
    _A.COMPLETE: "completed the order",
    _A.REQUEST_REMAKE: "asked for a remake",
    _A.CANCEL: "cancelled the order",
    _A.GIVE_BACK: "gave the order back",
    _A.AMEND: "corrected the promised day or the parcel",
    _A.CORRECT: "passed on a correction of the patient's details",
}
#: How a rescan or a remake that was asked for was answered.
ANSWERS = {
    _A.SEND_RESCAN: "new scans were sent",
    _A.ACCEPT: "it was accepted",
    _A.COMPLETE: "the order was completed without it",
    _A.CANCEL: "the order was cancelled",
    _A.GIVE_BACK: "the lab gave the order back",
}
JAWS = {
    "upper": "upper jaw",
    "lower": "lower jaw",
    "bite": "bite",
    "bite_right": "bite from the right",
    "bite_left": "bite from the left",
    "mouth": "mouth",
}
#: Codes that are not plain words once their underscores are gone.
_OTHERWISE = {
    "pmma": "PMMA",
    "petg": "PETG",
    "inlay_onlay": "inlay or onlay",
    "cobalt_chromium": "cobalt-chromium",
    "porcelain_fused_to_metal": "porcelain fused to metal",
}


def words(code: str) -> str:
    """Return a code in words, such as `does not fit`."""
    return _OTHERWISE.get(code, code.replace("_", " "))


def titled(text: str) -> str:
    """Return a text that begins with a capital; the rest of it stays as it is."""
    return text[:1].upper() + text[1:]


def title_of(file: "FileShown") -> str:
    """Return what a file is headed by, such as `Upper jaw, version 1`."""
    if file.kind == "image":
        return f"Photograph, {JAWS[file.jaw]}"
    return titled(f"{JAWS[file.jaw]}, version {file.version}")


def named_in_text(files: Sequence["FileShown"]) -> str:
    """Return what files are called in a sentence: `versions 1 and 2 of the upper jaw`."""
    groups: dict[tuple[str, str], list[str]] = {}
    for file in files:
        groups.setdefault((file.kind, file.jaw), []).append(str(file.version))
    return listed([_group(kind, JAWS[jaw], found) for (kind, jaw), found in groups.items()])


def _group(kind: str, jaw: str, versions: list[str]) -> str:
    if kind == "image":
        count = f"{len(versions)} photographs" if versions[1:] else "a photograph"
        return f"{count} of the {jaw}"
    return f"version{'s' if versions[1:] else ''} {listed(versions)} of the {jaw}"


def listed(names: Sequence[str]) -> str:
    """Return names as a sentence lists them."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
