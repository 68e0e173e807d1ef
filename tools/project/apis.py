"""The interfaces of Google that the lines are read through, each by its name and version."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Api:
    """One interface.

    Attributes:
        name: as Google's discovery documents call it; its host is `<name>.googleapis.com`.
        version: of its methods.
        root: what stands before a resource in a path; the version, unless something else does.
    """

    name: str
    version: str
    root: str = ""

    @property
    def host(self) -> str:
        """Return where it answers, which is what it is enabled by, too."""
        return f"{self.name}.googleapis.com"

    def path(self, resource: str) -> str:
        """Return the path of a resource on the host."""
        return f"{self.root or self.version}/{resource}"


APP_CHECK = Api("firebaseappcheck", "v1")
AUTH = Api("identitytoolkit", "v2")
BILLING = Api("cloudbilling", "v1")
BUDGETS = Api("billingbudgets", "v1")
DASHBOARDS = Api("monitoring", "v1")
EXTENSIONS = Api("firebaseextensions", "v1beta")
FIREBASE = Api("firebase", "v1beta1")
FIREBASE_STORAGE = Api("firebasestorage", "v1beta")
FIRESTORE = Api("firestore", "v1")
FUNCTIONS = Api("cloudfunctions", "v2")
HOSTING = Api("firebasehosting", "v1beta1")
IAM = Api("iam", "v1")
LOGGING = Api("logging", "v2")
MONITORING = Api("monitoring", "v3")
PROJECTS = Api("cloudresourcemanager", "v1")
QUOTAS = Api("serviceusage", "v1beta1")
RULES = Api("firebaserules", "v1")
SCHEDULER = Api("cloudscheduler", "v1")
SECRETS = Api("secretmanager", "v1")
SERVICES = Api("serviceusage", "v1")
STORAGE = Api("storage", "v1", "storage/v1")
TASKS = Api("cloudtasks", "v2")

APIS = (
    APP_CHECK,
    AUTH,
    BILLING,
    BUDGETS,
    DASHBOARDS,
    EXTENSIONS,
    FIREBASE,
    FIREBASE_STORAGE,
    FIRESTORE,
    FUNCTIONS,
    HOSTING,
    IAM,
    LOGGING,
    MONITORING,
    PROJECTS,
    QUOTAS,
    RULES,
    SCHEDULER,
    SECRETS,
    SERVICES,
    STORAGE,
    TASKS,
)
