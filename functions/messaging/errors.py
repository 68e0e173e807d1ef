"""What can go wrong with preferences, one sentence each."""

from core.errors import ErrorCode, ScannerError


class ZoneUnknown(ScannerError):
    """There is no time zone of that name."""

    code = ErrorCode.INVALID_ARGUMENT
    reason = "zone-unknown"
    sentence = "There is no such time zone: name one of IANA's, such as `Asia/Kolkata`."


class GroupMandatory(ScannerError):
    """Messages of these groups are always sent."""

    code = ErrorCode.INVALID_ARGUMENT
    reason = "group-mandatory"
    sentence = "Messages of `groups` are always sent: leave these groups out of `channels`."
