#!/usr/bin/env python3
"""Stands in for the `firebase` program: takes what the real one takes, and refuses what it refuses.

The refusals are those of firebase-tools 15.34.2, in its words. What it was asked, and what is
deployed by now, stands in files of the folder that it is called in.
"""

import json
import sys
from pathlib import Path

STATE = Path(".stand-in/state.json")
JOURNAL = Path(".stand-in/journal")
FLAGS = {"--non-interactive", "--force"}
OTHERS = {"firestore:indexes", "firestore:rules", "storage", "hosting"}
#: The regional quota of a new project, and how many updates run at the same time.
VCPU, AT_ONCE = 20, 40


def refuse(why: str, code: int = 1) -> None:
    """End as the real program does where it refuses."""
    sys.stderr.write(f"\nError: {why}\n")
    sys.exit(code)


def deploy(arguments: list[str], state: dict) -> None:
    """Deploy what is asked for."""
    values = {}
    while arguments:
        word = arguments.pop(0)
        if word in {"--project", "--only"}:
            values[word] = arguments.pop(0)
        elif word in FLAGS:
            values[word] = "yes"
        else:
            refuse(f"unknown option '{word}'")
    if "--project" not in values:
        refuse("No currently active project.")
    if "--non-interactive" not in values:
        refuse("Cannot run login in non-interactive mode.")
    targets = values.get("--only", "").split(",")
    names = [each.removeprefix("functions:") for each in targets if each.startswith("functions:")]
    if unknown := [t for t in targets if t not in OTHERS and not t.startswith("functions:")]:
        refuse(f"Unknown deploy target {unknown[0]}")
    if names:
        functions(names, state, forced="--force" in values)
    state["targets"] += [target for target in targets if target in OTHERS]


def functions(names: list[str], state: dict, *, forced: bool) -> None:
    """Deploy functions."""
    known = state["functions"]
    if unknown := [name for name in names if name not in known]:
        refuse(f"No function matches the filter: {unknown[0]}")
    if state.get("fails_at") in names:
        refuse("There was an error deploying functions", 2)
    retried = [name for name in names if known[name]["retry"] and name not in state["deployed"]]
    if retried and not forced:
        refuse("Pass the --force option to deploy functions with a failure policy")
    if sum(known[name]["cpu"] for name in names[:AT_ONCE]) * 2 > VCPU:
        refuse("Quota exceeded for total allowable CPU per project per region.", 2)
    state["deployed"] = sorted({*state["deployed"], *names})
    if not forced and not state["cleanup"]:
        STATE.write_text(json.dumps(state))
        refuse("Functions successfully deployed but could not set up cleanup policy")
    state["cleanup"] = state["cleanup"] or forced


def main() -> None:
    """Do what is asked, and write it down."""
    with JOURNAL.open("a") as journal:
        journal.write(f"firebase {' '.join(sys.argv[1:])}\n")
    state = json.loads(STATE.read_text())
    command, *arguments = sys.argv[1:]
    if command != "deploy":
        refuse(f"{command} is not a Firebase command")
    deploy(arguments, state)
    STATE.write_text(json.dumps(state))


if __name__ == "__main__":
    main()
