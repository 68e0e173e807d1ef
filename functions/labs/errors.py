"""What can go wrong with catalogues and orders, one sentence each."""

from core.errors import Code, ScannerError


class OrderNotFound(ScannerError):
    """There is no such order, or it is none of the caller's."""

    code = Code.NOT_FOUND
    reason = "order-not-found"
    sentence = "There is no such order here: check the id."


class WrongOrderState(ScannerError):
    """The order's state does not allow what was asked."""

    code = Code.FAILED_PRECONDITION
    reason = "wrong-order-state"
    sentence = "The order is in `state`, which does not allow this: reload it, then decide again."


class OrderRefused(ScannerError):
    """Something speaks against the order; all of it is in the details."""

    code = Code.FAILED_PRECONDITION
    reason = "order-refused"
    sentence = "The order cannot go to the lab like this: see each of the `problems`."


class ReasonNeeded(ScannerError):
    """The step asks for another reason, or for none."""

    code = Code.INVALID_ARGUMENT
    reason = "reason-needed"
    sentence = "Give one of the reasons that are `allowed` for this step, or none where none is."


class ShipmentNeeded(ScannerError):
    """Nobody could find a parcel without its carrier."""

    code = Code.INVALID_ARGUMENT
    reason = "shipment-needed"
    sentence = "Say with which carrier the order was sent."


class FilesNeeded(ScannerError):
    """New scans were announced and none is named."""

    code = Code.INVALID_ARGUMENT
    reason = "files-needed"
    sentence = "Name the files that the lab is to work with now."


class NotShared(ScannerError):
    """The patient's consent, or the case, does not allow sharing any more."""

    code = Code.FAILED_PRECONDITION
    reason = "not-shared"
    sentence = "The clinic may not share this case now, as `why` says: ask the clinic."


class FileNotInOrder(ScannerError):
    """The order holds no such file."""

    code = Code.NOT_FOUND
    reason = "file-not-in-order"
    sentence = "The order holds no such file: reload the order."


class LinksUsedUp(ScannerError):
    """A member had as many links as a day allows."""

    code = Code.RESOURCE_EXHAUSTED
    reason = "links-used-up"
    sentence = "At most `limit` links a day: go on tomorrow, or ask an administrator."


# --- messages -----------------------------------------------------------------------------------


class MessageNotFound(ScannerError):
    """The order has no such message."""

    code = Code.NOT_FOUND
    reason = "message-not-found"
    sentence = "The order has no such message: reload its messages."


class TooManyMessages(ScannerError):
    """The order has as many messages as it may."""

    code = Code.RESOURCE_EXHAUSTED
    reason = "too-many-messages"
    sentence = "An order has `limit` messages at most: telephone, or ask support."


# --- the catalogue ------------------------------------------------------------------------------


class ServiceNotFound(ScannerError):
    """There is no such service in the caller's catalogue."""

    code = Code.NOT_FOUND
    reason = "service-not-found"
    sentence = "There is no such service in this catalogue: check the id."


class CatalogueFull(ScannerError):
    """The catalogue holds as many services as it may."""

    code = Code.RESOURCE_EXHAUSTED
    reason = "catalogue-full"
    sentence = "A catalogue holds `limit` services at most: change one that is not needed any more."


class ProfileMissing(ScannerError):
    """The lab has not said yet what clinics see of it."""

    code = Code.FAILED_PRECONDITION
    reason = "profile-missing"
    sentence = "Save the lab's profile first, then what it makes."
