"""A notice tells a person that something happened: in the inbox, by e-mail and by push.

Other packages call `service.notify` in the transaction of what happened, and name no channel. Here
are the kinds of notices, their words in each language, people's preferences, and delivery. Who is
told is decided by the caller; messages that people write to one another are in `labs.messages` and
`support`.

Below: `core`.
"""
