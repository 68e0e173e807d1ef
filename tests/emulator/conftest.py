"""Fixtures of the emulator tests."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from google.cloud.firestore import Client

from tests.dump.modules import left, pytest_runtest_setup
from tests.support import ids
from tests.support.clinic_fixture import ClinicFixture
from tests.support.forms import open_case
from tests.support.payment_fixture import PaymentFixture, opened
from tests.support.people import Cast
from tools.client import Person
from tools.gateway import KEY_ID, WEBHOOK_SECRET

__all__ = ["left", "pytest_runtest_setup"]


@pytest.fixture(scope="module")
def clinic(cast: Cast) -> Person:
    """One clinic for the tests of a module that do not change it."""
    return cast.member()


@pytest.fixture(scope="module")
def case(clinic: Person) -> str:
    """A case of that clinic."""
    return open_case(clinic)


@pytest.fixture
def practice() -> ClinicFixture:
    """A practice of the test's own: its people, patients and operators."""
    return ClinicFixture()


@pytest.fixture
def payments(practice: ClinicFixture, monkeypatch: pytest.MonkeyPatch) -> Iterator[PaymentFixture]:
    """The practice's clinic pays in; the webhook finds the keys that a deployed one would."""
    monkeypatch.setenv("RAZORPAY_KEY_ID", KEY_ID)
    monkeypatch.setenv("RAZORPAY_WEBHOOK_SECRET", WEBHOOK_SECRET)
    with opened(practice) as payments:
        yield payments


@pytest.fixture
def empty() -> Client:
    """A database in which there is nothing yet, and which no deployed function hears of."""
    name = f"empty-{ids.document_id().lower()}"
    return Client(project=os.environ["GCLOUD_PROJECT"], database=name)
