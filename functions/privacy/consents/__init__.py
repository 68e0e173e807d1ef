"""The processor's record of a patient's consents."""
