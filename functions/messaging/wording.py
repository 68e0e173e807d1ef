"""Wording: a notice in the receiver's language and zone, for a push and for an e-mail."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from core import settings
from messaging.catalogue import CATALOGUE
from messaging.models import InboxItem, Language, MailMessage, Preferences
from messaging.words import Said, Words
from messaging.words.en import ENGLISH
from messaging.words.hi import HINDI

if TYPE_CHECKING:
    from jinja2 import Environment, Template

WORDS: dict[Language, Words] = {Language.ENGLISH: ENGLISH, Language.HINDI: HINDI}

#: Characters of an id that tell one document from the next; the link has them all.
SHOWN = 6


@dataclass(frozen=True)
class Wording:
    """Writes for one receiver."""

    preferences: Preferences

    @property
    def words(self) -> Words:
        """The receiver's language."""
        return WORDS[self.preferences.language]

    def when(self, moment: datetime | str) -> str:
        """Return a time on the receiver's clock, such as `4 May 2026, 3:00 pm`."""
        at = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
        local = at.astimezone(ZoneInfo(self.preferences.zone))
        words = self.words
        return words.moment.format(
            day=local.day,
            month=words.months[local.month - 1],
            year=local.year,
            clock=f"{local.hour % 12 or 12}:{local.minute:02d}",
            part=[name for begins, name in words.parts if begins <= local.hour][-1],
        )

    def said(self, item: InboxItem) -> Said:
        """Return what is said of a notice: the title and the text of its push."""
        said = self.words.notices[item.kind]
        ours = {"when": self.when, "states": self.words.states}

        def rendered(text: str) -> str:
            return _compiled(text).render({**item.refs, **ours})

        return Said(rendered(said.title), rendered(said.body))

    def mail(self, item: InboxItem) -> MailMessage:
        """Return the e-mail of a notice: in plain text, and as a page."""
        said = self.said(item)
        row = CATALOGUE[item.kind]
        shown = {
            "said": said,
            "words": self.words,
            "language": self.preferences.language.value,
            "at": self.when(item.sent_at),
            "link": link(item),
            "why": self.words.mandatory if row.mandatory(item.refs) else self.words.settings,
        }
        return MailMessage(
            subject=said.title,
            text=_pages().get_template("mail.txt").render(shown),
            html=_pages().get_template("mail.html").render(shown),
        )


def link(item: InboxItem) -> str:
    """Return what a notice opens in the app: its address, with ids in the path alone."""
    path = CATALOGUE[item.kind].opens.format_map(item.refs)
    return "/".join(filter(None, (settings.APP_URL.value.rstrip("/"), path)))


def _short(document_id: str) -> str:
    return document_id[:SHOWN]


@cache
def _plain() -> "Environment":
    """What titles and bodies are rendered with: no HTML, so nothing to escape."""
    from jinja2 import Environment, StrictUndefined

    made = Environment(undefined=StrictUndefined, autoescape=False)  # noqa: S701
    made.filters["short"] = _short
    return made


@cache
def _compiled(text: str) -> "Template":
    """Compile a title or body once: an instance writes the same few again and again."""
    return _plain().from_string(text)


@cache
def _pages() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
