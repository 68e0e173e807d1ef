"""Lines on service accounts: what functions run as and are built as, and Google's own agents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tools.project.apis import IAM, PROJECTS, QUOTAS, SECRETS, STORAGE
from tools.project.changes import Grant, RecordReads, Request
from tools.project.facts import Facts, secrets
from tools.project.lines import Line, Maker
from tools.project.matching import Lacks
from tools.project.sources import One, PolicyOf

#: Roles of the runtime's account on the project, and what each is for. It is the default Compute
#: Engine account, which in organisations made since May 2024 has no role by itself
#: (`iam.automaticIamGrantsForDefaultServiceAccounts`).
RUNTIME = {
    "roles/datastore.user": "documents",
    "roles/firebaseauth.admin": "claims, and ending sign-ins",
    "roles/cloudtasks.enqueuer": "alarms of jobs, and a month's invoices",
    "roles/eventarc.eventReceiver": "events of Firestore and Storage",
    "roles/run.invoker": "events, tasks and schedules get in",
    "roles/firebasecloudmessaging.admin": "pushes",
}
#: Cloud Build builds as the same account in projects that first deploy since July 2024
#: (https://cloud.google.com/build/docs/cloud-build-service-account-updates).
BUILD = {"roles/cloudbuild.builds.builder": "building functions"}
#: Roles that it must not have: Google grants the first by itself in projects without an
#: organisation, and in organisations from before May 2024.
BROAD = ("roles/editor", "roles/owner")
#: Roles of the account on itself: there is no key, so it signs and acts through IAM.
ITSELF = {
    "roles/iam.serviceAccountTokenCreator": "`signBlob`: signed links",
    "roles/iam.serviceAccountUser": "`actAs`: tasks carry a token of it",
}


@dataclass(frozen=True)
class Agent:
    """A service agent of Google's: whom it belongs to, its role on the project, and what for."""

    api: str
    account: str
    role: str
    use: str


AGENTS = (
    Agent("storage", "gs-project-accounts", "roles/pubsub.publisher", "Storage sends events"),
    Agent(
        "firebasestorage",
        "gcp-sa-firebasestorage",
        "roles/firebaserules.firestoreServiceAgent",
        "`storage.rules` look up the slot in Firestore",
    ),
    Agent(
        "pubsub",
        "gcp-sa-pubsub",
        "roles/iam.serviceAccountTokenCreator",
        "events carry a token",
    ),
)
#: Data access logs of Firestore are configured under the name of Datastore
#: (https://cloud.google.com/firestore/docs/audit-logging).
READS_OF = "datastore.googleapis.com"


def lines(facts: Facts) -> Iterator[Line]:
    """Yield them."""
    runtime = f"serviceAccount:{facts.runtime}"
    project = PolicyOf(PROJECTS, f"projects/{facts.project}")
    command = f"gcloud projects add-iam-policy-binding {facts.project}"
    yield Line(
        id="accounts/runtime",
        says=f"`{facts.runtime}`, which functions run and are built as, is there and not disabled",
        source=One(IAM, f"projects/{facts.project}/serviceAccounts/{facts.runtime}"),
        wanted={"email": facts.runtime, "disabled": False},
        # It comes with the API of Cloud Run; an organisation may have it disabled.
        mend=f"gcloud iam service-accounts enable {facts.runtime} --project={facts.project}",
        maker=Maker.PERSON,
    )
    for role, use in (RUNTIME | BUILD).items():
        says = f"`{facts.runtime}` has `{role}` on the project ({use})"
        yield _granted(project, role, runtime, says, command, f"runtime-{_short(role)}")
    for role in BROAD:
        yield Line(
            id=f"accounts/no-{_short(role)}",
            says=f"`{facts.runtime}` has no `{role}`: a function that is taken over could do all "
            "that the role allows",
            source=project,
            wanted={"bindings": Lacks({"role": role, "members": [runtime]})},
            mend=f"gcloud projects remove-iam-policy-binding {facts.project} --member={runtime} "
            f"--role={role} --all",
            maker=Maker.PERSON,
        )
    itself = PolicyOf(IAM, f"projects/{facts.project}/serviceAccounts/{facts.runtime}")
    for role, use in ITSELF.items():
        yield _granted(
            itself,
            role,
            runtime,
            f"`{facts.runtime}` has `{role}` on itself ({use})",
            f"gcloud iam service-accounts add-iam-policy-binding {facts.runtime} "
            f"--project={facts.project}",
            f"itself-{_short(role)}",
        )
    for bucket, use in _buckets(facts):
        yield _granted(
            PolicyOf(STORAGE, f"b/{bucket}"),
            "roles/storage.objectUser",
            runtime,
            f"`{facts.runtime}` has `roles/storage.objectUser` on the bucket `{bucket}`",
            f"gcloud storage buckets add-iam-policy-binding gs://{bucket}",
            f"bucket-{use}",
        )
    for secret in secrets():
        yield _granted(
            PolicyOf(SECRETS, f"projects/{facts.project}/secrets/{secret}"),
            "roles/secretmanager.secretAccessor",
            runtime,
            f"`{facts.runtime}` may read the secret `{secret}`",
            f"gcloud secrets add-iam-policy-binding {secret} --project={facts.project}",
            f"secret-{secret.lower().replace('_', '-')}",
        )
    for agent in AGENTS:
        member = f"service-{facts.number}@{agent.account}.iam.gserviceaccount.com"
        yield _granted(
            project,
            agent.role,
            f"serviceAccount:{member}",
            f"`{member}` has `{agent.role}` on the project ({agent.use})",
            command,
            f"agent-{agent.api}",
            _made(facts, agent),
        )
    yield Line(
        id="accounts/reads-recorded",
        says="What admins read of Firestore past the functions is recorded (`DATA_READ`)",
        source=project,
        wanted={
            "auditConfigs": [
                {
                    "service": READS_OF,
                    "auditLogConfigs": [{"logType": "DATA_READ", "exemptedMembers": None}],
                }
            ]
        },
        mend=f"https://console.cloud.google.com/iam-admin/audit?project={facts.project}: "
        "Data Read of the Cloud Datastore API",
        change=RecordReads(project, READS_OF, ("DATA_READ",)),
    )


def _granted(
    policy: PolicyOf,
    role: str,
    member: str,
    says: str,
    command: str,
    name: str,
    first: Request | None = None,
) -> Line:
    grant = Grant(policy, role, member, first)
    return Line(
        id=f"accounts/{name}",
        says=says,
        source=policy,
        # A binding with a condition grants nothing for sure.
        wanted={"bindings": [{"role": role, "members": [member], "condition": None}]},
        mend=f"{command} --member={member} --role={role} --condition=None",
        make=grant,  # where what it is on is not there, it is refused
        change=grant,
    )


def _made(facts: Facts, agent: Agent) -> Request | None:
    """Return what has Google make an agent: a role cannot be granted to one that is not there."""
    if agent.api == "storage":
        return Request(STORAGE, "GET", f"projects/{facts.project}/serviceAccount")
    path = f"projects/{facts.number}/services/{agent.api}.googleapis.com:generateServiceIdentity"
    return Request(QUOTAS, "POST", path)


def _buckets(facts: Facts) -> list[tuple[str, str]]:
    return [(facts.landing, "landing"), (facts.clean, "clean")]


def _short(role: str) -> str:
    return role.removeprefix("roles/").replace(".", "-").lower()
