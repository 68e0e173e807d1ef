"""The load rehearsal: what it finds lost, doubled or out of balance, and the faults it makes."""

from __future__ import annotations

import copy
import random
import time
from collections.abc import Callable
from typing import Any

import pytest
import requests

from benchmarks import rehearsal_held as held
from benchmarks.rehearsal_network import Network, Watch, percentiles
from benchmarks.rehearsal_stories import Played, Size, stories
from tools.seed.asking import ask


def a_hold() -> dict[str, Any]:
    return {"amount": 500, "captured": 200, "released": 0, "state": "open"}


def a_wallet() -> dict[str, Any]:
    """Paid 1000, of which 500 were set aside, and 200 of these taken."""
    return {"id": "w", "kind": "clinic", "available": 500, "held": 300, "credit_limit": 0}


def postings(**paise: int) -> list[dict[str, Any]]:
    return [
        {"account": name if name.startswith("platform") else f"clinic/w/{name}", "paise": each}
        for name, each in paise.items()
    ]


def whole() -> dict[str, held.Documents]:
    """A little platform on which everything holds, of one visit that was paid in part."""
    return {
        "visits": {"visits/v": {"id": "v", "state": "completed"}},
        "cases": {"cases/c": {"id": "c"}},
        "uploads": {"uploads/u": {"id": "u", "state": "ready"}},
        "inbox": {"users/p/inbox/i": {"id": "i", "kind": "visit_assigned", "refs": {"visit": "v"}}},
        "jobs": {"jobs/j": {"id": "j", "state": "done"}},
        "wallets": {"wallets/w": a_wallet()},
        "holds": {"wallets/w/holds/h": a_hold()},
        "transactions": {
            "transactions/1": {
                "kind": "top_up",
                "postings": postings(available=1000, **{"platform/gateway": -1000}),
            },
            "transactions/2": {"kind": "hold", "postings": postings(available=-500, held=500)},
            "transactions/3": {
                "kind": "capture",
                "postings": postings(held=-200, **{"platform/revenue": 200}),
            },
        },
    }


def watched() -> Watch:
    watch = Watch()
    watch.answered("scans/request_visit", "k", {"visit_id": "v", "case_id": "c"})
    watch.answered("scans/start_upload", "l", {"upload_id": "u"})
    return watch


def played() -> Played:
    return Played(
        visits={"v": "completed"}, told={("visit_assigned", "v"): "p"}, paid_in=[("w", 1000)]
    )


def test_nothing_is_wrong_where_everything_holds():
    assert held.in_documents(whole(), watched(), played()) == []


Change = Callable[[dict[str, held.Documents]], object]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda d: d["visits"].clear(), "visits: 1 of 1 that were promised are not there"),
        (
            lambda d: d["visits"].update({"visits/x": {"id": "x", "state": "requested"}}),
            "visits: 1 of 2 were promised to nobody",
        ),
        (
            lambda d: d["visits"]["visits/v"].update(state="uploaded"),
            "visits: 1 are uploaded instead of completed",
        ),
        (
            lambda d: d["inbox"].clear(),
            "visit_assigned: 0 times in the inbox of who it is for, of 1",
        ),
        (
            lambda d: d["inbox"].update(
                {"users/p/inbox/j": copy.deepcopy(d["inbox"]["users/p/inbox/i"])}
            ),
            "visit_assigned: 2 times in the inbox of who it is for, of 1",
        ),
        (
            lambda d: d["inbox"].update({"users/q/inbox/i": d["inbox"].pop("users/p/inbox/i")}),
            "visit_assigned: 0 times in the inbox of who it is for, of 1",
        ),
        (lambda d: d.update(notices={"notices/n": {"id": "n"}}), "notices/n: never announced"),
        (
            lambda d: d["uploads"]["uploads/u"].update(state="processing"),
            "uploads/u: never decided",
        ),
        (lambda d: d["jobs"]["jobs/j"].update(state="failed"), "jobs/j: failed"),
        (
            lambda d: d["wallets"]["wallets/w"].update(available=499),
            "a wallet has 499 paise available, and 500 are booked",
        ),
        (
            lambda d: d["holds"]["wallets/w/holds/h"].update(captured=100),
            "a wallet has 300 paise held, and 400 are booked",
        ),
        (
            lambda d: d["holds"]["wallets/w/holds/h"].update(state="captured"),
            "a wallet has 300 paise held, and 0 are booked",
        ),
        (
            lambda d: d["transactions"]["transactions/3"]["postings"].pop(),
            "transactions/3: does not sum to zero",
        ),
        (
            lambda d: d["transactions"]["transactions/1"].update(kind="adjustment_of_nobody"),
            "a wallet was paid 1000 paise, and 0 are booked",
        ),
    ],
)
def test_what_is_wrong_is_said(change: Change, fault: str):
    documents = whole()
    change(documents)
    assert fault in held.in_documents(documents, watched(), played())


def test_an_overdrawn_wallet_is_said_and_one_with_credit_is_not():
    documents = whole()
    documents["wallets"]["wallets/w"].update(available=-1, credit_limit=0)
    assert "a wallet is overdrawn" in held.in_documents(documents, watched(), played())
    documents["wallets"]["wallets/w"].update(credit_limit=1)
    assert "a wallet is overdrawn" not in held.in_documents(documents, watched(), played())


def test_one_key_with_two_answers_is_said_and_the_same_answer_again_is_not():
    watch = watched()
    watch.answered("scans/start_upload", "l", {"upload_id": "u"})
    assert held.in_documents(whole(), watch, played()) == []
    watch.answered("scans/start_upload", "l", {"upload_id": "u2"})
    assert "scans/start_upload: one key had two answers" in held.in_documents(
        whole(), watch, played()
    )


class Platform:
    """Who answers each key once, over a network."""

    def __init__(self, network: Network) -> None:
        self.uid, self.network, self.done = "p", network, list[str]()

    def call(self, function: str, **fields: object) -> dict[str, Any]:
        key = str(fields["idempotency_key"])
        self.network.reach(keyed=True)
        if key not in self.done:
            self.done.append(key)
        self.network.watch.answered(function, key, {"n": self.done.index(key)})
        if len(self.network.watch.faults) == 0 and self.network.happens("answer lost", 1.0):
            raise requests.ConnectionError("the answer was lost")
        return {"n": self.done.index(key)}


@pytest.mark.parametrize("faulty", [False, True])
def test_a_lost_answer_is_asked_for_again_under_its_key(faulty: bool):
    network = Network(Watch(), random.Random(1))
    network.faulty = faulty
    platform = Platform(network)
    assert ask(platform, "scans/open_case") == {"n": 0}  # type: ignore[arg-type]
    assert len(platform.done) == 1
    assert network.watch.faults["answer lost"] == faulty
    assert network.watch.torn == []


def test_who_is_offline_reaches_nobody_with_a_key_and_waits_without_one(
    monkeypatch: pytest.MonkeyPatch,
):
    network = Network(Watch(), random.Random(1))
    network.reach(keyed=True)
    network.go_offline()
    with pytest.raises(requests.ConnectionError):
        network.reach(keyed=True)
    waited: list[float] = []
    monkeypatch.setattr(time, "sleep", waited.append)
    network.reach(keyed=False)
    assert 2 < waited[0] <= 3


def test_stories_follow_from_the_seed_and_begin_within_the_time():
    size = Size(clinics=5, operators=2, labs=1)
    drawn = stories(size, 4, 60, seed=1)
    assert drawn == stories(size, 4, 60, seed=1)
    assert drawn != stories(size, 4, 60, seed=2)
    assert len(drawn) == 20
    assert [story.number for story in drawn] == list(range(20))
    assert [story.at for story in drawn] == sorted(story.at for story in drawn)
    assert all(0 <= story.at <= 60 for story in drawn)
    assert {story.clinic for story in drawn} == set(range(5))


def test_percentiles_are_those_of_the_sample():
    assert percentiles([3.0]) == (3.0, 3.0)
    assert percentiles([float(n) for n in range(101)]) == (50.0, 95.0)
