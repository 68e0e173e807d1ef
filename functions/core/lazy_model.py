"""The base of every model: built when it is first used, by one thread at a time."""

import threading
from typing import Any

from pydantic import BaseModel, ConfigDict

_BUILDING = threading.RLock()


class LazyModel(BaseModel):
    """A model whose validator is built on its first use: a cold start builds only what it uses.

    pydantic builds without a lock (`BaseModel.model_rebuild`, 2.12): of two threads that use one
    for the first time at once, the second takes away what the first has built, and until it has
    built it again the validator and serializer of the parent class are found. A document would be
    read or written as if it had no fields.
    """

    model_config = ConfigDict(defer_build=True)

    @classmethod
    def model_rebuild(cls, *, _parent_namespace_depth: int = 2, **options: Any) -> bool | None:  # noqa: ANN401
        """Build the model as pydantic does; who waited for another thread finds it built."""
        with _BUILDING:
            return super().model_rebuild(
                _parent_namespace_depth=_parent_namespace_depth + 1, **options
            )
