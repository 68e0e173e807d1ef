"""Names of jobs: promises to act later, which admins look after."""

ENUMERATIONS: dict[str, dict[str, tuple[str, str]]] = {
    "JobAction": {
        "promise": ("Schedule", "समय तय करें"),
        "move": ("Change the time", "समय बदलें"),
        "go_on": ("Continue", "जारी रखें"),
        "finish": ("Finish", "पूरा करें"),
        "void": ("Cancel", "रद्द करें"),
        "give_up": ("Give up", "कोशिश बंद करें"),
        "retry": ("Try again", "दोबारा कोशिश करें"),
    },
    "JobState": {
        "due": ("Due", "बाकी"),
        "done": ("Done", "पूरा हुआ"),
        "void": ("Not needed any more", "अब ज़रूरत नहीं"),
        "failed": ("Failed", "असफल"),
    },
}

LABELS: dict[str, tuple[str, str]] = {
    "attempts": ("Attempts", "कोशिशें"),
    "job_id": ("Job", "जॉब"),
    "last_error": ("Last error", "पिछली गड़बड़ी"),
    "wakes_at": ("Next attempt on", "अगली कोशिश का समय"),
}
