"""The settings that a release hands over: all that have to be given, none unknown, none bad."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from core import setting, settings
from scans.gate import limit_settings
from tools.release.runner import ReleaseError, Runner

#: The limits are settings by being declared there, which importing does.
_GATE = limit_settings


def read(runner: Runner, project: str) -> dict[str, str]:
    """Return what `functions/.env` and `functions/.env.<project>` say, as firebase-tools reads it.

    Raises:
        ReleaseError: one of them cannot be read.
    """
    program = str(Path(__file__).with_name("environment.cjs"))
    found: dict[str, str] = json.loads(runner.read("node", program, str(runner.root), project))
    return found


def problems(given: Mapping[str, str], project: str) -> Iterator[str]:
    """Yield what is wrong with the settings of a project, a sentence each.

    None of them names a value that could be anybody's, beyond the bad one itself.
    """
    file = f"functions/.env.{project}"
    for asked in settings.ASKED:
        if asked.name not in given:
            yield f"{asked.name} is not given: write into {file} {asked.says}."
    if given.get(settings.GSTIN.name) == settings.EXAMPLE_GSTIN:
        yield f"{settings.GSTIN.name} in {file} is the example of the emulators: nobody can be it."
    for name, text in given.items():
        if name not in setting.DECLARED:
            yield f"{name} in {file} is no setting: docs/operations/settings.md has their names."
            continue
        try:
            setting.DECLARED[name].of(text)
        except setting.SettingInvalidError as err:
            yield str(err)
    policy = settings.POLICY_VERSION
    if given.get(policy.name, policy.default) != policy.default:
        yield (
            f"{policy.name} says {given[policy.name]}, and the text that is deployed is of "
            f"{policy.default}: take the line out of {file}."
        )


def region(given: Mapping[str, str]) -> str:
    """Return where the functions of these settings run."""
    found: str = setting.DECLARED["SCANNER_REGION"].of(given.get("SCANNER_REGION"))
    return found


def value(given: Mapping[str, str], name: str) -> object:
    """Return the value that a setting has with these settings.

    Raises:
        ReleaseError: there is no such setting.
    """
    if name not in setting.DECLARED:
        raise ReleaseError(f"{name} is no setting.")
    return setting.DECLARED[name].of(given.get(name))
