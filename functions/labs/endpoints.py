"""The deployed functions of labs."""

from typing import Any

from firebase_functions import firestore_fn, options  # Firestore is what all of labs works on
from firebase_functions.core import Change

from core import log, settings
from core.access import Role
from core.callables import callable_function
from core.clock import SystemClock
from core.context import Context
from core.errors import KeyReused, NotOwner
from core.firebase import firestore_client
from core.store import Store
from core.triggers import retried, telling
from labs import catalogue, correcting, errors, figures, messages, moving, placing, stopping
from labs.requests import catalogue as catalogue_forms
from labs.requests import figures as figure_forms
from labs.requests import files as file_forms
from labs.requests import messages as message_forms
from labs.requests import orders as order_forms
from labs.requests import receipts as receipt_forms
from scans import service as scans
from wallet import service as wallet

_CLINIC = frozenset({Role.CLINIC})
_LAB = frozenset({Role.LAB})
_SIDES = frozenset({Role.CLINIC, Role.LAB, Role.ADMIN})
_TALKING = (
    errors.OrderNotFound,
    errors.WrongOrderState,
    errors.NotShared,
    scans.CaseNotFound,
)


# --- the catalogue ------------------------------------------------------------------------------


@callable_function(
    request=catalogue_forms.SaveProfile,
    response=catalogue_forms.ProfileSaved,
    roles=_LAB,
    raises=(NotOwner,),
)
def labs_save_profile(
    ctx: Context, data: catalogue_forms.SaveProfile
) -> catalogue_forms.ProfileSaved:
    """Say what every clinic sees of the lab, when it works, and whether it takes orders."""
    return catalogue.save_profile(ctx, data)


@callable_function(
    request=catalogue_forms.SaveService,
    response=catalogue_forms.ServiceSaved,
    roles=_LAB,
    raises=(
        NotOwner,
        errors.ProfileMissing,
        errors.CatalogueFull,
        errors.ServiceNotFound,
        KeyReused,
    ),
)
def labs_save_service(
    ctx: Context, data: catalogue_forms.SaveService
) -> catalogue_forms.ServiceSaved:
    """Add a service to the lab's catalogue, change it, or take it out of the offer."""
    return catalogue.save_service(ctx, data)


# --- orders -------------------------------------------------------------------------------------


@callable_function(
    request=order_forms.PlaceOrder,
    response=order_forms.OrderPlaced,
    roles=_CLINIC,
    submits=True,
    raises=(scans.CaseNotFound, errors.OrderRefused, KeyReused),
)
def labs_place_order(ctx: Context, data: order_forms.PlaceOrder) -> order_forms.OrderPlaced:
    """Order work on a case from a lab; whatever speaks against it is told at once."""
    return placing.place(ctx, data)


@callable_function(
    request=order_forms.MoveOrder,
    response=order_forms.OrderNow,
    roles=_SIDES,
    raises=(
        errors.OrderNotFound,
        errors.WrongOrderState,
        errors.ReasonNeeded,
        errors.ShipmentNeeded,
        errors.FilesNeeded,
        errors.OrderRefused,
        scans.CaseNotFound,
        wallet.InsufficientFunds,
        KeyReused,
    ),
)
def labs_move_order(ctx: Context, data: order_forms.MoveOrder) -> order_forms.OrderNow:
    """Take an order one step on, from accepting it to completing it."""
    return moving.move(ctx, data)


@callable_function(
    request=file_forms.GetFileLinks,
    response=file_forms.FileLinks,
    roles=_LAB,
    raises=(
        errors.OrderNotFound,
        errors.WrongOrderState,
        errors.NotShared,
        errors.FileNotInOrder,
        errors.LinksUsedUp,
        scans.CaseNotFound,
    ),
)
def labs_get_file_links(ctx: Context, data: file_forms.GetFileLinks) -> file_forms.FileLinks:
    """Get short-lived signed links to an order's files, each on record."""
    from core.blobs import Blobs  # Storage: only who makes links waits for it
    from core.firebase import bucket
    from labs import files

    return files.file_links(ctx, Blobs(bucket()), data)


# --- figures ------------------------------------------------------------------------------------


@callable_function(
    request=figure_forms.GetFigures,
    response=figure_forms.LabFigures,
    roles=frozenset({Role.LAB, Role.ADMIN}),
)
def labs_get_figures(ctx: Context, data: figure_forms.GetFigures) -> figure_forms.LabFigures:
    """Tell a lab how often it was on time, and what was asked for again, and why."""
    return figures.figures(ctx, data)


# --- withdrawn consents -------------------------------------------------------------------------


@retried
@firestore_fn.on_document_updated(
    document="consents/{consent_id}",
    region=settings.REGION,
    memory=options.MemoryOption.MB_512,
    timeout_sec=540,
)
def labs_stop_orders(event: firestore_fn.Event[Change[Any]]) -> None:
    """Stop the orders that rest on a consent once it is withdrawn: money held is given back."""
    consent_id = event.params["consent_id"]
    with telling("orders not stopped", consent=consent_id):
        stopped = stopping.stop(Store(firestore_client()), SystemClock(), consent_id)
    log.info("orders stopped", consent=consent_id, orders=stopped)


# --- corrected records --------------------------------------------------------------------------


@retried
@firestore_fn.on_document_updated(
    document="clinics/{clinic_id}/patients/{patient_id}",
    region=settings.REGION,
    memory=options.MemoryOption.MB_512,
    timeout_sec=540,
)
def labs_correct_orders(event: firestore_fn.Event[Change[Any]]) -> None:
    """Have the orders under way of a patient follow a correction of the record; labs are told."""
    clinic_id, patient_id = event.params["clinic_id"], event.params["patient_id"]
    if not correcting.relabels(event.data.before.to_dict(), event.data.after.to_dict()):
        return
    with telling("orders not corrected", patient=patient_id):
        store = Store(firestore_client())
        corrected = correcting.follow(store, SystemClock(), clinic_id, patient_id)
    log.info("orders corrected", patient=patient_id, orders=corrected)


# --- receipts -----------------------------------------------------------------------------------


@callable_function(
    request=receipt_forms.GetReceipt,
    response=receipt_forms.ReceiptGiven,
    roles=_SIDES,
    raises=(errors.OrderNotFound, errors.ReasonNeeded),
)
def labs_get_receipt(ctx: Context, data: receipt_forms.GetReceipt) -> receipt_forms.ReceiptGiven:
    """Get an order's receipt: what arrived, was flagged, asked and answered, and who fetched it."""
    from core.blobs import Blobs  # Storage: only who makes links waits for it
    from core.firebase import bucket
    from labs import receipt_links

    return receipt_links.hand_out(ctx, Blobs(bucket()), data)


# --- messages -----------------------------------------------------------------------------------


@callable_function(
    request=message_forms.StartAttachment,
    response=message_forms.AttachmentSlot,
    roles=_CLINIC | _LAB,
    submits=True,
    raises=(*_TALKING, scans.FileTooLarge, scans.TooManyOpenUploads, KeyReused),
)
def labs_start_attachment(
    ctx: Context, data: message_forms.StartAttachment
) -> message_forms.AttachmentSlot:
    """Ask for a slot in the landing zone for a file that goes with a message of the order.

    Clients then listen to `uploads/{upload_id}`, which nobody else reads, as for a scan.
    """
    return messages.start_attachment(ctx, data)


@callable_function(
    request=message_forms.SendMessage,
    response=message_forms.MessageSent,
    roles=_CLINIC | _LAB,
    submits=True,
    raises=(
        *_TALKING,
        errors.TooManyMessages,
        scans.AttachmentNotFound,
        scans.AttachmentNotReady,
        scans.AttachmentSent,
        KeyReused,
    ),
)
def labs_send_message(ctx: Context, data: message_forms.SendMessage) -> message_forms.MessageSent:
    """Write to the other side of an order, with files that were uploaded for it."""
    return messages.send(ctx, data)


@callable_function(
    request=message_forms.GetMessageLinks,
    response=file_forms.FileLinks,
    roles=_CLINIC | _LAB,
    raises=(*_TALKING, errors.MessageNotFound, errors.LinksUsedUp),
)
def labs_get_message_links(
    ctx: Context, data: message_forms.GetMessageLinks
) -> file_forms.FileLinks:
    """Get short-lived signed links to what is attached to a message, each on record."""
    from core.blobs import Blobs  # Storage: only who makes links waits for it
    from core.firebase import bucket
    from labs import message_links

    return message_links.message_links(ctx, Blobs(bucket()), data)
