"""Keys that open nothing, for what insists on some: Google's clients and the payment gateway's.

With a service account key the Google clients start inside the emulated functions and V4 signing
works offline. It is made anew at each start and never leaves the checkout.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from tools import gateway
from tools.emulators.layout import PROJECT, Layout


def write_key(path: Path) -> None:
    """Writes a fresh key to the path, readable by its owner only."""
    private = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = private.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    key = {
        "type": "service_account",
        "project_id": PROJECT,
        "private_key_id": "emulators-only",
        "private_key": pem.decode(),
        "client_email": f"emulators@{PROJECT}.iam.gserviceaccount.com",
        "client_id": "0",
        "token_uri": "http://127.0.0.1:9/token",  # nobody listens: it must never be asked
    }
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump(key, file)


def write_gateway_keys(layout: Layout) -> None:
    """Leads the functions to the stand-in for the payment gateway, unless they have own keys.

    The file is made anew at each start: what an earlier checkout left there would come before the
    code's own.
    """
    secrets = (
        f"RAZORPAY_KEY_SECRET={gateway.KEY_SECRET}\n"
        f"RAZORPAY_WEBHOOK_SECRET={gateway.WEBHOOK_SECRET}\n"
    )
    if layout.secrets.is_file() and layout.secrets.read_text() != secrets:
        layout.pinned_params.unlink(missing_ok=True)
        return
    layout.secrets.write_text(secrets)
    layout.pinned_params.write_text(
        f"RAZORPAY_URL=http://{layout.address('gateway')}\nRAZORPAY_KEY_ID={gateway.KEY_ID}\n"
        f"RAZORPAYX_ACCOUNT={gateway.ACCOUNT}\n"
        # Each test makes an admin of its own; that all of them hear of every visit takes long.
        "SCANNER_ADMINS_TOLD=2\n"
    )
