"""A consent is a clinic's attestation of what a patient agreed to.

It is asked here whenever a case, a visit or an upload would rest on it. Recording and withdrawing
it reach all of these, and are in `effects`. What is told of a patient's consents, and of who was
given what, is in privacy.

Below: `patients`.
"""
