"""What the emulators and their clients find in their environment."""

import json
import os
import re
import stat
import subprocess

from cryptography.hazmat.primitives.serialization import load_pem_private_key

from tests.conftest import VARIABLES
from tools.emulators import credentials, environment
from tools.emulators.java import Java, find, major
from tools.emulators.layout import BUCKET, PROJECT, Layout, checkout

LAYOUT = checkout({"PORT_BASE": "9500"})


def test_clients_are_led_to_this_checkouts_ports():
    env = environment.for_clients(LAYOUT, {"HOME": "/home/somebody"})
    assert env["FIRESTORE_EMULATOR_HOST"] == f"127.0.0.1:{LAYOUT.ports['firestore']}"
    assert env["STORAGE_EMULATOR_HOST"] == f"http://127.0.0.1:{LAYOUT.ports['storage']}"
    assert env["SCANNER_FUNCTIONS_URL"].endswith(
        f":{LAYOUT.ports['functions']}/{PROJECT}/asia-south1"
    )
    assert json.loads(env["FIREBASE_CONFIG"])["storageBucket"] == BUCKET
    assert env["HOME"] == "/home/somebody"


def test_what_is_printed_is_all_that_the_tests_demand(tmp_path):
    """As a shell reads it, from a folder whose name a shell would split and end."""
    layout = Layout(tmp_path / "it's here", LAYOUT.ports)
    script = f"{environment.exports(layout)}\nexec env -0"
    said = subprocess.run(["sh", "-c", script], env={}, check=True, capture_output=True, text=True)
    found = dict(line.split("=", 1) for line in said.stdout.strip("\0").split("\0"))
    assert [name for name in VARIABLES if not found.get(name)] == []
    assert found | environment.for_clients(layout, {}) == found


def test_functions_find_no_more_in_their_path_than_when_deployed(tmp_path):
    java = Java(tmp_path / "java", 25, "a test's")
    env = environment.for_emulators(LAYOUT, java, {"EXTRA": "1"}, {"PYTHONPATH": "x", "PATH": "p"})
    assert "PYTHONPATH" not in env
    assert env["EXTRA"] == "1"
    assert env["PATH"].split(":")[1:] == [str(tmp_path), "p"]


def test_the_key_is_new_each_time_and_its_owners_alone(tmp_path):
    path = tmp_path / "key.json"
    credentials.write_key(path)
    first = json.loads(path.read_text())
    credentials.write_key(path)
    second = json.loads(path.read_text())
    assert first["private_key"] != second["private_key"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    load_pem_private_key(second["private_key"].encode(), None)


def asked_of_node(env, question):
    answer = subprocess.run(
        ["node", "-e", question],
        cwd=LAYOUT.root,
        env={**env, "PATH": os.environ["PATH"]},
        check=True,
        capture_output=True,
        text=True,
    )
    return json.loads(answer.stdout)


def test_the_emulators_open_a_connection_for_every_request(tmp_path):
    java = Java(tmp_path / "java", 25, "a test's")
    env = environment.for_emulators(LAYOUT, java, {}, {"NODE_OPTIONS": "--max-old-space-size=512"})
    question = "console.log(require('node:http').globalAgent.keepAlive)"
    assert asked_of_node(env, question) is False
    assert asked_of_node({}, question) is True
    assert env["NODE_OPTIONS"].startswith("--max-old-space-size=512 ")


def test_the_emulators_java_is_short_lived_unless_somebody_says_otherwise(tmp_path):
    """Java itself tells what it runs with; two collectors at once would keep it from starting."""
    java, own = find(), {"JDK_JAVA_OPTIONS": "-XX:+UseParallelGC"}
    found = []
    for base in ({}, own):
        env = environment.for_emulators(LAYOUT, java, {}, base)
        said = subprocess.run(
            [java.command, "-XX:+PrintFlagsFinal", "-version"],
            env=env, check=True, capture_output=True, text=True,
        )  # fmt: skip
        flags = r"(TieredStopAtLevel|UseSerialGC|UseParallelGC)\s+= (\w+)"
        found.append(dict(re.findall(flags, said.stdout)))
        assert major(said.stderr) == java.version, "firebase-tools reads it there"
    short = {"TieredStopAtLevel": "1", "UseSerialGC": "true", "UseParallelGC": "false"}
    other = {"TieredStopAtLevel": "4", "UseSerialGC": "false", "UseParallelGC": "true"}
    assert found == [short, other]


def test_the_emulators_give_no_port_to_two_functions_that_start_together(tmp_path):
    env = environment.for_emulators(LAYOUT, Java(tmp_path / "java", 25, "a test's"), {}, {})
    question = """
        const { getPortPromise } = require('portfinder');
        (async () => {
            const ports = new Set();
            for (let i = 0; i < 9; i++) ports.add(await getPortPromise({ port: 18081 }));
            console.log(ports.size);
        })();
    """
    assert asked_of_node(env, question) == 9
    assert asked_of_node({}, question) == 1  # what is mended


def test_two_programs_that_discover_functions_at_once_ask_at_ports_of_their_own(tmp_path):
    env = environment.for_emulators(LAYOUT, Java(tmp_path / "java", 25, "a test's"), {}, {})
    question = "require('portfinder').getPortPromise({ port: 8081 }).then(console.log)"
    assert asked_of_node(env, question) != asked_of_node(env, question)
    assert asked_of_node({}, question) == asked_of_node({}, question)  # what is mended


def test_functions_are_led_to_the_stand_in_for_the_gateway_unless_they_have_own_keys(tmp_path):
    (tmp_path / "functions").mkdir()
    layout = Layout(tmp_path, LAYOUT.ports)
    for _ in range(2):
        layout.pinned_params.write_text("SCANNER_SLOT_MINUTES=1\n")  # a default of before
        credentials.write_gateway_keys(layout)
        pinned = layout.pinned_params.read_text()
        assert f"RAZORPAY_URL=http://127.0.0.1:{LAYOUT.ports['gateway']}\n" in pinned
        assert "SCANNER_SLOT_MINUTES" not in pinned
        assert "RAZORPAY_WEBHOOK_SECRET=" in layout.secrets.read_text()

    own = "RAZORPAY_KEY_SECRET=mine\n"
    layout.secrets.write_text(own)
    credentials.write_gateway_keys(layout)
    assert layout.secrets.read_text() == own
    assert not layout.pinned_params.exists()
