"""A receipt as an HTML page that needs nothing else: pictures and style are in it, no script is."""

import base64
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import jinja2

from core import pages
from labs.catalogue.teeth import chart
from labs.receipts import text, wording
from labs.receipts.requests import OrderReceipt


def written(receipt: OrderReceipt, thumbnails: Mapping[str, bytes]) -> bytes:
    """Return the page, in UTF-8; what people typed is text in it and nothing else.

    What does not show, as earlier releases took it in, is shown as U+FFFD.

    Args:
        receipt: what to show.
        thumbnails: PNG files by the id of the file that they show; any may be missing.
    """
    pictures = {
        file_id: f"data:image/png;base64,{base64.b64encode(data).decode()}"
        for file_id, data in thumbnails.items()
    }
    teeth = {tooth.number for item in receipt.items for tooth in item.teeth}
    page = _template().render(receipt=receipt, pictures=pictures, teeth=teeth, chart=chart(teeth))
    return page.encode()


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        finalize=pages.finalized,
    )
    environment.filters |= {
        "finding_cells": text.finding_cells,
        "question_cells": text.question_cells,
        "step_cells": text.step_cells,
    }
    environment.globals |= {"text": text, "wording": wording}
    return environment.get_template("receipt.html.j2")
