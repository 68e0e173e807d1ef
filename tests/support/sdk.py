"""What a program with the Firebase JavaScript SDK has to know of the emulators."""

from __future__ import annotations

import json
import os
from typing import Any


def sdk_settings() -> dict[str, Any]:
    """Return the project, its bucket, and the ports of the emulators."""
    return {
        "project": os.environ["GCLOUD_PROJECT"],
        "bucket": json.loads(os.environ["FIREBASE_CONFIG"])["storageBucket"],
        "ports": {
            name: int(os.environ[f"SCANNER_{name.upper()}_PORT"])
            for name in ("auth", "firestore", "functions", "storage")
        },
    }
