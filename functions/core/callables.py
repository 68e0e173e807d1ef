"""The one wrapper around every callable: schema, caller, service, response, errors, log line."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from firebase_functions import https_fn, options
from firebase_functions.params import SecretParam
from pydantic import BaseModel, ConfigDict, ValidationError

from core import log, settings
from core.access import Caller, Role, admit
from core.clock import SystemClock
from core.context import Context
from core.errors import (
    COMMON_ERRORS,
    InvalidRequest,
    PolicyNotAccepted,
    ScannerError,
    SignInRequired,
)
from core.firebase import firestore_client, has_account
from core.store import Store

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Q = TypeVar("Q", bound=BaseModel)
A = TypeVar("A", bound=BaseModel)


class Message(BaseModel):
    """Base of requests and responses: no extra fields, no values in error texts.

    `example` is shown in docs/api.md and checked against the model by a test.
    """

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        hide_input_in_errors=True,
        str_strip_whitespace=True,
        defer_build=True,
    )
    example: ClassVar[dict[str, Any]] = {}


@dataclass(frozen=True)
class Spec(Generic[Q, A]):
    """A callable as declared: what docs/api.md and the schemas are generated from."""

    name: str
    request: type[Q]
    response: type[A]
    roles: frozenset[Role] | None
    raises: tuple[type[ScannerError], ...]
    doc: str
    submits: bool = False
    registry: ClassVar[dict[str, "Spec[Any, Any]"]] = {}
    reasons: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        declared = frozenset(e.reason for e in (*COMMON_ERRORS, *self.raises))
        object.__setattr__(self, "reasons", declared)
        Spec.registry[self.name] = self


def callable_function(
    *,
    response: type[A],
    request: type[Q],
    roles: frozenset[Role] | None,
    raises: tuple[type[ScannerError], ...] = (),
    submits: bool = False,
    memory: options.MemoryOption = options.MemoryOption.MB_512,
    secrets: tuple[SecretParam, ...] = (),
) -> Callable[[Callable[[Context, Q], A]], Callable[..., Any]]:
    """Make a callable function of `handler(context, request) -> response`.

    Args:
        response: the response model.
        request: the request model; extra fields are refused.
        roles: who may call; None lets in everybody who has an account in Auth, pending ones too.
        raises: every error class that the handler may raise. One that is not declared still
            reaches the caller, and is logged as a fault of ours.
        submits: it takes in new personal data: from who accepted the privacy policy in force.
        memory: the instance's memory.
        secrets: what its environment is given beside the settings, and no other function's.
    """

    def decorate(handler: Callable[[Context, Q], A]) -> Callable[..., Any]:
        doc = (handler.__doc__ or "").strip()
        may_meet = (*raises, PolicyNotAccepted) if submits else raises
        spec = Spec(handler.__name__, request, response, roles, may_meet, doc, submits)

        def function(call: https_fn.CallableRequest[Any]) -> Any:  # noqa: ANN401
            return _answer(spec, handler, call)

        function.__name__ = function.__qualname__ = handler.__name__
        function.__doc__ = handler.__doc__
        return https_fn.on_call(
            region=settings.REGION,
            memory=memory,
            secrets=list(secrets),
            enforce_app_check=settings.ENFORCE_APP_CHECK,
        )(function)

    return decorate


def _answer(
    spec: Spec[Q, A], handler: Callable[[Context, Q], A], call: https_fn.CallableRequest[Any]
) -> Any:  # noqa: ANN401
    """Run one call and write its one log line."""
    started = time.monotonic()
    store = Store(firestore_client())
    outcome = "ok"
    try:
        return _handle(spec, handler, call, store).model_dump(mode="json")
    except ScannerError as err:
        outcome = err.reason
        if err.reason not in spec.reasons:
            log.failure("reason not declared", err, function=spec.name, reason=err.reason)
        raise _mapped(err) from err
    except Exception as err:
        outcome = "internal"
        log.failure("unexpected failure", err, function=spec.name)
        raise https_fn.HttpsError(
            https_fn.FunctionsErrorCode.INTERNAL,
            "Something went wrong on our side: try again in a moment.",
            {"reason": "internal"},
        ) from err
    finally:
        log.info(
            "callable",
            function=spec.name,
            uid=call.auth.uid if call.auth else None,
            outcome=outcome,
            milliseconds=round((time.monotonic() - started) * 1000),
            reads=store.tally.reads,
            writes=store.tally.writes,
            aborted=store.tally.aborted,
        )


def _handle(
    spec: Spec[Q, A],
    handler: Callable[[Context, Q], A],
    call: https_fn.CallableRequest[Any],
    store: Store,
) -> A:
    if call.auth is None:
        raise SignInRequired
    caller = Caller.from_token(call.auth.uid, call.auth.token)
    if spec.roles is not None:
        policy = settings.POLICY_VERSION.value if spec.submits else None
        caller = admit(store, caller, spec.roles, policy)
    elif not has_account(caller.uid):  # no document has to be there: an erased person has none
        raise SignInRequired
    request = parse(spec.request, call.data)
    return handler(Context(store, caller, SystemClock()), request)


def parse(model: type[Q], data: object) -> Q:
    """Read a request.

    Raises:
        InvalidRequest: with the names of the fields and what is wrong, without their values.
    """
    try:
        return model.model_validate({} if data is None else data)
    except ValidationError as err:
        problems = [
            {"field": ".".join(map(str, e["loc"])), "problem": _problem(e)}
            for e in err.errors(include_url=False, include_context=False, include_input=False)
        ]
        raise InvalidRequest(problems=problems) from err


def _problem(error: "ErrorDetails") -> str:
    """Say what is wrong in words that cannot quote the value.

    pydantic's own messages name the constraint; a validator's message may hold anything.
    """
    return "Value is not valid" if error["type"] == "value_error" else error["msg"]


def _mapped(err: ScannerError) -> https_fn.HttpsError:
    code = https_fn.FunctionsErrorCode(err.code.value)
    return https_fn.HttpsError(code, err.sentence, {"reason": err.reason, **err.details})
