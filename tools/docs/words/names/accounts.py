"""Names of accounts: roles, statuses, and what registering asks for."""

ENUMERATIONS: dict[str, dict[str, tuple[str, str]]] = {
    "AccountAction": {
        "register": ("Register", "पंजीकरण करें"),
        "approve": ("Approve", "मंज़ूर करें"),
        "reject": ("Reject", "नामंज़ूर करें"),
        "change_role": ("Change role", "भूमिका बदलें"),
        "suspend": ("Suspend", "खाता रोकें"),
        "reinstate": ("Reinstate", "खाता फिर से चालू करें"),
        "remove": ("Remove from the organisation", "संस्था से हटाएँ"),
    },
    "InviteState": {
        "open": ("Open", "खुला"),
        "used": ("Accepted", "स्वीकार हुआ"),
        "withdrawn": ("Withdrawn", "वापस लिया गया"),
    },
    "Role": {
        "clinic": ("Clinic", "क्लिनिक"),
        "operator": ("Operator", "ऑपरेटर"),
        "lab": ("Lab", "लैब"),
        "admin": ("Admin", "एडमिन"),
    },
    "Status": {
        "pending": ("Waits for approval", "मंज़ूरी का इंतज़ार"),
        "active": ("Active", "चालू"),
        "rejected": ("Not approved", "नामंज़ूर"),
        "suspended": ("Suspended", "रोका गया"),
        "removed": ("Removed", "हटाया गया"),
    },
    "Verified": {
        "yes": ("Verified", "सत्यापित"),
        "no": ("Not verified", "सत्यापित नहीं"),
        "differs": ("Another one is verified", "कोई दूसरा सत्यापित है"),
    },
}

LABELS: dict[str, tuple[str, str]] = {
    "address": ("Address", "पता"),
    "application": ("Application", "आवेदन"),
    "city": ("City", "शहर"),
    "created_at": ("Created on", "बनाने का समय"),
    "email": ("E-mail address", "ई-मेल पता"),
    "email_verified": ("E-mail address verified", "ई-मेल पते का सत्यापन"),
    "former_org": ("Former clinic or lab", "पहले की संस्था"),
    "invite_id": ("Invitation", "आमंत्रण"),
    "invited_by": ("Invited by", "आमंत्रण देने वाले"),
    "org": ("Clinic or lab", "क्लिनिक या लैब"),
    "organisation": ("Clinic's or lab's details", "क्लिनिक या लैब का विवरण"),
    "owner": ("Owner", "मालिक"),
    "owners": ("Owners", "मालिक"),
    "phone": ("Phone number", "फ़ोन नंबर"),
    "phone_verified": ("Phone number verified", "फ़ोन नंबर का सत्यापन"),
    "pincode": ("PIN code", "पिन कोड"),
    "policy_accepted_at": ("Policy accepted on", "नीति स्वीकार करने का समय"),
    "policy_version": ("Version of the privacy policy", "गोपनीयता नीति का संस्करण"),
    "role": ("Role", "भूमिका"),
    "uid": ("Account", "खाता"),
    "wants": ("Role asked for", "माँगी गई भूमिका"),
}
