"""Lines on logs: how long they are kept, where the audit's seals go, and what is counted."""

from __future__ import annotations

import json
from collections.abc import Iterator

from tools.project.apis import LOGGING
from tools.project.changes import Patch, Request
from tools.project.facts import Facts
from tools.project.lines import Line, Maker
from tools.project.matching import AtLeast, Json
from tools.project.sources import One
from tools.project.table.project import DEPLOY

#: Days that logs are kept: they have ids of people. Seals are kept for longer than a year, so that
#: a year's audit can be verified after it.
LOG_DAYS, SEAL_DAYS = 30, 400
#: The line that the sealing of the audit writes (functions/privacy/audit/sealing.py).
SEALED = 'jsonPayload.message="audit sealed"'
SEALS = "audit-seals"


def lines(facts: Facts) -> Iterator[Line]:
    """Yield them."""
    yield from _kept(facts)
    yield _routed(facts)
    yield from _seals(facts)
    yield from _metrics(facts)


def _kept(facts: Facts) -> Iterator[Line]:
    name = f"projects/{facts.project}/locations/global/buckets/_Default"
    yield Line(
        id="logs/retention",
        says=f"Logs are kept for {LOG_DAYS} days",
        source=One(LOGGING, name),
        wanted={"retentionDays": LOG_DAYS},
        mend=f"gcloud logging buckets update _Default --location=global "
        f"--retention-days={LOG_DAYS} --project={facts.project}",
        change=Patch(LOGGING, {"retentionDays": LOG_DAYS}, ("retentionDays",), name),
    )


def _routed(facts: Facts) -> Line:
    name = f"projects/{facts.project}/sinks/_Default"
    return Line(
        id="logs/routed",
        says="All that is logged is kept: the sink `_Default` is on and leaves nothing out",
        source=One(LOGGING, name),
        wanted={"disabled": False, "exclusions": None},
        mend=f"https://console.cloud.google.com/logs/router?project={facts.project}: the sink "
        "_Default",
        maker=Maker.PERSON,
    )


def _seals(facts: Facts) -> Iterator[Line]:
    where = f"projects/{facts.project}/locations/{facts.region}"
    name = f"{where}/buckets/{SEALS}"
    update = (
        f"gcloud logging buckets update {SEALS} --location={facts.region} --project={facts.project}"
    )
    days = {"retentionDays": SEAL_DAYS}
    yield Line(
        id="logs/seals-bucket",
        says=f"The audit's seals have a log bucket of their own, for at least {SEAL_DAYS} days",
        source=One(LOGGING, name),
        wanted={"retentionDays": AtLeast(SEAL_DAYS)},
        mend=update.replace("update", "create") + f" --retention-days={SEAL_DAYS}",
        make=Request(LOGGING, "POST", f"{where}/buckets", days, (("bucketId", SEALS),)),
        change=Patch(LOGGING, days, ("retentionDays",), name),
    )
    yield Line(
        id="logs/seals-locked",
        says="Nobody can shorten that, owners neither. It cannot be undone",
        source=One(LOGGING, name),
        wanted={"locked": True},
        mend=f"{update} --locked",
        maker=Maker.PERSON,
    )
    sink: Json = {
        "destination": f"logging.googleapis.com/{name}",
        "filter": SEALED,
    }
    path = f"projects/{facts.project}/sinks"
    unique = (("uniqueWriterIdentity", "true"),)
    yield Line(
        id="logs/seals-sink",
        says="The audit's seals are routed there",
        source=One(LOGGING, f"{path}/{SEALS}"),
        wanted={**sink, "disabled": False, "exclusions": None},
        mend=f"gcloud logging sinks create {SEALS} {sink['destination']} "
        f"--log-filter='{SEALED}' --project={facts.project}",
        make=Request(LOGGING, "POST", path, {"name": SEALS, **sink}, unique),
        change=Patch(
            LOGGING,
            sink | {"disabled": False, "exclusions": []},
            ("destination", "filter", "disabled", "exclusions"),
            f"{path}/{SEALS}",
        ),
    )


def _metrics(facts: Facts) -> Iterator[Line]:
    parent = f"projects/{facts.project}/metrics"
    for file in sorted((DEPLOY / "metrics").glob("*.json")):
        body = json.loads(file.read_text(encoding="utf-8"))
        name = body["name"]
        yield Line(
            id=f"logs/metric-{name}",
            says=f"The log is counted: {body['description']}",
            source=One(LOGGING, f"{parent}/{name}"),
            wanted={**body, "disabled": False},
            mend=f"./scannerctl --project {facts.project} project apply --about logs",
            make=Request(LOGGING, "POST", parent, body),
            change=Request(LOGGING, "PUT", f"{parent}/{name}", body),
        )
