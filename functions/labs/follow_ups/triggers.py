"""The triggers on consents and patients by which orders follow them."""

from typing import Any

from firebase_functions import firestore_fn, options
from firebase_functions.core import Change

from core import log
from core.clock import SystemClock
from core.firebase import firestore_client
from core.instances import Instances
from core.store import Store
from core.triggers import retried, telling
from labs.follow_ups import corrections, stop

#: They go through all orders of a patient, one by one: few events at once in one instance.
_ORDERS = Instances(memory=options.MemoryOption.MB_512, timeout_sec=540, concurrency=4)


@retried
@firestore_fn.on_document_updated(
    document="consents/{consent_id}",
    **_ORDERS.options(),
)
def labs_stop_orders(event: firestore_fn.Event[Change[Any]]) -> None:
    """Stop the orders that rest on a consent once it is withdrawn: money held is given back."""
    consent_id = event.params["consent_id"]
    with telling("orders not stopped", consent=consent_id):
        stopped = stop.stop(Store(firestore_client()), SystemClock(), consent_id)
    log.info("orders stopped", consent=consent_id, orders=stopped)


@retried
@firestore_fn.on_document_updated(
    document="clinics/{clinic_id}/patients/{patient_id}",
    **_ORDERS.options(),
)
def labs_correct_orders(event: firestore_fn.Event[Change[Any]]) -> None:
    """Have the orders under way of a patient follow a correction of the record; labs are told."""
    clinic_id, patient_id = event.params["clinic_id"], event.params["patient_id"]
    if not corrections.relabels(event.data.before.to_dict(), event.data.after.to_dict()):
        return
    with telling("orders not corrected", patient=patient_id):
        store = Store(firestore_client())
        corrected = corrections.follow(store, SystemClock(), clinic_id, patient_id)
    log.info("orders corrected", patient=patient_id, orders=corrected)
