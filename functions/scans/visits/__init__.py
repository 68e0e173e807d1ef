"""A visit is an appointment at which an operator scans a patient at the clinic.

It is asked for, assigned to an operator, moved on along one table, rescheduled or called off. The
operators' rosters, the release of an operator, reminders and announcements are here, too. The
visit's document is the operator's projection of the case; fees are in `wallet.fees`.

Below: `cases`, `consents`, `patients`, `uploads`.
"""
