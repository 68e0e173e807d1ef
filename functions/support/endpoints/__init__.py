"""The deployed functions of support, a module for each subject: parse, authorise, one call."""
