"""The one wrapper around every callable: schema, caller, service, response, errors, log line."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from firebase_functions import https_fn
from pydantic import BaseModel, ConfigDict, ValidationError

from core import log, reading_ahead, settings, text
from core.access import Caller, Role, Standing, admit
from core.clock import SystemClock
from core.context import Context
from core.errors import (
    COMMON_ERRORS,
    Busy,
    ErasurePending,
    InvalidRequest,
    PolicyNotAccepted,
    ScannerError,
    SignInRequired,
)
from core.firebase import firestore_client, has_account
from core.following import Following
from core.idempotency import Request, record_of
from core.lazy_model import LazyModel
from core.queries import Search
from core.reading import Key
from core.reading_ahead import Wanted
from core.store import Store
from core.tally import Tally
from core.wire import decoded

if TYPE_CHECKING:
    from google.cloud.firestore import Client
    from pydantic_core import ErrorDetails

Q = TypeVar("Q", bound=BaseModel)
A = TypeVar("A", bound=BaseModel)

#: What is told of a failure of ours, whose reason is `internal`.
INTERNAL = "Something went wrong on our side: try again in a moment."


class Message(LazyModel):
    """Base of requests and responses: no extra fields, no values in error texts.

    Each field tells app developers what it is: `Field(description=...)`, or its type does, where
    it means the same everywhere (`core.fields`). A test holds every field to that. `example` is
    shown in docs/api.md and checked against the model by a test.
    """

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        hide_input_in_errors=True,
        str_strip_whitespace=True,
    )
    example: ClassVar[dict[str, Any]] = {}


@dataclass(frozen=True)
class Spec(Generic[Q, A]):
    """A callable as declared: what runs it, and what docs/api.md and the schemas are made from.

    It has its name, and stands in the registry, once a function serves it.
    """

    handler: "Callable[[Context, Q], A]"
    request: type[Q]
    response: type[A]
    roles: frozenset[Role] | None
    raises: tuple[type[ScannerError], ...] = ()
    submits: bool = False
    begins: bool = False
    reads: tuple[Wanted, ...] = ()
    locks: tuple[Wanted, ...] | None = None
    follows: Following | None = None
    name: str = ""
    registry: ClassVar[dict[str, "Spec[Any, Any]"]] = {}

    @property
    def doc(self) -> str:
        """What the callable does, from the handler's docstring."""
        return (self.handler.__doc__ or "").strip()

    @cached_property
    def reasons(self) -> frozenset[str]:
        """The reasons of the errors that a caller may meet."""
        return frozenset(error.reason for error in (*COMMON_ERRORS, *self.raises))

    def ahead(self, caller: Caller, request: Q) -> list[Key | Search]:
        """Return what is read together with the account of who calls."""
        locks = self.locks or ()
        others = tuple(each for each in (*self.reads, *locks) if each is not Request)
        wanted = reading_ahead.keys(others, caller, request)
        if Request in locks:
            key = record_of(caller.uid, self.name, getattr(request, "idempotency_key", ""))
            wanted.append((Request, key))
        recalled = self.follows.recalled(caller, wanted) if self.follows else []
        return [*wanted, *recalled]

    def served_as(self, name: str) -> "Spec[Q, A]":
        """Return it under the name that clients call, `scans/open_case`, and register it."""
        served = replace(self, name=name)
        Spec.registry[name] = served
        return served


def callable_function(
    *,
    response: type[A],
    request: type[Q],
    roles: frozenset[Role] | None,
    raises: tuple[type[ScannerError], ...] = (),
    submits: bool = False,
    begins: bool = False,
    reads: tuple[Wanted, ...] = (),
    locks: tuple[Wanted, ...] | None = None,
    follows: Following | None = None,
) -> Callable[[Callable[[Context, Q], A]], Spec[Q, A]]:
    """Declare a callable of `handler(context, request) -> response`; `main.py` says who serves it.

    Args:
        response: the response model.
        request: the request model; extra fields are refused.
        roles: who may call; None lets in everybody who has an account in Auth, pending ones too.
        raises: every error class that the handler may raise. One that is not declared still
            reaches the caller, and is logged as a fault of ours.
        submits: it takes in new personal data: from who accepted the privacy policy in force.
        begins: something new begins with it that an erasure would have to wait for, or would take
            away: refused while the erasure of who or what it is about cools off.
        reads: what the service reads first outside of a transaction, or competes for; see
            `core.reading_ahead`.
        locks: what the service reads in its transaction in any case, which is the first thing that
            it runs: the transaction begins with who calls. `Request` is the record of the key that
            `core.idempotency.once` looks for. None where it runs none, or does more before.
        follows: what remembers what followed from these, and has it read with them.
    """
    more = [e for e, met in ((PolicyNotAccepted, submits), (ErasurePending, begins)) if met]

    def declare(handler: Callable[[Context, Q], A]) -> Spec[Q, A]:
        raised = (*raises, *more)
        return Spec(
            handler, request, response, roles, raised, submits, begins, reads, locks, follows
        )

    return declare


def answer(
    function: str,
    find: Callable[[], Spec[Any, Any]],
    call: https_fn.CallableRequest[Any],
    follow: Callable[[Context], object],
    client: "Client | None" = None,
) -> Any:  # noqa: ANN401
    """Run one call and write its one log line; the line of a cold call counts the imports.

    Args:
        function: what the line names until the callable is found, so never what the client sent.
        find: returns the callable, or raises what the caller is told.
        call: the call.
        follow: brings the account of a caller in line whose e-mail address is another one by now.
        client: Firestore's; without one that of the instance.

    Raises:
        HttpsError: what the caller is told.
    """
    started = time.monotonic()
    name, outcome, tally = function, "ok", Tally()
    reasons = frozenset(error.reason for error in COMMON_ERRORS)
    try:
        store = Store(client or firestore_client())
        tally = store.tally
        spec = find()
        name, reasons = spec.name, spec.reasons
        return _handle(spec, call, store, follow).model_dump(mode="json")
    except ScannerError as err:
        outcome = err.reason
        if err.reason not in reasons:
            log.failure("reason not declared", err, function=name, reason=err.reason)
        raise _mapped(err) from err
    except Exception as err:
        outcome = "internal"
        log.failure("unexpected failure", err, function=name)
        raise https_fn.HttpsError(
            https_fn.FunctionsErrorCode.INTERNAL,
            INTERNAL,
            {"reason": "internal", "sentence": INTERNAL},
        ) from err
    finally:
        log.info(
            "callable",
            function=name,
            uid=call.auth.uid if call.auth else None,
            outcome=outcome,
            milliseconds=round((time.monotonic() - started) * 1000),
            reads=tally.reads,
            writes=tally.writes,
            aborted=tally.aborted,
            trips=tally.trips,
        )


def _handle(
    spec: Spec[Q, A],
    call: https_fn.CallableRequest[Any],
    store: Store,
    follow: Callable[[Context], object],
) -> A:
    if call.auth is None:
        raise SignInRequired
    caller = Caller.from_token(call.auth.uid, call.auth.token)
    request, invalid = _parsed(spec.request, call.data)
    try:
        if request is not None and (spec.roles is None or caller.role in spec.roles):
            _read_ahead(spec, store, caller, request)
        caller = _admitted(spec, store, caller)
        if request is None:
            raise invalid
        ctx = Context(store, caller, SystemClock())
        if caller.moved:
            store.close()  # it writes what is locked
            follow(ctx)
        store.guard(lambda: _admitted_still(spec, store, caller))
        return spec.handler(ctx, request)
    finally:
        store.close()


def _read_ahead(spec: Spec[Q, A], store: Store, caller: Caller, request: Q) -> None:
    """Read what is known to be read, in one request with the account."""
    account, wanted = (Standing, caller.uid), spec.ahead(caller, request)
    if spec.locks is not None:
        store.open(account, *wanted)
    elif wanted:
        store.ahead(account, *wanted)


def _admitted(spec: Spec[Q, A], store: Store, caller: Caller) -> Caller:
    """Return who calls, admitted; who has a role, by the account's document.

    Others need an account in Auth, which who has a document has; an erased person has neither.
    """
    if spec.roles is not None:
        policy = settings.POLICY_VERSION.value if spec.submits else None
        return admit(store, caller, spec.roles, policy, begins=spec.begins)
    if spec.locks is not None and store.get(Standing, caller.uid) is not None:
        return caller
    store.tally.trips += 1
    if not has_account(caller.uid):
        raise SignInRequired
    return caller


def _admitted_still(spec: Spec[Q, A], store: Store, caller: Caller) -> None:
    """Admit who calls once more, before a transaction that was aborted is tried again.

    Raises:
        Busy: it may call still, but not as it was.
    """
    if _admitted(spec, store, caller) != caller:
        raise Busy


def _parsed(model: type[Q], data: object) -> tuple[Q | None, InvalidRequest]:
    """Read a request before it is known who may make it: what is wrong with it is told after."""
    try:
        return parse(model, data), InvalidRequest(problems=[])
    except InvalidRequest as err:
        return None, err


def parse(model: type[Q], data: object) -> Q:
    """Read a request.

    Raises:
        InvalidRequest: with the names of the fields and what is wrong, without their values.
    """
    try:
        return model.model_validate({} if data is None else decoded(data))
    except ValidationError as err:
        problems = [
            {"field": ".".join(map(str, e["loc"])), "problem": _problem(e)}
            for e in err.errors(include_url=False, include_input=False)
        ]
        raise InvalidRequest(problems=problems) from err


def _problem(error: "ErrorDetails") -> str:
    """Say what is wrong in words that cannot quote the value.

    pydantic's own messages name the constraint; a validator's message may hold anything.
    """
    if error["type"] == "value_error":
        return "Value is not valid"
    words = text.WORDS.get(error.get("ctx", {}).get("pattern", ""))
    return f"Give {words}" if words else error["msg"]


def _mapped(err: ScannerError) -> https_fn.HttpsError:
    code = https_fn.FunctionsErrorCode(err.code.value)
    # SDKs put more than the sentence into the message of their errors.
    told = {"reason": err.reason, "sentence": err.sentence, **err.details}
    return https_fn.HttpsError(code, err.sentence, told)
