"""What the methods of the services do with the stand-in's resources."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tools.project.apis import IAM, SERVICES, STORAGE
from tools.project.standin.documents import Json, Method, RefusedRequestError, has_path, schema
from tools.project.standin.state import StandIn

#: Members of a page of a list: few, so that whoever reads only the first is found out.
PAGE = 20
_OPERATIONS = {"Operation", "GoogleLongrunningOperation"}
#: What Cloud Storage gives a bucket that says nothing.
_NEW_BUCKET: Json = {"softDeletePolicy": {"retentionDurationSeconds": "604800"}}


@dataclass(frozen=True)
class Asked:
    """A request that its document allows: the method, the resource, parameters and body."""

    on: StandIn
    method: Method
    path: str
    query: Mapping[str, str]
    body: Json

    def there(self, path: str | None = None) -> Json:
        """Return the resource.

        Raises:
            RefusedRequestError: it is not there.
        """
        name = self.path if path is None else path
        if (held := self.on.held(self.method.api, name)) is None:
            raise RefusedRequestError(404, "NOT_FOUND", f"{name} is not there")
        return held

    def refuse_taken(self, name: str) -> None:
        """Refuse to make what is there.

        Raises:
            RefusedRequestError: it is.
        """
        if self.on.held(self.method.api, name) is not None:
            raise RefusedRequestError(409, "ALREADY_EXISTS", f"{name} is there")

    def done(self, name: str, do: Callable[[], None], now: Json) -> Json:
        """Do something: at once, or by an operation where the method answers with one."""
        self.on.changed.append(self.method.id)
        if self.method.response in _OPERATIONS:
            return self.on.begin(name, do)
        do()
        return now

    def put(self, name: str, held: Json) -> Json:
        """Have a resource be there, at once or by an operation."""
        return self.done(name, lambda: self.on.put(self.method.api, name, held), held)

    @property
    def stem(self) -> str:
        """Return the resource that a method is called on: `<resource>:<method>`."""
        return re.sub(r":\w+$|/iam$", "", self.path)


#: The filters of fields that are asked for: which of the members are listed.
_FILTERS: Mapping[str, Callable[[Json], bool]] = {
    "ttlConfig:*": lambda field: "ttlConfig" in field,
    "indexConfig.usesAncestorConfig=false": lambda field: (
        "indexConfig" in field and not field["indexConfig"].get("usesAncestorConfig")
    ),
}

Act = Callable[[Asked], Json]


def _get(asked: Asked) -> Json:
    return asked.there()


def _list(asked: Asked) -> Json:
    if asked.method.id.endswith("collectionGroups.fields.list") and "filter" not in asked.query:
        raise RefusedRequestError(400, "INVALID_ARGUMENT", "A filter is required")
    found = copy.deepcopy(list(asked.on.members(asked.method.api, asked.path)))
    if keeps := _FILTERS.get(asked.query.get("filter", "")):
        found = [each for each in found if keeps(each)]
    start = int(asked.query.get("pageToken", 0))
    more = {"nextPageToken": str(start + PAGE)} if start + PAGE < len(found) else {}
    fields = schema(asked.method.api, asked.method.response)["properties"]
    key = next(n for n, f in fields.items() if f.get("type") == "array" and n != "unreachable")
    return ({key: found[start : start + PAGE]} if found else {}) | more


def _quotas(asked: Asked) -> Json:
    """Return the quotas: of a region only where it was changed, unless the view is full."""
    page = _list(asked)
    if asked.query.get("view") != "FULL":
        for limit in (each for m in page.get("metrics", []) for each in m["consumerQuotaLimits"]):
            limit.pop("quotaBuckets", None)
    return page


def _create(asked: Asked) -> Json:
    api, query = asked.method.api, asked.query
    ids = [query[name] for name in ("databaseId", "secretId", "bucketId") if name in query]
    own = str(asked.body.get("name", "")).rpartition("/")[2]
    name = f"{asked.path}/{ids[0] if ids else own or asked.on.size(api) + 1}"
    asked.refuse_taken(name)
    return asked.put(name, {**copy.deepcopy(asked.body), **_given(asked.method, name)})


def _given(method: Method, name: str) -> Json:
    """Return what a service gives what it makes: a full name, but for sinks and metrics."""
    fields = schema(method.api, method.request).get("properties", {})
    short = method.id.startswith(("logging.projects.sinks", "logging.projects.metrics"))
    return {"name": name} if "name" in fields and not short else {}


def _patch(asked: Asked) -> Json:
    held = asked.there()
    if "updateMask" in asked.method.parameters:
        return asked.put(asked.path, _masked(asked, held, asked.query.get("updateMask", "")))
    if "etag" in held and asked.body.get("etag") != held["etag"]:
        raise RefusedRequestError(409, "ABORTED", "The etag is another")
    return asked.put(asked.path, merged(held, asked.body))


def _masked(asked: Asked, held: Json, mask: str) -> Json:
    if not mask:
        raise RefusedRequestError(400, "INVALID_ARGUMENT", "update_mask is required")
    changed = copy.deepcopy(held)
    for path in mask.split(","):
        if not has_path(asked.method.api, asked.method.request, path):
            raise RefusedRequestError(400, "INVALID_ARGUMENT", f"Invalid field mask: {path}")
        into, source = changed, asked.body
        *parents, last = path.split(".")
        for part in parents:
            into, source = into.setdefault(part, {}), source.get(part, {})
        into.pop(last, None)
        if last in source:
            into[last] = copy.deepcopy(source[last])
    return changed


def merged(held: Json, body: Json) -> Json:
    """Return a resource after a patch without a mask: objects are merged, all else is replaced."""
    found = dict(held)
    for name, value in body.items():
        both = isinstance(value, dict) and isinstance(held.get(name), dict)
        found[name] = merged(held[name], value) if both else copy.deepcopy(value)
    return found


def _replace(asked: Asked) -> Json:
    asked.there()
    return asked.put(asked.path, asked.body)


def _enable(asked: Asked) -> Json:
    """Switch an API on. With Cloud Run comes the account that functions run as."""

    def do() -> None:
        asked.on.put(SERVICES, asked.stem, {"state": "ENABLED"})
        if asked.stem.endswith("/run.googleapis.com"):
            email = f"{asked.on.number}-compute@developer.gserviceaccount.com"
            name = f"projects/{asked.on.number}/serviceAccounts/{email}"
            asked.on.put(IAM, name, {"name": name, "email": email})

    return asked.done(asked.stem, do, {})


def _service(asked: Asked) -> Json:
    held = asked.on.held(SERVICES, asked.path) or {"state": "DISABLED"}
    return {"name": asked.path, "parent": f"projects/{asked.on.number}", **held}


def _operation(asked: Asked) -> Json:
    if (found := asked.on.look(asked.path)) is None:
        raise RefusedRequestError(404, "NOT_FOUND", f"{asked.path} is not there")
    return found


def _identity(asked: Asked) -> Json:
    name = asked.stem.rpartition("/")[2].partition(".")[0]
    return asked.done(asked.stem, lambda: asked.on.agents.add(f"gcp-sa-{name}"), {})


def _storage_agent(asked: Asked) -> Json:
    """Return Cloud Storage's service agent, which comes when it is asked for."""
    asked.on.agents.add("gs-project-accounts")
    email = f"service-{asked.on.number}@gs-project-accounts.iam.gserviceaccount.com"
    return {"email_address": email}


def _insert_bucket(asked: Asked) -> Json:
    name = f"b/{asked.body['name']}"
    asked.refuse_taken(name)
    return asked.put(name, _NEW_BUCKET | asked.body)


def _default_bucket(asked: Asked) -> Json:
    name = f"{asked.on.project}.firebasestorage.app"
    location = str(asked.body["location"]).upper()
    bucket = _NEW_BUCKET | {"name": name, "location": location}
    return asked.done(name, lambda: asked.on.put(STORAGE, f"b/{name}", bucket), asked.body)


def _add_firebase(asked: Asked) -> Json:
    return asked.put(asked.stem, {"state": "ACTIVE", "projectId": asked.on.project})


def _get_policy(asked: Asked) -> Json:
    """Return a policy: without its conditions to whoever asks for less than version 3."""
    asked.there(asked.stem)
    held = asked.on.policy(asked.method.api, asked.stem)
    options = asked.body.get("options", {})
    version = options.get("requestedPolicyVersion") or next(iter(asked.query.values()), 1)
    if int(version) >= 3:
        return held
    return held | {"bindings": [b for b in held.get("bindings", []) if not b.get("condition")]}


def _set_policy(asked: Asked) -> Json:
    """Write a policy that nobody changed meanwhile, of members that are there."""
    api = asked.method.api
    asked.there(asked.stem)
    policy = asked.body if api == STORAGE else asked.body["policy"]
    held = asked.on.policy(api, asked.stem)
    if policy.get("etag") != held["etag"]:
        raise RefusedRequestError(409, "ABORTED", "There were concurrent policy changes.")
    for binding in policy.get("bindings", []):
        for member in binding.get("members", []):
            _refuse_unknown(asked.on, member)
    written = {**policy, "etag": held["etag"] + "+"}
    return asked.done(asked.stem, lambda: asked.on.put_policy(api, asked.stem, written), written)


def _refuse_unknown(on: StandIn, member: str) -> None:
    agent = re.fullmatch(rf"serviceAccount:service-{on.number}@([\w-]+)\.iam\..*", member)
    if agent and agent[1] not in on.agents:
        raise RefusedRequestError(400, "INVALID_ARGUMENT", f"{member} does not exist.")


#: What a method does: by its whole name where it does something of its own, else by its last word.
ACTS: Mapping[str, Act] = {
    "get": _get,
    "getConfig": _get,
    "getBillingInfo": _get,
    "list": _list,
    "create": _create,
    "patch": _patch,
    "updateConfig": _patch,
    "update": _replace,
    "enable": _enable,
    "getIamPolicy": _get_policy,
    "setIamPolicy": _set_policy,
    "generateServiceIdentity": _identity,
    "serviceusage.services.get": _service,
    "serviceusage.operations.get": _operation,
    "serviceusage.services.consumerQuotaMetrics.list": _quotas,
    "firebase.operations.get": _operation,
    "firestore.projects.databases.operations.get": _operation,
    "storage.buckets.insert": _insert_bucket,
    "storage.projects.serviceAccount.get": _storage_agent,
    "firebasestorage.projects.defaultBucket.create": _default_bucket,
    "firebase.projects.addFirebase": _add_firebase,
}
