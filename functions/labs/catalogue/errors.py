"""What can go wrong with catalogues, one sentence each."""

from core.details import LIMIT, Detail
from core.errors import ErrorCode, ScannerError

# --- the catalogue ------------------------------------------------------------------------------


class ServiceNotFound(ScannerError):
    """There is no such service in the caller's catalogue."""

    code = ErrorCode.NOT_FOUND
    reason = "service-not-found"
    sentence = "There is no such service in this catalogue: check the id."


class BillingNeeded(ScannerError):
    """Nobody could make out an invoice to the lab: every order would be refused."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "billing-needed"
    sentence = "Before the lab takes orders, save what is `missing`, with `wallet/set_billing`."
    gives = (Detail("missing", list[str], "The billing details that are missing, by field."),)


class CatalogueFull(ScannerError):
    """The catalogue holds as many services as it may."""

    code = ErrorCode.RESOURCE_EXHAUSTED
    reason = "catalogue-full"
    sentence = "A catalogue holds `limit` services at most: change one that is not needed any more."
    gives = (LIMIT,)


class ProfileMissing(ScannerError):
    """The lab has not said yet what clinics see of it."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "profile-missing"
    sentence = "Save the lab's profile first, then what it makes."
