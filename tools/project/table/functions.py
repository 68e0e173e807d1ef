"""Lines on the functions themselves: each is there and woken by what it declares, and no other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tools.deployed import functions
from tools.project.apis import FUNCTIONS
from tools.project.facts import Facts
from tools.project.lines import Line, Maker
from tools.project.matching import Json, Named, OnlyNamed
from tools.project.sources import All

#: What an extension brings along is called so, and is the extension's.
_OF_EXTENSIONS = "/functions/ext-"


def lines(facts: Facts) -> Iterator[Line]:
    """Yield them."""
    parent = f"projects/{facts.project}/locations/{facts.region}/functions"
    source = All(FUNCTIONS, parent, "functions")
    declared = sorted(functions().items())
    for name, function in declared:
        trigger = function.__firebase_endpoint__.eventTrigger
        event = _event(trigger, facts) if isinstance(trigger, Mapping) else {}
        woken = f", woken by `{event['eventType']}` until it succeeds" if event else ""
        yield Line(
            id=f"functions/{name}",
            says=f"The function `{name}` serves{woken}",
            source=source,
            among=("functions", {"name": Named(f"/functions/{name}")}),
            wanted={"state": "ACTIVE"} | ({"eventTrigger": event} if event else {}),
            mend=f"npx firebase deploy --only functions:{name} --project {facts.project}",
            maker=Maker.RELEASE,
        )
    yield Line(
        id="functions/no-others",
        says="No other function is there: one of another release goes on by that release's code, "
        "with every event and at every hour",
        source=source,
        wanted={
            "functions": OnlyNamed(tuple(f"/functions/{n}" for n, _ in declared), _OF_EXTENSIONS)
        },
        mend="what a release leaves, a person takes away once it is whole: npx firebase "
        f"functions:list --project {facts.project}; then for each that the code does not have: npx "
        f"firebase functions:delete <name> --region {facts.region} --project {facts.project}",
        # Before a release they are those of the release that still serves.
        maker=Maker.RELEASE,
    )


def _event(trigger: Mapping[str, Any], facts: Facts) -> Json:
    """Return what firebase-tools 15 makes of a trigger (`lib/gcp/cloudfunctionsv2.js`)."""
    filters = dict(trigger["eventFilters"])
    if "bucket" in filters:  # declared as the project's default one, whichever it is
        filters["bucket"] = facts.landing
    patterns = {"operator": "match-path-pattern"}
    return {
        "eventType": trigger["eventType"],
        "retryPolicy": "RETRY_POLICY_RETRY",
        "eventFilters": [
            *({"attribute": name, "value": value} for name, value in filters.items()),
            *(
                {"attribute": name, "value": value} | patterns
                for name, value in trigger.get("eventFilterPathPatterns", {}).items()
            ),
        ],
    }
