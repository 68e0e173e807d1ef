"""The words of the notices: a module for each language, the same things said in each.

A text is a template over its refs, which `wording` renders. Which refs a kind has is in
`messaging.catalogue`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from messaging.models import Notice


@dataclass(frozen=True)
class Said:
    """One notice in one language: a line, and a sentence or two.

    Jinja, with the refs by their names; `short` for ids, `states` for states, `when` for times.
    """

    title: str
    body: str


@dataclass(frozen=True)
class Words:
    """One language.

    Attributes:
        notices: what is said of each kind.
        states: what states of visits and orders are called.
        months: January first.
        parts: of the day: the hour that each begins with, and its name; empty for am and pm.
        moment: how a day and a time are put together.
        open: on the button that opens the app.
        sent: before the time of the notice.
        closing: the last lines of an e-mail.
        settings: where to change what is sent.
        mandatory: why this one cannot be changed.
    """

    notices: Mapping[Notice, Said]
    states: Mapping[str, str]
    months: tuple[str, ...]
    parts: tuple[tuple[int, str], ...]
    moment: str
    open: str
    sent: str
    closing: str
    settings: str
    mandatory: str
