#!/usr/bin/env bash
# fpdf2 2.8.9: with text shaping on, multi_cell() shapes a line of two scripts as one, and glyphs of
# a syllable have no text.
#
# 1. Fragments are split by script first (cell() prints them right). Those that differ in nothing else are
#    merged again when lines are made, and HarfBuzz guesses one script from the first letter. Devanagari
#    after Latin is then shaped as Latin: no conjuncts, and the matra that belongs before its consonant
#    stands behind it.
# 2. HarfBuzz gives all glyphs of a syllable one cluster. fpdf2 gives the first of them the text, and the
#    others none: a code without an entry in ToUnicode, for which readers put in what they like.
#
# Seen: "Patient: शक्ति" takes 12 glyphs in cell() and 14 in multi_cell(). "विनीत" is printed by cell() as
# five codes, of which the second has no entry, and pypdf 7.1.0 reads 'वि\x02नीत'. Exits with 1 when that is
# no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    fpdf2==2.8.9 uharfbuzz==0.57.0 pymupdf-fonts==1.0.5 pypdf==7.1.0
cat > "$folder/print.py" <<'PYTHON'
import io
import re
import sys
from importlib.metadata import version
from pathlib import Path

from fpdf import FPDF
from pymupdf_fonts import FiraGO_Regular
from pypdf import PdfReader
from pypdf.generic import ContentStream

font = Path(__file__).with_name("FiraGO.ttf")
font.write_bytes(FiraGO_Regular.fontbuffer)


def printed(text, method):
    """Print a text; return its codes, those of them that have a text, and the text as pypdf reads it."""
    pdf = FPDF()
    pdf.add_font("FiraGO", "", font)
    pdf.set_font("FiraGO", size=12)
    pdf.set_text_shaping(True)
    pdf.add_page()
    getattr(pdf, method)(150, 8, text)
    reader = PdfReader(io.BytesIO(bytes(pdf.output())))
    page = reader.pages[0]
    codes = []
    for given, operator in ContentStream(page.get_contents(), reader).operations:
        if operator == b"Tj":
            shown = given[0].original_bytes
            codes += [shown[n : n + 2].hex().upper() for n in range(0, len(shown), 2)]
    (resource,) = page["/Resources"]["/Font"].values()
    known = resource.get_object()["/ToUnicode"].get_object().get_data().decode()
    return codes, set(re.findall(r"<(\w{4})> <\w+>", known)), page.extract_text()


print("fpdf2", version("fpdf2"), "with uharfbuzz", version("uharfbuzz"))
mixed = "Patient: शक्ति"
right, wrong = (printed(mixed, method) for method in ("cell", "multi_cell"))
print(f"{mixed} takes {len(right[0])} glyphs in cell() and {len(wrong[0])} in multi_cell()")
codes, known, text = printed("विनीत", "cell")
missing = [code for code in codes if code not in known]
print(f"विनीत is printed as {' '.join(codes)}, without a text: {' '.join(missing) or 'none'}")
print(f"pypdf {version('pypdf')} reads {text!r}")
sys.exit(0 if len(right[0]) < len(wrong[0]) and missing else 1)
PYTHON
"$folder/venv/bin/python" "$folder/print.py"
