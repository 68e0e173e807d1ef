"""Taken ports are refused, with the name of who holds them."""

import os
import socket

import pytest

from tools.emulators.layout import HOST, SetupError
from tools.emulators.ports import is_free, is_open, require_free


@pytest.fixture
def listener():
    with socket.create_server((HOST, 0)) as server:
        yield server.getsockname()[1]


def test_a_port_that_is_listened_on_is_refused_and_its_holder_named(listener):
    with pytest.raises(SetupError, match=f"firestore: port {listener} by process {os.getpid()}"):
        require_free({"firestore": listener})


def test_a_port_is_free_once_its_holder_has_gone(listener):
    assert is_open(listener)
    assert not is_free(listener)
    with socket.create_server((HOST, 0)) as server:
        port = server.getsockname()[1]
    assert is_free(port)
    assert not is_open(port)
    require_free({"firestore": port})
