"""What all pages have in common that are made from what people typed."""

from core.text import shown


def finalized(value: object) -> object:
    """Return what a template is about to print, for Jinja2's `finalize`.

    A text of an earlier release may hold what requests no longer carry: what turns the rest of a
    line around, or does not show at all. Escaping, which comes after, leaves that as it is.
    """
    # Markup is a template's own, whose parts went through here before.
    return shown(value) if type(value) is str else value
