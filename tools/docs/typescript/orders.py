"""What of orders apps decide by beside their state table: the reasons of steps, and messages."""

from __future__ import annotations

from tools.docs.typescript.source import comment, imports, key, literal, quoted

_REASONS = (
    "The reasons that each step of an order may give, one of which it has to; a step that is not "
    "here takes none."
)
_ENDING_LOST = "The reason that there is beside where the order of a lost parcel ends."
_ATTACHING = "The states in which files may go along with the messages of an order."
_LINKING = "The states in which the lab of an order may fetch its files."


def render() -> str:
    """Return the module of orders."""
    from labs.orders.states import ATTACHING, LINKING
    from labs.orders.transitions import OF_THE_LOST, REASONS

    rows = "".join(
        f"  {key(action)}: {literal(sorted(reasons))},\n" for action, reasons in REASONS.items()
    )
    attaching = ", ".join(map(quoted, sorted(ATTACHING)))
    linking = ", ".join(map(quoted, sorted(LINKING)))
    return "\n".join(
        [
            imports({"OrderAction", "OrderState", "Reason"}, "./enumerations.js"),
            f"{comment(_REASONS)}export const ORDER_REASONS: "
            f"Readonly<Partial<Record<OrderAction, readonly Reason[]>>> = {{\n{rows}}};\n",
            f"{comment(_ENDING_LOST)}export const REASONS_OF_LOST: readonly Reason[] = "
            f"{literal(sorted(OF_THE_LOST))};\n",
            f"{comment(_ATTACHING)}export const ATTACHING: readonly OrderState[] = "
            f"[{attaching}];\n",
            f"{comment(_LINKING)}export const LINKING: readonly OrderState[] = [{linking}];\n",
        ]
    )
