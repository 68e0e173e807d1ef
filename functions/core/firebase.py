"""The Firebase clients, made once per instance and only when first used."""

import os
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import firebase_admin
    from google.cloud.firestore import Client
    from google.cloud.storage import Bucket


@cache
def app() -> "firebase_admin.App":
    """Return the default Firebase app, initialised from the environment."""
    import firebase_admin

    try:
        return firebase_admin.get_app()
    except ValueError:
        return firebase_admin.initialize_app()


@cache
def firestore_client() -> "Client":
    """Return the Firestore client of the default database."""
    from firebase_admin import firestore

    return firestore.client(app())


@cache
def bucket() -> "Bucket":
    """Return the default bucket; google-cloud-storage is imported only by functions that use it."""
    from firebase_admin import storage

    return storage.bucket(app=app())


def on_emulator() -> bool:
    """Tell whether Storage is the emulator, whose links point to this machine."""
    return bool(os.environ.get("STORAGE_EMULATOR_HOST"))
