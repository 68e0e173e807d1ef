"""The callables of an order's files."""

from core.access import LABS
from core.callables import callable_function
from core.context import Context
from labs import errors
from labs.requests import files as file_forms
from scans import service as scans


@callable_function(
    request=file_forms.GetFileLinks,
    response=file_forms.FileLinks,
    roles=LABS,
    raises=(
        errors.OrderNotFound,
        errors.WrongOrderState,
        errors.NotShared,
        errors.FileNotInOrder,
        errors.LinksUsedUp,
        scans.CaseNotFound,
    ),
)
def get_file_links(ctx: Context, data: file_forms.GetFileLinks) -> file_forms.FileLinks:
    """Get short-lived signed links to an order's files, each on record."""
    from core.blobs import Blobs  # Storage: only who makes links waits for it
    from core.firebase import bucket
    from labs import files

    return files.file_links(ctx, Blobs(bucket()), data)
