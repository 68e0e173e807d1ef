"""The documents of privacy, one module per subject."""

from privacy.models.rights import (
    Authority,
    PrivacyRequest,
    RequestKind,
    RequestState,
)

__all__ = ["Authority", "PrivacyRequest", "RequestKind", "RequestState"]
