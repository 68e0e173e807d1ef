"""A receipt on paper: readable at a glance first, then all of the records that it rests on."""

from collections.abc import Mapping, Sequence

from core.paper import Cell, Column, Picture, Sheet, Strong
from labs.catalogue.teeth import chart
from labs.receipts import text
from labs.receipts.requests import FileShown, ItemShown, OrderReceipt
from labs.receipts.wording import title_of, titled, words

_UNPRINTED = "Letters that this paper has no type for stand as ?: the HTML page has them all."


def printed(receipt: OrderReceipt, thumbnails: Mapping[str, bytes]) -> bytes:
    """Return the PDF; the same receipt with the same pictures is the same file.

    Args:
        receipt: what to print.
        thumbnails: PNG files by the id of the file that they show; any may be missing.
    """
    sheet = Sheet(text.TITLE, receipt.order_id, receipt.as_of)
    sheet.heading(text.TITLE)
    sheet.paragraph(text.subtitle(receipt), grey=True)
    sheet.ln(3)
    sheet.blocks(*text.party_lines(receipt))
    sheet.facts(text.facts(receipt))
    sheet.section("What the records say")
    sheet.points([each.sentence for each in receipt.conclusions])
    _items(sheet, receipt)
    _files(sheet, receipt, thumbnails)
    _findings(sheet, receipt)
    _questions(sheet, receipt)
    _history(sheet, receipt)
    for note in text.NOTES:
        sheet.paragraph(note, grey=True)
    if sheet.unprintable:
        sheet.paragraph(_UNPRINTED, grey=True)
    return sheet.finished()


def _items(sheet: Sheet, receipt: OrderReceipt) -> None:
    sheet.section("What was ordered")
    teeth = {tooth.number for item in receipt.items for tooth in item.teeth}
    rows = chart(teeth)
    if rows:
        sheet.boxes([[(str(tooth), tooth in teeth) for tooth in row] for row in rows])
    sheet.rows(
        _columns(text.ITEM_TITLES, (50, 74, 38, 20)),
        [_item(item) for item in receipt.items],
    )


def _item(item: ItemShown) -> list[Cell]:
    named = "\n".join(part for part in text.named_of(item) if part)
    work = "\n".join(text.work_of(item))
    return [Strong(named or "none named"), work, titled(words(item.material)), item.shade or "none"]


def _files(sheet: Sheet, receipt: OrderReceipt, thumbnails: Mapping[str, bytes]) -> None:
    sheet.section("What was sent")
    sheet.rows(
        (
            Column("Picture", 24),
            Column("File", 34),
            Column("Figures", 46),
            Column("Flagged", 42),
            Column("Fetched by the lab", 36),
        ),
        [_file(file, thumbnails.get(file.file_id)) for file in receipt.files],
    )


def _file(file: FileShown, thumbnail: bytes | None) -> list[Cell]:
    picture = Picture(thumbnail) if thumbnail else text.NO_PICTURE[bool(file.fetches)]
    about = [title_of(file), text.fate(file)]
    flagged = [*(flag.sentence for flag in file.flags), text.sign_off(file)]
    return [
        picture,
        Strong("\n".join(line for line in about if line)),
        "\n".join(text.figures(file)),
        "\n".join(line for line in flagged if line) or "Nothing",
        "\n".join(text.fetches(file)) or "Not fetched",
    ]


def _findings(sheet: Sheet, receipt: OrderReceipt) -> None:
    if not receipt.findings:
        return
    sheet.section("What the case check found")
    sheet.rows(
        _columns(text.FINDING_TITLES, (44, 98, 40)),
        [text.finding_cells(found) for found in receipt.findings],
    )


def _questions(sheet: Sheet, receipt: OrderReceipt) -> None:
    if not receipt.questions:
        return
    sheet.section("Rescans and remakes")
    sheet.rows(
        (
            Column("Asked for", 24),
            Column("Reason", 42),
            Column("When, by", 46),
            Column("Answer", 70),
        ),
        [text.question_cells(question) for question in receipt.questions],
    )


def _history(sheet: Sheet, receipt: OrderReceipt) -> None:
    sheet.section("Step by step")
    sheet.rows(
        _columns(text.STEP_TITLES, (40, 34, 74, 34)),
        [text.step_cells(step) for step in receipt.history],
    )


def _columns(titles: Sequence[str], widths: Sequence[float]) -> list[Column]:
    return [Column(title, width) for title, width in zip(titles, widths, strict=True)]
