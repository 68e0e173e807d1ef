"""What holds for every form of the console, played with one of them."""

from __future__ import annotations

from collections.abc import Callable

from tests.support.people import Cast


def test_a_form_has_one_outcome_however_it_is_sent(cast: Cast, play: Callable[..., None]) -> None:
    clinics = [cast.member("clinic") for _ in range(2)]
    play("forms", clinics=[{"email": c.email, "password": c.password} for c in clinics])
