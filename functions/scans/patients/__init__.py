"""A patient is somebody whom a clinic treats: its own reference number, and a name.

Patients are added here, under a reference that is unique in the clinic. Correcting one also changes
cases and visits, and is in `effects`.
"""
