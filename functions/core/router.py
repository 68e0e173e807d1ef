"""Serves many callables from one function: the path of a call names the callable.

Clients call `httpsCallable(functions, "scans/open_case")`. The first word is the function, the rest
arrives as the path. A callable's module is imported when the callable is first called.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from firebase_functions import https_fn
from firebase_functions.params import SecretParam

from core import settings
from core.callables import Spec, answer
from core.context import Context
from core.errors import CallableUnknown
from core.instances import Instances
from core.loading import loading

#: Module -> the callables that it defines, by the names of their handlers.
Modules = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Router:
    """One callable function, and the callables that it serves.

    The name of a callable follows from where it is served: the function's name, a slash, the
    handler's name.

    Attributes:
        function: the name under which the function is deployed.
        modules: the callables, by the module that defines them.
        instances: what it runs on.
        secrets: what its environment is given beside the settings, and no other function's.
    """

    function: str
    modules: Modules
    instances: Instances
    secrets: tuple[SecretParam, ...] = ()

    def specs(self) -> list[Spec[Any, Any]]:
        """Import the modules of all callables, and return these."""
        return [_spec(self.function, module, name) for module, name in self._callables()]

    def find(self, path: str) -> Spec[Any, Any]:
        """Return the callable at a path, `/open_case`; imports its module.

        Raises:
            CallableUnknown: no callable has exactly this path.
        """
        for module, name in self._callables():
            if path == f"/{name}":
                return _spec(self.function, module, name)
        raise CallableUnknown

    def deployed(self, follow: Callable[[Context], object]) -> Callable[..., Any]:
        """Return the function as firebase-functions deploys it; imports no callable.

        `follow` is what `core.callables.answer` does for a caller whose address has changed.
        """

        def function(call: https_fn.CallableRequest[Any]) -> Any:  # noqa: ANN401
            return answer(self.function, lambda: self.find(call.raw_request.path), call, follow)

        function.__name__ = function.__qualname__ = self.function
        return https_fn.on_call(
            **self.instances.options(),
            secrets=list(self.secrets),
            enforce_app_check=settings.ENFORCE_APP_CHECK,
        )(function)

    def _callables(self) -> Iterator[tuple[str, str]]:
        return ((module, name) for module, names in self.modules.items() for name in names)


@cache
def _spec(function: str, module: str, name: str) -> Spec[Any, Any]:
    with loading():
        declared: Spec[Any, Any] = getattr(import_module(module), name)
    return declared.served_as(f"{function}/{name}")
