"""What Hosting sends with the console, and what the hosting emulator has to differ in."""

import json
import re

import pytest

from tests.support.sources import ROOT
from tools.emulators import hosting
from tools.emulators.layout import Layout, checkout, ports, read_config

CONFIG = read_config(checkout({}).root)
HOSTING = CONFIG["hosting"]
PORTS = ports(CONFIG, "9500")
EMULATORS = {
    name: f"http://127.0.0.1:{PORTS[name]}"
    for name in ("auth", "functions", "firestore", "storage")
}


def headers(config, source):
    return {
        h["key"]: h["value"]
        for r in config["headers"]
        if r["source"] == source
        for h in r["headers"]
    }


def directives(policy):
    """A policy as the CSP specification reads it: names with their sources."""
    parts = [part.split() for part in policy.split(";")]
    assert len({name for name, *_ in parts}) == len(parts), "a second directive would be ignored"
    return {name: sources for name, *sources in parts}


def policy(config):
    return directives(headers(config, "**")["Content-Security-Policy"])


def test_a_page_may_run_and_show_what_hosting_serves_and_nothing_else():
    declared = policy(HOSTING)
    assert declared["default-src"] == ["'none'"]
    for own in ("script-src", "style-src", "font-src", "worker-src"):
        assert declared[own] == ["'self'"]
    for nothing in ("base-uri", "form-action", "frame-ancestors"):
        assert declared[nothing] == ["'none'"]
    sources = {source for sources in declared.values() for source in sources}
    assert not sources & {"'unsafe-inline'", "'unsafe-eval'", "*", "https:"}


@pytest.mark.parametrize(
    ("package", "host"),
    [
        ("auth", "identitytoolkit.googleapis.com"),
        ("auth", "securetoken.googleapis.com"),
        ("firestore", "firestore.googleapis.com"),
        ("storage", "firebasestorage.googleapis.com"),
        ("app-check", "content-firebaseappcheck.googleapis.com"),
        ("functions", "*.cloudfunctions.net"),
    ],
)
def test_a_page_may_reach_the_addresses_that_the_sdk_has(package, host):
    assert f"https://{host}" in policy(HOSTING)["connect-src"]
    folder = ROOT / "node_modules" / "@firebase" / package / "dist"
    sources = (*folder.glob("*.esm*.js"), *folder.glob("esm/*.js"))
    assert any(host.removeprefix("*") in path.read_text(encoding="utf-8") for path in sources)


def test_a_page_reaches_nothing_else():
    """Signed links and the SDK of the test above; adding one here is a decision."""
    assert sorted(policy(HOSTING)["connect-src"]) == [
        "'self'",
        "https://*.cloudfunctions.net",
        "https://content-firebaseappcheck.googleapis.com",
        "https://firebasestorage.googleapis.com",
        "https://firestore.googleapis.com",
        "https://identitytoolkit.googleapis.com",
        "https://securetoken.googleapis.com",
        "https://storage.googleapis.com",
    ]
    assert policy(HOSTING)["img-src"] == [
        "'self'",
        "blob:",
        "data:",
        "https://storage.googleapis.com",
    ]


def test_here_a_page_may_reach_the_emulators_too(tmp_path):
    layout = Layout(tmp_path, PORTS)
    served = policy(hosting.served_config(HOSTING, layout))
    declared = policy(HOSTING)
    assert set(served["connect-src"]) - set(declared["connect-src"]) == set(EMULATORS.values())
    assert set(served["img-src"]) - set(declared["img-src"]) == {EMULATORS["storage"]}
    for directive in ("connect-src", "img-src"):
        del served[directive], declared[directive]
    assert served == declared


def test_all_else_is_served_as_it_is_declared(tmp_path):
    served = hosting.served_config(HOSTING, Layout(tmp_path, PORTS))
    assert served.pop("public") == ".scanner/hosting"
    expected = json.loads(json.dumps(HOSTING))
    assert expected.pop("public") == "web/dist"
    for config in (served, expected):
        rule = next(rule for rule in config["headers"] if rule["source"] == "**")
        rule["headers"] = [h for h in rule["headers"] if h["key"] != "Content-Security-Policy"]
    assert served == expected


def test_a_rule_of_caching_is_there_for_each_path_and_only_one():
    """Which of two rules wins is Hosting's to decide, so none overlap."""
    rules = [
        rule["source"]
        for rule in HOSTING["headers"]
        if any(header["key"] == "Cache-Control" for header in rule["headers"])
    ]
    assert sorted(rules) == ["!/assets/**", "/assets/**"]
    kept = headers(HOSTING, "/assets/**")["Cache-Control"]
    assert "immutable" in kept
    assert int(re.findall(r"max-age=(\d+)", kept)[0]) == 365 * 24 * 60 * 60
    assert headers(HOSTING, "!/assets/**")["Cache-Control"] == "no-cache"


def test_the_folder_that_is_served_follows_the_build_and_tells_the_ports(tmp_path):
    layout = Layout(tmp_path, PORTS)
    assert not hosting.is_built(layout)
    (layout.build / "assets").mkdir(parents=True)
    (layout.build / "index.html").write_text("old")
    assert hosting.is_built(layout)
    for _ in range(2):  # a second start finds what the first has left
        hosting.place(layout)
    (layout.build / "index.html").write_text("new")
    (layout.build / "assets" / "a.js").write_text("1")
    assert (layout.served / "index.html").read_text() == "new"
    assert (layout.served / "assets" / "a.js").read_text() == "1"
    told = json.loads((layout.served / "emulators.json").read_text())
    assert told["host"] == "127.0.0.1"
    assert {name: told[name] for name in EMULATORS} == {name: PORTS[name] for name in EMULATORS}
    assert not (layout.build / "emulators.json").exists(), "it would be deployed"
