"""Lines on rules: those in force are the files', whatever was tried in a console since."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tools.project.apis import RULES
from tools.project.facts import Facts
from tools.project.lines import Line, Maker
from tools.project.matching import SameText
from tools.project.sources import RulesInForce

_ROOT = Path(__file__).resolve().parents[3]


def lines(facts: Facts) -> Iterator[Line]:
    """Yield them."""
    # As firebase-tools 15 names what it releases (`lib/rulesDeploy.js`).
    releases = {"firestore": "cloud.firestore", "storage": f"firebase.storage/{facts.landing}"}
    for name, release in releases.items():
        file = f"{name}.rules"
        text = (_ROOT / file).read_text(encoding="utf-8")
        yield Line(
            id=f"rules/{name}",
            says=f"The rules in force are those of `{file}`",
            source=RulesInForce(RULES, f"projects/{facts.project}/releases/{release}"),
            wanted={"source": {"files": [{"content": SameText(file, text)}]}},
            mend=f"npx firebase deploy --only {'firestore:rules' if name == 'firestore' else name} "
            f"--project {facts.project}",
            maker=Maker.RELEASE,
        )
