"""Changes of stored documents that are not additive, since the last release: what migrates each.

A change is named as `python -m tools.docs --check` tells it. What stands beside it is the path of
the page or the script that says how documents get from the one shape to the other, and in which
order that goes with the deployment. See docs/operations/releases.md.
"""

MIGRATIONS: dict[str, str] = {}
