"""A consent is a clinic's attestation of what a patient agreed to.

It is recorded here, and asked here whenever a case, a visit or an upload would rest on it.
Withdrawing it stops all of these, and is in `effects`. What is told of a
patient's consents, and of who was given what, is in privacy.

Below: `patients`.
"""
