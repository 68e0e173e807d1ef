"""The request and the response about the notice of a breach, with an example of each."""

from typing import ClassVar

from core.callables import Message
from core.fields import DocId
from messaging.service import Language

_BREACH = "b9Ts4HdKp2MwXq7LcRb5"


class DraftNotice(Message):
    """The draft of the notice to those affected, in a language."""

    breach_id: DocId
    language: Language = Language.ENGLISH

    example: ClassVar = {"breach_id": _BREACH, "language": "hi"}


class NoticeDraft(Message):
    """The text, with what people have to add in brackets."""

    text: str

    example: ClassVar = {"text": "Personal data breach ..."}
