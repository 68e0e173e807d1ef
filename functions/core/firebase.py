"""The Firebase clients, made once per instance and only when first used."""

import os
from functools import cache
from typing import TYPE_CHECKING, Any

from core import settings
from core.loading import loading

if TYPE_CHECKING:
    import firebase_admin
    from google.cloud.firestore import Client
    from google.cloud.storage import Bucket
    from google.cloud.storage import Client as StorageClient


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
    with loading():
        from firebase_admin import firestore

    return firestore.client(app())


@cache
def storage_client() -> "StorageClient":
    """Return the Storage client; google-cloud-storage is imported only by functions that use it.

    The client is Google's own and not firebase-admin's, which asks for a token even where the
    emulator wants none.
    """
    from google.cloud import storage

    return storage.Client(project=app().project_id)


def landing_bucket() -> "Bucket":
    """Return the bucket that clients upload into: the project's default one, which SDKs know."""
    return storage_client().bucket(app().options.get("storageBucket"))


def clean_bucket() -> "Bucket":
    """Return the bucket of all that functions write; it is not linked to Firebase."""
    own = app()
    return storage_client().bucket(settings.clean_bucket(str(own.project_id)))


def has_account(uid: str) -> bool:
    """Ask Firebase Auth whether it has an account: an ID token outlives it by an hour at most."""
    from firebase_admin import auth

    try:
        auth.get_user(uid, app=app())
    except auth.UserNotFoundError:
        return False
    return True


@cache
def credentials() -> Any:  # noqa: ANN401
    """Return the runtime's credentials: a key only where the environment names one."""
    import google.auth

    found, _ = google.auth.default(scopes=["https://www.googleapis.com/auth/cloud-platform"])
    return found


def on_emulator() -> bool:
    """Tell whether Storage is the emulator, whose links point to this machine."""
    return bool(os.environ.get("STORAGE_EMULATOR_HOST"))
