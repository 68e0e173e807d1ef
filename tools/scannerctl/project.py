"""Commands about a real project: whether it is set up as the table says, and setting it up."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import groupby
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from tools.emulators.layout import checkout
from tools.project import checking
from tools.project import given as project_settings
from tools.project.checking import Finding, Verdict
from tools.project.facts import Facts, discover
from tools.project.google import Google, UnreadError, connect, stand_in
from tools.project.lines import Line, Maker
from tools.project.table import NOTES, SUBJECTS, lines
from tools.release.runner import ReleaseError
from tools.scannerctl import session
from tools.scannerctl.console import FailureError, agreed, cell, err, out, printable
from tools.scannerctl.session import Yes

app = typer.Typer(no_args_is_help=True)

At = Annotated[
    str | None,
    typer.Option(
        metavar="URL",
        help="A stand-in on this machine (`python -m tools.project.standin`) in the place of "
        "Google; it gets no login.",
    ),
]
About = Annotated[
    list[str] | None,
    typer.Option("--about", metavar="SUBJECT", help=f"Only these: {', '.join(SUBJECTS)}."),
]
_STYLES = {Verdict.MISSING: "red", Verdict.DIFFERS: "red", Verdict.UNREAD: "yellow"}
_MAKERS = {
    Maker.APPLY: "project apply",
    Maker.RELEASE: "a release",
    Maker.PERSON: "a person",
}


@app.command()
def check(
    ctx: typer.Context,
    about: About = None,
    before_release: Annotated[
        bool, typer.Option("--before-release", help="Leave out what a release makes.")
    ] = False,
    at: At = None,
) -> None:
    """Prints what is missing or differs, with what mends it; exit code 1 where anything is.

    What could not be read is printed, too, and counts as not proven.
    """
    with _looking(ctx, at) as (google, facts):
        wanted = _chosen(facts, about)
        if before_release:
            wanted = [line for line in wanted if line.maker is not Maker.RELEASE]
        found = checking.check(google, wanted)
    faulty = [finding for finding in found if not finding.holds]
    _print_all(faulty)
    out.print(_counted(found))
    for subject in dict.fromkeys(finding.line.subject for finding in found):
        if subject in NOTES:
            out.print(cell(f"{subject}: {NOTES[subject]}"), soft_wrap=True)
    out.print(cell(_sum(found)), soft_wrap=True)
    if faulty:
        raise typer.Exit(1)


@app.command()
def apply(ctx: typer.Context, about: About = None, at: At = None, yes: Yes = False) -> None:
    """Does what needs no person, one by one, each after a yes. Safe to repeat.

    Exit code 1 where something was refused. What is left is what `project check` prints.
    """
    done = refused = 0
    with _looking(ctx, at) as (google, facts):
        # Where alerts go is known after the APIs are on, so that is done first.
        for subjects in ({"apis"}, set(SUBJECTS) - {"apis"}):
            known = replace(discover(google, facts.project), app_host=facts.app_host)
            wanted = [line for line in _chosen(known, about) if line.subject in subjects]
            for mended in checking.apply(google, wanted, lambda each: _agreed(each, yes)):
                if mended.why:
                    refused += 1
                    why = f"{mended.finding.line.says}: {mended.why}"
                    out.print(Text("refused ", "red"), cell(why), soft_wrap=True, sep="")
                else:
                    done += 1
                    says = cell(mended.finding.line.says)
                    out.print(Text("done    ", "green"), says, soft_wrap=True, sep="")
    out.print(cell(f"{done} done, {refused} refused. `project check` prints what is left."))
    if refused:
        raise typer.Exit(1)


@contextmanager
def _looking(ctx: typer.Context, at: str | None) -> Iterator[tuple[Google, Facts]]:
    """Say which project it is, and ask it; end failures in one line and exit code 1."""
    with session.told():
        try:
            name = ctx.obj.project
            if at is not None:
                name = _given(name)
                google = stand_in(at)
                err.print(f"STAND-IN of the project {name}, at {at}", style="green", markup=False)
            else:
                name = _real(ctx)
                google = connect(name)
            yield google, discover(google, name, _app_url(name))
        except UnreadError as error:
            raise FailureError(f"The project cannot be read: {error}.") from error
        except ReleaseError as error:
            raise FailureError(str(error)) from error


def _app_url(project: str) -> str:
    """Return where the project's apps are; refuse to judge it by the settings of another."""
    given = project_settings.read(checkout().root, project)
    if missing := " ".join(project_settings.otherwise(given)):
        raise FailureError(
            f"functions/.env.{project} has settings that the functions are declared by: run this "
            f"again as `{missing} ./scannerctl ...`."
        )
    return project_settings.app_url(given)


def _real(ctx: typer.Context) -> str:
    target = session.entered(ctx.obj)
    if target.emulated:
        raise FailureError("Emulators need no set-up: name a real project with --project.")
    return target.project


def _given(name: str | None) -> str:
    if not name:
        raise FailureError("Name the project that the stand-in stands for with --project.")
    return name


def _chosen(facts: Facts, about: list[str] | None) -> list[Line]:
    unknown = set(about or ()) - SUBJECTS.keys()
    if unknown:
        raise typer.BadParameter(f"{', '.join(sorted(unknown))}: none of {', '.join(SUBJECTS)}")
    return [line for line in lines(facts) if not about or line.subject in about]


def _agreed(finding: Finding, yes: bool) -> bool:
    if yes:
        return True
    _print_all([finding])
    return agreed("Do it?")


def _print_all(found: list[Finding]) -> None:
    """Print a line for each; what several have in common, once behind them."""
    for _, same in groupby(found, lambda f: (f.verdict, f.faults, f.maker, f.line.mend)):
        run = list(same)
        for finding in run:
            text = Text(f"{finding.verdict:9}", _STYLES.get(finding.verdict, "green"))
            out.print(
                text.append_text(Text(printable(finding.line.says), "default")), soft_wrap=True
            )
        for fault in run[-1].faults:
            out.print(Text(f"{'':9}{printable(fault)}", "dim"), soft_wrap=True)
        out.print(
            Text(f"{'':9}{_MAKERS[run[-1].maker]}: {printable(run[-1].line.mend)}"), soft_wrap=True
        )


def _counted(found: list[Finding]) -> Table:
    """Return how many lines of each subject were found how."""
    table = Table("subject", *Verdict)
    for subject in dict.fromkeys(f.line.subject for f in found):
        of_it = [f.verdict for f in found if f.line.subject == subject]
        table.add_row(subject, *(cell(of_it.count(verdict) or "") for verdict in Verdict))
    return table


def _sum(found: list[Finding]) -> str:
    left = [f for f in found if not f.holds]
    if not left:
        return f"All {len(found)} lines hold."
    unread = sum(f.verdict is Verdict.UNREAD for f in left)
    known = [f.maker for f in left if f.verdict is not Verdict.UNREAD]
    made = ", ".join(
        f"{known.count(maker)} by {_MAKERS[maker]}" for maker in Maker if maker in known
    )
    return f"{len(left)} of {len(found)} lines do not hold: {made or 'none known'}" + (
        f"; {unread} could not be read and are not proven." if unread else "."
    )
