"""The same probes, asked of the running Firestore emulator as an app asks."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import requests

from tests.rules.probes.probe import NOW, Fields, Principal, Probe
from tests.support import tokens, wire
from tools import client
from tools.client import DeniedError, Person

_OWNER = Person(token="owner")
_SESSION = requests.Session()
#: How many documents go into one commit.
_AT_ONCE = 200


def seed(documents: Mapping[str, Fields]) -> None:
    """Store all documents past the rules."""
    paths = list(documents)
    for at in range(0, len(paths), _AT_ONCE):
        wire.seed({path: documents[path] for path in paths[at : at + _AT_ONCE]})


def permitted(probe: Probe) -> bool:
    """Tell whether the emulator lets a probe through.

    What it is about is put there first, for an earlier one may have changed it.
    """
    if probe.before is not None:
        wire.seed({probe.path: probe.before})
    elif probe.method == "create":
        _OWNER.delete(probe.path)
    if probe.method == "list":
        return _lists(probe)
    token = _token(probe.who)
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    if probe.method == "get":
        url = f"{client.documents()}/{quote(probe.path)}"
        answer = _SESSION.get(url, headers=headers, timeout=30)
        missing = answer.status_code == HTTPStatus.NOT_FOUND
        return missing or _let_through(answer)
    writes = {"writes": [_write(probe)]}
    url = f"{client.documents()}:commit"
    return _let_through(_SESSION.post(url, json=writes, headers=headers, timeout=30))


def _lists(probe: Probe) -> bool:
    person = Person(probe.who.uid, probe.who.email, token=_token(probe.who))
    parent, _, collection = probe.path.rpartition("/")
    filters = probe.filters
    if probe.before is not None:  # the path is of the document
        parent, _, collection = parent.rpartition("/")
        filters = (("__name__", "EQUAL", probe.path),)
    try:
        if probe.counted and not probe.group:
            wire.count(person, collection, *filters, parent=parent)
        else:
            wire.query(person, collection, *filters, parent=parent, group=probe.group, limit=1)
    except DeniedError:
        return False
    return True


def _let_through(answer: requests.Response) -> bool:
    if answer.status_code == HTTPStatus.FORBIDDEN:
        return False
    answer.raise_for_status()
    return True


def _write(probe: Probe) -> dict[str, Any]:
    name = f"projects/{os.environ['GCLOUD_PROJECT']}/databases/(default)/documents/{probe.path}"
    if probe.after is None:
        return {"delete": name}
    stamped = [field for field, value in probe.after.items() if value is NOW]
    fields = {
        field: client.firestore_value(value)
        for field, value in probe.after.items()
        if value is not NOW
    }
    stamps = [{"fieldPath": field, "setToServerValue": "REQUEST_TIME"} for field in stamped]
    return {"update": {"name": name, "fields": fields}, "updateTransforms": stamps}


def _token(who: Principal) -> str:
    if not who.uid:
        return ""
    now, project = int(time.time()), os.environ["GCLOUD_PROJECT"]
    times = {"iat": now, "exp": now + 3600, "auth_time": now, "aud": project}
    issuer = f"https://securetoken.google.com/{project}"
    return tokens.saying({**who.claims, **times, "iss": issuer, "user_id": who.uid})
