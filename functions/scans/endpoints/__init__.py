"""The deployed functions of scans, a module for each subject: parse, authorise, one call."""
