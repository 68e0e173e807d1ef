"""Ports and the configuration that firebase-tools is given."""

import json

import pytest

from tools.emulators.layout import (
    BUCKET,
    PROJECT,
    SetupError,
    checkout,
    generated_config,
    ports,
    read_config,
)

CONFIG = read_config(checkout({}).root)


def test_ports_are_those_of_firebase_json():
    assert ports(CONFIG)["hub"] == CONFIG["emulators"]["hub"]["port"]


def test_all_ports_move_together():
    moved = ports(CONFIG, "9500")
    assert min(moved.values()) == 9500
    assert len({moved[name] - port for name, port in ports(CONFIG).items()}) == 1


@pytest.mark.parametrize("base", ["80", "65001", "nine", "-1"])
def test_a_port_base_out_of_range_is_refused(base):
    with pytest.raises(SetupError, match="PORT_BASE"):
        ports(CONFIG, base)


def test_the_configuration_differs_in_ports_and_python():
    moved = ports(CONFIG, "9500")
    result = generated_config(CONFIG, moved, (3, 13))
    assert result["functions"][0]["runtime"] == "python313"
    assert ports(result) == moved
    assert result["firestore"] == CONFIG["firestore"]


def test_the_rules_of_storage_are_one_buckets_as_deployed():
    """What firebase-tools deploys is one bucket's; its emulator has one file watch all of them."""
    assert generated_config(CONFIG, ports(CONFIG))["storage"] == [
        {"target": "landing", "rules": CONFIG["storage"]["rules"]}
    ]
    names = json.loads((checkout().root / ".firebaserc").read_text())
    tests_own = "steps-of-landing"  # of tests that upload where no trigger listens
    assert names == {"targets": {PROJECT: {"storage": {"landing": [BUCKET, tests_own]}}}}


def test_only_the_suite_that_tests_run_in_is_silent_about_many_projects():
    config = read_config(checkout().root)
    before = config["emulators"]["singleProjectMode"]
    assert before is True
    assert generated_config(config, ports(config))["emulators"]["singleProjectMode"] is True
    silent = generated_config(config, ports(config), many_projects=True)
    assert silent["emulators"].pop("singleProjectMode") is False
    loud = generated_config(config, ports(config))
    del loud["emulators"]["singleProjectMode"]
    assert silent == loud


def test_no_two_emulators_share_a_port():
    numbers = ports(CONFIG).values()
    assert len(set(numbers)) == len(numbers)
