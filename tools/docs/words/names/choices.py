"""Names where a field's name or its enumeration does not say all: by callable or record.

A choice that is declared as plain strings has no enumeration to look its names up in. `CHOICES`
says which names are its own; `VALUES` has those that stand in no enumeration.
"""

VALUES: dict[str, dict[str, tuple[str, str]]] = {
    "RefusalOfRequest": {
        "identity-not-proven": ("Identity not proven", "पहचान साबित नहीं हुई"),
        "not-theirs": ("Data of somebody else", "डेटा किसी और का है"),
        "law-forbids": ("Forbidden by law", "कानून अनुमति नहीं देता"),
        "unfounded": ("No ground for it", "अनुरोध का कोई आधार नहीं"),
    },
    "StatementFormat": {
        "csv": ("Spreadsheet (CSV)", "स्प्रेडशीट (CSV)"),
        "pdf": ("Pages to print (PDF)", "छापने के लिए (PDF)"),
    },
}

#: Callable -> field -> the enumeration, or the entry of `VALUES`, that names what is chosen.
CHOICES: dict[str, dict[str, str]] = {
    "privacy/answer_request": {"answer": "RequestAction", "reason": "RefusalOfRequest"},
    "privacy/move_breach": {"action": "BreachAction"},
    "privacy/release_hold": {"action": "HoldAction"},
    "wallet/get_statement_file": {"format": "StatementFormat"},
}

#: Callable or record -> field -> its label there, where the field's name means something else.
LABELS_WITHIN: dict[str, dict[str, tuple[str, str]]] = {
    "Billing": {"state": ("State", "राज्य")},
    "labs/save_profile": {"about": ("About the lab", "लैब का परिचय")},
    "privacy/record_disclosure": {"digest": ("SHA-256 of the file", "फ़ाइल का SHA-256")},
    "privacy/request_disclosure": {"scope": ("Whose data", "किसका डेटा")},
    "privacy/set_hold": {"subject": ("Whose data", "किसका डेटा")},
    "scans/set_service_area": {"available": ("Takes visits", "विज़िट लेते हैं")},
}
