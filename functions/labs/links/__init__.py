"""A share is the record that a lab's member was given a link to one file of a patient.

Links to the files of an order are signed here, each on record before it is made, and counted for
each member and day. Attachments of messages are linked to in `messages`; a clinic's links to its
own files are in `scans.cases`.

Below: `orders`.
"""
