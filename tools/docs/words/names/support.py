"""Names of support: tickets and the figures about them."""

ENUMERATIONS: dict[str, dict[str, tuple[str, str]]] = {
    "TicketAction": {
        "open": ("Open a ticket", "टिकट खोलें"),
        "ask": ("Write to support", "सपोर्ट को लिखें"),
        "answer": ("Answer", "जवाब दें"),
        "assign": ("Assign", "एडमिन तय करें"),
        "close": ("Close the ticket", "टिकट बंद करें"),
    },
    "TicketState": {
        "open": ("Waits for support", "सपोर्ट के जवाब का इंतज़ार"),
        "answered": ("Answered", "जवाब मिला"),
        "closed": ("Closed", "बंद"),
    },
}

LABELS: dict[str, tuple[str, str]] = {
    "about": ("About", "किस बारे में"),
    "answered": ("Answered", "जवाब मिला"),
    "average_minutes": ("First answer after (minutes)", "पहला जवाब मिलने में मिनट"),
    "closed": ("Closed", "बंद"),
    "first_answer_minutes": ("First answer after (minutes)", "पहला जवाब मिलने में मिनट"),
    "first_answered_at": ("First answered on", "पहले जवाब का समय"),
    "hours": ("Slow from (hours)", "देरी की सीमा (घंटे)"),
    "last_at": ("Last message on", "पिछले संदेश का समय"),
    "opened": ("Opened", "खोले गए"),
    "slow": ("Answered late", "देरी से जवाब"),
    "ticket_id": ("Ticket", "टिकट"),
    "waiting": ("Waiting", "इंतज़ार में"),
}
