"""Uploads: slots in the landing zone, and attachments that are sent with something."""
