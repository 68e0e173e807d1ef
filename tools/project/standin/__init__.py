"""A project that stands in for Google's, on this machine, described by a file.

It holds every request to Google's own discovery documents: methods, parameters, fields and values
that these do not have are refused, as are APIs that are off and what a login may not. What the
services do beyond that is only stood in for where a line of the table leads there.
"""
