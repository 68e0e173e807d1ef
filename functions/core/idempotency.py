"""An idempotency key names one act of a client: a retry under it gets the first answer.

The same key with another body is refused. The record of the answer is written in the same
transaction as the work, so either both exist or neither.
"""

import hashlib
import json
from collections.abc import Callable
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import AwareDatetime, BaseModel, Field, ValidationError

from core import log, periods
from core.context import Context
from core.documents import Document
from core.errors import DocumentNewer, KeyReused
from core.privacy import Retention, Viewer, held
from core.units import UnitOfWork

R = TypeVar("R", bound=BaseModel)

#: A key as a client makes it: a UUID or another random token.
IdempotencyKey = Annotated[
    str,
    Field(
        min_length=16,
        max_length=64,
        pattern=r"^[A-Za-z0-9_-]+$",
        description="A random token, such as a UUID, that the client makes for each act and sends "
        "again when it retries: the act is then done once and answered alike. Sent with anything "
        "else changed, it is refused with `idempotency-key-reused`.",
    ),
]

_KEPT = held("system.operations", Viewer.SYSTEM, kept=Retention.REQUEST)


class Request(Document):
    """A request that was answered: what was asked (hashed) and the answer (ids and times)."""

    path: ClassVar[str] = "requests/{request_id}"

    fingerprint: Annotated[str, _KEPT]
    answer: Annotated[dict[str, Any], _KEPT]
    expires_at: Annotated[AwareDatetime, _KEPT]


def fingerprint_of(body: BaseModel) -> str:
    """Return what tells a retry from a reuse of its key: a hash of all that a request says.

    What is left at its default is not said: a retry that meets another release, whose form has one
    field more, is a retry still.
    """
    canonical = json.dumps(body.model_dump(mode="json", exclude_defaults=True), sort_keys=True)
    return hashlib.sha256(canonical.encode()).hexdigest()


def record_of(uid: str, name: str, key: str) -> str:
    """Return the id of the record of a caller's key: a key space for each caller and callable."""
    return hashlib.sha256(f"{uid}/{name}/{key}".encode()).hexdigest()[:40]


def once(
    ctx: Context,
    name: str,
    key: str,
    body: BaseModel,
    answer: type[R],
    work: Callable[[UnitOfWork], R],
) -> R:
    """Run `work` in a transaction unless this caller's key has been answered before.

    Args:
        ctx: the caller's key space is its own.
        name: the callable's name; keys of different callables do not meet.
        key: the idempotency key.
        body: the request; its fingerprint tells a retry from a reuse.
        answer: the response model; it must hold nothing personal, for it is stored.
        work: reads, then writes, on the unit that it is given.

    Raises:
        KeyReused: the key was used with another body.
        DocumentNewer: a newer release gave an answer that this one does not know.
    """
    request_id = record_of(ctx.caller.uid, name, key)
    fingerprint = fingerprint_of(body)

    def guarded(unit: UnitOfWork) -> R:
        before = unit.get(Request, request_id)
        if before is not None and before.fingerprint != fingerprint:
            raise KeyReused
        if before is not None:
            return _given(answer, before)
        result = work(unit)
        unit.create(
            Request(
                fingerprint=fingerprint,
                answer=result.model_dump(mode="json"),
                expires_at=periods.due(Retention.REQUEST, ctx.clock.now()),
            ),
            request_id,
        )
        return result

    return ctx.store.run(guarded)


def _given(answer: type[R], before: Request) -> R:
    """Return the answer that was given, without what a newer release may have added to it."""
    try:
        return answer.model_validate(before.answer, extra="ignore")
    except ValidationError as err:
        log.failure("answer is newer", err, answer=answer.__name__)
        raise DocumentNewer from err
