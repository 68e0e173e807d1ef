#!/usr/bin/env bash
# OpenCV 5.0.0: QRCodeDetector finds nothing in a flawless picture of a code as large as those of India's e-invoices,
# and says so like a picture without a code.
#
# The signed QR code of a GST e-invoice holds a JWT: a header, the invoice's particulars, a signature of 256 bytes,
# about a thousand characters in a code of some hundred modules a side. cv2.QRCodeDetector reads small codes, such as those
# of UPI, and returns an empty text for these, drawn by the program that is to read them, without noise or slant. A
# document intake that tries it on payment codes and rolls it out for invoices takes every invoice for one without a
# code. cv2.QRCodeDetectorAruco, in the same package, and zxing-cpp read both.
#
# Seen, drawn by segno 1.6.6: a code of UPI is read by all three; one of a signed invoice of 923 characters is
# '' for QRCodeDetector and whole for the two others (zxing-cpp 3.1.1), at 4, 6 and 8 pixels a module. Exits with 1
# when that is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    opencv-python-headless==5.0.0.93 zxing-cpp==3.1.1 segno==1.6.6 pillow==13.0.0 numpy==2.4.6
cat > "$folder/codes.py" <<'PYTHON'
import base64
import hashlib
import io
import json
import sys

import cv2
import numpy as np
import segno
import zxingcpp
from PIL import Image

READERS = {
    "QRCodeDetector": lambda picture: cv2.QRCodeDetector().detectAndDecode(picture)[0],
    "QRCodeDetectorAruco": lambda picture: cv2.QRCodeDetectorAruco().detectAndDecode(picture)[0],
    "zxing-cpp": lambda picture: "".join(code.text for code in zxingcpp.read_barcodes(picture)),
}


def packed(data):
    """Return bytes as a JWT has them."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def invoice():
    """Return a token as an e-invoice has one, its numbers made up and its signature of no key."""
    irn = hashlib.sha256(b"an invoice").hexdigest()
    said = {"SellerGstin": "29AAAAA0000A1Z5", "BuyerGstin": "27AAAAA0000A1Z9", "DocNo": "SC/1"}
    said |= {"DocTyp": "INV", "DocDt": "04/05/2026", "TotInvVal": 1770.0, "ItemCnt": 1}
    said |= {"MainHsnCode": "999312", "Irn": irn, "IrnDt": "2026-05-04 15:00:00"}
    body = {"data": json.dumps(said), "iss": "NIC"}
    header = {"alg": "RS256", "kid": hashlib.sha1(b"a key").hexdigest(), "typ": "JWT"}
    signature = b"".join(hashlib.sha256(bytes([n])).digest() for n in range(8))
    return ".".join([packed(json.dumps(header).encode()), packed(json.dumps(body).encode()), packed(signature)])


def read(text, scale):
    """Return, for each reader, whether it reads the text, and what it says else."""
    code = segno.make(text, error="m", micro=False, boost_error=False)
    file = io.BytesIO()
    code.save(file, kind="png", scale=scale, border=4)
    picture = np.asarray(Image.open(file).convert("L"))
    said = {name: reader(picture) for name, reader in READERS.items()}
    return code.designator, {name: "read" if got == text else got for name, got in said.items()}


print("OpenCV", cv2.__version__)
payment = "upi://pay?pa=clinic@bank&pn=Clinic&am=1500.00&cu=INR&tn=SC-1"
token = invoice()
as_seen = True
for scale in (4, 6, 8):
    small, paid = read(payment, scale)
    large, billed = read(token, scale)
    print(f"{scale} pixels a module: UPI ({small})", paid)
    print(f"  an invoice of {len(token)} characters ({large})", billed)
    as_seen &= list(paid.values()) == ["read"] * 3 and list(billed.values()) == ["", "read", "read"]
sys.exit(0 if as_seen else 1)
PYTHON
"$folder/venv/bin/python" "$folder/codes.py"
