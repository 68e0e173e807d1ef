"""What can go wrong with preferences, one sentence each."""

from core.details import Detail
from core.errors import ErrorCode, ScannerError


class ZoneUnknown(ScannerError):
    """There is no time zone of that name."""

    code = ErrorCode.INVALID_ARGUMENT
    reason = "zone-unknown"
    sentence = "There is no such time zone: name one of IANA's, such as `Asia/Kolkata`."


class DigestForAdmins(ScannerError):
    """Somebody who is no admin says how often to hear of what waits for admins."""

    code = ErrorCode.INVALID_ARGUMENT
    reason = "digest-for-admins"
    sentence = "Digests are for admins: leave `digest` out."


class GroupMandatory(ScannerError):
    """Messages of these groups are always sent."""

    code = ErrorCode.INVALID_ARGUMENT
    reason = "group-mandatory"
    sentence = "Messages of `groups` are always sent: leave these groups out of `channels`."
    gives = (Detail("groups", list[str], "The groups that cannot be switched off."),)
