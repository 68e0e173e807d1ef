"""The steps of a release, in their order, as commands that one could type."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tools.release.groups import Group
from tools.release.runner import typed

#: What the checkout does not hold and a deployment takes along: the console, and the kernel for the
#: processors that functions run on.
BUILDS = (
    ("make", "web"),
    ("functions/venv/bin/python", "-m", "tools.kernel", "--target", "runtime"),
)
#: Steps that may be left out, on record.
SKIPPED = frozenset({"check", "project"})


@dataclass(frozen=True)
class Step:
    """One step.

    Attributes:
        name: by which a release that is repeated knows that it is done.
        says: what it is for.
        commands: the programs that it runs, one after the other.
        then: what is done after these, and how that is said; None for nothing.
        anew: whether it is done again where a release goes on: it changes nothing of the project.
    """

    name: str
    says: str
    commands: tuple[tuple[str, ...], ...] = ()
    then: tuple[str, Callable[[], None]] | None = None
    anew: bool = False

    def lines(self) -> Iterator[str]:
        """Yield the step as the plan shows it."""
        yield f"{self.name}: {self.says}"
        yield from (f"    $ {typed(command)}" for command in self.commands)
        if self.then is not None:
            yield f"    {self.then[0]}"


@dataclass(frozen=True)
class Acts:
    """What a release does besides running programs."""

    wait: Callable[[], None]
    ask: Callable[[], None]
    record: Callable[[], None]


def steps(
    project: str,
    groups: Sequence[Group],
    acts: Acts,
    *,
    left_out: frozenset[str] = frozenset(),
    rules_last: bool,
) -> list[Step]:
    """Return the steps of a release.

    Args:
        project: the project's id.
        groups: the functions, as they are deployed.
        acts: what is done besides running programs.
        left_out: which of `SKIPPED` are left out.
        rules_last: whether the rules allow less than before, and follow the functions.
    """
    rules = Step(
        "rules",
        "the rules of Firestore and Storage",
        (_deploy(project, "firestore:rules,storage"),),
    )
    functions = [
        Step(
            f"functions {number}",
            f"group {number} of {len(groups)}, {len(group.functions)} functions within the quota",
            (_deploy(project, _only(group), forced=group.forced),),
        )
        for number, group in enumerate(groups, 1)
    ]
    look = ("./scannerctl", "--project", project, "project", "check")
    wanted = [
        Step("build", "what is built and not kept in git", BUILDS, anew=True),
        Step("check", "what CI runs", (("make", "check"),)),
        Step("project", "whether it is set up", ((*look, "--before-release"),), anew=True),
        Step(
            "indexes",
            "indexes and TTL, before anything asks for them",
            (_deploy(project, "firestore:indexes"),),
            ("wait until Firestore has built them", acts.wait),
        ),
        *([*functions, rules] if rules_last else [rules, *functions]),
        Step("hosting", "the console", (_deploy(project, "hosting"),)),
        Step("project again", "what the release has made of it", (look,), anew=True),
        Step("smoke", "through the public surface", (), ("ask the project", acts.ask), anew=True),
        Step("record", "what was released", (), ("tag the commit", acts.record), anew=True),
    ]
    return [step for step in wanted if step.name.split()[0] not in left_out]


def _deploy(project: str, only: str, *, forced: bool = False) -> tuple[str, ...]:
    command = ("firebase", "deploy", "--project", project, "--non-interactive", "--only", only)
    return (*command, "--force") if forced else command


def _only(group: Group) -> str:
    return ",".join(f"functions:{name}" for name in group.functions)
