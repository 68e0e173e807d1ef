"""What can go wrong with disclosures, one sentence each."""

from core.errors import Code, ScannerError


class DisclosureNotFound(ScannerError):
    """There is no such disclosure."""

    code = Code.NOT_FOUND
    reason = "disclosure-not-found"
    sentence = "There is no such disclosure: list them again."


class WrongDisclosureState(ScannerError):
    """The disclosure's state does not allow what was asked."""

    code = Code.FAILED_PRECONDITION
    reason = "wrong-disclosure-state"
    sentence = "The disclosure is in `state`, which does not allow this: list them again."


class OwnDisclosure(ScannerError):
    """Who enters a demand does not decide on it."""

    code = Code.PERMISSION_DENIED
    reason = "own-disclosure"
    sentence = "You entered this demand yourself: have another admin decide."
