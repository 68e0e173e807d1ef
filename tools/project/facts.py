"""What the table has to know of a project and of the code before a line can be written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from core import settings
from tools.deployed import functions
from tools.project.apis import BILLING, MONITORING, SERVICES
from tools.project.google import Google, UnreadError
from tools.release.groups import groups

#: What a function declares where it leaves something to Firebase is a sentinel of the library's.
Declared = Mapping[str, Any]


@dataclass(frozen=True)
class Facts:
    """One project, and what the code declares for every project.

    Attributes:
        project: its id.
        number: its number, which service accounts are called by.
        billing: the billing account, `billingAccounts/...`, or "" where none is known.
        channels: where alerts go, by the names that Cloud Monitoring gave.
        region: of the functions, the database and the buckets.
        app_host: the address of the apps, without the scheme.
    """

    project: str
    number: str
    billing: str = ""
    channels: tuple[str, ...] = ()
    region: str = settings.REGION
    app_host: str = ""

    @property
    def runtime(self) -> str:
        """Return the account that functions run and are built as: the default one of 2nd gen."""
        return f"{self.number}-compute@developer.gserviceaccount.com"

    @property
    def landing(self) -> str:
        """Return the bucket that uploads land in: Firebase's default one (since October 2024)."""
        return f"{self.project}.firebasestorage.app"

    @property
    def clean(self) -> str:
        """Return the bucket of what was examined."""
        return settings.clean_bucket(self.project)


#: A project that stands for any, in the docs.
ANY = Facts("<project>", "<number>", "billingAccounts/<account>")


def discover(google: Google, project: str, app_url: str = "") -> Facts:
    """Read what the table needs of a project. Three requests at least.

    Args:
        google: what answers.
        project: its id.
        app_url: where the apps are; an example of none, the default, leads nowhere.

    Raises:
        UnreadError: there is no such project, or the login may not read it.
    """
    # Service Usage is on from the start; what else says the number has to be switched on first.
    itself = f"projects/{project}/services/serviceusage.googleapis.com"
    found = google.get(SERVICES, itself)
    if found is None:
        raise UnreadError(f"there is no project {project}")
    try:
        billing = google.get(BILLING, f"projects/{project}/billingInfo") or {}
    except UnreadError:
        billing = {}  # the line about billing says why
    try:
        channels = google.pages(
            MONITORING, f"projects/{project}/notificationChannels", "notificationChannels"
        )
    except UnreadError:
        channels = []  # the line about channels says why
    host = urlsplit(app_url).hostname or ""
    return Facts(
        project,
        str(found["parent"]).rpartition("/")[2],
        str(billing.get("billingAccountName", "")),
        tuple(str(each["name"]) for each in channels if each.get("enabled")),
        app_host="" if host.endswith(".example") else host,
    )


def declared(kind: str) -> Iterator[tuple[str, Declared]]:
    """Yield the functions that declare something (`taskQueueTrigger`, ...), with what they do."""
    for name, function in sorted(functions().items()):
        found = getattr(function.__firebase_endpoint__, kind, None)
        if isinstance(found, Mapping):
            yield name, found


def secrets() -> list[str]:
    """Return the secrets that functions are bound to."""
    bound = (f.__firebase_endpoint__.secretEnvironmentVariables or [] for f in functions().values())
    return sorted({each["key"] for keys in bound for each in keys})


def taken() -> tuple[int, int]:
    """Return the vCPU and the MiB that a release takes at most at one time.

    Cloud Run starts an instance of each new revision of a group of functions, beside those that
    serve, and refuses a function whose instances at most are beyond the quota.
    """
    ends = {name: f.__firebase_endpoint__ for name, f in functions().items()}
    together = [[ends[name] for name in group.functions] for group in groups(functions())]
    cpu = max(2 * sum(end.cpu for end in group) for group in together)
    mib = max(2 * sum(end.availableMemoryMb for end in group) for group in together)
    return (
        max(cpu, *(end.cpu * end.maxInstances for end in ends.values())),
        max(mib, *(end.availableMemoryMb * end.maxInstances for end in ends.values())),
    )
