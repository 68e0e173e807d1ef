"""The lists of a wallet's entries and holds, for apps of clinics and labs."""

from core.lists import ClientList, Own, Parameter, ascending, descending, equal, within
from core.privacy import Viewer
from wallet.ledger.models import Hold, HoldState, WalletEntry

_LAST_MADE = descending("made_at")

for _side in (Viewer.CLINIC, Viewer.LAB):
    ClientList(
        f"{_side}_wallet_entries",
        WalletEntry,
        _side,
        f"The entries of the {_side}'s wallet, the last one first.",
        order=descending("number"),
        parents=(Own.ORG,),
    )
    ClientList(
        f"{_side}_wallet_entries_by_kind",
        WalletEntry,
        _side,
        f"The entries of the {_side}'s wallet of one kind, the last one first.",
        where=(equal("kind", Parameter("kind", "What the transaction did.")),),
        order=descending("number"),
        parents=(Own.ORG,),
    )
    ClientList(
        f"{_side}_wallet_entries_between",
        WalletEntry,
        _side,
        f"The entries of the {_side}'s wallet of a time, such as a month, the first one first.",
        where=within("at"),
        order=ascending("at", "number"),
        parents=(Own.ORG,),
    )
    ClientList(
        f"{_side}_holds",
        Hold,
        _side,
        f"What was set aside in the {_side}'s wallet, the last one first.",
        order=_LAST_MADE,
        parents=(Own.ORG,),
    )
    ClientList(
        f"{_side}_holds_open",
        Hold,
        _side,
        f"What is set aside in the {_side}'s wallet now, the last one first.",
        where=(equal("state", HoldState.OPEN),),
        order=_LAST_MADE,
        parents=(Own.ORG,),
    )
