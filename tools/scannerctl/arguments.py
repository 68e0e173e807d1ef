"""What is typed after a command, refused before anything is touched when it cannot be right."""

from __future__ import annotations

from collections.abc import Callable

import typer
from pydantic import TypeAdapter, ValidationError


def of_form(form: object, name: str) -> Callable[[str | None], str | None]:
    """Return a callback that refuses what is not of this form; an option may be missing."""

    def check(value: str | None) -> str | None:
        if value is None:
            return None
        try:
            return str(TypeAdapter(form).validate_python(value))
        except ValidationError as err:
            raise typer.BadParameter(f"this is no {name}") from err

    return check
