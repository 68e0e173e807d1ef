"""Lines on watching: who hears, the alerts of `deploy/alerts`, and the dashboard."""

from __future__ import annotations

import json
from collections.abc import Iterator

from tools.project.apis import DASHBOARDS, MONITORING
from tools.project.changes import Patch, Request
from tools.project.facts import Facts
from tools.project.lines import Line, Maker
from tools.project.matching import Json
from tools.project.sources import All, One
from tools.project.table.project import DEPLOY

#: The label by which a policy is known: names are Cloud Monitoring's, and titles anybody's.
LABEL = "scanner"
_APPLY = "./scannerctl --project {} project apply --about alerts"
_FIELDS = (
    "displayName",
    "documentation",
    "severity",
    "combiner",
    "conditions",
    "alertStrategy",
    "enabled",
    "notificationChannels",
)


def lines(facts: Facts) -> Iterator[Line]:
    """Yield them."""
    parent = f"projects/{facts.project}"
    yield Line(
        id="alerts/channel",
        says="Alerts reach somebody",
        source=All(MONITORING, f"{parent}/notificationChannels", "notificationChannels"),
        among=("notificationChannels", {"enabled": True}),
        wanted={"enabled": True},
        mend="gcloud beta monitoring channels create --type=email --display-name=Scanner "
        f"--channel-labels=email_address=<address> --project={facts.project}; then apply again",
        maker=Maker.PERSON,
    )
    policies = All(MONITORING, f"{parent}/alertPolicies", "alertPolicies")
    for file in sorted((DEPLOY / "alerts").glob("*.json")):
        body = _body(file.read_text(encoding="utf-8"), facts)
        yield Line(
            id=f"alerts/{file.stem}",
            says=f"Alert: {body['displayName']} ({body['conditions'][0]['displayName']})",
            source=policies,
            among=("alertPolicies", {"userLabels": {LABEL: file.stem}}),
            wanted={name: value for name, value in body.items() if name != "userLabels"},
            mend=_APPLY.format(facts.project),
            make=Request(MONITORING, "POST", f"{parent}/alertPolicies", body),
            change=Patch(MONITORING, body, tuple(f for f in _FIELDS if f in body)),
        )
    for file in sorted((DEPLOY / "dashboards").glob("*.json")):
        body = json.loads(file.read_text(encoding="utf-8"))
        # Under the number: that is how Cloud Monitoring names it, whatever it is created by.
        name = f"projects/{facts.number}/dashboards/scanner-{file.stem}"
        yield Line(
            id=f"alerts/dashboard-{file.stem}",
            says=f"The dashboard `{body['displayName']}` is that of `deploy/dashboards`",
            source=One(DASHBOARDS, name),
            wanted=body,
            mend=_APPLY.format(facts.project),
            make=Request(
                DASHBOARDS, "POST", f"projects/{facts.number}/dashboards", {"name": name, **body}
            ),
            change=Patch(DASHBOARDS, body, resource=name),
        )


def _body(text: str, facts: Facts) -> Json:
    """Return a policy that says where it goes, if there is anywhere."""
    body: Json = json.loads(text)
    return body | ({"notificationChannels": list(facts.channels)} if facts.channels else {})
