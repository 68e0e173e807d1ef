"""What a callable reads before its service runs, in one request with the account of who calls.

A callable names the documents that its service asks for in any case, as far as they are known from
who calls and what is asked: by their models, or by a function of the two. The service asks for them
as ever, and finds them read.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any

from pydantic import BaseModel

from core.access import Caller, Role
from core.documents import Document
from core.reading import Key

#: A model, whose ids are fields of the request or else the caller's own; or what returns keys.
Wanted = type[Document] | Callable[[Caller, Any], Iterable[Key]]

_IDS = re.compile(r"{(\w+)}")


def keys(wanted: tuple[Wanted, ...], caller: Caller, request: BaseModel) -> list[Key]:
    """Return the documents that are wanted for a request, as far as it and who calls name them.

    A token may name no organisation where it should: that is refused once the account is read.
    """
    found = (key for each in wanted for key in _named(each, caller, request))
    return [key for key in found if all(key[1:])]


def _named(wanted: Wanted, caller: Caller, request: BaseModel) -> Iterable[Key]:
    if isinstance(wanted, type):
        return _of_model(wanted, caller, request)
    return wanted(caller, request)


def _of_model(model: type[Document], caller: Caller, request: BaseModel) -> list[Key]:
    own = {
        "uid": caller.uid,
        "clinic_id": caller.org if caller.role is Role.CLINIC else None,
        "lab_id": caller.org if caller.role is Role.LAB else None,
        "wallet_id": caller.org,
    }
    ids = [getattr(request, name, None) or own.get(name) for name in _IDS.findall(model.path)]
    named = [each for each in ids if each]
    return [(model, *named)] if len(named) == len(ids) else []
