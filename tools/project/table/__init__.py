"""The table: every line that must hold of a project, in the order in which they are made."""

from __future__ import annotations

from tools.project.facts import Facts
from tools.project.lines import Line
from tools.project.table import (
    accounts,
    alerts,
    buckets,
    database,
    functions,
    logs,
    people,
    project,
    rules,
    work,
)

#: The subjects, in their order, and what each is about.
SUBJECTS = {
    "project": "The project itself",
    "apis": "APIs",
    "accounts": "Service accounts and their roles",
    "database": "The database and its backups",
    "indexes": "Indexes",
    "exemptions": "Exemptions from indexes",
    "ttl": "TTL policies",
    "buckets": "Buckets",
    "rules": "Rules",
    "functions": "Functions",
    "queues": "Queues",
    "schedules": "Schedules",
    "secrets": "Secrets",
    "mail": "E-mail",
    "auth": "Sign-in",
    "app-check": "App Check",
    "hosting": "Hosting",
    "quotas": "Quotas",
    "budget": "Budget",
    "logs": "Logs: how long, where to, and what is counted in them",
    "alerts": "Alerts and the dashboard",
}

#: What has to be known of a subject and no setting changes.
NOTES = {
    "auth": "Firebase Authentication keeps accounts (addresses, hashes of passwords) in the United "
    "States, whatever the region of the rest (https://firebase.google.com/support/privacy).",
}


def lines(facts: Facts) -> list[Line]:
    """Return the lines of a project."""
    modules = (project, database, buckets, rules, functions, work, accounts, people, logs, alerts)
    return [line for module in modules for line in module.lines(facts)]
