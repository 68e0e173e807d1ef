"""The Storage rules runtime, through the protocol that firebase-tools speaks with it."""

import json
import subprocess
import sys

import pytest

from tools.emulators.jars import cloud_sdk_jar
from tools.emulators.layout import checkout

RULES = """
rules_version = '2';
service firebase.storage {
  match /b/{bucket}/o {
    function upload(id) {
      return firestore.get(/databases/(default)/documents/uploads/$(id)).data;
    }
    match /landing/{uid}/{id}/{name} {
      allow create: if request.auth.uid == uid
        && request.auth.token.get('role', '') == 'clinic'
        && name.matches('[a-z]+[.]stl')
        && upload(id).uid == request.auth.uid
        && upload(id).open == true
        && upload(id).expires_at > request.time
        && upload(id).byte_size == request.resource.size
        && upload(id).content_type == request.resource.contentType;
    }
    match /known/{id} {
      allow get: if firestore.exists(/databases/(default)/documents/uploads/$(id));
      allow list: if false;
    }
    match /pairs/{a}/{b} {
      allow get: if upload(a).uid == upload(b).uid;
      allow list: if upload(a).open;
      allow list: if upload(b).open;
    }
  }
}
"""
UPLOAD = {
    "uid": {"stringValue": "u1"},
    "open": {"booleanValue": True},
    "expires_at": {"timestampValue": "2026-01-01T00:10:00Z"},
    "byte_size": {"integerValue": "5"},
    "content_type": {"stringValue": "model/stl"},
}
LANDING = "/b/bucket/o/landing/u1/x1/upper.stl"


def text(value):
    return {"string_value": value}


def fields(**values):
    return {"map_value": {"fields": values}}


class Runtime:
    """The runtime's process, with the emulator's half of the conversation."""

    def __init__(self, jar):
        call = [sys.executable, "-m", "tools.emulators.rules_runtime", str(jar)]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        self.process = subprocess.Popen(call, cwd=checkout({}).root, **pipes)
        assert self.read() == {"id": -1, "status": "ok"}
        self.count = 0

    def read(self):
        return json.loads(self.process.stdout.readline())

    def write(self, message):
        self.process.stdin.write(json.dumps(message) + "\n")
        self.process.stdin.flush()

    def ask(self, action, context):
        self.count += 1
        self.write({"action": action, "id": self.count, "context": context})
        return self.read()

    def load(self, source, name="rules"):
        files = [{"name": "storage.rules", "content": source}]
        return self.ask("load_ruleset", {"rulesetName": name, "source": {"files": files}})

    def verify(self, path, method, documents, *, role="clinic", resource=None, rules="rules"):
        """The answer to a request, given the documents there are; notes which were fetched."""
        request = fields(
            auth=fields(uid=text("u1"), token=fields(role=text(role))),
            time={"timestamp_value": "2026-01-01T00:00:00.000Z"},
            resource=resource or fields(size={"int_value": 5}, contentType=text("model/stl")),
        )
        variables = {"resource": {"null_value": None}, "request": request}
        context = {"rulesetName": rules, "service": "firebase.storage", "path": path}
        answer = self.ask("verify", context | {"method": method, "variables": variables})
        fetched = []
        while answer.get("action") == "fetch_firestore_document":
            fetched.append(answer["context"]["path"])
            self.write(self.document(answer["server_request_id"], fetched[-1], documents))
            answer = self.read()
        return answer, fetched

    def document(self, request, path, documents):
        reply = {"id": request, "status": "not_found", "warnings": [], "errors": []}
        stored = documents.get(path.rsplit("/", 1)[-1])
        if stored is None:
            return reply
        return reply | {"status": "ok", "result": {"name": f"projects/p{path}", "fields": stored}}

    def permits(self, *args, **kwargs):
        answer, _ = self.verify(*args, **kwargs)
        assert answer["status"] == "ok"
        return answer["result"]["permit"]


@pytest.fixture(scope="module")
def runtime():
    jar = cloud_sdk_jar()
    if jar is None:
        pytest.skip("no Google Cloud SDK here: the official runtime is used, not ours")
    runtime = Runtime(jar)
    assert runtime.load(RULES)["errors"] == []
    yield runtime
    runtime.process.stdin.close()
    assert runtime.process.wait(10) == 0
    runtime.process.stdout.close()


def test_rules_are_compiled_and_their_version_told(runtime):
    answer = runtime.load(RULES)
    assert answer["result"] == {"rulesVersion": 2}
    assert answer["warnings"] == []


def test_a_syntax_error_is_reported_with_its_place(runtime):
    answer = runtime.load("service firebase.storage {", name="broken")
    assert "storage.rules:1:" in answer["errors"][0]


def test_an_upload_is_allowed_when_its_slot_agrees(runtime):
    answer, fetched = runtime.verify(LANDING, "create", {"x1": UPLOAD})
    assert answer["result"]["permit"]
    assert fetched == ["/databases/(default)/documents/uploads/x1"]  # once, whatever it is used for


@pytest.mark.parametrize(
    "change",
    [
        {"uid": {"stringValue": "u2"}},
        {"open": {"booleanValue": False}},
        {"expires_at": {"timestampValue": "2025-12-31T23:59:59Z"}},
        {"byte_size": {"integerValue": "6"}},
        {"content_type": {"stringValue": "image/png"}},
    ],
    ids=lambda change: next(iter(change)),
)
def test_an_upload_is_denied_when_one_field_of_its_slot_differs(runtime, change):
    assert not runtime.permits(LANDING, "create", {"x1": UPLOAD | change})


def test_an_upload_without_a_slot_is_denied_and_the_reason_logged(runtime):
    answer, _ = runtime.verify(LANDING, "create", {})
    assert not answer["result"]["permit"]
    assert "Null value" in answer["warnings"][0]


@pytest.mark.parametrize(
    ("path", "method", "role"),
    [
        (LANDING, "create", "lab"),
        (LANDING, "get", "clinic"),
        (LANDING, "update", "clinic"),
        (LANDING.replace("u1", "u2"), "create", "clinic"),
        (LANDING.replace("upper.stl", "UPPER.exe"), "create", "clinic"),
        ("/b/bucket/o/elsewhere", "create", "clinic"),
    ],
)
def test_what_no_rule_allows_is_denied(runtime, path, method, role):
    assert not runtime.permits(path, method, {"x1": UPLOAD}, role=role)


def test_existence_is_told_from_absence(runtime):
    assert runtime.permits("/b/bucket/o/known/x1", "get", {"x1": UPLOAD})
    assert not runtime.permits("/b/bucket/o/known/x1", "get", {})
    assert not runtime.permits("/b/bucket/o/known", "list", {"x1": UPLOAD})


def test_two_documents_are_fetched_for_one_request(runtime):
    documents = {"x1": UPLOAD, "x2": UPLOAD}
    answer, fetched = runtime.verify("/b/bucket/o/pairs/x1/x2", "get", documents)
    assert answer["result"]["permit"]
    assert {path[-2:] for path in fetched} == {"x1", "x2"}


@pytest.mark.parametrize("open_one", ["x1", "x2", None])
def test_one_rule_that_allows_is_enough(runtime, open_one):
    shut = UPLOAD | {"open": {"booleanValue": False}}
    documents = {"x1": shut, "x2": shut} | {open_one: UPLOAD}
    assert runtime.permits("/b/bucket/o/pairs/x1/x2", "list", documents) == (open_one is not None)


def test_a_request_it_cannot_read_is_answered_and_the_next_one_served(runtime):
    assert runtime.ask("dance", {})["errors"]
    assert runtime.ask("verify", {"rulesetName": "none"})["errors"]
    assert runtime.permits(LANDING, "create", {"x1": UPLOAD})


# --- our own rules, on what the emulator never shows them ------------------------------------

SLOT = UPLOAD | {"content_types": {"arrayValue": {"values": [{"stringValue": "model/stl"}]}}}
NULL = {"null_value": None}
OURS = [
    pytest.param({}, id="nothing"),
    pytest.param(
        {"contentDisposition": NULL, "contentEncoding": NULL, "metadata": NULL}, id="null"
    ),
    pytest.param({"contentDisposition": text(""), "contentEncoding": text("")}, id="empty"),
    pytest.param(
        {
            "contentDisposition": text("inline; filename*=utf-8''original"),
            "contentEncoding": text("identity"),
            "metadata": fields(firebaseStorageDownloadTokens=text("token")),
        },
        id="a server's own",
    ),
]
UPLOADERS = [
    pytest.param({"contentDisposition": text("attachment")}, id="disposition"),
    pytest.param({"contentEncoding": text("gzip")}, id="encoding"),
    pytest.param({"metadata": fields(patient=text("Meera"))}, id="note"),
    pytest.param(
        {"metadata": fields(firebaseStorageDownloadTokens=text("token"), a=text("b"))}, id="both"
    ),
]


def lands(runtime, noted):
    """Whether our rules let a file land, of which a server tells this beside its size and type."""
    source = (checkout({}).root / "storage.rules").read_text()
    loaded = runtime.load(source, name="ours")
    assert (loaded["errors"], loaded["warnings"]) == ([], [])
    file = fields(size={"int_value": 5}, contentType=text("model/stl"), **noted)
    path = "/b/bucket/o/landing/u1/x1/original"
    return runtime.permits(path, "create", {"x1": SLOT}, resource=file, rules="ours")


@pytest.mark.parametrize("noted", OURS)
def test_an_upload_lands_however_a_server_tells_that_it_says_nothing(runtime, noted):
    assert lands(runtime, noted)


@pytest.mark.parametrize("noted", UPLOADERS)
def test_an_upload_that_says_more_of_itself_does_not(runtime, noted):
    assert not lands(runtime, noted)
    assert lands(runtime, {})
