"""Which sentence of the privacy policy names what the models declare: categories and uses.

A category that no sentence names stands here with none: the page says so, and whoever writes the
policy has to name it. A category or a use that is new to the models has to be put here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from core.documents import Document

#: Fideslang data category -> the sentences of section 1 that name it.
CATEGORIES: dict[str, tuple[str, ...]] = {
    "system.operations": ("1.7",),
    "user.account": ("1.3",),
    "user.account.settings": (),
    "user.contact": ("1.3", "1.4"),
    "user.contact.address.city": ("1.4",),
    "user.contact.address.postal_code": ("1.4",),
    "user.contact.address.street": ("1.4",),
    "user.contact.email": ("1.3",),
    "user.contact.organization": ("1.4",),
    "user.contact.phone_number": ("1.3",),
    "user.content.private": ("1.1",),
    "user.content.public": (),
    "user.demographic.age_range": (),
    "user.demographic.language": (),
    "user.device": (),
    "user.device.device_id": (),
    "user.financial": (),
    "user.government_id": (),
    "user.health_and_medical": ("1.6",),
    "user.location.imprecise": (),
    "user.name": ("1.3", "1.5"),
    "user.privacy_preferences": (),
    "user.unique_id": ("1.7",),
    "user.unique_id.pseudonymous": ("1.5",),
}

#: Fideslang data use -> the sentences of section 2 that name it.
USES: dict[str, tuple[str, ...]] = {
    "essential.service": ("2.1", "2.2", "2.3", "2.4"),
    "essential.service.notifications": ("2.6",),
    "essential.service.payment_processing": ("2.5",),
    "essential.service.security": ("2.7",),
}


def by_category(documents: Iterable[type[Document]]) -> dict[str, list[str]]:
    """Return the models that hold each category, by name."""
    return _gathered(documents, "category")


def by_use(documents: Iterable[type[Document]]) -> dict[str, list[str]]:
    """Return the models that hold something for each use, by name."""
    return _gathered(documents, "use")


def _gathered(documents: Iterable[type[Document]], fact: str) -> dict[str, list[str]]:
    found: dict[str, set[str]] = {}
    for model in documents:
        for _, held in model.declarations():
            if held is not None:
                found.setdefault(getattr(held, fact), set()).add(model.__name__)
    return {name: sorted(models) for name, models in sorted(found.items())}


def faults(documents: Iterable[type[Document]], sentences: Iterable[str]) -> list[str]:
    """Return the categories and uses that are not put to the policy, or to what it does not say."""
    models, known = list(documents), set(sentences)
    return [
        *_unmatched(by_category(models), CATEGORIES, known),
        *_unmatched(by_use(models), USES, known),
    ]


def _unmatched(
    declared: Iterable[str], named: Mapping[str, tuple[str, ...]], known: set[str]
) -> Iterator[str]:
    for name in sorted(set(declared) ^ named.keys()):
        yield f"{name}: is declared by the models or put to the policy, and not both."
    for name, ids in named.items():
        if not set(ids) <= known:
            yield f"{name}: is put to a sentence that there is not."
