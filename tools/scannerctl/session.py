"""One command's surroundings: the target, entered and announced, and the backend's context."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Annotated

import typer
from firebase_admin.exceptions import FirebaseError
from google.api_core.exceptions import GoogleAPIError
from google.auth.exceptions import DefaultCredentialsError, GoogleAuthError
from pydantic import ValidationError

from core.access import Caller, Role
from core.clock import SystemClock
from core.context import Context
from core.errors import ScannerError
from core.firebase import app as firebase_app
from core.firebase import firestore_client
from core.store import Store
from tools.emulators.layout import SetupError, checkout
from tools.scannerctl.console import FailureError, agreed, err, problem
from tools.scannerctl.target import Target, resolve

#: Who the audit entries name for what is done here. Whoever may run it on a project could write to
#: its database as well, so the services take it for an admin.
ACTOR = "scannerctl"

Yes = Annotated[bool, typer.Option("--yes", help="Do not ask before writing to a real project.")]


@dataclass(frozen=True)
class Choice:
    """The global options."""

    project: str | None


@dataclass(frozen=True)
class Session:
    """What a command works with."""

    target: Target
    context: Context

    def confirm(self, question: str, *, yes: bool) -> None:
        """Ask before a write to a real project; emulators are written to without asking.

        Raises:
            FailureError: the answer was no, or there was none.
        """
        if self.target.emulated or yes:
            return
        if not agreed(f"{question} in the real project {self.target.project}?"):
            raise FailureError("Nothing was changed.")


@contextmanager
def operation(ctx: typer.Context) -> Iterator[Session]:
    """Enter the target, say which one it is, and end failures in one line and exit code 1."""
    with told():
        target = entered(ctx.obj)
        caller = Caller(ACTOR, email="", email_verified=False, role=Role.ADMIN)
        firebase_app()
        yield Session(target, Context(Store(firestore_client()), caller, SystemClock()))


@contextmanager
def told() -> Iterator[None]:
    """End failures in one line and exit code 1."""
    try:
        yield
    except ScannerError as error:
        _fail(error.sentence, error)
    except (FailureError, SetupError) as error:
        _fail(str(error), error)
    except DefaultCredentialsError as error:
        _fail("No credentials: run `gcloud auth application-default login` first.", error)
    except ValidationError as error:
        fields = ", ".join(".".join(map(str, e["loc"])) for e in error.errors())
        _fail(f"A stored document does not have the expected form: {fields}.", error)
    except (FirebaseError, GoogleAPIError, GoogleAuthError) as error:
        _fail(f"Google answered: {str(error).splitlines()[0]}", error)


def entered(choice: Choice) -> Target:
    """Lead this process to the target that was chosen, and say which one it is.

    Raises:
        FailureError: it is not there, or contradicts the environment.
    """
    target = resolve(choice.project, os.environ, checkout())
    style = "green" if target.emulated else "bold white on red"
    err.print(str(target), style=style, markup=False, soft_wrap=True)
    target.enter()
    return target


def _fail(sentence: str, error: Exception) -> None:
    problem(sentence)
    raise typer.Exit(1) from error
