"""What people can ask of an order, against its state table."""

from __future__ import annotations

from typing import get_args

from core.machines import Party
from labs.orders.requests import MoveOrder
from labs.orders.states import ORDER, OrderAction


def test_every_step_that_people_take_can_be_asked_for() -> None:
    """Placing an order has a callable of its own; what the system alone does, nobody asks for."""
    taken = {action for (_, action), step in ORDER.table.items() if step.who - {Party.SYSTEM}}
    asked = set(get_args(MoveOrder.model_fields["action"].annotation))
    assert asked == taken - {OrderAction.PLACE}
    assert OrderAction.CORRECT not in asked
