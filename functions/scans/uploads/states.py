"""The state table of uploads."""

from enum import StrEnum

from core.machines import Machine, Party, step_to
from scans.uploads.errors import WrongUploadState
from scans.uploads.models import UploadState


class UploadAction(StrEnum):
    """What can be done to an upload."""

    ISSUE = "issue"
    CLAIM = "claim"
    ADMIT = "admit"
    REFUSE = "refuse"


_U = UploadState


UPLOAD: Machine[UploadState, UploadAction] = Machine(
    "Upload",
    "A slot in the landing zone. An attempt claims it for five minutes; when the attempt dies, the "
    "next one claims it anew.",
    {
        (None, UploadAction.ISSUE): step_to(_U.ISSUED, Party.CLINIC, Party.OPERATOR, Party.LAB),
        (_U.ISSUED, UploadAction.CLAIM): step_to(_U.PROCESSING, Party.SYSTEM),
        (_U.PROCESSING, UploadAction.CLAIM): step_to(_U.PROCESSING, Party.SYSTEM),
        (_U.PROCESSING, UploadAction.ADMIT): step_to(_U.READY, Party.SYSTEM),
        (_U.PROCESSING, UploadAction.REFUSE): step_to(_U.REJECTED, Party.SYSTEM),
    },
    WrongUploadState,
)
