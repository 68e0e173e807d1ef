"""What must be refused: a step that is let through by mistake fails."""

from __future__ import annotations

from tools.client import CallError, DeniedError, Person
from tools.demo.steps import UnexpectedError
from tools.demo.uploading import links


def read(person: Person, path: str) -> None:
    """Try to read a document that is not the person's to see.

    Raises:
        UnexpectedError: the rules let it through.
    """
    try:
        person.read(path)
    except DeniedError:
        return
    raise UnexpectedError(f"{path} could be read")


def upload(person: Person, object_name: str, data: bytes) -> None:
    """Try to upload into a slot that is closed.

    Raises:
        UnexpectedError: the rules let it through.
    """
    try:
        person.upload(object_name, data)
    except DeniedError:
        return
    raise UnexpectedError("the slot still took a file")


def file_links(person: Person, case_id: str, file_ids: list[str], reason: str) -> str:
    """Ask for links that must not be given; returns the reason.

    Raises:
        UnexpectedError: they were given, or refused for another reason.
    """
    try:
        links(person, case_id, file_ids)
    except CallError as err:
        if err.reason != reason:
            raise UnexpectedError(f"refused with {err.reason}, not {reason}") from err
        return reason
    raise UnexpectedError("the links were given")
