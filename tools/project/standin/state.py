"""The stand-in's project: its resources, the operations under way, and what was asked of it."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator

from tools.project.apis import Api
from tools.project.standin.documents import Json

_POLICY = "#policy"
#: What a policy is that nobody wrote yet.
_NEW_POLICY: Json = {"etag": "ACAB"}


class StandIn:
    """A project as its description has it.

    That is its `project` (id) and `number`, the APIs that the login may not use (`denied`), and its
    `resources` by host and path, without the version.

    Attributes:
        asked: the requests, as method of HTTP and method of the API.
        changed: the methods that changed something, in their order.
        agents: the service agents of Google's that are there.
    """

    def __init__(self, description: Json) -> None:
        self.project: str = description["project"]
        self.number: str = description["number"]
        self.denied: set[str] = set(description.get("denied", []))
        self.asked: list[tuple[str, str]] = []
        self.changed: list[str] = []
        self.agents: set[str] = set()
        self._held: dict[str, dict[str, Json]] = copy.deepcopy(description.get("resources", {}))
        self._operations: dict[str, Callable[[], None] | None] = {}
        self._looked_at: set[str] = set()

    def known(self, path: str) -> str:
        """Return a path by the project's number: services take id and number, and mean one."""
        mine = rf"(^|/)projects/{re.escape(self.project)}(?=[/:]|$)"
        return re.sub(mine, rf"\1projects/{self.number}", path)

    def held(self, api: Api, resource: str) -> Json | None:
        """Return a resource, or None."""
        return self._of(api).get(self.known(resource))

    def put(self, api: Api, resource: str, held: Json | None) -> None:
        """Have a resource be there, or not."""
        path = self.known(resource)
        self._of(api).pop(path, None)
        if held is not None:
            self._of(api)[path] = copy.deepcopy(held)

    def policy(self, api: Api, resource: str) -> Json:
        """Return the policy of a resource."""
        return self._of(api).get(self.known(resource) + _POLICY, _NEW_POLICY)

    def put_policy(self, api: Api, resource: str, policy: Json) -> None:
        """Have a resource have a policy."""
        self.put(api, self.known(resource) + _POLICY, policy)

    def members(self, api: Api, collection: str) -> Iterator[Json]:
        """Yield what stands in a collection, by name; `-` in its path is any of that kind."""
        parts = self.known(collection).split("/")
        within = re.compile("/".join("[^/]+" if part == "-" else re.escape(part) for part in parts))
        for name, held in sorted(self._of(api).items()):
            if within.fullmatch(name.rpartition("/")[0]) and not name.endswith(_POLICY):
                yield {"name": name, **held}

    def size(self, api: Api) -> int:
        """Return how many resources an API has, for the names that services give."""
        return len(self._of(api))

    def begin(self, name: str, done: Callable[[], None]) -> Json:
        """Begin an operation on a resource; what it does is there at the second look at it."""
        number = f"operations/{len(self._operations) + 1}"
        within = re.match(r"projects/[^/]+/databases/[^/]+(?=/|$)", name)
        operation = f"{within[0]}/{number}" if within else number
        self._operations[operation] = done
        return {"name": operation, "done": False}

    def look(self, operation: str) -> Json | None:
        """Return an operation as it is, or None where there is none."""
        if operation not in self._operations:
            return None
        if operation not in self._looked_at:
            self._looked_at.add(operation)
            return {"name": operation, "done": False}
        if (done := self._operations[operation]) is not None:
            self._operations[operation] = None
            done()
        return {"name": operation, "done": True, "response": {}}

    def _of(self, api: Api) -> dict[str, Json]:
        return self._held.setdefault(api.host, {})
