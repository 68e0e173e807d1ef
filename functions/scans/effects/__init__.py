"""An effect is what one act on a patient or a consent changes in all that rests on it.

Withdrawing a consent stops its cases, visits and uploads in one transaction. Correcting a patient
corrects the labels on cases and visits; one who is under 18 needs a guardian, and what rests on
another consent waits until a guardian's is recorded. Orders follow by triggers of
`labs.follow_ups`, for scans knows no labs.

Below: `cases`, `consents`, `patients`, `uploads`, `visits`.
"""
