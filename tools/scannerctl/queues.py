"""Commands about the queues of Cloud Tasks: their state and settings, pausing and resuming."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from tools.scannerctl import task_queues
from tools.scannerctl.console import FailureError, cell, out
from tools.scannerctl.session import Session, Yes, operation
from tools.scannerctl.task_queues import AT_ONCE, ATTEMPTS, RATE, Declared, Queues

if TYPE_CHECKING:
    from google.cloud.tasks_v2 import Queue

app = typer.Typer(no_args_is_help=True)


def _known(name: str) -> str:
    """Refuse a name that no task function has."""
    known = task_queues.declared()
    if name not in known:
        raise typer.BadParameter(f"no function has it; the queues are {', '.join(known)}")
    return name


Name = Annotated[str, typer.Argument(metavar="NAME", callback=_known)]


@app.command("list")
def list_(ctx: typer.Context) -> None:
    """Lists the queues of the task functions, and what else there is in the region."""
    with operation(ctx) as session:
        declared, found = task_queues.declared(), _queues(session).all()
        table = Table("queue", "state", "a second", "at once", "attempts", "as declared")
        table.columns[0].no_wrap = True
        for name in sorted(declared.keys() | found.keys()):
            table.add_row(cell(name), *_row(declared.get(name), found.get(name)))
        out.print(table)


@app.command()
def show(ctx: typer.Context, name: Name) -> None:
    """Shows a queue's state, and its settings beside those that the code declares."""
    with operation(ctx) as session:
        queue = _queues(session).get(name)
        compared = task_queues.compare(task_queues.declared()[name], queue)
        table = Table("setting", "declared", "queue", "")
        for one in compared:
            mark = _red("differs") if one.differs else ""
            table.add_row(one.title, cell(_value(one.declared)), cell(_value(one.held)), mark)
        out.print(cell(f"{name} is {queue.state.name}"), table)
        differing = sum(one.differs for one in compared)
        if differing:
            out.print(_red(f"{differing} settings differ: deploy {name} again."))


@app.command()
def pause(ctx: typer.Context, name: Name, yes: Yes = False) -> None:
    """Stops a queue from handing out tasks; they wait in it, and more may come."""
    with operation(ctx) as session:
        queues = _queues(session)
        session.confirm(f"Pause the queue {name}", yes=yes)
        state = queues.pause(name).state.name
        out.print(cell(f"{name} is {state}: its tasks wait until `queues resume {name}`."))


@app.command()
def resume(ctx: typer.Context, name: Name, yes: Yes = False) -> None:
    """Has a paused queue hand out its tasks again, at its rate."""
    with operation(ctx) as session:
        queues = _queues(session)
        session.confirm(f"Resume the queue {name}", yes=yes)
        out.print(cell(f"{name} is {queues.resume(name).state.name}."))


def _queues(session: Session) -> Queues:
    if session.target.emulated:
        raise FailureError(
            "The Tasks emulator has no queues to look at: name a real project with --project."
        )
    return Queues(task_queues.connect(), session.target.project)


def _row(declared: Declared | None, queue: Queue | None) -> list[Text]:
    """Return the cells of a queue after its name: one of a function, or not; there, or not."""
    if queue is None:
        return [_red("missing"), cell(None), cell(None), cell(None), _red("deploy it")]
    shown = [cell(_value(setting.of(queue))) for setting in (RATE, AT_ONCE, ATTEMPTS)]
    state = cell(queue.state.name) if queue.state.name == "RUNNING" else _red(queue.state.name)
    return [state, *shown, _verdict(declared, queue)]


def _verdict(declared: Declared | None, queue: Queue) -> Text:
    if declared is None:
        return cell("of no function")
    differing = sum(one.differs for one in task_queues.compare(declared, queue))
    return _red(f"{differing} differ") if differing else cell("yes")


def _value(number: float | None) -> str | None:
    return None if number is None else f"{number:g}"


def _red(text: str) -> Text:
    return Text(text, style="red")
