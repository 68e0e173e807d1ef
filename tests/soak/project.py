"""A project of one's own on the running emulators: nobody else's documents are in it."""

from __future__ import annotations

import json
import os
import sys
import uuid


def own_project(name: str) -> None:
    """Make this process work in a fresh project; its database is empty and ends with the suite."""
    if not os.environ.get("FIRESTORE_EMULATOR_HOST"):
        sys.exit("The emulators are not running: `make soak` starts them.")
    project = f"demo-{name}-{uuid.uuid4().hex[:12]}"
    config = json.dumps({"projectId": project, "storageBucket": project})
    os.environ |= {"GCLOUD_PROJECT": project, "GOOGLE_CLOUD_PROJECT": project}
    os.environ["FIREBASE_CONFIG"] = config
