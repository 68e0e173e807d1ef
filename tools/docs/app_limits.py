"""The numbers that an app meets: each read from where the code decides by it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic import BaseModel

_MIB = 2**20


@dataclass(frozen=True)
class AppLimit:
    """One number.

    Attributes:
        what: what is limited.
        value: the number with its unit.
        changed_by: the setting that changes it; empty where none does.
        beyond: what happens beyond it.
    """

    what: str
    value: str
    changed_by: str
    beyond: str


def sections() -> dict[str, list[AppLimit]]:
    """Return all of them, by subject."""
    return {"Files": _files(), "Uploads and links": _uploads(), "Calls": _calls(), "Days": _days()}


def _files() -> list[AppLimit]:
    from scans.gate.limits import DEFAULT_LIMITS

    stl, images, archives = DEFAULT_LIMITS.stl, DEFAULT_LIMITS.images, DEFAULT_LIMITS.archives
    refused, judged = "`file-too-large`, before anything is sent", "rejected, with the finding"
    return [
        AppLimit("a scan (`stl`)", _mib(stl.max_bytes), "SCANNER_STL_MAX_BYTES", refused),
        AppLimit("its triangles", f"{stl.max_triangles:,}", "SCANNER_STL_MAX_TRIANGLES", judged),
        AppLimit(
            "a photograph (`image`)", _mib(images.max_bytes), "SCANNER_IMAGE_MAX_BYTES", refused
        ),
        AppLimit(
            "its pixels", f"{images.max_pixels:,}", "SCANNER_IMAGE_MAX_PIXELS",
            "rejected; some kinds end sooner ([api.md](../api.md))",
        ),
        AppLimit(
            "a case as an archive (`case`)",
            _mib(archives.max_bytes), "SCANNER_ARCHIVE_MAX_BYTES", refused,
        ),
        AppLimit(
            "scans and photographs in it",
            f"{archives.max_parts}", "SCANNER_ARCHIVE_MAX_PARTS", judged,
        ),
        AppLimit(
            "all files in it", f"{archives.max_entries}", "SCANNER_ARCHIVE_MAX_ENTRIES", judged
        ),
    ]  # fmt: skip


def _uploads() -> list[AppLimit]:
    from core import settings
    from core.access import MAX_OPEN_GRANTS
    from labs.links.requests import GetOrderFileLinks
    from scans.cases.requests import GetCaseFileLinks
    from scans.uploads.queries import MAX_UPLOADS

    return [
        _set("how long a slot is open", settings.SLOT_MINUTES, "minutes", "Storage refuses"),
        AppLimit(
            "slots of an account that no file is in",
            f"{MAX_OPEN_GRANTS}", "", "`too-many-open-uploads`",
        ),
        AppLimit("uploads of a visit", f"{MAX_UPLOADS}", "", "`too-many-uploads`"),
        _set("how long a link works", settings.LINK_MINUTES, "minutes", "Storage refuses"),
        AppLimit(
            "files of one call for links, to a clinic",
            f"{_most(GetCaseFileLinks, 'file_ids')}", "", "`invalid-request`",
        ),
        AppLimit(
            "files of one call for links, to a lab",
            f"{_most(GetOrderFileLinks, 'file_ids')}", "", "`invalid-request`",
        ),
        _set(
            "files that a member of a lab gets links to", settings.LAB_LINKS_A_DAY, "a day",
            "refused until the next day in India",
        ),
    ]  # fmt: skip


def _calls() -> list[AppLimit]:
    from core import settings
    from core.paging import PageRequest
    from core.periods import PERIODS
    from core.privacy import Retention
    from main import CALLS

    page = PageRequest.model_fields["limit"]
    most = next(each.le for each in page.metadata if hasattr(each, "le"))
    kept = str(PERIODS[Retention.REQUEST])
    return [
        AppLimit("how long a call takes", f"{CALLS.timeout_sec} seconds", "", "no answer"),
        AppLimit("entries of a page", f"{page.default}, at most {most}", "", "`invalid-request`"),
        AppLimit("how long an idempotency key is known", kept, "", "it is done once more"),
        _set(
            "tickets of an account that are not closed",
            settings.OPEN_TICKETS, "tickets", "refused until one is closed",
        ),
    ]  # fmt: skip


def _days() -> list[AppLimit]:
    from core import settings
    from core.periods import PERIODS
    from core.privacy import Retention

    inbox = str(PERIODS[Retention.INBOX])
    return [
        _set("an invitation stands", settings.INVITE_DAYS, "days", "`invite-not-open`"),
        AppLimit("a notice is in the inbox", inbox, "", "it is deleted"),
        _set(
            "a delivered order waits for a fault", settings.COMPLETION_DAYS, "days", "completed"
        ),
        _set(
            "a parcel has to arrive", settings.PARCEL_DAYS, "days", "the clinic may report it lost"
        ),
        _set(
            "an erasure can be taken back", settings.COOLING_OFF_DAYS, "days", "it is carried out"
        ),
        _set("an export can be fetched", settings.EXPORT_DAYS, "days", "ask for another"),
    ]  # fmt: skip


def _set(what: str, param: Any, unit: str, beyond: str) -> AppLimit:  # noqa: ANN401
    return AppLimit(what, f"{param.default} {unit}", param.name, beyond)


def _mib(size: int) -> str:
    return f"{size // _MIB} MiB"


def _most(model: type[BaseModel], field: str) -> int:
    """Return how many items a list of a request has at most."""
    metadata = model.model_fields[field].metadata
    return int(next(each.max_length for each in metadata if hasattr(each, "max_length")))
