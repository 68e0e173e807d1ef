"""The stand-in refuses what the services refuse, each beside the same request as it may be."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import requests

from tests.support.project_states import FACTS, switched_on
from tools.project.apis import APIS, FIRESTORE, LOGGING, QUOTAS, SERVICES, STORAGE
from tools.project.standin.documents import document, methods
from tools.project.standin.server import serving
from tools.project.standin.state import StandIn

PROJECT = f"projects/{FACTS.project}"
DATABASE = f"{PROJECT}/databases/(default)"


class Service:
    """The stand-in as any client meets it."""

    def __init__(self, on: StandIn, address: str) -> None:
        self.on = on
        self._address = address

    def ask(self, http: str, path: str, body: object = None) -> tuple[int, dict[str, object]]:
        """Return the code, and the answer or its error."""
        answer = requests.request(http, f"{self._address}/{path}", json=body, timeout=10)
        found = answer.json()
        return answer.status_code, found.get("error", found)


@pytest.fixture
def service() -> Iterator[Service]:
    on = switched_on()
    on.put(FIRESTORE, DATABASE, {"locationId": FACTS.region})
    on.put(LOGGING, f"{PROJECT}/metrics/a", {"name": "a", "filter": "x"})
    with serving(on) as address:
        yield Service(on, address)


F, L, S = (
    "firestore.googleapis.com/v1",
    "logging.googleapis.com/v2",
    "storage.googleapis.com/storage/v1",
)
PITR = {"pointInTimeRecoveryEnablement": "POINT_IN_TIME_RECOVERY_ENABLED"}


@pytest.mark.parametrize(
    ("http", "path", "body", "code", "twin"),
    [
        # an unknown field, a value that is none, a wrong type
        ("POST", f"{S}/b?project=x", {"name": "b", "colour": "red"}, 400, {"name": "b"}),
        (
            "PATCH",
            f"{F}/{DATABASE}?updateMask=pointInTimeRecoveryEnablement",
            {"pointInTimeRecoveryEnablement": "ON"},
            400,
            PITR,
        ),
        (
            "PUT",
            f"{L}/{PROJECT}/metrics/a",
            {"name": "a", "filter": "x", "disabled": "no"},
            400,
            {"name": "a", "filter": "x", "disabled": False},
        ),
    ],
)
def test_a_body_is_held_to_the_document(
    service: Service, http: str, path: str, body: object, code: int, twin: object
) -> None:
    refused, error = service.ask(http, path, body)
    assert (refused, error["status"]) == (code, "INVALID_ARGUMENT")
    assert not service.on.changed
    assert service.ask(http, path, twin)[0] == 200
    assert service.on.changed


@pytest.mark.parametrize(
    ("http", "path", "body", "code", "twin"),
    [
        # another method, a path that is none, a parameter that is none, one that is missing
        (
            "PUT",
            f"{F}/{DATABASE}",
            PITR,
            404,
            ("PATCH", f"{F}/{DATABASE}?updateMask={next(iter(PITR))}"),
        ),
        ("GET", f"{F}/{PROJECT}/tables/a", None, 404, ("GET", f"{F}/{DATABASE}")),
        ("GET", f"{F}/{DATABASE}?colour=red", None, 400, ("GET", f"{F}/{DATABASE}?fields=name")),
        ("POST", f"{S}/b", {"name": "b"}, 400, ("POST", f"{S}/b?project=x")),
        # no mask, and one of a field that is none
        (
            "PATCH",
            f"{F}/{DATABASE}",
            PITR,
            400,
            ("PATCH", f"{F}/{DATABASE}?updateMask={next(iter(PITR))}"),
        ),
        (
            "PATCH",
            f"{F}/{DATABASE}?updateMask=pitr",
            PITR,
            400,
            ("PATCH", f"{F}/{DATABASE}?updateMask={next(iter(PITR))}"),
        ),
        # an API of another version
        ("GET", f"firestore.googleapis.com/v9/{DATABASE}", None, 404, ("GET", f"{F}/{DATABASE}")),
    ],
)
def test_a_request_is_held_to_the_document(
    service: Service, http: str, path: str, body: object, code: int, twin: tuple[str, str]
) -> None:
    assert service.ask(http, path, body)[0] == code
    assert not service.on.changed
    assert service.ask(*twin, body)[0] == 200


def test_what_is_there_is_not_made_again(service: Service) -> None:
    assert service.ask("POST", f"{S}/b?project=x", {"name": "b"})[0] == 200
    code, error = service.ask("POST", f"{S}/b?project=x", {"name": "b", "location": "US"})
    assert (code, error["status"]) == (409, "ALREADY_EXISTS")
    held = service.on.held(STORAGE, "b/b")
    assert held is not None
    assert "location" not in held


def test_an_api_that_is_off_says_so(service: Service) -> None:
    path = f"projects/{FACTS.number}/services/firestore.googleapis.com"
    service.on.put(SERVICES, path, {"state": "DISABLED"})
    code, error = service.ask("GET", f"{F}/{DATABASE}")
    assert (code, error["details"][0]["reason"]) == (403, "SERVICE_DISABLED")  # type: ignore[index]
    service.on.put(SERVICES, path, {"state": "ENABLED"})
    assert service.ask("GET", f"{F}/{DATABASE}")[0] == 200


def test_a_login_that_may_not_is_refused_and_told_what_it_lacks(service: Service) -> None:
    service.on.denied = {"firestore"}
    code, error = service.ask("GET", f"{F}/{DATABASE}")
    assert code == 403
    assert error["details"] == [
        {
            "reason": "IAM_PERMISSION_DENIED",
            "metadata": {"permission": "firestore.databases.get"},
        }
    ]
    service.on.denied = {"storage"}
    assert service.ask("GET", f"{F}/{DATABASE}")[0] == 200


def test_what_is_begun_is_done_at_the_second_look(service: Service) -> None:
    iam = f"serviceusage.googleapis.com/v1/projects/{FACTS.number}/services/fcm.googleapis.com"
    _, begun = service.ask("POST", f"{iam}:enable", {})
    assert begun["done"] is False
    operation = f"serviceusage.googleapis.com/v1/{begun['name']}"
    for done, state in ((False, "DISABLED"), (True, "ENABLED"), (True, "ENABLED")):
        assert service.ask("GET", operation)[1]["done"] is done
        assert service.ask("GET", iam)[1]["state"] == state
    assert service.ask("GET", f"{operation}9")[0] == 404


def test_lists_come_in_pages(service: Service) -> None:
    for number in range(45):
        service.on.put(LOGGING, f"{PROJECT}/sinks/{number}", {"name": str(number)})
    seen, token = 0, ""
    while True:
        _, page = service.ask("GET", f"{L}/{PROJECT}/sinks?pageToken={token or 0}")
        seen += len(page["sinks"])  # type: ignore[arg-type]
        if not (token := str(page.get("nextPageToken", ""))):
            break
    assert seen == 45


def test_a_policy_of_a_version_before_3_hides_its_conditions(service: Service) -> None:
    binding = {"role": "r", "members": ["group:a"], "condition": {"title": "t", "expression": "e"}}
    service.on.put(STORAGE, "b/b", {"name": "b"})
    service.on.put_policy(STORAGE, "b/b", {"etag": "1", "bindings": [binding]})
    assert service.ask("GET", f"{S}/b/b/iam")[1]["bindings"] == []
    asked = service.ask("GET", f"{S}/b/b/iam?optionsRequestedPolicyVersion=3")[1]
    assert asked["bindings"] == [binding]


def test_a_role_is_for_an_agent_that_is_there(service: Service) -> None:
    agent = f"serviceAccount:service-{FACTS.number}@gcp-sa-pubsub.iam.gserviceaccount.com"
    service.on.put(STORAGE, "b/b", {"name": "b"})
    policy = {"etag": "ACAB", "bindings": [{"role": "r", "members": [agent]}]}
    assert service.ask("PUT", f"{S}/b/b/iam", policy)[0] == 400
    assert not service.on.changed
    service.on.agents.add("gcp-sa-pubsub")
    assert service.ask("PUT", f"{S}/b/b/iam", policy)[0] == 200


def test_quotas_of_a_region_are_in_the_full_view_alone(service: Service) -> None:
    path = f"projects/{FACTS.number}/services/run.googleapis.com/consumerQuotaMetrics"
    limits = [{"quotaBuckets": [{"effectiveLimit": "1"}]}]
    service.on.put(QUOTAS, f"{path}/cpu", {"metric": "cpu", "consumerQuotaLimits": limits})
    where = f"serviceusage.googleapis.com/v1beta1/{path}"
    for view, shown in (("", [{}]), ("?view=BASIC", [{}]), ("?view=FULL", limits)):
        (metric,) = service.ask("GET", f"{where}{view}")[1]["metrics"]  # type: ignore[misc]
        assert metric["consumerQuotaLimits"] == shown  # type: ignore[index]


@pytest.mark.parametrize("api", APIS, ids=lambda api: f"{api.name}.{api.version}")
def test_every_api_has_a_document_of_its_host(api) -> None:
    assert methods(api)
    root = document(api).get("rootUrl", f"https://{api.host}/")
    assert root == f"https://{api.host}/"
    assert all(
        each.path.pattern.replace("\\", "").startswith(api.path(""))
        for each in methods(api)
        if api == STORAGE
    )
