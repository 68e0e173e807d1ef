"""The page where one pays at the stand-in: what Razorpay Checkout is to an app in production.

Plain HTML, forms and links alone: there is no script, and the policy sent along allows none.
"""

from __future__ import annotations

import html
from urllib.parse import urlsplit

from tools.gateway.records import Json

#: Where the page of an order is, and what its buttons send to.
CHECKOUT = "/checkout/"
#: An app that is developed is served from this machine.
_LOCAL = frozenset({"localhost", "127.0.0.1", "[::1]"})
#: What comes with each page: no script, no frame, nothing from elsewhere.
HEADERS = {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self';"
    " frame-ancestors 'none'; base-uri 'none'",
    "Referrer-Policy": "no-referrer",
}
_STYLE = (
    "body{font:16px system-ui,sans-serif;max-width:26rem;margin:3rem auto;padding:0 1rem}"
    "button{font:inherit;padding:.6rem 1.2rem;margin-right:.6rem}"
)


def is_local(address: str) -> bool:
    """Tell whether an origin, or an address to go back to, is of this machine."""
    try:
        split = urlsplit(address)
        host = f"[{split.hostname}]" if split.hostname and ":" in split.hostname else split.hostname
    except ValueError:
        return False
    return split.scheme in {"http", "https"} and host in _LOCAL and split.username is None


def checkout(order: Json, back: str, told: str = "") -> str:
    """Return the page of an order: what is to be paid, and the buttons while it is not.

    Args:
        order: the order.
        back: where the link back to the app leads; left out unless it is of this machine.
        told: what became of the last attempt.
    """
    amount = f"₹{order['amount'] / 100:,.2f}"
    back = back if is_local(back) else ""
    body = (
        f"<h1>Pay {amount}</h1><p>Order {_text(order['id'])}. This is a stand-in: no money moves."
    )
    body += f"<p role=status>{_text(told)}</p>" if told else ""
    if order["status"] == "paid":
        body += "<p><strong>Paid.</strong> The wallet shows it as soon as the event was heard.</p>"
    else:
        body += _form(order, back)
    if back:
        body += f'<p><a href="{_text(back)}">Back to the app</a></p>'
    return (
        f'<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content="'
        f'width=device-width"><title>Pay {amount}</title><style>{_STYLE}</style>{body}</html>'
    )


def _form(order: Json, back: str) -> str:
    return (
        f'<form method=post action="{CHECKOUT}{_text(order["id"])}">'
        f'<input type=hidden name=back value="{_text(back)}">'
        "<button name=action value=pay>Pay</button>"
        "<button name=action value=fail>Let it fail</button></form>"
    )


def _text(value: object) -> str:
    return html.escape(str(value), quote=True)
