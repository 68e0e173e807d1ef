"""The deployed functions of labs, a module for each subject: parse, authorise, one call."""
