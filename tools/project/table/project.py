"""Lines on the project itself: billing, budget, the APIs, Firebase, and the quotas of a release."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from tools.project.apis import BILLING, BUDGETS, FIREBASE, QUOTAS, SERVICES
from tools.project.changes import Request
from tools.project.facts import Facts, taken
from tools.project.lines import Line, Maker
from tools.project.matching import AtLeast, Chosen, Json, Named
from tools.project.sources import All, One

DEPLOY = Path(__file__).resolve().parents[3] / "deploy"

#: What is called, by name, and what for. Those of functions are those that firebase-tools 15
#: switches on at a deployment (`lib/deploy/functions/prepare.js`).
NEEDED = {
    "artifactregistry": "images of functions",
    "billingbudgets": "the budget",
    "cloudbilling": "the billing account",
    "cloudbuild": "building functions",
    "cloudfunctions": "functions",
    "cloudresourcemanager": "roles",
    "cloudscheduler": "schedules",
    "cloudtasks": "queues",
    "eventarc": "triggers",
    "fcm": "pushes",
    "firebase": "Firebase",
    "firebaseappcheck": "App Check",
    "firebaseextensions": "Trigger Email",
    "firebasehosting": "the console",
    "firebaserules": "rules",
    "firebasestorage": "uploads",
    "firestore": "documents",
    "iam": "service accounts",
    "iamcredentials": "signed links: signBlob",
    "identitytoolkit": "sign-in",
    "logging": "logs",
    "monitoring": "alerts",
    "pubsub": "triggers",
    "run": "functions",
    "secretmanager": "secrets",
    "serviceusage": "APIs and quotas",
    "storage": "objects",
}


def lines(facts: Facts) -> Iterator[Line]:
    """Yield them."""
    yield Line(
        id="project/billing",
        says="The project is linked to a billing account: functions need the Blaze plan",
        source=One(BILLING, f"projects/{facts.project}/billingInfo"),
        wanted={"billingEnabled": True},
        mend=f"gcloud billing projects link {facts.project} --billing-account=<account>",
        maker=Maker.PERSON,
    )
    yield from _apis(facts)
    yield Line(
        id="project/firebase",
        says="Firebase is added to the project",
        source=One(FIREBASE, f"projects/{facts.project}"),
        wanted={"state": "ACTIVE"},
        mend=f"npx firebase projects:addfirebase {facts.project}",
        make=Request(FIREBASE, "POST", f"projects/{facts.project}:addFirebase"),
    )
    yield from _quotas(facts)
    yield _budget(facts)


def _apis(facts: Facts) -> Iterator[Line]:
    parent = f"projects/{facts.number}/services"
    enabled = All(SERVICES, parent, "services", (("filter", "state:ENABLED"), ("pageSize", "200")))
    for name, use in NEEDED.items():
        host = f"{name}.googleapis.com"
        yield Line(
            id=f"apis/{name}",
            says=f"The API `{host}` is on ({use})",
            source=enabled,
            among=("services", {"name": Named(f"/services/{host}")}),
            wanted={"state": "ENABLED"},
            mend=f"gcloud services enable {host} --project={facts.project}",
            make=Request(SERVICES, "POST", f"{parent}/{host}:enable"),
        )


def _quotas(facts: Facts) -> Iterator[Line]:
    """Yield those that a release takes. Only the full view has those of a region as it came."""
    cpu, mib = taken()
    wanted = (
        ("cpu_allocation", "CpuAllocPerProjectRegion", cpu * 1000, f"{cpu:g} vCPU"),
        ("mem_allocation", "MemAllocPerProjectRegion", mib * 2**20, f"{mib / 1024:g} GiB"),
    )
    for metric, limit, least, said in wanted:
        full = f"run.googleapis.com/{metric}"
        yield Line(
            id=f"quotas/{metric}",
            says=f"Cloud Run gives `{limit}` of at least {said} in {facts.region}: "
            "what a release takes, old revisions and new ones, and what one function may have",
            source=All(
                QUOTAS,
                f"projects/{facts.number}/services/run.googleapis.com/consumerQuotaMetrics",
                "metrics",
                (("pageSize", "500"), ("view", "FULL")),
            ),
            among=("metrics", {"metric": full}),
            wanted={"consumerQuotaLimits": [{"quotaBuckets": [_bucket(facts, least)]}]},
            mend=f"https://console.cloud.google.com/iam-admin/quotas?project={facts.project}: "
            f"ask for more of {limit}",
            maker=Maker.PERSON,
        )


def _bucket(facts: Facts, least: int) -> dict[str, object]:
    return {"dimensions": {"region": facts.region}, "effectiveLimit": AtLeast(least)}


def _budget(facts: Facts) -> Line:
    wanted = json.loads((DEPLOY / "budget.json").read_text(encoding="utf-8"))
    rules = [_rule(rule) for rule in wanted["thresholdRules"]]
    return Line(
        id="budget/monthly",
        says="A budget of the month warns at "
        + ", ".join(says for says, _ in rules)
        + " of an amount that a person chose",
        source=All(BUDGETS, f"{facts.billing or 'billingAccounts/-'}/budgets", "budgets"),
        among=("budgets", {"displayName": wanted["displayName"]}),
        wanted={
            **wanted,
            "amount": {"specifiedAmount": Chosen("an amount", {"units": "1"})},
            "budgetFilter": {
                **wanted["budgetFilter"],
                "projects": [f"projects/{facts.number}"],
            },
        },
        mend=f"gcloud billing budgets create --billing-account={facts.billing or '<account>'} "
        f"--display-name={wanted['displayName']} --filter-projects=projects/{facts.number} "
        "--budget-amount=<amount> " + " ".join(option for _, option in rules),
        maker=Maker.PERSON,
    )


def _rule(rule: Json) -> tuple[str, str]:
    """Return when a budget warns: in words, and as gcloud's option."""
    share, forecast = rule["thresholdPercent"], rule["spendBasis"] == "FORECASTED_SPEND"
    option = (
        f"--threshold-rule=percent={share},basis={'forecasted' if forecast else 'current'}-spend"
    )
    return f"{share:.0%}{' foreseen' if forecast else ''}", option
