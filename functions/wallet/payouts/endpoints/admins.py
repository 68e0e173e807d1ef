"""The callables of admins who approve payouts, hand them to the bank, and hear from it."""

from core.access import ADMINS
from core.blobs import project_blobs
from core.callables import callable_function
from core.context import Context
from core.errors import DoneOtherwise, KeyReused
from wallet.payouts import approving, errors, exporting, results
from wallet.payouts.models import Payout, PayoutBatch
from wallet.payouts.requests.payouts import (
    ApprovePayout,
    ExportPayouts,
    GetPayoutFile,
    PayoutFile,
    PayoutMoved,
    PayoutsExported,
    RejectPayout,
)
from wallet.payouts.requests.results import RecordPayoutFile, RecordPayoutResult, ResultsRecorded


@callable_function(
    request=ApprovePayout,
    response=PayoutMoved,
    roles=ADMINS,
    raises=(
        errors.PayoutNotFound,
        errors.WrongPayoutState,
        errors.OwnPayout,
        errors.PayoutMethodTooNew,
        errors.PayoutMethodChanged,
        errors.PayoutMethodMissing,
        errors.LabInDebt,
    ),
    locks=(Payout,),
)
def approve_payout(ctx: Context, data: ApprovePayout) -> PayoutMoved:
    """Approve a payout; from a limit on, two admins have to."""
    return approving.approve(ctx, data)


@callable_function(
    request=RejectPayout,
    response=PayoutMoved,
    roles=ADMINS,
    raises=(errors.PayoutNotFound, errors.WrongPayoutState, DoneOtherwise),
    locks=(Payout,),
)
def reject_payout(ctx: Context, data: RejectPayout) -> PayoutMoved:
    """Turn a payout down that has not left; the lab has its money again."""
    return approving.reject(ctx, data)


@callable_function(
    request=ExportPayouts,
    response=PayoutsExported,
    roles=ADMINS,
    raises=(errors.NothingToExport, KeyReused),
)
def export_payouts(ctx: Context, data: ExportPayouts) -> PayoutsExported:
    """Make a file for the bank of approved payouts; each is in one file, ever."""
    return exporting.export(ctx, project_blobs(), data)


@callable_function(
    request=GetPayoutFile,
    response=PayoutFile,
    roles=ADMINS,
    raises=(errors.PayoutNotFound, errors.PayoutFileGone),
    reads=(PayoutBatch,),
)
def get_payout_file(ctx: Context, data: GetPayoutFile) -> PayoutFile:
    """Give a signed link to a file for the bank, on record; it is kept for seven days."""
    return exporting.file_link(ctx, project_blobs(), data)


@callable_function(
    request=RecordPayoutResult,
    response=PayoutMoved,
    roles=ADMINS,
    raises=(
        errors.PayoutNotFound,
        errors.WrongPayoutState,
        errors.PayoutAtGateway,
        DoneOtherwise,
    ),
    locks=(Payout,),
)
def record_payout_result(ctx: Context, data: RecordPayoutResult) -> PayoutMoved:
    """Book what the bank told of a payout: paid with its UTR, failed, or returned."""
    return results.record(ctx, data)


@callable_function(
    request=RecordPayoutFile,
    response=ResultsRecorded,
    roles=ADMINS,
    raises=(errors.PayoutFileUnreadable,),
)
def record_payout_file(ctx: Context, data: RecordPayoutFile) -> ResultsRecorded:
    """Book what a bank's result file tells, line by line."""
    return results.record_file(ctx, data)
